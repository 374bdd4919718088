namespace Kompass.Mining.Layout.Geometry;

/// <summary>Starts of lines that go on with what stands above them, by what they say.</summary>
internal static class LineStarts
{
    /// <summary>"9 veckor": set on one line, and nothing on its own.</summary>
    public static bool IsQuantity(string text) =>
        text.Split(' ') is [var number, { Length: > 0 } unit]
        && number.All(char.IsAsciiDigit)
        && char.IsLower(unit[0]);

    /// <summary>What closes a bracket that is open: "(170" over "000 kronor per år)".</summary>
    public static bool IsInBrackets(List<Passage> open, string text) =>
        text.IndexOf(')', StringComparison.Ordinal) is >= 0 and var close
        && text.LastIndexOf('(', close) < 0
        && string.Join(' ', open.Select(p => p.Text)) is var before
        && before.LastIndexOf('(') > before.LastIndexOf(')');

    /// <summary>Whether a line of one word and the start of the next line are one word that was cut without a hyphen.</summary>
    public static bool IsRestOfWord(string first, string rest, LayoutContext context) =>
        first.Length > 9
        && !first.Contains(' ', StringComparison.Ordinal)
        && char.IsLower(first[^1])
        && rest.Length > 0
        && rest.All(char.IsLower)
        && (
            context.Words.Contains(first + rest)
            || (
                // The pieces are no words of the document.
                context.Words.LowerCase(rest) < 2
                && context.Words.LowerCase(first) < 2
                && !context.Words.IsSmallWord(rest)
                && (rest.Length <= 4 || IsOnlyAWordTogether(first, rest, context))
            )
        );

    // "Kompetensförsörjnin" and "gsplan", not "Kommunchefens" and "höstresa".
    private static bool IsOnlyAWordTogether(string first, string rest, LayoutContext context) =>
        !context.Lexicon.LooksSwedish(first, context.Words.Contains)
        && !context.Lexicon.ContainsInflected(rest)
        && context.Lexicon.LooksSwedish(first + rest, context.Words.Contains);
}
