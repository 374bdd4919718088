using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// Reads the parts of a Word document that came back from outside: bounded in bytes, entries and depth, without document types or anything external.
/// Nothing of it is written to disk.
/// </summary>
internal sealed class PackageReader : IDisposable
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxFileBytes = 50 * 1024 * 1024;

    /// <summary>Most entries: a draft has about 25, one with pasted pictures some hundreds.</summary>
    public const int MaxEntries = 2000;

    /// <summary>Largest part when unpacked, in bytes.</summary>
    public const int MaxPartBytes = 32 * 1024 * 1024;

    /// <summary>Deepest nesting of elements; Word's own documents stay below 40.</summary>
    public const int MaxDepth = 200;

    private const string Expected =
        "expected the edited draft as a Word document (.docx), as kompass suggest --out wrote it";

    private static readonly XNamespace Relationships =
        "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(
        StringComparer.OrdinalIgnoreCase
    );

    private PackageReader(ZipArchive zip)
    {
        _zip = zip;
        foreach (var entry in zip.Entries)
        {
            _entries.TryAdd(entry.FullName, entry);
        }
    }

    /// <summary>Opens a document.</summary>
    /// <exception cref="DraftDocumentException">It is none.</exception>
    public static PackageReader Open(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            throw new DraftDocumentException($"is no Word document; {Expected}");
        }

        try
        {
            var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxEntries)
            {
                throw new DraftDocumentException(
                    $"has {zip.Entries.Count} parts, more than {MaxEntries}; {Expected}"
                );
            }

            return new PackageReader(zip);
        }
        catch (InvalidDataException e)
        {
            throw new DraftDocumentException(
                $"is damaged (the zip archive cannot be read); {Expected}",
                e
            );
        }
    }

    /// <summary>The main text: the part that the package names as its document, and the name of its folder.</summary>
    public (XElement Root, string Folder) Main()
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
            ?? throw new DraftDocumentException(
                _entries.ContainsKey("mimetype")
                    ? $"is an OpenDocument file, but no text; {Expected}"
                    : $"is a zip archive, but no Word document; {Expected}"
            );
        var root =
            Find(target)
            ?? throw new DraftDocumentException($"is damaged: {target} is missing; {Expected}");
        if (root.Name != WordNames.Document)
        {
            throw new DraftDocumentException($"is an office document, but not of Word; {Expected}");
        }

        var slash = target.LastIndexOf('/');
        return (root, slash < 0 ? "" : target[..(slash + 1)]);
    }

    /// <summary>The root of a part, or null where there is no such part.</summary>
    /// <exception cref="DraftDocumentException">It is too large, too deep or no well-formed XML.</exception>
    public XElement? Find(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        try
        {
            var bytes = Unpack(entry);
            CheckDepth(name, bytes);
            using var reader = XmlReader.Create(new MemoryStream(bytes), Settings());
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new DraftDocumentException($"is damaged: {name}: {e.Message}; {Expected}", e);
        }
    }

    public void Dispose() => _zip.Dispose();

    // The size in the zip's directory is only a claim: what comes out is counted.
    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        using var target = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = source.Read(buffer)) > 0)
        {
            if (target.Length + read > MaxPartBytes)
            {
                throw new DraftDocumentException(
                    $"has a part that unpacks to more than {MaxPartBytes / (1024 * 1024)} MB ({entry.FullName}); {Expected}"
                );
            }

            target.Write(buffer, 0, read);
        }

        return target.ToArray();
    }

    private static void CheckDepth(string name, byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Settings());
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                throw new DraftDocumentException(
                    $"is nested deeper than {MaxDepth} elements ({name}); {Expected}"
                );
            }
        }
    }

    private static XmlReaderSettings Settings() =>
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
}
