using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Evaluation;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>
/// How many findings there are of something, in how many reports, and of how many reports that could have had them: those that have such a list at all, and of an
/// area those whose list of it was found. What never occurs is a row too. Counts are of one edition each unless asked otherwise: another edition asked other questions.
/// </summary>
public sealed class CountsQuery(SqliteConnection connection, Municipalities municipalities)
{
    private static readonly CountDimension[] Items =
    [
        CountDimension.Theme,
        CountDimension.Question,
        CountDimension.Area,
        CountDimension.Kind,
    ];

    /// <summary>
    /// Counts. Columns: <c>edition</c> (or <c>editions</c>), the dimensions, <c>findings</c>, <c>doubtful</c> (of them with a label or text in doubt), <c>reports</c>
    /// (n: with at least one), <c>reports_certain</c> (with one that is not in doubt), <c>base</c> (reports that have the list), <c>share</c> (reports of base) with
    /// its interval <c>share_low</c> to <c>share_high</c>, <c>per_report</c> (findings a report of base).
    /// </summary>
    /// <param name="filter">Which findings.</param>
    /// <param name="by">By what; each at most once.</param>
    /// <param name="acrossEditions">Whether editions are put together; by area or of one, only those whose numbers mean the same areas.</param>
    /// <param name="limit">Most rows, or null for all.</param>
    public QueryResult Count(
        QueryFilter filter,
        IReadOnlyList<CountDimension> by,
        bool acrossEditions = false,
        int? limit = null
    ) =>
        new QueryResult(
            [
                new(acrossEditions ? "editions" : "edition", ColumnType.Text),
                .. by.Select(d => new ResultColumn(
                    NameOf(d),
                    d is CountDimension.Area or CountDimension.Year
                        ? ColumnType.Integer
                        : ColumnType.Text
                )),
                new("findings", ColumnType.Integer),
                new("doubtful", ColumnType.Integer),
                new("reports", ColumnType.Integer),
                new("reports_certain", ColumnType.Integer),
                new("base", ColumnType.Integer),
                new("share", ColumnType.Number),
                new("share_low", ColumnType.Number),
                new("share_high", ColumnType.Number),
                new("per_report", ColumnType.Number),
            ],
            Cells(filter, by, acrossEditions).Select(Row),
            limit
        );

    /// <summary>The same as cells that are not written yet.</summary>
    internal IEnumerable<CountedCell> Cells(
        QueryFilter filter,
        IReadOnlyList<CountDimension> by,
        bool acrossEditions
    )
    {
        var items = by.Where(d => Items.Contains(d)).ToList();
        var ofReport = by.Except(items).ToList();
        var kind = items.IndexOf(CountDimension.Kind);
        var selection = new ColumnSelection(connection, municipalities, filter);
        var tally = new CountTally(selection, [.. items.Select(NameOf)]);
        var universes = new Dictionary<string, List<object?[]>>(StringComparer.Ordinal);
        var (area, question) = (
            items.IndexOf(CountDimension.Area),
            items.IndexOf(CountDimension.Question)
        );
        var asking = EditionsByQuestion();
        var sets = EditionSets.Of(connection, acrossEditions, EditionSets.IsByArea(filter, by));
        foreach (var group in ReportGroup.Of(selection, ofReport, sets))
        {
            var editions = string.Join(' ', group.Editions);
            if (!universes.TryGetValue(editions, out var universe))
            {
                universes[editions] = universe = Universe(filter, items, group.Editions);
            }

            var counted = tally.Of(group.Reports);
            foreach (var item in universe)
            {
                var count = counted[tally.CellOf(item)];
                IReadOnlyList<string> kinds =
                    kind >= 0 ? [(string)item[kind]!] : [.. filter.Kinds.Select(ContentId.NameOf)];
                yield return new CountedCell(
                    editions,
                    [
                        .. by.Select(d =>
                            items.Contains(d)
                                ? item[items.IndexOf(d)]
                                : group.Values[ofReport.IndexOf(d)]
                        ),
                    ],
                    count,
                    // A text search may also find reports whose list was not told from another.
                    Math.Max(
                        group.Base(
                            kinds,
                            Asking(
                                group.Editions,
                                question >= 0 ? [(string)item[question]!] : filter.Questions,
                                asking
                            ),
                            AreaOf(
                                area >= 0 ? (int)(long)item[area]! : null,
                                question >= 0 ? [(string)item[question]!] : filter.Questions,
                                filter
                            )
                        ),
                        count.Reports
                    )
                );
            }
        }
    }

    // The one area in whose lists what is counted stands, or null where it may stand in several.
    private static int? AreaOf(int? area, IReadOnlyList<string> questions, QueryFilter filter) =>
        area
        ?? (
            questions.Count > 0
                ? questions.Select(QuestionCode.AreaOf).Distinct().ToList() is [var asked]
                    ? asked
                    : null
                : filter.Areas is [{ From: { } from, To: { } to }] && from == to
                    ? from
                    : null
        );

    // The editions that have one of the sub-questions; of none in particular all.
    private static IEnumerable<string> Asking(
        IReadOnlyList<string> editions,
        IReadOnlyList<string> questions,
        ILookup<string, string> asking
    ) =>
        questions.Count == 0
            ? editions
            : editions.Where(e =>
                questions.Any(q => asking[q].Contains(e, StringComparer.Ordinal))
            );

    // The sub-questions of editions of which they are known, and the rest of each area ("2.0") with them; an area of another edition that is called the same has its
    // findings labelled by them, too.
    private ILookup<string, string> EditionsByQuestion() =>
        QueryResult
            .Read(
                connection,
                """
                SELECT DISTINCT q.code, a.edition
                FROM questions q
                JOIN areas own ON own.edition = q.edition AND own.area = q.area
                JOIN areas a ON a.area = own.area AND a.name = own.name
                WHERE q.edition IN (SELECT edition FROM questions WHERE code NOT LIKE '%.0')
                ORDER BY q.code
                """
            )
            .ToLookup(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal);

    internal static string NameOf(CountDimension dimension) =>
        dimension.ToString().ToLowerInvariant();

    private static object?[] Row(CountedCell cell)
    {
        var (count, cases) = (cell.Count, cell.Base);
        var interval = WilsonInterval.Of(count.Reports, cases);
        return
        [
            cell.Editions,
            .. cell.Values,
            (long)count.Findings,
            (long)count.Doubtful,
            (long)count.Reports,
            (long)count.ReportsCertain,
            cases,
            cases == 0 ? null : Rounded(count.Reports / (double)cases),
            interval is { } low ? Rounded(low.Low) : null,
            interval is { } high ? Rounded(high.High) : null,
            cases == 0 ? null : Rounded(count.Findings / (double)cases),
        ];
    }

    private static double Rounded(double value) => Math.Round(value, 4);

    // Every combination of themes, sub-questions, areas and lists that there could be.
    private List<object?[]> Universe(
        QueryFilter filter,
        List<CountDimension> items,
        IReadOnlyList<string> editions
    )
    {
        IEnumerable<object?[]> rows =
        [
            [],
        ];
        foreach (var item in items)
        {
            var values = Values(filter, item, editions);
            rows = rows.SelectMany(r => values.Select(v => (object?[])[.. r, v])).ToList();
        }

        // A sub-question belongs to one area.
        var (area, question) = (
            items.IndexOf(CountDimension.Area),
            items.IndexOf(CountDimension.Question)
        );
        return
        [
            .. rows.Where(r =>
                area < 0
                || question < 0
                || QuestionCode.AreaOf((string)r[question]!) == (int)(long)r[area]!
            ),
        ];
    }

    private List<object?> Values(
        QueryFilter filter,
        CountDimension item,
        IReadOnlyList<string> editions
    )
    {
        if (item == CountDimension.Kind)
        {
            return
            [
                .. Enum.GetValues<FindingKind>()
                    .Where(k => filter.Kinds.Count == 0 || filter.Kinds.Contains(k))
                    .Select(k => (object?)k.ToString().ToLowerInvariant()),
            ];
        }

        var values =
            item == CountDimension.Theme
                ? QueryResult
                    .Read(connection, "SELECT code FROM themes ORDER BY rowid")
                    .Select(r => r[0])
            : item == CountDimension.Question
                ? EditionsByQuestion()
                    .Where(q => q.Intersect(editions, StringComparer.Ordinal).Any())
                    .Select(q => (object?)q.Key)
            : QueryResult
                .Read(connection, "SELECT area, edition FROM areas ORDER BY area")
                .Where(r => editions.Contains((string)r[1]!, StringComparer.Ordinal))
                .Select(r => r[0])
                .Distinct();
        return [.. values.Where(v => IsWanted(filter, item, v!))];
    }

    private static bool IsWanted(QueryFilter filter, CountDimension item, object value) =>
        item switch
        {
            CountDimension.Theme => filter.Themes.Count == 0
                || filter.Themes.Contains((string)value, StringComparer.Ordinal),
            CountDimension.Question => (
                filter.Questions.Count == 0
                || filter.Questions.Contains((string)value, StringComparer.Ordinal)
            ) && filter.HasArea(QuestionCode.AreaOf((string)value)),
            _ => filter.HasArea((int)(long)value),
        };
}

/// <summary>A cell of counts.</summary>
/// <param name="Editions">Ids of the editions that are counted together, by blanks.</param>
/// <param name="Values">A value a dimension.</param>
/// <param name="Count">What was counted.</param>
/// <param name="Base">Reports that could have had such findings.</param>
internal sealed record CountedCell(
    string Editions,
    IReadOnlyList<object?> Values,
    Tallied Count,
    long Base
);
