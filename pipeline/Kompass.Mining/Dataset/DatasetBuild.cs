using System.Security.Cryptography;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset;

/// <summary>
/// Store, CSVs and version of a dataset in the making. The rows of reports that did not change are taken over from the build before, where that is as it was
/// left; the files are the same bytes as of a build from nothing.
/// </summary>
internal sealed class DatasetBuild : IDisposable
{
    private readonly DataFolder _data;
    private readonly ReferenceRows _reference;
    private readonly DateOnly _date;
    private readonly VersionStore _versions;
    private readonly IReadOnlyDictionary<string, string>? _before;
    private readonly SqliteSink _store;
    private readonly CsvSink _csv;

    public DatasetBuild(DataFolder data, Knowledge knowledge, DateOnly date)
    {
        _data = data;
        _reference = ReferenceRows.Of(knowledge);
        _date = date;
        _versions = new VersionStore(data);
        _before = LastBuild.Take(data) is { } version ? _versions.Find(version).Records : null;
        _store = new SqliteSink(data.Store, _before is not null);
        try
        {
            _csv = new CsvSink(data.Csv, _before is null ? null : _store.RowsBefore);
        }
        catch
        {
            _store.Dispose();
            throw;
        }
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

    /// <summary>The report without its content, where the build before had the same record of this id; else null. From any thread.</summary>
    public ReportPart? Unchanged(string id, byte[] json) =>
        _before?.GetValueOrDefault(id) is { } name
        && name == Convert.ToHexStringLower(SHA256.HashData(json))
            ? new ReportPart(id, name, null)
            : null;

    /// <summary>Writes all, and moves it into place.</summary>
    public DatasetVersion Complete(IEnumerable<ReportPart> reports, CancellationToken cancellation)
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
            [_store, _csv],
            () => (version = _versions.Keep(records, _store.Models(), _reference, _date)).About(),
            cancellation
        );
        LastBuild.Write(_data, version!.Version);
        return version;
    }

    public void Dispose()
    {
        _csv.Dispose();
        _store.Dispose();
    }
}

/// <summary>A report on its way into the dataset.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Hash of its record.</param>
/// <param name="Record">Its record, or null where its rows are those of the build before.</param>
internal readonly record struct ReportPart(string Id, string Name, ReportRecord? Record);
