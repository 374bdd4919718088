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
    // Of a stem that has still an ending which Snowball leaves: "in" and "yn" of strategin and policyn, "an" and "et" of skolan and barnet.
    private const int ShortestWithEnding = 5;

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

    /// <summary>The words that hyphens join, written as one: <c>etjänst</c> of <c>e-tjänst</c>.</summary>
    internal static IEnumerable<string> Joined(string text)
    {
        var (from, to) = (0, 0);
        var words = 0;
        foreach (var (start, length) in Places(text).Append((text.Length + 1, 0)))
        {
            if (words > 0 && start == to + 1 && start <= text.Length && text[to] == '-')
            {
                words++;
            }
            else
            {
                if (words > 1)
                {
                    yield return Normal(text[from..to].Replace("-", "", StringComparison.Ordinal));
                }

                (from, words) = (start, 1);
            }

            to = start + length;
        }
    }

    /// <summary>The stem of a word: <c>strategierna</c>, <c>strategin</c> and <c>strategi</c> have one, <c>böcker</c> and <c>bok</c> too.</summary>
    /// <param name="word">In lower case.</param>
    public static string Stem(string word)
    {
        if (WordForms.Stem(word) is { } known)
        {
            return known;
        }

        // Until nothing is left to cut: "webbplatserna" first becomes "webbplats", which alone would be cut to "webbplat".
        var stem = word;
        for (var next = SnowballStemmer.Stem(stem); next != stem; next = SnowballStemmer.Stem(stem))
        {
            stem = next;
        }

        // A function of the stem: it brings forms together and parts none.
        stem = stem switch
        {
            { Length: < ShortestWithEnding } => stem,
            [.., 'i' or 'y', 'n'] => stem[..^1],
            [.., 'a', 'n'] or [.., 'e', 't'] => stem[..^2],
            _ => stem,
        };
        return stem is [.., 'm', 'm'] ? stem[..^1] : stem;
    }

    /// <summary>Whether a character is one of words.</summary>
    internal static bool IsPartOfWord(char c) =>
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
