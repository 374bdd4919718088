using Kompass.Mining.Documents;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>What is known of a document: its content when it was read, and what came of it.</summary>
/// <param name="File">Its whole path.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Written">When it was last written, in ticks (UTC).</param>
/// <param name="Reader">Version of the extraction, corpus included, that read it.</param>
/// <param name="RecordId">Id of its record, or null where it was set aside.</param>
/// <param name="Cause">Why it was set aside, or null.</param>
/// <param name="Message">The message of the cause.</param>
/// <param name="IsGone">Whether the file is there no longer; what was read from it stays.</param>
/// <param name="Kept">What was read of this file before, where it cannot be read any more or holds another report: that stays, with what stayed then. As gone, for that content is.</param>
/// <param name="Name">Its name from the inbox on, of the last run whose inbox it lay in; null where an earlier version of this program knew it only.</param>
public sealed record LedgerEntry(
    string File,
    string Sha256,
    long Length,
    long Written,
    string Reader,
    string? RecordId,
    SetAsideCause? Cause,
    string? Message,
    bool IsGone = false,
    LedgerEntry? Kept = null,
    string? Name = null
)
{
    /// <summary>What the dataset has of the file: itself, and what stays of it, the latest first; empty where nothing was ever read.</summary>
    internal IEnumerable<LedgerEntry> Used
    {
        get
        {
            for (var entry = this; entry is not null; entry = entry.Kept)
            {
                if (entry.RecordId is not null)
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>Whether this reader would find the same. Limits, behind the <c>+</c>, part only what they set aside: what was read within them is read within others, too.</summary>
    internal bool IsOf(string reader) =>
        Cause is null ? WithoutLimits(Reader) == WithoutLimits(reader) : Reader == reader;

    private static string WithoutLimits(string reader) => reader.Split('+')[0];
}

/// <summary>
/// Which documents the dataset knows, by path. While a run goes on, each outcome is also appended to a journal: a run that dies is taken up where it was.
/// </summary>
internal sealed class Ledger
{
    private readonly DataFolder _data;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);

    private readonly Lazy<ILookup<string, LedgerEntry>> _byContent;

    private Ledger(DataFolder data, string journal)
    {
        (_data, _journal) = (data, journal);
        _byContent = new(() => Entries.ToLookup(e => e.Sha256, StringComparer.Ordinal));
    }

    public IEnumerable<LedgerEntry> Entries =>
        _entries.Values.OrderBy(e => e.File, StringComparer.Ordinal);

    private readonly string _journal;
    private Dictionary<string, LedgerEntry> _written = new(StringComparer.Ordinal);

    /// <summary>What the last run that came to its end knew of a file: not what one that died, or a shard, has read since.</summary>
    public LedgerEntry? FindWritten(string file) => _written.GetValueOrDefault(file);

    /// <summary>The documents of each report, both by id and path. One that was renamed counts under its new name.</summary>
    public SortedDictionary<string, IReadOnlyList<LedgerEntry>> Reports => ReportsOf(_entries);

    /// <summary>As the last run that came to its end knew them.</summary>
    public SortedDictionary<string, IReadOnlyList<LedgerEntry>> WrittenReports =>
        ReportsOf(_written);

    private static SortedDictionary<string, IReadOnlyList<LedgerEntry>> ReportsOf(
        Dictionary<string, LedgerEntry> entries
    )
    {
        var used = entries.Values.SelectMany(e => e.Used).ToList();
        var there = used.Where(e => !e.IsGone)
            .Select(e => e.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        return new(
            used.Where(e => !e.IsGone || !there.Contains(e.Sha256))
                // When a file was written, and what it held before, is nothing that its record tells.
                .Select(e => e with { Written = 0, Kept = null })
                .GroupBy(e => e.RecordId!, StringComparer.Ordinal)
                .ToDictionary(
                    g => g.Key,
                    IReadOnlyList<LedgerEntry> (g) =>
                        [.. g.OrderBy(e => e.File, StringComparer.Ordinal)],
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );
    }

    /// <summary>What was read of content that is there no longer, in order of path.</summary>
    public IReadOnlyList<LedgerEntry> Gone
    {
        get
        {
            var used = Entries.SelectMany(e => e.Used).ToList();
            var there = used.Where(e => !e.IsGone)
                .Select(e => e.Sha256)
                .ToHashSet(StringComparer.Ordinal);
            return [.. used.Where(e => e.IsGone && !there.Contains(e.Sha256))];
        }
    }

    /// <summary>Whether an outcome was noted since the ledger was read, or stood in the journal of a run that died.</summary>
    public bool IsChanged { get; private set; }

    // A damaged ledger only costs time: every document is then read anew.
    public static Ledger Read(DataFolder data)
    {
        var ledger = new Ledger(data, data.Ledger + ".journal");
        ledger.TakeWritten();
        ledger._written = new(ledger._entries, StringComparer.Ordinal);
        foreach (var journal in ledger.Journals())
        {
            ledger.TakeJournal(journal);
        }

        return ledger;
    }

    /// <summary>What a shard knows: what the last run or merge knew, and what it read itself since. It notes into a journal of its own.</summary>
    public static Ledger Read(DataFolder data, Shard shard)
    {
        Directory.CreateDirectory(data.Shards);
        var ledger = new Ledger(data, Path.Combine(data.Shards, shard.Name + JournalEnding));
        ledger.TakeWritten();
        ledger.TakeJournal(ledger._journal);
        return ledger;
    }

    private const string JournalEnding = ".journal";

    // That of a run that died, and those of shards, in order.
    private IEnumerable<string> Journals() =>
        Directory.Exists(_data.Shards)
            ? Directory
                .GetFiles(_data.Shards, "*" + JournalEnding)
                .Order(StringComparer.Ordinal)
                .Append(_journal)
            : [_journal];

    private void TakeWritten()
    {
        if (!File.Exists(_data.Ledger))
        {
            return;
        }

        try
        {
            foreach (
                var entry in JsonSerializer.Deserialize(
                    File.ReadAllBytes(_data.Ledger),
                    LedgerJson.Default.LedgerEntryArray
                ) ?? []
            )
            {
                Take(entry);
            }
        }
        catch (JsonException)
        {
            _entries.Clear();
        }
    }

    private void TakeJournal(string journal)
    {
        if (!File.Exists(journal))
        {
            return;
        }

        foreach (var line in File.ReadLines(journal))
        {
            try
            {
                Take(JsonSerializer.Deserialize(line, LedgerJson.Default.LedgerEntry));
            }
            catch (JsonException)
            {
                // The line that was being written when the run died.
            }
        }

        IsChanged = true;
    }

    // An entry that lacks a part is none.
    private void Take(LedgerEntry? entry)
    {
        if (
            entry is { File.Length: > 0, Reader: not null, Sha256: not null }
            && (
                entry is { RecordId: not null, Cause: null, Sha256.Length: 64 }
                || entry is { RecordId: null, Cause: not null, Message: not null }
            )
        )
        {
            // Earlier versions kept paths as they were given.
            var file = Path.GetFullPath(entry.File);
            _entries[file] = entry with { File = file };
        }
    }

    public LedgerEntry? Find(string file) => _entries.GetValueOrDefault(file);

    /// <summary>The documents of this content, in order of path, as they were known when first asked; from any thread.</summary>
    /// <param name="sha256">Hash of a file's bytes.</param>
    public IEnumerable<LedgerEntry> OfContent(string sha256) => _byContent.Value[sha256];

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Appends an outcome to the journal; from any thread.</summary>
    public void Append(LedgerEntry entry)
    {
        // The line feed stands in front: half a line that a killed run left must not swallow the next.
        var line = "\n" + JsonSerializer.Serialize(entry, LedgerJson.Default.LedgerEntry);
        lock (_gate)
        {
            FileOperation.Begin("append", _journal);
            File.AppendAllText(_journal, line);
        }
    }

    /// <summary>Leaves a trace, until the ledger is written, that what is derived is being made.</summary>
    public void Begin()
    {
        FileOperation.Begin("append", _journal);
        File.AppendAllText(_journal, "\n");
        IsChanged = true;
    }

    public void Set(LedgerEntry entry)
    {
        if (!_entries.TryGetValue(entry.File, out var known) || known != entry)
        {
            _entries[entry.File] = entry;
            IsChanged = true;
        }
    }

    /// <summary>Forgets what was read of these files when they had that content. What else is known of the files stays.</summary>
    public void LetGo(IReadOnlyCollection<LedgerEntry> withdrawn)
    {
        var files = withdrawn.Select(w => w.File).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in Entries.Where(e => files.Contains(e.File)).ToList())
        {
            if (Left(entry) is { } left)
            {
                // Why a document was set aside also says what stays of it: that is found again.
                Set(left.Cause is null ? left : left with { Reader = "" });
            }
            else
            {
                _entries.Remove(entry.File);
                IsChanged = true;
            }
        }

        LedgerEntry? Left(LedgerEntry? entry) =>
            entry is null ? null
            : withdrawn.Any(w => (w.File, w.Sha256) == (entry.File, entry.Sha256))
                ? Left(entry.Kept)
            : entry with { Kept = Left(entry.Kept) };
    }

    public void Write()
    {
        if (IsChanged)
        {
            AtomicFile.Write(
                _data.Ledger,
                stream =>
                    JsonSerializer.Serialize(
                        stream,
                        Entries.ToArray(),
                        LedgerJson.Default.LedgerEntryArray
                    )
            );
            foreach (var journal in Journals().Where(File.Exists))
            {
                AtomicFile.Delete(journal);
            }

            IsChanged = false;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault
)]
[JsonSerializable(typeof(LedgerEntry[]))]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class LedgerJson : JsonSerializerContext;
