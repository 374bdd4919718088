namespace Kompass.Mining.Documents;

/// <summary>Counts the letters by which Swedish is known, and what stands in their place where an encoding was mistaken.</summary>
internal static class SwedishLetters
{
    private const string Own = "åäöÅÄÖ";

    // Letters of names and of words from abroad, and signs that stand between letters.
    private const string Known = Own + "éèêëÉáàâíìîïóòôúùûüÜçñæøÆØßý’‘´·–—-\u00AD\u2010\u2011";

    /// <summary>Occurrences of å, ä and ö beside another letter.</summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (
                Own.Contains(text[i], StringComparison.Ordinal)
                && (
                    (i > 0 && char.IsAsciiLetter(text[i - 1]))
                    || (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1]))
                )
            )
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Places within words where something stands that no Swedish word has: <c>fÃ¶r</c>, <c>f‰r</c>, <c>f÷r</c>.</summary>
    public static int Odd(string text)
    {
        var odd = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] < '\u0080' || !char.IsAsciiLetter(text[i - 1]))
            {
                continue;
            }

            var end = i;
            var known = true;
            while (end < text.Length && text[end] >= '\u0080')
            {
                known &= Known.Contains(text[end], StringComparison.Ordinal);
                end++;
            }

            if (!known && end < text.Length && char.IsAsciiLetter(text[end]))
            {
                odd++;
            }

            i = end;
        }

        return odd;
    }
}
