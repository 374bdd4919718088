using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The document's properties, and the draft itself, by which an edited document is read back.</summary>
internal static class WordProperties
{
    private static readonly XNamespace Core =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private static readonly XNamespace Custom =
        "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";

    private static readonly XNamespace Types =
        "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

    public static void Add(
        WordprocessingDocument document,
        Manuscript manuscript,
        ImprovementDraft draft
    )
    {
        WordWriter.Feed(
            Named(document.AddCoreFilePropertiesPart(), document, "rIdCore"),
            CoreProperties(manuscript)
        );
        WordWriter.Feed(
            Named(document.AddCustomFilePropertiesPart(), document, "rIdCustom"),
            CustomProperties(draft.Id, DraftBaseline.Of(draft, manuscript.OwnTexts).Pack())
        );
    }

    private static OpenXmlPart Named(OpenXmlPart part, WordprocessingDocument document, string id)
    {
        document.ChangeIdOfPart(part, id);
        return part;
    }

    private static XDocument CoreProperties(Manuscript manuscript) =>
        new(
            new XElement(
                Core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "cp", Core),
                new XAttribute(XNamespace.Xmlns + "dc", Dc),
                new XElement(Dc + "title", PlainXml.Of(manuscript.FullTitle)),
                new XElement(Dc + "subject", "Kommunkompassen"),
                new XElement(Dc + "creator", EmbeddedDraft.Creator),
                new XElement(Core + "keywords", "utkast"),
                new XElement(Dc + "description", manuscript.Banner),
                new XElement(Dc + "language", Manuscript.Language),
                new XElement(Core + "contentStatus", "Utkast")
            )
        );

    // The baseline in pieces, each no longer than the properties that people write.
    private static XDocument CustomProperties(string draftId, string baseline) =>
        new(
            new XElement(
                Custom + "Properties",
                new XAttribute(XNamespace.Xmlns + "vt", Types),
                baseline
                    .Chunk(EmbeddedDraft.MostCharacters)
                    .Select(
                        (piece, i) =>
                            (
                                Name: EmbeddedDraft.BaselineProperty
                                    + (i + 1).ToString("000", CultureInfo.InvariantCulture),
                                Text: new string(piece)
                            )
                    )
                    .Prepend((Name: EmbeddedDraft.PropertyName, Text: PlainXml.Of(draftId)))
                    .Select(
                        (p, i) =>
                            new XElement(
                                Custom + "property",
                                // The format id that Word gives every property of a user's own; numbers begin at 2.
                                new XAttribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"),
                                new XAttribute(
                                    "pid",
                                    (i + 2).ToString(CultureInfo.InvariantCulture)
                                ),
                                new XAttribute("name", p.Name),
                                new XElement(Types + "lpwstr", p.Text)
                            )
                    )
            )
        );
}
