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
    private static readonly double[] Tenths = [.. Enumerable.Range(0, 11).Select(i => i / 10.0)];

    /// <summary>The curve of predictions.</summary>
    /// <param name="predictions">Probabilities, and whether they came true.</param>
    /// <param name="edges">Between the bins, from 0 to 1; null for ten of equal width.</param>
    public static IReadOnlyList<ReliabilityBin> Curve(
        IEnumerable<(double Probability, bool IsTrue)> predictions,
        IReadOnlyList<double>? edges = null
    )
    {
        var all = predictions.ToList();
        edges ??= Tenths;
        return
        [
            .. edges
                .Zip(edges.Skip(1))
                .Select(e =>
                {
                    var inside = all.FindAll(p =>
                        p.Probability >= e.First && (p.Probability < e.Second || e.Second == 1)
                    );
                    return new ReliabilityBin(
                        e.First,
                        e.Second,
                        inside.Count,
                        inside.Select(p => p.Probability).DefaultIfEmpty().Average(),
                        inside.Select(p => p.IsTrue ? 1.0 : 0).DefaultIfEmpty().Average()
                    );
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
