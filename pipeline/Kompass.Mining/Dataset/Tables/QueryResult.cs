using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>What a query finds: columns, and rows that are read from the store as they are asked for.</summary>
public sealed class QueryResult
{
    private readonly IEnumerable<object?[]> _rows;
    private readonly int? _limit;

    internal QueryResult(
        IReadOnlyList<ResultColumn> columns,
        IEnumerable<object?[]> rows,
        int? limit = null
    )
    {
        Columns = columns;
        _rows = rows;
        _limit = limit;
    }

    /// <summary>Records as rows; their columns are the parameters of their constructor.</summary>
    internal static QueryResult Of<T>(IEnumerable<T> items, int? limit) =>
        new(
            StoreRow<T>.Typed,
            items.Select(i =>
                Array.ConvertAll(StoreRow<T>.Of(i), v => v is bool flag ? (flag ? 1L : 0L) : v)
            ),
            limit
        );

    /// <summary>The columns.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>How many rows were read so far.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a limit cut the rows; known when they were read to the end.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. Columns.Select(c => c.Name)];

    /// <summary>The rows, each a value a column: string, long, double or null. To be read once, while the store is open.</summary>
    /// <param name="cancellation">Stops between rows and throws.</param>
    public IEnumerable<object?[]> Rows(CancellationToken cancellation = default)
    {
        foreach (var row in _rows)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Count == _limit)
            {
                IsCut = true;
                yield break;
            }

            Count++;
            yield return row;
        }
    }

    /// <summary>The place of a column among the others.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public int IndexOf(string column) =>
        Columns.Index().FirstOrDefault(c => c.Item.Name == column) is { Item: not null } found
            ? found.Index
            : throw new ArgumentException($"the result has no column {column}", nameof(column));

    /// <summary>Reads the rows of a statement without parameters.</summary>
    internal static IEnumerable<object?[]> Read(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return Read(command);
    }

    /// <summary>Reads rows of a command, which is disposed of at the end.</summary>
    internal static IEnumerable<object?[]> Read(DbCommand command)
    {
        using (command)
        {
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
}

/// <summary>A column of a result.</summary>
/// <param name="Name">Its name, snake_case, as in the store where it comes from there.</param>
/// <param name="Type">What it holds.</param>
public sealed record ResultColumn(string Name, ColumnType Type);
