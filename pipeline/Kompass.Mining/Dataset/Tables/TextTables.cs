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
            [
                Cells<InReport<Finding>>.Name("id", x => x.Item.Id),
                .. CommonCells.Whose<Finding>(),
                Cells<InReport<Finding>>.Count("area", x => x.Item.Area),
                Cells<InReport<Finding>>.Name("kind", x => ContentId.NameOf(x.Item.Kind)),
                Cells<InReport<Finding>>.Count("order", x => x.Item.Order),
                Cells<InReport<Finding>>.Name("text", x => x.Item.Text),
                Cells<InReport<Finding>>.Text("question", x => x.Item.Question),
                Cells<InReport<Finding>>.Text("theme", x => x.Item.Theme),
                Cells<InReport<Finding>>.Number(
                    "question_probability",
                    x => x.Item.QuestionProbability
                ),
                Cells<InReport<Finding>>.Number("theme_probability", x => x.Item.ThemeProbability),
                Cells<InReport<Finding>>.Text("question_or", x => x.Item.QuestionOr),
                Cells<InReport<Finding>>.Text("theme_or", x => x.Item.ThemeOr),
                Cells<InReport<Finding>>.Text("labels", x => x.Item.Labels),
                Cells<InReport<Finding>>.Text("theme2", x => x.Item.Theme2),
                Cells<InReport<Finding>>.Number("confidence", x => x.Item.Confidence),
                Cells<InReport<Finding>>.Name("certainty", x => CertaintyOf(x.Item)),
                .. CommonCells.Where<Finding>(f => f.Source),
            ],
            r => r.Findings
        );

    public static Table Remarks { get; } =
        Table.OfReport(
            new("remarks", ["id"], Labelled),
            [
                Cells<InReport<Remark>>.Name("id", x => x.Item.Id),
                .. CommonCells.Whose<Remark>(),
                Cells<InReport<Remark>>.Count("area", x => x.Item.Area),
                Cells<InReport<Remark>>.Name("kind", x => ContentId.NameOf(x.Item.Kind)),
                Cells<InReport<Remark>>.Name("text", x => x.Item.Text),
                Cells<InReport<Remark>>.Text("question", x => x.Item.Question),
                Cells<InReport<Remark>>.Text("theme", x => x.Item.Theme),
                Cells<InReport<Remark>>.Number(
                    "question_probability",
                    x => x.Item.QuestionProbability
                ),
                Cells<InReport<Remark>>.Number("theme_probability", x => x.Item.ThemeProbability),
                Cells<InReport<Remark>>.Text("question_or", x => x.Item.QuestionOr),
                Cells<InReport<Remark>>.Text("theme_or", x => x.Item.ThemeOr),
                Cells<InReport<Remark>>.Text("labels", x => x.Item.Labels),
                .. CommonCells.Where<Remark>(r => r.Source),
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
            [
                Cells<InReport<Exemplar>>.Name("id", x => x.Item.Id),
                .. CommonCells.Whose<Exemplar>(),
                Cells<InReport<Exemplar>>.Text("exemplar_code", x => x.Item.Municipality.Code),
                Cells<InReport<Exemplar>>.Name("exemplar_name", x => x.Item.Municipality.Name),
                Cells<InReport<Exemplar>>.Count("area", x => x.Item.Area),
                Cells<InReport<Exemplar>>.Text("rubric", x => x.Item.Rubric),
                Cells<InReport<Exemplar>>.Name("text", x => x.Item.Text),
                .. CommonCells.Where<Exemplar>(e => e.Source),
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
            [
                Cells<InReport<Prose>>.Name("id", x => x.Item.Id),
                .. CommonCells.Whose<Prose>(),
                Cells<InReport<Prose>>.Integer("area", x => x.Item.Area),
                Cells<InReport<Prose>>.Text("rubric", x => x.Item.Rubric),
                Cells<InReport<Prose>>.Text("question", x => x.Item.Question),
                Cells<InReport<Prose>>.Count("order", x => x.Item.Order),
                Cells<InReport<Prose>>.Name("text", x => x.Item.Text),
                .. CommonCells.Where<Prose>(p => p.Source),
            ],
            r => r.Prose
        );

    public static Table Notes { get; } =
        Table.OfReport(
            new("notes", ["id"], [CommonCells.ToReport]),
            [
                Cells<InReport<Note>>.Name("id", x => x.Item.Id),
                .. CommonCells.Whose<Note>(),
                Cells<InReport<Note>>.Name("code", x => x.Item.Code),
                Cells<InReport<Note>>.Name("severity", x => ContentId.NameOf(x.Item.Severity)),
                Cells<InReport<Note>>.Name("about", x => ContentId.NameOf(x.Item.About)),
                Cells<InReport<Note>>.Integer("area", x => x.Item.Area),
                Cells<InReport<Note>>.Text("question", x => x.Item.Question),
                Cells<InReport<Note>>.Name("message", x => x.Item.Message),
                .. CommonCells.Where<Note>(n => n.Source),
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
            [
                .. CommonCells.Whose<AppliedCorrection>(),
                Cells<InReport<AppliedCorrection>>.Name("path", x => x.Item.Path),
                Cells<InReport<AppliedCorrection>>.Text("finding_id", FindingOf),
                Cells<InReport<AppliedCorrection>>.Text("original", x => x.Item.Original),
                Cells<InReport<AppliedCorrection>>.Text(
                    "value",
                    x => x.Item.Value.Length > 0 ? x.Item.Value : null
                ),
                Cells<InReport<AppliedCorrection>>.Name("reason", x => x.Item.Reason),
                Cells<InReport<AppliedCorrection>>.Name("date", x => x.Item.Date),
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
