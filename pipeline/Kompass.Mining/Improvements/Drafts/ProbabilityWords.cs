namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// Probabilities in Swedish words, on a fixed scale: the calibrated language of the IPCC (Mastrandrea et al., Guidance Note on Consistent Treatment of
/// Uncertainties, 2010) with its middle band divided at one half, so that the bands do not overlap.
/// </summary>
public static class ProbabilityWords
{
    /// <summary>Least probability and words, from the highest down.</summary>
    public static IReadOnlyList<(double Least, string Words)> Scale { get; } =
    [
        (0.90, "mycket sannolikt"),
        (0.66, "sannolikt"),
        (0.50, "mer sannolikt än inte"),
        (0.33, "mindre sannolikt än inte"),
        (0.10, "osannolikt"),
        (0.00, "mycket osannolikt"),
    ];

    /// <summary>The words for a probability, 0 to 1.</summary>
    public static string Of(double probability) =>
        Scale.First(s => probability >= s.Least || s.Least == 0).Words;
}
