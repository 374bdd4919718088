namespace Kompass.Mining.Themes;

/// <summary>The labels of a text, each with the probability that it is right.</summary>
/// <param name="Question">Code of the sub-question; <c>N.0</c> for the whole area.</param>
/// <param name="QuestionProbability">0 to 1.</param>
/// <param name="Theme">Code of the theme.</param>
/// <param name="ThemeProbability">0 to 1.</param>
public sealed record FindingLabels(
    string Question,
    double QuestionProbability,
    string Theme,
    double ThemeProbability
)
{
    /// <summary>The second likeliest sub-question; null where the first was known.</summary>
    public string? QuestionOr { get; init; }

    /// <summary>The second likeliest theme.</summary>
    public string? ThemeOr { get; init; }

    /// <summary>What the sub-question rests on, one of <see cref="Reports.LabelBasis"/>.</summary>
    public string QuestionBasis { get; init; } = Reports.LabelBasis.Examples;

    /// <summary>
    /// Below this probability a label is in doubt. The least, in steps of 0.05, at which 95 % of the others were right on the test set of invented reports
    /// and on the real reports left out (models/themes/card.md).
    /// </summary>
    public const double InDoubtBelow = 0.85;
}
