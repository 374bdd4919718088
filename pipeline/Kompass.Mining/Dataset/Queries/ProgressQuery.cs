using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>How a municipality's scores changed from one evaluation to the next, and where they cannot be compared, why.</summary>
public sealed class ProgressQuery(SqliteConnection connection, Municipalities municipalities)
{
    private static readonly ResultColumn[] Columns =
    [
        new("municipality_code", ColumnType.Text),
        new("municipality_name", ColumnType.Text),
        new("area", ColumnType.Integer),
        new("from_year", ColumnType.Integer),
        new("from_edition", ColumnType.Text),
        new("from_score", ColumnType.Number),
        new("to_year", ColumnType.Integer),
        new("to_edition", ColumnType.Text),
        new("to_score", ColumnType.Number),
        new("change", ColumnType.Number),
        new("comparable", ColumnType.Boolean),
        new("reason", ColumnType.Text),
        new("from_source", ColumnType.Text),
        new("to_source", ColumnType.Text),
        new("from_confidence", ColumnType.Number),
        new("to_confidence", ColumnType.Number),
    ];

    /// <summary>
    /// A row for each area (and with an empty <c>area</c> for the total) of each pair of evaluations that follow one another: the greatest improvement first, then
    /// what cannot be compared. An earlier evaluation that is not in the dataset is taken as the later report quotes it; <c>from_source</c> tells which report that is, and
    /// <c>from_edition</c> is then the edition of its year, empty in a year of two.
    /// </summary>
    /// <param name="filter">Which municipalities and areas; years and editions are those of the later evaluation.</param>
    /// <param name="limit">Most rows, or null for all.</param>
    public QueryResult Changes(QueryFilter filter, int? limit = null) =>
        new QueryResult(
            Columns,
            Rows(filter)
                .OrderByDescending(r => r[10])
                .ThenByDescending(r => (double?)r[9] ?? double.MinValue)
                .ThenBy(r => (string)r[1]!, StringComparer.Ordinal)
                .ThenBy(r => (long?)r[6])
                .ThenBy(r => (int?)r[2]),
            limit
        );

    private IEnumerable<object?[]> Rows(QueryFilter filter)
    {
        var reports = Reports(filter);
        var wanted = Wanted(filter);
        var comparable = ComparableEditions();
        var editionOf = EditionOfYear();
        foreach (
            var municipality in reports
                .Where(r => r.Year is not null)
                .GroupBy(r => r.Code ?? r.Name, StringComparer.Ordinal)
        )
        {
            var own = municipality.OrderBy(r => r.Year).ToList();
            for (var i = 0; i < own.Count; i++)
            {
                if (wanted.Contains(own[i].Id))
                {
                    foreach (var row in Pair(own, i, comparable, editionOf, filter))
                    {
                        yield return row;
                    }
                }
            }
        }
    }

    // With the evaluation before it, in the dataset or as it quotes it, whichever is the later.
    private static IEnumerable<object?[]> Pair(
        List<Evaluated> own,
        int at,
        HashSet<(string, string)> comparable,
        Func<long?, string?> editionOf,
        QueryFilter filter
    )
    {
        var later = own[at];
        if (EarlierThan(later, at > 0 ? own[at - 1] : null) is not { } found)
        {
            yield break;
        }

        var (earlier, isQuoted) = found;
        var reason = isQuoted
            ? earlier.Comparable
                ? null
                : "the report says that the earlier evaluation used another scale"
            : earlier.Edition == later.Edition
            || comparable.Contains((earlier.Edition!, later.Edition!))
                ? null
                : $"edition {earlier.Edition} has another scale than edition {later.Edition}";
        foreach (var area in earlier.Scores.Keys.Union(later.Scores.Keys).Order())
        {
            if (!IsWanted(filter, area))
            {
                continue;
            }

            var (from, to) = (Score(earlier, area), Score(later, area));
            var why =
                reason
                ?? (
                    from is null ? "the earlier evaluation has no score of it"
                    : to is null ? "the later evaluation has no score of it"
                    : null
                );
            yield return
            [
                later.Code,
                later.Name,
                area == Total ? null : area,
                earlier.Year,
                earlier.Edition ?? editionOf(earlier.Year),
                from,
                later.Year,
                later.Edition,
                to,
                why is null ? Math.Round(to!.Value - from!.Value, 2) : null,
                why is null ? 1L : 0L,
                why,
                earlier.Id,
                later.Id,
                Confidence(earlier, area),
                Confidence(later, area),
            ];
        }
    }

    private static (Evaluated Earlier, bool IsQuoted)? EarlierThan(
        Evaluated later,
        Evaluated? before
    )
    {
        var quoted = later
            .Quoted.Where(q => q.Year is not null && q.Year < later.Year)
            .MaxBy(q => q.Year);
        return quoted is not null && (before is null || quoted.Year > before.Year) ? (quoted, true)
            : before is not null ? (before, false)
            : null;
    }

    // Stands for the total among the numbers of areas.
    private const int Total = 0;

    private static bool IsWanted(QueryFilter filter, int area) =>
        filter.Areas.Count == 0 || (area != Total && filter.HasArea(area));

    private static double? Score(Evaluated evaluation, int area) =>
        evaluation.Scores.TryGetValue(area, out var score) ? score.Points : null;

    private static double? Confidence(Evaluated evaluation, int area) =>
        evaluation.Scores.TryGetValue(area, out var score) ? score.Confidence : null;

    // Those on the municipalities that are wanted, of whatever year, with the scores that are.
    private List<Evaluated> Reports(QueryFilter filter)
    {
        var reports = Read(
                "SELECT t.id, t.municipality_code, t.municipality_name, t.year, t.edition, t.total_value, t.total_confidence",
                filter.OfReports() with
                {
                    Years = [],
                    Editions = [],
                    Populations = [],
                },
                TableCatalogue.Find("reports")
            )
            .Select(r =>
                new Evaluated(
                    (string)r[0]!,
                    (string?)r[1],
                    (string)r[2]!,
                    (long?)r[3],
                    (string)r[4]!,
                    true
                ).With(Total, (double?)r[5], (double?)r[6])
            )
            .ToList();
        var byId = reports.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var ofAreas = QueryFilter.None with
        {
            Municipalities = filter.Municipalities,
            Areas = filter.Areas,
        };
        foreach (
            var r in Read(
                "SELECT t.report_id, t.area, t.score, t.confidence",
                ofAreas,
                TableCatalogue.Find("area_scores")
            )
        )
        {
            byId.GetValueOrDefault((string)r[0]!)
                ?.With((int)(long)r[1]!, (double?)r[2], (double?)r[3]);
        }

        foreach (
            var r in Read(
                "SELECT t.report_id, t.year, t.comparable, t.area, t.score, t.confidence",
                ofAreas with
                {
                    Areas = [],
                },
                TableCatalogue.Find("previous")
            )
        )
        {
            byId.GetValueOrDefault((string)r[0]!)?.Quote(r);
        }

        return reports;
    }

    private HashSet<string> Wanted(QueryFilter filter) =>
        Read("SELECT t.id", filter.OfReports(), TableCatalogue.Find("reports"))
            .Select(r => (string)r[0]!)
            .ToHashSet(StringComparer.Ordinal);

    private HashSet<(string, string)> ComparableEditions() =>
        [
            .. QueryResult
                .Read(connection, "SELECT id, comparable_with FROM editions")
                .SelectMany(r =>
                    ((string?)r[1] ?? "")
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .SelectMany(other =>
                            new[] { ((string)r[0]!, other), (other, (string)r[0]!) }
                        )
                ),
        ];

    private Func<long?, string?> EditionOfYear()
    {
        var years = QueryResult
            .Read(
                connection,
                "SELECT id, CAST(substr(first_month, 1, 4) AS INTEGER), CAST(substr(coalesce(last_month, '9999'), 1, 4) AS INTEGER) FROM editions"
            )
            .Select(r => (Id: (string)r[0]!, First: (long)r[1]!, Last: (long)r[2]!))
            .ToList();
        return year =>
            years.Where(e => e.First <= year && year <= e.Last).ToList() is [var only]
                ? only.Id
                : null;
    }

    private IEnumerable<object?[]> Read(string select, QueryFilter filter, Table table)
    {
        var sql = FilterSql.Of(filter, municipalities, table);
        var command = connection.CreateCommand();
        command.CommandText = $"{select} FROM {sql.From} WHERE {sql.Conditions}";
        sql.AddTo(command);
        return QueryResult.Read(command);
    }

    private sealed record Evaluated(
        string Id,
        string? Code,
        string Name,
        long? Year,
        string? Edition,
        bool Comparable
    )
    {
        public Dictionary<int, (double Points, double? Confidence)> Scores { get; } = [];

        public List<Evaluated> Quoted { get; } = [];

        /// <summary>Takes in a score of an earlier evaluation that this report quotes: a row of <c>previous</c>.</summary>
        public void Quote(object?[] row)
        {
            var year = (long?)row[1];
            var quoted = Quoted.Find(q => q.Year == year);
            if (quoted is null)
            {
                quoted = new Evaluated(Id, Code, Name, year, null, (long)row[2]! == 1);
                Quoted.Add(quoted);
            }

            quoted.With((int)((long?)row[3] ?? Total), (double?)row[4], (double?)row[5]);
        }

        public Evaluated With(int area, double? score, double? confidence)
        {
            if (score is { } known)
            {
                Scores[area] = (known, confidence);
            }

            return this;
        }
    }
}
