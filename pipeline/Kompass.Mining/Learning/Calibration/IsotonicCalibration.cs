namespace Kompass.Mining.Learning.Calibration;

/// <summary>
/// Maps scores to probabilities by the rising step function nearest to what was seen, found by pooling adjacent violators (Zadrozny, Elkan 2002), straight
/// lines between the steps' middles. Needs some hundred predictions.
/// </summary>
public sealed class IsotonicCalibration
{
    /// <param name="scores">Scores, rising.</param>
    /// <param name="probabilities">The probability at each, not falling.</param>
    public IsotonicCalibration(IReadOnlyList<double> scores, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (scores.Count == 0 || scores.Count != probabilities.Count)
        {
            throw new ArgumentException("each score needs its probability", nameof(scores));
        }

        Scores = scores;
        Probabilities = probabilities;
    }

    /// <summary>Scores at which the probability is known, rising.</summary>
    public IReadOnlyList<double> Scores { get; }

    /// <summary>The probability at each.</summary>
    public IReadOnlyList<double> Probabilities { get; }

    /// <summary>Learns the map from scores that the model gave to data it did not learn from, and whether each came true.</summary>
    public static IsotonicCalibration Fit(IEnumerable<(double Score, bool Outcome)> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        var pools = new List<(double Sum, double Scores, int Count)>();
        foreach (var same in predictions.GroupBy(p => p.Score).OrderBy(g => g.Key))
        {
            pools.Add((same.Count(p => p.Outcome), same.Key * same.Count(), same.Count()));
            while (pools.Count > 1 && Mean(pools[^2]) >= Mean(pools[^1]))
            {
                var last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (
                    pools[^1].Sum + last.Sum,
                    pools[^1].Scores + last.Scores,
                    pools[^1].Count + last.Count
                );
            }
        }

        return new IsotonicCalibration(
            [.. pools.Select(p => p.Scores / p.Count)],
            [.. pools.Select(Mean)]
        );

        static double Mean((double Sum, double Scores, int Count) pool) => pool.Sum / pool.Count;
    }

    /// <summary>The probability for a score; beyond the ends, that of the end.</summary>
    public double Apply(double score)
    {
        var above = 0;
        while (above < Scores.Count && Scores[above] < score)
        {
            above++;
        }

        if (above == 0)
        {
            return Probabilities[0];
        }

        if (above == Scores.Count)
        {
            return Probabilities[^1];
        }

        var share = (score - Scores[above - 1]) / (Scores[above] - Scores[above - 1]);
        return Probabilities[above - 1]
            + (share * (Probabilities[above] - Probabilities[above - 1]));
    }
}
