namespace Kompass.Mining.Evaluation;

/// <summary>A figure with its bootstrap interval.</summary>
/// <param name="Value">On the data as they are.</param>
/// <param name="Low">2.5th percentile of the resamples.</param>
/// <param name="High">97.5th percentile.</param>
public sealed record Interval(double Value, double Low, double High)
{
    /// <summary>The percentile interval of a figure.</summary>
    /// <param name="value">On the data as they are.</param>
    /// <param name="resampled">On the resamples, in any order; at least one.</param>
    public static Interval Of(double value, IEnumerable<double> resampled)
    {
        var sorted = resampled.Order().ToArray();
        return new Interval(value, Percentile(0.025), Percentile(0.975));

        double Percentile(double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
    }
}

/// <summary>
/// Percentile bootstrap (Efron, Tibshirani 1993): how far a figure might have come out otherwise. With clusters whole clusters are drawn, for what
/// stands in one report is not independent; with very few clusters (under five) their members are drawn within each, and the interval tells only
/// how the figure varies for these reports.
/// </summary>
public static class Bootstrap
{
    private const int FewestClusters = 5;
    private const int Resamples = 1000;
    private const int Seed = 2010;

    /// <param name="items">What the figure is computed of.</param>
    /// <param name="figure">Computes it.</param>
    /// <param name="cluster">The cluster of an item.</param>
    public static Interval Of<T>(
        IReadOnlyList<T> items,
        Func<IReadOnlyList<T>, double> figure,
        Func<T, string> cluster
    )
    {
        var random = new Random(Seed);
        var clusters = items
            .GroupBy(cluster, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.ToArray())
            .ToArray();
        return Interval.Of(
            figure(items),
            Enumerable
                .Range(0, Resamples)
                .Select(_ =>
                    figure([
                        .. clusters.SelectMany(own =>
                            clusters.Length >= FewestClusters
                                ? clusters[random.Next(clusters.Length)]
                                : own.Select(_ => own[random.Next(own.Length)])
                        ),
                    ])
                )
        );
    }
}
