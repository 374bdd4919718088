using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Store;

/// <summary>
/// The SQLite store, derived from the records: the tables of <see cref="TableCatalogue"/>, views that join them, and full-text search in Swedish. It is built
/// beside the old one and moved into its place.
/// </summary>
public static class SqliteStore
{
    /// <summary>Number of the store's tables and columns and of the stems of its indexes; an older store is built anew.</summary>
    public const string Schema = "7";

    /// <summary>Opens the store for reading.</summary>
    /// <exception cref="DatasetException">There is none, or it is no store.</exception>
    public static SqliteConnection OpenForReading(DataFolder data)
    {
        if (!File.Exists(data.Store))
        {
            throw new DatasetException(
                $"{data.Store}: there is no dataset yet; run kompass nightly first, or name its folder with --data"
            );
        }

        try
        {
            var connection = Open(data.Store, SqliteOpenMode.ReadOnly);
            var schema = Meta(connection).GetValueOrDefault("schema");
            if (schema != Schema)
            {
                connection.Dispose();
                throw new DatasetException(
                    $"{data.Store}: has schema {schema}, this version reads {Schema}; run kompass nightly to rebuild it"
                );
            }

            // SQLite's own NOCASE knows a to z only.
            connection.CreateCollation(AnyCase, StringComparer.OrdinalIgnoreCase.Compare);
            return connection;
        }
        catch (SqliteException e)
        {
            // SQLITE_PERM, SQLITE_CANTOPEN: the file may be whole.
            throw new DatasetException(
                e.SqliteErrorCode is 3 or 14
                    ? $"{data.Store}: cannot be opened: {e.Message}; may this user read the file and enter its folder?"
                    : $"{data.Store}: cannot be read: {e.Message}; run kompass nightly to rebuild it from the records",
                e
            );
        }
    }

    /// <summary>The collation of an opened store that takes capitals and small letters as one, Å, Ä and Ö too.</summary>
    public const string AnyCase = "any_case";

    /// <summary>What the store says of itself: <c>schema</c> and, where a run built it, version, models and date.</summary>
    public static IReadOnlyDictionary<string, string> Meta(SqliteConnection connection) =>
        new SortedDictionary<string, string>(
            QueryResult
                .Read(connection, "SELECT name, value FROM meta")
                .ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    /// <summary>The version whose rows the store has; null where there is no store, or it has no version.</summary>
    /// <exception cref="DatasetException">It is no store.</exception>
    public static string? VersionOf(DataFolder data)
    {
        if (!File.Exists(data.Store))
        {
            return null;
        }

        using var connection = OpenForReading(data);
        return Meta(connection).GetValueOrDefault("version");
    }

    internal static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    /// <summary>Runs statements without parameters.</summary>
    internal static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static void Guarded(DataFolder data, Action build)
    {
        long needed = 0;
        try
        {
            build();
        }
        catch (Exception e)
            when (e
                    is SqliteException
                        or IOException
                        or InvalidDataException
                        or UnauthorizedAccessException
                // Asked before what was written until then is removed again.
                && (needed = Needed(data)) >= 0
            )
        {
            // SQLITE_FULL
            var why = e is SqliteException { SqliteErrorCode: 13 }
                ? AtomicFile.FullMessage(data.Store, needed)
                : e.Message;
            throw new DatasetException(
                $"{data.Root}: the dataset could not be written: {why}; {(File.Exists(data.Store) ? "the store is that of the last run" : "there is no store yet")}",
                e
            );
        }
    }

    // The store that is there, or what was written of the one that is to take its place.
    private static long Needed(DataFolder data) =>
        new[] { data.Store, AtomicFile.WritingName(data.Store) }
            .Select(f => new FileInfo(f))
            .Where(f => f.Exists)
            .Select(f => f.Length)
            .DefaultIfEmpty(0)
            .Max();
}
