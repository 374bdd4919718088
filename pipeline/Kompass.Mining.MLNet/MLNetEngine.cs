using Kompass.Mining.Learning;
using Kompass.Mining.Learning.BuiltIn;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Kompass.Mining.MLNet;

/// <summary>
/// Linear models with ML.NET: maximum entropy for labels, logistic regression for yes and no and, on the differences of pairs, for ranking, all by its
/// L-BFGS. It minimises what the built-in engine does (the same sum of losses and penalty, divided by the examples' weight), in single precision. What it
/// has learnt are weights, and they are kept and written as those of the built-in engine are: no library is needed to predict, and the same examples
/// give the same bytes, which ML.NET's own files with their time stamps do not.
/// </summary>
public sealed class MLNetEngine : ILearningEngine
{
    // The relative improvement below which ML.NET ends; its own default.
    private const float Tolerance = 1e-7f;

    /// <inheritdoc/>
    public string Name => "mlnet";

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
        ArgumentNullException.ThrowIfNull(options);
        LearningInput.Check(features, examples, labels.Count);
        var balanced = LearningInput.Weights(examples, labels.Count, options.Balance);
        var model = Trainings.Fit<MaximumEntropyModelParameters>(
            options.Seed,
            [
                .. examples.Select(
                    (e, i) =>
                        new Row
                        {
                            Features = Trainings.Vector(e.Features, features),
                            Label = (uint)e.Label,
                            Weight = (float)balanced[i],
                        }
                ),
            ],
            features,
            labels.Count,
            context =>
                context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
                    new LbfgsMaximumEntropyMulticlassTrainer.Options
                    {
                        LabelColumnName = nameof(Row.Label),
                        FeatureColumnName = nameof(Row.Features),
                        ExampleWeightColumnName = nameof(Row.Weight),
                        L1Regularization = 0,
                        L2Regularization = (float)options.L2,
                        OptimizationTolerance = Tolerance,
                        MaximumNumberOfIterations = options.MaxIterations,
                        NumberOfThreads = 1,
                    }
                ),
            cancellation
        );
        return Classifier(features, labels, model);
    }

    /// <inheritdoc/>
    public IBinaryModel TrainBinary(
        FeatureSpace features,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        LearningInput.Check(features, examples, labels: 2);
        return Logistic(features, examples, options, hasIntercept: true, cancellation);
    }

    /// <inheritdoc/>
    public IRankingModel TrainRanking(
        FeatureSpace features,
        IReadOnlyList<RankedExample> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        var pairs = LearningInput.Pairs(examples);
        LearningInput.Check(features, pairs, labels: 2);
        // ML.NET always fits an intercept. Each pair in both orders, each with half its weight, leaves nothing for it to learn.
        List<Example> both =
        [
            .. pairs.Select(p => p with { Weight = p.Weight / 2 }),
            .. pairs.Select(p => new Example(
                FeatureVector.Empty.Minus(p.Features),
                0,
                p.Weight / 2
            )),
        ];
        return Logistic(features, both, options, hasIntercept: false, cancellation);
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

    private static LinearScorer Logistic(
        FeatureSpace features,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        bool hasIntercept,
        CancellationToken cancellation
    )
    {
        var balanced = LearningInput.Weights(examples, 2, options.Balance);
        var model = Trainings
            .Fit<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>(
                options.Seed,
                [
                    .. examples.Select(
                        (e, i) =>
                            new Row
                            {
                                Features = Trainings.Vector(e.Features, features),
                                IsYes = e.Label == 1,
                                Weight = (float)balanced[i],
                            }
                    ),
                ],
                features,
                2,
                context =>
                    context.BinaryClassification.Trainers.LbfgsLogisticRegression(
                        new LbfgsLogisticRegressionBinaryTrainer.Options
                        {
                            LabelColumnName = nameof(Row.IsYes),
                            FeatureColumnName = nameof(Row.Features),
                            ExampleWeightColumnName = nameof(Row.Weight),
                            L1Regularization = 0,
                            L2Regularization = (float)options.L2,
                            OptimizationTolerance = Tolerance,
                            MaximumNumberOfIterations = options.MaxIterations,
                            NumberOfThreads = 1,
                        }
                    ),
                cancellation
            )
            .SubModel;
        var weights = new double[features.Count + 1];
        for (var i = 0; i < features.Count; i++)
        {
            weights[i] = model.Weights[i];
        }

        weights[features.Count] = hasIntercept ? model.Bias : 0;
        return new LinearScorer(features, weights);
    }

    private static LinearClassifier Classifier(
        FeatureSpace features,
        IReadOnlyList<string> labels,
        MaximumEntropyModelParameters model
    )
    {
        VBuffer<float>[]? columns = null;
        model.GetWeights(ref columns!, out _);
        var weights = new double[(features.Count + 1) * labels.Count];
        for (var label = 0; label < labels.Count; label++)
        {
            foreach (
                var (feature, weight) in columns[label].Items().Where(w => w.Key < features.Count)
            )
            {
                weights[(feature * labels.Count) + label] = weight;
            }
        }

        foreach (var (bias, label) in model.GetBiases().Select((b, i) => (b, i)))
        {
            weights[(features.Count * labels.Count) + label] = bias;
        }

        CompactWeights.Round(weights, labels.Count);
        return new LinearClassifier(features, labels, weights);
    }
}
