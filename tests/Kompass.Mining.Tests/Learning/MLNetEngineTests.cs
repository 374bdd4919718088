using Kompass.Mining.Learning;
using Kompass.Mining.MLNet;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kompass.Mining.Tests.Learning;

/// <summary>What is learnt with ML.NET, held to ML.NET's own predictions and to what the examples were made from.</summary>
public sealed class MLNetEngineTests
{
    private static readonly FeatureSpace Plane = new(["x", "y", "noise"]);
    private static readonly string[] Corners = ["left", "right", "top"];
    private static readonly MLNetEngine Engine = new();

    [Fact]
    public void Version_IsThatOfThePackage() => Assert.Matches(@"^\d+\.\d+\.\d+", Engine.Version);

    [Fact]
    public void Classifier_SeparatedLabels_GivesThemProbabilitiesThatAddUpToOne()
    {
        var model = Classifier(Corners, ThreeCorners(), new LearningOptions(L2: 0.1));

        Assert.Equal("left", Best(model, -2, 0));
        Assert.Equal("right", Best(model, 2, 0));
        Assert.Equal("top", Best(model, 0, 3));
        Assert.Equal(1, model.Predict(FeatureVector.Dense(0.3, 0.2, 0)).Sum(), 6);
    }

    [Fact]
    public void Classifier_GivesTheProbabilitiesOfMLNet() =>
        AssertAsMLNet(Plane, ThreeCorners(), new LearningOptions(L2: 0.5), ThreeCorners());

    [Fact]
    public void Classifier_FewExamplesOfManyFeatures_GivesTheProbabilitiesOfMLNet()
    {
        var space = new FeatureSpace(Enumerable.Range(0, 400).Select(i => $"f{i}"));
        var examples = Enumerable.Range(0, 30).Select(i => Sparse(i, i % 3, 1 + (i % 2))).ToList();
        // Directions that add nothing: an example that comes twice, the sum of two, and one without features.
        examples.Add(examples[4] with { Label = 2 });
        examples.Add(
            new Example(
                FeatureVector.Sparse([.. Items(examples[0]), .. Items(examples[1])]),
                Label: 1
            )
        );
        examples.Add(new Example(FeatureVector.Sparse([]), Label: 0));
        var unseen = Enumerable.Range(50, 20).Select(i => Sparse(i, 0, 1));
        Assert.True(ExampleSpan.IsCheaper(examples, space));

        AssertAsMLNet(space, examples, new LearningOptions(L2: 0.1, 10), [.. examples, .. unseen]);

        // Each label has features of its own, and all share some.
        static Example Sparse(int i, int label, double weight) =>
            new(
                FeatureVector.Sparse(
                    Enumerable
                        .Range(0, 25)
                        .Select(f =>
                            (((i * 31) + (f * 17) + (label * 130)) % 400, 0.2 + (f % 5 * 0.1))
                        )
                ),
                label,
                weight
            );

        static IEnumerable<(int, double)> Items(Example example)
        {
            for (var i = 0; i < example.Features.Indices.Length; i++)
            {
                yield return (example.Features.Indices[i], example.Features.Values[i]);
            }
        }
    }

    [Fact]
    public void Classifier_WrittenAndRead_PredictsTheSame()
    {
        var model = Classifier(Corners, ThreeCorners(), new LearningOptions());

        var read = LinearClassifier.Read(Written(model.Write), Plane);

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
        var model = Classifier([.. Corners, "never"], ThreeCorners(), new LearningOptions());

        var probabilities = model.Predict(FeatureVector.Dense(2, 0, 0));

        Assert.Equal(3, Array.IndexOf(probabilities, probabilities.Min()));
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
    public void Classifier_OfTwoLabels_HasOppositeWeightsAndFindsTheFeatureThatMatters()
    {
        var model = Classifier(["no", "yes"], Halves(), new LearningOptions(L2: 0.1));

        Assert.True(model.Predict(FeatureVector.Dense(2, 0, 0.5))[1] > 0.8);
        Assert.True(model.Predict(FeatureVector.Dense(-2, 0, 0.5))[1] < 0.2);
        Assert.Equal(-model.Weights(0)[0], model.Weights(0)[1], 4);
        var strongest = model.Explain(FeatureVector.Dense(2, 0.1, 0.5), 1, 1);
        Assert.Equal("x", strongest[0].Feature);
        Assert.True(strongest[0].Value > 0);
    }

    [Fact]
    public void Classifier_WithoutFeatures_GivesTheBaseRate()
    {
        var rows = Enumerable
            .Range(0, 10)
            .Select(i => new Example(FeatureVector.Sparse([]), i < 3 ? 1 : 0));

        var model = Engine.TrainClassifier(
            new FeatureSpace([]),
            ["no", "yes"],
            [.. rows],
            new LearningOptions(),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(0.3, model.Predict(FeatureVector.Sparse([]))[1], 3);
    }

    [Fact]
    public void Models_TrainedTwice_AreTheSameToTheByte()
    {
        Assert.Equal(All(), All());

        static byte[] All() =>
            Written(stream =>
                {
                    Classifier(Corners, ThreeCorners(), new LearningOptions()).Write(stream);
                    FastTreesTests.Train().Write(stream);
                })
                .ToArray();
    }

    internal static MemoryStream Written(Action<Stream> write)
    {
        var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        return stream;
    }

    // Even over -1 to 1, the same on every machine.
    internal static double Noise(int i) => (i * 37 % 41 / 20.0) - 1;

    // Our weights are rounded to a byte times their feature's scale.
    private static void AssertAsMLNet(
        FeatureSpace space,
        List<Example> examples,
        LearningOptions options,
        List<Example> asked
    )
    {
        var context = new MLContext(0);
        IDataView View(List<Example> rows) =>
            Trainings.View(context, Row.Of(rows, space.Count), space.Count, Corners.Length);
        var theirs = MLNetEngine
            .Trainer(context, options)
            .Fit(View(examples))
            .Transform(View(asked))
            .GetColumn<float[]>("Score");

        var ours = Engine.TrainClassifier(
            space,
            Corners,
            examples,
            options,
            TestContext.Current.CancellationToken
        );

        Assert.All(
            asked.Zip(theirs),
            p =>
                Assert.All(
                    ours.Predict(p.First.Features).Zip(p.Second),
                    q => Assert.Equal(q.Second, q.First, 0.01)
                )
        );
    }

    private static LinearClassifier Classifier(
        IReadOnlyList<string> labels,
        List<Example> examples,
        LearningOptions options
    ) =>
        Engine.TrainClassifier(
            Plane,
            labels,
            examples,
            options,
            TestContext.Current.CancellationToken
        );

    private static string Best(LinearClassifier model, double x, double y)
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

    private static List<Example> Halves() =>
        [
            .. Enumerable
                .Range(0, 80)
                .Select(i => new Example(
                    FeatureVector.Dense((i % 2 == 0 ? -1 : 1) + Noise(i), Noise(i + 5), 0.5),
                    i % 2
                )),
        ];
}
