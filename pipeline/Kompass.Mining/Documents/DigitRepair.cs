using System.Text.RegularExpressions;

namespace Kompass.Mining.Documents;

/// <summary>
/// Numbers in other signs than 0 to 9: the letter O for zero, as typists and recognition write it (<c>6O</c>, <c>1OO</c>, <c>2O12</c>), and full-width digits.
/// </summary>
internal static partial class DigitRepair
{
    // Unicode's FULLWIDTH DIGIT ZERO to NINE.
    private const char WideZero = '\uFF10';
    private const char WideNine = '\uFF19';

    /// <summary>The text with 0 to 9 in place of full-width digits; no character moves.</summary>
    public static string WideDigits(string text, List<string> repairs)
    {
        var count = text.Count(c => c is >= WideZero and <= WideNine);
        if (count == 0)
        {
            return text;
        }

        repairs.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} full-width digits were read as 0 to 9"
            )
        );
        return string.Create(
            text.Length,
            text,
            (mended, original) =>
            {
                for (var i = 0; i < mended.Length; i++)
                {
                    mended[i] = original[i] is >= WideZero and <= WideNine
                        ? (char)('0' + (original[i] - WideZero))
                        : original[i];
                }
            }
        );
    }

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
        Patterns.TimeLimit
    )]
    private static partial Regex NumberWithO();
}
