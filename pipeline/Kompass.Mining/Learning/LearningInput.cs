namespace Kompass.Mining.Learning;

/// <summary>What every engine does with its examples before it learns from them.</summary>
internal static class LearningInput
{
    /// <summary>Refuses examples that cannot be learnt from.</summary>
    /// <exception cref="ArgumentException">There are none, or one has a label, weight or feature out of range.</exception>
    public static void Check(FeatureSpace features, IReadOnlyList<Example> examples, int labels)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0)
        {
            throw new ArgumentException("there is nothing to learn from", nameof(examples));
        }

        foreach (var example in examples)
        {
            if (example.Label < 0 || example.Label >= labels)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(examples),
                    example.Label,
                    $"a label must be 0 to {labels - 1}"
                );
            }

            if (!(example.Weight > 0))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(examples),
                    example.Weight,
                    "a weight must be above 0"
                );
            }

            if (example.Features.Indices is [.., var last] && last >= features.Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(examples),
                    last,
                    $"the feature space has {features.Count} features"
                );
            }
        }
    }

    /// <summary>Each example's weight, with the labels' balance worked in; their sum stays.</summary>
    public static double[] Weights(IReadOnlyList<Example> examples, int labels, double balance)
    {
        var mass = new double[labels];
        foreach (var example in examples)
        {
            mass[example.Label] += example.Weight;
        }

        var even = mass.Sum() / mass.Count(m => m > 0);
        var factor = Array.ConvertAll(mass, m => m > 0 ? Math.Pow(even / m, balance) : 0);
        var weights = examples.Select(e => e.Weight * factor[e.Label]).ToArray();
        var rescale = mass.Sum() / weights.Sum();
        return Array.ConvertAll(weights, w => w * rescale);
    }

    /// <summary>Each pair of a group once, the better one first; the pairs of a group share its rows' weight, so that long groups do not rule.</summary>
    public static List<Example> Pairs(IReadOnlyList<RankedExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var pairs = new List<Example>();
        foreach (var group in examples.GroupBy(e => e.Group))
        {
            var rows = group.ToList();
            var ordered = (
                from better in rows
                from worse in rows
                where better.Relevance > worse.Relevance
                select (better, worse)
            ).ToList();
            pairs.AddRange(
                ordered.Select(p => new Example(
                    p.better.Features.Minus(p.worse.Features),
                    1,
                    Math.Sqrt(p.better.Weight * p.worse.Weight) * rows.Count / ordered.Count
                ))
            );
        }

        return pairs;
    }
}
