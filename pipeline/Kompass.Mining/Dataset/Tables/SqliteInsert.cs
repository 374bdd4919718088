using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>Inserts rows with one prepared statement. Values go straight to it: a command's parameters, found by name for each row, cost several times the insert.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open.</param>
    /// <param name="sql">With a question mark for each value.</param>
    public SqliteInsert(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Inserts whole rows.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="target">A table, with its columns where not all are given.</param>
    /// <param name="columns">How many values a row has.</param>
    public static SqliteInsert Into(SqliteConnection connection, string target, int columns) =>
        new(
            connection,
            $"INSERT INTO {target} VALUES ({string.Join(", ", Enumerable.Repeat("?", columns))})"
        );

    /// <summary>Inserts a row of strings, numbers, booleans, bytes and nulls.</summary>
    /// <exception cref="SqliteException">It cannot be written.</exception>
    public void Write(params ReadOnlySpan<object?> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            Check(
                row[i] switch
                {
                    null => raw.sqlite3_bind_null(_statement, i + 1),
                    string text => raw.sqlite3_bind_text(_statement, i + 1, text),
                    int number => raw.sqlite3_bind_int64(_statement, i + 1, number),
                    long number => raw.sqlite3_bind_int64(_statement, i + 1, number),
                    double number => raw.sqlite3_bind_double(_statement, i + 1, number),
                    byte[] bytes => raw.sqlite3_bind_blob(_statement, i + 1, bytes),
                    bool flag => raw.sqlite3_bind_int(_statement, i + 1, flag ? 1 : 0),
                    var other => throw new ArgumentException(
                        $"no column holds a {other.GetType()}",
                        nameof(row)
                    ),
                }
            );
        }

        var result = raw.sqlite3_step(_statement);
        var reset = raw.sqlite3_reset(_statement);
        Check(result == raw.SQLITE_DONE ? reset : result);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
