using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Tests.Reports;

/// <summary>What a document states of scores, written for a test.</summary>
internal static class Stated
{
    public static Witness Area(
        int area,
        decimal value,
        string via = Via.RubricBox,
        int? year = null
    ) => new(area, year, value, new Place(area, 10 * area, (10 * area) + 2, null), via);

    public static Witness Total(decimal value, string via = Via.SummaryTable, int? year = null) =>
        Area(Witness.Total, value, via, year);

    /// <summary>A table of sub-questions in which every one has three fifths of its points, but for what a test changes.</summary>
    public static QuestionTable Questions(
        int area,
        Func<QuestionRow, QuestionRow?>? change = null,
        params string[] unclear
    ) =>
        new(
            area,
            [
                .. Subject
                    .Labels.Edition.Area(area)
                    .Questions.Select(q =>
                        Row(q.Code, q.Max * 3 / 5, q.Max, 60) is var row && change is not null
                            ? change(row)
                            : row
                    )
                    .OfType<QuestionRow>(),
            ],
            unclear
        );

    public static QuestionRow Row(string code, decimal? achieved, decimal? max, decimal? percent) =>
        new(code, Subject.Passage("Ordalydelse"), achieved, max, percent, Subject.Passage(code));

    /// <summary>Reconciles: eight areas with 60 and their tables, but for those that are given.</summary>
    public static ReconciledScores Reconcile(
        IEnumerable<Witness>? witnesses = null,
        IEnumerable<QuestionTable>? tables = null,
        int? year = 2013,
        string edition = "2010",
        bool isReport = true,
        bool summaryIsCut = false
    )
    {
        var given = (witnesses ?? []).ToList();
        var givenTables = (tables ?? []).ToList();
        var others = Enumerable
            .Range(1, 8)
            .Where(a => !given.Exists(w => w.Area == a && w.Year is null))
            .Select(a => Area(a, 60));
        var otherTables = Enumerable
            .Range(1, 8)
            .Where(a => !givenTables.Exists(t => t.Area == a))
            .Select(a => Questions(a));
        return new ScoreReconciler(
            Subject.Knowledge,
            Subject.Knowledge.Edition(edition),
            year,
            isReport
        ).Reconcile(
            new StatedScores([.. given, .. others], [.. givenTables, .. otherTables], []),
            summaryIsCut
        );
    }

    /// <summary>The notes as code, what they speak of, and which area.</summary>
    public static string Notes(ReconciledScores scores) =>
        string.Join(
            "; ",
            scores.Notes.Select(n =>
                $"{n.Code} {n.Question ?? n.Area?.ToString(CultureInfo.InvariantCulture) ?? "-"}"
            )
        );
}
