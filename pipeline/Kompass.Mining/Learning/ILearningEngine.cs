using Kompass.Mining.Learning.Trees;

namespace Kompass.Mining.Learning;

/// <summary>
/// The learning port: what the pipeline asks of a library for machine learning. It only trains; what it returns are weights and trees of this library, which
/// predict, explain and are written without it. It holds no state, and the same data and options give the same model, to the byte.
/// </summary>
public interface ILearningEngine
{
    /// <summary>Name, written into models: <c>ML.NET</c>.</summary>
    string Name { get; }

    /// <summary>The library's version, written into models.</summary>
    string Version { get; }

    /// <summary>Learns to give each row one of several labels: multinomial logistic regression (maximum entropy).</summary>
    /// <param name="features">What the rows' indices mean.</param>
    /// <param name="labels">All labels; an example's <c>Label</c> is an index into them. Labels without examples get low probability.</param>
    /// <param name="examples">At least one.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="cancellation">Stops between iterations.</param>
    LinearClassifier TrainClassifier(
        FeatureSpace features,
        IReadOnlyList<string> labels,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    );

    /// <summary>Learns the probability of yes with boosted trees: for dense rows, by the thousand.</summary>
    /// <param name="features">The columns of the rows.</param>
    /// <param name="examples">At least one yes and one no.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="cancellation">Asked once, before the trees are grown.</param>
    BoostedTrees TrainTrees(
        FeatureSpace features,
        IReadOnlyList<TreeExample> examples,
        TreeOptions options,
        CancellationToken cancellation = default
    );
}

/// <summary>An example to learn from.</summary>
/// <param name="Features">Its features.</param>
/// <param name="Label">Index of its label.</param>
/// <param name="Weight">How much it counts, above 0; 1 is one example.</param>
public sealed record Example(FeatureVector Features, int Label, double Weight = 1);

/// <summary>How to learn a linear model.</summary>
/// <param name="L2">Strength of the penalty: half of it times the weights' square is added to the sum of all losses. The intercept is free.</param>
/// <param name="MaxIterations">At most so many iterations.</param>
public sealed record LearningOptions(double L2 = 1, int MaxIterations = 200);

/// <summary>What one feature added to a score.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Value">Its part in log-odds: weight times value for linear models.</param>
public readonly record struct Contribution(string Feature, double Value)
{
    /// <summary>The parts furthest from 0; ties by name.</summary>
    internal static IReadOnlyList<Contribution> Strongest(
        IEnumerable<Contribution> parts,
        int most
    ) =>
        [
            .. parts
                .Where(p => p.Value != 0)
                .OrderByDescending(p => Math.Abs(p.Value))
                .ThenBy(p => p.Feature, StringComparer.Ordinal)
                .Take(most),
        ];
}
