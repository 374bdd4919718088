namespace Kompass.Mining.Documents;

/// <summary>
/// Numbers in other signs than 0 to 9: the letter O for zero, as typists and recognition write it (<c>6O</c>, <c>1OO</c>, <c>2O12</c>), and digits of other scripts.
/// </summary>
internal static partial class DigitRepair
{
    /// <summary>The text with 0 to 9 in place of the digits of other scripts, full-width ones among them; no character moves.</summary>
    public static string OtherDigits(string text, List<string> repairs)
    {
        var count = text.Count(IsOther);
        if (count == 0)
        {
            return text;
        }

        repairs.Add(
            Invariant(
                $"{count} full-width digits, or digits of another script, were read as 0 to 9"
            )
        );
        return Written(text);
    }

    /// <summary>The pages with such words.</summary>
    public static IReadOnlyList<Page> OtherDigits(IReadOnlyList<Page> pages) =>
        pages.Any(p => p.Words.Any(w => w.Text.Any(IsOther)))
            ?
            [
                .. pages.Select(p =>
                    p with
                    {
                        Words = [.. p.Words.Select(w => w with { Text = Written(w.Text) })],
                    }
                ),
            ]
            : pages;

    // A pattern's \d takes them for digits, a number's parser does not.
    internal static bool IsOther(char c) => !char.IsAscii(c) && char.IsDigit(c);

    /// <summary>The text with such digits as 0 to 9.</summary>
    public static string Written(string text) =>
        string.Concat(
            text.Select(c => IsOther(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c)
        );

    /// <summary>The text with zeros in place of such letters; what is no number is left alone.</summary>
    public static string LettersForZeros(string text, List<string> repairs)
    {
        var count = text.Contains('O', StringComparison.Ordinal) ? NumberWithO().Count(text) : 0;
        if (count == 0)
        {
            return text;
        }

        repairs.Add(Invariant($"the letter O was read as zero in {count} numbers"));
        return NumberWithO().Replace(text, m => m.Value.Replace('O', '0'));
    }

    // Digits and capital O without any other letter beside them, a digit first: "O2" may be oxygen.
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])\d[\dO]*O[\dO]*(?![\p{L}\p{Nd}])")]
    private static partial Regex NumberWithO();
}
