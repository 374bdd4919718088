using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>
/// The main job: every document under the inbox becomes part of the dataset. Only what is new or changed is read, on all processors; what was read of a
/// document is kept beside the records, so that a run killed at any moment loses nothing: the next one goes on.
/// </summary>
public sealed class NightlyRun(
    Extractor extractor,
    string reader,
    DataFolder data,
    TimeProvider clock,
    NightlyOptions? options = null
)
{
    private readonly NightlyOptions _options = options ?? NightlyOptions.Default;
    private readonly DocumentReadings _readings = new(
        extractor,
        reader,
        data,
        options ?? NightlyOptions.Default
    );
    private readonly RunHistory _history = new(data);
    private readonly RecordStore _records = new(data.Records);
    private MetFindings _met = new();

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
        Apart(inbox);
        using var held = data.Lock();
        using var shards = data.LockShards();
        try
        {
            AtomicFile.RemoveLeftovers(data.Root, data.Fetched);
            _met = MetFindings.Read(data);
            return RunAlone(Whole(inbox), progress, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{data.Root}: the dataset could not be written: {e.Message}; what was there is untouched, and the next run goes on from here",
                e
            );
        }
    }

    private RunSummary RunAlone(
        IReadOnlyList<string> inbox,
        IProgress<RunProgress>? progress,
        CancellationToken cancellation
    )
    {
        var started = clock.GetUtcNow();
        var watch = clock.GetTimestamp();
        var ledger = Ledger.Read(data);
        ledger.LetGo(_options.Withdrawn ?? []);
        var resumed = ledger.IsChanged;
        var last = RunSummary.Last(data);
        var listing = Inbox.List(inbox);
        List<Outcome> outcomes =
        [
            .. Named(_readings.ReadAll(listing.Files, ledger, progress, cancellation), inbox),
            .. listing.NotFollowed.Select(NotFollowed),
        ];
        IReadOnlyList<string> said = Emptied(inbox, listing, ledger);
        var documents = DocumentChanges.Take(
            ledger,
            [.. outcomes.Select(o => o.Entry)],
            _options.Withdrawn ?? []
        );
        foreach (var outcome in outcomes)
        {
            ledger.Set(outcome.Entry);
        }

        var changed =
            resumed
            || outcomes.Any(o => o.WasRead || HasOtherName(o.Entry, ledger))
            || !IsWhole(last)
            || documents.Any(d => IsOtherName(d, last!.Inbox, inbox));
        var written = 0;
        if (changed)
        {
            // Whatever stops the run from here on, the next one makes all records.
            ledger.Begin();
            progress?.Report(new RunProgress("building the store", 0, 0));
            var maker = Build(
                ledger,
                inbox,
                lastInbox: !resumed && IsMadeAlike(last) ? last!.Inbox : null,
                DateOnly.FromDateTime(started.UtcDateTime),
                cancellation
            );
            written = maker.Written;
            said = [.. said, .. maker.TakenBack()];
        }

        if (_options.WithCsv || CsvFolder.IsIn(data))
        {
            CsvFolder.Write(data, changed, cancellation);
        }

        var seconds = Math.Round(clock.GetElapsedTime(watch).TotalSeconds, 2);
        var summary = Summary(started, seconds, inbox, outcomes, documents, said, written);
        if (changed || !File.Exists(data.Quality) || !IsTold(last, summary))
        {
            QualityReport.Write(data, summary, ledger.Gone);
        }

        End(ledger, summary, documents);
        return summary;
    }

    private void End(Ledger ledger, RunSummary summary, IReadOnlyList<DocumentChange> documents)
    {
        // The journal goes only now: a run that dies before is done again, with all that is derived.
        ledger.Write();
        _met.Write(data);
        _history.Write(summary, documents);
        // Written last: it says that all the rest is whole.
        AtomicFile.Write(
            data.Run,
            stream => JsonSerializer.Serialize(stream, summary, RunJson.Default.RunSummary)
        );
    }

    private RecordMaker Build(
        Ledger ledger,
        IReadOnlyList<string> inbox,
        IReadOnlyList<string>? lastInbox,
        DateOnly date,
        CancellationToken cancellation
    )
    {
        var maker = new RecordMaker(_readings, _records, _history, _options, _met, inbox);
        DatasetBuild.Of(
            data,
            build => maker.Make(build, ledger, lastInbox, cancellation),
            extractor.Knowledge,
            date,
            cancellation
        );
        maker.RemoveOthers();
        _readings.KeepOnly(ledger.Entries);
        FeedbackExport.WriteIfAny(data);
        return maker;
    }

    private RunSummary Summary(
        DateTimeOffset started,
        double seconds,
        IReadOnlyList<string> inbox,
        List<Outcome> outcomes,
        IReadOnlyList<DocumentChange> documents,
        IReadOnlyList<string> said,
        int written
    ) =>
        new(
            started,
            seconds,
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
            [.. said, .. _options.Corrections?.Problems(_records, _met) ?? []],
            [
                .. documents.Where(d =>
                    d.Kind
                        is DocumentChangeKind.Gone
                            or DocumentChangeKind.Renamed
                            or DocumentChangeKind.Overwritten
                            or DocumentChangeKind.Withdrawn
                ),
            ],
            RecordMaker.Version
        );

    /// <summary>What a run would read, in order of path. Nothing is written.</summary>
    /// <exception cref="DatasetException">An inbox path is not there.</exception>
    public IReadOnlyList<PlannedDocument> Plan(IReadOnlyList<string> inbox)
    {
        var ledger = Ledger.Read(data);
        var listing = Inbox.List(Whole(inbox));
        var names = listing
            .Files.Concat(listing.NotFollowed.Select(s => s.File))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. listing
                .Files.Select(f => Planned(f, ledger))
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

    private PlannedDocument Planned(string file, Ledger ledger) =>
        _readings.Known(file, ledger) is not { } entry
            ? new PlannedDocument(
                file,
                "read",
                ledger.Find(file) is not { } known ? "new"
                    : known.Reader != reader ? "the extraction is another"
                    : known.Cause is { } cause ? $"was set aside ({cause})"
                    : "changed"
            )
        : entry.Cause is null ? new PlannedDocument(file, "unchanged", null)
        : new PlannedDocument(file, "set aside", entry.Message);

    /// <summary>Where the last run looked, or nothing where there was none.</summary>
    public static IReadOnlyList<string> LastInbox(DataFolder data) =>
        RunSummary.Last(data)?.Inbox ?? [];

    /// <summary>The fingerprint of the corrections that the last run applied, or null.</summary>
    public static string? LastCorrections(DataFolder data) => RunSummary.Last(data)?.Corrections;

    /// <summary>What the dataset has of a report, or of a document, in order of path; as gone also what was taken away since the last run.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="name">Id of the report, or path of the document.</param>
    public static IReadOnlyList<LedgerEntry> DocumentsOf(DataFolder data, string name)
    {
        var file = Path.GetFullPath(name);
        return
        [
            .. from entry in Ledger.Read(data).Entries.SelectMany(e => e.Used)
            where entry.RecordId == name || entry.File == file
            select entry with
            {
                IsGone = entry.IsGone || !File.Exists(entry.File),
            },
        ];
    }

    /// <summary>What was set aside by the runs until now, in order of path.</summary>
    public static IReadOnlyList<SetAside> SetAside(DataFolder data)
    {
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
        Apart(inbox);
        using var held = data.Lock(shard);
        // A merge takes the folder first and asks for the shards then, a shard the other way about: one of them sees the other.
        data.Lock().Dispose();
        try
        {
            var ledger = Ledger.Read(data, shard);
            var files = Inbox
                .List(Whole(inbox))
                .Files.Where(f => shard.Takes(_readings.ContentOf(f, ledger.Find(f))))
                .ToList();
            return Balance(_readings.ReadAll(files, ledger, progress, cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{data.Root}: what shard {shard.Number} of {shard.Of} read could not be written: {e.Message}; run it again, it goes on from here",
                e
            );
        }
    }

    // A share that is not mounted is an empty folder. Said on the night it happens: who empties the inbox on purpose has read it then.
    private static List<string> Emptied(
        IReadOnlyList<string> inbox,
        InboxListing listing,
        Ledger ledger
    ) =>
        [
            .. from folder in inbox
            where !listing.Files.Any(f => IsBelow(folder, f))
            let known = ledger.Entries.Count(e =>
                e is { IsGone: false, Sha256.Length: > 0 } && IsBelow(folder, e.File)
            )
            where known > 0
            select $"{folder}: holds no document, where the last run knew {known}: is it the right folder, and mounted? what was read of them stays",
        ];

    // A dataset that lies in its own inbox would read itself.
    private void Apart(IEnumerable<string> inbox)
    {
        var root = Path.GetFullPath(data.Root);
        if (
            Whole(inbox)
                .FirstOrDefault(i => IsBelow(i, root) || i.TrimEnd('/') == root.TrimEnd('/')) is
            { } folder
        )
        {
            throw new DatasetException(
                $"{data.Root}: the dataset's folder lies in the inbox {folder} and would be read as documents; name another folder with --data, or another inbox"
            );
        }
    }

    private static bool IsBelow(string folder, string file) =>
        file.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

    // The next run may be started in another folder.
    private static IReadOnlyList<string> Whole(IEnumerable<string> inbox) =>
        [.. inbox.Select(Path.GetFullPath)];

    private Outcome NotFollowed(SetAside aside) =>
        new(
            new LedgerEntry(aside.File, "", -1, 0, reader, null, aside.Cause, aside.Message),
            WasRead: false
        );

    // Everything that is derived is there, and the last run came to its end with the same reading, labels and corrections.
    private bool IsWhole(RunSummary? last) =>
        last is not null
        && last.Reader == reader
        && IsMadeAlike(last)
        && LastBuild.HasLeftStore(data)
        && File.Exists(data.Ledger)
        && new VersionStore(data).IsAsLeft(ReferenceRows.Of(extractor.Knowledge), _records);

    // Whether QUALITY.md, as the last run left it, tells what this one found.
    private static bool IsTold(RunSummary? last, RunSummary now) =>
        last is not null
        && last.Ledger == now.Ledger
        && last.SetAside.SequenceEqual(now.SetAside)
        && (last.Problems ?? []).SequenceEqual(now.Problems ?? [], StringComparer.Ordinal)
        && now.Documents is not { Count: > 0 };

    // Whether the last run made the same records of the same readings.
    private bool IsMadeAlike(RunSummary? last) =>
        last is not null
        && last.Maker == RecordMaker.Version
        && last.Labels == _options.Labeller?.Model
        && last.Corrections == _options.Corrections?.Fingerprint;

    private static IEnumerable<Outcome> Named(
        IEnumerable<Outcome> outcomes,
        IReadOnlyList<string> inbox
    ) =>
        outcomes.Select(o =>
            o with
            {
                Entry = o.Entry with { Name = DocumentNames.Relative(o.Entry.File, inbox) },
            }
        );

    // The inbox is another folder above or below the one that was.
    private static bool HasOtherName(LedgerEntry entry, Ledger ledger) =>
        ledger.FindWritten(entry.File) is { Name: { } name } && name != entry.Name;

    // Whether a record names a document that was known by its content otherwise than the last run did.
    private static bool IsOtherName(
        DocumentChange document,
        IReadOnlyList<string> lastInbox,
        IReadOnlyList<string> inbox
    ) =>
        document.Kind is DocumentChangeKind.New or DocumentChangeKind.Back
        || (
            document.NewName is { } name
            && DocumentNames.Relative(document.File, lastInbox)
                != DocumentNames.Relative(name, inbox)
        );

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
}
