using System.Text.Json;
using System.Text.Json.Serialization;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Dataset;

/// <summary>What is known of a document: its content when it was read, and what came of it.</summary>
/// <param name="File">Its path, as it was given.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Written">When it was last written, in ticks (UTC).</param>
/// <param name="Reader">Version of the extraction, corpus included, that read it.</param>
/// <param name="RecordId">Id of its record, or null where it was set aside.</param>
/// <param name="Cause">Why it was set aside, or null.</param>
/// <param name="Message">The message of the cause.</param>
/// <param name="IsGone">Whether the file is there no longer; what was read from it stays.</param>
public sealed record LedgerEntry(
    string File,
    string Sha256,
    long Length,
    long Written,
    string Reader,
    string? RecordId,
    SetAsideCause? Cause,
    string? Message,
    bool IsGone = false
);

/// <summary>
/// Which documents the dataset knows, by path. While a run goes on, each outcome is also appended to a journal: a run that dies is taken up where it was.
/// </summary>
internal sealed class Ledger
{
    private readonly DataFolder _data;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);

    private Ledger(DataFolder data) => _data = data;

    public IEnumerable<LedgerEntry> Entries =>
        _entries.Values.OrderBy(e => e.File, StringComparer.Ordinal);

    private string Journal => _data.Ledger + ".journal";

    /// <summary>Whether an outcome was noted since the ledger was read, or stood in the journal of a run that died.</summary>
    public bool IsChanged { get; private set; }

    // A damaged ledger only costs time: every document is then read anew.
    public static Ledger Read(DataFolder data)
    {
        var ledger = new Ledger(data);
        if (File.Exists(data.Ledger))
        {
            try
            {
                foreach (
                    var entry in JsonSerializer.Deserialize(
                        File.ReadAllBytes(data.Ledger),
                        LedgerJson.Default.LedgerEntryArray
                    ) ?? []
                )
                {
                    ledger.Take(entry);
                }
            }
            catch (JsonException)
            {
                ledger._entries.Clear();
            }
        }

        if (File.Exists(ledger.Journal))
        {
            foreach (var line in File.ReadLines(ledger.Journal))
            {
                try
                {
                    ledger.Take(JsonSerializer.Deserialize(line, LedgerJson.Default.LedgerEntry));
                }
                catch (JsonException)
                {
                    // The line that was being written when the run died.
                }
            }

            ledger.IsChanged = true;
        }

        return ledger;
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
            _entries[entry.File] = entry;
        }
    }

    public LedgerEntry? Find(string file) => _entries.GetValueOrDefault(file);

    /// <summary>Appends an outcome to the journal; from any thread.</summary>
    public void Append(LedgerEntry entry)
    {
        var line = JsonSerializer.Serialize(entry, LedgerJson.Default.LedgerEntry) + "\n";
        lock (_gate)
        {
            FileOperation.Begin("append", Journal);
            File.AppendAllText(Journal, line);
        }
    }

    public void Set(LedgerEntry entry)
    {
        if (!_entries.TryGetValue(entry.File, out var known) || known != entry)
        {
            _entries[entry.File] = entry;
            IsChanged = true;
        }
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
            AtomicFile.Delete(Journal);
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
