using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset;

/// <summary>
/// The SQLite store, derived from the records: one table a list of the record, the same names in snake_case, full-text search over findings. It is
/// built beside the old one and moved into its place.
/// </summary>
public static class SqliteStore
{
    private const string Schema = """
        CREATE TABLE reports (
          id TEXT PRIMARY KEY, municipality_code TEXT, municipality_name TEXT NOT NULL, year INTEGER, edition TEXT NOT NULL,
          evaluated TEXT, report_date TEXT, ordinal INTEGER, interviewees INTEGER,
          total_value REAL, total_max INTEGER, total_via TEXT,
          population INTEGER, population_change INTEGER, employees INTEGER, municipality_group TEXT, governing TEXT);
        CREATE TABLE evaluators (report_id TEXT NOT NULL REFERENCES reports(id), name TEXT NOT NULL, affiliation TEXT);
        CREATE TABLE documents (report_id TEXT NOT NULL REFERENCES reports(id), file TEXT NOT NULL, sha256 TEXT NOT NULL, pages INTEGER, kind TEXT NOT NULL, engine TEXT NOT NULL);
        CREATE TABLE areas (
          report_id TEXT NOT NULL REFERENCES reports(id), area INTEGER NOT NULL, name TEXT NOT NULL, score REAL NOT NULL, max INTEGER NOT NULL, witnesses INTEGER NOT NULL,
          source_page INTEGER, source_start INTEGER, source_end INTEGER, source_via TEXT, PRIMARY KEY (report_id, area)) WITHOUT ROWID;
        CREATE TABLE questions (
          report_id TEXT NOT NULL REFERENCES reports(id), code TEXT NOT NULL, area INTEGER NOT NULL, text TEXT NOT NULL, achieved REAL, max REAL, percent REAL,
          source_page INTEGER, source_start INTEGER, source_end INTEGER, source_via TEXT, PRIMARY KEY (report_id, code)) WITHOUT ROWID;
        CREATE TABLE previous (
          report_id TEXT NOT NULL REFERENCES reports(id), year INTEGER, comparable INTEGER NOT NULL, area INTEGER, score REAL NOT NULL);
        CREATE TABLE findings (
          rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report_id TEXT NOT NULL REFERENCES reports(id), area INTEGER NOT NULL, kind TEXT NOT NULL, "order" INTEGER NOT NULL,
          text TEXT NOT NULL, question TEXT, theme TEXT, theme2 TEXT, confidence REAL NOT NULL, question_probability REAL, theme_probability REAL, labels TEXT,
          source_page INTEGER, source_start INTEGER, source_end INTEGER, source_via TEXT);
        CREATE TABLE exemplars (
          report_id TEXT NOT NULL REFERENCES reports(id), municipality_code TEXT, municipality_name TEXT NOT NULL, area INTEGER NOT NULL, rubric TEXT, text TEXT NOT NULL,
          source_page INTEGER, source_start INTEGER, source_end INTEGER);
        CREATE TABLE remarks (
          report_id TEXT NOT NULL REFERENCES reports(id), kind TEXT NOT NULL, area INTEGER NOT NULL, question TEXT, theme TEXT, text TEXT NOT NULL, question_probability REAL, theme_probability REAL, labels TEXT,
          source_page INTEGER, source_start INTEGER, source_end INTEGER);
        CREATE TABLE notes (
          report_id TEXT NOT NULL REFERENCES reports(id), code TEXT NOT NULL, severity TEXT NOT NULL, about TEXT NOT NULL, area INTEGER, question TEXT, message TEXT NOT NULL,
          source_page INTEGER, source_start INTEGER, source_end INTEGER);
        CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE VIRTUAL TABLE findings_fts USING fts5(text, content='findings', content_rowid='rowid', tokenize='trigram');
        """;

    private const string Indexes = """
        CREATE INDEX findings_by_report ON findings(report_id);
        CREATE INDEX findings_by_area ON findings(area, kind);
        CREATE INDEX findings_by_theme ON findings(theme);
        CREATE INDEX reports_by_municipality ON reports(municipality_name, year);
        CREATE INDEX notes_by_report ON notes(report_id);
        INSERT INTO findings_fts(findings_fts) VALUES ('rebuild');
        """;

    /// <summary>Builds the store from records, read one at a time, and moves it into place.</summary>
    /// <exception cref="DatasetException">It cannot be written; the old one is still there.</exception>
    public static void Build(
        DataFolder data,
        IEnumerable<ReportRecord> records,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(records);
        var building = AtomicFile.WritingName(data.Store);
        try
        {
            File.Delete(building);
            using (var connection = Open(building, SqliteOpenMode.ReadWriteCreate))
            {
                // Nobody reads it before it is whole: no journal, one transaction.
                Execute(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
                using var transaction = connection.BeginTransaction();
                Execute(connection, Schema);
                using var writer = new Writer(connection);
                foreach (var record in records)
                {
                    cancellation.ThrowIfCancellationRequested();
                    writer.Write(record);
                }

                Execute(connection, Indexes);
                Execute(
                    connection,
                    $"INSERT INTO meta VALUES ('schema', '{ReportRecord.CurrentSchema}')"
                );
                transaction.Commit();
            }

            SqliteConnection.ClearAllPools();
            AtomicFile.Replace(building, data.Store);
        }
        catch (Exception e)
            when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            SqliteConnection.ClearAllPools();
            try
            {
                File.Delete(building);
            }
            catch (IOException)
            {
                // The next run removes it.
            }

            throw new DatasetException(
                $"{data.Store}: the store could not be written: {e.Message}; the one from the last run is untouched",
                e
            );
        }
    }

    /// <summary>Opens the store for reading.</summary>
    /// <exception cref="DatasetException">There is none, or it is no store.</exception>
    public static SqliteConnection OpenForReading(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!File.Exists(data.Store))
        {
            throw new DatasetException(
                $"{data.Store}: there is no dataset yet; run kompass nightly first, or name its folder with --data"
            );
        }

        try
        {
            var connection = Open(data.Store, SqliteOpenMode.ReadOnly);
            using var check = connection.CreateCommand();
            check.CommandText = "SELECT value FROM meta WHERE name = 'schema'";
            var schema = check.ExecuteScalar() as string;
            return schema == ReportRecord.CurrentSchema.ToString(CultureInfo.InvariantCulture)
                ? connection
                : throw new DatasetException(
                    $"{data.Store}: has schema {schema}, this version reads {ReportRecord.CurrentSchema}; run kompass nightly to rebuild it"
                );
        }
        catch (SqliteException e)
        {
            throw new DatasetException(
                $"{data.Store}: cannot be read: {e.Message}; run kompass nightly to rebuild it from the records",
                e
            );
        }
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
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

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Writer(SqliteConnection connection) : IDisposable
    {
        private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

        public void Write(ReportRecord r)
        {
            var f = r.Facts;
            Insert(
                "reports",
                r.Id,
                r.Municipality.Code,
                r.Municipality.Name,
                r.Year,
                r.Edition,
                r.Evaluated,
                r.ReportDate,
                r.Ordinal,
                r.Interviewees,
                r.Total?.Value,
                r.Total?.Max,
                r.Total?.Source.Via,
                f?.Population,
                f?.PopulationChange,
                f?.Employees,
                f?.MunicipalityGroup,
                f?.Governing
            );
            foreach (var e in r.Evaluators)
            {
                Insert("evaluators", r.Id, e.Name, e.Affiliation);
            }

            foreach (var d in r.Documents ?? [r.Document])
            {
                Insert("documents", r.Id, d.File, d.Sha256, d.Pages, Name(d.Kind), d.Engine);
            }

            foreach (var a in r.Areas)
            {
                Insert(
                    "areas",
                    r.Id,
                    a.Area,
                    a.Name,
                    a.Score,
                    a.Max,
                    a.Witnesses.Count,
                    a.Source.Page,
                    a.Source.Start,
                    a.Source.End,
                    a.Source.Via
                );
            }

            foreach (var q in r.Questions)
            {
                Insert(
                    "questions",
                    r.Id,
                    q.Code,
                    q.Code[0] - '0',
                    q.Text,
                    q.Achieved,
                    q.Max,
                    q.Percent,
                    q.Source.Page,
                    q.Source.Start,
                    q.Source.End,
                    q.Source.Via
                );
            }

            foreach (var p in r.Previous)
            {
                foreach (var (area, score) in p.Areas)
                {
                    Insert("previous", r.Id, p.Year, p.Comparable ? 1 : 0, area, score);
                }

                if (p.Total is { } total)
                {
                    Insert("previous", r.Id, p.Year, p.Comparable ? 1 : 0, null, total);
                }
            }

            foreach (var x in r.Findings)
            {
                Insert(
                    "findings",
                    null,
                    x.Id,
                    r.Id,
                    x.Area,
                    Name(x.Kind),
                    x.Order,
                    x.Text,
                    x.Question,
                    x.Theme,
                    x.Theme2,
                    x.Confidence,
                    x.QuestionProbability,
                    x.ThemeProbability,
                    x.Labels,
                    x.Source.Page,
                    x.Source.Start,
                    x.Source.End,
                    x.Source.Via
                );
            }

            foreach (var x in r.Exemplars)
            {
                Insert(
                    "exemplars",
                    r.Id,
                    x.Municipality.Code,
                    x.Municipality.Name,
                    x.Area,
                    x.Rubric,
                    x.Text,
                    x.Source.Page,
                    x.Source.Start,
                    x.Source.End
                );
            }

            foreach (var x in r.Remarks)
            {
                Insert(
                    "remarks",
                    r.Id,
                    Name(x.Kind),
                    x.Area,
                    x.Question,
                    x.Theme,
                    x.Text,
                    x.QuestionProbability,
                    x.ThemeProbability,
                    x.Labels,
                    x.Source.Page,
                    x.Source.Start,
                    x.Source.End
                );
            }

            foreach (var n in r.Notes)
            {
                Insert(
                    "notes",
                    r.Id,
                    n.Code,
                    Name(n.Severity),
                    Name(n.About),
                    n.Area,
                    n.Question,
                    n.Message,
                    n.Source?.Page,
                    n.Source?.Start,
                    n.Source?.End
                );
            }
        }

        public void Dispose()
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }
        }

        // Tables and their columns are those of the schema above; values are always parameters.
        private void Insert(string table, params object?[] values)
        {
            if (!_commands.TryGetValue(table, out var command))
            {
                command = connection.CreateCommand();
                command.CommandText =
                    $"INSERT INTO {table} VALUES ({string.Join(", ", values.Select((_, i) => $"$p{i}"))})";
                for (var i = 0; i < values.Length; i++)
                {
                    command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
                }

                _commands[table] = command;
            }

            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i] switch
                {
                    null => DBNull.Value,
                    decimal d => (double)d,
                    var value => value,
                };
            }

            command.ExecuteNonQuery();
        }

        private static string Name<T>(T value)
            where T : struct, Enum => value.ToString().ToLowerInvariant();
    }
}
