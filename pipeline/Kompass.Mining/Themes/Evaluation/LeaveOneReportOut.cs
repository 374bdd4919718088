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
/// <param name="options">Settings of the training.</param>
public sealed class LeaveOneReportOut(
    Knowledge knowledge,
    ILearningEngine engine,
    KeywordRules rules,
    ThemeTrainingOptions? options = null
)
{
    /// <summary>Runs.</summary>
    /// <param name="rows">All data; at least two reports with gold labels, whose rows stand in the order of their lists.</param>
    /// <param name="prose">The reports' own prose, by id; a report that is left out may still teach what it says itself.</param>
    /// <param name="testSet">Findings of invented reports, labelled by a model that has learnt from all rows but those of readers; may be empty.</param>
    /// <param name="withAblation">Whether to train also with less data, to show what each kind adds.</param>
    /// <param name="progress">Told of each training.</param>
    /// <param name="cancellation">Stops between iterations.</param>
    /// <exception cref="ArgumentException">Fewer than two reports have gold labels.</exception>
    public ThemeEvaluation Run(
        IReadOnlyList<LabelledFinding> rows,
        IReadOnlyDictionary<string, IReadOnlyList<Prose>> prose,
        IReadOnlyList<LabelledFinding> testSet,
        bool withAblation,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var reports = ReportsOf(rows);
        if (reports.Count < 2)
        {
            throw new ArgumentException(
                $"{reports.Count} reports have gold labels; two or more are needed to leave one out",
                nameof(rows)
            );
        }

        var trial = new Trial(this, rows, reports, progress, cancellation);
        var unread = trial.Models(LabelSource.Informed);
        var honest = trial.Predict(unread, prose);
        var comparisons = new List<Comparison>
        {
            trial.Baseline(
                "most frequent",
                (f, others) => (MostFrequentQuestion(others, f.Area), MostFrequentTheme(others))
            ),
            trial.Baseline("keyword rules", Keywords),
            Compare("text alone", trial.Predict(unread, null)),
            Compare("list order", trial.Predict(unread, NoProse)),
            Compare("own prose and list order", honest),
            Compare("the same, with the examples of readers", trial.Predict(trial.Models(), prose)),
        };
        List<Prediction>? tested = null;
        if (testSet.Count > 0)
        {
            progress?.Report("training for test-set");
            (tested, var compared) = Tested(rows, testSet, cancellation);
            comparisons.AddRange(compared);
        }

        if (withAblation)
        {
            comparisons.AddRange(Ablation(trial, prose));
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

    private static IEnumerable<Comparison> Ablation(
        Trial trial,
        IReadOnlyDictionary<string, IReadOnlyList<Prose>> prose
    ) =>
        new[] { LabelSource.Authored, LabelSource.Gold, LabelSource.Distant }.Select(without =>
            Compare(
                $"own prose and list order, without {without.ToString().ToLowerInvariant()}",
                trial.Predict(trial.Models(LabelSource.Informed, without), prose)
            )
        );

    private (List<Prediction> Tested, IReadOnlyList<Comparison> Compared) Tested(
        IReadOnlyList<LabelledFinding> rows,
        IReadOnlyList<LabelledFinding> testSet,
        CancellationToken cancellation
    )
    {
        var model = Train(rows.Where(r => r.Source != LabelSource.Informed), cancellation);
        var invented = ReportsOf(testSet).ToDictionary(r => r, _ => model, StringComparer.Ordinal);
        var tested = Predict(invented, testSet, NoProse, cancellation);
        return (
            tested,
            [
                Compare("test set, text alone", Predict(invented, testSet, null, cancellation)),
                Compare("test set, list order", tested),
            ]
        );
    }

    private ThemeModel Train(IEnumerable<LabelledFinding> rows, CancellationToken cancellation) =>
        new ThemeTrainer(knowledge, engine, options).Train([.. rows], cancellation);

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
        IReadOnlyList<LabelledFinding> rows,
        IReadOnlyDictionary<string, IReadOnlyList<Prose>>? prose,
        CancellationToken cancellation
    ) =>
        [
            .. models.SelectMany(m =>
            {
                var held = rows.Where(r => IsMeasured(r) && r.Report == m.Key).ToList();
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
                return held.Zip(
                    labels,
                    (f, l) => Of(f, l.Question, l.QuestionProbability, l.Theme, l.ThemeProbability)
                );
            }),
        ];

    private static Prediction Of(
        LabelledFinding finding,
        string question,
        double questionProbability,
        string theme,
        double themeProbability
    ) =>
        new(
            finding,
            new LabelPrediction(
                finding.Question!,
                question,
                questionProbability,
                null,
                finding.Report
            ),
            new LabelPrediction(
                finding.Theme!,
                theme,
                themeProbability,
                finding.Theme2,
                finding.Report
            )
        );

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

    /// <summary>The reports of a run, each left out in turn.</summary>
    private sealed class Trial(
        LeaveOneReportOut of,
        IReadOnlyList<LabelledFinding> rows,
        List<string> reports,
        IProgress<string>? progress,
        CancellationToken cancellation
    )
    {
        /// <summary>For each report the model that knows nothing of it, learnt without rows of these sources.</summary>
        public Dictionary<string, ThemeModel> Models(params LabelSource[] without) =>
            reports.ToDictionary(
                report => report,
                report =>
                {
                    progress?.Report($"training without {report}");
                    return of.Train(
                        rows.Where(r => r.Report != report && !without.Contains(r.Source)),
                        cancellation
                    );
                },
                StringComparer.Ordinal
            );

        public List<Prediction> Predict(
            Dictionary<string, ThemeModel> models,
            IReadOnlyDictionary<string, IReadOnlyList<Prose>>? prose
        ) => of.Predict(models, rows, prose, cancellation);

        /// <summary>What a rule gives that sees the other reports' findings.</summary>
        public Comparison Baseline(
            string name,
            Func<LabelledFinding, List<LabelledFinding>, (string Question, string Theme)> label
        ) =>
            Compare(
                name,
                [
                    .. reports.SelectMany(report =>
                    {
                        var others = rows.Where(r =>
                                r.Source == LabelSource.Gold && r.Report != report
                            )
                            .ToList();
                        return rows.Where(r => IsMeasured(r) && r.Report == report)
                            .Select(f =>
                            {
                                var (question, theme) = label(f, others);
                                return Of(f, question, 1, theme, 1);
                            });
                    }),
                ]
            ) with
            {
                QuestionError = null,
                ThemeError = null,
            };
    }

    private sealed record Prediction(
        LabelledFinding Finding,
        LabelPrediction Question,
        LabelPrediction Theme
    );
}
