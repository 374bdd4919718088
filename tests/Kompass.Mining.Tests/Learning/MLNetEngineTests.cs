using Kompass.Mining.Learning;
using Kompass.Mining.Learning.BuiltIn;
using Kompass.Mining.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kompass.Mining.Tests.Learning;

public sealed class MLNetEngineTests : LinearEngineTests
{
    protected override ILearningEngine Engine => new MLNetEngine();

    [Fact]
    public void LinearModels_AreThoseOfTheBuiltInEngine()
    {
        var options = new LearningOptions(L2: 0.5);
        var ours = new MathNetEngine().TrainBinary(
            Space,
            Halves(),
            options,
            TestContext.Current.CancellationToken
        );
        var theirs = Engine.TrainBinary(
            Space,
            Halves(),
            options,
            TestContext.Current.CancellationToken
        );

        Assert.All(
            Halves(),
            e => Assert.Equal(ours.Predict(e.Features), theirs.Predict(e.Features), 0.002)
        );
    }
}

public sealed class FastTreeEngineTests : LearningEngineTests
{
    protected override ILearningEngine Engine => new FastTreeEngine();

    [Fact]
    public void Probabilities_AreThoseThatFastTreeGives()
    {
        var examples = Halves();
        var options = new LearningOptions();
        var context = new MLContext(options.Seed);
        var view = Trainings.View(
            context,
            FastTreeEngine.Rows(Space, examples, [.. examples.Select(_ => 1.0)]),
            Space,
            2
        );
        var theirs = FastTreeEngine.Trainer(context, options).Fit(view).Transform(view);

        var ours = Engine.TrainBinary(
            Space,
            examples,
            options,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            theirs.GetColumn<float>("Probability").Select(p => Math.Round(p, 4)),
            examples.Select(e => Math.Round(ours.Predict(e.Features), 4))
        );
    }

    [Fact]
    public void Explanation_AddsUpToTheScoresDistanceFromTheMean()
    {
        var model = Engine.TrainBinary(
            Space,
            Halves(),
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );
        var (low, high) = (FeatureVector.Dense(-2, 0, 0.5), FeatureVector.Dense(2, 0, 0.5));

        var difference = LogOdds(model.Predict(high)) - LogOdds(model.Predict(low));

        Assert.Equal(
            difference,
            model.Explain(high, 9).Sum(c => c.Value) - model.Explain(low, 9).Sum(c => c.Value),
            0.001
        );
    }

    [Fact]
    public void DamagedTrees_AreRefused()
    {
        using var stream = new MemoryStream();
        Engine
            .TrainBinary(
                Space,
                Halves(),
                new LearningOptions(),
                TestContext.Current.CancellationToken
            )
            .Write(stream);
        var whole = stream.ToArray();

        using var cut = new MemoryStream(whole[..^7]);
        Assert.Throws<ModelException>(() => Engine.ReadBinary(cut, Space));
        // The first child of the first tree points at its own node.
        Array.Clear(whole, 32, 4);
        using var loop = new MemoryStream(whole);
        Assert.Throws<ModelException>(() => Engine.ReadBinary(loop, Space));
    }

    private static double LogOdds(double p) => Math.Log(p / (1 - p));
}
