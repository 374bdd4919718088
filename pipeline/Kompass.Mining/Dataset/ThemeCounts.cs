using System.Text;
using Kompass.Mining.Corpus;
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

/// <summary>What is counted.</summary>
/// <param name="Municipality">Name or code; null is all.</param>
/// <param name="Year">Year of the report; null is all.</param>
/// <param name="By">By what counts are parted.</param>
public sealed record ThemeCountsFilter(
    string? Municipality,
    int? Year,
    IReadOnlyList<ThemeGrouping> By
);

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
    public IReadOnlyList<ThemeCountRow> Count(ThemeCountsFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var command = connection.CreateCommand();
        var sql = new StringBuilder(
            $"""
            SELECT f.theme, {Column(ThemeGrouping.Area, "f.area")}, {Column(
                ThemeGrouping.Kind,
                "f.kind"
            )}, {Column(ThemeGrouping.Year, "r.year")},
              COUNT(*) AS findings, COUNT(DISTINCT f.report_id)
            FROM findings f JOIN reports r ON r.id = f.report_id
            WHERE f.theme IS NOT NULL
            """
        );
        if (filter.Municipality is { } municipality)
        {
            var known =
                municipalities.FindByCode(municipality) ?? municipalities.FindByName(municipality);
            sql.Append(
                known is null
                    ? " AND r.municipality_name = $municipality COLLATE NOCASE"
                    : " AND r.municipality_code = $municipality"
            );
            command.Parameters.AddWithValue("$municipality", known?.Code ?? municipality);
        }

        if (filter.Year is { } year)
        {
            sql.Append(" AND r.year = $year");
            command.Parameters.AddWithValue("$year", year);
        }

        sql.Append(
            " GROUP BY 1, 2, 3, 4 ORDER BY SUM(COUNT(*)) OVER (PARTITION BY f.theme) DESC, f.theme, 2, 3, 4"
        );
        command.CommandText = sql.ToString();
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
            filter.By.Contains(grouping) ? column : "NULL";
    }
}
