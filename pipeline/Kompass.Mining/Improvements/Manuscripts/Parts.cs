using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>Small parts that several pages set.</summary>
internal static class Parts
{
    /// <summary>A paragraph of running text.</summary>
    public static Part.Paragraph Body(string text) => new(ParagraphRole.Body, text);

    /// <summary>A municipality and a year, as reports are spoken of.</summary>
    public static string NameOf(string municipality, int? year) =>
        year is { } y ? $"{municipality}\u00a0{Plain(y)}" : $"{municipality}, okänt år";

    /// <summary>A cell of text.</summary>
    public static IReadOnlyList<Part> Cell(string text) =>
        [new Part.Paragraph(ParagraphRole.Cell, text)];

    /// <summary>A cell with a number.</summary>
    public static IReadOnlyList<Part> Number(string text) =>
        [new Part.Paragraph(ParagraphRole.Number, text)];
}
