using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;
using Parquet;
using Parquet.Schema;

namespace Kompass.Mining.Publishing;

/// <summary>A table as a Parquet file: strings, 64-bit integers, doubles and booleans, each nullable where the column may be empty.</summary>
internal static class ParquetFile
{
    // Rows that are held in memory at a time; analysts' tools read a group at a time too.
    private const int RowsOfAGroup = 50_000;

    public static void Write(string file, Table table, SqliteConnection connection) =>
        AtomicFile.Write(
            file,
            stream => WriteAsync(stream, table, connection).GetAwaiter().GetResult()
        );

    private static async Task WriteAsync(Stream stream, Table table, SqliteConnection connection)
    {
        var fields = table.Columns.Select(FieldOf).ToArray();
        var writer = await ParquetWriter
            .CreateAsync(new ParquetSchema(fields), stream)
            .ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var rows in table.Read(connection).Chunk(RowsOfAGroup))
            {
                using var group = writer.CreateRowGroup();
                for (var i = 0; i < fields.Length; i++)
                {
                    await WriteColumn(group, fields[i], table.Columns[i], rows, i)
                        .ConfigureAwait(false);
                }
            }
        }
    }

    private static Task WriteColumn(
        ParquetRowGroupWriter group,
        DataField field,
        Column column,
        object?[][] rows,
        int at
    ) =>
        (column.Type, column.IsRequired) switch
        {
            (ColumnType.Text, _) => group.WriteAsync(
                field,
                Array.ConvertAll(rows, r => (string?)r[at])!
            ),
            (ColumnType.Integer, true) => group.WriteAsync<long>(
                field,
                new ReadOnlyMemory<long>(Array.ConvertAll(rows, r => (long)r[at]!))
            ),
            (ColumnType.Integer, false) => group.WriteAsync<long>(
                field,
                new ReadOnlyMemory<long?>(Array.ConvertAll(rows, r => (long?)r[at]))
            ),
            (ColumnType.Number, true) => group.WriteAsync<double>(
                field,
                new ReadOnlyMemory<double>(Array.ConvertAll(rows, r => (double)r[at]!))
            ),
            (ColumnType.Number, false) => group.WriteAsync<double>(
                field,
                new ReadOnlyMemory<double?>(Array.ConvertAll(rows, r => (double?)r[at]))
            ),
            _ => group.WriteAsync<bool>(
                field,
                new ReadOnlyMemory<bool>(Array.ConvertAll(rows, r => (long)r[at]! == 1))
            ),
        };

    private static DataField FieldOf(Column column) =>
        new(
            column.Name,
            column.Type switch
            {
                ColumnType.Text => typeof(string),
                ColumnType.Integer => typeof(long),
                ColumnType.Number => typeof(double),
                _ => typeof(bool),
            },
            !column.IsRequired
        );
}
