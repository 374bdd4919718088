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
        Check(features, examples, labels.Count);
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
        Check(features, examples, labels: 2);
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
        ArgumentNullException.ThrowIfNull(examples);
        var pairs = Pairs(examples);
        Check(features, pairs, labels: 2);
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

    // Each pair of a group once, the better one first; the pairs of a group share its rows' weight, so that long groups do not rule.
    private static List<Example> Pairs(IReadOnlyList<RankedExample> examples)
    {
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

    private static void Check(FeatureSpace features, IReadOnlyList<Example> examples, int labels)
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
}
