using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

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

/// <summary>Counts of themes in the store.</summary>
public sealed class ThemeCounts(SqliteConnection connection, Municipalities municipalities)
{
    /// <summary>
    /// Counts of first themes, the most frequent first: <c>theme</c>, <c>label</c>, <c>area</c>, <c>kind</c>, <c>year</c> (empty where the counts are not parted by
    /// it), <c>findings</c>, <c>reports</c>.
    /// </summary>
    /// <param name="filter">Which findings.</param>
    /// <param name="by">By what the counts are parted.</param>
    public QueryResult Count(QueryFilter filter, IReadOnlyList<ThemeGrouping> by)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(by);
        var sql = FilterSql.Of(filter, municipalities, TableCatalogue.Findings);
        var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT t.theme, (SELECT label FROM themes WHERE code = t.theme), {Column(
                ThemeGrouping.Area,
                "t.area"
            )}, {Column(ThemeGrouping.Kind, "t.kind")}, {Column(
                ThemeGrouping.Year,
                "t.year"
            )}, COUNT(*), COUNT(DISTINCT t.report_id)
            FROM {sql.From}
            WHERE t.theme IS NOT NULL AND {sql.Conditions}
            GROUP BY 1, 3, 4, 5 ORDER BY SUM(COUNT(*)) OVER (PARTITION BY t.theme) DESC, t.theme, 3, 4, 5
            """;
        sql.AddTo(command);
        return new QueryResult(
            [
                new("theme", ColumnType.Text),
                new("label", ColumnType.Text),
                new("area", ColumnType.Integer),
                new("kind", ColumnType.Text),
                new("year", ColumnType.Integer),
                new("findings", ColumnType.Integer),
                new("reports", ColumnType.Integer),
            ],
            QueryResult.Read(command)
        );

        string Column(ThemeGrouping grouping, string column) =>
            by.Contains(grouping) ? column : "NULL";
    }
}
