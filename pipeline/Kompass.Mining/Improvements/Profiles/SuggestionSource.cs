using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>What suggestions are made from on this machine: the known evaluations, and the profiles among them. Read once.</summary>
public sealed class SuggestionSource
{
    private readonly Knowledge _knowledge;
    private readonly IReadOnlyList<ReportRecord> _records;

    /// <param name="knowledge">Editions, municipalities, catalogue, outcomes.</param>
    /// <param name="data">The dataset, which need not exist.</param>
    /// <exception cref="CorpusException">The file of outcomes is wrong.</exception>
    /// <exception cref="DatasetException">A record is damaged.</exception>
    public SuggestionSource(Knowledge knowledge, DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(data);
        _knowledge = knowledge;
        _records = [.. new RecordStore(data.Records).All()];
        var printed = QuestionOutcome.ReadAll(KnownEvaluations.OutcomesFile(knowledge));
        var reports = printed.Select(o => o.Report).ToHashSet(StringComparer.Ordinal);
        // What a printed report says goes before what became of its draft.
        var feedback = File.Exists(data.FeedbackOutcomes)
            ? QuestionOutcome.ReadAll(data.FeedbackOutcomes).Where(o => !reports.Contains(o.Report))
            : [];
        Known = KnownEvaluations.Of(knowledge, [.. printed, .. feedback], _records);
    }

    /// <summary>All known evaluations.</summary>
    public KnownEvaluations Known { get; }

    /// <summary>The records of the dataset, by id.</summary>
    public IReadOnlyList<ReportRecord> Records => _records;

    /// <summary>The profile of a report of the dataset, or null where there is none of this id, or it holds no points of a known edition.</summary>
    public ScoreProfile? FindReport(string id) =>
        _records.FirstOrDefault(r => r.Id == id) is { } record ? ProfileOf(record) : null;

    /// <summary>
    /// The newest profile of a municipality, or that of a year: from a record of the dataset, else from published figures. Null where there is none.
    /// </summary>
    public ScoreProfile? FindMunicipality(Municipality municipality, int? year)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        return Known
            .All.Where(e => e.Municipality.Code == municipality.Code)
            .Where(e => year is null || e.Year == year)
            .OrderByDescending(e => e.Year)
            .ThenBy(e => e.Profile.Id, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Profile;
    }

    /// <summary>The profile of a record, or null.</summary>
    public ScoreProfile? ProfileOf(ReportRecord record) =>
        RecordProfile.Of(record, _knowledge, _records);
}
