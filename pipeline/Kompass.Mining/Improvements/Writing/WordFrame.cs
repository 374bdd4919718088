using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>Head and foot of every page: that it is a draft, of whom, and which page.</summary>
internal static class WordFrame
{
    /// <summary>The ids under which the document refers to them.</summary>
    internal readonly record struct Ids(string Header, string Footer);

    public static Ids Add(MainDocumentPart main, Manuscript manuscript, int width)
    {
        var ids = new Ids("rIdHeader", "rIdFooter");
        var (mark, rest) = SplitMark(manuscript.Banner);
        main.AddNewPart<HeaderPart>(ids.Header).Header = new Header(
            Line(
                "Header",
                width,
                WordText.Run(mark, "DraftMark"),
                WordText.Run(rest),
                new Run(new TabChar()),
                WordText.Run(manuscript.Subtitle)
            )
        );
        main.AddNewPart<FooterPart>(ids.Footer).Footer = new Footer(
            Line(
                "Footer",
                width,
                WordText.Run(manuscript.Title),
                new Run(new TabChar()),
                WordText.Run("Sida "),
                Field("PAGE"),
                WordText.Run(" av "),
                Field("NUMPAGES")
            )
        );
        return ids;
    }

    // What stands behind the tab ends at the text's edge, whatever the style says.
    private static Paragraph Line(string style, int width, params OpenXmlElement[] content)
    {
        var line = WordText.Paragraph(style, content);
        line.ParagraphProperties!.Append(
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = width })
        );
        return line;
    }

    private static (string Mark, string Words) SplitMark(string banner)
    {
        var end = banner.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? (banner, "") : (banner[..end], banner[end..]);
    }

    private static SimpleField Field(string name) =>
        new(WordText.Run("1")) { Instruction = $" {name} " };
}
