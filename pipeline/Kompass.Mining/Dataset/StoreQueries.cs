using System.Text;
using Kompass.Mining.Corpus;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset;

/// <summary>What findings are wanted. Every part that is null matches all.</summary>
/// <param name="Municipality">Name or code.</param>
/// <param name="Year">Year of the report.</param>
/// <param name="Area">1 to 8.</param>
/// <param name="Kind">Strength, improvement or weakness.</param>
/// <param name="Text">Words that must occur; each also matches within longer words, for Swedish compounds and inflects: <c>dialog</c> finds <c>medborgardialogen</c>.</param>
/// <param name="Question">Code of a sub-question.</param>
/// <param name="Theme">Code of a theme; a second theme counts too.</param>
/// <param name="Limit">Most rows.</param>
public sealed record FindingsFilter(
    string? Municipality = null,
    int? Year = null,
    int? Area = null,
    FindingKind? Kind = null,
    string? Text = null,
    string? Question = null,
    string? Theme = null,
    int Limit = 1000
);

/// <summary>A finding and whose it is.</summary>
public sealed record FindingRow(
    string Id,
    string Municipality,
    int? Year,
    int Area,
    string Kind,
    string Text,
    string? Question,
    string? Theme,
    string? Theme2,
    double Confidence,
    double? QuestionProbability = null,
    double? ThemeProbability = null
);

/// <summary>A report's scores.</summary>
/// <param name="Id">The report.</param>
/// <param name="Municipality">Its municipality.</param>
/// <param name="Year">Its year.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="Total">Its total.</param>
/// <param name="Areas">Score by area number.</param>
public sealed record ScoresRow(
    string Id,
    string Municipality,
    int? Year,
    string Edition,
    double? Total,
    IReadOnlyDictionary<int, double> Areas
);

/// <summary>Questions to the store. Values are always parameters, never text of the query.</summary>
public sealed class StoreQueries(SqliteConnection connection, Municipalities municipalities)
{
    // SQLite's own NOCASE knows a to z only.
    private const string AnyCase = "any_case";

    /// <summary>Findings that match, by municipality, year, area and order; by relevance where words are sought.</summary>
    /// <exception cref="DatasetException">The words are no query that full-text search understands.</exception>
    public IReadOnlyList<FindingRow> Findings(FindingsFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var command = connection.CreateCommand();
        var sql = new StringBuilder(
            """
            SELECT f.id, r.municipality_name, r.year, f.area, f.kind, f.text, f.question, f.theme, f.theme2, f.confidence, f.question_probability, f.theme_probability
            FROM findings f JOIN reports r ON r.id = f.report_id
            """
        );
        if (filter.Text is not null)
        {
            sql.Append(" JOIN findings_fts s ON s.rowid = f.rowid");
        }

        sql.Append(" WHERE 1 = 1");
        WhereReport(sql, command, filter.Municipality, filter.Year);
        Where(sql, command, "f.area = $area", "$area", filter.Area);
        Where(sql, command, "f.kind = $kind", "$kind", filter.Kind?.ToString().ToLowerInvariant());
        Where(sql, command, "f.question = $question", "$question", filter.Question);
        Where(sql, command, "(f.theme = $theme OR f.theme2 = $theme)", "$theme", filter.Theme);
        if (filter.Text is { } words && !words.Split(' ').Any(w => w.Trim('"').Length >= 3))
        {
            throw new DatasetException(
                $"\"{filter.Text}\" is too short to search for: words of three letters or more are expected"
            );
        }

        Where(
            sql,
            command,
            "findings_fts MATCH $text",
            "$text",
            filter.Text is null ? null : FtsQuery(filter.Text)
        );
        sql.Append(
            filter.Text is null
                ? " ORDER BY r.municipality_name, r.year, f.area, f.rowid"
                : " ORDER BY s.rank, f.rowid"
        );
        sql.Append(" LIMIT $limit");
        command.Parameters.AddWithValue("$limit", filter.Limit);
        command.CommandText = sql.ToString();
        try
        {
            using var reader = command.ExecuteReader();
            var rows = new List<FindingRow>();
            while (reader.Read())
            {
                rows.Add(
                    new FindingRow(
                        reader.GetString(0),
                        reader.GetString(1),
                        reader.IsDBNull(2) ? null : reader.GetInt32(2),
                        reader.GetInt32(3),
                        reader.GetString(4),
                        reader.GetString(5),
                        TextOrNull(reader, 6),
                        TextOrNull(reader, 7),
                        TextOrNull(reader, 8),
                        reader.GetDouble(9),
                        reader.IsDBNull(10) ? null : reader.GetDouble(10),
                        reader.IsDBNull(11) ? null : reader.GetDouble(11)
                    )
                );
            }

            return rows;
        }
        catch (SqliteException e) when (filter.Text is not null && e.SqliteErrorCode == 1)
        {
            throw new DatasetException(
                $"\"{filter.Text}\" is no search: words, or words in double quotes, are expected ({e.Message})",
                e
            );
        }
    }

    /// <summary>Scores of the reports that match, by municipality and year.</summary>
    public IReadOnlyList<ScoresRow> Scores(
        string? municipality = null,
        int? year = null,
        int limit = 1000
    )
    {
        using var command = connection.CreateCommand();
        var sql = new StringBuilder(
            """
            SELECT r.id, r.municipality_name, r.year, r.edition, r.total_value, a.area, a.score
            FROM (SELECT * FROM reports r WHERE 1 = 1
            """
        );
        WhereReport(sql, command, municipality, year);
        sql.Append(
            " ORDER BY municipality_name, year LIMIT $limit) r LEFT JOIN areas a ON a.report_id = r.id ORDER BY r.municipality_name, r.year, r.id, a.area"
        );
        command.Parameters.AddWithValue("$limit", limit);
        command.CommandText = sql.ToString();
        using var reader = command.ExecuteReader();
        var rows = new List<(ScoresRow Row, SortedDictionary<int, double> Areas)>();
        while (reader.Read())
        {
            var id = reader.GetString(0);
            if (rows.Count == 0 || rows[^1].Row.Id != id)
            {
                var areas = new SortedDictionary<int, double>();
                rows.Add(
                    (
                        new ScoresRow(
                            id,
                            reader.GetString(1),
                            reader.IsDBNull(2) ? null : reader.GetInt32(2),
                            reader.GetString(3),
                            reader.IsDBNull(4) ? null : reader.GetDouble(4),
                            areas
                        ),
                        areas
                    )
                );
            }

            if (!reader.IsDBNull(5))
            {
                rows[^1].Areas[reader.GetInt32(5)] = reader.GetDouble(6);
            }
        }

        return [.. rows.Select(r => r.Row)];
    }

    private void WhereReport(
        StringBuilder sql,
        SqliteCommand command,
        string? municipality,
        int? year
    )
    {
        if (municipality is not null)
        {
            var known =
                municipalities.FindByCode(municipality) ?? municipalities.FindByName(municipality);
            connection.CreateCollation(AnyCase, StringComparer.OrdinalIgnoreCase.Compare);
            Where(
                sql,
                command,
                known is null
                    ? $"r.municipality_name = $municipality COLLATE {AnyCase}"
                    : "r.municipality_code = $municipality",
                "$municipality",
                known?.Code ?? municipality
            );
        }

        Where(sql, command, "r.year = $year", "$year", year);
    }

    private static void Where(
        StringBuilder sql,
        SqliteCommand command,
        string condition,
        string parameter,
        object? value
    )
    {
        if (value is not null)
        {
            sql.Append(" AND ").Append(condition);
            command.Parameters.AddWithValue(parameter, value);
        }
    }

    // Plain words must all occur, in any order; who writes quotes or operators is taken at her word.
    private static string FtsQuery(string text) =>
        text.AsSpan().IndexOfAny("\"*()") >= 0
        || text.Contains(" OR ", StringComparison.Ordinal)
        || text.Contains(" NOT ", StringComparison.Ordinal)
            ? text
            : string.Join(
                ' ',
                text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => $"\"{w}\"")
            );

    private static string? TextOrNull(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
