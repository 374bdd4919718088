using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kompass.Mining.Dataset.Store;

/// <summary>
/// The store in a PostgreSQL database, for people and machines that share it: the tables and views of <see cref="SqliteStore"/> in the schema <c>kompass</c>, with the
/// same rows, and an index for full text in Swedish (<c>to_tsvector('swedish', text)</c>).
/// </summary>
public static class PostgresStore
{
    private const string Schema = "kompass";
    private const string Building = "kompass_building";

    /// <summary>Whether an address is one of PostgreSQL.</summary>
    public static bool IsAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "postgres" or "postgresql";

    /// <summary>Puts a dataset's store in the place of what the database has, in one transaction; false where the database has the same version already.</summary>
    /// <param name="data">Whose store; it has been built.</param>
    /// <param name="address"><c>postgres://user@host/database</c>; a password stands in PGPASSWORD, PGPASSFILE or the address.</param>
    /// <param name="cancellation">Stops between rows; the database is as before.</param>
    /// <exception cref="DatasetException">There is no store, or the database cannot be written.</exception>
    public static bool Write(DataFolder data, string address, CancellationToken cancellation)
    {
        using var store = SqliteStore.OpenForReading(data);
        if (!SqliteStore.Meta(store).TryGetValue("version", out var version))
        {
            throw new DatasetException(
                $"{data.Store}: has no version yet; run kompass nightly, which gives it one"
            );
        }

        return Guarded(
            address,
            () =>
            {
                using var database = new NpgsqlConnection(ConnectionString(address, Building));
                database.Open();
                using var transaction = database.BeginTransaction();
                // One writer at a time; the lock goes with the transaction.
                Execute(database, "SELECT pg_advisory_xact_lock(hashtext('kompass.store'))");
                if (
                    HasStore(database)
                    && MetaOf(database) is var about
                    && about["version"] == version
                    && about.GetValueOrDefault("schema") == SqliteStore.Schema
                )
                {
                    return false;
                }

                Fill(store, database, cancellation);
                Execute(
                    database,
                    $"DROP SCHEMA IF EXISTS {Schema} CASCADE; ALTER SCHEMA {Building} RENAME TO {Schema}"
                );
                transaction.Commit();
                return true;
            }
        );
    }

    /// <summary>
    /// A copy of the database's dataset as an SQLite store under a folder, made where that has none of this version: every command asks it as it asks a store of its
    /// own, so that the answers are the same.
    /// </summary>
    /// <param name="address">As of <see cref="Write"/>.</param>
    /// <param name="folder">Where copies are kept, one a version; they may be removed at any time.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <exception cref="DatasetException">The database cannot be reached, or has no dataset of this version of the program.</exception>
    public static DataFolder Copy(string address, string folder, CancellationToken cancellation) =>
        Guarded(
            address,
            () =>
            {
                using var database = new NpgsqlConnection(ConnectionString(address, Schema));
                database.Open();
                using var transaction = database.BeginTransaction();
                if (!HasStore(database))
                {
                    throw new DatasetException(
                        $"{Shown(address)}: has no dataset yet; run kompass nightly --store to write it"
                    );
                }

                // A run that replaces them waits until they are read.
                Execute(
                    database,
                    $"LOCK TABLE meta, {string.Join(", ", TableCatalogue.All.Select(t => t.Name))} IN ACCESS SHARE MODE"
                );
                var about = MetaOf(database);
                if (about.GetValueOrDefault("schema") is var schema && schema != SqliteStore.Schema)
                {
                    throw new DatasetException(
                        $"{Shown(address)}: has schema {schema}, this version reads {SqliteStore.Schema}; run kompass nightly --store to write it anew"
                    );
                }

                var copy = new DataFolder(Path.Combine(folder, about["version"][..12]));
                if (!File.Exists(copy.Store))
                {
                    Fill(copy, database, about, cancellation);
                }

                return copy;
            }
        );

    private static void Fill(
        DataFolder copy,
        NpgsqlConnection database,
        Dictionary<string, string> about,
        CancellationToken cancellation
    )
    {
        using var sink = new SqliteSink(copy.Store);
        foreach (var table in TableCatalogue.All)
        {
            foreach (
                var row in Read(database, $"SELECT {table.Sql} FROM {table.Name} ORDER BY rowid")
            )
            {
                cancellation.ThrowIfCancellationRequested();
                sink.Write(table, row);
            }
        }

        about.Remove("schema");
        sink.Complete(about, cancellation);
    }

    private static void Fill(
        SqliteConnection store,
        NpgsqlConnection database,
        CancellationToken cancellation
    )
    {
        Execute(
            database,
            $"""
            DROP SCHEMA IF EXISTS {Building} CASCADE;
            CREATE SCHEMA {Building};
            CREATE TABLE meta (name text COLLATE "C" PRIMARY KEY, value text NOT NULL);
            """
        );
        Send(database, "meta", SqliteStore.Meta(store).Select(m => (object?[])[m.Key, m.Value]));
        foreach (var table in TableCatalogue.All)
        {
            Execute(database, Create(table));
            Send(
                database,
                table.Name,
                QueryResult
                    .Read(store, $"SELECT rowid, {table.Sql} FROM {table.Name} ORDER BY rowid")
                    .Select(row =>
                    {
                        cancellation.ThrowIfCancellationRequested();
                        return row;
                    })
            );
            if (table.IsIndexedByReport)
            {
                Execute(database, $"CREATE INDEX ON {table.Name} (report_id)");
            }
        }

        foreach (var table in TableCatalogue.Searched)
        {
            Execute(
                database,
                $"CREATE INDEX ON {table.Name} USING gin (to_tsvector('swedish', text))"
            );
        }

        foreach (var view in StoreViews.All)
        {
            Execute(database, view);
        }

        Execute(database, string.Concat(TableCatalogue.All.Select(t => $"ANALYZE {t.Name};")));
    }

    // Texts are compared byte by byte, whole numbers and flags are as wide, and rows have the number that they have in SQLite.
    private static string Create(Table table)
    {
        var columns = table.Columns.Select(c =>
            $"{Quoted(c.Name)} {TypeOf(c)}{(c.IsRequired ? " NOT NULL" : "")}"
        );
        var key =
            table.Key.Count > 0 ? $", UNIQUE ({string.Join(", ", table.Key.Select(Quoted))})" : "";
        return $"CREATE TABLE {table.Name} (rowid bigint PRIMARY KEY, {string.Join(", ", columns)}{key})";
    }

    private static string TypeOf(Column column) =>
        column.Type switch
        {
            ColumnType.Text => "text COLLATE \"C\"",
            ColumnType.Number => "double precision",
            _ => "bigint",
        };

    private static string Quoted(string name) => $"\"{name}\"";

    private static void Send(NpgsqlConnection database, string table, IEnumerable<object?[]> rows)
    {
        using var copy = database.BeginBinaryImport($"COPY {table} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.WriteRow(
                Array.ConvertAll(row, v => v is string text ? text.Replace("\0", "") : v)
            );
        }

        copy.Complete();
    }

    private static bool HasStore(NpgsqlConnection database) =>
        Read(database, $"SELECT to_regclass('{Schema}.meta') IS NOT NULL").Single()[0] is true;

    private static Dictionary<string, string> MetaOf(NpgsqlConnection database) =>
        Read(database, $"SELECT name, value FROM {Schema}.meta")
            .ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal);

    private static IEnumerable<object?[]> Read(NpgsqlConnection database, string sql) =>
        QueryResult.Read(new NpgsqlCommand(sql, database) { CommandTimeout = 0 });

    private static void Execute(NpgsqlConnection database, string sql)
    {
        using var command = new NpgsqlCommand(sql, database) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    // What stands after ? are Npgsql's own settings: postgres://host/name?SSL Mode=Require
    private static string ConnectionString(string address, string schema)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder(
            Uri.UnescapeDataString(uri.Query.TrimStart('?').Replace('&', ';'))
        )
        {
            Host = uri.Host.Length > 0 ? uri.Host : "localhost",
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
            SearchPath = schema,
            ApplicationName = "kompass",
            Pooling = false,
        };
        if (user[0].Length > 0)
        {
            settings.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            settings.Password = Uri.UnescapeDataString(user[1]);
        }

        return settings.ToString();
    }

    // Without the password.
    private static string Shown(string address) =>
        new UriBuilder(address)
        {
            UserName = "",
            Password = "",
            Query = "",
        }.Uri.ToString();

    private static T Guarded<T>(string address, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e)
            when (e
                    is NpgsqlException
                        or SqliteException
                        or IOException
                        or UnauthorizedAccessException
                        or ArgumentException
            )
        {
            throw new DatasetException($"{Shown(address)}: {e.Message}", e);
        }
    }
}
