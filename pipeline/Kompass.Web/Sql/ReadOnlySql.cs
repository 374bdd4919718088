using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kompass.Web.Sql;

/// <summary>What a person's SQL gave.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The rows.</param>
/// <param name="CutAt">How many rows are the most, where there were more; null where these are all.</param>
public sealed record SqlResult(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows,
    int? CutAt
);

/// <summary>What a statement may take.</summary>
internal sealed record SqlBounds(int Rows, int Seconds);

/// <summary>
/// Runs a stranger's SELECT. SQLite itself is asked what a statement would do, and whatever is not reading tables and calling functions is refused before it
/// runs; the file is opened for reading besides. Time, rows and the length of a value are bounded.
/// </summary>
internal static class ReadOnlySql
{
    /// <summary>What a page shows.</summary>
    public static SqlBounds Page { get; } = new(1000, 1);

    /// <summary>What is handed out as CSV or JSON, and hashed when it is cited.</summary>
    public static SqlBounds Download { get; } = new(100_000, 10);

    // Of a value, and of the statement: 1 MB.
    private const int MostBytes = 1_000_000;

    // Of all texts of an answer, which is held in memory.
    private const int MostCharacters = 50_000_000;

    // Virtual-machine steps between two looks at the clock: about a millisecond.
    private const int Steps = 10_000;

    // https://www.sqlite.org/c3ref/c_limit_attached.html
    private const int LimitLength = 0;
    private const int LimitSqlLength = 1;

    // https://www.sqlite.org/c3ref/c_alter_table.html
    private const int ActionPragma = 19;
    private const int ActionRead = 20;
    private const int ActionSelect = 21;
    private const int ActionFunction = 31;
    private const int ActionRecursive = 33;

    /// <param name="connection">For this statement alone.</param>
    /// <param name="sql">It.</param>
    /// <param name="bounds">Rows and seconds.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="BadAddressException">The message says why.</exception>
    public static SqlResult Run(
        SqliteConnection connection,
        string sql,
        SqlBounds bounds,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var db = connection.Handle!;
        raw.sqlite3_limit(db, LimitLength, MostBytes);
        raw.sqlite3_limit(db, LimitSqlLength, MostBytes);
        raw.sqlite3_set_authorizer(db, Authorise, null);
        raw.sqlite3_progress_handler(
            db,
            Steps,
            _ =>
                clock.Elapsed.TotalSeconds > bounds.Seconds || cancellation.IsCancellationRequested
                    ? 1
                    : 0,
            null
        );
        try
        {
            return Read(connection, sql, bounds.Rows);
        }
        catch (SqliteException e)
        {
            throw e.SqliteErrorCode switch
            {
                raw.SQLITE_INTERRUPT => new BadAddressException(
                    $"den tog längre än {bounds.Seconds} s och avbröts",
                    $"it took longer than {bounds.Seconds} s and was stopped"
                ),
                raw.SQLITE_AUTH => new BadAddressException(
                    "bara SELECT är tillåtet, på datamängdens tabeller",
                    "nothing but SELECT is allowed, on the tables of the dataset"
                ),
                raw.SQLITE_TOOBIG => new BadAddressException(
                    $"ett värde är längre än {MostBytes} byte",
                    $"a value is longer than {MostBytes} bytes"
                ),
                _ => new BadAddressException($"SQLite säger: {Said(e)}", $"SQLite says: {Said(e)}"),
            };
        }
    }

    // Of "SQLite Error 1: 'no such table: x'." what SQLite says itself.
    private static string Said(SqliteException e) =>
        e.Message.Split('\'', 2) is [_, var said] ? said.TrimEnd('.', '\'') : e.Message;

    private static SqlResult Read(SqliteConnection connection, string sql, int most)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        if (reader.FieldCount == 0)
        {
            throw new BadAddressException("en SELECT väntades", "a SELECT was expected");
        }

        var rows = new List<IReadOnlyList<object?>>();
        var isCut = false;
        var characters = 0L;
        while (reader.Read())
        {
            if (rows.Count == most)
            {
                isCut = true;
                break;
            }

            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] =
                    reader.IsDBNull(i) ? null
                    : reader.GetValue(i) is byte[] bytes ? $"({bytes.Length} bytes)"
                    : reader.GetValue(i);
                characters += (row[i] as string)?.Length ?? 0;
            }

            if (characters > MostCharacters)
            {
                throw new BadAddressException(
                    $"svaret är längre än {MostCharacters} tecken",
                    $"the answer is longer than {MostCharacters} characters"
                );
            }

            rows.Add(row);
        }

        var columns = Columns(reader);
        // What comes after it is looked at too, and refused: first by SQLite where it is no SELECT.
        if (reader.NextResult())
        {
            throw new BadAddressException(
                "en SELECT i taget väntades",
                "one SELECT at a time was expected"
            );
        }

        return new SqlResult(columns, rows, isCut ? most : null);
    }

    private static IReadOnlyList<string> Columns(SqliteDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];

    // Full-text search looks whether the file has changed.
    private static int Authorise(
        object user,
        int action,
        string first,
        string second,
        string database,
        string trigger
    ) =>
        action is ActionSelect or ActionRead or ActionRecursive
        || (
            action == ActionFunction
            && !string.Equals(second, "load_extension", StringComparison.OrdinalIgnoreCase)
        )
        || (action == ActionPragma && first == "data_version" && second is null)
            ? raw.SQLITE_OK
            : raw.SQLITE_DENY;
}
