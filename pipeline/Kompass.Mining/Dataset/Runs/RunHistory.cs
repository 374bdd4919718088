namespace Kompass.Mining.Dataset.Runs;

/// <summary>
/// Every run of a dataset, one file each under <c>runs/</c>. While a run goes on, what it changes is appended to a journal before it is written, so that a run
/// that dies leaves it to the next one to be told.
/// </summary>
public sealed partial class RunHistory(DataFolder data)
{
    [GeneratedRegex("^[0-9]{8}T[0-9]{6}Z(?:-[0-9]{6})?$")]
    private static partial Regex RunId();

    private const string Format = "yyyyMMdd'T'HHmmss'Z'";

    private readonly Lock _gate = new();

    private string Journal => Path.Combine(data.Runs, "changes.journal");

    /// <summary>The ids of all runs, the oldest first.</summary>
    public IReadOnlyList<string> Ids() =>
        Directory.Exists(data.Runs)
            ?
            [
                .. Directory
                    .EnumerateFiles(data.Runs, "*.json")
                    .Select(f => Path.GetFileNameWithoutExtension(f)!)
                    .Where(i => RunId().IsMatch(i))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>A run, or null where there is none of this id.</summary>
    /// <exception cref="DatasetException">Its file is damaged.</exception>
    public PastRun? Find(string id)
    {
        var file = FileOf(id);
        if (!Ids().Contains(id, StringComparer.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), HistoryJson.Default.PastRun);
        }
        catch (JsonException e)
        {
            throw new DatasetException($"{file}: is no run: {e.Message}; it may be deleted", e);
        }
    }

    /// <summary>Runs after this one, the oldest first; all where it is null.</summary>
    public IEnumerable<PastRun> After(string? id) =>
        Ids()
            .Where(i => id is null || string.CompareOrdinal(i, id) > 0)
            .Select(i => Find(i))
            .OfType<PastRun>();

    /// <summary>Notes what is about to change; from any thread.</summary>
    internal void Announce(ReportChange change)
    {
        var line = JsonSerializer.Serialize(change, HistoryJson.Default.ReportChange) + "\n";
        lock (_gate)
        {
            Directory.CreateDirectory(data.Runs);
            FileOperation.Begin("append", Journal);
            File.AppendAllText(Journal, line);
        }
    }

    /// <summary>Writes a run that has ended, with all that was announced since the last one.</summary>
    internal void Write(RunSummary summary, IReadOnlyList<DocumentChange> documents)
    {
        var id = FreeId(summary.Started.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
        var run = new PastRun(id, summary, new RunChanges(documents, Announced()));
        AtomicFile.Write(
            FileOf(id),
            stream => JsonSerializer.Serialize(stream, run, HistoryJson.Default.PastRun)
        );
        AtomicFile.Delete(Journal);
    }

    // Where a run died after it announced, the same, or what came on top of it, is announced again.
    private List<ReportChange> Announced()
    {
        var changes = new SortedDictionary<string, ReportChange>(StringComparer.Ordinal);
        foreach (var line in File.Exists(Journal) ? File.ReadLines(Journal) : [])
        {
            try
            {
                if (
                    JsonSerializer.Deserialize(line, HistoryJson.Default.ReportChange) is
                    { Id: not null, Values: not null } change
                )
                {
                    changes[change.Id] = changes.TryGetValue(change.Id, out var before)
                        ? Together(before, change)
                        : change;
                }
            }
            catch (JsonException)
            {
                // The line that was being written when the run died.
            }
        }

        return [.. changes.Values];
    }

    private static ReportChange Together(ReportChange first, ReportChange second)
    {
        if (first.Kind != ReportChangeKind.Changed || second.Kind != ReportChangeKind.Changed)
        {
            return first.Kind == ReportChangeKind.New && second.Kind == ReportChangeKind.Changed
                ? first
                : second;
        }

        var values = second.Values.ToDictionary(v => v.Path, StringComparer.Ordinal);
        foreach (var value in first.Values)
        {
            values[value.Path] = values.TryGetValue(value.Path, out var later)
                ? later with
                {
                    Old = value.Old,
                }
                : value;
        }

        return second with
        {
            Values = [.. values.Values.OrderBy(v => v.Path, StringComparer.Ordinal)],
        };
    }

    // Two runs within a second, or a clock that went back: the later run comes after the last one all the same.
    private string FreeId(string id)
    {
        if (Ids() is not [.., var last] || string.CompareOrdinal(id, last) > 0)
        {
            return id;
        }

        var (second, count) = last.Split('-') is [var s, var c]
            ? (s, int.Parse(c, CultureInfo.InvariantCulture))
            : (last, 1);
        return $"{second}-{(count + 1).ToString("000000", CultureInfo.InvariantCulture)}";
    }

    private string FileOf(string id) => Path.Combine(data.Runs, id + ".json");
}
