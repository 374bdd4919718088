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

    /// <summary>The words for a probability, 0 to 1.</summary>
    public static string Of(double probability) =>
        Scale.First(s => probability >= s.Least || s.Least == 0).Words;
}
