using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of points: of areas, of sub-questions, and of earlier evaluations that a report quotes.</summary>
internal static class ScoreTables
{
    public static Table AreaScores { get; } =
        Table.OfReport(
            new(
                "area_scores",
                ["report_id", "area"],
                [CommonCells.ToReport, CommonCells.ToArea, CommonCells.ToDocument]
            ),
            [
                .. CommonCells.Whose<AreaScore>(),
                Cells<InReport<AreaScore>>.Count("area", x => x.Item.Area),
                Cells<InReport<AreaScore>>.Name("name", x => x.Item.Name),
                Cells<InReport<AreaScore>>.Number("score", x => (double)x.Item.Score),
                Cells<InReport<AreaScore>>.Count("max", x => x.Item.Max),
                Cells<InReport<AreaScore>>.Count("witnesses", x => x.Item.Witnesses.Count),
                CommonCells.Confidence<AreaScore>(a => a.Confidence),
                .. CommonCells.Where<AreaScore>(a => a.Source),
            ],
            r => r.Areas
        );

    public static Table QuestionScores { get; } =
        Table.OfReport(
            new(
                "question_scores",
                ["report_id", "code"],
                [
                    CommonCells.ToReport,
                    CommonCells.ToDocument,
                    new(["edition", "code"], "questions", ["edition", "code"]),
                ]
            ),
            [
                .. CommonCells.Whose<QuestionScore>(),
                Cells<InReport<QuestionScore>>.Name("code", x => x.Item.Code),
                Cells<InReport<QuestionScore>>.Count("area", x => AreaOf(x.Item.Code)),
                Cells<InReport<QuestionScore>>.Name("text", x => x.Item.Text),
                Cells<InReport<QuestionScore>>.Number("achieved", x => (double?)x.Item.Achieved),
                Cells<InReport<QuestionScore>>.Number("max", x => (double?)x.Item.Max),
                Cells<InReport<QuestionScore>>.Number("percent", x => (double?)x.Item.Percent),
                CommonCells.Confidence<QuestionScore>(q => q.Confidence),
                .. CommonCells.Where<QuestionScore>(q => q.Source),
            ],
            r => r.Questions
        );

    public static Table Previous { get; } =
        Table.OfReport(
            new("previous", [], [CommonCells.ToReport, CommonCells.ToDocument]),
            [
                Cells<InReport<Quoted>>.Name("report_id", x => x.Report.Id),
                Cells<InReport<Quoted>>.Text("municipality_code", x => x.Report.Municipality.Code),
                Cells<InReport<Quoted>>.Name("municipality_name", x => x.Report.Municipality.Name),
                Cells<InReport<Quoted>>.Integer("year", x => x.Item.Evaluation.Year),
                Cells<InReport<Quoted>>.Flag("comparable", x => x.Item.Evaluation.Comparable),
                Cells<InReport<Quoted>>.Integer("area", x => x.Item.Area),
                Cells<InReport<Quoted>>.Number("score", x => (double)x.Item.Score),
                CommonCells.Confidence<Quoted>(q => q.Evaluation.Confidence),
                .. CommonCells.Where<Quoted>(q => q.Evaluation.SourceOf(q.Area)),
            ],
            r => r.Previous.SelectMany(p => p.Scores().Select(s => new Quoted(p, s.Area, s.Score)))
        );

    /// <summary>The area of a sub-question's code.</summary>
    public static int AreaOf(string code) =>
        int.Parse(
            code.AsSpan(0, code.IndexOf('.', StringComparison.Ordinal)),
            CultureInfo.InvariantCulture
        );

    // A score of an earlier evaluation: an area's, or the total.
    private readonly record struct Quoted(PreviousEvaluation Evaluation, int? Area, decimal Score);
}
