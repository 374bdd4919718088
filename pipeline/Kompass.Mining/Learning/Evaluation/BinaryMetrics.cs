namespace Kompass.Mining.Learning.Evaluation;

/// <summary>A predicted probability beside what came true.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="Outcome">Whether it came true.</param>
/// <param name="Cluster">What belongs together and is not independent: the report or municipality.</param>
public sealed record BinaryPrediction(double Probability, bool Outcome, string? Cluster = null);

/// <summary>How good predicted probabilities are.</summary>
/// <param name="Count">Number of predictions.</param>
/// <param name="BaseRate">Share that came true.</param>
/// <param name="Accuracy">Share on the right side of one half.</param>
/// <param name="Auc">Chance that a true one stands above a false one, ties half; null where all are alike.</param>
/// <param name="Brier">Mean square error of the probabilities.</param>
/// <param name="LogLoss">Mean negative log-likelihood.</param>
/// <param name="CalibrationError">Expected calibration error over ten bins.</param>
/// <param name="Reliability">The reliability curve.</param>
public sealed record BinaryMetrics(
    int Count,
    double BaseRate,
    double Accuracy,
    double? Auc,
    double Brier,
    double LogLoss,
    double CalibrationError,
    IReadOnlyList<ReliabilityBin> Reliability
)
{
    /// <summary>Measures predictions.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static BinaryMetrics Of(IReadOnlyList<BinaryPrediction> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        if (predictions.Count == 0)
        {
            throw new ArgumentException("there is nothing to measure", nameof(predictions));
        }

        var bins = ReliabilityBin.Curve(predictions.Select(p => (p.Probability, p.Outcome)));
        return new BinaryMetrics(
            predictions.Count,
            predictions.Average(p => p.Outcome ? 1.0 : 0),
            predictions.Average(p => (p.Probability >= 0.5) == p.Outcome ? 1.0 : 0),
            AreaUnderCurve(predictions),
            predictions.Average(p => Math.Pow(p.Probability - (p.Outcome ? 1 : 0), 2)),
            predictions.Average(p =>
                -Math.Log(Math.Max(p.Outcome ? p.Probability : 1 - p.Probability, 1e-12))
            ),
            ReliabilityBin.Error(bins),
            bins
        );
    }

    // By ranks, those of ties shared (Mann, Whitney 1947).
    private static double? AreaUnderCurve(IReadOnlyList<BinaryPrediction> predictions)
    {
        double positives = predictions.Count(p => p.Outcome);
        var negatives = predictions.Count - positives;
        if (positives == 0 || negatives == 0)
        {
            return null;
        }

        var (rank, sum) = (0, 0.0);
        foreach (var tie in predictions.GroupBy(p => p.Probability).OrderBy(g => g.Key))
        {
            var count = tie.Count();
            sum += tie.Count(p => p.Outcome) * (rank + ((count + 1) / 2.0));
            rank += count;
        }

        return (sum - (positives * (positives + 1) / 2)) / (positives * negatives);
    }
}
