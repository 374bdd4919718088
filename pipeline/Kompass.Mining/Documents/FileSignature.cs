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
        bytes switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] =>
                "a ZIP archive or an Office document (DOCX, XLSX, ODT)",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office document (DOC, XLS)",
            [0x1F, 0x8B, ..] => "a gzip archive",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
            [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "an RTF document",
            _ => "binary data of no known kind",
        };

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
