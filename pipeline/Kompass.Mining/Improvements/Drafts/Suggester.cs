using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>What is proposed of all that is ranked, and what else goes into the draft.</summary>
/// <param name="LeastProbability">Sub-questions at least so likely are proposed, 0 to 1.</param>
/// <param name="First">And the first so many improvement areas in any case.</param>
/// <param name="Peers">With whom the points are compared; null for the evaluations that the model was trained with.</param>
/// <param name="Notes">What the municipality's own papers say.</param>
public sealed record SuggestionOptions(
    double LeastProbability = 0.5,
    int First = 0,
    PeerChoice? Peers = null,
    IReadOnlyList<NoteEvidence>? Notes = null
);

/// <summary>
/// From a profile to a draft: ranks the sub-questions, says why, and gathers evidence. Holds no state between profiles; the same profile, model and known
/// evaluations give the same draft.
/// </summary>
/// <param name="knowledge">Editions, municipalities, themes.</param>
/// <param name="model">Predicts.</param>
/// <param name="known">Evaluations for evidence.</param>
public sealed class Suggester(Knowledge knowledge, ImprovementModel model, KnownEvaluations known)
{
    private const int MostNearest = 5;

    private readonly SuggestionSentences _sentences = SuggestionSentences.Read(knowledge);

    /// <summary>Makes the draft for a profile. Where the edition's sub-questions are not known or its scale is not the model's, whole areas are suggested.</summary>
    /// <param name="profile">The points.</param>
    /// <param name="options">What is proposed.</param>
    /// <param name="cancellation">Stops between areas.</param>
    public ImprovementDraft Suggest(
        ScoreProfile profile,
        SuggestionOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        options ??= new SuggestionOptions();
        var isRanked =
            profile.Edition.QuestionsKnown
            && RecordProfile.IsComparable(profile.Edition, model.EditionId);
        var near = NearestProfiles.Of(profile, known);
        var before = known.ReportBefore(profile);
        var ranked = QuestionOutcome.Columns.ToDictionary(
            k => k,
            k => isRanked ? model.Rank(profile, before, k) : []
        );
        var areas = isRanked
            ? AreasOf(
                profile,
                ranked,
                new EvidenceFinder(profile, known, near),
                options,
                cancellation
            )
            : AreaSuggestions.Of(profile);
        var method = new DraftMethodWriter(model, profile, isRanked);
        return new ImprovementDraft(
            ImprovementDraft.CurrentSchema,
            profile.Id,
            profile.Municipality,
            profile.Year,
            profile.Edition.Id,
            method.Basis(),
            DraftProfileWriter.Of(
                profile with
                {
                    Previous = known.EarlierThan(profile),
                },
                Peers(profile, options),
                knowledge,
                options.Peers?.Name ?? PeerChoice.Comparable
            ),
            areas,
            [.. near.Take(MostNearest).Select(n => n.Profile)],
            method.Method(),
            Ranking(ranked),
            FollowUp.Of(profile, known),
            options.Notes ?? []
        );
    }

    // As in training, evaluations of real municipalities, so that an exercise is compared with those too.
    private List<KnownEvaluation> Peers(ScoreProfile profile, SuggestionOptions options) =>
        [
            .. options.Peers?.Evaluations
                ?? TrainingRow
                    .Usable(known.Without(profile.Municipality), profile.Edition)
                    .Where(e => !e.IsFeedback),
        ];

    private static List<RankedQuestion> Ranking(
        Dictionary<FindingKind, IReadOnlyList<QuestionPrediction>> ranked
    )
    {
        var strengths = ranked[FindingKind.Strength]
            .ToDictionary(p => p.Question.Code, p => p.Probability, StringComparer.Ordinal);
        return
        [
            .. ranked[FindingKind.Improvement]
                .Select(
                    (p, i) =>
                        new RankedQuestion(
                            i + 1,
                            p.Question.Code,
                            Round(p.Probability),
                            Round(strengths[p.Question.Code])
                        )
                ),
        ];
    }

    private List<DraftArea> AreasOf(
        ScoreProfile profile,
        Dictionary<FindingKind, IReadOnlyList<QuestionPrediction>> ranked,
        EvidenceFinder evidence,
        SuggestionOptions options,
        CancellationToken cancellation
    )
    {
        var areas = new List<DraftArea>();
        foreach (var area in profile.Edition.Areas)
        {
            cancellation.ThrowIfCancellationRequested();
            var proposed = Proposed(profile, area, ranked, options);
            var likely = ranked[FindingKind.Improvement].Where(p => p.Area == area).ToList();
            areas.Add(
                new DraftArea(
                    area.Number,
                    area.Name,
                    profile.Areas.TryGetValue(area.Number, out var score) ? score : null,
                    profile.Edition.Scale.AreaMax,
                    Items(FindingKind.Strength),
                    Items(FindingKind.Improvement),
                    Round(1 - likely.Aggregate(1.0, (none, p) => none * (1 - p.Probability))),
                    Math.Round(likely.Sum(p => p.Probability), 2, MidpointRounding.AwayFromZero)
                )
            );

            List<DraftItem> Items(FindingKind kind)
            {
                var reasons = new Reasons(profile, model.Reference, kind);
                var baseline = model.BasisOf(profile.Kind, kind);
                return
                [
                    .. proposed[kind]
                        .Select(p =>
                            Item(
                                profile,
                                kind,
                                p,
                                reasons.Of(p.Prediction, baseline),
                                evidence.Of(area, p.Prediction.Question, kind)
                            )
                        ),
                ];
            }
        }

        return areas;
    }

    // The two sides of an area's table fit together: no sub-question stands on both, what is good is no improvement area, what has hardly begun no strength.
    private static Dictionary<FindingKind, List<Proposal>> Proposed(
        ScoreProfile profile,
        Area area,
        Dictionary<FindingKind, IReadOnlyList<QuestionPrediction>> ranked,
        SuggestionOptions options
    )
    {
        var strengths = Candidates(profile, area, FindingKind.Strength, ranked);
        // Reports name a strength in every area; the highest share of its points is the first guess where it is not low.
        var best = strengths
            .Where(p => profile.ShareOf(p.Prediction.Question) is not null && !p.IsLow)
            .Select(p => p.Prediction.Question)
            .MaxBy(profile.ShareOf);
        strengths.RemoveAll(p =>
            p.Probability < options.LeastProbability && p.Prediction.Question != best
        );
        var improvements = Candidates(profile, area, FindingKind.Improvement, ranked)
            .Where(p =>
                p.Rank <= options.First
                || !strengths.Exists(s => s.IsOn(p) && (s.IsGood || s.Prediction.Question == best))
            )
            // Every area has its list; its likeliest item is better than none.
            .Where(
                (p, place) =>
                    p.Probability >= options.LeastProbability
                    || p.Rank <= options.First
                    || place == 0
            )
            .ToList();
        var first = improvements.FirstOrDefault();
        improvements.RemoveAll(p =>
            p.Rank > options.First
            && p != first
            && strengths.Exists(s => s.IsOn(p) && s.Probability > p.Probability)
        );
        strengths.RemoveAll(s => improvements.Exists(p => p.IsOn(s)));
        return new()
        {
            [FindingKind.Strength] = strengths,
            [FindingKind.Improvement] = improvements,
        };
    }

    // The sub-questions of an area that may stand in a list, the likeliest first.
    private static List<Proposal> Candidates(
        ScoreProfile profile,
        Area area,
        FindingKind kind,
        Dictionary<FindingKind, IReadOnlyList<QuestionPrediction>> ranked
    ) =>
        [
            .. ranked[kind]
                .Select((p, i) => new Proposal(p, i + 1, LevelOf(profile, p, kind)))
                .Where(p =>
                    p.Prediction.Area == area
                    && (
                        kind == FindingKind.Strength
                            ? p.Level != PointLevel.None
                            : (profile.ShareOf(p.Prediction.Question) ?? profile.ShareOf(area))
                                < PointLevels.Full
                    )
                ),
        ];

    // Where a sub-question's own points are not known its area's do not tell what is in place: the wording that takes least for granted, which in a good area is
    // one that does not say that it is missing.
    private static PointLevel LevelOf(
        ScoreProfile profile,
        QuestionPrediction prediction,
        FindingKind kind
    ) =>
        profile.ShareOf(prediction.Question) is { } own ? PointLevels.Of(own)
        : !profile.Knows(prediction.Area) ? PointLevel.Begun
        : profile.ShareOf(prediction.Area) switch
        {
            var share when PointLevels.Of(share) == PointLevel.None => PointLevel.None,
            >= PointLevels.High when kind == FindingKind.Improvement => PointLevel.Uneven,
            _ => PointLevel.Begun,
        };

    private DraftItem Item(
        ScoreProfile profile,
        FindingKind kind,
        Proposal proposal,
        IReadOnlyList<string> reasons,
        DraftEvidence evidence
    )
    {
        var question = proposal.Prediction.Question;
        var probability = Round(proposal.Prediction.Probability);
        var sentence = _sentences.Of(question.Code, kind, proposal.Level);
        return new DraftItem(
            DraftItem.IdOf(profile.Id, kind, question.Code),
            kind,
            proposal.Rank,
            question.Code,
            question.Text,
            proposal.Level,
            sentence.Theme,
            knowledge.Themes.First(t => t.Code == sentence.Theme).Label,
            profile.PointsOn(question.Code),
            question.Max,
            probability,
            ProbabilityWords.Of(probability, profile, proposal.Prediction.Area, question),
            sentence.Text,
            reasons,
            evidence
        );
    }

    private static double Round(double probability) =>
        Math.Round(probability, 4, MidpointRounding.AwayFromZero);

    private readonly record struct Proposal(
        QuestionPrediction Prediction,
        int Rank,
        PointLevel Level
    )
    {
        public double Probability => Prediction.Probability;

        public bool IsGood => Level == PointLevel.Good;

        public bool IsLow => Level < PointLevel.Uneven;

        public bool IsOn(Proposal other) => Prediction.Question == other.Prediction.Question;
    }
}
