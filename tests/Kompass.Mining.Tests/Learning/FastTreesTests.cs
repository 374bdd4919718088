using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Kompass.Mining.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kompass.Mining.Tests.Learning;

public sealed class FastTreesTests
{
    private static readonly FeatureSpace Plane = new(["x", "y", "noise"]);
    private static readonly TreeOptions Options = new(Trees: 30, Leaves: 6);

    [Fact]
    public void Trees_LearnWhatIsNoLine()
    {
        var trees = Train();

        Assert.True(trees.Predict([0.6f, 0.6f, 0]) > 0.9);
        Assert.True(trees.Predict([-0.6f, -0.6f, 0]) > 0.9);
        Assert.True(trees.Predict([0.6f, -0.6f, 0]) < 0.1);
        Assert.True(trees.Predict([-0.6f, 0.6f, 0]) < 0.1);
    }

    [Fact]
    public void Probabilities_AreThoseThatFastTreeGives()
    {
        var examples = Quadrants();
        var context = new MLContext(0);
        var view = Trainings.View(context, Row.Of(examples), Plane.Count, 2);
        var theirs = MLNetEngine.Trainer(context, Options).Fit(view).Transform(view);

        var ours = Train();

        Assert.Equal(
            theirs.GetColumn<float>("Probability").Select(p => Math.Round(p, 4)),
            examples.Select(e => Math.Round(ours.Predict(e.Row), 4))
        );
    }

    /// <summary>The likeliest sigmoid promises on average what comes true: rows of which three in ten are not what the trees learnt.</summary>
    [Fact]
    public void CalibratedOnOtherRows_PromisesWhatComesTrueThere()
    {
        var others = Quadrants()
            .Select((e, i) => i % 10 < 3 ? e with { IsYes = !e.IsYes } : e)
            .ToList();
        var trees = Train();

        var calibrated = trees.Calibrated(others);

        Assert.Equal(
            others.Average(e => e.IsYes ? 1.0 : 0),
            others.Average(e => calibrated.Predict(e.Row)),
            0.001
        );
        Assert.InRange(trees.Predict([0.6f, 0.6f, 0]), 0.9, 1);
        Assert.InRange(calibrated.Predict([0.6f, 0.6f, 0]), 0.6, 0.8);
    }

    [Fact]
    public void Explanation_AddsUpToTheScoresDistanceFromTheMean()
    {
        var trees = Train();
        float[] low = [0.6f, -0.6f, 0.5f];
        float[] high = [0.6f, 0.6f, 0.5f];

        var difference = LogOdds(trees.Predict(high)) - LogOdds(trees.Predict(low));

        Assert.Equal(
            difference,
            trees.Explain(high, 9).Sum(c => c.Value) - trees.Explain(low, 9).Sum(c => c.Value),
            0.001
        );
    }

    [Fact]
    public void Trees_WrittenAndRead_PredictTheSame()
    {
        var trees = Train();

        var read = BoostedTrees.Read(MLNetEngineTests.Written(trees.Write), Plane);

        Assert.Equal(
            Quadrants().Select(e => trees.Predict(e.Row)),
            Quadrants().Select(e => read.Predict(e.Row))
        );
    }

    [Fact]
    public void DamagedTrees_AreRefused()
    {
        var whole = MLNetEngineTests.Written(Train().Write).ToArray();

        using var cut = new MemoryStream(whole[..^7]);
        Assert.Throws<ModelException>(() => BoostedTrees.Read(cut, Plane));
        using var narrow = new MemoryStream(whole);
        Assert.Throws<ModelException>(() => BoostedTrees.Read(narrow, new FeatureSpace(["x"])));
        // The first child of the first tree points at its own node.
        Array.Clear(whole, 32, 4);
        using var loop = new MemoryStream(whole);
        Assert.Throws<ModelException>(() => BoostedTrees.Read(loop, Plane));
    }

    [Fact]
    public void Rows_OfAnotherLength_AreRefused() =>
        Assert.Throws<ArgumentException>(() => Train().Predict([1, 2]));

    internal static BoostedTrees Train() =>
        new MLNetEngine().TrainTrees(
            Plane,
            Quadrants(),
            Options,
            TestContext.Current.CancellationToken
        );

    // Yes where x and y are of one sign: no linear model can tell.
    private static List<TreeExample> Quadrants() =>
        [
            .. from x in Enumerable.Range(-10, 21)
            from y in Enumerable.Range(-10, 21)
            select new TreeExample(
                [x / 10f, y / 10f, (float)MLNetEngineTests.Noise(x + (3 * y) + 40)],
                x * y > 0
            ),
        ];

    private static double LogOdds(double p) => Math.Log(p / (1 - p));
}
