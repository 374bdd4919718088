using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;
using static Kompass.Mining.Improvements.Office.WordXml;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>A house's own Word document, in whose styles, page and heads a draft is written. Its text is not taken over.</summary>
public sealed class OwnTemplate
{
    private const string Expected =
        "ett Worddokument (.docx) med husets egna formatmallar väntades";

    // Lists of ours get numbers that no document of theirs has.
    private const int NumberingOffset = 9000;

    private readonly byte[] _bytes;

    private OwnTemplate(byte[] bytes, DraftForm form) => (_bytes, Form) = (bytes, form);

    /// <summary>What it calls and sets otherwise.</summary>
    internal DraftForm Form { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="path">The file.</param>
    /// <param name="edition">What heads of lists may be called.</param>
    /// <exception cref="Kompass.Mining.Dataset.DatasetException">It is no Word document; the message names it.</exception>
    public static OwnTemplate Read(string path, Edition edition)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            using var package = PackageReader.Open(bytes, Expected);
            var body = package.Main().Root;
            var heads = body.Descendants(W("tbl"))
                .Select(t => t.Descendants(W("tr")).FirstOrDefault())
                .SelectMany(r => r?.Descendants(W("tc")) ?? [])
                .Select(TextOf);
            var texts = body.Descendants(W("p"))
                .Where(p => !p.Ancestors(W("tbl")).Any())
                .Select(TextOf);
            return new OwnTemplate(bytes, DraftForm.Of([.. texts], [.. heads], edition));
        }
        catch (Exception e)
            when (e is OfficeException or IOException or UnauthorizedAccessException)
        {
            throw new Dataset.DatasetException($"{path}: {e.Message}", e);
        }

        static string TextOf(XElement part) =>
            PlainText.Tidy(string.Concat(part.Descendants(W("t")).Select(t => t.Value)));
    }

    /// <summary>A document with all of the template but its text.</summary>
    /// <param name="package">Where it is made.</param>
    internal WordprocessingDocument Open(MemoryStream package)
    {
        package.Write(_bytes);
        var document = WordprocessingDocument.Open(package, isEditable: true);
        document.DeleteParts(
            new OpenXmlPart?[]
            {
                document.CoreFilePropertiesPart,
                document.CustomFilePropertiesPart,
            }.OfType<OpenXmlPart>()
        );
        if (document.MainDocumentPart is { } main)
        {
            // Of the text that is not taken over.
            main.DeleteParts(main.ChartParts.ToList());
        }

        return document;
    }

    /// <summary>Adds the styles and lists that the draft needs and the template lacks, and marks every page as a draft.</summary>
    /// <returns>The section of the page, and the template's ids of our styles.</returns>
    internal static (SectionProperties Section, IReadOnlyDictionary<string, string> Styles) Prepare(
        MainDocumentPart main,
        Manuscript manuscript
    )
    {
        AddNumbering(main);
        var styles = AddStyles(main);
        var section =
            (SectionProperties?)
                main.Document?.Body?.Elements<SectionProperties>().LastOrDefault()?.CloneNode(true)
            ?? new SectionProperties();
        if (section.Elements<HeaderReference>().Any())
        {
            foreach (var part in main.HeaderParts)
            {
                // A draft of ours has the mark already, and whose draft it was.
                foreach (
                    var marked in part.Header?.Elements<Paragraph>()
                        .Where(p =>
                            p.Descendants<RunStyle>().Any(s => s.Val?.Value == styles["DraftMark"])
                        )
                        .ToList()
                        ?? []
                )
                {
                    marked.Remove();
                }

                part.Header?.PrependChild(
                    WordText.Paragraph(
                        styles["Header"],
                        WordText.Run(Manuscript.Banner, styles["DraftMark"])
                    )
                );
            }
        }
        else
        {
            var (header, footer) = WordFrame.Add(main, manuscript, WordWriter.WidthOf(section));
            section.PrependChild(header);
            if (!section.Elements<FooterReference>().Any())
            {
                section.InsertAfter(footer, header);
            }
        }

        return (section, styles);
    }

    // Styles are the same that Word calls the same: ids are other ones in every language.
    private static Dictionary<string, string> AddStyles(MainDocumentPart main)
    {
        var ours = (Styles)Fixed("styles.xml", xml => new Styles(xml));
        var part =
            main.StyleDefinitionsPart
            ?? main.AddNewPart<StyleDefinitionsPart>(WordWriter.FreeId(main, "rIdStyles"));
        part.Styles ??= new Styles();
        var theirs = part.Styles.Elements<Style>().ToList();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var missing = new List<Style>();
        foreach (var style in ours.Elements<Style>())
        {
            var id = style.StyleId!.Value!;
            var name = style.StyleName!.Val!.Value;
            var known = theirs.Find(s =>
                string.Equals(s.StyleName?.Val?.Value, name, StringComparison.OrdinalIgnoreCase)
                && s.Type?.Value == style.Type?.Value
            );
            ids[id] =
                known?.StyleId?.Value
                ?? (theirs.Exists(s => s.StyleId?.Value == id) ? "Kompass" + id : id);
            if (known is null)
            {
                missing.Add((Style)style.CloneNode(true));
            }
        }

        foreach (var style in missing)
        {
            style.StyleId = ids[style.StyleId!.Value!];
            style.Default = null;
            foreach (var id in style.Descendants<NumberingId>())
            {
                id.Val = id.Val!.Value + NumberingOffset;
            }

            Rename(style, ids, "basedOn", "next", "link");
            part.Styles.Append(style);
        }

        return ids;
    }

    /// <summary>Names styles by other ids wherever elements of these names do.</summary>
    internal static void Rename(
        OpenXmlElement part,
        IReadOnlyDictionary<string, string> ids,
        params string[] names
    )
    {
        foreach (var element in part.Descendants().Where(e => names.Contains(e.LocalName)))
        {
            var value = element.GetAttribute("val", element.NamespaceUri);
            element.SetAttribute(
                new OpenXmlAttribute(
                    value.Prefix,
                    value.LocalName,
                    value.NamespaceUri,
                    ids.GetValueOrDefault(value.Value!, value.Value!)
                )
            );
        }
    }

    private static void AddNumbering(MainDocumentPart main)
    {
        var ours = (Numbering)Fixed("numbering.xml", xml => new Numbering(xml));
        var part =
            main.NumberingDefinitionsPart
            ?? main.AddNewPart<NumberingDefinitionsPart>(WordWriter.FreeId(main, "rIdNumbering"));
        part.Numbering ??= new Numbering();
        // A draft that was written into a template has our lists already.
        var lists = part.Numbering.Elements<AbstractNum>().Select(l => l.AbstractNumberId?.Value);
        var numbers = part.Numbering.Elements<NumberingInstance>().Select(n => n.NumberID?.Value);
        var (knownLists, knownNumbers) = (lists.ToHashSet(), numbers.ToHashSet());
        foreach (
            var list in ours.Elements<AbstractNum>()
                .Where(l => !knownLists.Contains(l.AbstractNumberId!.Value + NumberingOffset))
        )
        {
            var copy = (AbstractNum)list.CloneNode(true);
            copy.AbstractNumberId = copy.AbstractNumberId!.Value + NumberingOffset;
            copy.Descendants<ParagraphStyleIdInLevel>().ToList().ForEach(s => s.Remove());
            // All of these stand before all instances.
            var last = part.Numbering.Elements<AbstractNum>().LastOrDefault();
            _ = last is null
                ? part.Numbering.PrependChild(copy)
                : part.Numbering.InsertAfter(copy, last);
        }

        foreach (
            var number in ours.Elements<NumberingInstance>()
                .Where(n => !knownNumbers.Contains(n.NumberID!.Value + NumberingOffset))
        )
        {
            var copy = (NumberingInstance)number.CloneNode(true);
            copy.NumberID = copy.NumberID!.Value + NumberingOffset;
            copy.AbstractNumId!.Val = copy.AbstractNumId.Val!.Value + NumberingOffset;
            part.Numbering.Append(copy);
        }
    }

    private static OpenXmlElement Fixed(string resource, Func<string, OpenXmlElement> parse)
    {
        using var stream = WordWriter.Resource(resource);
        return parse(XDocument.Load(stream).Root!.ToString(SaveOptions.DisableFormatting));
    }
}
