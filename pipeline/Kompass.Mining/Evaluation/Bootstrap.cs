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

    /// <param name="items">What the figure is computed of.</param>
    /// <param name="figure">Computes it.</param>
    /// <param name="cluster">The cluster of an item; null draws items.</param>
    /// <param name="resamples">How often to draw.</param>
    /// <param name="seed">Of the draws.</param>
    public static Interval Of<T>(
        IReadOnlyList<T> items,
        Func<IReadOnlyList<T>, double> figure,
        Func<T, string>? cluster = null,
        int resamples = 1000,
        int seed = 2010
    )
    {
        var random = new Random(seed);
        var clusters = cluster is null
            ? null
            : items
                .GroupBy(cluster, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.ToArray())
                .ToArray();
        var figures = new double[resamples];
        for (var i = 0; i < resamples; i++)
        {
            figures[i] = figure(Draw(items, clusters, random));
        }

        return Interval.Of(figure(items), figures);
    }

    private static List<T> Draw<T>(IReadOnlyList<T> items, T[][]? clusters, Random random)
    {
        var drawn = new List<T>(items.Count);
        if (clusters is null)
        {
            for (var i = 0; i < items.Count; i++)
            {
                drawn.Add(items[random.Next(items.Count)]);
            }

            return drawn;
        }

        foreach (var cluster in clusters)
        {
            if (clusters.Length >= FewestClusters)
            {
                drawn.AddRange(clusters[random.Next(clusters.Length)]);
                continue;
            }

            for (var i = 0; i < cluster.Length; i++)
            {
                drawn.Add(cluster[random.Next(cluster.Length)]);
            }
        }

        return drawn;
    }
}
