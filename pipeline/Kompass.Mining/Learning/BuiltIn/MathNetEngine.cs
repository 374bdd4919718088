namespace Kompass.Mining.Learning.BuiltIn;

/// <summary>
/// The engine that is always there: logistic regression with an L2 penalty, multinomial for labels, binary for yes and no, and on the differences of
/// pairs for ranking (Herbrich, Graepel, Obermayer 2000; with logistic loss the linear case of RankNet, Burges et al. 2005), all minimised by the L-BFGS of
/// MathNet.Numerics.
/// </summary>
public sealed class MathNetEngine : ILearningEngine
{
    /// <inheritdoc/>
    public string Name => "mathnet";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public IClassifier TrainClassifier(
        FeatureSpace features,
        IReadOnlyList<string> labels,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(labels);
        LearningInput.Check(features, examples, labels.Count);
        var loss = new SoftmaxLoss(examples, labels.Count, features.Count, options);
        var weights = Minimiser.Minimise(loss, options, cancellation);
        CompactWeights.Round(weights, labels.Count);
        return new LinearClassifier(features, labels, weights);
    }

    /// <inheritdoc/>
    public IBinaryModel TrainBinary(
        FeatureSpace features,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    )
    {
        LearningInput.Check(features, examples, labels: 2);
        var loss = new LogisticLoss(examples, features.Count, hasIntercept: true, options);
        return new LinearScorer(features, Minimiser.Minimise(loss, options, cancellation));
    }

    /// <inheritdoc/>
    public IRankingModel TrainRanking(
        FeatureSpace features,
        IReadOnlyList<RankedExample> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    )
    {
        var pairs = LearningInput.Pairs(examples);
        LearningInput.Check(features, pairs, labels: 2);
        var loss = new LogisticLoss(pairs, features.Count, hasIntercept: false, options);
        return new LinearScorer(features, Minimiser.Minimise(loss, options, cancellation));
    }

    /// <inheritdoc/>
    public IClassifier ReadClassifier(Stream stream, FeatureSpace features) =>
        LinearClassifier.Read(stream, features);

    /// <inheritdoc/>
    public IBinaryModel ReadBinary(Stream stream, FeatureSpace features) =>
        LinearScorer.Read(stream, features);

    /// <inheritdoc/>
    public IRankingModel ReadRanking(Stream stream, FeatureSpace features) =>
        LinearScorer.Read(stream, features);
}
