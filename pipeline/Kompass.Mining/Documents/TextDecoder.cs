using System.Buffers;

namespace Kompass.Mining.Documents;

/// <summary>A file's text.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Repairs">What had to be undone, in words; empty where nothing.</param>
/// <param name="Lost">What is lost and cannot be set right, in words, or null.</param>
internal sealed record DecodedText(string Text, IReadOnlyList<string> Repairs, string? Lost);

/// <summary>Bytes of a text file become characters, in whatever of the usual encodings they stand.</summary>
internal static partial class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    // The encodings of one byte in which Swedish texts were kept: Windows, the Macintosh, DOS. Where none explains more letters than another, the first is it.
    private static readonly int[] SingleByte = [1252, 10000, 850];

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The characters alone, as <see cref="DocumentReader"/> reads them: places in a document are places in these.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        Read(bytes, FileSignature.Of("", bytes) == FileSignature.Kind.Html).Text;

    /// <summary>
    /// Decodes UTF-8 (with or without BOM, also when a cut at the end splits a character), UTF-16 with or without BOM, and else Windows-1252, Mac Roman or
    /// code page 850, whichever gives Swedish. Text that was once read in a wrong encoding (<c>Ã¤</c> for <c>ä</c>) is set right, and so is one that is no HTML
    /// and has its letters as HTML writes them.
    /// </summary>
    public static DecodedText Read(ReadOnlySpan<byte> bytes, bool isHtml = false)
    {
        var repairs = new List<string>();
        var text = MistakenEncoding.Undo(Characters(bytes, repairs), repairs);
        text = isHtml ? EntitiesOnce(text, repairs) : WithoutEntities(text, repairs);
        text = LookAlikes.Latin(text, repairs);
        text = DigitRepair.OtherDigits(WithDigits(text), repairs);
        text = DigitRepair.LettersForZeros(text, repairs);
        return new DecodedText(text, repairs, LostLetters.In(text));
    }

    // Digits of other scripts that are written as references: a parser of HTML writes them out when all digits are mended already.
    private static string WithDigits(string text) =>
        Reference()
            .Replace(
                text,
                m =>
                    System.Net.WebUtility.HtmlDecode($"{m.Value.TrimEnd(';')};") is [var sign]
                    && DigitRepair.IsOther(sign)
                        ? $"{sign}"
                        : m.Value
            );

    // A page saved as text with its letters still as HTML writes them: "&aring;ret".
    private static string WithoutEntities(string text, List<string> repairs)
    {
        var entities = Entity().Count(text);
        if (entities < FewestEntities)
        {
            return text;
        }

        repairs.Add(Invariant($"{entities:N0} characters were written as in HTML (&aring;)"));
        return System.Net.WebUtility.HtmlDecode(text);
    }

    // A page whose letters were written as entities twice, so that a browser shows "&aring;ret".
    private static string EntitiesOnce(string text, List<string> repairs)
    {
        var entities = Twice().Count(text);
        if (entities < FewestEntities)
        {
            return text;
        }

        repairs.Add(
            Invariant($"{entities:N0} characters were written as in HTML twice (&amp;aring;)")
        );
        return Twice().Replace(text, "&");
    }

    // One or two may be what a text is about.
    private const int FewestEntities = 5;

    [GeneratedRegex("&amp;(?=(?:" + Names + ");)")]
    private static partial Regex Twice();

    private const string Names =
        @"[aouAOU]uml|[aA]ring|[eE]acute|nbsp|amp|quot|[rl][sd]quo|[nm]dash|hellip|bull|middot|#\d{2,4}|#x[0-9A-Fa-f]{2,4}";

    [GeneratedRegex("&(?:" + Names + ");")]
    private static partial Regex Entity();

    // "&#1633;", "&#x0661"
    [GeneratedRegex(@"&#(?:\d{4,7}|[xX][0-9a-fA-F]{3,6});?")]
    private static partial Regex Reference();

    /// <summary>The characters as they stand, with nothing set right but their encoding: what a person keeps as a list is meant as it is written.</summary>
    public static string Characters(ReadOnlySpan<byte> bytes) => Characters(bytes, []);

    private static string Characters(ReadOnlySpan<byte> bytes, List<string> repairs)
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

        if (Utf16.Of(bytes) is { } wide)
        {
            return wide.GetString(bytes);
        }

        if (bytes.Contains((byte)0))
        {
            var nulls = bytes.Count((byte)0);
            bytes = bytes.ToArray().Where(b => b != 0).ToArray();
            repairs.Add(Invariant($"{nulls:N0} NUL bytes were taken out"));
        }

        return DecodeUtf8(bytes) ?? DecodeSingleByte(bytes);
    }

    private static string DecodeSingleByte(ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        return SingleByte
            .Select(c => Encoding.GetEncoding(c).GetString(copy))
            .MaxBy(SwedishLetters.Count)!;
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        var whole = Whole(bytes);
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
            return MostlyUtf8(bytes);
        }
    }

    // A cut file may end within a character, whose first bytes are let go.
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes) =>
        Rune.DecodeLastFromUtf8(bytes, out _, out var cut) == OperationStatus.NeedMoreData
            ? bytes[..^cut]
            : bytes;

    // Where hardly any byte of a text with many such characters is not its own.
    private static string? MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var strays = text.Count(c => c == '\uFFFD');
        var wide = text.Count(c => c >= '\u0080') - strays;
        return wide > 20 && strays * 20 < wide ? text : null;
    }
}
