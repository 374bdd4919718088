using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Mining.Dataset.Store;

/// <summary>The tables as CSV files in a folder, written beside the old ones and moved into their place together.</summary>
internal sealed class CsvSink : ITableSink
{
    /// <summary>Beside the CSVs: of which version of the dataset they are.</summary>
    public const string VersionFile = "version.json";

    private readonly string _folder;
    private readonly Dictionary<Table, TableFile> _files = [];

    /// <param name="folder">Where.</param>
    /// <param name="tables">Which tables; rows of others are left out.</param>
    /// <param name="before">Of the files that are there: how many rows of a table each report has, in their order; null where none are taken over.</param>
    public CsvSink(
        string folder,
        IReadOnlyList<Table> tables,
        Func<Table, IEnumerable<(string Id, long Rows)>>? before = null
    )
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        try
        {
            foreach (var table in tables)
            {
                _files[table] = new TableFile(FileOf(table), table, before);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Write(Table table, object?[] row) => _files.GetValueOrDefault(table)?.Write(row);

    public void TakeOver(string reportId)
    {
        foreach (var file in _files.Values)
        {
            file.TakeOver(reportId);
        }
    }

    public void Complete(IReadOnlyDictionary<string, string> about, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var file in _files.Values)
        {
            file.Complete();
        }

        var written = _files.Keys.ToList();
        _files.Clear();
        foreach (var table in written)
        {
            AtomicFile.Replace(AtomicFile.WritingName(FileOf(table)), FileOf(table));
        }

        // Of a table that an earlier version of this program wrote: it would tell of another state.
        foreach (var table in TableCatalogue.All.Except(written).Where(t => File.Exists(FileOf(t))))
        {
            AtomicFile.Delete(FileOf(table));
        }

        AtomicFile.Write(
            Path.Combine(_folder, VersionFile),
            stream =>
                JsonSerializer.Serialize(
                    stream,
                    about,
                    AboutJson.Default.IReadOnlyDictionaryStringString
                )
        );
    }

    public void Dispose()
    {
        foreach (var (table, file) in _files)
        {
            file.Dispose();
            File.Delete(AtomicFile.WritingName(FileOf(table)));
        }

        _files.Clear();
    }

    private string FileOf(Table table) => Path.Combine(_folder, table.Name + ".csv");

    private sealed class TableFile : IDisposable
    {
        private readonly string _path;
        private readonly FileStream _stream;
        private readonly CsvWriter _csv;
        private readonly Dictionary<string, (long Start, long Length)> _rows;
        private FileStream? _before;

        // What is taken over and not yet written: reports beside each other go in one piece.
        private (long Start, long Length) _pending;

        public TableFile(
            string path,
            Table table,
            Func<Table, IEnumerable<(string Id, long Rows)>>? before
        )
        {
            _path = path;
            _rows =
                before is null || table.IsReference ? [] : ReportRanges.Find(path, before(table));
            FileOperation.Begin("create", path);
            _stream = new FileStream(
                AtomicFile.WritingName(path),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None
            );
            _csv = CsvExport.Open(_stream, [.. table.Columns.Select(c => c.Name)], leaveOpen: true);
        }

        public void Write(object?[] row)
        {
            WritePending();
            CsvExport.WriteRow(_csv, row);
        }

        public void TakeOver(string reportId)
        {
            if (!_rows.TryGetValue(reportId, out var rows))
            {
                return;
            }

            if (_pending.Start + _pending.Length != rows.Start)
            {
                WritePending();
                _pending = (rows.Start, 0);
            }

            _pending.Length += rows.Length;
        }

        public void Complete()
        {
            WritePending();
            _csv.Flush();
            FileOperation.Begin("flush", _path);
            _stream.Flush(flushToDisk: true);
            Dispose();
        }

        public void Dispose()
        {
            _csv.Dispose();
            _stream.Dispose();
            _before?.Dispose();
        }

        private void WritePending()
        {
            if (_pending.Length == 0)
            {
                return;
            }

            _csv.Flush();
            _before ??= File.OpenRead(_path);
            _before.Position = _pending.Start;
            var buffer = new byte[1 << 16];
            for (var left = _pending.Length; left > 0; )
            {
                var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
                _before.ReadExactly(part);
                _stream.Write(part);
                left -= part.Length;
            }

            _pending = default;
        }
    }
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class AboutJson : JsonSerializerContext;
