using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>How a municipality's scores changed from one evaluation to the next, and where they cannot be compared, why.</summary>
public sealed class ProgressQuery(SqliteConnection connection, Municipalities municipalities)
{
    /// <summary>
    /// A row for each area (and with an empty <c>area</c> for the total) of each pair of evaluations that follow one another: the greatest improvement first, then
    /// what cannot be compared. An earlier evaluation that is not in the dataset is taken as the later report quotes it; <c>from_source</c> tells which report that is, and
    /// <c>from_edition</c> is then the edition of its year, empty in a year of two.
    /// </summary>
    /// <param name="filter">Which municipalities and areas; years and editions are those of the later evaluation.</param>
    /// <param name="limit">Most rows, or null for all.</param>
    public QueryResult Changes(QueryFilter filter, int? limit = null) =>
        QueryResult.Of(Rows(filter), limit);

    /// <summary>The same as records.</summary>
    public IEnumerable<ChangeRow> Rows(QueryFilter filter)
    {
        var wanted = Wanted(filter);
        var comparable = ComparableEditions();
        var editionOf = EditionOfYear();
        var names = AreaNames();
        var setOf = EditionSets.Of(connection, acrossEditions: true, byArea: true);
        return Reports(filter)
            .Where(r => r.Year is not null)
            .GroupBy(r => r.Code ?? r.Name, StringComparer.Ordinal)
            .Select(municipality => municipality.OrderBy(r => r.Year).ToList())
            .SelectMany(own =>
                own.Index()
                    .Where(r => wanted.Contains(r.Item.Id))
                    .SelectMany(r => Pair(own, r.Index, comparable, editionOf, filter))
            )
            .Select(r => WithSubject(r, names, setOf))
            .OrderByDescending(r => r.Comparable)
            .ThenByDescending(r => r.Change ?? double.MinValue)
            .ThenBy(r => r.MunicipalityName, StringComparer.Ordinal)
            .ThenBy(r => r.ToYear)
            .ThenBy(r => r.Area);
    }

    // With the evaluation before it, in the dataset or as it quotes it, whichever is the later.
    private static IEnumerable<ChangeRow> Pair(
        List<Evaluated> own,
        int at,
        HashSet<(string, string)> comparable,
        Func<int?, string?> editionOf,
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

            var (from, fromConfidence) = earlier.Scores.GetValueOrDefault(area);
            var (to, toConfidence) = later.Scores.GetValueOrDefault(area);
            var why =
                reason
                ?? (
                    from is null ? "the earlier evaluation has no score of it"
                    : to is null ? "the later evaluation has no score of it"
                    : null
                );
            yield return new ChangeRow(
                later.Code,
                later.Name,
                area == Total ? null : area,
                null,
                earlier.Year,
                earlier.Edition ?? editionOf(earlier.Year),
                null,
                from,
                later.Year,
                later.Edition!,
                to,
                why is null ? Math.Round(to!.Value - from!.Value, 2) : null,
                why is null,
                why,
                earlier.Id,
                later.Id,
                fromConfidence,
                toConfidence
            );
        }
    }

    // With the names of the area; where two editions mean different subjects by the number, that is why they cannot be compared.
    private static ChangeRow WithSubject(
        ChangeRow row,
        Dictionary<(string, int), string> names,
        Func<string, string> setOf
    ) =>
        row.Area is not { } area
            ? row
            : row with
            {
                AreaName = names.GetValueOrDefault((row.ToEdition, area)),
                FromAreaName = row.FromEdition is { } from
                    ? names.GetValueOrDefault((from, area))
                    : null,
                Reason =
                    row is { Comparable: false, FromEdition: { } edition }
                    && row.FromSource != row.ToSource
                    && setOf(edition) != setOf(row.ToEdition)
                        ? Invariant(
                            $"edition {row.ToEdition} has another area {area} than edition {edition}"
                        )
                        : row.Reason,
            };

    private Dictionary<(string, int), string> AreaNames() =>
        QueryResult
            .Read(connection, "SELECT edition, area, name FROM areas")
            .ToDictionary(r => ((string)r[0]!, (int)(long)r[1]!), r => (string)r[2]!);

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

    // Those on the municipalities that are wanted, of whatever year, with the scores that are.
    private List<Evaluated> Reports(QueryFilter filter)
    {
        var reports = Read(
                "t.id, t.municipality_code, t.municipality_name, t.year, t.edition, t.total_value, t.total_confidence",
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
                    (int?)(long?)r[3],
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
                "t.report_id, t.area, t.score, t.confidence",
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
                "t.report_id, t.year, t.comparable, t.area, t.score, t.confidence",
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
        Read("t.id", filter.OfReports(), TableCatalogue.Find("reports"))
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

    private Func<int?, string?> EditionOfYear()
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

    private IEnumerable<object?[]> Read(string columns, QueryFilter filter, Table table) =>
        FilterSql.Of(filter, municipalities, table).Read(connection, columns);

    private sealed record Evaluated(
        string Id,
        string? Code,
        string Name,
        int? Year,
        string? Edition,
        bool Comparable
    )
    {
        public Dictionary<int, (double? Points, double? Confidence)> Scores { get; } = [];

        public List<Evaluated> Quoted { get; } = [];

        /// <summary>Takes in a score of an earlier evaluation that this report quotes: a row of <c>previous</c>.</summary>
        public void Quote(object?[] row)
        {
            var year = (int?)(long?)row[1];
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

/// <summary>An area's (or, without a number, the total's) points in two evaluations that follow one another, with the area's name in the edition of each.</summary>
public sealed record ChangeRow(
    string? MunicipalityCode,
    string MunicipalityName,
    int? Area,
    string? AreaName,
    int? FromYear,
    string? FromEdition,
    string? FromAreaName,
    double? FromScore,
    int? ToYear,
    string ToEdition,
    double? ToScore,
    double? Change,
    bool Comparable,
    string? Reason,
    string? FromSource,
    string? ToSource,
    double? FromConfidence,
    double? ToConfidence
)
{
    /// <summary>Whether the two are of different editions.</summary>
    public bool IsAcrossEditions => FromEdition is { } from && from != ToEdition;

    /// <summary>Whether one of the two may not be the printed one.</summary>
    public bool IsDoubtful =>
        FromConfidence is < Finding.DoubtBelow || ToConfidence is < Finding.DoubtBelow;
}
