using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Writes fresh suggestions for the newest report of each municipality, one JSON file each, as part of a run.</summary>
/// <param name="knowledge">Editions, municipalities, themes.</param>
/// <param name="model">Predicts.</param>
/// <param name="data">The dataset.</param>
public sealed class SuggestionRun(Knowledge knowledge, ImprovementModel model, DataFolder data)
    : IDerivation
{
    private const string Name = "suggestions";

    // Which model and sentences the files were made with; without it they are made anew.
    private string Stamp => Path.Combine(data.Suggestions, ".basis");

    /// <inheritdoc/>
    public DerivationSummary Derive(bool recordsChanged, CancellationToken cancellation)
    {
        var basis = $"{model.Id}-{knowledge.SuggestionFingerprint}";
        if (!recordsChanged && File.Exists(Stamp) && File.ReadAllText(Stamp) == basis)
        {
            return new DerivationSummary(Name, basis, 0, Files().Count, 0, []);
        }

        var source = new SuggestionSource(knowledge, data);
        var suggester = new Suggester(knowledge, model, source.Known);
        var (written, unchanged) = (0, 0);
        var skipped = new List<string>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in Newest(source.Records))
        {
            cancellation.ThrowIfCancellationRequested();
            var profile = source.ProfileOf(record);
            if (profile is null)
            {
                skipped.Add(record.Id);
                continue;
            }

            var file = Path.Combine(data.Suggestions, record.Id + ".json");
            kept.Add(file);
            var text = DraftJson.WriteLine(suggester.Suggest(profile, null, cancellation));
            var isNew = AtomicFile.WriteTextIfChanged(file, text);
            (written, unchanged) = isNew ? (written + 1, unchanged) : (written, unchanged + 1);
        }

        var others = Files().Where(f => !kept.Contains(f)).ToList();
        others.ForEach(AtomicFile.Delete);
        AtomicFile.WriteText(Stamp, basis);
        return new DerivationSummary(Name, basis, written, unchanged, others.Count, skipped);
    }

    private List<string> Files() =>
        Directory.Exists(data.Suggestions)
            ? [.. Directory.GetFiles(data.Suggestions, "*.json")]
            : [];

    private static IEnumerable<ReportRecord> Newest(IEnumerable<ReportRecord> records) =>
        records
            .GroupBy(r => r.Municipality.Code ?? r.Municipality.Name, StringComparer.Ordinal)
            .Select(g =>
                g.OrderBy(r => r.Year ?? 0).ThenBy(r => r.Id, StringComparer.Ordinal).Last()
            )
            .OrderBy(r => r.Id, StringComparer.Ordinal);
}
