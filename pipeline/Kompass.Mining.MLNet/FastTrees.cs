using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using TreeOptions = Kompass.Mining.Learning.Trees.TreeOptions;

namespace Kompass.Mining.MLNet;

/// <summary>Grows trees with Microsoft.ML.FastTree (MART, Friedman 2001) and takes them out of its model.</summary>
internal static class FastTrees
{
    public static BoostedTrees Train(
        FeatureSpace features,
        IReadOnlyList<TreeExample> examples,
        TreeOptions options,
        CancellationToken cancellation
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
}
