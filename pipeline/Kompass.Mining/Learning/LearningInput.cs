using Kompass.Mining.Learning.Trees;

namespace Kompass.Mining.Learning;

/// <summary>What is asked of examples before anything is learnt from them.</summary>
internal static class LearningInput
{
    /// <summary>Refuses examples that cannot be learnt from.</summary>
    /// <exception cref="ArgumentException">There are none, or one has a label, weight or feature out of range.</exception>
    public static void Check(FeatureSpace features, IReadOnlyList<Example> examples, int labels)
    {
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

            CheckWeight(example.Weight, nameof(examples));

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

    /// <summary>Refuses rows that trees cannot be grown from.</summary>
    /// <exception cref="ArgumentException">All are of one kind, or one has a weight, length or value out of range.</exception>
    public static void Check(FeatureSpace features, IReadOnlyList<TreeExample> examples)
    {
        if (examples.All(e => e.IsYes) || !examples.Any(e => e.IsYes))
        {
            throw new ArgumentException(
                "trees are learnt from examples of yes and of no",
                nameof(examples)
            );
        }

        foreach (var example in examples)
        {
            CheckWeight(example.Weight, nameof(examples));
            if (
                example.Row.Length != features.Count
                || !Array.TrueForAll(example.Row, float.IsFinite)
            )
            {
                throw new ArgumentException(
                    $"a row must have {features.Count} finite values",
                    nameof(examples)
                );
            }
        }
    }

    private static void CheckWeight(double weight, string name)
    {
        if (!(weight > 0))
        {
            throw new ArgumentOutOfRangeException(name, weight, "a weight must be above 0");
        }
    }
}
