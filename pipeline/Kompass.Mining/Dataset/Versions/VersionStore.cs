using System.Reflection;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Versions;

/// <summary>
/// The states that a dataset has had, under <c>versions/</c>: a list of each state's records, and the records by their content, so that a state costs what
/// changed. Nothing there is ever changed or removed.
/// </summary>
/// <param name="data">The dataset.</param>
public sealed class VersionStore(DataFolder data)
{
    private readonly ObjectStore _objects = new(Path.Combine(FolderOf(data), "objects"));

    /// <summary>Where stores of versions are kept that can be made again.</summary>
    public static string CacheOf(DataFolder data) =>
        Path.Combine(FolderOf(data), "cache", "schema-" + SqliteStore.Schema);

    private static string FolderOf(DataFolder data) => Path.Combine(data.Root, "versions");

    private string Folder => FolderOf(data);

    /// <summary>All, the oldest first.</summary>
    /// <exception cref="DatasetException">A list cannot be read.</exception>
    public IReadOnlyList<DatasetVersion> All() =>
        Directory.Exists(Folder)
            ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(Read).OrderBy(v => v.Number)]
            : [];

    /// <summary>The one in which the dataset is, which is not the last to be made where a run came back to an earlier state; the last where there is no store.</summary>
    /// <param name="all">All versions, the oldest first.</param>
    public DatasetVersion? Current(IReadOnlyList<DatasetVersion> all)
    {
        var now = all.Count > 0 ? SqliteStore.VersionOf(data) : null;
        return all.FirstOrDefault(v => v.Version == now) ?? all.LastOrDefault();
    }

    /// <summary>The version that a person means: the beginning of its hash, its number, or <c>latest</c> for the one in which the dataset is.</summary>
    /// <exception cref="DatasetException">There is none, or several begin so; the message names those there are.</exception>
    public DatasetVersion Find(string name)
    {
        var all = All();
        List<DatasetVersion> meant =
            name == "latest"
                ? Current(all) is { } current
                    ? [current]
                    : []
                : int.TryParse(
                    name,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && name.Length < 5
                    ? [.. all.Where(v => v.Number == number)]
                    : [.. all.Where(v => v.Version.StartsWith(name, StringComparison.Ordinal))];
        return meant is [var one]
            ? one
            : throw new DatasetException(
                $"{Folder}: {(meant.Count == 0 ? "there is no" : "more than one")} version {name}; there are {(all.Count == 0 ? "none yet" : string.Join(", ", all.Select(v => v.Short)))}"
            );
    }

    /// <summary>The records of the version with this hash, by id; null where its list is there no longer.</summary>
    /// <exception cref="DatasetException">Its list cannot be read.</exception>
    internal IReadOnlyDictionary<string, string>? RecordsOf(string version) =>
        File.Exists(FileOfList(version)) ? Read(FileOfList(version)).Records : null;

    private string FileOfList(string version) => Path.Combine(Folder, version + ".json");

    /// <summary>The records of a version, read one at a time.</summary>
    public IEnumerable<ReportRecord> Records(DatasetVersion version) =>
        version
            .Records.OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => RecordJson.Read(_objects.Find(r.Value)));

    /// <summary>A record as it was in a version, or null where that had none of this id.</summary>
    public ReportRecord? Record(DatasetVersion version, string id) =>
        version.Records.TryGetValue(id, out var name) ? RecordJson.Read(_objects.Find(name)) : null;

    /// <summary>What its records were joined with.</summary>
    public ReferenceRows Reference(DatasetVersion version) =>
        ReferenceRows.FromJson(_objects.Find(version.Reference));

    /// <summary>Whether the dataset's store can be read, is joined with these rows, and its records are those of its version and no others.</summary>
    /// <exception cref="DatasetException">The list of its version cannot be read.</exception>
    internal bool IsAsLeft(ReferenceRows reference, RecordStore records)
    {
        if (VersionOfStore() is not { } name || !File.Exists(FileOfList(name)))
        {
            return false;
        }

        var version = Read(FileOfList(name));
        if (version.Reference != ObjectStore.NameOf(Bytes(reference)))
        {
            return false;
        }

        var since = File.GetLastWriteTimeUtc(data.Store);
        var names = records.Names();
        return names.Count == version.Records.Count
            && names.All(n =>
                version.Records.TryGetValue(n, out var kept) && IsAsLeft(records, n, kept, since)
            );
    }

    // A record's bytes are read only where it is not the file that the version keeps, or was written since.
    private bool IsAsLeft(RecordStore records, string id, string name, DateTime since)
    {
        try
        {
            return records.FileOf(id) is { } file
                    && Holds(file, name)
                    && File.GetLastWriteTimeUtc(file) <= since
                || records.Json(id) is { } json && ObjectStore.NameOf(json) == name;
        }
        catch (DatasetException)
        {
            return false;
        }
    }

    // Null also where the store is damaged, or of another schema.
    private string? VersionOfStore()
    {
        try
        {
            return SqliteStore.VersionOf(data);
        }
        catch (DatasetException)
        {
            return null;
        }
    }

    /// <summary>Whether a file is the one that is kept under this name, or has its length and time.</summary>
    internal bool Holds(string file, string name) =>
        FileOf(name) is { } kept && StampOf(file) == StampOf(kept);

    private static (long Length, DateTime Written) StampOf(string file)
    {
        var info = new FileInfo(file);
        return (info.Length, info.LastWriteTimeUtc);
    }

    private static byte[] Bytes(ReferenceRows reference) =>
        Encoding.UTF8.GetBytes(reference.ToJson());

    /// <summary>Puts a version's records and store into another folder, for every command's <c>--data</c>.</summary>
    public void Checkout(DatasetVersion version, DataFolder target, CancellationToken cancellation)
    {
        var records = new RecordStore(target.Records);
        DatasetWriter.Write(
            target.Store,
            Records(version)
                .Select(r =>
                {
                    records.Write(r.Id, r);
                    return r;
                }),
            Reference(version),
            version.About(),
            cancellation
        );
    }

    /// <summary>A folder with a version's store: the dataset's own where that is it, else one under <c>versions/cache/</c>, which may be removed at any time.</summary>
    public DataFolder Cached(DatasetVersion version, CancellationToken cancellation)
    {
        if (SqliteStore.VersionOf(data) == version.Version)
        {
            return data;
        }

        var cache = new DataFolder(Path.Combine(CacheOf(data), version.Short));
        if (!File.Exists(cache.Store))
        {
            DatasetWriter.Write(
                cache.Store,
                Records(version),
                Reference(version),
                version.About(),
                cancellation
            );
        }

        return cache;
    }

    /// <summary>Keeps the content of a record; its name. From any thread.</summary>
    internal string Keep(byte[] json) => _objects.Add(json);

    /// <summary>The file with the content of a record that was kept; null where an earlier version of this program packed it.</summary>
    internal string? FileOf(string name) => _objects.FileOf(name);

    /// <summary>Keeps a state.</summary>
    /// <param name="records">Names of the records that were kept, by id.</param>
    /// <param name="models">That gave its labels, in order.</param>
    /// <param name="reference">What they are joined with.</param>
    /// <param name="date">Today.</param>
    internal DatasetVersion Keep(
        SortedDictionary<string, string> records,
        IReadOnlyList<string> models,
        ReferenceRows reference,
        DateOnly date
    )
    {
        var joined = _objects.Add(Bytes(reference));
        var content = new StringBuilder("reference ").Append(joined).Append('\n');
        foreach (var (id, name) in records)
        {
            content.Append(id).Append(' ').Append(name).Append('\n');
        }

        var version = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()))
        );
        var file = FileOfList(version);
        if (File.Exists(file))
        {
            return Read(file);
        }

        var kept = new DatasetVersion(
            version,
            1 + Directory.EnumerateFiles(Folder, "*.json").Select(NumberOf).DefaultIfEmpty(0).Max(),
            date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            typeof(VersionStore)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion.Split('+')[0]
                ?? "0",
            models,
            joined,
            records
        );
        AtomicFile.WriteText(
            file,
            JsonSerializer.Serialize(kept, DatasetVersionJson.Default.DatasetVersion)
        );
        return kept;
    }

    // A list is as long as its version has records, and there is one more every night that changes something: of most only the head is read, a member a line.
    private static int NumberOf(string file)
    {
        const string name = "\"number\": ";
        var line = File.ReadLines(file)
            .Select(l => l.Trim().TrimEnd(','))
            .FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return int.TryParse(line?[name.Length..], CultureInfo.InvariantCulture, out var number)
            ? number
            : Read(file).Number;
    }

    private static DatasetVersion Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(
                    File.ReadAllText(file),
                    DatasetVersionJson.Default.DatasetVersion
                ) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{file}: is no list of a version: {e.Message}; take it from a backup, or delete it: that version is lost then, the others are not",
                e
            );
        }
    }
}
