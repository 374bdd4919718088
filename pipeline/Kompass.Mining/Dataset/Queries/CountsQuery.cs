using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>
/// How many findings there are of something, in how many reports, and of how many reports that could have had them: those that have such a list at all. What
/// never occurs is a row too. Counts are of one edition each unless asked otherwise: another edition asked other questions.
/// </summary>
public sealed class CountsQuery(SqliteConnection connection, Municipalities municipalities)
{
    // Bands of inhabitants: SKL's own borders of 2011 between small, middle and large municipalities.
    private const string PopulationBand =
        "CASE WHEN p.inhabitants IS NULL THEN NULL WHEN p.inhabitants < 12500 THEN '0-12499' WHEN p.inhabitants < 25000 THEN '12500-24999' WHEN p.inhabitants < 50000 THEN '25000-49999' ELSE '50000-' END";

    // What the dimensions need beside the table itself; a join for each of a million findings takes seconds.
    private static string Joins(IReadOnlyList<CountDimension> by, string report) =>
        string.Concat(
            by.Any(d => d is CountDimension.County or CountDimension.Group)
                ? " LEFT JOIN municipalities m ON m.code = t.municipality_code"
                : "",
            by.Contains(CountDimension.Population)
                ? $" LEFT JOIN (SELECT r.id, coalesce(r.population, k.population) AS inhabitants FROM reports r LEFT JOIN municipalities k ON k.code = r.municipality_code) p ON p.id = t.{report}"
                : ""
        );

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
    /// <param name="acrossEditions">Whether editions are put together.</param>
    public QueryResult Count(
        QueryFilter filter,
        IReadOnlyList<CountDimension> by,
        bool acrossEditions = false
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(by);
        return new QueryResult(
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
            Rows(filter, by, acrossEditions)
        );
    }

    private static string NameOf(CountDimension dimension) =>
        dimension.ToString().ToLowerInvariant();

    private IEnumerable<object?[]> Rows(
        QueryFilter filter,
        IReadOnlyList<CountDimension> by,
        bool acrossEditions
    )
    {
        var counted = Counted(filter, by, acrossEditions);
        var items = by.Where(d => Items.Contains(d)).ToList();
        var ofReport = by.Except(items).ToList();
        foreach (var cell in Bases(filter, ofReport, acrossEditions))
        {
            var editions = ((string)cell.Key[0]!).Split(' ');
            foreach (var item in Universe(filter, items, editions))
            {
                object?[] values =
                [
                    .. by.Select(d =>
                        items.Contains(d)
                            ? item[items.IndexOf(d)]
                            : cell.Key[1 + ofReport.IndexOf(d)]
                    ),
                ];
                var count = counted.GetValueOrDefault(
                    KeyOf([acrossEditions ? null : cell.Key[0], .. values])
                );
                var kinds = items.Contains(CountDimension.Kind)
                    ? [(string)item[items.IndexOf(CountDimension.Kind)]!]
                    : (IReadOnlyList<string>)
                        [.. filter.Kinds.Select(k => k.ToString().ToLowerInvariant())];
                yield return Row(cell.Key[0], values, count, cell.Base(kinds));
            }
        }
    }

    private static object?[] Row(object? edition, object?[] values, Counts count, long @base)
    {
        // A text search may also find reports whose list was not told from another.
        var cases = Math.Max(@base, count.Reports);
        var interval = WilsonInterval.Of(count.Reports, cases);
        return
        [
            edition,
            .. values,
            count.Findings,
            count.Doubtful,
            count.Reports,
            count.ReportsCertain,
            cases,
            cases == 0 ? null : Rounded(count.Reports / (double)cases),
            interval is { } low ? Rounded(low.Low) : null,
            interval is { } high ? Rounded(high.High) : null,
            cases == 0 ? null : Rounded(count.Findings / (double)cases),
        ];
    }

    private static double Rounded(double value) => Math.Round(value, 4);

    private Dictionary<string, Counts> Counted(
        QueryFilter filter,
        IReadOnlyList<CountDimension> by,
        bool acrossEditions
    )
    {
        var sql = FilterSql.Of(filter, municipalities, TableCatalogue.Findings);
        var source = $"FROM {sql.From}{Joins(by, "report_id")} WHERE {sql.Conditions}";
        var rows = Select("t.theme", "");
        if (by.Contains(CountDimension.Theme))
        {
            rows += " UNION ALL " + Select("t.theme2", " AND t.theme2 IS NOT NULL");
        }

        using var command = connection.CreateCommand();
        var keys = string.Join(", ", Enumerable.Range(1, by.Count + 1).Select(i => $"d{i}"));
        command.CommandText =
            $"SELECT {keys}, sum(n), sum(doubtful), count(*), sum(n > doubtful) FROM (SELECT {keys}, count(*) AS n, sum(doubtful) AS doubtful FROM ({rows}) GROUP BY report, {keys}) GROUP BY {keys}";
        sql.AddTo(command);
        return QueryResult
            .Read(command)
            .ToDictionary(
                r => KeyOf(r[..(by.Count + 1)]),
                r => new Counts((long)r[^4]!, (long)r[^3]!, (long)r[^2]!, (long)r[^1]!),
                StringComparer.Ordinal
            );

        string Select(string theme, string condition) =>
            $"SELECT {string.Join(", ", by.Select(d => Item(d, theme)).Prepend(acrossEditions ? "NULL" : "t.edition").Select((c, i) => $"{c} AS d{i + 1}"))}, t.certainty <> 'certain' AS doubtful, t.report_id AS report {source}{condition}";
    }

    private static string Item(CountDimension dimension, string theme) =>
        dimension switch
        {
            CountDimension.Theme => theme,
            CountDimension.Question => "t.question",
            CountDimension.Area => "t.area",
            CountDimension.Kind => "t.kind",
            CountDimension.Year => "t.year",
            CountDimension.County => "m.county",
            CountDimension.Group => "m.group_name",
            CountDimension.Population => PopulationBand,
            CountDimension.Municipality => "t.municipality_name",
            _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
        };

    // How many reports there are of each year, county …, and how many of them have each list.
    private List<Cell> Bases(
        QueryFilter filter,
        IReadOnlyList<CountDimension> by,
        bool acrossEditions
    )
    {
        var reports = FilterSql.Of(
            filter with
            {
                Areas = [],
                Kinds = [],
                Questions = [],
                Themes = [],
                Certainties = [],
                Text = null,
            },
            municipalities,
            TableCatalogue.Find("reports")
        );
        var keys = by.Select(d => Item(d, "")).ToList();
        var group = string.Join(
            ", ",
            Enumerable.Range(acrossEditions ? 2 : 1, keys.Count + (acrossEditions ? 0 : 1))
        );
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT {(acrossEditions ? "replace(group_concat(DISTINCT t.edition), ',', ' ')" : "t.edition")}{string.Concat(keys.Select(k => ", " + k))}, sum(has_strengths), sum(has_improvements), sum(has_weaknesses), sum(has_strengths OR has_improvements OR has_weaknesses) FROM {reports.From}{Joins(by, "id")} WHERE {reports.Conditions}{(group.Length > 0 ? $" GROUP BY {group} ORDER BY {group}" : "")}";
        reports.AddTo(command);
        return
        [
            .. QueryResult
                .Read(command)
                .Where(r => r[0] is not null)
                .Select(r => new Cell(
                    r[..(by.Count + 1)],
                    (long)r[^4]!,
                    (long)r[^3]!,
                    (long)r[^2]!,
                    (long)r[^1]!
                )),
        ];
    }

    // Every combination of themes, sub-questions, areas and lists that there could be.
    private IEnumerable<object?[]> Universe(
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
        return area < 0 || question < 0
            ? rows
            : rows.Where(r => ScoreTables.AreaOf((string)r[question]!) == (int)(long)r[area]!);
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

        var (table, column) = item switch
        {
            CountDimension.Theme => ("themes", "code"),
            CountDimension.Question => ("questions", "code"),
            _ => ("areas", "area"),
        };
        using var command = connection.CreateCommand();
        command.CommandText =
            item == CountDimension.Theme
                ? $"SELECT {column} FROM {table} ORDER BY rowid"
                : $"SELECT DISTINCT {column} FROM {table} WHERE edition IN ({string.Join(", ", editions.Select((_, i) => $"$e{i}"))}) ORDER BY {column}";
        for (var i = 0; i < editions.Count; i++)
        {
            command.Parameters.AddWithValue(
                string.Create(CultureInfo.InvariantCulture, $"$e{i}"),
                editions[i]
            );
        }

        return
        [
            .. QueryResult.Read(command).Select(r => r[0]).Where(v => IsWanted(filter, item, v!)),
        ];
    }

    private static bool IsWanted(QueryFilter filter, CountDimension item, object value) =>
        item switch
        {
            CountDimension.Theme => filter.Themes.Count == 0
                || filter.Themes.Contains((string)value, StringComparer.Ordinal),
            CountDimension.Question => (
                filter.Questions.Count == 0
                || filter.Questions.Contains((string)value, StringComparer.Ordinal)
            ) && IsArea(filter, ScoreTables.AreaOf((string)value)),
            _ => IsArea(filter, (int)(long)value),
        };

    private static bool IsArea(QueryFilter filter, int area) =>
        filter.Areas.Count == 0
        || filter.Areas.Any(r => (r.From ?? area) <= area && area <= (r.To ?? area));

    private static string KeyOf(IEnumerable<object?> values) =>
        string.Join(
            '\u001f',
            values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture))
        );

    private readonly record struct Counts(
        long Findings,
        long Doubtful,
        long Reports,
        long ReportsCertain
    );

    private sealed record Cell(
        object?[] Key,
        long Strengths,
        long Improvements,
        long Weaknesses,
        long Any
    )
    {
        public long Base(IReadOnlyList<string> kinds) =>
            kinds switch
            {
                ["strength"] => Strengths,
                ["improvement"] => Improvements,
                ["weakness"] => Weaknesses,
                _ => Any,
            };
    }
}
