using Kompass.Mining.Corpus;
using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;
using Kompass.Mining.Themes.Evaluation;
using Kompass.Mining.Themes.Language;
using Kompass.Mining.Themes.Training;

namespace Kompass.Mining.Tests.Themes.Evaluation;

public sealed class LeaveOneReportOutTests
{
    private static readonly ThemeTrainingOptions Quick = new(Iterations: 5, Folds: 2);

    // Each report has a word of its own, often enough to be learnt; so have the examples of someone who had read them.
    private static readonly LabelledFinding[] Rows =
    [
        .. TrainingData
            .Authored(Subject.Knowledge)
            .Where(r => r.Source == LabelSource.Authored)
            .Where((_, i) => i % 40 == 0),
        .. Gold("ekdal-2012", "Kvarnhjulet"),
        .. Gold("sandby-2013", "Fyrtornet"),
        .. Enumerable
            .Range(0, 4)
            .Select(i => new LabelledFinding(
                $"Klockstapeln nummer {i} är uppskattad",
                1,
                "1.4",
                "dialogue",
                null,
                LabelSource.Informed,
                null
            )),
    ];

    [Fact]
    public void LeftOutReport_IsNeverLearntFrom()
    {
        var engine = new Recorder();

        Run(Rows, engine, withAblation: false);

        // First without the examples of readers, then with them; one report after the other.
        Assert.Equal(
            ["ekdal-2012", "sandby-2013", "ekdal-2012", "sandby-2013"],
            engine.Trainings.Select(t => t.Without)
        );
        Assert.All(
            engine.Trainings,
            t =>
            {
                Assert.Equal(t.Without != "ekdal-2012", t.Words.Contains(WordOf("kvarnhjulet")));
                Assert.Equal(t.Without != "sandby-2013", t.Words.Contains(WordOf("fyrtornet")));
            }
        );
        Assert.Equal(
            [false, false, true, true],
            engine.Trainings.Select(t => t.Words.Contains(WordOf("klockstapeln")))
        );
    }

    [Fact]
    public void Evaluation_CountsEveryLabelledFindingOnceAndEachReportAlone()
    {
        var evaluation = Run(Rows, new Recorder(), withAblation: false);

        Assert.Equal(Rows.Count(r => r.Source == LabelSource.Gold), evaluation.Findings);
        Assert.Equal(evaluation.Findings, evaluation.Question.Metrics.Count);
        Assert.Equal(["ekdal-2012", "sandby-2013"], evaluation.Reports.Select(r => r.Name));
        Assert.Equal(
            [
                "most frequent",
                "keyword rules",
                "text alone",
                "list order",
                "own prose and list order",
                "the same, with the examples of readers",
            ],
            evaluation.Comparisons.Select(c => c.Name)
        );
        Assert.All(
            evaluation.Comparisons.Skip(2),
            c => Assert.InRange(c.QuestionError!.Value, 0, 1)
        );
    }

    [Fact]
    public void OneLabelledReport_IsTooFew()
    {
        var e = Assert.Throws<ArgumentException>(() =>
            Run(
                [.. Rows.Where(r => r.Report != "sandby-2013")],
                new Recorder(),
                withAblation: false
            )
        );

        Assert.StartsWith("1 reports have gold labels", e.Message, StringComparison.Ordinal);
    }

    private static ThemeEvaluation Run(
        LabelledFinding[] rows,
        Recorder engine,
        bool withAblation
    ) =>
        new LeaveOneReportOut(
            Subject.Knowledge,
            engine,
            KeywordRules.Read(Path.Combine(Repository.Corpus, "keywords.csv")),
            rows,
            engine,
            Quick
        ).Run(
            new Dictionary<string, IReadOnlyList<Prose>>(StringComparer.Ordinal),
            [],
            withAblation,
            TestContext.Current.CancellationToken
        );

    private static string WordOf(string word) => "w:" + SnowballStemmer.Stem(word);

    private static IEnumerable<LabelledFinding> Gold(string report, string word) =>
        new[]
        {
            ("1.2", "information"),
            ("1.4", "dialogue"),
            ("1.4", "dialogue"),
            ("1.5", "values"),
            ("1.5", "values"),
        }.Select(
            (l, i) =>
                new LabelledFinding(
                    $"{word} bidrar på sätt {i}",
                    1,
                    l.Item1,
                    l.Item2,
                    null,
                    LabelSource.Gold,
                    report
                )
                {
                    List = FindingKind.Strength,
                }
        );

    /// <summary>Learns as ML.NET does, and notes which words each training saw.</summary>
    private sealed class Recorder : ILearningEngine, IProgress<string>
    {
        public List<(string Without, HashSet<string> Words)> Trainings { get; } = [];

        public string Name => ThemeModelFixture.Engine.Name;

        public string Version => ThemeModelFixture.Engine.Version;

        public void Report(string value) => Trainings.Add((value.Split(' ')[^1], []));

        public LinearClassifier TrainClassifier(
            FeatureSpace features,
            IReadOnlyList<string> labels,
            IReadOnlyList<Example> examples,
            LearningOptions options,
            CancellationToken cancellation = default
        )
        {
            lock (Trainings)
            {
                Trainings[^1].Words.UnionWith(features.Names);
            }

            return ThemeModelFixture.Engine.TrainClassifier(
                features,
                labels,
                examples,
                options,
                cancellation
            );
        }

        public BoostedTrees TrainTrees(
            FeatureSpace features,
            IReadOnlyList<TreeExample> examples,
            TreeOptions options,
            CancellationToken cancellation = default
        ) => throw new NotSupportedException();
    }
}
