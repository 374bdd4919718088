using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Versions;

/// <summary>
/// Store and version of a dataset in the making. The rows of reports that did not change are taken over from the build before, where that is as it was
/// left; the store is the same bytes as of a build from nothing.
/// </summary>
internal sealed class DatasetBuild : IDisposable
{
    private readonly DataFolder _data;
    private readonly ReferenceRows _reference;
    private readonly DateOnly _date;
    private readonly VersionStore _versions;
    private readonly IReadOnlyDictionary<string, string>? _records;
    private readonly IReadOnlyDictionary<string, string>? _before;
    private readonly DateTime _settledBefore;
    private readonly SqliteSink _store;

    private DatasetBuild(DataFolder data, Knowledge knowledge, DateOnly date)
    {
        _data = data;
        _reference = ReferenceRows.Of(knowledge);
        _date = date;
        _versions = new VersionStore(data);
        var last = LastBuild.Take(data);
        _records = last is null ? null : _versions.RecordsOf(last.Version);
        _before = last?.CanBeTakenOver(data) == true ? _records : null;
        _settledBefore = File.GetLastWriteTimeUtc(data.Store) - AtomicFile.CoarsestClock;
        _store = new SqliteSink(data.Store, _before is not null);
    }

    /// <summary>Builds the store in one pass over the records, and keeps the state as a version.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="reports">Those that the build is given, which may know them already.</param>
    /// <param name="knowledge">What they are joined with.</param>
    /// <param name="date">Today, for a version that is new.</param>
    /// <param name="cancellation">Stops between records.</param>
    /// <exception cref="DatasetException">They cannot be written; the old ones are still there.</exception>
    public static DatasetVersion Of(
        DataFolder data,
        Func<DatasetBuild, IEnumerable<ReportPart>> reports,
        Knowledge knowledge,
        DateOnly date,
        CancellationToken cancellation
    )
    {
        DatasetVersion? version = null;
        SqliteStore.Guarded(
            data,
            () =>
            {
                using var build = new DatasetBuild(data, knowledge, date);
                version = build.Complete(reports(build), cancellation);
            }
        );
        return version!;
    }

    /// <summary>Keeps a record for the version; from any thread.</summary>
    public ReportPart Add(ReportRecord record, byte[] json)
    {
        var name = _versions.Keep(json);
        return new ReportPart(
            record.Id,
            name,
            _before?.GetValueOrDefault(record.Id) == name ? null : record
        );
    }

    /// <summary>Where the version keeps a report's record, packed; null where that is in another form than this program's.</summary>
    public string? FileOf(ReportPart part) => _versions.FileOf(part.Name);

    /// <summary>Whether a record is the one of this id that the last build left, whatever became of its store; from any thread.</summary>
    public bool IsAsLeft(string id, byte[] json) =>
        _records?.GetValueOrDefault(id) == ObjectStore.NameOf(json);

    /// <summary>The report without its content, where the build before had the same record of this id; else null. From any thread.</summary>
    public ReportPart? Unchanged(string id, byte[] json) =>
        _before?.GetValueOrDefault(id) is { } name && name == ObjectStore.NameOf(json)
            ? new ReportPart(id, name, null)
            : null;

    /// <summary>The same where the record's file tells without being read; else null. From any thread.</summary>
    public ReportPart? Settled(string id, string file) =>
        _before?.GetValueOrDefault(id) is { } name && IsSettled(file, name)
            ? new ReportPart(id, name, null)
            : null;

    // It and what the version keeps are one file, unless somebody has put another in the place of either; written too near the store's end, the bytes decide.
    private bool IsSettled(string file, string name) =>
        _versions.Holds(file, name) && File.GetLastWriteTimeUtc(file) < _settledBefore;

    /// <summary>Writes all, and moves it into place.</summary>
    private DatasetVersion Complete(IEnumerable<ReportPart> reports, CancellationToken cancellation)
    {
        var records = new SortedDictionary<string, string>(StringComparer.Ordinal);
        DatasetVersion? version = null;
        DatasetWriter.Write(
            reports.Select(r =>
            {
                records[r.Id] = r.Name;
                return r;
            }),
            _reference,
            _store,
            () => (version = _versions.Keep(records, _store.Models(), _reference, _date)).About(),
            cancellation
        );
        LastBuild.Write(_data, version!.Version);
        return version;
    }

    public void Dispose() => _store.Dispose();
}
