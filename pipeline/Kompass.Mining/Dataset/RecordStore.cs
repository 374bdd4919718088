using System.IO.Compression;
using System.Text.Json;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset;

/// <summary>Records as files, one each, written atomically, on one line: for people <c>kompass show</c> prints them.</summary>
public sealed class RecordStore
{
    private readonly string _folder;
    private readonly string _ending;

    /// <summary>A store in a folder, which need not exist yet.</summary>
    public RecordStore(string folder)
        : this(folder, ".json") { }

    private RecordStore(string folder, string ending) => (_folder, _ending) = (folder, ending);

    private bool IsCompressed => _ending.Length > ".json".Length;

    /// <summary>A store of what only programs read, a fifth as large.</summary>
    internal static RecordStore Compressed(string folder) => new(folder, ".json.br");

    /// <summary>The names of all records, in order.</summary>
    public IReadOnlyList<string> Names() =>
        Directory.Exists(_folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(_folder, "*" + _ending)
                    .Select(f => Path.GetFileName(f)[..^_ending.Length])
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The record of this name, or null where there is none.</summary>
    /// <exception cref="DatasetException">The file is damaged; the message names it.</exception>
    public ReportRecord? Find(string name) => Bytes(name) is { } bytes ? Read(name, bytes) : null;

    /// <summary>The file of this name as it is, or null.</summary>
    internal byte[]? Bytes(string name) =>
        FileOf(name) is var file && File.Exists(file) ? File.ReadAllBytes(file) : null;

    /// <summary>A record of its bytes.</summary>
    /// <exception cref="DatasetException">They are none; the message names the file.</exception>
    internal ReportRecord Read(string name, byte[] bytes)
    {
        try
        {
            return RecordJson.Read(Unpacked(bytes));
        }
        catch (Exception e)
            when (e is JsonException or InvalidDataException or InvalidOperationException)
        {
            throw new DatasetException(
                $"{FileOf(name)}: is no record: {e.Message}; delete it and run nightly again",
                e
            );
        }
    }

    /// <summary>Whether there is a record of this name.</summary>
    internal bool Has(string name) => File.Exists(FileOf(name));

    /// <summary>All records, read one at a time.</summary>
    public IEnumerable<ReportRecord> All() => Names().Select(n => Find(n)).OfType<ReportRecord>();

    /// <summary>Writes a record under a name where it differs from what is there; true where it was written.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="record">The record.</param>
    /// <param name="beforeChange">Told before, with what is there: null where that is nothing, damaged, or of an older schema.</param>
    public bool Write(
        string name,
        ReportRecord record,
        Action<ReportRecord?>? beforeChange = null
    ) => Write(name, RecordJson.WriteBytes(record), beforeChange);

    /// <summary>The same with a record's bytes.</summary>
    internal bool Write(string name, byte[] json, Action<ReportRecord?>? beforeChange = null)
    {
        var bytes = Packed(json);
        var file = FileOf(name);
        var old = File.Exists(file) ? File.ReadAllBytes(file) : null;
        if (old is not null && old.AsSpan().SequenceEqual(bytes))
        {
            return false;
        }

        beforeChange?.Invoke(old is null ? null : ReadOrNull(old));
        AtomicFile.Write(file, stream => stream.Write(bytes));
        return true;
    }

    private ReportRecord? ReadOrNull(byte[] bytes)
    {
        try
        {
            return RecordJson.Read(Unpacked(bytes));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Removes a record.</summary>
    public void Remove(string name) => AtomicFile.Delete(FileOf(name));

    /// <summary>Removes all but these, and what earlier versions of this program left.</summary>
    internal void KeepOnly(IReadOnlySet<string> names)
    {
        if (Directory.Exists(_folder))
        {
            var files = names.Select(FileOf).ToHashSet(StringComparer.Ordinal);
            foreach (
                var file in Directory.GetFiles(_folder, "*.json*").Where(f => !files.Contains(f))
            )
            {
                AtomicFile.Delete(file);
            }
        }
    }

    private byte[] Packed(byte[] bytes)
    {
        if (!IsCompressed)
        {
            return bytes;
        }

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }

    private byte[] Unpacked(byte[] bytes)
    {
        if (!IsCompressed)
        {
            return bytes;
        }

        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        brotli.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private string FileOf(string name) => Path.Combine(_folder, name + _ending);
}
