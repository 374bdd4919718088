namespace Kompass.Mining.Documents;

/// <summary>
/// Tells a Swedish text that has lost its å, ä and ö: <c>Vasteras</c>, <c>V?ster?s</c>. Which letter it was can be guessed word by word
/// and never be sure.
/// </summary>
internal static partial class LostLetters
{
    // Of 1,000 letters of the reports 60 to 65 are å, ä or ö; so long a text without any is not Swedish as written.
    private const int FewestLetters = 2000;
    private const int FewestSwedishWords = 10;

    private static readonly System.Buffers.SearchValues<char> SwedishLetters =
        System.Buffers.SearchValues.Create("åäöÅÄÖ");

    /// <summary>What is lost, in words, or null.</summary>
    public static string? In(string text)
    {
        if (
            text.Length < FewestLetters
            || text.AsSpan().ContainsAny(SwedishLetters)
            || text.Contains('\u0308', StringComparison.Ordinal)
            || text.Count(char.IsAsciiLetter) < FewestLetters
            || And().Count(text) < FewestSwedishWords
            || Entity().IsMatch(text)
        )
        {
            return null;
        }

        var marks = InPlaceOfLetters().Count(text);
        return marks >= FewestSwedishWords
            ? Invariant(
                $"has lost its å, ä and ö: another sign stands in their place at {marks:N0} places"
            )
            : "has lost its å, ä and ö: no such letter stands in the whole text";
    }

    [GeneratedRegex(@"\boch\b", Patterns.AnyCase)]
    private static partial Regex And();

    [GeneratedRegex(@"[a-z][?\uFFFD_¿][a-z]")]
    private static partial Regex InPlaceOfLetters();

    // &aring; &#228; &#xF6;
    [GeneratedRegex(
        @"&(?:aring|auml|ouml|#(?:229|228|246|x[eE]5|x[eE]4|x[fF]6));",
        Patterns.AnyCase
    )]
    private static partial Regex Entity();
}
