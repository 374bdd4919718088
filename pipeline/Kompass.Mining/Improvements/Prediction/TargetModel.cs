using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>What is learned for one column: logistic regression, and the baselines turned into probabilities.</summary>
/// <param name="Kind">For which column.</param>
/// <param name="Scaling">How rows are put on one scale.</param>
/// <param name="Weights">In log-odds, one a feature of a scaled row.</param>
/// <param name="Intercept">Log-odds of a row of means.</param>
/// <param name="Calibrations">One a baseline and kind of profile.</param>
internal sealed record TargetModel(
    FindingKind Kind,
    FeatureScaling Scaling,
    IReadOnlyList<double> Weights,
    double Intercept,
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
        var (weights, intercept) = Fit(
            QuestionFeatures.Space,
            [
                .. rows.Select(r => new Example(
                    FeatureVector.Dense(scaling.Apply(r.Values)),
                    r.Outcome ? 1 : 0,
                    1.0 / shown[(r.Evaluation.Profile.Id, r.Question.Code)]
                )),
            ],
            engine,
            cancellation
        );
        return new TargetModel(
            kind,
            scaling,
            weights,
            intercept,
            [
                .. from profile in Enum.GetValues<ProfileKind>()
                from baseline in BaselineNames.All
                select Calibrate(rows, baseline, profile, kind, engine, cancellation),
            ]
        );
    }

    /// <summary>The model's probability for a row.</summary>
    public double Probability(double[] row) =>
        Softmax.Sigmoid(Intercept + Scaling.Apply(row).Zip(Weights, (v, w) => v * w).Sum());

    /// <summary>What each feature of a row added, in log-odds, strongest first.</summary>
    public IReadOnlyList<Contribution> Explain(double[] row) =>
        Contribution.Strongest(
            Scaling
                .Apply(row)
                .Select(
                    (v, i) => new Contribution(QuestionFeatures.Space.Names[i], v * Weights[i])
                ),
            row.Length
        );

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

        double[][] scores =
        [
            .. own.Select(r =>
                (double[])[BaselineNames.Score(baseline, kind, r.Values, r.Question.Max)]
            ),
        ];
        var scaling = FeatureScaling.Of(scores, _ => true);
        var (weights, centre) = Fit(
            new FeatureSpace(["score"]),
            [
                .. own.Select(
                    (r, i) =>
                        new Example(
                            FeatureVector.Dense(scaling.Apply(scores[i])),
                            r.Outcome ? 1 : 0
                        )
                ),
            ],
            engine,
            cancellation
        );
        var slope = weights[0] * scaling.Scales[0];
        return slope > 0
            ? new BaselineCalibration(baseline, profile, slope, centre - (slope * scaling.Means[0]))
            : new BaselineCalibration(baseline, profile, 0, centre);
    }

    // Of two labels each has half of the log-odds, and half of their square is penalised.
    private static (double[] Weights, double Intercept) Fit(
        FeatureSpace features,
        IReadOnlyList<Example> examples,
        ILearningEngine engine,
        CancellationToken cancellation
    )
    {
        var model = engine.TrainClassifier(
            features,
            ["no", "yes"],
            examples,
            new LearningOptions(L2: 2 * FeatureScaling.PrimaryPenalty),
            cancellation
        );
        var logOdds = Enumerable
            .Range(0, features.Count + 1)
            .Select(model.Weights)
            .Select(w => w[1] - w[0])
            .ToArray();
        return (logOdds[..^1], logOdds[^1]);
    }
}
