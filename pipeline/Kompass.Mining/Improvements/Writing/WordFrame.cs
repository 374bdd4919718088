using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>Head and foot of every page: that it is a draft, of whom, and which page.</summary>
internal static class WordFrame
{
    /// <returns>By what a section refers to them.</returns>
    public static (HeaderReference Header, FooterReference Footer) Add(
        MainDocumentPart main,
        Manuscript manuscript,
        int width
    )
    {
        var header = WordWriter.FreeId(main, "rIdHeader");
        var footer = WordWriter.FreeId(main, "rIdFooter");
        var mark = Manuscript.Banner.Split(' ')[0];
        main.AddNewPart<HeaderPart>(header).Header = new Header(
            Line(
                "Header",
                width,
                WordText.Run(mark, "DraftMark"),
                WordText.Run(Manuscript.Banner[mark.Length..]),
                new Run(new TabChar()),
                WordText.Run(manuscript.Subtitle)
            )
        );
        main.AddNewPart<FooterPart>(footer).Footer = new Footer(
            Line(
                "Footer",
                width,
                WordText.Run(Manuscript.Title),
                new Run(new TabChar()),
                WordText.Run("Sida "),
                Field("PAGE"),
                WordText.Run(" av "),
                Field("NUMPAGES")
            )
        );
        return (
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer }
        );
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

    private static SimpleField Field(string name) =>
        new(WordText.Run("1")) { Instruction = $" {name} " };
}
