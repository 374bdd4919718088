using System.Xml.Linq;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>A draft that came back: what was suggested, what stands there now, and who edited it.</summary>
/// <param name="Baseline">As it was suggested; its facts fit.</param>
/// <param name="Edition">Its edition.</param>
/// <param name="Lines">As it stands now, in the document's order.</param>
/// <param name="Struck">The whole paragraphs that were struck from it, tracked or struck through.</param>
/// <param name="Author">Who saved it last, as the document says, or null.</param>
internal sealed record EditedDraft(
    DraftBaseline Baseline,
    Edition Edition,
    IReadOnlyList<EditedLine> Lines,
    IReadOnlyList<string> Struck,
    string? Author
)
{
    private static readonly XNamespace Core =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    /// <summary>Reads a Word document.</summary>
    /// <exception cref="OfficeException">It is no draft of ours, or says what cannot be.</exception>
    public static EditedDraft Read(byte[] bytes, Knowledge knowledge)
    {
        using var package = PackageReader.Open(
            bytes,
            "det bearbetade utkastet som Worddokument (.docx) väntades, så som kompass suggest --out skrev det"
        );
        var (document, folder) = package.Main();
        var baseline = BaselineIn(package);
        var edition = BaselineCheck.EditionOf(baseline, knowledge);
        var (lines, struck) = EditedText.Read(
            document,
            package.Find(folder + "styles.xml"),
            package.Find(folder + "comments.xml"),
            edition
        );
        return new EditedDraft(baseline, edition, lines, struck, AuthorOf(package, document));
    }

    /// <summary>Whether a document is a draft as the program wrote it.</summary>
    public static bool IsUntouched(byte[] bytes)
    {
        try
        {
            using var package = PackageReader.Open(bytes, "");
            return Properties(package)
                .Contains((DraftBaseline.TextProperty, DraftBaseline.HashOf(package.Main().Root)));
        }
        catch (OfficeException)
        {
            return false;
        }
    }

    private static List<(string Name, string Value)> Properties(PackageReader package) =>
        [
            .. (package.Find("docProps/custom.xml")?.Elements() ?? []).Select(p =>
                (Name: (string?)p.Attribute("name") ?? "", p.Value)
            ),
        ];

    private static DraftBaseline BaselineIn(PackageReader package)
    {
        var properties = Properties(package);
        var packed = string.Concat(
            properties
                .Where(p => p.Name.StartsWith(DraftBaseline.Property, StringComparison.Ordinal))
                .OrderBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => p.Value.Trim())
        );
        if (packed.Length == 0)
        {
            throw new OfficeException(
                properties.Exists(p => p.Name == DraftBaseline.IdProperty)
                    ? "är ett utkast, men det som föreslogs följer inte med (en äldre version skrev det, eller programmet som sparade det tog bort det); skriv utkastet på nytt och bearbeta det"
                    : "är ett Worddokument men inget utkast (det bär inget med sig); dokumentet som kompass suggest --out skrev, bearbetat och sparat, väntades"
            );
        }

        try
        {
            return DraftBaseline.Unpack(packed);
        }
        catch (JsonException e)
        {
            throw new OfficeException($"bär på ett utkast som inte kan läsas: {e.Message}", e);
        }
    }

    private static string? AuthorOf(PackageReader package, XElement document)
    {
        var core = package.Find("docProps/core.xml");
        return new[]
        {
            core?.Element(Core + "lastModifiedBy")?.Value,
            core?.Element(Dc + "creator")?.Value,
            document.Descendants().FirstOrDefault(e => e.Is("ins", "del")).Get("author"),
        }
            .Select(a => a?.Trim())
            .FirstOrDefault(a => !string.IsNullOrEmpty(a) && a != DraftBaseline.Creator);
    }
}
