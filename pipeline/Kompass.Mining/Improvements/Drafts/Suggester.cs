using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>What is proposed of all that is ranked.</summary>
/// <param name="LeastProbability">Sub-questions at least so likely are proposed, 0 to 1.</param>
/// <param name="First">And the first so many improvement areas in any case.</param>
public sealed record SuggestionOptions(double LeastProbability = 0.5, int First = 0);

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
    private readonly ThemeRollUp _themes = new(knowledge);

    /// <summary>Makes the draft for a profile.</summary>
    /// <param name="profile">On the scale of the model's edition.</param>
    /// <param name="options">What is proposed.</param>
    /// <param name="cancellation">Stops between areas.</param>
    /// <exception cref="ArgumentException">The profile's edition has another scale than the model's.</exception>
    public ImprovementDraft Suggest(
        ScoreProfile profile,
        SuggestionOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (!RecordProfile.IsComparable(profile.Edition, model.EditionId))
        {
            throw new ArgumentException(
                $"{profile.Source}: the model knows edition {model.EditionId}, and the profile's is {profile.Edition.Id} with another scale",
                nameof(profile)
            );
        }

        var near = NearestProfiles.Of(profile, known);
        var columns = QuestionOutcome.Columns.ToDictionary(k => k, k => Rank(profile, k));
        var evidence = new EvidenceFinder(profile, known, near);
        var areas = new List<DraftArea>();
        foreach (var area in profile.Edition.Areas)
        {
            cancellation.ThrowIfCancellationRequested();
            areas.Add(AreaOf(profile, area, columns, evidence, options ?? new SuggestionOptions()));
        }

        var improvements = columns[FindingKind.Improvement];
        var strengths = columns[FindingKind.Strength]
            .ToDictionary(p => p.Question.Code, p => p.Probability, StringComparer.Ordinal);
        var method = new DraftMethodWriter(model, profile);
        return new ImprovementDraft(
            ImprovementDraft.CurrentSchema,
            profile.Id,
            profile.Municipality,
            profile.Year,
            profile.Edition.Id,
            method.Basis(),
            DraftProfileWriter.Of(profile, model.Reference, knowledge),
            areas,
            _themes.Of(
                improvements.ToDictionary(
                    p => p.Question.Code,
                    p => p.Probability,
                    StringComparer.Ordinal
                )
            ),
            [.. near.Take(MostNearest).Select(n => n.Profile)],
            method.Method(),
            [
                .. improvements.Select(
                    (p, i) =>
                        new RankedQuestion(
                            i + 1,
                            p.Question.Code,
                            Round(p.Probability),
                            Round(strengths[p.Question.Code])
                        )
                ),
            ]
        );
    }

    private List<QuestionPrediction> Rank(ScoreProfile profile, FindingKind kind) =>
        [
            .. profile
                .Edition.Areas.SelectMany(a =>
                    a.Questions.Select(q => model.Predict(profile, a, q, kind))
                )
                .OrderByDescending(p => p.Score)
                .ThenBy(p => p.Question.Code, StringComparer.Ordinal),
        ];

    private DraftArea AreaOf(
        ScoreProfile profile,
        Area area,
        Dictionary<FindingKind, List<QuestionPrediction>> columns,
        EvidenceFinder evidence,
        SuggestionOptions options
    )
    {
        var likely = columns[FindingKind.Improvement].FindAll(p => p.Area == area);
        return new DraftArea(
            area.Number,
            area.Name,
            profile.Areas.TryGetValue(area.Number, out var score) ? score : null,
            profile.Edition.Scale.AreaMax,
            Items(FindingKind.Strength),
            Items(FindingKind.Improvement),
            ThemeRollUp.AtLeastOne(likely.Select(p => p.Probability)),
            Math.Round(likely.Sum(p => p.Probability), 2, MidpointRounding.AwayFromZero)
        );

        List<DraftItem> Items(FindingKind kind)
        {
            var baseline = model.BasisOf(profile.Kind, kind);
            var reasons = new Reasons(profile, model.Reference, kind);
            var first = kind == FindingKind.Improvement ? options.First : 0;
            return
            [
                .. columns[kind]
                    .Select((p, i) => (Prediction: p, Rank: i + 1))
                    .Where(p => p.Prediction.Area == area)
                    .Where(
                        (p, place) =>
                            p.Prediction.Probability >= options.LeastProbability
                            || p.Rank <= first
                            // Every area has its list; its likeliest item is better than none.
                            || (kind == FindingKind.Improvement && place == 0)
                    )
                    .Select(p =>
                        Item(profile, kind, p.Prediction, p.Rank, reasons, baseline, evidence)
                    ),
            ];
        }
    }

    private DraftItem Item(
        ScoreProfile profile,
        FindingKind kind,
        QuestionPrediction prediction,
        int rank,
        Reasons reasons,
        Baseline? baseline,
        EvidenceFinder evidence
    )
    {
        var question = prediction.Question;
        var sentence = _sentences.Of(question.Code, kind);
        return new DraftItem(
            $"{profile.Id}/{(kind == FindingKind.Improvement ? "improvement" : "strength")}/{question.Code}",
            kind,
            rank,
            question.Code,
            question.Text,
            sentence.Theme,
            knowledge.Themes.First(t => t.Code == sentence.Theme).Label,
            profile.Questions.TryGetValue(question.Code, out var points) ? points : null,
            question.Max,
            Round(prediction.Probability),
            ProbabilityWords.Of(Round(prediction.Probability)),
            sentence.Text,
            reasons.Of(prediction, baseline),
            evidence.Of(prediction.Area, question, kind)
        );
    }

    private static double Round(double probability) =>
        Math.Round(probability, 4, MidpointRounding.AwayFromZero);
}
