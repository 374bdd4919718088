using Kompass.Mining.Evaluation;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>The figures as Markdown tables, for the model's card and for people at a terminal.</summary>
public static class MetricsTables
{
    private static readonly (Figure Figure, string Name)[] Figures =
    [
        (Figure.Map, "MAP"),
        (Figure.Auc, "AUC"),
        (Figure.Ndcg, "NDCG"),
        (Figure.Precision5, "p@5"),
        (Figure.Precision10, "p@10"),
        (Figure.Precision15, "p@15"),
        (Figure.Ece, "ECE"),
        (Figure.Brier, "Brier"),
    ];

    /// <summary>All cases.</summary>
    public static string Write(ImprovementMetrics metrics) =>
        $"""
            {Lines(metrics.Cases.Select(Case))}
            ### Without outcomes in doubt

            | column | profile | rows | MAP model | MAP best baseline | AUC model | AUC best baseline |
            |---|---|---:|---:|---:|---:|---:|
            {Lines(metrics.WithoutDoubt.Select(WithoutDoubt))}

            """;

    private static string Case(CaseMetrics m) =>
        $"""
            ### {Name(m.Kind)}, profiles with {Name(
                m.Profile
            )}: {m.Rows} sub-questions of {m.Reports} reports, {m.Named} named ({Number(
                (double)m.Named / m.Rows
            )})

            | | {string.Join(" | ", Figures.Select(f => f.Name))} |
            |---|{string.Concat(Figures.Select(_ => "---:|"))}
            {Lines(
                m.Predictors.Select(p =>
                    $"| {p.Predictor} | {string.Join(" | ", Figures.Select(f => Text(p.Of(f.Figure))))} |"
                )
            )}

            {Lines(
                m.Differences.Select(d =>
                    $"- {Figures.First(f => f.Figure == d.Figure).Name}: model less the best baseline ({BaselineNames.IdOf(d.Baseline)}) {Signed(d.Difference)}"
                )
            )}
            {Lines(
                m.Of(PredictorMetrics.Model).Reports.Select(r =>
                    $"- {r.Report}: {r.Named} of {r.Rows} named; model AP {Number(r.AveragePrecision)}, AUC {Number(r.Auc)}"
                )
            )}
            - {(
                m.UsesModel
                    ? "Suggestions use the model."
                    : $"The model is not better in both: suggestions rest on {BaselineNames.IdOf(m.Fallback)}, the baseline with the highest MAP that looks at the municipality."
            )}

            """;

    private static string WithoutDoubt(CaseMetrics m) =>
        $"| {Name(m.Kind)} | {Name(m.Profile)} | {m.Rows} | {Value(m, Figure.Map)} | {Best(m, Figure.Map)} | {Value(m, Figure.Auc)} | {Best(m, Figure.Auc)} |";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Value(CaseMetrics m, Figure figure) =>
        Number(m.Of(PredictorMetrics.Model).Of(figure).Value);

    private static string Best(CaseMetrics m, Figure figure) =>
        Number(BaselineNames.All.Max(b => m.Of(BaselineNames.IdOf(b)).Of(figure).Value));

    private static string Name(FindingKind kind) =>
        kind == FindingKind.Improvement ? "improvement areas" : "strengths";

    private static string Name(ProfileKind kind) =>
        kind == ProfileKind.Questions ? "sub-questions' points" : "area scores only";

    private static string Text(Interval i) =>
        $"{Number(i.Value)} ({Number(i.Low)}–{Number(i.High)})";

    private static string Signed(Interval i) =>
        Invariant(
            $"{i.Value:+0.000;-0.000} (95 % interval {i.Low:+0.000;-0.000} to {i.High:+0.000;-0.000})"
        );

    private static string Number(double? value) =>
        value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
