using System.Text;
using Kompass.Mining.Corpus;
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

    /// <summary>All cases, then the backtest.</summary>
    public static string Write(ImprovementMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var text = new StringBuilder();
        foreach (var measured in metrics.Cases)
        {
            Case(text, measured);
        }

        Line(text, "### Without outcomes in doubt");
        Line(text);
        Line(
            text,
            "| column | profile | rows | MAP model | MAP best baseline | AUC model | AUC best baseline |"
        );
        Line(text, "|---|---|---:|---:|---:|---:|---:|");
        foreach (var m in metrics.WithoutDoubt)
        {
            Line(
                text,
                $"| {Name(m.Kind)} | {Name(m.Profile)} | {m.Rows} | {Value(m, Figure.Map)} | {Best(m, Figure.Map)} | {Value(m, Figure.Auc)} | {Best(m, Figure.Auc)} |"
            );
        }

        Line(text);
        Back(text, metrics.Backtest);
        return text.ToString();
    }

    private static void Case(StringBuilder text, CaseMetrics m)
    {
        Line(
            text,
            $"### {Name(m.Kind)}, profiles with {Name(m.Profile)}: {m.Rows} sub-questions of {m.Reports} reports, {m.Named} named ({Number((double)m.Named / m.Rows)})"
        );
        Line(text);
        Line(text, $"| | {string.Join(" | ", Figures.Select(f => f.Name))} |");
        Line(text, $"|---|{string.Concat(Figures.Select(_ => "---:|"))}");
        foreach (var predictor in m.Predictors)
        {
            Line(
                text,
                $"| {predictor.Predictor} | {string.Join(" | ", Figures.Select(f => Text(predictor.Of(f.Figure))))} |"
            );
        }

        Line(text);
        foreach (var d in m.Differences)
        {
            Line(
                text,
                $"- {Figures.First(f => f.Figure == d.Figure).Name}: model less the best baseline ({BaselineNames.IdOf(d.Baseline)}) {Signed(d.Difference)}"
            );
        }

        foreach (var report in m.Of(PredictorMetrics.Model).Reports)
        {
            Line(
                text,
                $"- {report.Report}: {report.Named} of {report.Rows} named; model AP {Number(report.AveragePrecision)}, AUC {Number(report.Auc)}"
            );
        }

        Line(
            text,
            m.UsesModel
                ? "- Suggestions use the model."
                : $"- The model is not better in both: suggestions rest on {BaselineNames.IdOf(m.Fallback)}, the baseline with the highest MAP that looks at the municipality."
        );
        Line(text);
    }

    private static void Back(StringBuilder text, BacktestResult backtest)
    {
        Line(text, "### Backtest: evaluated again on the same scale");
        Line(text);
        if (backtest.Lists.Count == 0)
        {
            Line(
                text,
                "No municipality has two reports of which the first has points of sub-questions and the second known lists: whether what was suggested then was named next time cannot be told from these data."
            );
        }
        else
        {
            Line(
                text,
                "| municipality | years | suggested | named next | others named next | raised by | others raised by |"
            );
            Line(text, "|---|---|---:|---:|---:|---:|---:|");
            foreach (var b in backtest.Lists)
            {
                Line(
                    text,
                    $"| {b.Municipality} | {b.FromYear}–{b.ToYear} | {b.Suggested} | {Number(b.NamedNext)} | {Number(b.OthersNamedNext)} | {Number(b.Raised)} | {Number(b.OthersRaised)} |"
                );
            }
        }

        Line(text);
        if (backtest.Areas.Count > 0)
        {
            Line(
                text,
                "Published area scores: mean change, in points, of the half of the areas in which most was suggested, and of the other half."
            );
            Line(text);
            Line(text, "| municipality | years | suggested areas | other areas |");
            Line(text, "|---|---|---:|---:|");
            foreach (var b in backtest.Areas)
            {
                Line(
                    text,
                    $"| {b.Municipality} | {b.FromYear}–{b.ToYear} | {Points(b.Raised)} | {Points(b.OthersRaised)} |"
                );
            }

            Line(text);
        }
    }

    private static string Value(CaseMetrics m, Figure figure) =>
        Number(m.Of(PredictorMetrics.Model).Of(figure).Value);

    private static string Best(CaseMetrics m, Figure figure) =>
        Number(
            m.Predictors.Where(p => p.Predictor != PredictorMetrics.Model)
                .Max(p => p.Of(figure).Value)
        );

    private static string Name(FindingKind kind) =>
        kind == FindingKind.Improvement ? "improvement areas" : "strengths";

    private static string Name(ProfileKind kind) =>
        kind == ProfileKind.Questions ? "sub-questions' points" : "area scores only";

    private static string Text(Interval i) =>
        $"{Number(i.Value)} ({Number(i.Low)}–{Number(i.High)})";

    private static string Signed(Interval i) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{i.Value:+0.000;-0.000} (95 % interval {i.Low:+0.000;-0.000} to {i.High:+0.000;-0.000})"
        );

    private static string Number(double? value) =>
        value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static string Points(double value) =>
        value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string line = "") =>
        text.Append(line).Append('\n');
}
