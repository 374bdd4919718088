namespace Kompass.Mining.Documents;

/// <summary>A word on a page.</summary>
/// <param name="Text">Its characters; a soft hyphen is kept at its end only.</param>
/// <param name="Box">Its place in points, origin top left.</param>
/// <param name="Size">Size of its letters in points; the height of the box where the engine knows no fonts.</param>
/// <param name="Bold">Whether it is bold, null where the engine does not know.</param>
/// <param name="Confidence">How surely it was recognised, 0 to 1; 1 where it was read from a text layer.</param>
public sealed record Word(
    string Text,
    Box Box,
    double Size,
    bool? Bold = null,
    double Confidence = 1
)
{
    /// <summary>Its characters in a text file, null on a page of print.</summary>
    public Place? Characters { get; init; }

    /// <summary>Quarter turns clockwise by which its text runs off from left to right: 1 for down the page, 3 for up.</summary>
    public int QuarterTurns { get; init; }
}

/// <summary>How a page's words were come by.</summary>
public enum PageOrigin
{
    /// <summary>From the file's own text.</summary>
    TextLayer,

    /// <summary>By character recognition.</summary>
    Recognised,

    /// <summary>From the file, in which a scanner wrote what it recognised.</summary>
    ScannersText,

    /// <summary>Not at all: it has no usable text, and could not be recognised.</summary>
    Unreadable,
}

/// <summary>A page of a document with geometry.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Words">What a reader sees and what is part of the text, in the engine's order.</param>
/// <param name="Origin">How they were come by.</param>
/// <param name="Turned">
/// Degrees by which a scanned page was turned counter-clockwise about its centre to make it straight; its words stand as on the straight page.
/// </param>
public sealed record Page(
    int Number,
    double Width,
    double Height,
    IReadOnlyList<Word> Words,
    PageOrigin Origin = PageOrigin.TextLayer,
    double Turned = 0
)
{
    /// <summary>Straight lines along the page and down it: borders of cells, rules.</summary>
    public IReadOnlyList<Box> Lines { get; init; } = [];

    /// <summary>Where pictures lie.</summary>
    public IReadOnlyList<Box> Pictures { get; init; } = [];

    /// <summary>Those of <see cref="Words"/> whose font does not say what it shows.</summary>
    public IReadOnlyList<Word> Doubted { get; init; } = [];

    /// <summary>Words in the file that are not among <see cref="Words"/>.</summary>
    public IReadOnlyList<Word> LeftOut { get; init; } = [];
}
