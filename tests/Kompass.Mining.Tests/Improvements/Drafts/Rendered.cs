using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Writing;

namespace Kompass.Mining.Tests.Improvements.Drafts;

/// <summary>Specimens as files, and the parts of a Word document as XML.</summary>
internal static class Rendered
{
    public static readonly XNamespace W =
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static Edition Edition { get; } = Subject.Knowledge.Edition("2010");

    /// <summary>The specimens by name.</summary>
    public static ImprovementDraft Draft(string name) =>
        name switch
        {
            "full" => Specimen.Full(Edition),
            "small" => Specimen.Small(Edition),
            "areas" => Specimen.AreasOnly(Edition),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    public static byte[] Bytes(string name, DraftFormat format) =>
        DraftFile.Render(Draft(name), format);

    public static string Text(string name, DraftFormat format) =>
        Encoding.UTF8.GetString(Bytes(name, format));

    /// <summary>A part of a Word document.</summary>
    public static XElement Part(byte[] document, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(document));
        using var stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream).Root!;
    }

    public static string? Value(this XElement? element) => (string?)element?.Attribute(W + "val");
}
