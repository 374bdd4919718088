using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using TreeOptions = Kompass.Mining.Learning.Trees.TreeOptions;

namespace Kompass.Mining.MLNet;

/// <summary>
/// Learns with ML.NET: maximum entropy for labels by its L-BFGS, and FastTree (MART, Friedman 2001) for trees, which are taken out of its models. One thread, a fixed
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
    public BoostedTrees TrainTrees(
        FeatureSpace features,
        IReadOnlyList<TreeExample> examples,
        TreeOptions options,
        CancellationToken cancellation = default
    )
    {
        var model = Trainings.Fit(
            context => Trainer(context, options),
            Row.Of(examples),
            features.Count,
            2,
            cancellation
        );
        var ensemble = model.SubModel.TrainedTreeEnsemble;
        return new BoostedTrees(
            features,
            [
                .. ensemble.Trees.Select(
                    (tree, i) =>
                        new Tree(
                            [.. tree.LeftChild],
                            [.. tree.RightChild],
                            [.. tree.NumericalSplitFeatureIndexes],
                            [.. tree.NumericalSplitThresholds],
                            [.. tree.LeafValues.Select(v => (float)(v * ensemble.TreeWeights[i]))],
                            []
                        ).WithMeans(examples)
                ),
            ],
            ensemble.Bias,
            -model.Calibrator.Slope,
            -model.Calibrator.Offset
        );
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

    internal static FastTreeBinaryTrainer Trainer(MLContext context, TreeOptions options) =>
        context.BinaryClassification.Trainers.FastTree(
            new FastTreeBinaryTrainer.Options
            {
                LabelColumnName = nameof(Row.IsYes),
                FeatureColumnName = nameof(Row.Features),
                ExampleWeightColumnName = nameof(Row.Weight),
                NumberOfTrees = options.Trees,
                NumberOfLeaves = options.Leaves,
                MinimumExampleCountPerLeaf = options.FewestInLeaf,
                LearningRate = options.Rate,
                NumberOfThreads = 1,
                Seed = options.Seed,
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
