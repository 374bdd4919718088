using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>A sub-question of a known evaluation, as the prediction would have seen it, beside what the lists named.</summary>
/// <param name="Evaluation">Which evaluation.</param>
/// <param name="Profile">How much of its points was shown: all that is known, or area scores only.</param>
/// <param name="Question">Which sub-question.</param>
/// <param name="Values">Its features.</param>
/// <param name="Outcome">Whether it was named.</param>
/// <param name="Doubt">Whether that is in doubt.</param>
internal sealed record TrainingRow(
    KnownEvaluation Evaluation,
    ProfileKind Profile,
    Question Question,
    double[] Values,
    bool Outcome,
    bool Doubt
)
{
    /// <summary>
    /// The rows of all evaluations whose lists are known. Each is compared with evaluations of other municipalities only, so that no row knows its own
    /// outcome; and each stands there twice, once with its sub-questions' points and once without, so that both kinds of profile are learned.
    /// </summary>
    public static IReadOnlyList<TrainingRow> Of(
        KnownEvaluations known,
        Edition edition,
        FindingKind kind,
        CancellationToken cancellation = default
    )
    {
        var rows = new List<TrainingRow>();
        foreach (var evaluation in Labelled(known, edition))
        {
            cancellation.ThrowIfCancellationRequested();
            var reference = ReferenceFor(known, evaluation, edition);
            rows.AddRange(Of(evaluation, reference, known.ReportBefore(evaluation.Profile), kind));
        }

        return rows;
    }

    /// <summary>The rows of one evaluation against a reference, with the municipality's report before it.</summary>
    public static IEnumerable<TrainingRow> Of(
        KnownEvaluation evaluation,
        Reference reference,
        KnownEvaluation? before,
        FindingKind kind
    )
    {
        var whole = evaluation.Profile;
        var areasOnly = whole.WithoutQuestions();
        foreach (var area in whole.Edition.Areas)
        {
            foreach (
                var question in area.Questions.Where(q =>
                    evaluation.Names(q.Code, kind) is not null
                )
            )
            {
                var outcome = evaluation.Outcomes[question.Code];
                if (whole.Kind == ProfileKind.Questions)
                {
                    yield return Row(whole, ProfileKind.Questions, area, question, outcome);
                }

                if (!areasOnly.IsEmpty)
                {
                    yield return Row(areasOnly, ProfileKind.Areas, area, question, outcome);
                }
            }
        }

        TrainingRow Row(
            ScoreProfile profile,
            ProfileKind shown,
            Area area,
            Question question,
            QuestionOutcome outcome
        ) =>
            new(
                evaluation,
                shown,
                question,
                QuestionFeatures.Of(profile, area, question, reference, before, kind),
                outcome.Is(kind)!.Value,
                outcome.Doubt
            );
    }

    /// <summary>Evaluations of real municipalities on the edition's scale whose lists are known, by id.</summary>
    public static IEnumerable<KnownEvaluation> Labelled(KnownEvaluations known, Edition edition) =>
        Usable(known, edition).Where(e => e.Outcomes.Count > 0);

    /// <summary>
    /// Those of them that are reports. Edited drafts are learned from, but nothing is measured on them and nothing counted by them: their lists began as the
    /// model's own.
    /// </summary>
    public static IEnumerable<KnownEvaluation> Reports(KnownEvaluations known, Edition edition) =>
        Labelled(known, edition).Where(e => !e.IsFeedback);

    /// <summary>What an evaluation is compared with: those of other municipalities.</summary>
    public static Reference ReferenceFor(
        KnownEvaluations known,
        KnownEvaluation evaluation,
        Edition edition
    ) => Reference.Of([.. Usable(known.Without(evaluation.Municipality), edition)], edition);

    /// <summary>Evaluations of real municipalities on the edition's scale.</summary>
    public static IEnumerable<KnownEvaluation> Usable(KnownEvaluations known, Edition edition) =>
        known.All.Where(e =>
            e.Municipality.Code is not null
            && RecordProfile.IsComparable(edition, e.Profile.Edition.Id)
        );
}
