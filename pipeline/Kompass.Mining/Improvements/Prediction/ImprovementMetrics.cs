using Kompass.Mining.Evaluation;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>The figures by which predictions are measured; all 0 to 1. For the last two lower is better.</summary>
public enum Figure
{
    /// <summary>Share of named ones among the first 5.</summary>
    Precision5,

    /// <summary>Among the first 10.</summary>
    Precision10,

    /// <summary>Among the first 15.</summary>
    Precision15,

    /// <summary>Mean average precision: over reports.</summary>
    Map,

    /// <summary>Area under the curve: mean over reports.</summary>
    Auc,

    /// <summary>Normalised discounted gain: mean over reports.</summary>
    Ndcg,

    /// <summary>Expected calibration error, ten bins, all rows together.</summary>
    Ece,

    /// <summary>Mean square error of the probabilities, all rows together.</summary>
    Brier,
}

/// <summary>A figure with its 95 % bootstrap interval.</summary>
public sealed record MeasuredFigure(Figure Figure, Interval Interval);

/// <summary>How good one way to predict is.</summary>
/// <param name="Predictor"><c>model</c>, <c>fasttree</c> or the id of a baseline.</param>
/// <param name="Figures">All figures.</param>
/// <param name="Reports">Average precision and AUC of each report, by id.</param>
/// <param name="Reliability">The reliability curve.</param>
public sealed record PredictorMetrics(
    string Predictor,
    IReadOnlyList<MeasuredFigure> Figures,
    IReadOnlyList<ReportMetrics> Reports,
    IReadOnlyList<ReliabilityBin> Reliability
)
{
    /// <summary>Id of the model in metrics.</summary>
    public const string Model = "model";

    /// <summary>Id of the boosted trees in metrics.</summary>
    public const string Trees = "fasttree";

    /// <summary>A figure.</summary>
    public Interval Of(Figure figure) => Figures.First(f => f.Figure == figure).Interval;
}

/// <summary>One report's part.</summary>
public sealed record ReportMetrics(
    string Report,
    int Rows,
    int Named,
    double? AveragePrecision,
    double? Auc
);

/// <summary>How much the model is above the best baseline; the interval is of paired resamples.</summary>
/// <param name="Figure">Which figure.</param>
/// <param name="Baseline">The baseline that is best by it.</param>
/// <param name="Difference">Model less baseline.</param>
public sealed record BaselineDifference(Figure Figure, Baseline Baseline, Interval Difference);

/// <summary>Everything measured for one column and one kind of profile, by leaving out one municipality at a time.</summary>
/// <param name="Kind">Column.</param>
/// <param name="Profile">Kind of profile shown.</param>
/// <param name="Reports">Number of reports predicted.</param>
/// <param name="Municipalities">Number of municipalities among them.</param>
/// <param name="Rows">Number of sub-questions predicted.</param>
/// <param name="Named">How many of them were named.</param>
/// <param name="Predictors">The model first, then the trees and the baselines.</param>
/// <param name="Differences">Model against the best baseline, for mean average precision and AUC.</param>
/// <param name="UsesModel">True where the model is above the best baseline in both; else suggestions rest on <paramref name="Fallback"/>.</param>
/// <param name="Fallback">
/// The baseline with the highest mean average precision. Never the base rate, which says the same to every municipality.
/// </param>
public sealed record CaseMetrics(
    FindingKind Kind,
    ProfileKind Profile,
    int Reports,
    int Municipalities,
    int Rows,
    int Named,
    IReadOnlyList<PredictorMetrics> Predictors,
    IReadOnlyList<BaselineDifference> Differences,
    bool UsesModel,
    Baseline Fallback
)
{
    /// <summary>The metrics of the model or a baseline.</summary>
    public PredictorMetrics Of(string predictor) => Predictors.First(p => p.Predictor == predictor);

    /// <summary>What suggestions rest on.</summary>
    [JsonIgnore]
    public PredictorMetrics Chosen =>
        Of(UsesModel ? PredictorMetrics.Model : BaselineNames.IdOf(Fallback));
}

/// <summary>The whole of <c>models/improvements/metrics.json</c>.</summary>
/// <param name="Code">Version of the code for improvement areas.</param>
/// <param name="Data">Hash of the data.</param>
/// <param name="Engine">Name and version of the learning engine.</param>
/// <param name="Resamples">Bootstrap resamples.</param>
/// <param name="Cases">One a column and kind of profile.</param>
/// <param name="WithoutDoubt">The same without outcomes in doubt.</param>
public sealed record ImprovementMetrics(
    string Code,
    string Data,
    string Engine,
    int Resamples,
    IReadOnlyList<CaseMetrics> Cases,
    IReadOnlyList<CaseMetrics> WithoutDoubt
)
{
    /// <summary>The figures as JSON; ends with a line feed.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(this, ModelJson.Default.ImprovementMetrics) + "\n";

    /// <summary>The metrics of one column and kind of profile, or null where no report allowed to measure it.</summary>
    public CaseMetrics? Find(FindingKind kind, ProfileKind profile) =>
        Cases.FirstOrDefault(c => c.Kind == kind && c.Profile == profile);
}
