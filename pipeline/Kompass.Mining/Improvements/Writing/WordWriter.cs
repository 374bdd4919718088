using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>
/// The draft as a Word document (ISO/IEC 29500 transitional). Styles carry the look, charts are native ones, the baseline for reading the edited document back
/// lies in its properties. Equal drafts give equal bytes.
/// </summary>
internal static class WordWriter
{
    /// <summary>Width of the text: A4 less the margins, in twentieths of a point.</summary>
    internal const int TextWidth = 9354;

    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int Margin = (PageWidth - TextWidth) / 2;

    public static byte[] Write(
        Manuscript manuscript,
        ImprovementDraft draft,
        OwnTemplate? template = null
    )
    {
        using var package = new MemoryStream();
        using (
            var document =
                template?.Open(package)
                ?? WordprocessingDocument.Create(package, WordprocessingDocumentType.Document)
        )
        {
            var main = document.MainDocumentPart ?? document.AddMainDocumentPart();
            var (section, styles) = template is null
                ? (Fresh(document, main, manuscript), null)
                : OwnTemplate.Prepare(main, manuscript);
            var width = WidthOf(section);
            var body = new Body([.. new WordBody(main, width).Write(manuscript), section]);
            if (styles is not null)
            {
                OwnTemplate.Rename(body, styles, "pStyle", "rStyle", "tblStyle");
            }

            main.Document = new Document(body);
            WordProperties.Add(document, manuscript, draft);
        }

        return FixedZip.Repack(package);
    }

    /// <summary>An id that no relationship of a part has: the one that is wanted, where a template does not use it.</summary>
    internal static string FreeId(OpenXmlPartContainer container, string wanted)
    {
        var used = container
            .Parts.Select(p => p.RelationshipId)
            .Concat(container.ExternalRelationships.Select(r => r.Id))
            .Concat(container.HyperlinkRelationships.Select(r => r.Id))
            .Concat(container.DataPartReferenceRelationships.Select(r => r.Id))
            .ToHashSet(StringComparer.Ordinal);
        var id = wanted;
        while (used.Contains(id))
        {
            id += "x";
        }

        return id;
    }

    private static SectionProperties Fresh(
        WordprocessingDocument document,
        MainDocumentPart main,
        Manuscript manuscript
    )
    {
        document.ChangeIdOfPart(main, "rId1");
        Feed(main.AddNewPart<StyleDefinitionsPart>("rIdStyles"), "styles.xml");
        Feed(main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering"), "numbering.xml");
        Feed(main.AddNewPart<DocumentSettingsPart>("rIdSettings"), "settings.xml");
        var (header, footer) = WordFrame.Add(main, manuscript, TextWidth);
        return new SectionProperties(
            header,
            footer,
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = 1250,
                Right = Margin,
                Bottom = 1000,
                Left = Margin,
                Header = 620,
                Footer = 560,
                Gutter = 0,
            }
        );
    }

    /// <summary>Width of the text on a section's pages, in twentieths of a point.</summary>
    internal static int WidthOf(SectionProperties section)
    {
        var size = section.GetFirstChild<PageSize>()?.Width?.Value ?? PageWidth;
        var margin = section.GetFirstChild<PageMargin>();
        var width =
            (int)size
            - (int)(margin?.Left?.Value ?? Margin)
            - (int)(margin?.Right?.Value ?? Margin);
        return width > 0 ? width : TextWidth;
    }

    private static void Feed(OpenXmlPart part, string resource)
    {
        using var stream = Resource(resource);
        part.FeedData(stream);
    }

    /// <summary>A file that lies beside this one and goes with the program.</summary>
    internal static Stream Resource(string name) =>
        typeof(WordWriter).Assembly.GetManifestResourceStream(typeof(WordWriter), name)
        ?? throw new InvalidOperationException($"the resource {name} is not in the program");

    /// <summary>Gives a part its content, without indentation that would count as text.</summary>
    internal static void Feed(OpenXmlPart part, XDocument content)
    {
        using var stream = new MemoryStream();
        content.Save(stream, SaveOptions.DisableFormatting);
        stream.Position = 0;
        part.FeedData(stream);
    }
}
