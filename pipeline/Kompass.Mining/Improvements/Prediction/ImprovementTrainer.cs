using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>Learns which sub-questions reports name, and measures how well. The same evaluations give the same bytes.</summary>
/// <param name="edition">Areas and sub-questions.</param>
/// <param name="engine">Learns.</param>
public sealed class ImprovementTrainer(Edition edition, ILearningEngine engine)
{
    /// <summary>Measures by leaving out one municipality at a time, and learns from all.</summary>
    /// <param name="known">The evaluations.</param>
    /// <param name="cancellation">Stops between folds.</param>
    /// <returns>The model's file, its figures, and its card.</returns>
    /// <exception cref="InvalidOperationException">The lists of fewer than two municipalities are known.</exception>
    public (ModelFile Model, ImprovementMetrics Metrics, string Card) Train(
        KnownEvaluations known,
        CancellationToken cancellation = default
    )
    {
        var usable = TrainingRow.Usable(known, edition).ToList();
        var file = ImprovementModel.FileOf(
            edition.Id,
            engine,
            new ModelState(
                ImprovementModel.InstrumentOf(edition),
                [
                    .. usable
                        .Where(e => e.Outcomes.Count > 0 && !e.IsFeedback)
                        .Select(e => e.Profile.Id),
                ],
                Reference.Of(usable, edition),
                [
                    .. QuestionOutcome.Columns.Select(kind =>
                        TargetModel.Train(
                            TrainingRow.Of(known, edition, kind, cancellation),
                            kind,
                            engine,
                            cancellation
                        )
                    ),
                ],
                ListLength.Of(TrainingRow.Reports(known, edition)),
                Measure(known, cancellation)
            )
        );
        var model = ImprovementModel.Of(file, "model", edition);
        return (file, model.Metrics, ModelCard.Write(model, edition, known));
    }

    /// <summary>Measures only.</summary>
    /// <param name="known">The evaluations.</param>
    /// <param name="cancellation">Stops between folds.</param>
    /// <exception cref="InvalidOperationException">The lists of fewer than two municipalities are known.</exception>
    public ImprovementMetrics Measure(
        KnownEvaluations known,
        CancellationToken cancellation = default
    )
    {
        var municipalities = TrainingRow
            .Reports(known, edition)
            .Select(e => e.Municipality.Code)
            .Distinct(StringComparer.Ordinal)
            .Count();
        if (municipalities < 2)
        {
            throw new InvalidOperationException(
                $"the lists of {municipalities} municipalities are known; at least two are needed to learn and to measure"
            );
        }

        return new ImprovementMetrics(
            ImprovementModel.CodeVersion,
            HashOf(known),
            $"{engine.Name} {engine.Version}",
            CaseMeasurement.Resamples,
            Cases(known, withDoubt: true, cancellation),
            Cases(known, withDoubt: false, cancellation)
        );
    }

    private List<CaseMetrics> Cases(
        KnownEvaluations known,
        bool withDoubt,
        CancellationToken cancellation
    ) =>
        [
            .. from kind in QuestionOutcome.Columns
            from profile in Enum.GetValues<ProfileKind>()
            let measured = CaseMeasurement.Of(
                kind,
                profile,
                LeaveOneOut.Run(known, edition, kind, profile, withDoubt, engine, cancellation)
            )
            where measured is not null
            select measured,
        ];

    // Every figure and outcome that training sees, in a fixed order.
    private string HashOf(KnownEvaluations known)
    {
        var text = new StringBuilder(ImprovementModel.InstrumentOf(edition));
        foreach (var evaluation in TrainingRow.Usable(known, edition))
        {
            text.Append('\n').Append(evaluation.Profile.Id);
            foreach (var (area, score) in evaluation.Profile.Areas)
            {
                text.Append(Invariant($" {area}={score:0.####}"));
            }

            foreach (var (code, points) in evaluation.Profile.Questions)
            {
                text.Append(Invariant($" {code}={points:0.####}"));
            }

            foreach (
                var outcome in evaluation.Outcomes.Values.OrderBy(
                    o => o.Question,
                    StringComparer.Ordinal
                )
            )
            {
                text.Append(
                    Invariant(
                        $" {outcome.Question}:{outcome.Named}{outcome.Praised}{outcome.Doubt}"
                    )
                );
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[
            ..16
        ];
    }
}
