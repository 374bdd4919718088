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
            c =>
                [
                    .. c.Whose(),
                    c.Count("area", x => x.Item.Area),
                    c.Name("name", x => x.Item.Name),
                    c.Number("score", x => (double)x.Item.Score),
                    c.Count("max", x => x.Item.Max),
                    c.Count("witnesses", x => x.Item.Witnesses.Count),
                    c.Confidence(a => a.Confidence),
                    .. c.Where(a => a.Source),
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
            c =>
                [
                    .. c.Whose(),
                    c.Name("code", x => x.Item.Code),
                    c.Count("area", x => QuestionCode.AreaOf(x.Item.Code)),
                    c.Name("text", x => x.Item.Text),
                    c.Number("achieved", x => (double?)x.Item.Achieved),
                    c.Number("max", x => (double?)x.Item.Max),
                    c.Number("percent", x => (double?)x.Item.Percent),
                    c.Confidence(q => q.Confidence),
                    .. c.Where(q => q.Source),
                ],
            r => r.Questions
        );

    public static Table Previous { get; } =
        Table.OfReport(
            new("previous", [], [CommonCells.ToReport, CommonCells.ToDocument]),
            c =>
                [
                    c.Name("report_id", x => x.Report.Id),
                    c.Text("municipality_code", x => x.Report.Municipality.Code),
                    c.Name("municipality_name", x => x.Report.Municipality.Name),
                    c.Integer("year", x => x.Item.Evaluation.Year),
                    c.Flag("comparable", x => x.Item.Evaluation.Comparable),
                    c.Integer("area", x => x.Item.Area),
                    c.Number("score", x => (double)x.Item.Score),
                    c.Confidence(q => q.Evaluation.Confidence),
                    .. c.Where(q => q.Evaluation.SourceOf(q.Area)),
                ],
            r => r.Previous.SelectMany(p => p.Scores().Select(s => new Quoted(p, s.Area, s.Score)))
        );

    // A score of an earlier evaluation: an area's, or the total.
    private readonly record struct Quoted(PreviousEvaluation Evaluation, int? Area, decimal Score);
}
