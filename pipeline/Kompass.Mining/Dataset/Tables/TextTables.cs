using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of what reports say in words: lists, examples, remarks, prose, the notes on their reading, and what analysts have set right.</summary>
internal static class TextTables
{
    private static readonly ForeignKey[] Labelled =
    [
        CommonCells.ToReport,
        CommonCells.ToArea,
        CommonCells.ToDocument,
        new(["edition", "question"], "questions", ["edition", "code"]),
        ForeignKey.To("themes", "code", "theme"),
    ];

    public static Table Findings { get; } =
        Table.OfReport(
            new("findings", ["id"], [.. Labelled, ForeignKey.To("themes", "code", "theme2")]),
            c =>
                [
                    c.Name("id", x => x.Item.Id),
                    .. c.Whose(),
                    c.Count("area", x => x.Item.Area),
                    c.Name("kind", x => ContentId.NameOf(x.Item.Kind)),
                    c.Count("order", x => x.Item.Order),
                    c.Name("text", x => x.Item.Text),
                    c.Text("question", x => x.Item.Question),
                    c.Text("theme", x => x.Item.Theme),
                    c.Number("question_probability", x => x.Item.QuestionProbability),
                    c.Number("theme_probability", x => x.Item.ThemeProbability),
                    c.Text("question_or", x => x.Item.QuestionOr),
                    c.Text("theme_or", x => x.Item.ThemeOr),
                    c.Text("labels", x => x.Item.Labels),
                    c.Text("theme2", x => x.Item.Theme2),
                    c.Number("confidence", x => x.Item.Confidence),
                    c.Name("certainty", x => CertaintyOf(x.Item)),
                    .. c.Where(f => f.Source),
                ],
            r => r.Findings
        );

    public static Table Remarks { get; } =
        Table.OfReport(
            new("remarks", ["id"], Labelled),
            c =>
                [
                    c.Name("id", x => x.Item.Id),
                    .. c.Whose(),
                    c.Count("area", x => x.Item.Area),
                    c.Name("kind", x => ContentId.NameOf(x.Item.Kind)),
                    c.Name("text", x => x.Item.Text),
                    c.Text("question", x => x.Item.Question),
                    c.Text("theme", x => x.Item.Theme),
                    c.Number("question_probability", x => x.Item.QuestionProbability),
                    c.Number("theme_probability", x => x.Item.ThemeProbability),
                    c.Text("question_or", x => x.Item.QuestionOr),
                    c.Text("theme_or", x => x.Item.ThemeOr),
                    c.Text("labels", x => x.Item.Labels),
                    .. c.Where(r => r.Source),
                ],
            r => r.Remarks
        );

    public static Table Exemplars { get; } =
        Table.OfReport(
            new(
                "exemplars",
                ["id"],
                [
                    CommonCells.ToReport,
                    CommonCells.ToArea,
                    CommonCells.ToDocument,
                    ForeignKey.To("municipalities", "code", "exemplar_code"),
                ]
            ),
            c =>
                [
                    c.Name("id", x => x.Item.Id),
                    .. c.Whose(),
                    c.Text("exemplar_code", x => x.Item.Municipality.Code),
                    c.Name("exemplar_name", x => x.Item.Municipality.Name),
                    c.Count("area", x => x.Item.Area),
                    c.Text("rubric", x => x.Item.Rubric),
                    c.Name("text", x => x.Item.Text),
                    .. c.Where(e => e.Source),
                ],
            r => r.Exemplars
        );

    public static Table Prose { get; } =
        Table.OfReport(
            new(
                "prose",
                ["id"],
                [CommonCells.ToReport, CommonCells.ToArea, CommonCells.ToDocument]
            ),
            c =>
                [
                    c.Name("id", x => x.Item.Id),
                    .. c.Whose(),
                    c.Integer("area", x => x.Item.Area),
                    c.Text("rubric", x => x.Item.Rubric),
                    c.Text("question", x => x.Item.Question),
                    c.Count("order", x => x.Item.Order),
                    c.Name("text", x => x.Item.Text),
                    .. c.Where(p => p.Source),
                ],
            r => r.Prose
        );

    public static Table Notes { get; } =
        Table.OfReport(
            new("notes", ["id"], [CommonCells.ToReport]),
            c =>
                [
                    c.Name("id", x => x.Item.Id),
                    .. c.Whose(),
                    c.Name("code", x => x.Item.Code),
                    c.Name("severity", x => ContentId.NameOf(x.Item.Severity)),
                    c.Name("about", x => ContentId.NameOf(x.Item.About)),
                    c.Integer("area", x => x.Item.Area),
                    c.Text("question", x => x.Item.Question),
                    c.Name("message", x => x.Item.Message),
                    .. c.Where(n => n.Source),
                ],
            r => r.Notes
        );

    public static Table Corrections { get; } =
        Table.OfReport(
            new(
                "corrections",
                [],
                [CommonCells.ToReport, ForeignKey.To("findings", "id", "finding_id")]
            ),
            c =>
                [
                    .. c.Whose(),
                    c.Name("path", x => x.Item.Path),
                    c.Text("finding_id", FindingOf),
                    c.Text("original", x => x.Item.Original),
                    c.Text("value", x => x.Item.Value.Length > 0 ? x.Item.Value : null),
                    c.Name("reason", x => x.Item.Reason),
                    c.Name("date", x => x.Item.Date),
                ],
            r => r.Corrections ?? []
        );

    // findings/3/strength/2/theme
    private static string? FindingOf(InReport<AppliedCorrection> x) =>
        x.Item.Path.Split('/') is ["findings", .. var place, _]
            ? x
                .Report.Findings.FirstOrDefault(f =>
                    ContentId.Means(f, x.Report.Id, string.Join('/', place))
                )
                ?.Id
            : null;

    /// <summary>What of a finding is in doubt: its text or list, a label, or nothing.</summary>
    private static string CertaintyOf(Finding finding) =>
        finding.Confidence < Finding.DoubtBelow ? "text"
        : finding.QuestionProbability < FindingLabels.InDoubtBelow
        || finding.ThemeProbability < FindingLabels.InDoubtBelow
            ? "label"
        : "certain";
}
