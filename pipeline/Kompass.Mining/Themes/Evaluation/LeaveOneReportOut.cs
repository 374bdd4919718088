using Kompass.Mining.Evaluation;
using Kompass.Mining.Learning;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes.Training;

namespace Kompass.Mining.Themes.Evaluation;

/// <summary>
/// Measures labels on municipalities that the model has not seen: each report with gold labels is left out in turn, with its findings and its prose; the
/// model learns from the rest. Never a random split, for findings of one report share its words.
/// </summary>
/// <param name="knowledge">What the pipeline knows.</param>
/// <param name="engine">The engine.</param>
/// <param name="rules">The keyword baseline.</param>
/// <param name="rows">All data; at least two reports with gold labels, whose rows stand in the order of their lists.</param>
/// <param name="progress">Told of each training.</param>
/// <param name="options">Settings of the training.</param>
/// <exception cref="ArgumentException">Fewer than two reports have gold labels.</exception>
public sealed class LeaveOneReportOut(
    Knowledge knowledge,
    ILearningEngine engine,
    KeywordRules rules,
    IReadOnlyList<LabelledFinding> rows,
    IProgress<string>? progress = null,
    ThemeTrainingOptions? options = null
)
{
    private readonly List<string> _reports = TwoOrMore(rows);

    /// <summary>Runs.</summary>
    /// <param name="prose">The reports' own prose, by id; a report that is left out may still teach what it says itself.</param>
    /// <param name="testSet">Findings of invented reports, labelled by a model that has learnt from all rows but those of readers; may be empty.</param>
    /// <param name="withAblation">Whether to train also with less data, to show what each kind adds.</param>
    /// <param name="cancellation">Stops between iterations.</param>
    public ThemeEvaluation Run(
        IReadOnlyDictionary<string, IReadOnlyList<Prose>> prose,
        IReadOnlyList<LabelledFinding> testSet,
        bool withAblation,
        CancellationToken cancellation = default
    )
    {
        var unread = Models([LabelSource.Informed], cancellation);
        var honest = Predict(unread, rows, prose, cancellation);
        var comparisons = new List<Comparison>
        {
            Baseline(
                "most frequent",
                (f, others) => (MostFrequentQuestion(others, f.Area), MostFrequentTheme(others))
            ),
            Baseline("keyword rules", Keywords),
            Compare("text alone", Predict(unread, rows, null, cancellation)),
            Compare("list order", Predict(unread, rows, NoProse, cancellation)),
            Compare("own prose and list order", honest),
            Compare(
                "the same, with the examples of readers",
                Predict(Models([], cancellation), rows, prose, cancellation)
            ),
        };
        List<Prediction>? tested = null;
        if (testSet.Count > 0)
        {
            progress?.Report("training for test-set");
            var model = Train(rows.Where(r => r.Source != LabelSource.Informed), cancellation);
            var invented = ReportsOf(testSet)
                .ToDictionary(r => r, _ => model, StringComparer.Ordinal);
            var alone = Predict(invented, testSet, null, cancellation);
            tested = Predict(invented, testSet, NoProse, cancellation);
            comparisons.Add(Compare("test set, text alone", alone));
            comparisons.Add(Compare("test set, list order", tested));
        }

        if (withAblation)
        {
            comparisons.AddRange(Ablation(prose, cancellation));
        }

        return new ThemeEvaluation(
            $"{engine.Name} {engine.Version}",
            TrainingData.HashOf(rows),
            honest.Count,
            LabelResult.Of([.. honest.Select(p => p.Question)]),
            LabelResult.Of([.. honest.Select(p => p.Theme)]),
            tested is null ? null : LabelResult.Of([.. tested.Select(p => p.Question)]),
            tested is null ? null : LabelResult.Of([.. tested.Select(p => p.Theme)]),
            [
                .. honest
                    .GroupBy(p => p.Theme.Cluster!, StringComparer.Ordinal)
                    .Select(g => Compare(g.Key, [.. g])),
            ],
            Review(honest),
            comparisons
        );
    }

    // For each report the model that knows nothing of it, learnt without rows of these sources.
    private Dictionary<string, ThemeModel> Models(
        IReadOnlyList<LabelSource> without,
        CancellationToken cancellation
    ) =>
        _reports.ToDictionary(
            report => report,
            report =>
            {
                progress?.Report($"training without {report}");
                return Train(
                    rows.Where(r => r.Report != report && !without.Contains(r.Source)),
                    cancellation
                );
            },
            StringComparer.Ordinal
        );

    private IEnumerable<Comparison> Ablation(
        IReadOnlyDictionary<string, IReadOnlyList<Prose>> prose,
        CancellationToken cancellation
    ) =>
        new[] { LabelSource.Authored, LabelSource.Gold, LabelSource.Distant }.Select(without =>
        {
            var models = Models([LabelSource.Informed, without], cancellation);
            return Compare(
                $"own prose and list order, without {without.ToString().ToLowerInvariant()}",
                Predict(models, rows, prose, cancellation)
            );
        });

    private ThemeModel Train(IEnumerable<LabelledFinding> own, CancellationToken cancellation) =>
        new ThemeTrainer(knowledge, engine, options).Train([.. own], cancellation);

    // What a rule gives that sees the other reports' findings.
    private Comparison Baseline(
        string name,
        Func<LabelledFinding, List<LabelledFinding>, (string Question, string Theme)> label
    ) =>
        Compare(
            name,
            [
                .. _reports.SelectMany(report =>
                {
                    var others = rows.Where(r => r.Source == LabelSource.Gold && r.Report != report)
                        .ToList();
                    return rows.Where(r => IsMeasured(r) && r.Report == report)
                        .Select(f =>
                        {
                            var (question, theme) = label(f, others);
                            return Prediction.Of(f, new FindingLabels(question, 1, theme, 1));
                        });
                }),
            ]
        ) with
        {
            QuestionError = null,
            ThemeError = null,
        };

    // The reports' labels are looked at in the order of a review; what is wrong is set right.
    private static List<ReviewStep> Review(List<Prediction> predictions)
    {
        var labels = predictions
            .SelectMany(p =>
                new[] { (Field: "question", p.Question), (Field: "theme", p.Theme) }.Select(l =>
                    (p, l.Field, Label: l.Item2)
                )
            )
            .ToList();
        var ranks = labels
            .GroupBy(l => l.Label.Cluster!, StringComparer.Ordinal)
            .SelectMany(report =>
            {
                var byPath = report
                    .Select((l, i) => (Key: $"{i}/{l.Field}", l))
                    .ToDictionary(l => l.Key, l => l.l, StringComparer.Ordinal);
                return LabelReview
                    .Order([
                        .. byPath.Select(l => new DoubtfulLabel(
                            report.Key,
                            l.Key,
                            l.Value.p.Finding.Area,
                            l.Value.p.Finding.List ?? FindingKind.Improvement,
                            l.Value.p.Finding.Text,
                            l.Value.Label.Predicted,
                            l.Value.Label.Probability,
                            null
                        )),
                    ])
                    .Select(
                        (l, rank) =>
                            (byPath[l.Path].Field, byPath[l.Path].Label.IsRight, Rank: rank)
                    );
            })
            .ToList();
        var reports = labels.Select(l => l.Label.Cluster).Distinct(StringComparer.Ordinal).Count();
        var right = ranks.Average(r => r.IsRight ? 1.0 : 0);
        return
        [
            .. ReviewSteps.Select(n => new ReviewStep(
                n,
                After(n, "question"),
                After(n, "theme"),
                After(n, null),
                right + ((1 - right) * Math.Min(1, (double)n * reports / ranks.Count))
            )),
        ];

        double After(int corrections, string? field) =>
            ranks
                .Where(r => field is null || r.Field == field)
                .Average(r => r.IsRight || r.Rank < corrections ? 1.0 : 0);
    }

    private static readonly int[] ReviewSteps = [0, 5, 10, 20, 40];

    private static Dictionary<string, IReadOnlyList<Prose>> NoProse { get; } =
        new(StringComparer.Ordinal);

    private static List<string> TwoOrMore(IReadOnlyList<LabelledFinding> rows)
    {
        var reports = ReportsOf(rows);
        return reports.Count >= 2
            ? reports
            : throw new ArgumentException(
                $"{reports.Count} reports have gold labels; two or more are needed to leave one out",
                nameof(rows)
            );
    }

    private static List<string> ReportsOf(IEnumerable<LabelledFinding> rows) =>
        [
            .. rows.Where(IsMeasured)
                .Select(r => r.Report!)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsMeasured(LabelledFinding row) =>
        row is { Source: LabelSource.Gold, Question: not null, Theme: not null };

    // Without prose and order where prose is null: each text by itself.
    private List<Prediction> Predict(
        Dictionary<string, ThemeModel> models,
        IReadOnlyList<LabelledFinding> measured,
        IReadOnlyDictionary<string, IReadOnlyList<Prose>>? prose,
        CancellationToken cancellation
    ) =>
        [
            .. models.SelectMany(m =>
            {
                var held = measured.Where(r => IsMeasured(r) && r.Report == m.Key).ToList();
                var labels = ReportLabeller
                    .For(
                        prose?.GetValueOrDefault(m.Key) ?? [],
                        knowledge.Swedish,
                        m.Value,
                        engine,
                        cancellation
                    )
                    .Label([
                        .. held.Select(f => new ReportText(
                            f.Text,
                            f.Area,
                            prose is null ? null : f.List
                        )),
                    ]);
                return held.Zip(labels, Prediction.Of);
            }),
        ];

    // Where no keyword occurs, what is most frequent among the other reports' findings.
    private (string Question, string Theme) Keywords(
        LabelledFinding finding,
        List<LabelledFinding> others
    )
    {
        var area = finding.Area.ToString(CultureInfo.InvariantCulture) + ".";
        return (
            rules.Find(finding.Text, l => l.StartsWith(area, StringComparison.Ordinal))
                ?? MostFrequentQuestion(others, finding.Area),
            rules.Find(finding.Text, l => !char.IsDigit(l[0])) ?? MostFrequentTheme(others)
        );
    }

    private static string MostFrequentQuestion(List<LabelledFinding> rows, int area) =>
        MostFrequent(rows.Where(r => r.Area == area).Select(r => r.Question))
        ?? $"{area.ToString(CultureInfo.InvariantCulture)}.0";

    private static string MostFrequentTheme(List<LabelledFinding> rows) =>
        MostFrequent(rows.Select(r => r.Theme))!;

    private static string? MostFrequent(IEnumerable<string?> labels) =>
        labels
            .OfType<string>()
            .CountBy(l => l, StringComparer.Ordinal)
            .OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            .Key;

    private static Comparison Compare(string name, List<Prediction> predictions)
    {
        var question = ClassificationMetrics.Of([.. predictions.Select(p => p.Question)]);
        var theme = ClassificationMetrics.Of([.. predictions.Select(p => p.Theme)]);
        return new Comparison(
            name,
            question.Accuracy,
            theme.Accuracy,
            theme.Acceptable,
            question.CalibrationError,
            theme.CalibrationError
        );
    }

    private sealed record Prediction(
        LabelledFinding Finding,
        LabelPrediction Question,
        LabelPrediction Theme
    )
    {
        public static Prediction Of(LabelledFinding f, FindingLabels given) =>
            new(
                f,
                new(f.Question!, given.Question, given.QuestionProbability, null, f.Report),
                new(f.Theme!, given.Theme, given.ThemeProbability, f.Theme2, f.Report)
            );
    }
}
