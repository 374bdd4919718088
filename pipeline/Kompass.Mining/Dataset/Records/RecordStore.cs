using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Records;

/// <summary>Records as files, one each, written atomically and packed: for people <c>kompass show</c> prints them.</summary>
/// <param name="folder">Where; it need not exist yet.</param>
public sealed class RecordStore(string folder)
{
    /// <summary>The names of all records, in order.</summary>
    public IReadOnlyList<string> Names() => PackedJson.Names(folder);

    /// <summary>The record of this name, or null where there is none.</summary>
    /// <exception cref="DatasetException">The file is damaged; the message names it.</exception>
    public ReportRecord? Find(string name) => Json(name) is { } json ? Read(name, json) : null;

    /// <summary>The JSON of this name, or null where there is none.</summary>
    /// <exception cref="DatasetException">The file is damaged; the message names it.</exception>
    internal byte[]? Json(string name)
    {
        var file = FileOf(name);
        try
        {
            return file is null ? null : PackedJson.Read(file);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(file!, e);
        }
    }

    /// <summary>A record of its JSON.</summary>
    /// <exception cref="DatasetException">It is none; the message names the file.</exception>
    internal ReportRecord Read(string name, byte[] json)
    {
        try
        {
            return RecordJson.Read(json);
        }
        catch (JsonException e)
        {
            throw Damaged(PackedJson.Find(folder, name) ?? name, e);
        }
    }

    private static DatasetException Damaged(string file, Exception e) =>
        new($"{file}: is no record: {e.Message}; delete it and run nightly again", e);

    /// <summary>The file of the record of this name, or null where there is none.</summary>
    internal string? FileOf(string name) => PackedJson.Find(folder, name);

    /// <summary>All records, read one at a time.</summary>
    public IEnumerable<ReportRecord> All() => Names().Select(n => Find(n)).OfType<ReportRecord>();

    /// <summary>Writes a record under a name where it differs from what is there; true where it was written.</summary>
    public bool Write(string name, ReportRecord record) =>
        Write(name, RecordJson.WriteBytes(record));

    /// <summary>The same with a record's JSON.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="json">The record.</param>
    /// <param name="twin">A file with the same content, packed, which gets this name too; or null.</param>
    /// <param name="beforeChange">Told before, with what is there: null where that is nothing, damaged, or of an older schema.</param>
    internal bool Write(
        string name,
        byte[] json,
        string? twin = null,
        Action<ReportRecord?>? beforeChange = null
    )
    {
        var file = PackedJson.FileOf(folder, name);
        var there = PackedJson.Find(folder, name);
        var old = there is null ? null : OrNull(() => PackedJson.Read(there));
        var isSame = old is not null && old.AsSpan().SequenceEqual(json);
        if (isSame && there == file)
        {
            return false;
        }

        if (!isSame)
        {
            beforeChange?.Invoke(old is null ? null : OrNull(() => RecordJson.Read(old)));
        }

        if (twin is null)
        {
            AtomicFile.Write(file, stream => stream.Write(PackedJson.Pack(json)));
        }
        else
        {
            AtomicFile.Link(twin, file);
        }

        if (there is not null && there != file)
        {
            AtomicFile.Delete(there);
        }

        return !isSame;
    }

    // Null where it is damaged, or of an older schema.
    private static T? OrNull<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Removes a record.</summary>
    public void Remove(string name) =>
        AtomicFile.Delete(PackedJson.Find(folder, name) ?? PackedJson.FileOf(folder, name));

    /// <summary>Removes all but these, and what earlier versions of this program left.</summary>
    internal void KeepOnly(IReadOnlySet<string> names)
    {
        if (Directory.Exists(folder))
        {
            var files = names
                .Select(n => PackedJson.Find(folder, n))
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal);
            foreach (
                var file in Directory.GetFiles(folder, "*.json*").Where(f => !files.Contains(f))
            )
            {
                AtomicFile.Delete(file);
            }
        }
    }
}
