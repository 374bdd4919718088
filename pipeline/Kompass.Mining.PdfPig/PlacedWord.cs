namespace Kompass.Mining.PdfPig;

/// <summary>A word with its place.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Left">Left side of its box in points, origin top left of the upright page.</param>
/// <param name="Top">Upper side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Bottom">Lower side.</param>
/// <param name="Size">Size of its font in points.</param>
/// <param name="Bold">Whether it is bold, null where the font has no name to tell by.</param>
/// <param name="Font">Name of its font without the mark of a subset, or null.</param>
internal sealed record PlacedWord(
    string Text,
    double Left,
    double Top,
    double Right,
    double Bottom,
    double Size,
    bool? Bold,
    string? Font
);
