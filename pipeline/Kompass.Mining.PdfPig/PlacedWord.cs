namespace Kompass.Mining.PdfPig;

/// <summary>A word with its place.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Area">Its box.</param>
/// <param name="Paint">How its first letter is put on the page; the others look like it.</param>
/// <param name="Size">Size of its font in points.</param>
/// <param name="Angle">Degrees counter-clockwise by which it runs off from left to right, 0 to 360.</param>
/// <param name="Bold">Whether it is bold, null where the font has no name to tell by.</param>
/// <param name="Font">Name of its font, with the mark of a subset that tells fonts of one name apart, or null.</param>
internal sealed record PlacedWord(
    string Text,
    Area Area,
    Paint Paint,
    double Size,
    double Angle,
    bool? Bold,
    string? Font
);
