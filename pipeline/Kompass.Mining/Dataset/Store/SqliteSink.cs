using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Store;

/// <summary>The tables as an SQLite file, written beside the old one and moved into its place.</summary>
internal sealed class SqliteSink : IDisposable
{
    private readonly string _file;
    private readonly string _building;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Dictionary<Table, SqliteInsert> _inserts = [];
    private readonly List<SqliteInsert> _takeOver = [];
    private bool _isComplete;

    /// <param name="file">The store.</param>
    /// <param name="takesOver">Whether rows are taken over from the store that is there.</param>
    public SqliteSink(string file, bool takesOver = false)
    {
        _file = file;
        _building = AtomicFile.WritingName(file);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.Delete(_building);

        _connection = SqliteStore.Open(_building, SqliteOpenMode.ReadWriteCreate);

        // Nobody reads it before it is whole: no journal, one transaction. What refers to nothing is told by "kompass publish", it loses nobody the night.
        _connection.Execute(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -16384;"
        );
        if (takesOver)
        {
            _connection.Execute(
                $"ATTACH '{file.Replace("'", "''", StringComparison.Ordinal)}' AS before"
            );
        }

        _transaction = _connection.BeginTransaction();
        foreach (var table in TableCatalogue.All)
        {
            _connection.Execute(Create(table));
        }

        foreach (var table in takesOver ? TableCatalogue.All.Where(t => !t.IsReference) : [])
        {
            _takeOver.Add(
                new SqliteInsert(
                    _connection,
                    $"INSERT INTO main.{table.Name} SELECT * FROM before.{table.Name} WHERE {ReportOf(table)} = ? ORDER BY rowid"
                )
            );
        }

        _connection.Execute(
            "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
        );
    }

    /// <summary>Writes a row; rows of different tables come mixed.</summary>
    public void Write(Table table, object?[] row)
    {
        if (!_inserts.TryGetValue(table, out var insert))
        {
            _inserts[table] = insert = SqliteInsert.Into(
                _connection,
                table.Name,
                table.Columns.Count
            );
        }

        insert.Write(row);
    }

    /// <summary>
    /// Takes over the rows that a report has in the store that is there; only where it was opened so. Report by report, as they are written: rows of a table taken
    /// together would fill the file's pages in another order, and the bytes would tell what nights came before.
    /// </summary>
    public void TakeOver(string reportId)
    {
        foreach (var insert in _takeOver)
        {
            insert.Write(reportId);
        }
    }

    /// <summary>The models that gave labels, in order.</summary>
    public IReadOnlyList<string> Models() =>
        [
            .. QueryResult
                .Read(
                    _connection,
                    "SELECT labels FROM findings UNION SELECT labels FROM remarks ORDER BY 1"
                )
                .Select(r => r[0])
                .OfType<string>(),
        ];

    /// <summary>Puts what was written in the place of what was there. Without it nothing changes.</summary>
    /// <param name="about">What the dataset says of itself: version, date, models.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Complete(IReadOnlyDictionary<string, string> about, CancellationToken cancellation)
    {
        foreach (var table in TableCatalogue.All.Where(t => t.IsIndexedByReport))
        {
            _connection.Execute(
                $"CREATE INDEX {table.Name}_by_report_id ON {table.Name}(report_id)"
            );
        }

        new SearchIndex().Build(_connection, cancellation);
        StoreColumns.Build(_connection);
        foreach (var view in StoreViews.All)
        {
            _connection.Execute(view);
        }

        using (var meta = SqliteInsert.Into(_connection, "meta", 2))
        {
            meta.Write("schema", SqliteStore.Schema);
            foreach (var (name, value) in about)
            {
                meta.Write(name, value);
            }
        }

        _connection.Execute("ANALYZE main");
        _transaction.Commit();
        Close();
        AtomicFile.Replace(_building, _file);
        _isComplete = true;
    }

    public void Dispose()
    {
        if (_isComplete)
        {
            return;
        }

        Close();
        try
        {
            File.Delete(_building);
        }
        catch (IOException)
        {
            // The next run removes it.
        }
    }

    private void Close()
    {
        foreach (var insert in _inserts.Values.Concat(_takeOver))
        {
            insert.Dispose();
        }

        _transaction.Dispose();
        _connection.Dispose();
    }

    private static string Create(Table table)
    {
        var parts = table
            .Columns.Select(c => $"{Quoted(c.Name)} {TypeOf(c)}{(c.IsRequired ? " NOT NULL" : "")}")
            .ToList();
        if (table.Key.Count > 0)
        {
            parts.Add($"PRIMARY KEY ({Listed(table.Key)})");
        }

        parts.AddRange(
            table.ForeignKeys.Select(key =>
                $"FOREIGN KEY ({Listed(key.Columns)}) REFERENCES {key.Table}({Listed(key.Referenced)})"
            )
        );
        return $"CREATE TABLE {table.Name} ({string.Join(", ", parts)})";
    }

    private static string TypeOf(Column column) =>
        column.Type switch
        {
            ColumnType.Text => "TEXT",
            ColumnType.Number => "REAL",
            _ => "INTEGER",
        };

    // Names of the catalogue; "order" is a word of SQL.
    private static string Quoted(string name) => $"\"{name}\"";

    private static string Listed(IEnumerable<string> names) =>
        string.Join(", ", names.Select(Quoted));

    private static string ReportOf(Table table) =>
        table == TableCatalogue.Reports ? "id" : "report_id";
}
