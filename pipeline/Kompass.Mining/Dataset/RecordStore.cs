using System.Text.Json;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset;

/// <summary>Records as files, one each, written atomically.</summary>
public sealed class RecordStore
{
    private readonly string _folder;

    /// <summary>A store in a folder, which need not exist yet.</summary>
    public RecordStore(string folder) => _folder = folder;

    /// <summary>The names of all records, in order.</summary>
    public IReadOnlyList<string> Names() =>
        Directory.Exists(_folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(_folder, "*.json")
                    .Select(f => Path.GetFileNameWithoutExtension(f)!)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The record of this name, or null where there is none.</summary>
    /// <exception cref="DatasetException">The file is damaged; the message names it.</exception>
    public ReportRecord? Find(string name)
    {
        var file = FileOf(name);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return RecordJson.Read(File.ReadAllText(file));
        }
        catch (JsonException e)
        {
            throw new DatasetException(
                $"{file}: is no record: {e.Message}; delete it and run nightly again",
                e
            );
        }
    }

    /// <summary>All records, read one at a time.</summary>
    public IEnumerable<ReportRecord> All() => Names().Select(n => Find(n)).OfType<ReportRecord>();

    /// <summary>Writes a record under a name on one line, half as large; true where it differs from what was there.</summary>
    public bool WriteCompact(string name, ReportRecord record) =>
        AtomicFile.WriteTextIfChanged(FileOf(name), RecordJson.WriteLine(record) + "\n");

    /// <summary>Writes a record under a name; true where it differs from what was there.</summary>
    public bool Write(string name, ReportRecord record) =>
        AtomicFile.WriteTextIfChanged(FileOf(name), RecordJson.Write(record));

    /// <summary>Writes a record under a name where it differs from what is there, which is told before; true where it was written.</summary>
    internal bool Write(string name, ReportRecord record, Action<ReportRecord?> beforeChange)
    {
        var text = RecordJson.Write(record);
        var file = FileOf(name);
        var old = File.Exists(file) ? File.ReadAllText(file) : null;
        if (old == text)
        {
            return false;
        }

        beforeChange(old is null ? null : ReadOrNull(old));
        AtomicFile.WriteText(file, text);
        return true;
    }

    // A damaged record, or one of an older schema, has nothing to be compared with.
    private static ReportRecord? ReadOrNull(string text)
    {
        try
        {
            return RecordJson.Read(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Removes a record.</summary>
    public void Remove(string name) => AtomicFile.Delete(FileOf(name));

    private string FileOf(string name) => Path.Combine(_folder, name + ".json");
}
