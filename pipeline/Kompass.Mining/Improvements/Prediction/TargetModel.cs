using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>What is learned for one column: the model, and the baselines turned into probabilities.</summary>
/// <param name="Kind">For which column.</param>
/// <param name="Scaling">How rows are put on one scale.</param>
/// <param name="Model">The model, on scaled rows.</param>
/// <param name="Calibrations">One a baseline and kind of profile.</param>
internal sealed record TargetModel(
    FindingKind Kind,
    FeatureScaling Scaling,
    LogisticModel Model,
    IReadOnlyList<BaselineCalibration> Calibrations
)
{
    /// <summary>Learns from rows; the same rows give the same model.</summary>
    public static TargetModel Train(
        IReadOnlyList<TrainingRow> rows,
        FindingKind kind,
        ILearningEngine engine,
        CancellationToken cancellation
    )
    {
        var scaling = FeatureScaling.Of(
            [.. rows.Select(r => r.Values)],
            QuestionFeatures.IsPrimary
        );
        var shown = rows.CountBy(r => (r.Evaluation.Profile.Id, r.Question.Code)).ToDictionary();
        var examples = rows.Select(r => new Example(
                scaling.Apply(r.Values),
                r.Outcome ? 1 : 0,
                1.0 / shown[(r.Evaluation.Profile.Id, r.Question.Code)]
            ))
            .ToList();
        var model = engine.TrainBinary(
            QuestionFeatures.Space,
            examples,
            new LearningOptions(L2: FeatureScaling.PrimaryPenalty),
            cancellation
        );
        return new TargetModel(
            kind,
            scaling,
            model,
            [
                .. from profile in Enum.GetValues<ProfileKind>()
                from baseline in BaselineNames.All
                select Calibrate(rows, baseline, profile, kind, engine, cancellation),
            ]
        );
    }

    /// <summary>The model's probability for a row.</summary>
    public double Probability(double[] row) => Model.Predict(Scaling.Apply(row));

    /// <summary>The probability that a baseline's score stands for.</summary>
    public double Probability(Baseline baseline, ProfileKind profile, double[] row, int max) =>
        Calibrations
            .First(c => c.Baseline == baseline && c.Profile == profile)
            .Probability(BaselineNames.Score(baseline, Kind, row, max));

    private static BaselineCalibration Calibrate(
        IReadOnlyList<TrainingRow> rows,
        Baseline baseline,
        ProfileKind profile,
        FindingKind kind,
        ILearningEngine engine,
        CancellationToken cancellation
    )
    {
        // The base rate is a probability already, and its score the log-odds of it.
        if (baseline == Baseline.BaseRate)
        {
            return new BaselineCalibration(baseline, profile, 1, 0);
        }

        var own = rows.Where(r => r.Profile == profile).ToList();
        if (own.Count == 0)
        {
            return new BaselineCalibration(baseline, profile, 0, 0);
        }

        var scores = own.ConvertAll(r =>
            BaselineNames.Score(baseline, kind, r.Values, r.Question.Max)
        );
        var scaling = FeatureScaling.Of([.. scores.Select(s => new[] { s })], _ => true);
        var space = new FeatureSpace(["score"]);
        var fitted = engine.TrainBinary(
            space,
            [.. own.Select((r, i) => new Example(scaling.Apply([scores[i]]), r.Outcome ? 1 : 0))],
            new LearningOptions(L2: FeatureScaling.PrimaryPenalty),
            cancellation
        );
        var centre = LogOdds(fitted.Predict(FeatureVector.Dense(0)));
        var slope = (LogOdds(fitted.Predict(FeatureVector.Dense(1))) - centre) * scaling.Scales[0];
        return slope > 0
            ? new BaselineCalibration(baseline, profile, slope, centre - (slope * scaling.Means[0]))
            : new BaselineCalibration(baseline, profile, 0, centre);
    }

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));
}
