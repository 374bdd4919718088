using Kompass.Mining.Layout.Lists;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>What every reader of lines needs to know of the document that it reads.</summary>
/// <param name="Lines">All lines in reading order.</param>
/// <param name="Measures">What is usual in it.</param>
/// <param name="Labels">The labels of its edition.</param>
/// <param name="Words">Its words.</param>
/// <param name="Borders">Tells where items end by their wording.</param>
/// <param name="Lexicon">Ordinary words.</param>
internal sealed record LayoutContext(
    IReadOnlyList<VisualLine> Lines,
    Measures Measures,
    EditionLabels Labels,
    WordStatistics Words,
    LineBorders Borders,
    Lexicon Lexicon
)
{
    /// <summary>Finds headings among the lines.</summary>
    public HeadingFinder Headings => field ??= new HeadingFinder(Lines, Measures, Labels);

    /// <summary>Whether a line stands close below another.</summary>
    public bool IsBelow(VisualLine line, VisualLine above) =>
        ReferenceEquals(line.Sheet, above.Sheet)
        && line.CenterY - above.CenterY < 1.5 * Measures.Leading;
}
