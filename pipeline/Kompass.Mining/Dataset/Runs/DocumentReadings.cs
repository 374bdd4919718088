using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>What came of a document in a run.</summary>
/// <param name="Entry">As the ledger holds it from now on.</param>
/// <param name="WasRead">Whether it was read now.</param>
internal sealed record Outcome(LedgerEntry Entry, bool WasRead);

/// <summary>The first half of a run: what was read of each document, one file each. Only what is new or changed is read, on all processors.</summary>
internal sealed class DocumentReadings(
    Extractor extractor,
    string reader,
    DataFolder data,
    NightlyOptions options
)
{
    private readonly RecordStore _readings = new(data.Documents);

    // What was written before the last run began cannot have been written again at the same time after that run had read it.
    private readonly long _settledBefore = RunSummary.Last(data) is { } last
        ? (last.Started - AtomicFile.CoarsestClock).UtcTicks
        : 0;

    /// <summary>Reads those that are not known, notes each in the ledger's journal, and tells what came of all, in order of path.</summary>
    public List<Outcome> ReadAll(
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
                    MaxDegreeOfParallelism = options.Parallelism,
                    CancellationToken = cancellation,
                },
                file =>
                {
                    var outcome = ReadOne(file, ledger, cancellation);
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

    private Outcome ReadOne(string file, Ledger ledger, CancellationToken cancellation)
    {
        var known = ledger.Find(file);
        var (length, written) = StampOf(file);
        if (Known(file, ledger, (length, written)) is { } entry)
        {
            return new Outcome(entry, WasRead: false);
        }

        var found = new LedgerEntry(file, "", length, written, reader, null, null, null);
        switch (extractor.Extract(file, cancellation))
        {
            case ReportReading.Read { Record: var record }:
                _readings.Write(NameOf(file, record.Document.Sha256), record);
                return new Outcome(
                    found with
                    {
                        Sha256 = record.Document.Sha256,
                        RecordId = record.Id,
                        Kept = Earlier(known, record),
                    },
                    WasRead: true
                );
            case ReportReading.NotRead { SetAside: var aside }:
                var kept = known?.Used.FirstOrDefault();
                return new Outcome(
                    found with
                    {
                        Sha256 = HashOf(file) ?? "",
                        Cause = aside.Cause,
                        Message = kept is null
                            ? aside.Message
                            : $"{aside.Message}; what was read of it before stays ({kept.RecordId})",
                        Kept = kept is null ? null : kept with { IsGone = true },
                    },
                    WasRead: known is null || known.RecordId is not null || known.Reader != reader
                );
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // What stays where a file holds another report now. Other content of the same report takes its place, and so does another reading of the same content.
    private static LedgerEntry? Earlier(LedgerEntry? known, ReportRecord record)
    {
        LedgerEntry? kept = null;
        foreach (var entry in known?.Used.Reverse() ?? [])
        {
            if (entry.RecordId != record.Id && entry.Sha256 != record.Document.Sha256)
            {
                kept = entry with { IsGone = true, Kept = kept };
            }
        }

        return kept;
    }

    /// <summary>The entry of a document as it stands now, or null where it must be read.</summary>
    public LedgerEntry? Known(string file, Ledger ledger) => Known(file, ledger, StampOf(file));

    private LedgerEntry? Known(string file, Ledger ledger, (long Length, long Written) stamp) =>
        ledger.Find(file) is { } known ? Known(file, known, stamp)
        : Moved(file, ledger) is { } moved && Known(file, moved, stamp) is { } entry
            ? entry with
            {
                File = file,
            }
        : null;

    // The same content under the same name in another place: an inbox that was moved, or is named by another path.
    private static LedgerEntry? Moved(string file, Ledger ledger) =>
        ledger.IsEmpty || HashOf(file) is not { } sha256
            ? null
            : ledger.OfContent(sha256).FirstOrDefault(e => NameOf(e) == NameOf(file, sha256));

    private LedgerEntry? Known(string file, LedgerEntry known, (long Length, long Written) stamp)
    {
        if (
            known.Cause == SetAsideCause.Unreadable
            || (known.Cause is { } cause && options.Retry?.Contains(cause) == true)
            || !IsKnown(known)
            || !IsAsReadNow(known)
            || known.Length != stamp.Length
        )
        {
            return null;
        }

        // As git does: where the time is another, or too near the last run to tell, the bytes decide.
        return IsSettled(known, stamp) || HashOf(file) == known.Sha256
            ? known with
            {
                Written = stamp.Written,
                IsGone = false,
                Reader = reader,
            }
            : null;
    }

    // Pages that a limit kept unread may be read within another.
    private bool IsAsReadNow(LedgerEntry known) =>
        known.Reader == reader || known.IsOf(reader) && IsWhole(known);

    private bool IsWhole(LedgerEntry known)
    {
        try
        {
            return _readings.Find(NameOf(known)) is { } read
                && !read.Notes.Any(n => n.Code == NoteCode.PageUnreadable);
        }
        catch (DatasetException)
        {
            // A damaged one is read anew.
            return false;
        }
    }

    // Same length and time is the same content.
    private bool IsSettled(LedgerEntry known, (long Length, long Written) stamp) =>
        (known.Length, known.Written) == stamp && stamp.Written < _settledBefore;

    private bool IsKnown(LedgerEntry entry) =>
        entry.RecordId is null || _readings.FileOf(NameOf(entry)) is not null;

    /// <summary>The hash of a file, or null where it cannot be read. Where the ledger knows it by length and time it is not read.</summary>
    public string? ContentOf(string file, LedgerEntry? known) =>
        known is { Sha256.Length: > 0 } && IsSettled(known, StampOf(file))
            ? known.Sha256
            : HashOf(file);

    /// <summary>What was read of a document; where that file is damaged the document is read anew.</summary>
    public ReportRecord? Find(LedgerEntry entry, CancellationToken cancellation)
    {
        var name = NameOf(entry);
        try
        {
            return _readings.Find(name) is { } read
                ? read with
                {
                    Document = read.Document with { File = entry.File },
                }
                : null;
        }
        catch (DatasetException)
        {
            if (
                extractor.Extract(entry.File, cancellation)
                    is ReportReading.Read { Record: var record }
                && record.Document.Sha256 == entry.Sha256
            )
            {
                _readings.Write(name, record);
                return record;
            }

            throw;
        }
    }

    /// <summary>Removes all but these.</summary>
    public void KeepOnly(IEnumerable<LedgerEntry> entries) =>
        _readings.KeepOnly(
            entries.SelectMany(e => e.Used).Select(NameOf).ToHashSet(StringComparer.Ordinal)
        );

    private static string NameOf(LedgerEntry entry) => NameOf(entry.File, entry.Sha256);

    // One name a document: its content, and the names of file and folder, of which a year may be read. Where the folder lies is nothing that reading knows.
    private static string NameOf(string file, string sha256)
    {
        var named = Path.Combine(
            Path.GetFileName(Path.GetDirectoryName(file)) ?? "",
            Path.GetFileName(file)
        );
        return $"{sha256[..16]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(named)))[..8]}";
    }

    private static (long Length, long Written) StampOf(string file)
    {
        try
        {
            var info = new FileInfo(file);
            // What a link leads to changes without it.
            info = info.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? info;
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
}
