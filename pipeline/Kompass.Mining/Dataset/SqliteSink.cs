using System.Text;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset;

/// <summary>The tables as an SQLite file, written beside the old one and moved into its place.</summary>
internal sealed class SqliteSink : ITableSink
{
    private readonly string _file;
    private readonly string _building;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Dictionary<Table, SqliteCommand> _inserts = [];
    private readonly Dictionary<Table, int> _learnt;
    private readonly SearchIndex _index = new();
    private bool _isComplete;

    public SqliteSink(string file)
    {
        _file = file;
        _building = AtomicFile.WritingName(file);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.Delete(_building);

        // The wording of the instrument has the words that its compounds are made of.
        _learnt = TableCatalogue
            .Searched.Append(TableCatalogue.Find("questions"))
            .ToDictionary(t => t, t => t.IndexOf("text"));
        _learnt.Add(TableCatalogue.Find("themes"), TableCatalogue.Find("themes").IndexOf("label"));
        _connection = SqliteStore.Open(_building, SqliteOpenMode.ReadWriteCreate);

        // Nobody reads it before it is whole: no journal, one transaction. What refers to nothing is told by "kompass publish", it loses nobody the night.
        Execute(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536;"
        );
        _transaction = _connection.BeginTransaction();
        foreach (var table in TableCatalogue.All)
        {
            Execute(Create(table));
        }

        Execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
    }

    public void Write(Table table, object?[] row)
    {
        if (_learnt.TryGetValue(table, out var text))
        {
            _index.Learn((string)row[text]!);
        }

        if (!_inserts.TryGetValue(table, out var insert))
        {
            _inserts[table] = insert = Insert(table);
        }

        for (var i = 0; i < row.Length; i++)
        {
            insert.Parameters[i].Value = row[i] switch
            {
                null => DBNull.Value,
                bool flag => flag ? 1 : 0,
                var value => value,
            };
        }

        insert.ExecuteNonQuery();
    }

    public void Complete(IReadOnlyDictionary<string, string> about, CancellationToken cancellation)
    {
        foreach (var table in TableCatalogue.All)
        {
            foreach (var columns in table.Indexes)
            {
                var quoted = columns.Split(',').Select(Quoted);
                Execute(
                    $"CREATE INDEX {table.Name}_by_{columns.Replace(',', '_')} ON {table.Name}({string.Join(", ", quoted)})"
                );
            }
        }

        _index.Build(_connection, cancellation);
        StoreColumns.Build(_connection);
        foreach (var view in StoreViews.All)
        {
            Execute(view);
        }

        Tell("schema", SqliteStore.Schema);
        foreach (var (name, value) in about)
        {
            Tell(name, value);
        }

        Execute("ANALYZE");
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

    private void Tell(string name, string value)
    {
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO meta VALUES ($name, $value)";
        insert.Parameters.AddWithValue("$name", name);
        insert.Parameters.AddWithValue("$value", value);
        insert.ExecuteNonQuery();
    }

    private void Close()
    {
        foreach (var insert in _inserts.Values)
        {
            insert.Dispose();
        }

        _transaction.Dispose();
        _connection.Dispose();
    }

    private static string Create(Table table)
    {
        var sql = new StringBuilder($"CREATE TABLE {table.Name} (");
        foreach (var column in table.Columns)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $"{Quoted(column.Name)} {TypeOf(column)}{(column.IsRequired ? " NOT NULL" : "")}, "
            );
        }

        if (table.Key.Count > 0)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $"PRIMARY KEY ({string.Join(", ", table.Key.Select(Quoted))}), "
            );
        }

        foreach (var key in table.ForeignKeys)
        {
            sql.Append(
                CultureInfo.InvariantCulture,
                $"FOREIGN KEY ({string.Join(", ", key.Columns.Select(Quoted))}) REFERENCES {key.Table}({string.Join(", ", key.Referenced.Select(Quoted))}), "
            );
        }

        sql.Length -= ", ".Length;
        return sql.Append(')').ToString();
    }

    private SqliteCommand Insert(Table table)
    {
        var insert = _connection.CreateCommand();
        insert.CommandText =
            $"INSERT INTO {table.Name} VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < table.Columns.Count; i++)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        return insert;
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

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
