using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Publishing;

/// <summary>Reads the rows of a table from a store.</summary>
internal static class PublishedRows
{
    /// <summary>In order; each a value a column: string, long, double or null.</summary>
    public static IEnumerable<object?[]> Read(Table table, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM {table.Name} ORDER BY rowid";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            yield return row;
        }
    }
}
