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
);

/// <summary>How a page's words were come by.</summary>
public enum PageOrigin
{
    /// <summary>From the file's own text.</summary>
    TextLayer,

    /// <summary>By character recognition.</summary>
    Recognised,

    /// <summary>Not at all: it has no usable text, and could not be recognised.</summary>
    Unreadable,
}

/// <summary>A page of a document with geometry.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Words">In the engine's order.</param>
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
);
