using Kompass.Mining.Learning;
using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;

namespace Kompass.Mining.MLNet;

/// <summary>
/// Boosted trees with Microsoft.ML.FastTree (MART, Friedman 2001; LambdaMART for ranking, Burges 2010) for yes and no and for ranking; labels are learnt
/// as <see cref="MLNetEngine"/> does, for trees serve sparse texts badly. Small trees, few of them and slowly learnt: there are hundreds of rows and not
/// millions. The penalty of the options does not apply to trees.
/// </summary>
public sealed class FastTreeEngine : ILearningEngine
{
    private const int Trees = 100;
    private const int Leaves = 6;
    private const int FewestInLeaf = 10;
    private const double Rate = 0.05;

    private readonly MLNetEngine _linear = new();

    /// <inheritdoc/>
    public string Name => "fasttree";

    /// <inheritdoc/>
    public string Version => "1";

    /// <inheritdoc/>
    public IClassifier TrainClassifier(
        FeatureSpace features,
        IReadOnlyList<string> labels,
        IReadOnlyList<Example> examples,
        LearningOptions options,
        CancellationToken cancellation = default
    ) => _linear.TrainClassifier(features, labels, examples, options, cancellation);

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
        var weights = LearningInput.Weights(examples, 2, options.Balance);
        var model = Trainings.Fit(
            options.Seed,
            Rows(features, examples, weights),
            features,
            2,
            context => Trainer(context, options),
            cancellation
        );
        return new TreeScorer(
            features,
            [.. TreeOf(model.SubModel, examples.Select(e => e.Features), weights)],
            model.SubModel.TrainedTreeEnsemble.Bias,
            -model.Calibrator.Slope,
            -model.Calibrator.Offset
        );
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
        ArgumentNullException.ThrowIfNull(options);
        LearningInput.Check(
            features,
            [.. examples.Select(e => new Example(e.Features, 0, e.Weight))],
            labels: 1
        );
        // FastTree takes the rows of a group one after the other.
        var rows = examples.OrderBy(e => e.Group).ToList();
        var weights = rows.ConvertAll(e => e.Weight);
        var model = Trainings.Fit(
            options.Seed,
            [
                .. rows.Select(e => new Row
                {
                    Features = Trainings.Vector(e.Features, features),
                    Relevance = e.Relevance,
                    Label = (uint)e.Group,
                    Weight = (float)e.Weight,
                }),
            ],
            features,
            rows.Count == 0 ? 1 : rows[^1].Group + 1,
            context =>
                context.Ranking.Trainers.FastTree(
                    new FastTreeRankingTrainer.Options
                    {
                        LabelColumnName = nameof(Row.Relevance),
                        FeatureColumnName = nameof(Row.Features),
                        ExampleWeightColumnName = nameof(Row.Weight),
                        RowGroupColumnName = nameof(Row.Label),
                        NumberOfTrees = Trees,
                        NumberOfLeaves = Leaves,
                        MinimumExampleCountPerLeaf = FewestInLeaf,
                        LearningRate = Rate,
                        NumberOfThreads = 1,
                        Seed = options.Seed,
                    }
                ),
            cancellation
        );
        return new TreeScorer(
            features,
            [.. TreeOf(model, rows.Select(e => e.Features), weights)],
            model.TrainedTreeEnsemble.Bias,
            1,
            0
        );
    }

    /// <inheritdoc/>
    public IClassifier ReadClassifier(Stream stream, FeatureSpace features) =>
        _linear.ReadClassifier(stream, features);

    /// <inheritdoc/>
    public IBinaryModel ReadBinary(Stream stream, FeatureSpace features) =>
        TreeScorer.Read(stream, features);

    /// <inheritdoc/>
    public IRankingModel ReadRanking(Stream stream, FeatureSpace features) =>
        TreeScorer.Read(stream, features);

    internal static List<Row> Rows(
        FeatureSpace features,
        IReadOnlyList<Example> examples,
        IReadOnlyList<double> weights
    ) =>
        [
            .. examples.Select(
                (e, i) =>
                    new Row
                    {
                        Features = Trainings.Vector(e.Features, features),
                        IsYes = e.Label == 1,
                        Weight = (float)weights[i],
                    }
            ),
        ];

    internal static FastTreeBinaryTrainer Trainer(MLContext context, LearningOptions options) =>
        context.BinaryClassification.Trainers.FastTree(
            new FastTreeBinaryTrainer.Options
            {
                LabelColumnName = nameof(Row.IsYes),
                FeatureColumnName = nameof(Row.Features),
                ExampleWeightColumnName = nameof(Row.Weight),
                NumberOfTrees = Trees,
                NumberOfLeaves = Leaves,
                MinimumExampleCountPerLeaf = FewestInLeaf,
                LearningRate = Rate,
                NumberOfThreads = 1,
                Seed = options.Seed,
            }
        );

    private static IEnumerable<Tree> TreeOf(
        TreeEnsembleModelParametersBasedOnRegressionTree model,
        IEnumerable<FeatureVector> rows,
        IReadOnlyList<double> weights
    )
    {
        var ensemble = model.TrainedTreeEnsemble;
        var seen = rows.ToList();
        return ensemble.Trees.Select(
            (tree, i) =>
                Tree.Of(
                    [.. tree.LeftChild],
                    [.. tree.RightChild],
                    [.. tree.NumericalSplitFeatureIndexes],
                    [.. tree.NumericalSplitThresholds],
                    [.. tree.LeafValues.Select(v => (float)(v * ensemble.TreeWeights[i]))],
                    seen,
                    weights
                )
        );
    }
}
