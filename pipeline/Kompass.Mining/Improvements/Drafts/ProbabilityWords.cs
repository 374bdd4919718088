using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// Probabilities in Swedish words, on a fixed scale: the calibrated language of the IPCC (Mastrandrea et al., Guidance Note on Consistent Treatment of
/// Uncertainties, 2010) with its bands below one third taken together: what is so unlikely is seldom shown, and the model does not tell it apart.
/// </summary>
public static class ProbabilityWords
{
    /// <summary>Least probability and words, from the highest down.</summary>
    public static IReadOnlyList<(double Least, string Words)> Scale { get; } =
    [
        (0.90, "mycket sannolikt"),
        (0.66, "sannolikt"),
        (0.33, "möjligt"),
        (0.00, "mindre sannolikt"),
    ];

    /// <summary>The words for a probability, 0 to 1: those of the whole per cent that is shown beside them.</summary>
    public static string Of(double probability)
    {
        var shown = (double)Math.Round((decimal)probability, 2, MidpointRounding.AwayFromZero);
        return Scale.First(s => shown >= s.Least || s.Least == 0).Words;
    }

    /// <summary>
    /// The same, with caution where a profile does not give the sub-question's points: no figure measured bears out more than that it is likely, or, where its area's are
    /// not known either, possible.
    /// </summary>
    public static string Of(double probability, ScoreProfile profile, Area area, Question question)
    {
        var most =
            profile.ShareOf(question) is not null ? 1
            : profile.Knows(area) ? MostOfArea
            : MostOfLevel;
        return Of(Math.Min(probability, most));
    }

    // What is said more often than this was never measured as sure.
    private const double MostFigure = 0.95;

    /// <summary>The figure that may stand beside an item's words: none where they were held back, for its sub-question's points are not known, and none above what was measured.</summary>
    public static string? FigureOf(DraftItem item) =>
        item is not { Probability: { } probability, Achieved: not null } ? null
        : Math.Round(probability, 2, MidpointRounding.AwayFromZero) > MostFigure
            ? $"över {SwedishNumbers.Percent(MostFigure)}"
        : SwedishNumbers.Percent(probability);

    private const double MostOfArea = 0.89;
    private const double MostOfLevel = 0.65;
}
