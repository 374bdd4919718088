using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>Paragraphs and runs by style.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string style, params OpenXmlElement[] content) =>
        new([Properties(style), .. content]);

    public static ParagraphProperties Properties(string style) =>
        new(new ParagraphStyleId { Val = style });

    public static Run Run(string text, string? style = null)
    {
        var run = new Run();
        if (style is not null)
        {
            run.Append(new RunProperties(new RunStyle { Val = style }));
        }

        run.Append(new Text(PlainXml.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static OpenXmlElement[] Runs(IEnumerable<Inline> text) =>
        [.. text.Select(i => Run(i.Text, StyleOf(i.Tone)))];

    private static string? StyleOf(Tone tone) =>
        tone switch
        {
            Tone.Plain => null,
            Tone.Strong => "Strong",
            Tone.Aside => "Aside",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
