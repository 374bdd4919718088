using System.Collections.Concurrent;
using System.Reflection;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>
/// The second half of a run: one record a report, of what was read of its documents, with labels and corrections. Where the last run made a report of
/// the same readings in the same way, its record stands.
/// </summary>
internal sealed class RecordMaker(
    DocumentReadings readings,
    RecordStore records,
    RunHistory history,
    NightlyOptions options,
    MetFindings met,
    IReadOnlyList<string> inbox
)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _takenBack = [];
    private int _written;

    /// <summary>Hash of the sources that make records of readings.</summary>
    public static string Version { get; } =
        typeof(RecordMaker)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "MakingVersion")
            .Value![..12];

    public int Written => _written;

    /// <summary>What analysts had set right and is not given any more, in words; at most one message.</summary>
    public IEnumerable<string> TakenBack() =>
        _takenBack.IsEmpty
            ? []
            :
            [
                $"corrections that the dataset had are no longer given, and what was read stands again ({_takenBack.Count}): {string.Join(", ", _takenBack.Order(StringComparer.Ordinal).Take(MostNamed))}{(_takenBack.Count > MostNamed ? " …" : "")}; if that was not meant, name their file with --corrections",
            ];

    private const int MostNamed = 5;

    /// <summary>Makes the records on all processors, writes those that changed, and hands over all, by id, a few at a time.</summary>
    /// <param name="build">Where they go.</param>
    /// <param name="ledger">What is known of the documents.</param>
    /// <param name="lastInbox">The inbox of the last run, where that came to its end and made records as this one does; else null.</param>
    /// <param name="cancellation">Stops between reports.</param>
    public IEnumerable<ReportPart> Make(
        DatasetBuild build,
        Ledger ledger,
        IReadOnlyList<string>? lastInbox,
        CancellationToken cancellation
    )
    {
        var reports = ledger.Reports;
        var old = lastInbox is null ? [] : ledger.WrittenReports;
        var made = new Queue<Task<List<ReportPart>>>();
        try
        {
            foreach (var (id, documents) in reports)
            {
                cancellation.ThrowIfCancellationRequested();
                made.Enqueue(
                    Task.Run(
                        () =>
                            old.TryGetValue(id, out var before)
                            && IsSame(before, lastInbox!, documents)
                                ? Kept(build, id, reports) ?? MadeOf(build, documents, cancellation)
                                : MadeOf(build, documents, cancellation),
                        cancellation
                    )
                );
                while (made.Count >= options.Parallelism)
                {
                    foreach (var record in Told(made.Dequeue()))
                    {
                        yield return record;
                    }
                }
            }

            while (made.Count > 0)
            {
                foreach (var record in Told(made.Dequeue()))
                {
                    yield return record;
                }
            }
        }
        finally
        {
            // Nothing is written any more when the run says that it failed.
            Task.WhenAll(made)
                .ContinueWith(_ => { }, TaskScheduler.Default)
                .Wait(CancellationToken.None);
        }
    }

    // A record names its documents from the inbox on: where that lies, and how it was named, changes nothing. One that lies in none keeps the name that it had.
    private bool IsSame(
        IReadOnlyList<LedgerEntry> before,
        IReadOnlyList<string> lastInbox,
        IReadOnlyList<LedgerEntry> documents
    ) =>
        before
            .Select(e => e with { File = NameOf(e, lastInbox), Name = null })
            .SequenceEqual(documents.Select(e => e with { File = NameOf(e, inbox), Name = null }));

    private static string NameOf(LedgerEntry document, IReadOnlyList<string> inbox) =>
        document.Name ?? DocumentNames.Relative(document.File, inbox);

    /// <summary>Removes the records that none of those made stands for.</summary>
    public void RemoveOthers()
    {
        foreach (var old in records.Names().Where(n => !_names.Contains(n)))
        {
            history.Announce(new ReportChange(old, ReportChangeKind.Removed, []));
            records.Remove(old);
        }
    }

    private List<ReportPart> Told(Task<List<ReportPart>> made)
    {
        var told = made.GetAwaiter().GetResult();
        _names.UnionWith(told.Select(r => r.Id));
        return told;
    }

    // A report's evaluations are called id, id-2, id-3 …; null where a file is missing, damaged, or written by others since.
    private List<ReportPart>? Kept(
        DatasetBuild build,
        string id,
        SortedDictionary<string, IReadOnlyList<LedgerEntry>> reports
    )
    {
        try
        {
            var kept = new List<ReportPart>();
            for (
                var name = id;
                kept.Count == 0 || !reports.ContainsKey(name);
                name = RecordReconciler.NameOf(id, kept.Count)
            )
            {
                if (records.FileOf(name) is not { } file)
                {
                    break;
                }

                if ((build.Settled(name, file) ?? Again(build, name)) is not { } part)
                {
                    return null;
                }

                kept.Add(part);
            }

            return kept.Count > 0 ? kept : null;
        }
        catch (DatasetException)
        {
            return null;
        }
    }

    private ReportPart? Again(DatasetBuild build, string name)
    {
        var json = records.Json(name)!;
        return build.IsAsLeft(name, json)
            ? build.Unchanged(name, json) ?? build.Add(records.Read(name, json), json)
            : null;
    }

    private List<ReportPart> MadeOf(
        DatasetBuild build,
        IReadOnlyList<LedgerEntry> documents,
        CancellationToken cancellation
    )
    {
        var made = new List<ReportPart>();
        var read = documents
            .Select(e =>
                readings.Find(e, cancellation) is { } r
                    ? r with
                    {
                        Document = r.Document with { File = NameOf(e, inbox) },
                    }
                    : null
            )
            .OfType<ReportRecord>();
        foreach (var reconciled in RecordReconciler.Reconcile([.. read]))
        {
            var record = Finish(reconciled);
            var json = RecordJson.WriteBytes(record);
            var part = build.Add(record, json);
            if (
                records.Write(
                    record.Id,
                    json,
                    build.FileOf(part),
                    before =>
                    {
                        // A file that was lost, damaged or altered has its record again: nothing is new.
                        if (build.IsAsLeft(record.Id, json))
                        {
                            return;
                        }

                        history.Announce(ChangeOf(before, record));
                        foreach (var old in before?.Corrections ?? [])
                        {
                            if (options.Corrections?.Has(record, old.Path, met) != true)
                            {
                                _takenBack.Add($"{record.Id} {old.Path}");
                            }
                        }
                    }
                )
            )
            {
                Interlocked.Increment(ref _written);
            }

            made.Add(part);
        }

        return made;
    }

    private ReportRecord Finish(ReportRecord record) =>
        options.Corrections is { } corrections ? corrections.Apply(record, options.Labeller, met)
        : options.Labeller is { } labeller ? labeller.Label(record)
        : record;

    private static ReportChange ChangeOf(ReportRecord? before, ReportRecord record) =>
        before is null
            ? new ReportChange(record.Id, ReportChangeKind.New, [])
            : new ReportChange(record.Id, ReportChangeKind.Changed, RecordDiff.Of(before, record));
}
