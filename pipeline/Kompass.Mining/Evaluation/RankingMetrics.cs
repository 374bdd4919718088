namespace Kompass.Mining.Evaluation;

/// <summary>
/// Measures of one ranked list, 0 to 1. Rows with the same score are in no order: what is given is the mean over all orders of ties (McSherry, Najork,
/// Computing Information Retrieval Performance Measures Efficiently in the Presence of Tied Scores, ECIR 2008), so that no rule gains by the order of its input.
/// </summary>
internal static class RankingMetrics
{
    /// <summary>Share of hits among the first <paramref name="k"/>.</summary>
    public static double Precision(IReadOnlyList<Scored> rows, int k)
    {
        var (seen, hits) = (0, 0.0);
        foreach (var (size, relevant) in Groups(rows))
        {
            var taken = Math.Min(size, k - seen);
            hits += (double)relevant / size * taken;
            seen += taken;
            if (seen == k)
            {
                break;
            }
        }

        return seen == 0 ? 0 : hits / seen;
    }

    /// <summary>Mean of the precisions at each hit, or null where there is none.</summary>
    public static double? AveragePrecision(IReadOnlyList<Scored> rows)
    {
        var (seen, found, sum) = (0, 0, 0.0);
        foreach (var (size, relevant) in Groups(rows))
        {
            for (var i = 1; i <= size; i++)
            {
                var before = size > 1 ? (i - 1.0) * (relevant - 1) / (size - 1) : 0;
                sum += (double)relevant / size * (found + before + 1) / (seen + i);
            }

            seen += size;
            found += relevant;
        }

        return found == 0 ? null : sum / found;
    }

    /// <summary>Discounted gain by that of the best order, or null where there is no hit (Järvelin, Kekäläinen 2002).</summary>
    public static double? Ndcg(IReadOnlyList<Scored> rows)
    {
        var (seen, found, gain) = (0, 0, 0.0);
        foreach (var (size, relevant) in Groups(rows))
        {
            for (var i = 1; i <= size; i++)
            {
                gain += (double)relevant / size * Discount(seen + i);
            }

            seen += size;
            found += relevant;
        }

        return found == 0 ? null : gain / Enumerable.Range(1, found).Sum(Discount);
    }

    /// <summary>Chance that a hit stands above a miss, ties half; null where there is only one of them.</summary>
    public static double? AreaUnderCurve(IReadOnlyList<Scored> rows)
    {
        var (found, wins, misses) = (0, 0.0, 0);
        foreach (var (size, relevant) in Groups(rows))
        {
            wins += (size - relevant) * (found + (relevant / 2.0));
            found += relevant;
            misses += size - relevant;
        }

        return found == 0 || misses == 0 ? null : wins / ((double)found * misses);
    }

    private static double Discount(int place) => 1 / Math.Log2(place + 1);

    private static IEnumerable<(int Size, int Relevant)> Groups(IReadOnlyList<Scored> rows)
    {
        var sorted = rows.OrderByDescending(r => r.Score).ToList();
        for (var start = 0; start < sorted.Count; )
        {
            var end = start;
            var relevant = 0;
            while (end < sorted.Count && sorted[end].Score == sorted[start].Score)
            {
                relevant += sorted[end].Outcome ? 1 : 0;
                end++;
            }

            yield return (end - start, relevant);
            start = end;
        }
    }
}

/// <summary>A row of a ranked list.</summary>
/// <param name="Score">Higher comes first.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Outcome">Whether it was a hit.</param>
internal readonly record struct Scored(double Score, double Probability, bool Outcome);
