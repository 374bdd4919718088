using Kompass.Mining.Evaluation;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>A report predicted by what was learned from other municipalities: for each way to predict its rows, in one order.</summary>
internal sealed record PredictedReport(
    string Report,
    string Municipality,
    IReadOnlyDictionary<string, Scored[]> Rows
)
{
    /// <summary>The same with as many rows drawn from its own, for every way to predict the same ones.</summary>
    public PredictedReport Drawn(Random random)
    {
        var count = Rows[PredictorMetrics.Model].Length;
        int[] rows = [.. Enumerable.Range(0, count).Select(_ => random.Next(count))];
        return this with
        {
            Rows = Rows.ToDictionary(
                p => p.Key,
                p => Array.ConvertAll(rows, r => p.Value[r]),
                StringComparer.Ordinal
            ),
        };
    }
}

/// <summary>
/// Predicts every known report by a model that learned nothing of its municipality, neither lists nor figures. What an earlier report of it named is known, as it is
/// to an evaluator.
/// </summary>
internal static class LeaveOneOut
{
    /// <summary>How trees are grown that stand beside the linear model.</summary>
    public static readonly TreeOptions Trees = new(Trees: 30, Leaves: 4);

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
                .Reports(known, edition)
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
            var trees = engine.TrainTrees(
                QuestionFeatures.Space,
                [.. rows.Select(r => new TreeExample(Single(r.Values), r.Outcome))],
                Trees,
                cancellation
            );
            var length = ListLength.Of(TrainingRow.Reports(others, edition));
            foreach (var evaluation in municipality)
            {
                var reference = TrainingRow.ReferenceFor(known, evaluation, edition);
                var own = TrainingRow
                    .Of(evaluation, reference, known.ReportBefore(evaluation.Profile), kind)
                    .Where(r => r.Profile == profile && (withDoubt || !r.Doubt))
                    .ToList();
                if (own.Count > 0)
                {
                    predicted.Add(Predict(model, trees, length, evaluation, own, profile));
                }
            }
        }

        return predicted;
    }

    private static PredictedReport Predict(
        TargetModel model,
        BoostedTrees trees,
        ListLength length,
        KnownEvaluation evaluation,
        List<TrainingRow> rows,
        ProfileKind profile
    )
    {
        var byPredictor = new Dictionary<string, Scored[]>(StringComparer.Ordinal)
        {
            [PredictorMetrics.Model] = Fitted(
                rows.ConvertAll(r => model.Probability(r.Values)),
                null
            ),
            [PredictorMetrics.Trees] = Fitted(
                rows.ConvertAll(r => trees.Predict(Single(r.Values))),
                null
            ),
        };
        foreach (var baseline in BaselineNames.All)
        {
            byPredictor[BaselineNames.IdOf(baseline)] = Fitted(
                rows.ConvertAll(r =>
                    model.Probability(baseline, profile, r.Values, r.Question.Max)
                ),
                r => BaselineNames.Score(baseline, model.Kind, r.Values, r.Question.Max)
            );
        }

        return new PredictedReport(
            evaluation.Profile.Id,
            evaluation.Municipality.Code!,
            byPredictor
        );

        // As the model itself does: improvement areas add up to a list as long as the level tells.
        Scored[] Fitted(List<double> probabilities, Func<TrainingRow, double>? score)
        {
            var fitted =
                model.Kind == FindingKind.Improvement
                    ? ListLength.Fit(probabilities, length.ShareAt(evaluation.Profile.Level))
                    : [.. probabilities];
            return
            [
                .. rows.Select(
                    (r, i) => new Scored(score?.Invoke(r) ?? probabilities[i], fitted[i], r.Outcome)
                ),
            ];
        }
    }

    private static float[] Single(double[] row) => Array.ConvertAll(row, v => (float)v);
}
