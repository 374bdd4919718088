using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Mining.Dataset;

/// <summary>The tables as CSV files in a folder, written beside the old ones and moved into their place together.</summary>
internal sealed class CsvSink : ITableSink
{
    /// <summary>Beside the CSVs: of which version of the dataset they are.</summary>
    public const string VersionFile = "version.json";

    private readonly string _folder;
    private readonly Dictionary<Table, (CsvWriter Csv, FileStream Stream)> _files = [];

    public CsvSink(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        foreach (var table in TableCatalogue.All)
        {
            var stream = new FileStream(
                AtomicFile.WritingName(FileOf(table)),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None
            );
            _files[table] = (
                CsvExport.Open(stream, [.. table.Columns.Select(c => c.Name)], leaveOpen: true),
                stream
            );
        }
    }

    public void Write(Table table, object?[] row) => CsvExport.WriteRow(_files[table].Csv, row);

    public void Complete(IReadOnlyDictionary<string, string> about, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var (csv, stream) in _files.Values)
        {
            csv.Flush();
            csv.Dispose();
            stream.Flush(flushToDisk: true);
            stream.Dispose();
        }

        var written = _files.Keys.ToList();
        _files.Clear();
        foreach (var table in written)
        {
            AtomicFile.Replace(AtomicFile.WritingName(FileOf(table)), FileOf(table));
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
        foreach (var (table, (csv, stream)) in _files)
        {
            csv.Dispose();
            stream.Dispose();
            File.Delete(AtomicFile.WritingName(FileOf(table)));
        }

        _files.Clear();
    }

    private string FileOf(Table table) => Path.Combine(_folder, table.Name + ".csv");
}

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class AboutJson : JsonSerializerContext;
