using Kompass.Mining.Corpus;
using Kompass.Mining.Evaluation;
using Kompass.Mining.Learning;
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
    /// <param name="rows">All data; at least two reports with gold labels.</param>
    /// <param name="withAblation">Whether to train also with less data, to show what each kind adds.</param>
    /// <param name="progress">Told of each training.</param>
    /// <param name="cancellation">Stops between iterations.</param>
    /// <exception cref="ArgumentException">Fewer than two reports have gold labels.</exception>
    public ThemeEvaluation Run(
        IReadOnlyList<LabelledFinding> rows,
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

        var full = Predict(rows, reports, "all data", progress, cancellation);
        var comparisons = new List<Comparison>
        {
            MostFrequent(rows, reports),
            Keywords(rows, reports),
        };
        if (withAblation)
        {
            comparisons.AddRange(
                new (string Name, LabelSource[] Sources)[]
                {
                    ("authored", [LabelSource.Authored]),
                    ("authored + distant", [LabelSource.Authored, LabelSource.Distant]),
                    ("authored + gold", [LabelSource.Authored, LabelSource.Gold]),
                    ("gold", [LabelSource.Gold]),
                }
                    .Select(v =>
                        (v.Name, Rows: rows.Where(r => v.Sources.Contains(r.Source)).ToList())
                    )
                    .Select(v =>
                        Compare(
                            v.Name,
                            Predict(v.Rows, rows, reports, v.Name, progress, cancellation)
                        )
                    )
            );
        }

        comparisons.Add(Compare("all data", full));
        return new ThemeEvaluation(
            engine.Name,
            TrainingData.HashOf(rows),
            full.Count,
            LabelResult.Of([.. full.Select(p => p.Question)]),
            LabelResult.Of([.. full.Select(p => p.Theme)]),
            [
                .. full.GroupBy(p => p.Theme.Cluster!, StringComparer.Ordinal)
                    .Select(g => Compare(g.Key, [.. g])),
            ],
            comparisons
        );
    }

    private static List<string> ReportsOf(IEnumerable<LabelledFinding> rows) =>
        [
            .. rows.Where(r =>
                    r is { Source: LabelSource.Gold, Question: not null, Theme: not null }
                )
                .Select(r => r.Report!)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private List<Prediction> Predict(
        IReadOnlyList<LabelledFinding> rows,
        List<string> reports,
        string name,
        IProgress<string>? progress,
        CancellationToken cancellation
    ) => Predict(rows, rows, reports, name, progress, cancellation);

    private List<Prediction> Predict(
        IReadOnlyList<LabelledFinding> training,
        IReadOnlyList<LabelledFinding> all,
        List<string> reports,
        string name,
        IProgress<string>? progress,
        CancellationToken cancellation
    )
    {
        var predictions = new List<Prediction>();
        foreach (var report in reports)
        {
            progress?.Report($"training on {name} without {report}");
            var model = new ThemeTrainer(knowledge, engine, options).Train(
                [.. training.Where(r => r.Report != report)],
                cancellation
            );
            predictions.AddRange(
                Held(all, report)
                    .Select(f =>
                    {
                        var labels = model.Label(f.Text, f.Area);
                        return Of(
                            f,
                            labels.Question,
                            labels.QuestionProbability,
                            labels.Theme,
                            labels.ThemeProbability
                        );
                    })
            );
        }

        return predictions;
    }

    private static IEnumerable<LabelledFinding> Held(
        IEnumerable<LabelledFinding> rows,
        string report
    ) =>
        rows.Where(r =>
            r is { Source: LabelSource.Gold, Question: not null, Theme: not null }
            && r.Report == report
        );

    private static Prediction Of(
        LabelledFinding finding,
        string question,
        double questionProbability,
        string theme,
        double themeProbability
    ) =>
        new(
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

    // The most frequent sub-question of each area and the most frequent theme, counted on the other reports' findings.
    private static Comparison MostFrequent(
        IReadOnlyList<LabelledFinding> rows,
        List<string> reports
    ) =>
        Baseline(
            "most frequent",
            rows,
            reports,
            (f, others) => (MostFrequentQuestion(others, f.Area), MostFrequentTheme(others))
        );

    private Comparison Keywords(IReadOnlyList<LabelledFinding> rows, List<string> reports) =>
        Baseline(
            "keyword rules",
            rows,
            reports,
            (f, others) =>
                (
                    rules.Find(
                        f.Text,
                        l =>
                            l.StartsWith(
                                f.Area.ToString(CultureInfo.InvariantCulture) + ".",
                                StringComparison.Ordinal
                            )
                    ) ?? MostFrequentQuestion(others, f.Area),
                    rules.Find(f.Text, l => !char.IsDigit(l[0])) ?? MostFrequentTheme(others)
                )
        );

    private static Comparison Baseline(
        string name,
        IReadOnlyList<LabelledFinding> rows,
        List<string> reports,
        Func<LabelledFinding, List<LabelledFinding>, (string Question, string Theme)> label
    ) =>
        Compare(
            name,
            [
                .. reports.SelectMany(report =>
                {
                    var others = rows.Where(r => r.Source == LabelSource.Gold && r.Report != report)
                        .ToList();
                    return Held(rows, report)
                        .Select(f =>
                        {
                            var (question, theme) = label(f, others);
                            return Of(f, question, 1, theme, 1);
                        });
                }),
            ]
        );

    private static string MostFrequentQuestion(List<LabelledFinding> rows, int area) =>
        rows.Where(r => r.Area == area && r.Question is not null)
            .GroupBy(r => r.Question!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key
        ?? $"{area.ToString(CultureInfo.InvariantCulture)}.0";

    private static string MostFrequentTheme(List<LabelledFinding> rows) =>
        rows.Where(r => r.Theme is not null)
            .GroupBy(r => r.Theme!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First()
            .Key;

    private static Comparison Compare(string name, List<Prediction> predictions) =>
        new(
            name,
            predictions.Average(p => p.Question.IsRight ? 1.0 : 0),
            predictions.Average(p => p.Theme.IsRight ? 1.0 : 0),
            predictions.Average(p => p.Theme.IsAcceptable ? 1.0 : 0)
        );

    private sealed record Prediction(LabelPrediction Question, LabelPrediction Theme);
}
