using System.Xml.Linq;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The document's properties, and the draft itself, by which an edited document is read back.</summary>
internal static class WordProperties
{
    // What Word's own dialogue allows.
    private const int MostCharacters = 255;

    private static readonly XNamespace Core =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    public static void Add(
        WordprocessingDocument document,
        Manuscript manuscript,
        ImprovementDraft draft
    )
    {
        var core = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(core, WordWriter.FreeId(document, "rIdCore"));
        WordWriter.Feed(core, CoreProperties(manuscript));
        var custom = document.AddCustomFilePropertiesPart();
        document.ChangeIdOfPart(custom, WordWriter.FreeId(document, "rIdCustom"));
        custom.Properties = CustomProperties(
            draft.Id,
            DraftBaseline.Of(draft, manuscript.OwnTexts).Pack(),
            HashOf(document.MainDocumentPart!)
        );
    }

    private static XDocument CoreProperties(Manuscript manuscript) =>
        new(
            new XElement(
                Core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "cp", Core),
                new XAttribute(XNamespace.Xmlns + "dc", Dc),
                new XElement(Dc + "title", PlainXml.Of(manuscript.FullTitle)),
                new XElement(Dc + "subject", "Kommunkompassen"),
                new XElement(Dc + "creator", DraftBaseline.Creator),
                new XElement(Core + "keywords", "utkast"),
                new XElement(Dc + "description", Manuscript.Banner),
                new XElement(Dc + "language", Manuscript.Language),
                new XElement(Core + "contentStatus", "Utkast")
            )
        );

    // The text as it is written: one that has another was edited.
    private static string HashOf(MainDocumentPart main)
    {
        main.Document!.Save();
        using var stream = main.GetStream();
        return DraftBaseline.HashOf(XElement.Load(stream, LoadOptions.PreserveWhitespace));
    }

    // The baseline in pieces, each no longer than the properties that people write.
    private static Properties CustomProperties(string draftId, string baseline, string text) =>
        new(
            baseline
                .Chunk(MostCharacters)
                .Select(
                    (piece, i) =>
                        (
                            Name: DraftBaseline.Property
                                + (i + 1).ToString("000", CultureInfo.InvariantCulture),
                            Text: new string(piece)
                        )
                )
                .Prepend((Name: DraftBaseline.TextProperty, Text: text))
                .Prepend((Name: DraftBaseline.IdProperty, Text: PlainXml.Of(draftId)))
                .Select(
                    (p, i) =>
                        new CustomDocumentProperty(new VTLPWSTR(p.Text))
                        {
                            // The format id that Word gives every property of a user's own; numbers begin at 2.
                            FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
                            PropertyId = i + 2,
                            Name = p.Name,
                        }
                )
        );
}
