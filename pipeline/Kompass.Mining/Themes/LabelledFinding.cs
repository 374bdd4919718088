namespace Kompass.Mining.Themes;

/// <summary>Where a label comes from.</summary>
public enum LabelSource
{
    /// <summary>Written for this project, with its labels, by someone who had not read the reports it is measured on: <c>corpus/training</c>.</summary>
    Authored,

    /// <summary>The same by someone who had: what is measured with these on those reports is too good.</summary>
    Informed,

    /// <summary>A finding of a real report, labelled by hand.</summary>
    Gold,

    /// <summary>A sentence of a real report's prose, which belongs to the sub-question of the heading above it.</summary>
    Distant,
}

/// <summary>A text with its labels, to learn from or to measure on.</summary>
/// <param name="Text">The finding or sentence.</param>
/// <param name="Area">1 to 8.</param>
/// <param name="Question">Code of its sub-question; null where only the theme was looked at.</param>
/// <param name="Theme">Code of its theme; null where only the sub-question is known.</param>
/// <param name="Theme2">Code of a second theme, or null.</param>
/// <param name="Source">Where the labels come from.</param>
/// <param name="Report">Id of the report; null for authored examples.</param>
public sealed record LabelledFinding(
    string Text,
    int Area,
    string? Question,
    string? Theme,
    string? Theme2,
    LabelSource Source,
    string? Report
)
{
    /// <summary>The list in which it stands, in the order of its report's rows; null where that is not known.</summary>
    public FindingKind? List { get; init; }

    /// <summary>An example of <c>corpus/training</c>.</summary>
    public static LabelledFinding Of(TrainingExample example, LabelSource source) =>
        new LabelledFinding(
            example.Text,
            example.Area,
            example.Question,
            example.Theme,
            example.Theme2,
            source,
            null
        );
}
