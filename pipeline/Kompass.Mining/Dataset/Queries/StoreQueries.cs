using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>Questions to an opened store. Rows come in the dataset's order: by report, and in it as they stand.</summary>
public sealed class StoreQueries(SqliteConnection connection, Municipalities municipalities)
{
    /// <summary>
    /// Of so many texts those that speak most of the words sought come first. Ranking takes 3 µs a text, and nobody reads through more: they stay in the dataset's
    /// order.
    /// </summary>
    public const int MostRanked = 5_000;

    /// <summary>The columns of <see cref="Texts"/>.</summary>
    public static IReadOnlyList<ResultColumn> TextResult { get; } =
    [new("place", ColumnType.Text), .. StoreRow<TextRow>.Typed];

    /// <summary>What stands after SELECT for rows of <c>t</c> as <see cref="TextRow"/>; what the table does not have is null.</summary>
    internal static string TextColumns(Table table) =>
        string.Join(
            ", ",
            StoreRow<TextRow>.Columns.Select(name =>
                name switch
                {
                    "document_file" => DocumentFile,
                    "document_link" => DocumentOf(
                        "d.file || coalesce('#page=' || t.source_page, '')"
                    ),
                    _ => table.Columns.Any(c => c.Name == name) ? $"t.\"{name}\"" : "NULL",
                }
            )
        );

    /// <summary>The file of the document in which a row of <c>t</c> stands.</summary>
    internal static string DocumentFile => DocumentOf("d.file");

    /// <summary>Texts that match.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="places">Where they stand; rows come place by place.</param>
    /// <param name="limit">Most rows, or null for all.</param>
    /// <param name="byRelevance">With words sought: those that speak of them most come first, within each place where they are ranked.</param>
    public QueryResult Texts(
        QueryFilter filter,
        IReadOnlyList<TextPlace> places,
        int? limit = null,
        bool byRelevance = false
    ) =>
        new QueryResult(
            TextResult,
            places.SelectMany(p => TextsOf(p, filter, limit, byRelevance)),
            limit
        );

    /// <summary>Whether so few texts of a place hold the words that they are ranked (<see cref="MostRanked"/>).</summary>
    public bool IsRanked(SearchQuery query, TextPlace place) =>
        SearchIndex.HasAtMost(connection, TableOf(place), query, MostRanked);

    /// <summary>How many texts of a place match, and how many reports have one.</summary>
    public (long Texts, long Reports) Count(QueryFilter filter, TextPlace place) =>
        new ColumnSelection(connection, municipalities, filter, TableOf(place)).Count();

    /// <summary>How many reports that match otherwise have no population, so that no range of them holds them.</summary>
    public int WithoutPopulation(QueryFilter filter) =>
        FilterSql
            .Of(
                filter.OfReports() with
                {
                    Populations = [],
                },
                municipalities,
                TableCatalogue.Find("reports")
            )
            .Read(connection, FilterSql.Population)
            .Count(r => r[0] is null);

    /// <summary>The municipalities of all reports, by name.</summary>
    public IReadOnlyList<string> Municipalities() =>
        [
            .. QueryResult
                .Read(
                    connection,
                    "SELECT DISTINCT municipality_name FROM reports ORDER BY municipality_name"
                )
                .Select(r => (string)r[0]!),
        ];

    /// <summary>Scores of the reports that match, a row each: the areas' as <c>area1</c>, <c>area2</c> …, the total, and how sure each was read.</summary>
    /// <param name="filter">Which reports; areas narrow the columns.</param>
    /// <param name="limit">Most rows, or null for all.</param>
    public QueryResult Scores(QueryFilter filter, int? limit = null)
    {
        var areas = Areas(filter);
        (string Sql, ResultColumn Column)[] columns =
        [
            .. ReportColumns.Select(c => Of(c, c == "year" ? ColumnType.Integer : ColumnType.Text)),
            .. areas.Select(a => OfArea("score", a, "")),
            Of("total_value", ColumnType.Number),
            Of("total_max", ColumnType.Integer),
            .. areas.Select(a => OfArea("confidence", a, "_confidence")),
            Of("total_confidence", ColumnType.Number),
        ];
        return new QueryResult(
            [.. columns.Select(c => c.Column)],
            Read(
                filter with
                {
                    Areas = [],
                },
                TableCatalogue.Reports,
                string.Join(", ", columns.Select(c => c.Sql)),
                limit
            ),
            limit
        );

        static (string, ResultColumn) Of(string name, ColumnType type) =>
            ("t." + name, new(name, type));

        static (string, ResultColumn) OfArea(string column, int area, string suffix) =>
            (
                Invariant(
                    $"(SELECT {column} FROM area_scores WHERE report_id = t.id AND area = {area})"
                ),
                new(Invariant($"area{area}{suffix}"), ColumnType.Number)
            );
    }

    /// <summary>Points of sub-questions in the reports that match, a row each.</summary>
    /// <param name="filter">Which reports, areas and sub-questions.</param>
    /// <param name="limit">Most rows, or null for all.</param>
    public QueryResult Questions(QueryFilter filter, int? limit = null)
    {
        var table = TableCatalogue.Find("question_scores");
        return new QueryResult(
            [.. table.Columns.Select(c => new ResultColumn(c.Name, c.Type))],
            Read(filter, table, table.Sql, limit),
            limit
        );
    }

    private static readonly string[] ReportColumns =
    [
        "id",
        "municipality_code",
        "municipality_name",
        "year",
        "edition",
    ];

    /// <summary>The table of a place.</summary>
    public static Table TableOf(TextPlace place) =>
        TableCatalogue.Find(
            place switch
            {
                TextPlace.Lists => "findings",
                TextPlace.Remarks => "remarks",
                TextPlace.Prose => "prose",
                _ => throw new ArgumentOutOfRangeException(nameof(place), place, "no such place"),
            }
        );

    private IEnumerable<object?[]> TextsOf(
        TextPlace place,
        QueryFilter filter,
        int? limit,
        bool byRelevance
    )
    {
        var table = TableOf(place);
        return Read(
            filter,
            table,
            $"'{place.ToString().ToLowerInvariant()}', {TextColumns(table)}",
            limit,
            byRelevance && filter.Text is { } query && IsRanked(query, place)
                ? "s.rank, s.rowid"
                : null
        );
    }

    private IEnumerable<object?[]> Read(
        QueryFilter filter,
        Table table,
        string columns,
        int? limit,
        string? order = null
    ) => FilterSql.Of(filter, municipalities, table).Read(connection, columns, order, limit);

    private static string DocumentOf(string column) =>
        $"(SELECT {column} FROM documents d WHERE d.report_id = t.report_id AND d.id = t.source_document)";

    private List<int> Areas(QueryFilter filter) =>
        [
            .. QueryResult
                .Read(connection, "SELECT DISTINCT area FROM areas ORDER BY area")
                .Select(r => (int)(long)r[0]!)
                .Where(filter.HasArea),
        ];
}
