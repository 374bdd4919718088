using System.Collections.Frozen;

namespace Kompass.Mining.Themes.Language;

/// <summary>
/// The Swedish stemmer of the Snowball project, version 3.0 (https://snowballstem.org/algorithms/swedish/stemmer.html): cuts endings of inflection, so
/// that <c>brukarundersökningarna</c> and <c>brukarundersökning</c> are one word. Tested against the project's own vocabulary.
/// </summary>
public static class SnowballStemmer
{
    private const string Vowels = "aeiouyäåö";
    private const string BeforeS = "bcdfghjklmnoprtvy";
    private const string BeforeOst = "iklnprtuv";

    private static readonly string[] MainSuffixes = LongestFirst(
        "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ens arens hetens erns at andet het ast s et"
    );

    private static readonly string[] OtherSuffixes = LongestFirst("lig ig els öst fullt");

    private static readonly FrozenSet<string> Pairs = FrozenSet.ToFrozenSet(
        ["dd", "gd", "nn", "dt", "gt", "kt", "tt"],
        StringComparer.Ordinal
    );

    // Nouns of which "et" is no ending: nyhet, kapacitet, prioritet, paket.
    private static readonly string[] BeforeEtOfTheStem =
        "h iet uit fab cit dit alit ilit mit nit pit rit sit tit ivit kvit xit kom rak pak stak".Split(
            ' '
        );

    /// <summary>The stem of a word in lower case.</summary>
    public static string Stem(string word)
    {
        var region = RegionStart(word);
        var stem = CutMainSuffix(word, region);
        if (stem.Length - 2 >= region && Pairs.Contains(stem[^2..]))
        {
            stem = stem[..^1];
        }

        return CutOtherSuffix(stem, region);
    }

    // R1: after the first consonant that follows a vowel, but not before the third letter.
    private static int RegionStart(string word)
    {
        var at = 0;
        while (at < word.Length && !IsVowel(word[at]))
        {
            at++;
        }

        while (at < word.Length && IsVowel(word[at]))
        {
            at++;
        }

        return word.Length < 3 || at >= word.Length ? word.Length : Math.Max(at + 1, 3);
    }

    private static string CutMainSuffix(string word, int region)
    {
        var suffix = Array.Find(MainSuffixes, s => Ends(word, s, region));
        switch (suffix)
        {
            case null:
                return word;
            case "s":
                if (word.EndsWith("ets", StringComparison.Ordinal) && IsEtEnding(word[..^3]))
                {
                    return word[..^3];
                }

                return word.Length >= 2 && BeforeS.Contains(word[^2], StringComparison.Ordinal)
                    ? word[..^1]
                    : word;
            case "et":
                return IsEtEnding(word[..^2]) ? word[..^2] : word;
            default:
                return word[..^suffix.Length];
        }
    }

    // Whether what stands before "et" ends in a vowel and a consonant, is more than that, and is no stem that has "et" itself.
    private static bool IsEtEnding(string before) =>
        before.Length >= 3
        && !IsVowel(before[^1])
        && IsVowel(before[^2])
        && !Array.Exists(BeforeEtOfTheStem, s => before.EndsWith(s, StringComparison.Ordinal));

    private static string CutOtherSuffix(string word, int region) =>
        Array.Find(OtherSuffixes, s => Ends(word, s, region)) switch
        {
            null => word,
            "öst" => word.Length >= 4 && BeforeOst.Contains(word[^4], StringComparison.Ordinal)
                ? word[..^1]
                : word,
            "fullt" => word[..^1],
            var suffix => word[..^suffix.Length],
        };

    private static bool Ends(string word, string suffix, int region) =>
        word.Length - suffix.Length >= region && word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool IsVowel(char letter) => Vowels.Contains(letter, StringComparison.Ordinal);

    private static string[] LongestFirst(string suffixes) =>
        [.. suffixes.Split(' ').OrderByDescending(s => s.Length)];
}
