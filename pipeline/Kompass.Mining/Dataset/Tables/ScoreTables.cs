using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of points: of areas, of sub-questions, and of earlier evaluations that a report quotes.</summary>
internal static class ScoreTables
{
    public static Table AreaScores { get; } =
        Table.OfRecord(
            new(
                "area_scores",
                "Poängen för ett område i en rapport",
                "The score of an area in a report",
                ["report_id", "area"],
                [CommonCells.ToReport, CommonCells.ToArea],
                ["area"]
            ),
            [
                .. CommonCells.Whose<AreaScore>(),
                Cells<InReport<AreaScore>>.Count("area", x => x.Item.Area, "Område", "Area"),
                Cells<InReport<AreaScore>>.Name(
                    "name",
                    x => x.Item.Name,
                    "Områdets namn",
                    "Name of the area"
                ),
                Cells<InReport<AreaScore>>.Number(
                    "score",
                    x => (double)x.Item.Score,
                    "Poäng, från 0 till max",
                    "Points, from 0 to max"
                ),
                Cells<InReport<AreaScore>>.Count(
                    "max",
                    x => x.Item.Max,
                    "Högsta möjliga poäng",
                    "Highest points"
                ),
                Cells<InReport<AreaScore>>.Count(
                    "witnesses",
                    x => x.Item.Witnesses.Count,
                    "På hur många ställen rapporten anger poängen",
                    "In how many places the report states the score"
                ),
                CommonCells.Confidence<AreaScore>(a => a.Confidence),
                .. CommonCells.Where<AreaScore>(a => a.Source),
            ],
            r => r.Areas.Select(a => new InReport<AreaScore>(r, a))
        );

    public static Table QuestionScores { get; } =
        Table.OfRecord(
            new(
                "question_scores",
                "Poängen för en delfråga i en rapport",
                "The points of a sub-question in a report",
                ["report_id", "code"],
                [CommonCells.ToReport, new(["edition", "code"], "questions", ["edition", "code"])],
                ["code"]
            ),
            [
                .. CommonCells.Whose<QuestionScore>(),
                Cells<InReport<QuestionScore>>.Name(
                    "code",
                    x => x.Item.Code,
                    "Delfrågans kod, som 1.4",
                    "Code of the sub-question, as 1.4"
                ),
                Cells<InReport<QuestionScore>>.Count(
                    "area",
                    x => AreaOf(x.Item.Code),
                    "Området",
                    "The area"
                ),
                Cells<InReport<QuestionScore>>.Name(
                    "text",
                    x => x.Item.Text,
                    "Ordalydelsen i rapporten",
                    "The wording in the report"
                ),
                Cells<InReport<QuestionScore>>.Number(
                    "achieved",
                    x => (double?)x.Item.Achieved,
                    "Poäng; tomt om de inte gick att läsa",
                    "Points; empty where they could not be read"
                ),
                Cells<InReport<QuestionScore>>.Number(
                    "max",
                    x => (double?)x.Item.Max,
                    "Högsta möjliga poäng som rapporten anger dem",
                    "Highest points as the report prints them"
                ),
                Cells<InReport<QuestionScore>>.Number(
                    "percent",
                    x => (double?)x.Item.Percent,
                    "Procent som rapporten anger dem",
                    "Percentage as the report prints it"
                ),
                CommonCells.Confidence<QuestionScore>(q => q.Confidence),
                .. CommonCells.Where<QuestionScore>(q => q.Source),
            ],
            r => r.Questions.Select(q => new InReport<QuestionScore>(r, q))
        );

    public static Table Previous { get; } =
        Table.OfRecord(
            new(
                "previous",
                "En poäng ur en tidigare utvärdering som rapporten återger",
                "A score of an earlier evaluation that the report quotes",
                [],
                [CommonCells.ToReport],
                ["report_id"]
            ),
            [
                Cells<InReport<Quoted>>.Name(
                    "report_id",
                    x => x.Report.Id,
                    "Rapporten",
                    "The report"
                ),
                Cells<InReport<Quoted>>.Text(
                    "municipality_code",
                    x => x.Report.Municipality.Code,
                    "Kommunkod",
                    "Municipality code"
                ),
                Cells<InReport<Quoted>>.Name(
                    "municipality_name",
                    x => x.Report.Municipality.Name,
                    "Kommunens namn",
                    "Name of the municipality"
                ),
                Cells<InReport<Quoted>>.Integer(
                    "year",
                    x => x.Item.Evaluation.Year,
                    "Den tidigare utvärderingens år; tomt om rapporten inte säger det",
                    "Year of the earlier evaluation; empty where the report does not tell"
                ),
                Cells<InReport<Quoted>>.Flag(
                    "comparable",
                    x => x.Item.Evaluation.Comparable,
                    "Falskt om skalan var en annan",
                    "False where the scale was another"
                ),
                Cells<InReport<Quoted>>.Integer(
                    "area",
                    x => x.Item.Area,
                    "Område; tomt för totalen",
                    "Area; empty for the total"
                ),
                Cells<InReport<Quoted>>.Number(
                    "score",
                    x => (double)x.Item.Score,
                    "Poäng",
                    "Points"
                ),
                CommonCells.Confidence<Quoted>(q => q.Evaluation.Confidence),
                .. CommonCells.Where<Quoted>(q => q.Evaluation.Source),
            ],
            r => r.Previous.SelectMany(QuotedIn).Select(q => new InReport<Quoted>(r, q))
        );

    /// <summary>The area of a sub-question's code.</summary>
    public static int AreaOf(string code) =>
        int.Parse(
            code.AsSpan(0, code.IndexOf('.', StringComparison.Ordinal)),
            CultureInfo.InvariantCulture
        );

    private static IEnumerable<Quoted> QuotedIn(PreviousEvaluation evaluation)
    {
        foreach (var (area, score) in evaluation.Areas)
        {
            yield return new Quoted(evaluation, area, score);
        }

        if (evaluation.Total is { } total)
        {
            yield return new Quoted(evaluation, null, total);
        }
    }

    // A score of an earlier evaluation: an area's, or the total.
    private readonly record struct Quoted(PreviousEvaluation Evaluation, int? Area, decimal Score);
}
