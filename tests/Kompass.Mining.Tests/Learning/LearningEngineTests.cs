using Kompass.Mining.Learning;
using Kompass.Mining.Learning.BuiltIn;

namespace Kompass.Mining.Tests.Learning;

/// <summary>What every engine of the learning port must do; an engine's own test class names it.</summary>
public abstract class LearningEngineTests
{
    private static readonly FeatureSpace Plane = new(["x", "y", "noise"]);
    private static readonly string[] Corners = ["left", "right", "top"];

    protected abstract ILearningEngine Engine { get; }

    [Fact]
    public void Classifier_SeparatedLabels_GivesThemProbabilitiesThatAddUpToOne()
    {
        var model = Engine.TrainClassifier(
            Plane,
            Corners,
            ThreeCorners(),
            new LearningOptions(L2: 0.1),
            TestContext.Current.CancellationToken
        );

        Assert.Equal("left", Best(model, -2, 0));
        Assert.Equal("right", Best(model, 2, 0));
        Assert.Equal("top", Best(model, 0, 3));
        Assert.Equal(1, model.Predict(FeatureVector.Dense(0.3, 0.2, 0)).Sum(), 6);
    }

    [Fact]
    public void Classifier_TrainedTwice_IsTheSameModel()
    {
        var first = Engine.TrainClassifier(
            Plane,
            Corners,
            ThreeCorners(),
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );
        var second = Engine.TrainClassifier(
            Plane,
            Corners,
            ThreeCorners(),
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );

        foreach (var example in ThreeCorners())
        {
            Assert.Equal(first.Predict(example.Features), second.Predict(example.Features));
        }
    }

    [Fact]
    public void Classifier_WrittenAndRead_PredictsTheSame()
    {
        var model = Engine.TrainClassifier(
            Plane,
            Corners,
            ThreeCorners(),
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );
        using var stream = new MemoryStream();
        model.Write(stream);
        stream.Position = 0;
        var read = Engine.ReadClassifier(stream, Plane);

        Assert.Equal(Corners, read.Labels);
        Assert.All(
            ThreeCorners(),
            e =>
                Assert.All(
                    model.Predict(e.Features).Zip(read.Predict(e.Features)),
                    p => Assert.Equal(p.First, p.Second, 5)
                )
        );
    }

    [Fact]
    public void Classifier_LabelWithoutExamples_IsTheLeastLikely()
    {
        var model = Engine.TrainClassifier(
            Plane,
            [.. Corners, "never"],
            ThreeCorners(),
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            3,
            Array.IndexOf(
                model.Predict(FeatureVector.Dense(2, 0, 0)),
                model.Predict(FeatureVector.Dense(2, 0, 0)).Min()
            )
        );
    }

    [Fact]
    public void Classifier_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Engine.TrainClassifier(
                Plane,
                Corners,
                ThreeCorners(),
                new LearningOptions(),
                cancelled.Token
            )
        );
    }

    [Fact]
    public void Binary_HalfAndHalf_FindsTheFeatureThatMatters()
    {
        var model = Engine.TrainBinary(
            Plane,
            Halves(),
            new LearningOptions(L2: 0.1),
            TestContext.Current.CancellationToken
        );

        Assert.True(model.Predict(FeatureVector.Dense(2, 0, 0.5)) > 0.8);
        Assert.True(model.Predict(FeatureVector.Dense(-2, 0, 0.5)) < 0.2);
        var strongest = model.Explain(FeatureVector.Dense(2, 0.1, 0.5), 1);
        Assert.Equal("x", strongest[0].Feature);
        Assert.True(strongest[0].Value > 0);
    }

    [Fact]
    public void Binary_WrittenAndRead_PredictsTheSame()
    {
        var model = Engine.TrainBinary(
            Plane,
            Halves(),
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );
        using var stream = new MemoryStream();
        model.Write(stream);
        stream.Position = 0;
        var read = Engine.ReadBinary(stream, Plane);

        Assert.All(
            Halves(),
            e => Assert.Equal(model.Predict(e.Features), read.Predict(e.Features), 5)
        );
    }

    [Fact]
    public void Ranking_WithinGroups_PutsTheRelevantFirst()
    {
        var rows = Groups(level: 0);

        var model = Engine.TrainRanking(
            Plane,
            rows,
            new LearningOptions(L2: 0.1),
            TestContext.Current.CancellationToken
        );

        AssertOrdered(model, rows);
    }

    [Fact]
    public void Ranking_WrittenAndRead_ScoresTheSame()
    {
        var rows = Groups(level: 0);
        var model = Engine.TrainRanking(
            Plane,
            rows,
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );
        using var stream = new MemoryStream();
        model.Write(stream);
        stream.Position = 0;
        var read = Engine.ReadRanking(stream, Plane);

        Assert.All(rows, r => Assert.Equal(model.Score(r.Features), read.Score(r.Features), 4));
    }

    [Fact]
    public void Models_TrainedTwice_AreTheSameToTheByte()
    {
        Assert.Equal(Written(), Written());

        byte[] Written()
        {
            using var stream = new MemoryStream();
            Engine
                .TrainClassifier(
                    Plane,
                    Corners,
                    ThreeCorners(),
                    new LearningOptions(),
                    TestContext.Current.CancellationToken
                )
                .Write(stream);
            Engine
                .TrainBinary(
                    Plane,
                    Halves(),
                    new LearningOptions(),
                    TestContext.Current.CancellationToken
                )
                .Write(stream);
            Engine
                .TrainRanking(
                    Plane,
                    Groups(level: 0),
                    new LearningOptions(),
                    TestContext.Current.CancellationToken
                )
                .Write(stream);
            return stream.ToArray();
        }
    }

    /// <summary>Twenty groups of four rows, each on a level of its own: within a group x grows with the relevance.</summary>
    private protected static List<RankedExample> Groups(double level) =>
        [
            .. from @group in Enumerable.Range(0, 20)
            from i in Enumerable.Range(0, 4)
            select new RankedExample(
                FeatureVector.Dense((level * @group) + i, Noise(@group + i), 1),
                i,
                @group
            ),
        ];

    private protected static FeatureSpace Space => Plane;

    private protected static void AssertOrdered(
        IRankingModel model,
        IEnumerable<RankedExample> rows
    )
    {
        foreach (var group in rows.GroupBy(r => r.Group))
        {
            var scores = group.Select(r => model.Score(r.Features)).ToList();
            Assert.Equal(scores.Order(), scores);
            Assert.Equal(scores.Count, scores.Distinct().Count());
        }
    }

    private static string Best(IClassifier model, double x, double y)
    {
        var probabilities = model.Predict(FeatureVector.Dense(x, y, 0));
        return model.Labels[Array.IndexOf(probabilities, probabilities.Max())];
    }

    private static List<Example> ThreeCorners() =>
        [
            .. Enumerable
                .Range(0, 90)
                .Select(i =>
                {
                    var label = i % 3;
                    var (x, y) = label switch
                    {
                        0 => (-2.0, 0.0),
                        1 => (2.0, 0.0),
                        _ => (0.0, 3.0),
                    };
                    return new Example(
                        FeatureVector.Dense(x + Noise(i), y + Noise(i + 7), Noise(i + 13)),
                        label
                    );
                }),
        ];

    private protected static List<Example> Halves() =>
        [
            .. Enumerable
                .Range(0, 80)
                .Select(i => new Example(
                    FeatureVector.Dense((i % 2 == 0 ? -1 : 1) + Noise(i), Noise(i + 5), 0.5),
                    i % 2
                )),
        ];

    // Even over -1 to 1, the same on every machine.
    private static double Noise(int i) => (i * 37 % 41 / 20.0) - 1;
}

/// <summary>What a linear model can, and trees cannot: go on beyond what it has seen.</summary>
public abstract class LinearEngineTests : LearningEngineTests
{
    [Fact]
    public void Ranking_GroupsOnOtherLevels_LearnsTheOrderWithin()
    {
        var rows = Groups(level: 10);

        var model = Engine.TrainRanking(
            Space,
            rows,
            new LearningOptions(L2: 0.1),
            TestContext.Current.CancellationToken
        );

        AssertOrdered(model, rows);
    }

    [Fact]
    public void Binary_WithoutFeatures_GivesTheBaseRate()
    {
        var rows = Enumerable
            .Range(0, 10)
            .Select(i => new Example(FeatureVector.Empty, i < 3 ? 1 : 0));

        var model = Engine.TrainBinary(
            new FeatureSpace([]),
            [.. rows],
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(0.3, model.Predict(FeatureVector.Empty), 3);
    }

    [Fact]
    public void Classifier_Balanced_WeighsRareLabelsUp()
    {
        var rows = Enumerable
            .Range(0, 10)
            .Select(i => new Example(FeatureVector.Empty, i < 1 ? 1 : 0))
            .ToList();
        var space = new FeatureSpace([]);

        var asIs = Engine.TrainClassifier(
            space,
            ["a", "b"],
            rows,
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );
        var balanced = Engine.TrainClassifier(
            space,
            ["a", "b"],
            rows,
            new LearningOptions(Balance: 1),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(0.1, asIs.Predict(FeatureVector.Empty)[1], 3);
        Assert.Equal(0.5, balanced.Predict(FeatureVector.Empty)[1], 3);
    }

    [Fact]
    public void Train_WithLabelOutOfRange_SaysWhichAreAllowed()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Engine.TrainBinary(
                new FeatureSpace([]),
                [new Example(FeatureVector.Empty, 2)],
                new LearningOptions(),
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("0 to 1", e.Message, StringComparison.Ordinal);
    }
}

public sealed class MathNetEngineTests : LinearEngineTests
{
    protected override ILearningEngine Engine => new MathNetEngine();
}
