using System.Text.Json;
using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>A draft that came back: what was suggested, and what stands there now.</summary>
/// <param name="Draft">As it was suggested.</param>
/// <param name="Lines">As it stands now, in the document's order.</param>
internal sealed partial record EditedDraft(ImprovementDraft Draft, IReadOnlyList<EditedLine> Lines)
{
    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="data">Where suggestions are kept, for documents that lost theirs.</param>
    /// <exception cref="DraftDocumentException">It is no draft of ours.</exception>
    public static EditedDraft Read(byte[] bytes, DataFolder data)
    {
        using var package = PackageReader.Open(bytes);
        var (document, folder) = package.Main();
        var draft = Embedded(package) ?? Kept(package, data);
        var walker = new AreaWalker(
            package.Find(folder + "styles.xml"),
            draft.Areas.Select(a => a.Area)
        );
        var lines = walker.Walk(document);
        return walker.Tables > 0
            ? new EditedDraft(draft, lines)
            : throw new DraftDocumentException(
                $"is the draft {draft.Id}, but no table {AreaPages.Head(FindingKind.Strength)} | {AreaPages.Head(FindingKind.Improvement)} under a heading Område … is left in it; nothing was recorded"
            );
    }

    private static ImprovementDraft? Embedded(PackageReader package)
    {
        var json = package
            .Names("customXml/")
            .Where(n => n.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .Select(package.Find)
            .FirstOrDefault(r => r?.Name == EmbeddedDraft.Name)
            ?.Value;
        return json is null ? null : Parse(json, "the draft in it");
    }

    // Some programs drop custom parts, but keep properties.
    private static ImprovementDraft Kept(PackageReader package, DataFolder data)
    {
        var id = package
            .Find("docProps/custom.xml")
            ?.Elements()
            .FirstOrDefault(p => (string?)p.Attribute("name") == EmbeddedDraft.PropertyName)
            ?.Value.Trim();
        if (id is null || !Id.IsMatch(id))
        {
            throw new DraftDocumentException(
                "is a Word document, but no draft of kompass (it carries none); expected the document that kompass suggest --out wrote, edited and saved as .docx"
            );
        }

        var file = Path.Combine(data.Suggestions, id + ".json");
        return File.Exists(file)
            ? Parse(File.ReadAllText(file), file)
            : throw new DraftDocumentException(
                $"is the draft {id}, but the program that saved it dropped what was suggested; expected it in the document or in {file} (kompass suggest --report {id} --out {file})"
            );
    }

    private static ImprovementDraft Parse(string json, string from)
    {
        try
        {
            var draft = DraftJson.Read(json);
            return Id.IsMatch(draft.Id)
                ? draft
                : throw new JsonException($"its id is no id of a draft: {draft.Id}");
        }
        catch (JsonException e)
        {
            throw new DraftDocumentException($"cannot be read: {from}: {e.Message}", e);
        }
    }

    // It becomes the name of a file: avesta-2014
    [GeneratedRegex(
        "^[a-z0-9][a-z0-9-]{0,99}$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Id { get; }
}
