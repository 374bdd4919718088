using Kompass.Mining.Corpus;
using Kompass.Mining.Evaluation;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>A report predicted by what was learned from other municipalities: for each way to predict its rows, in one order.</summary>
/// <param name="Report">Its id.</param>
/// <param name="Municipality">Its municipality's code.</param>
/// <param name="Rows">Rows by way to predict.</param>
internal sealed record PredictedReport(
    string Report,
    string Municipality,
    IReadOnlyDictionary<string, Scored[]> Rows
);

/// <summary>Predicts every known report by a model that knows nothing of its municipality: neither its lists nor its figures.</summary>
internal static class LeaveOneOut
{
    /// <summary>All predictions for one column and kind of profile.</summary>
    public static IReadOnlyList<PredictedReport> Run(
        KnownEvaluations known,
        Edition edition,
        FindingKind kind,
        ProfileKind profile,
        bool withDoubt,
        ILearningEngine engine,
        CancellationToken cancellation
    )
    {
        var predicted = new List<PredictedReport>();
        foreach (
            var municipality in TrainingRow
                .Labelled(known, edition)
                .GroupBy(e => e.Municipality.Code!, StringComparer.Ordinal)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            var others = known.Without(municipality.First().Municipality);
            var rows = TrainingRow
                .Of(others, edition, kind, cancellation)
                .Where(r => withDoubt || !r.Doubt)
                .ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            var model = TargetModel.Train(rows, kind, engine, cancellation);
            foreach (var evaluation in municipality)
            {
                var reference = TrainingRow.ReferenceFor(known, evaluation, edition);
                var own = TrainingRow
                    .Of(evaluation, reference, kind)
                    .Where(r => r.Profile == profile && (withDoubt || !r.Doubt))
                    .ToList();
                if (own.Count > 0)
                {
                    predicted.Add(Predict(model, evaluation, own, profile));
                }
            }
        }

        return predicted;
    }

    private static PredictedReport Predict(
        TargetModel model,
        KnownEvaluation evaluation,
        List<TrainingRow> rows,
        ProfileKind profile
    )
    {
        var byPredictor = new Dictionary<string, Scored[]>(StringComparer.Ordinal)
        {
            [PredictorMetrics.Model] =
            [
                .. rows.Select(r =>
                {
                    var probability = model.Probability(r.Values);
                    return new Scored(probability, probability, r.Outcome);
                }),
            ],
        };
        foreach (var baseline in BaselineNames.All)
        {
            byPredictor[BaselineNames.IdOf(baseline)] =
            [
                .. rows.Select(r => new Scored(
                    BaselineNames.Score(baseline, model.Kind, r.Values, r.Question.Max),
                    model.Probability(baseline, profile, r.Values, r.Question.Max),
                    r.Outcome
                )),
            ];
        }

        return new PredictedReport(
            evaluation.Profile.Id,
            evaluation.Municipality.Code!,
            byPredictor
        );
    }
}
