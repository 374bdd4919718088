using System.Collections.ObjectModel;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>
/// All evaluations that are known, each once: the catalogue's published scores, the outcomes carried over from reports, earlier figures that records quote,
/// and the records of this machine. Where two sources tell of one evaluation, points come from the record before the carried-over outcomes before
/// the catalogue, and what the lists name from labels by hand before those of the classifier.
/// </summary>
public sealed class KnownEvaluations
{
    private readonly Lazy<IReadOnlyList<(KnownEvaluation First, KnownEvaluation Next)>> _pairs;

    private KnownEvaluations(IReadOnlyList<KnownEvaluation> all)
    {
        All = all;
        _pairs = new(() =>
            [
                .. all.Where(e => e.Year is not null)
                    .GroupBy(
                        e => e.Municipality.Code ?? e.Municipality.Name,
                        StringComparer.Ordinal
                    )
                    .Select(g => g.OrderBy(e => e.Year).ToList())
                    .SelectMany(g => g.Zip(g.Skip(1)))
                    .Where(p =>
                        RecordProfile.IsComparable(
                            p.First.Profile.Edition,
                            p.Second.Profile.Edition.Id
                        )
                    ),
            ]
        );
    }

    /// <summary>All, by id.</summary>
    public IReadOnlyList<KnownEvaluation> All { get; }

    /// <summary>Evaluations of one municipality that follow one another on the same scale.</summary>
    internal IReadOnlyList<(KnownEvaluation First, KnownEvaluation Next)> Pairs => _pairs.Value;

    /// <summary>The file of outcomes that the product carries.</summary>
    public static string OutcomesFile(Knowledge knowledge) =>
        Path.Combine(knowledge.Folder, "improvements", "outcomes.csv");

    /// <summary>Gathers.</summary>
    /// <param name="knowledge">Catalogue and editions.</param>
    /// <param name="outcomes">Outcomes of reports.</param>
    /// <param name="records">Records of this machine.</param>
    public static KnownEvaluations Of(
        Knowledge knowledge,
        IReadOnlyList<QuestionOutcome> outcomes,
        IEnumerable<ReportRecord> records
    )
    {
        var found = new SortedDictionary<string, KnownEvaluation>(StringComparer.Ordinal);
        foreach (var published in knowledge.Catalogue)
        {
            if (RecordProfile.Of(published, knowledge) is { } profile)
            {
                found[profile.Id] = new KnownEvaluation(
                    profile,
                    ReadOnlyDictionary<string, QuestionOutcome>.Empty,
                    null
                );
            }
        }

        foreach (var report in outcomes.GroupBy(o => o.Report, StringComparer.Ordinal))
        {
            AddOutcomes(found, knowledge, [.. report]);
        }

        var all = records.OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        foreach (var record in all)
        {
            AddRecord(found, knowledge, record, all);
        }

        foreach (var record in all)
        {
            AddQuoted(found, knowledge, record);
        }

        return new KnownEvaluations([.. found.Values]);
    }

    /// <summary>Those on the scale of an edition, of real municipalities only (or, for an invented one, of invented ones too).</summary>
    public IEnumerable<KnownEvaluation> ComparableWith(ScoreProfile profile) =>
        All.Where(e => IsComparable(e, profile));

    /// <summary>The latest report of the profile's municipality before it whose lists are known and whose scale is the same, or null where there is none.</summary>
    internal KnownEvaluation? ReportBefore(ScoreProfile profile) =>
        All.Where(e =>
                e.Year < profile.Year
                && e.Outcomes.Count > 0
                && !e.IsFeedback
                && RecordProfile.IsSame(e.Municipality, profile.Municipality)
                && RecordProfile.IsComparable(profile.Edition, e.Profile.Edition.Id)
            )
            .MaxBy(e => e.Year);

    /// <summary>What is known of the municipality's evaluations before a profile's, latest first: what the profile tells, and what else is known.</summary>
    internal IReadOnlyList<EarlierScores> EarlierThan(ScoreProfile profile) =>
        [
            .. profile
                .Previous.Concat(
                    from evaluation in All
                    where
                        evaluation.Year < profile.Year
                        && !evaluation.IsFeedback
                        && RecordProfile.IsSame(evaluation.Municipality, profile.Municipality)
                        && !profile.Previous.Any(p => p.Year == evaluation.Year)
                    select new EarlierScores(
                        evaluation.Year,
                        RecordProfile.IsComparable(profile.Edition, evaluation.Profile.Edition.Id),
                        evaluation.AreaScores,
                        evaluation.Profile.Questions,
                        evaluation.Profile.Total
                            ?? (
                                evaluation.AreaScores.Count
                                == evaluation.Profile.Edition.Areas.Count
                                    ? evaluation.AreaScores.Values.Sum()
                                    : null
                            )
                    )
                )
                .OrderByDescending(p => p.Year ?? 0),
        ];

    internal static bool IsComparable(KnownEvaluation evaluation, ScoreProfile profile) =>
        RecordProfile.IsComparable(profile.Edition, evaluation.Profile.Edition.Id)
        && (evaluation.Municipality.Code is not null || profile.Municipality.Code is null);

    /// <summary>All but those of one municipality.</summary>
    public KnownEvaluations Without(MunicipalityName municipality) =>
        new KnownEvaluations([
            .. All.Where(e => !RecordProfile.IsSame(e.Municipality, municipality)),
        ]);

    private static void AddOutcomes(
        SortedDictionary<string, KnownEvaluation> found,
        Knowledge knowledge,
        IReadOnlyList<QuestionOutcome> outcomes
    )
    {
        var first = outcomes[0];
        var edition = knowledge.FindEdition(first.Edition);
        if (
            edition is null
            || !edition.QuestionsKnown
            || knowledge.Municipalities.FindByCode(first.MunicipalityCode) is not { } municipality
        )
        {
            throw new CorpusException(
                first.Report,
                $"outcomes of edition {first.Edition} and municipality {first.MunicipalityCode} were found; an edition with known sub-questions and one of the 290 codes were expected"
            );
        }

        var points = new SortedDictionary<string, decimal>(
            outcomes
                .Where(o => o.Achieved is not null)
                .ToDictionary(o => o.Question, o => o.Achieved!.Value, StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        var known = found.GetValueOrDefault(first.Report)?.Profile;
        var profile = known is null
            ? new ScoreProfile(
                first.Report,
                "utfall av tidigare rapporter",
                MunicipalityName.Of(municipality),
                first.Year,
                edition,
                new SortedDictionary<int, decimal>(),
                points,
                null,
                null,
                []
            )
            : known with
            {
                Questions = points,
            };
        found[first.Report] = new KnownEvaluation(
            profile,
            outcomes.ToDictionary(o => o.Question, StringComparer.Ordinal),
            null
        );
    }

    private static void AddRecord(
        SortedDictionary<string, KnownEvaluation> found,
        Knowledge knowledge,
        ReportRecord record,
        IReadOnlyList<ReportRecord> all
    )
    {
        if (RecordProfile.Of(record, knowledge, all) is not { } profile)
        {
            return;
        }

        var known = found.GetValueOrDefault(record.Id);
        var outcomes = known is { Outcomes.Count: > 0 }
            ? known.Outcomes
            : RecordOutcomes.Of(record, profile);
        found[record.Id] = new KnownEvaluation(profile, outcomes, record);
    }

    private static void AddQuoted(
        SortedDictionary<string, KnownEvaluation> found,
        Knowledge knowledge,
        ReportRecord record
    )
    {
        if (knowledge.FindEdition(record.Edition) is not { QuestionsKnown: true } edition)
        {
            return;
        }

        foreach (
            var earlier in record.Previous.Where(p => p is { Year: not null, Comparable: true })
        )
        {
            var id = ReportId.Of(knowledge.Municipalities, record.Municipality, earlier.Year);
            if (earlier.Areas.Count > 0 && !found.ContainsKey(id))
            {
                found[id] = new KnownEvaluation(
                    new ScoreProfile(
                        id,
                        record.Id,
                        record.Municipality,
                        earlier.Year,
                        edition,
                        earlier.Areas,
                        ReadOnlyDictionary<string, decimal>.Empty,
                        earlier.Total,
                        null,
                        []
                    ),
                    ReadOnlyDictionary<string, QuestionOutcome>.Empty,
                    null
                );
            }
        }
    }
}
