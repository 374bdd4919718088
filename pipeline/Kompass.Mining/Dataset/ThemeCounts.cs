using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset;

/// <summary>By what counts of themes are parted.</summary>
public enum ThemeGrouping
{
    /// <summary>Area, 1 to 8.</summary>
    Area,

    /// <summary>Strength, improvement, weakness.</summary>
    Kind,

    /// <summary>Year of the report.</summary>
    Year,
}

/// <summary>How often a theme occurs. What the counts are not parted by is null.</summary>
/// <param name="Theme">Code of the theme.</param>
/// <param name="Area">1 to 8.</param>
/// <param name="Kind">Strength, improvement or weakness.</param>
/// <param name="Year">Year of the report.</param>
/// <param name="Findings">Number of findings with this first theme.</param>
/// <param name="Reports">Number of reports they stand in.</param>
public sealed record ThemeCountRow(
    string Theme,
    int? Area,
    string? Kind,
    int? Year,
    int Findings,
    int Reports
);

/// <summary>Counts of themes in the store.</summary>
public sealed class ThemeCounts(SqliteConnection connection, Municipalities municipalities)
{
    /// <summary>Counts, the most frequent theme first.</summary>
    /// <param name="filter">Which findings.</param>
    /// <param name="by">By what the counts are parted.</param>
    public IReadOnlyList<ThemeCountRow> Count(QueryFilter filter, IReadOnlyList<ThemeGrouping> by)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(by);
        var sql = FilterSql.Of(filter, municipalities, TableCatalogue.Findings);
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT t.theme, {Column(ThemeGrouping.Area, "t.area")}, {Column(
                ThemeGrouping.Kind,
                "t.kind"
            )}, {Column(ThemeGrouping.Year, "t.year")}, COUNT(*), COUNT(DISTINCT t.report_id)
            FROM {sql.From}
            WHERE t.theme IS NOT NULL AND {sql.Conditions}
            GROUP BY 1, 2, 3, 4 ORDER BY SUM(COUNT(*)) OVER (PARTITION BY t.theme) DESC, t.theme, 2, 3, 4
            """;
        sql.AddTo(command);
        using var reader = command.ExecuteReader();
        var rows = new List<ThemeCountRow>();
        while (reader.Read())
        {
            rows.Add(
                new ThemeCountRow(
                    reader.GetString(0),
                    reader.IsDBNull(1) ? null : reader.GetInt32(1),
                    reader.IsDBNull(2) ? null : reader.GetString(2),
                    reader.IsDBNull(3) ? null : reader.GetInt32(3),
                    reader.GetInt32(4),
                    reader.GetInt32(5)
                )
            );
        }

        return rows;

        string Column(ThemeGrouping grouping, string column) =>
            by.Contains(grouping) ? column : "NULL";
    }
}
