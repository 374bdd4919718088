using System.Text;

namespace Kompass.Mining.Documents;

/// <summary>Bytes of a text file become characters, in whatever of the usual encodings they stand.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Decodes UTF-8 (with or without BOM, also when a cut at the end splits a character), UTF-16 with BOM, and else Windows-1252. UTF-8 that was
    /// once mistaken for Windows-1252 (<c>Ã¤</c> for <c>ä</c>) is undone.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        var text = DecodeUtf8(bytes) ?? Encoding.GetEncoding(1252).GetString(bytes);
        return LooksDoublyEncoded(text) ? UndoDoubleEncoding(text) : text;
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        var whole = bytes[..WholeLength(bytes)];
        try
        {
            var text = StrictUtf8.GetString(whole);
            // Where nothing before speaks for UTF-8, a last byte that is a Swedish letter in Windows-1252 is that letter.
            return
                bytes.Length == whole.Length + 1
                && bytes[^1] is 0xE5 or 0xE4 or 0xF6 or 0xC5 or 0xC4 or 0xD6 or 0xE9
                && Ascii.IsValid(whole)
                ? null
                : text;
        }
        catch (DecoderFallbackException)
        {
            return MostlyUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }
    }

    // A cut file may end within a character: its first bytes, up to three, are let go.
    private static int WholeLength(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 1; cut <= 3 && cut <= bytes.Length; cut++)
        {
            switch (bytes[^cut])
            {
                case >= 0x80 and <= 0xBF:
                    continue;
                case >= 0xC2 and <= 0xDF when cut < 2:
                case >= 0xE0 and <= 0xEF when cut < 3:
                case >= 0xF0 and <= 0xF4:
                    return bytes.Length - cut;
                default:
                    return bytes.Length;
            }
        }

        return bytes.Length;
    }

    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var pairs = 0;
        var strays = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            if (
                bytes[i] is >= 0xC2 and <= 0xF4
                && i + 1 < bytes.Length
                && bytes[i + 1] is >= 0x80 and <= 0xBF
            )
            {
                pairs++;
                i++;
            }
            else
            {
                strays++;
            }
        }

        return pairs > 20 && strays * 20 < pairs;
    }

    private static bool LooksDoublyEncoded(string text)
    {
        var doubled =
            Count(text, "Ã¤")
            + Count(text, "Ã¥")
            + Count(text, "Ã¶")
            + Count(text, "Ã„")
            + Count(text, "Ã–");
        return doubled >= 5
            && doubled > 4 * (Count(text, "ä") + Count(text, "å") + Count(text, "ö"));
    }

    private static string UndoDoubleEncoding(string text)
    {
        try
        {
            return StrictUtf8.GetString(
                Encoding
                    .GetEncoding(
                        1252,
                        EncoderFallback.ExceptionFallback,
                        DecoderFallback.ExceptionFallback
                    )
                    .GetBytes(text)
            );
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
        {
            return text;
        }
    }

    private static int Count(string text, string part)
    {
        var count = 0;
        for (
            var at = text.IndexOf(part, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal)
        )
        {
            count++;
        }

        return count;
    }
}
