using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Kompass.Mining.MLNet;

/// <summary>
/// Learns with ML.NET: maximum entropy for labels and logistic regression for yes and no, both by its L-BFGS, and FastTree for trees. One thread, a fixed
/// seed and rows in their order, so that the same examples give the same bytes, which ML.NET's own files with their time stamps do not.
/// </summary>
public sealed class MLNetEngine : ILearningEngine
{
    // The relative improvement below which L-BFGS ends; ML.NET's own default.
    private const float Tolerance = 1e-7f;

    /// <inheritdoc/>
    public string Name => "ML.NET";

    /// <inheritdoc/>
    // The assembly's own version is 1.0.0.0 in every release.
    public string Version { get; } =
        System
            .Diagnostics.FileVersionInfo.GetVersionInfo(
                Path.Combine(AppContext.BaseDirectory, "Microsoft.ML.Data.dll")
            )
            .ProductVersion?.Split('+')[0]
        ?? "of unknown version";

    /// <inheritdoc/>
    public LinearClassifier TrainClassifier(
        FeatureSpace features,
        IReadOnlyList<string> labels,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    )
    {
        LearningInput.Check(features, examples, labels.Count);
        double[] Fit(IEnumerable<Example> rows, int width) =>
            Weights(
                Trainings.Fit(
                    context => Trainer(context, options),
                    Row.Of(rows, width),
                    width,
                    labels.Count,
                    cancellation
                ),
                width,
                labels.Count
            );

        if (!ExampleSpan.IsCheaper(examples, features))
        {
            return new LinearClassifier(features, labels, Fit(examples, features.Count));
        }

        var span = ExampleSpan.Of(examples, features);
        return new LinearClassifier(
            features,
            labels,
            span.Expand(Fit(span.Examples, examples.Count), features.Count, labels.Count)
        );
    }

    /// <inheritdoc/>
    public LogisticModel TrainBinary(
        FeatureSpace features,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    )
    {
        LearningInput.Check(features, examples, labels: 2);
        var model = Trainings
            .Fit(
                context => BinaryTrainer(context, options),
                Row.Of(examples, features.Count),
                features.Count,
                2,
                cancellation
            )
            .SubModel;
        return new LogisticModel(
            features,
            [.. model.Weights.Take(features.Count).Select(w => (double)w), model.Bias]
        );
    }

    /// <inheritdoc/>
    public BoostedTrees TrainTrees(
        FeatureSpace features,
        IReadOnlyList<TreeExample> examples,
        TreeOptions options,
        CancellationToken cancellation = default
    )
    {
        LearningInput.Check(features, examples);
        return FastTrees.Train(features, examples, options, cancellation);
    }

    internal static LbfgsMaximumEntropyMulticlassTrainer Trainer(
        MLContext context,
        LearningOptions options
    ) =>
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
        );

    internal static LbfgsLogisticRegressionBinaryTrainer BinaryTrainer(
        MLContext context,
        LearningOptions options
    ) =>
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
        );

    // ML.NET keeps a vector of weights a label; ours are a row a feature.
    private static double[] Weights(MaximumEntropyModelParameters model, int features, int labels)
    {
        VBuffer<float>[]? columns = null;
        model.GetWeights(ref columns!, out _);
        var weights = new double[(features + 1) * labels];
        for (var label = 0; label < labels; label++)
        {
            foreach (var (feature, weight) in columns[label].Items().Where(w => w.Key < features))
            {
                weights[(feature * labels) + label] = weight;
            }
        }

        foreach (var (bias, label) in model.GetBiases().Select((b, i) => (b, i)))
        {
            weights[(features * labels) + label] = bias;
        }

        return weights;
    }
}
