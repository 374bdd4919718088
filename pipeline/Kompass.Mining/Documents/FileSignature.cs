namespace Kompass.Mining.Documents;

/// <summary>Tells from the first bytes, and the name only where they leave it open, what kind of file this is.</summary>
internal static class FileSignature
{
    internal enum Kind
    {
        Text,
        Html,
        Pdf,
        Unknown,
    }

    public static Kind Of(string file, ReadOnlySpan<byte> bytes)
    {
        // Before all that may stand within one: what is kept in an archive without compression would be read as if it were one document.
        if (Archive(bytes) is not null)
        {
            return Kind.Unknown;
        }

        // The PDF header may stand anywhere in the first 1024 bytes (PDF 32000-1, implementation note 13).
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return Kind.Pdf;
        }

        if (!LooksLikeText(bytes))
        {
            return Kind.Unknown;
        }

        // Without the zeros of UTF-16.
        var head = Encoding
            .Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)])
            .Replace("\0", "", StringComparison.Ordinal);
        var html =
            head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || Path.GetExtension(file).ToLowerInvariant() is ".html" or ".htm" or ".xhtml";
        return html ? Kind.Html : Kind.Text;
    }

    /// <summary>What an unknown file seems to be, for a message.</summary>
    public static string Describe(ReadOnlySpan<byte> bytes) =>
        Archive(bytes)
        ?? bytes switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "an RTF document",
            _ => "binary data of no known kind",
        };

    // What holds files, packed or not; null for anything else.
    private static string? Archive(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            // A file within it; the end of an empty one; a part of several.
            [(byte)'P', (byte)'K', 3, 4, ..]
            or [(byte)'P', (byte)'K', 5, 6, ..]
            or [(byte)'P', (byte)'K', 7, 8, ..] =>
                "a ZIP archive or an Office document (DOCX, XLSX, ODT)",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office document (DOC, XLS)",
            [0x1F, 0x8B, ..] => "a gzip archive",
            [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => "a 7z archive",
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07, ..] => "a RAR archive",
            [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "an xz archive",
            [
                (byte)'B',
                (byte)'Z',
                (byte)'h',
                >= (byte)'1'
                and <= (byte)'9',
                0x31,
                0x41,
                0x59,
                ..,
            ] => "a bzip2 archive",
            [0x28, 0xB5, 0x2F, 0xFD, ..] => "a Zstandard archive",
            _ => bytes.Length >= TarMark + 5 && bytes[TarMark..].StartsWith("ustar"u8)
                ? "a TAR archive"
                : null,
        };

    // Where the header of a file in a TAR archive says so (POSIX.1-1988).
    private const int TarMark = 257;

    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        if (
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            || Utf16.Of(bytes) is not null
        )
        {
            return true;
        }

        if (bytes.StartsWith("{\\rtf"u8))
        {
            return false;
        }

        var sample = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        var controls = 0;
        var zeros = 0;
        foreach (var b in sample)
        {
            if (b == 0)
            {
                zeros++;
            }
            else if (
                b < 32
                && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x0B or 0x1A)
            )
            {
                controls++;
            }
        }

        // Text that a program padded with zeros; in data of other kinds other controls are as frequent.
        return controls * 100 <= sample.Length && zeros * 10 <= sample.Length;
    }
}
