using System.Text.RegularExpressions;

namespace Kompass.Mining.Documents;

/// <summary>Numbers in which the letter O stands for zero, as typists and recognition write them: <c>6O</c>, <c>1OO</c>, <c>2O12</c>.</summary>
internal static partial class DigitRepair
{
    /// <summary>The text with zeros in place of such letters; what is no number is left alone.</summary>
    public static string LettersForZeros(string text, List<string> repairs)
    {
        if (!text.Contains('O', StringComparison.Ordinal))
        {
            return text;
        }

        var count = 0;
        var mended = NumberWithO()
            .Replace(
                text,
                m =>
                {
                    count++;
                    return m.Value.Replace('O', '0');
                }
            );
        if (count > 0)
        {
            repairs.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the letter O was read as zero in {count} numbers"
                )
            );
        }

        return mended;
    }

    // Digits and capital O without any other letter beside them, a digit first: "O2" may be oxygen.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}])\d[\dO]*O[\dO]*(?![\p{L}\p{Nd}])",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex NumberWithO();
}
