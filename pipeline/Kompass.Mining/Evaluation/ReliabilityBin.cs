namespace Kompass.Mining.Evaluation;

/// <summary>A bin of a reliability curve: what was promised and what came true.</summary>
/// <param name="From">Lowest probability of the bin.</param>
/// <param name="To">Highest, not included but for 1.</param>
/// <param name="Count">Predictions in it.</param>
/// <param name="MeanProbability">Their mean probability; 0 where there are none.</param>
/// <param name="ShareTrue">The share that came true; 0 where there are none.</param>
public sealed record ReliabilityBin(
    double From,
    double To,
    int Count,
    double MeanProbability,
    double ShareTrue
)
{
    /// <summary>Bins of equal width.</summary>
    public const int Bins = 10;

    /// <summary>The curve of predictions.</summary>
    public static IReadOnlyList<ReliabilityBin> Curve(
        IEnumerable<(double Probability, bool IsTrue)> predictions
    )
    {
        var bins = predictions
            .GroupBy(p => Math.Clamp((int)(p.Probability * Bins), 0, Bins - 1))
            .ToDictionary(g => g.Key, g => g.ToList());
        return
        [
            .. Enumerable
                .Range(0, Bins)
                .Select(i =>
                {
                    var (from, to) = ((double)i / Bins, (double)(i + 1) / Bins);
                    return bins.TryGetValue(i, out var inside)
                        ? new ReliabilityBin(
                            from,
                            to,
                            inside.Count,
                            inside.Average(p => p.Probability),
                            inside.Average(p => p.IsTrue ? 1.0 : 0)
                        )
                        : new ReliabilityBin(from, to, 0, 0, 0);
                }),
        ];
    }

    /// <summary>Expected calibration error: mean distance of promise and outcome, bins weighted by their predictions (Naeini et al. 2015).</summary>
    public static double Error(IReadOnlyList<ReliabilityBin> curve)
    {
        var count = curve.Sum(b => b.Count);
        return count == 0
            ? 0
            : curve.Sum(b => b.Count * Math.Abs(b.MeanProbability - b.ShareTrue)) / count;
    }
}
