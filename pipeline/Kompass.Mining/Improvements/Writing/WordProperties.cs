using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Kompass.Mining.Improvements.Drafts;

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

    private static readonly XNamespace Data =
        "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

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
            CustomProperties(draft.Id)
        );
        var part = document.MainDocumentPart!.AddNewPart<CustomXmlPart>(
            "application/xml",
            "rIdDraft"
        );
        var json = DraftJson.Write(draft);
        WordWriter.Feed(part, new XDocument(new XElement(EmbeddedDraft.Name, PlainXml.Of(json))));
        WordWriter.Feed(part.AddNewPart<CustomXmlPropertiesPart>("rId1"), ItemProperties(json));
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
                new XElement(Dc + "creator", "Kompass Mining"),
                new XElement(Core + "keywords", "utkast"),
                new XElement(Dc + "description", manuscript.Banner),
                new XElement(Dc + "language", Manuscript.Language),
                new XElement(Core + "contentStatus", "Utkast")
            )
        );

    private static XDocument CustomProperties(string draftId) =>
        new(
            new XElement(
                Custom + "Properties",
                new XAttribute(XNamespace.Xmlns + "vt", Types),
                new XElement(
                    Custom + "property",
                    // The format id that Word gives every property of a user's own.
                    new XAttribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"),
                    new XAttribute("pid", "2"),
                    new XAttribute("name", EmbeddedDraft.PropertyName),
                    new XElement(Types + "lpwstr", PlainXml.Of(draftId))
                )
            )
        );

    // An id that follows from the content: equal drafts stay equal.
    private static XDocument ItemProperties(string json) =>
        new(
            new XElement(
                Data + "datastoreItem",
                new XAttribute(XNamespace.Xmlns + "ds", Data),
                new XAttribute(
                    Data + "itemID",
                    new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 16))
                        .ToString("B")
                        .ToUpperInvariant()
                ),
                new XElement(
                    Data + "schemaRefs",
                    new XElement(
                        Data + "schemaRef",
                        new XAttribute(Data + "uri", EmbeddedDraft.Name.NamespaceName)
                    )
                )
            )
        );
}
