using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>A rule that a person would use without any model, and that a model must beat.</summary>
public enum Baseline
{
    /// <summary>Lowest share of points first (for strengths: highest).</summary>
    LowestShare,

    /// <summary>Most points left first (for strengths: most points won).</summary>
    MostPointsLeft,

    /// <summary>Most often named in known reports first.</summary>
    BaseRate,
}

/// <summary>Names of the baselines.</summary>
internal static class BaselineNames
{
    public static readonly IReadOnlyList<Baseline> All =
    [
        Baseline.LowestShare,
        Baseline.MostPointsLeft,
        Baseline.BaseRate,
    ];

    /// <summary>Id in files.</summary>
    public static string IdOf(Baseline baseline) =>
        baseline switch
        {
            Baseline.LowestShare => "lowest-share",
            Baseline.MostPointsLeft => "most-points-left",
            Baseline.BaseRate => "base-rate",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Swedish name, for evaluators.</summary>
    public static string SwedishOf(Baseline baseline, FindingKind kind) =>
        (baseline, kind) switch
        {
            (Baseline.LowestShare, FindingKind.Improvement) => "lägst andel av poängen först",
            (Baseline.LowestShare, _) => "högst andel av poängen först",
            (Baseline.MostPointsLeft, FindingKind.Improvement) => "flest poäng kvar först",
            (Baseline.MostPointsLeft, _) => "flest poäng först",
            (Baseline.BaseRate, _) => "oftast nämnd i kända rapporter först",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The rule's score of a row: higher comes first.</summary>
    public static double Score(Baseline baseline, FindingKind kind, double[] row, int max)
    {
        var share = row[0];
        return (baseline, kind) switch
        {
            (Baseline.LowestShare, FindingKind.Improvement) => 1 - share,
            (Baseline.LowestShare, _) => share,
            (Baseline.MostPointsLeft, FindingKind.Improvement) => max * (1 - share),
            (Baseline.MostPointsLeft, _) => max * share,
            (Baseline.BaseRate, _) => row[
                QuestionFeatures.Space.IndexOf(QuestionFeatures.BaseRate)
            ],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>Turns a baseline's score into a probability: logistic in the score, learned on the same rows as the model.</summary>
/// <param name="Baseline">Whose score.</param>
/// <param name="Profile">For which kind of profile.</param>
/// <param name="Slope">Never below 0: a rule that turned out the wrong way round gives everyone the overall rate.</param>
/// <param name="Intercept">Log-odds at score 0.</param>
public sealed record BaselineCalibration(
    Baseline Baseline,
    ProfileKind Profile,
    double Slope,
    double Intercept
)
{
    /// <summary>The probability at a score, 0 to 1.</summary>
    public double Probability(double score) =>
        Learning.Softmax.Sigmoid((Slope * score) + Intercept);
}
