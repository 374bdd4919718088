using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Evaluations;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements;

/// <summary>What a run did about suggestions.</summary>
/// <param name="Written">Files that were written anew.</param>
/// <param name="Unchanged">Files that were right already.</param>
/// <param name="Removed">Files of reports that are no longer a municipality's newest, or are gone.</param>
/// <param name="Skipped">Newest reports without points to start from, by id.</param>
public sealed record SuggestionSummary(
    int Written,
    int Unchanged,
    int Removed,
    IReadOnlyList<string> Skipped
);

/// <summary>Writes fresh suggestions for the newest report of each municipality, one JSON file each.</summary>
/// <param name="knowledge">Editions, municipalities, themes.</param>
/// <param name="model">Predicts.</param>
/// <param name="data">The dataset.</param>
public sealed class SuggestionRun(Knowledge knowledge, ImprovementModel model, DataFolder data)
{
    /// <summary>Runs. A file that is right already is left as it is.</summary>
    /// <exception cref="DatasetException">A record is damaged.</exception>
    public SuggestionSummary Run(CancellationToken cancellation = default)
    {
        var records = new RecordStore(data.Records).All().ToList();
        var known = KnownEvaluations.Of(
            knowledge,
            QuestionOutcome.ReadAll(KnownEvaluations.OutcomesFile(knowledge)),
            records
        );
        var suggester = new Suggester(knowledge, model, known);
        var (written, unchanged) = (0, 0);
        var skipped = new List<string>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in Newest(records))
        {
            cancellation.ThrowIfCancellationRequested();
            var profile = RecordProfile.Of(record, knowledge, records);
            if (profile is null || !RecordProfile.IsComparable(profile.Edition, model.EditionId))
            {
                skipped.Add(record.Id);
                continue;
            }

            var file = FileOf(data, record.Id);
            kept.Add(file);
            var text = DraftJson.Write(suggester.Suggest(profile, null, cancellation));
            var isNew = AtomicFile.WriteTextIfChanged(file, text);
            (written, unchanged) = isNew ? (written + 1, unchanged) : (written, unchanged + 1);
        }

        return new SuggestionSummary(written, unchanged, RemoveOthers(kept), skipped);
    }

    /// <summary>The file of a report's suggestions.</summary>
    public static string FileOf(DataFolder data, string id)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Path.Combine(data.Suggestions, id + ".json");
    }

    private static IEnumerable<ReportRecord> Newest(IEnumerable<ReportRecord> records) =>
        records
            .GroupBy(r => r.Municipality.Code ?? r.Municipality.Name, StringComparer.Ordinal)
            .Select(g =>
                g.OrderBy(r => r.Year ?? 0).ThenBy(r => r.Id, StringComparer.Ordinal).Last()
            )
            .OrderBy(r => r.Id, StringComparer.Ordinal);

    private int RemoveOthers(HashSet<string> kept)
    {
        if (!Directory.Exists(data.Suggestions))
        {
            return 0;
        }

        var others = Directory
            .GetFiles(data.Suggestions, "*.json")
            .Where(f => !kept.Contains(f))
            .ToList();
        others.ForEach(File.Delete);
        return others.Count;
    }
}
