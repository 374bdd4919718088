using System.IO.Compression;
using System.Xml.Linq;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Writing;
using Kompass.Mining.Tests.Improvements.Drafts;

namespace Kompass.Mining.Tests.Improvements.Feedback;

/// <summary>A draft as it comes back: what an editor does to its text, done to the XML.</summary>
public sealed class ReturnedDraft
{
    public static readonly XNamespace W = Rendered.W;

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);

    public ReturnedDraft(string specimen = "small")
        : this(Rendered.Bytes(specimen, DraftFormat.Word)) { }

    public ReturnedDraft(byte[] document)
    {
        using var zip = new ZipArchive(new MemoryStream(document));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            _parts[entry.FullName] = copy.ToArray();
        }

        Text = Load("word/document.xml");
    }

    /// <summary>The document; change it.</summary>
    public XDocument Text { get; }

    /// <summary>The paragraph of a suggestion: <c>improvement_1_1</c>.</summary>
    public XElement Suggestion(string mark) =>
        Text.Descendants(W + "bookmarkStart")
            .First(b => (string?)b.Attribute(W + "name") == "kompass_" + mark)
            .Ancestors(W + "p")
            .First();

    /// <summary>Crosses the boxes of all areas.</summary>
    public ReturnedDraft Reviewed()
    {
        foreach (
            var text in Text.Descendants(W + "t")
                .Where(t => t.Value.StartsWith(AreaPages.Box, StringComparison.Ordinal))
        )
        {
            text.Value = "☒" + text.Value[1..];
        }

        return this;
    }

    /// <summary>The cell of a column of an area.</summary>
    public XElement Column(int area, int column) =>
        Text.Descendants(W + "tbl")
            .Where(t =>
                t.Value.StartsWith("StyrkorFörbättringsmöjligheter", StringComparison.Ordinal)
            )
            .ElementAt(area - 1)
            .Elements(W + "tr")
            .Last()
            .Elements(W + "tc")
            .ElementAt(column);

    public static XElement Paragraph(string text, params object[] more) =>
        new(W + "p", Run(text), more);

    public static XElement Run(string text) => new(W + "r", new XElement(W + "t", text));

    public static XElement Tracked(string kind, params object[] content) =>
        new(W + kind, new XAttribute(W + "id", "900"), new XAttribute(W + "author", "A"), content);

    /// <summary>The run with the sentence.</summary>
    public static XElement Sentence(XElement paragraph) => paragraph.Elements(W + "r").First();

    public XDocument Load(string part) => XDocument.Load(new MemoryStream(_parts[part]));

    /// <summary>Changes the baseline that the document carries, as JSON.</summary>
    public void Rebase(Func<string, string> change)
    {
        const string prefix = "KompassBaseline";
        var custom = Load("docProps/custom.xml");
        var pieces = custom
            .Root!.Elements()
            .Where(p =>
                ((string?)p.Attribute("name"))!.StartsWith(prefix, StringComparison.Ordinal)
            )
            .ToList();
        using var inflate = new DeflateStream(
            new MemoryStream(Convert.FromBase64String(string.Concat(pieces.Select(p => p.Value)))),
            CompressionMode.Decompress
        );
        using var reader = new StreamReader(inflate);
        var json = change(reader.ReadToEnd());
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(System.Text.Encoding.UTF8.GetBytes(json));
        }

        pieces.Skip(1).Remove();
        pieces[0].Elements().Single().Value = Convert.ToBase64String(packed.ToArray());
        Set("docProps/custom.xml", custom.ToString());
    }

    public void Remove(string part) => _parts.Remove(part);

    public void Set(string part, byte[] content) => _parts[part] = content;

    public void Set(string part, string content) =>
        Set(part, System.Text.Encoding.UTF8.GetBytes(content));

    public byte[] Save()
    {
        if (_parts.ContainsKey("word/document.xml"))
        {
            using var text = new MemoryStream();
            Text.Save(text, SaveOptions.DisableFormatting);
            _parts["word/document.xml"] = text.ToArray();
        }

        return Zip(_parts);
    }

    /// <summary>As <see cref="Save"/>, with the parts as they were set.</summary>
    public byte[] SaveParts() => Zip(_parts);

    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return result.ToArray();
    }
}
