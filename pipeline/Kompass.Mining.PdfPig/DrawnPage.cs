using Kompass.Mining.Documents.Pdf.Visible;

namespace Kompass.Mining.PdfPig;

/// <summary>A page as its content draws it.</summary>
/// <param name="Width">Of what is seen of it (its crop box), in points.</param>
/// <param name="Height">In points.</param>
/// <param name="Glyphs">Letters in the order of drawing.</param>
/// <param name="Shapes">Everything else, in that order.</param>
internal sealed record DrawnPage(
    double Width,
    double Height,
    IReadOnlyList<Glyph> Glyphs,
    IReadOnlyList<DrawnShape> Shapes
);
