namespace Kompass.Mining.Improvements.Prediction;

/// <summary>
/// Puts rows on one scale: mean 0 and standard deviation 1 over the training rows. Secondary features are shrunk further, which under an L2 penalty is the
/// same as a stronger penalty on them: a prior that they say little.
/// </summary>
/// <param name="Means">Mean of each feature.</param>
/// <param name="Scales">What a feature's distance to its mean is multiplied by.</param>
public sealed record FeatureScaling(IReadOnlyList<double> Means, IReadOnlyList<double> Scales)
{
    /// <summary>Penalty on share and points left; half the penalty times the weight's square is added to the sum of losses.</summary>
    internal const double PrimaryPenalty = 2;

    /// <summary>Penalty on all other features.</summary>
    internal const double SecondaryPenalty = 20;

    /// <summary>Learns the scale of training rows.</summary>
    internal static FeatureScaling Of(IReadOnlyList<double[]> rows, Func<int, bool> isPrimary)
    {
        var width = rows[0].Length;
        var means = new double[width];
        var scales = new double[width];
        for (var i = 0; i < width; i++)
        {
            means[i] = rows.Average(r => r[i]);
            var deviation = Math.Sqrt(rows.Average(r => Math.Pow(r[i] - means[i], 2)));
            // A feature that never varied has nothing to say.
            scales[i] = deviation < 1e-9 ? 0 : 1 / deviation;
            if (!isPrimary(i))
            {
                scales[i] *= Math.Sqrt(PrimaryPenalty / SecondaryPenalty);
            }
        }

        return new FeatureScaling(means, scales);
    }

    /// <summary>A row on that scale.</summary>
    internal double[] Apply(double[] row) =>
        [.. row.Select((value, i) => (value - Means[i]) * Scales[i])];
}
