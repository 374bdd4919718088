using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Store;

/// <summary>Reads the rows of a table from a store.</summary>
internal static class StoreRows
{
    /// <summary>In order; each a value a column: string, long, double or null.</summary>
    public static IEnumerable<object?[]> Read(Table table, SqliteConnection connection) =>
        QueryResult.Read(
            connection,
            $"SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM {table.Name} ORDER BY rowid"
        );
}
