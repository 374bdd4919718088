using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>What suggestions are made from on this machine, and what a model learns from: the known evaluations, and the profiles among them. Read once.</summary>
public sealed class SuggestionSource
{
    private readonly Knowledge _knowledge;
    private readonly IReadOnlyList<ReportRecord> _records;
    private readonly Lazy<KnownEvaluations> _learned;

    /// <param name="knowledge">Editions, municipalities, catalogue, outcomes.</param>
    /// <param name="data">The dataset, which need not exist.</param>
    /// <exception cref="CorpusException">The file of outcomes is wrong.</exception>
    /// <exception cref="DatasetException">A record is damaged.</exception>
    public SuggestionSource(Knowledge knowledge, DataFolder data)
    {
        _knowledge = knowledge;
        _records = [.. new RecordStore(data.Records).All()];
        var printed = QuestionOutcome.ReadAll(KnownEvaluations.OutcomesFile(knowledge));
        Known = KnownEvaluations.Of(knowledge, printed, _records);
        var reports = Known
            .All.Where(e => e.Outcomes.Count > 0)
            .Select(e => e.Profile.Id)
            .ToHashSet(StringComparer.Ordinal);
        var feedback = File.Exists(data.FeedbackOutcomes)
            ? QuestionOutcome.ReadAll(data.FeedbackOutcomes)
            : [];
        Drafts =
        [
            .. feedback
                .GroupBy(o => o.Report, StringComparer.Ordinal)
                .Select(g => new FeedbackUse(
                    g.Key,
                    g.Count(),
                    g.Count(o => o.Achieved is null),
                    reports.Contains(g.Key)
                )),
        ];
        // What a printed report says goes before what became of its draft.
        _learned = new(() =>
            KnownEvaluations.Of(
                knowledge,
                [.. printed, .. feedback.Where(o => !reports.Contains(o.Report))],
                _records
            )
        );
    }

    /// <summary>All known evaluations: reports and published figures. No edited draft is one, for its points and lists are those of nobody's report.</summary>
    public KnownEvaluations Known { get; }

    /// <summary>What a model learns from: the same, and what the edited drafts of other evaluations tell.</summary>
    public KnownEvaluations Learned => _learned.Value;

    /// <summary>The edited drafts of the dataset, and what is learned from them.</summary>
    public IReadOnlyList<FeedbackUse> Drafts { get; }

    /// <summary>The records of the dataset, by id.</summary>
    public IReadOnlyList<ReportRecord> Records => _records;

    /// <summary>The profile of a report of the dataset, or null where there is none of this id, or it holds no points of a known edition.</summary>
    public ScoreProfile? FindReport(string id) =>
        _records.FirstOrDefault(r => r.Id == id) is { } record ? ProfileOf(record) : null;

    /// <summary>
    /// The newest profile of a municipality, or that of a year: from a record of the dataset, else from published figures. Null where there is none.
    /// </summary>
    public ScoreProfile? FindMunicipality(Municipality municipality, int? year) =>
        Newest(e => e.Municipality.Code == municipality.Code, year);

    /// <summary>The same of one that is none of the 290, by the name that the dataset's reports give it.</summary>
    public ScoreProfile? FindMunicipality(string name, int? year) =>
        Newest(e => RecordProfile.IsSame(e.Municipality, new MunicipalityName(null, name)), year);

    private ScoreProfile? Newest(Func<KnownEvaluation, bool> isIts, int? year) =>
        Known
            .All.Where(isIts)
            .Where(e => year is null || e.Year == year)
            .OrderByDescending(e => e.Year)
            .ThenBy(e => e.Profile.Id, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Profile;

    /// <summary>The profile of a record, or null.</summary>
    public ScoreProfile? ProfileOf(ReportRecord record) =>
        RecordProfile.Of(record, _knowledge, _records);
}

/// <summary>What is learned from an edited draft.</summary>
/// <param name="Draft">Its id.</param>
/// <param name="Rows">Sub-questions of which it tells something for sure.</param>
/// <param name="WithoutPoints">How many of them have no points: they teach nothing but what area scores tell.</param>
/// <param name="HasReport">Whether the report of the same evaluation is known, so that the draft is passed over.</param>
public sealed record FeedbackUse(string Draft, int Rows, int WithoutPoints, bool HasReport)
{
    /// <summary>The same in English.</summary>
    public override string ToString() =>
        Invariant(
            $"feedback on {Draft}: {(HasReport ? $"{Rows} rows passed over, its printed report is known" : WithoutPoints == 0 ? $"{Rows} rows" : $"{Rows} rows, {WithoutPoints} of them without points, which teach what area scores tell and nothing else")}"
        );
}
