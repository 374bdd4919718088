using System.Text;
using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Dataset.Search;

/// <summary>A word of a text as search knows it.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Start">Its first character in the text.</param>
/// <param name="Length">Its characters.</param>
public readonly record struct SearchWord(string Text, int Start, int Length);

/// <summary>Cuts texts into the words that search knows, and brings words to the form in which inflections are one.</summary>
public static class SearchWords
{
    // "in" and "yn" of strategin and policyn: the definite ending of nouns in -i and -y, which Snowball leaves.
    private const int ShortestBeforeN = 5;

    /// <summary>The words in order: runs of letters and digits in lower case; <c>IT-stöd</c> is two.</summary>
    public static IEnumerable<SearchWord> Of(string text) =>
        Places(text)
            .Select(p => new SearchWord(
                Normal(text.Substring(p.Start, p.Length)),
                p.Start,
                p.Length
            ));

    /// <summary>Where they stand.</summary>
    internal static IEnumerable<(int Start, int Length)> Places(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsPartOfWord(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return (start, i - start);
                start = -1;
            }
        }
    }

    /// <summary>The stem of a word: <c>strategierna</c>, <c>strategin</c> and <c>strategi</c> have one.</summary>
    /// <param name="word">In lower case.</param>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        // Until nothing is left to cut: "webbplatsen" first becomes "webbplats", which alone would be cut to "webbplat".
        var stem = word;
        for (var next = SnowballStemmer.Stem(stem); next != stem; next = SnowballStemmer.Stem(stem))
        {
            stem = next;
        }

        return
            stem.Length >= ShortestBeforeN
            && (
                stem.EndsWith("in", StringComparison.Ordinal)
                || stem.EndsWith("yn", StringComparison.Ordinal)
            )
            ? stem[..^1]
            : stem;
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetterOrDigit(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>A word as search knows it, of a run of letters.</summary>
    internal static string Normal(string word) =>
        (
            word.IsNormalized(NormalizationForm.FormC)
                ? word
                : word.Normalize(NormalizationForm.FormC)
        ).ToLower(CultureInfo.InvariantCulture);
}
