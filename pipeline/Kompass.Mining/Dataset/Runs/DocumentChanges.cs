using Kompass.Mining.Documents;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>What became of the documents that the ledger knew, and which are new.</summary>
internal static class DocumentChanges
{
    /// <summary>Compares what was known with what was found, and marks in the ledger what is gone or back. In order of path.</summary>
    /// <param name="ledger">As the last run left it.</param>
    /// <param name="found">What was found now.</param>
    /// <param name="withdrawn">What the dataset has let go of.</param>
    public static IReadOnlyList<DocumentChange> Take(
        Ledger ledger,
        IReadOnlyList<LedgerEntry> found,
        IEnumerable<LedgerEntry> withdrawn
    )
    {
        var changes = Lost(ledger, found);
        changes.AddRange(
            withdrawn.Select(w => new DocumentChange(w.File, DocumentChangeKind.Withdrawn))
        );
        var newNames = changes.Select(c => c.NewName).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in found)
        {
            DocumentChangeKind? kind = ledger.FindWritten(entry.File) switch
            {
                null => newNames.Contains(entry.File) ? null : DocumentChangeKind.New,
                { IsGone: true } => DocumentChangeKind.Back,
                var known when known.Sha256 != entry.Sha256 => IsKept(known, entry)
                    ? DocumentChangeKind.Overwritten
                    : DocumentChangeKind.Changed,
                _ => null,
            };
            if (kind is { } became)
            {
                changes.Add(new DocumentChange(entry.File, became));
            }
        }

        return [.. changes.OrderBy(c => c.File, StringComparer.Ordinal)];
    }

    private static bool IsKept(LedgerEntry known, LedgerEntry now) =>
        now is { RecordId: not null, Kept: { } kept } && kept.Sha256 == known.Sha256;

    // What was there and is no longer, under another name or gone.
    private static List<DocumentChange> Lost(Ledger ledger, IReadOnlyList<LedgerEntry> found)
    {
        var changes = new List<DocumentChange>();
        var names = found.Select(e => e.File).ToHashSet(StringComparer.Ordinal);
        var unlisted = found
            .Where(e => e.Cause == SetAsideCause.Unreadable && e.Sha256.Length == 0)
            .Select(e => e.File)
            .Where(Directory.Exists)
            .ToList();
        // A copy that was there before is not what another became.
        var byContent = found
            .Where(e =>
                e.Sha256.Length > 0
                && !(
                    ledger.FindWritten(e.File) is { IsGone: false } known
                    && known.Sha256 == e.Sha256
                )
            )
            .GroupBy(e => e.Sha256, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().File, StringComparer.Ordinal);
        foreach (
            var entry in ledger.Entries.Where(e => !names.Contains(e.File) && !e.IsGone).ToList()
        )
        {
            // What lies elsewhere and was only not named this time is not gone, nor is what lies in a folder that cannot be listed.
            if (Directory.Exists(entry.File))
            {
                // A folder that was set aside and is in order again.
                ledger.Set(entry with { IsGone = true });
            }
            else if (
                !File.Exists(entry.File)
                && !unlisted.Exists(f => entry.File.StartsWith(f + "/", StringComparison.Ordinal))
            )
            {
                var renamed = byContent.GetValueOrDefault(entry.Sha256);
                changes.Add(
                    new DocumentChange(
                        entry.File,
                        renamed is null ? DocumentChangeKind.Gone : DocumentChangeKind.Renamed,
                        renamed
                    )
                );
                ledger.Set(entry with { IsGone = true });
            }
        }

        return changes;
    }
}
