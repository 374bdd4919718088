using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Kompass.Mining.Improvements.Office;

/// <summary>
/// Reads the parts of an office document that came from outside: bounded in bytes, entries and depth, without document types or anything external.
/// Nothing of it is written to disk.
/// </summary>
/// <param name="zip">The file.</param>
/// <param name="expected">What was expected, for messages.</param>
internal sealed class PackageReader(ZipArchive zip, string expected) : IDisposable
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxFileBytes = 50 * 1024 * 1024;

    /// <summary>Most entries: a draft has about 25, one with pasted pictures some hundreds.</summary>
    public const int MaxEntries = 2000;

    /// <summary>Largest part when unpacked, in bytes.</summary>
    public const int MaxPartBytes = 32 * 1024 * 1024;

    /// <summary>Deepest nesting of elements; Word's own documents stay below 40.</summary>
    public const int MaxDepth = 200;

    private static readonly XNamespace Relationships =
        "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Opens a document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="expected">What was expected, for messages.</param>
    /// <exception cref="OfficeException">It is none.</exception>
    public static PackageReader Open(byte[] bytes, string expected)
    {
        if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw new OfficeException($"är inget Officedokument; {expected}");
        }

        try
        {
            var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxEntries)
            {
                throw new OfficeException(
                    $"har {zip.Entries.Count} delar, fler än {MaxEntries}; {expected}"
                );
            }

            return new PackageReader(zip, expected);
        }
        catch (InvalidDataException e)
        {
            throw new OfficeException($"är skadat (ziparkivet går inte att läsa); {expected}", e);
        }
    }

    /// <summary>The main text of a Word document: the part that the package names as its document, and the name of its folder.</summary>
    public (XElement Root, string Folder) Main()
    {
        var (root, folder) = MainPart();
        return root.Name == WordXml.W("document")
            ? (root, folder)
            : throw new OfficeException($"är ett Officedokument men inte från Word; {expected}");
    }

    /// <summary>The rows of the first sheet of a workbook, each with its number from 1: the texts of its cells by column from 0. Numbers stand with a point.</summary>
    public IEnumerable<(int Row, IReadOnlyDictionary<int, string> Cells)> FirstSheet()
    {
        var (book, folder) = MainPart();
        var id = (string?)
            book.Descendants()
                .FirstOrDefault(e => e.Name.LocalName == "sheet")
                ?.Attribute(
                    XName.Get(
                        "id",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                    )
                );
        var target = Find(folder + "_rels/workbook.xml.rels")
            ?.Elements(Relationships + "Relationship")
            .FirstOrDefault(r => (string?)r.Attribute("Id") == id)
            ?.Attribute("Target")
            ?.Value;
        var sheet =
            (target is null ? null : Find(target[0] == '/' ? target[1..] : folder + target))
            ?? throw new OfficeException($"har inget blad; {expected}");
        var shared = (Find(folder + "sharedStrings.xml")?.Elements() ?? []).Select(TextOf).ToList();
        foreach (var row in sheet.Descendants().Where(e => e.Name.LocalName == "row"))
        {
            yield return Cells(row, shared);
        }
    }

    private static (int Row, IReadOnlyDictionary<int, string> Cells) Cells(
        XElement row,
        List<string> shared
    )
    {
        var number = 0;
        var cells = new Dictionary<int, string>();
        foreach (var cell in row.Elements().Where(e => e.Name.LocalName == "c"))
        {
            // B12
            var place = (string?)cell.Attribute("r") ?? "";
            var letters = place.TakeWhile(char.IsAsciiLetterUpper).Take(3).ToList();
            var column = letters.Aggregate(0, (n, letter) => (n * 26) + letter - 'A' + 1) - 1;
            column = letters.Count == 0 ? cells.Count : column;
            _ = int.TryParse(
                place.AsSpan(letters.Count),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out number
            );
            var text = TextOf(cell);
            cells[column] =
                (string?)cell.Attribute("t") == "s"
                && int.TryParse(text, CultureInfo.InvariantCulture, out var index)
                && index >= 0
                && index < shared.Count
                    ? shared[index]
                    : text;
        }

        return (number, cells);
    }

    // Formulas and how a word is pronounced are no text of a cell.
    private static string TextOf(XElement cell) =>
        string.Concat(
                cell.Descendants()
                    .Where(e => e.Name.LocalName is "v" or "t" && e.Parent!.Name.LocalName != "rPh")
                    .Select(e => e.Value)
            )
            .Trim();

    private (XElement Root, string Folder) MainPart()
    {
        var target =
            Find("_rels/.rels")
                ?.Elements(Relationships + "Relationship")
                .FirstOrDefault(r =>
                    ((string?)r.Attribute("Type"))?.EndsWith(
                        "/officeDocument",
                        StringComparison.Ordinal
                    ) == true
                )
                ?.Attribute("Target")
                ?.Value.TrimStart('/')
            ?? throw new OfficeException(
                Entry("mimetype") is not null
                    ? $"är en OpenDocumentfil men ingen text; {expected}"
                    : $"är ett ziparkiv men inget Officedokument; {expected}"
            );
        var root =
            Find(target) ?? throw new OfficeException($"är skadat: {target} saknas; {expected}");
        var slash = target.LastIndexOf('/');
        return (root, slash < 0 ? "" : target[..(slash + 1)]);
    }

    /// <summary>The root of a part, or null where there is no such part.</summary>
    /// <exception cref="OfficeException">It is too large, too deep or no well-formed XML.</exception>
    public XElement? Find(string name)
    {
        if (Entry(name) is not { } entry)
        {
            return null;
        }

        // No more is unpacked than the zip's directory claims.
        if (entry.Length > MaxPartBytes)
        {
            throw new OfficeException(
                $"har en del som packas upp till mer än {MaxPartBytes / (1024 * 1024)} MB ({entry.FullName}); {expected}"
            );
        }

        try
        {
            using (var reader = XmlReader.Create(entry.Open(), Settings()))
            {
                while (reader.Read())
                {
                    if (reader.Depth > MaxDepth)
                    {
                        throw new OfficeException(
                            $"är nästlat djupare än {MaxDepth} element ({name}); {expected}"
                        );
                    }
                }
            }

            using var again = XmlReader.Create(entry.Open(), Settings());
            return XDocument.Load(again, LoadOptions.PreserveWhitespace).Root;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new OfficeException($"är skadat: {name}: {e.Message}; {expected}", e);
        }
    }

    public void Dispose() => zip.Dispose();

    private ZipArchiveEntry? Entry(string name) =>
        zip.Entries.FirstOrDefault(e =>
            e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)
        );

    private static XmlReaderSettings Settings() =>
        new()
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            MaxCharactersInDocument = MaxPartBytes,
            XmlResolver = null,
        };
}
