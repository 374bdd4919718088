using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kompass.Mining.Dataset.History;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Dataset;

/// <summary>The books of a run: every document that was seen is in one of the other three columns.</summary>
/// <param name="Seen">Documents found under the inbox.</param>
/// <param name="Extracted">Read now, because they are new or changed, or the extraction is.</param>
/// <param name="Unchanged">Known already.</param>
/// <param name="SetAside">Not readable as reports, now or since an earlier run.</param>
public sealed record LedgerBalance(int Seen, int Extracted, int Unchanged, int SetAside)
{
    /// <summary>Whether the books balance.</summary>
    public bool Balances => Seen == Extracted + Unchanged + SetAside;
}

/// <summary>What a run did.</summary>
/// <param name="Started">When it began (UTC).</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Reader">Version of the extraction.</param>
/// <param name="Inbox">Where it looked.</param>
/// <param name="Ledger">Its books.</param>
/// <param name="SetAside">Every document that was set aside, with its cause.</param>
/// <param name="Reports">Number of records in the dataset.</param>
/// <param name="Written">Number of records that changed.</param>
/// <param name="Labels">Id of the model that labelled the findings, or null.</param>
/// <param name="Corrections">Fingerprint of the corrections that were applied, or null.</param>
/// <param name="Problems">Corrections that could not be applied, with file and line.</param>
/// <param name="Derived">What was derived from the records beside store, exports and quality report.</param>
/// <param name="Documents">Documents that are gone or renamed since the last run.</param>
public sealed record RunSummary(
    DateTimeOffset Started,
    double Seconds,
    string Reader,
    IReadOnlyList<string> Inbox,
    LedgerBalance Ledger,
    IReadOnlyList<SetAside> SetAside,
    int Reports,
    int Written,
    string? Labels = null,
    string? Corrections = null,
    IReadOnlyList<string>? Problems = null,
    IReadOnlyList<DerivationSummary>? Derived = null,
    IReadOnlyList<DocumentChange>? Documents = null
);

/// <summary>What a run would do with a document.</summary>
/// <param name="File">Its path.</param>
/// <param name="WouldBe"><c>read</c>, <c>unchanged</c>, <c>set aside</c> or <c>gone</c>.</param>
/// <param name="Why">In words, or null.</param>
public sealed record PlannedDocument(string File, string WouldBe, string? Why);

/// <summary>How far a run is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">Documents done.</param>
/// <param name="Of">Documents in all.</param>
public readonly record struct RunProgress(string Stage, int Done, int Of);

/// <summary>Settings of a run.</summary>
/// <param name="Parallelism">Documents read at a time; by default as many as there are processors.</param>
/// <param name="Labeller">Gives findings their labels; null leaves them without.</param>
/// <param name="Corrections">What analysts have set right, or null.</param>
/// <param name="Retry">Reads again what was set aside for these causes, though it did not change; or null.</param>
public sealed record NightlyOptions(
    int Parallelism,
    RecordLabeller? Labeller = null,
    Corrections? Corrections = null,
    IReadOnlySet<SetAsideCause>? Retry = null
)
{
    /// <summary>All processors, no labels.</summary>
    public static NightlyOptions Default { get; } = new(Environment.ProcessorCount);
}

/// <summary>
/// The main job: every document under the inbox becomes part of the dataset. Only what is new or changed is read, on all processors; what was read of a
/// document is kept beside the records, so that a run killed at any moment loses nothing: the next one goes on.
/// </summary>
public sealed class NightlyRun(
    Extractor extractor,
    string reader,
    DataFolder data,
    TimeProvider clock,
    NightlyOptions? options = null,
    IReadOnlyList<IDerivation>? derivations = null
)
{
    private readonly NightlyOptions _options = options ?? NightlyOptions.Default;
    private readonly RecordStore _extracts = new(data.Documents);
    private readonly RecordStore _records = new(data.Records);
    private readonly RunHistory _history = new(data);

    /// <summary>Runs. One bad document never stops it; cancellation leaves the last good dataset in place.</summary>
    /// <param name="inbox">Files and folders.</param>
    /// <param name="progress">Told after each document.</param>
    /// <param name="cancellation">Stops the run between documents.</param>
    /// <exception cref="DatasetException">The dataset cannot be written or an inbox path is not there.</exception>
    public RunSummary Run(
        IReadOnlyList<string> inbox,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var started = clock.GetUtcNow();
        var watch = clock.GetTimestamp();
        using var held = data.Lock();
        using var shards = LockShards();
        try
        {
            AtomicFile.RemoveLeftovers(data.Root, data.Fetched);
            var ledger = Ledger.Read(data);
            var resumed = ledger.IsChanged;
            var listing = Inbox.List(inbox);
            List<Outcome> outcomes =
            [
                .. ReadAll(listing.Files, ledger, progress, cancellation),
                .. listing.NotFollowed.Select(NotFollowed),
            ];
            var documents = DocumentChanges.Take(ledger, [.. outcomes.Select(o => o.Entry)]);
            foreach (var outcome in outcomes)
            {
                ledger.Set(outcome.Entry);
            }

            var changed = resumed || outcomes.Any(o => o.WasRead) || !IsWhole(ledger);
            var written = 0;
            if (changed)
            {
                progress?.Report(new RunProgress("reconciling", 0, 0));
                written = WriteRecords(ledger, inbox, cancellation);
                progress?.Report(new RunProgress("building the store", 0, 0));
                SqliteStore.BuildVersion(
                    data,
                    _records.All(),
                    extractor.Knowledge,
                    DateOnly.FromDateTime(started.UtcDateTime),
                    cancellation
                );
                FeedbackExport.WriteIfAny(data);
            }

            var derived = (derivations ?? []).Select(d => d.Derive(changed, cancellation)).ToList();
            var summary = new RunSummary(
                started,
                Math.Round(clock.GetElapsedTime(watch).TotalSeconds, 2),
                reader,
                inbox,
                Balance(outcomes),
                [
                    .. outcomes
                        .Where(o => o.Entry.Cause is not null)
                        .Select(o => new SetAside(
                            o.Entry.File,
                            o.Entry.Cause!.Value,
                            o.Entry.Message!
                        )),
                ],
                _records.Names().Count,
                written,
                _options.Labeller?.Model,
                _options.Corrections?.Fingerprint,
                _options.Corrections?.Problems(_records) ?? [],
                derived,
                [
                    .. documents.Where(d =>
                        d.Kind is DocumentChangeKind.Gone or DocumentChangeKind.Renamed
                    ),
                ]
            );
            if (changed || !File.Exists(data.Quality))
            {
                QualityReport.Write(data, summary);
            }

            // The journal goes only now: a run that dies before is done again, with all that is derived.
            ledger.Write();
            _history.Write(summary, documents);
            // Written last: it says that all the rest is whole.
            AtomicFile.Write(
                data.Run,
                stream => JsonSerializer.Serialize(stream, summary, RunJson.Default.RunSummary)
            );
            return summary;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{data.Root}: the dataset could not be written: {e.Message}; what was there is untouched, and the next run goes on from here",
                e
            );
        }
    }

    // No shard may be writing while what it wrote is merged.
    private Held LockShards()
    {
        var held = new Held();
        if (Directory.Exists(data.Shards))
        {
            foreach (
                var journal in Directory
                    .GetFiles(data.Shards, "*-of-*")
                    .Select(f => Path.GetFileNameWithoutExtension(f)!)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
            )
            {
                var name = journal.Replace("-of-", "/", StringComparison.Ordinal);
                if (Shard.Parse(name) is { } shard)
                {
                    try
                    {
                        held.Add(data.Lock(shard));
                    }
                    catch (DatasetException e)
                    {
                        held.Dispose();
                        throw new DatasetException(
                            $"{data.Root}: shard {name} is still being read; wait for it to end, then merge",
                            e
                        );
                    }
                }
            }
        }

        return held;
    }

    private sealed class Held : IDisposable
    {
        private readonly List<IDisposable> _locks = [];

        public void Add(IDisposable held) => _locks.Add(held);

        public void Dispose() => _locks.ForEach(l => l.Dispose());
    }

    /// <summary>What a run would read, in order of path. Nothing is written.</summary>
    /// <exception cref="DatasetException">An inbox path is not there.</exception>
    public IReadOnlyList<PlannedDocument> Plan(IReadOnlyList<string> inbox)
    {
        var ledger = Ledger.Read(data);
        var listing = Inbox.List(inbox);
        var names = listing.Files.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. listing
                .Files.Select(f => Planned(f, ledger.Find(f)))
                .Concat(
                    listing.NotFollowed.Select(s => new PlannedDocument(
                        s.File,
                        "set aside",
                        s.Message
                    ))
                )
                .Concat(
                    ledger
                        .Entries.Where(e =>
                            !names.Contains(e.File) && !e.IsGone && !File.Exists(e.File)
                        )
                        .Select(e => new PlannedDocument(e.File, "gone", null))
                )
                .OrderBy(p => p.File, StringComparer.Ordinal),
        ];
    }

    private PlannedDocument Planned(string file, LedgerEntry? known) =>
        Known(file, known, StampOf(file)) is not { } entry
            ? new PlannedDocument(
                file,
                "read",
                known is null ? "new"
                    : known.Reader != reader ? "the extraction is another"
                    : known.Cause is { } cause ? $"was set aside ({cause})"
                    : "changed"
            )
        : entry.Cause is null ? new PlannedDocument(file, "unchanged", null)
        : new PlannedDocument(file, "set aside", entry.Message);

    /// <summary>Where the last run looked, or nothing where there was none.</summary>
    public static IReadOnlyList<string> LastInbox(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return LastRun(data)?.Inbox ?? [];
    }

    /// <summary>What was set aside by the runs until now, in order of path.</summary>
    public static IReadOnlyList<SetAside> SetAside(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return
        [
            .. Ledger
                .Read(data)
                .Entries.Where(e => e.Cause is not null && !e.IsGone)
                .Select(e => new SetAside(e.File, e.Cause!.Value, e.Message!)),
        ];
    }

    /// <summary>
    /// Reads only the documents of one shard, into the folder that all shards see; a later run (<see cref="Run"/>) makes the dataset of what they read. Killed, it is
    /// run again and goes on.
    /// </summary>
    /// <param name="inbox">Files and folders, the same for all shards.</param>
    /// <param name="shard">Which.</param>
    /// <param name="progress">Told after each document.</param>
    /// <param name="cancellation">Stops between documents.</param>
    /// <exception cref="DatasetException">The folder cannot be written, an inbox path is not there, or the same shard is under way.</exception>
    public LedgerBalance RunShard(
        IReadOnlyList<string> inbox,
        Shard shard,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        using var held = data.Lock(shard);
        // A merge takes the folder first and asks for the shards then, a shard the other way about: one of them sees the other.
        data.Lock().Dispose();
        try
        {
            var ledger = Ledger.Read(data, shard);
            var files = Inbox
                .List(inbox)
                .Files.Where(f => shard.Takes(ContentOf(f, ledger.Find(f))))
                .ToList();
            return Balance(ReadAll(files, ledger, progress, cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{data.Root}: what shard {shard.Number} of {shard.Of} read could not be written: {e.Message}; run it again, it goes on from here",
                e
            );
        }
    }

    // Where the ledger knows the file by length and time it need not be read for its hash.
    private static string? ContentOf(string file, LedgerEntry? known)
    {
        var (length, written) = StampOf(file);
        return known is { Sha256.Length: > 0 } && known.Length == length && known.Written == written
            ? known.Sha256
            : HashOf(file);
    }

    private Outcome NotFollowed(SetAside aside) =>
        new(
            new LedgerEntry(aside.File, "", -1, 0, reader, null, aside.Cause, aside.Message),
            WasRead: false
        );

    private List<Outcome> ReadAll(
        IReadOnlyList<string> files,
        Ledger ledger,
        IProgress<RunProgress>? progress,
        CancellationToken cancellation
    )
    {
        var outcomes = new ConcurrentBag<Outcome>();
        var done = 0;
        try
        {
            Parallel.ForEach(
                files,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = _options.Parallelism,
                    CancellationToken = cancellation,
                },
                file =>
                {
                    var outcome = ReadOne(file, ledger.Find(file), cancellation);
                    if (outcome.WasRead)
                    {
                        ledger.Append(outcome.Entry);
                    }

                    outcomes.Add(outcome);
                    progress?.Report(
                        new RunProgress("reading", Interlocked.Increment(ref done), files.Count)
                    );
                }
            );
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions is [var first, ..])
        {
            // Workers that fail together fail for one reason: a full disk.
            ExceptionDispatchInfo.Throw(first);
        }

        return [.. outcomes.OrderBy(o => o.Entry.File, StringComparer.Ordinal)];
    }

    private Outcome ReadOne(string file, LedgerEntry? known, CancellationToken cancellation)
    {
        var (length, written) = StampOf(file);
        if (Known(file, known, (length, written)) is { } entry)
        {
            return new Outcome(entry, WasRead: false);
        }

        switch (extractor.Extract(file, cancellation))
        {
            case ReportReading.Read read:
                var record = read.Record;
                _extracts.WriteCompact(ExtractName(file, record.Document.Sha256), record);
                return new Outcome(
                    new LedgerEntry(
                        file,
                        record.Document.Sha256,
                        length,
                        written,
                        reader,
                        record.Id,
                        null,
                        null
                    ),
                    WasRead: true
                );
            case ReportReading.NotRead aside:
                return new Outcome(
                    new LedgerEntry(
                        file,
                        HashOf(file) ?? "",
                        length,
                        written,
                        reader,
                        null,
                        aside.SetAside.Cause,
                        aside.SetAside.Message
                    ),
                    WasRead: known is null || known.RecordId is not null || known.Reader != reader
                );
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // The entry as it stands now, or null where the document must be read.
    private LedgerEntry? Known(string file, LedgerEntry? known, (long Length, long Written) stamp)
    {
        if (
            known is null or { Cause: SetAsideCause.Unreadable }
            || (known.Cause is { } cause && _options.Retry?.Contains(cause) == true)
            || known.Reader != reader
            || !IsKnown(known)
            || known.Length != stamp.Length
        )
        {
            return null;
        }

        // As git does: same length and time is the same content; where only the time differs the bytes decide.
        return known.Written == stamp.Written || HashOf(file) == known.Sha256
            ? known with
            {
                Written = stamp.Written,
                IsGone = false,
            }
            : null;
    }

    private bool IsKnown(LedgerEntry entry) =>
        entry.RecordId is null
        || File.Exists(
            Path.Combine(data.Documents, ExtractName(entry.File, entry.Sha256) + ".json")
        );

    // Everything that is derived is there, and the last run came to its end with the same labels and corrections.
    private bool IsWhole(Ledger ledger) =>
        LastRun() is { } last
        && last.Labels == _options.Labeller?.Model
        && last.Corrections == _options.Corrections?.Fingerprint
        && File.Exists(data.Store)
        && File.Exists(data.Ledger)
        && ledger.Entries.All(e => e.RecordId is null || e.Reader == reader);

    private ReportRecord Finish(ReportRecord record) =>
        _options.Corrections is { } corrections ? corrections.Apply(record, _options.Labeller)
        : _options.Labeller is { } labeller ? labeller.Label(record)
        : record;

    private RunSummary? LastRun() => LastRun(data);

    private static RunSummary? LastRun(DataFolder data)
    {
        try
        {
            using var stream = File.OpenRead(data.Run);
            return JsonSerializer.Deserialize(stream, RunJson.Default.RunSummary);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    private int WriteRecords(
        Ledger ledger,
        IReadOnlyList<string> inbox,
        CancellationToken cancellation
    )
    {
        var written = 0;
        var names = new HashSet<string>(StringComparer.Ordinal);
        var isOtherReading = LastRun()?.Reader != reader;
        // A document that was renamed counts under its new name.
        var there = ledger
            .Entries.Where(e => !e.IsGone)
            .Select(e => e.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var group in ledger
                .Entries.Where(e => e.RecordId is not null)
                .Where(e => !e.IsGone || !there.Contains(e.Sha256))
                .GroupBy(e => e.RecordId!, StringComparer.Ordinal)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            var extracted = group
                .Select(e => ExtractOf(e, cancellation))
                .OfType<ReportRecord>()
                .Select(r => DocumentNames.Relative(r, inbox))
                .ToList();
            foreach (var reconciled in RecordReconciler.Reconcile(extracted))
            {
                var record = Finish(reconciled);
                names.Add(record.Id);
                written += _records.Write(
                    record.Id,
                    record,
                    before => _history.Announce(ChangeOf(before, record, isOtherReading))
                )
                    ? 1
                    : 0;
            }
        }

        foreach (var old in _records.Names().Where(n => !names.Contains(n)))
        {
            _history.Announce(new ReportChange(old, ReportChangeKind.Removed, []));
            _records.Remove(old);
        }

        var kept = ledger
            .Entries.Where(e => e.RecordId is not null)
            .Select(e => ExtractName(e.File, e.Sha256))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var old in _extracts.Names().Where(n => !kept.Contains(n)))
        {
            _extracts.Remove(old);
        }

        return written;
    }

    private static ReportChange ChangeOf(
        ReportRecord? before,
        ReportRecord record,
        bool isOtherReading
    ) =>
        before is null
            ? new ReportChange(record.Id, ReportChangeKind.New, [])
            : new ReportChange(
                record.Id,
                ReportChangeKind.Changed,
                RecordDiff.Of(before, record, isOtherReading)
            );

    // What was read of a document; where that file is damaged the document is read anew.
    private ReportRecord? ExtractOf(LedgerEntry entry, CancellationToken cancellation)
    {
        var name = ExtractName(entry.File, entry.Sha256);
        try
        {
            return _extracts.Find(name);
        }
        catch (DatasetException)
        {
            if (
                extractor.Extract(entry.File, cancellation)
                    is ReportReading.Read { Record: var record }
                && record.Document.Sha256 == entry.Sha256
            )
            {
                _extracts.WriteCompact(name, record);
                return record;
            }

            throw;
        }
    }

    private static LedgerBalance Balance(List<Outcome> outcomes)
    {
        var aside = outcomes.Count(o => o.Entry.Cause is not null);
        var extracted = outcomes.Count(o => o.Entry.Cause is null && o.WasRead);
        return new LedgerBalance(
            outcomes.Count,
            extracted,
            outcomes.Count - aside - extracted,
            aside
        );
    }

    // One name a document: its content, and its path, for the record names the path.
    private static string ExtractName(string file, string sha256) =>
        $"{sha256[..16]}-{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file)))[..8]}";

    private static (long Length, long Written) StampOf(string file)
    {
        try
        {
            var info = new FileInfo(file);
            return (info.Length, info.LastWriteTimeUtc.Ticks);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (-1, -1);
        }
    }

    // A file that is too large to be read is known by its length and time alone.
    private static readonly long MostHashedBytes = new DocumentOptions().MaxFileBytes;

    private static string? HashOf(string file)
    {
        try
        {
            using var stream = RegularFile.Open(file);
            return stream.Length > MostHashedBytes
                ? null
                : RegularFile.Sha256(stream, stream.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Outcome(LedgerEntry Entry, bool WasRead);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class RunJson : JsonSerializerContext;
