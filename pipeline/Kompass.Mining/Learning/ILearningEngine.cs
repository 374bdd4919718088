namespace Kompass.Mining.Learning;

/// <summary>
/// The learning port: everything the pipeline asks of a library for machine learning. An engine holds no state; the same data and options give the
/// same model, to the byte of what <c>Write</c> writes (or, where the library stamps its files with the time, of all entries in them).
/// </summary>
public interface ILearningEngine
{
    /// <summary>Stable name, written into models: <c>mathnet</c>, <c>mlnet</c>.</summary>
    string Name { get; }

    /// <summary>Raised whenever the same data may give another model, or models written earlier cannot be read.</summary>
    string Version { get; }

    /// <summary>Learns to give each row one of several labels.</summary>
    /// <param name="features">What the rows' indices mean.</param>
    /// <param name="labels">All labels; an example's <c>Label</c> is an index into them. Labels without examples get low probability.</param>
    /// <param name="examples">At least one.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="cancellation">Stops between iterations.</param>
    IClassifier TrainClassifier(
        FeatureSpace features,
        IReadOnlyList<string> labels,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    );

    /// <summary>Learns the probability that a row's <c>Label</c> is 1 and not 0.</summary>
    IBinaryModel TrainBinary(
        FeatureSpace features,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    );

    /// <summary>Learns to order the rows of a group, those of higher relevance first.</summary>
    IRankingModel TrainRanking(
        FeatureSpace features,
        IReadOnlyList<RankedExample> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    );

    /// <summary>Reads what a classifier of this engine and version wrote.</summary>
    /// <exception cref="ModelException">It is damaged.</exception>
    IClassifier ReadClassifier(Stream stream, FeatureSpace features);

    /// <summary>Reads what a binary model of this engine and version wrote.</summary>
    /// <exception cref="ModelException">It is damaged.</exception>
    IBinaryModel ReadBinary(Stream stream, FeatureSpace features);

    /// <summary>Reads what a ranking model of this engine and version wrote.</summary>
    /// <exception cref="ModelException">It is damaged.</exception>
    IRankingModel ReadRanking(Stream stream, FeatureSpace features);
}

/// <summary>An example to learn from.</summary>
/// <param name="Features">Its features.</param>
/// <param name="Label">Index of its label; 0 or 1 for a binary model.</param>
/// <param name="Weight">How much it counts, above 0; 1 is one example.</param>
public sealed record Example(FeatureVector Features, int Label, double Weight = 1);

/// <summary>An example of a ranking.</summary>
/// <param name="Features">Its features.</param>
/// <param name="Relevance">Higher comes first; 0 is not relevant.</param>
/// <param name="Group">Only rows of the same group are compared.</param>
/// <param name="Weight">How much its pairs count, above 0.</param>
public sealed record RankedExample(
    FeatureVector Features,
    int Relevance,
    int Group,
    double Weight = 1
);

/// <summary>How to learn. An engine takes what applies to its method.</summary>
/// <param name="L2">Strength of the penalty: half of it times the weights' square is added to the sum of all losses. The intercept is free.</param>
/// <param name="MaxIterations">At most so many iterations.</param>
/// <param name="Tolerance">Ends where the gradient's largest part, divided by the examples' weight, is below.</param>
/// <param name="Balance">0: examples count as they are; 1: all labels count alike; between: part of the way (label weights to that power).</param>
/// <param name="Seed">For engines that draw lots.</param>
public sealed record LearningOptions(
    double L2 = 1,
    int MaxIterations = 200,
    double Tolerance = 1e-5,
    double Balance = 0,
    int Seed = 2010
);

/// <summary>A model that gives labels.</summary>
public interface IClassifier
{
    /// <summary>What its rows' indices mean.</summary>
    FeatureSpace Features { get; }

    /// <summary>The labels, in the order of the probabilities.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>Probability of each label; they add up to 1.</summary>
    double[] Predict(FeatureVector row);

    /// <summary>The features that carried a label most, strongest first: for it above 0, against it below, in log-odds against the labels' mean.</summary>
    IReadOnlyList<Contribution> Explain(FeatureVector row, int label, int most);

    /// <summary>Writes all but the features' names.</summary>
    void Write(Stream stream);
}

/// <summary>A model of yes and no.</summary>
public interface IBinaryModel
{
    /// <summary>What its rows' indices mean.</summary>
    FeatureSpace Features { get; }

    /// <summary>Probability of yes, 0 to 1.</summary>
    double Predict(FeatureVector row);

    /// <summary>The features that moved the probability most, strongest first; above 0 towards yes.</summary>
    IReadOnlyList<Contribution> Explain(FeatureVector row, int most);

    /// <summary>Writes all but the features' names.</summary>
    void Write(Stream stream);
}

/// <summary>A model that orders.</summary>
public interface IRankingModel
{
    /// <summary>What its rows' indices mean.</summary>
    FeatureSpace Features { get; }

    /// <summary>A row's score: within a group higher comes first. Scores have no unit.</summary>
    double Score(FeatureVector row);

    /// <summary>The features that moved the score most, strongest first.</summary>
    IReadOnlyList<Contribution> Explain(FeatureVector row, int most);

    /// <summary>Writes all but the features' names.</summary>
    void Write(Stream stream);
}

/// <summary>What one feature added to a score.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Value">Its part, for the engine's method: weight times value for linear models.</param>
public readonly record struct Contribution(string Feature, double Value);
