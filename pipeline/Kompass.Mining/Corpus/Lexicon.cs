using System.Collections.Frozen;

namespace Kompass.Mining.Corpus;

/// <summary>
/// Ordinary Swedish words of municipal life: what stands there is no name. Read from <c>corpus/lexicon.txt</c>, a list of its own, so that what is read of a
/// report does not change with the training examples.
/// </summary>
public sealed partial class Lexicon
{
    // Endings of Swedish common nouns and adjectives (Svenska Akademiens språklära, ch. 2): names rarely have them.
    private static readonly string[] Endings = (
        "ning ningar ningen ingar het heter skap tion tioner else elser ande ende itet eringar ering isk iska iskt lig "
        + "liga ligt bar bara bart arbete arbetet strategi strategier plan planer policy program are arna system stöd "
        + "service möten enkät enkäter grupp grupper modell modeller utbildning samtal mål råd dagar nätverk center "
        + "portal garanti garantier jämförelser rapporter uppdrag avtal projekt processer ledning kultur miljö analys "
        + "analyser"
    ).Split(' ');

    // Inflections of nouns, verbs and adjectives, longest first.
    private static readonly string[] Inflections =
        "ernas arnas ornas erna arna orna ens ets nas ade ats en et er ar or na as at ad te t n s r a".Split(
            ' '
        );

    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string> _firstParts;

    private Lexicon(FrozenSet<string> words)
    {
        _words = words;
        _firstParts = FirstParts(words);
    }

    /// <summary>Reads a list of words, one a line.</summary>
    /// <exception cref="CorpusException">The file is missing.</exception>
    public static Lexicon Read(string file) =>
        File.Exists(file)
            ? new Lexicon(
                File.ReadLines(file)
                    .Where(l => l.Length > 0)
                    .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            )
            : throw new CorpusException(file, "is missing");

    /// <summary>Collects the words that the texts write in lower case.</summary>
    public static Lexicon Of(IEnumerable<string> texts) =>
        new(
            texts
                .SelectMany(t => Word().Matches(t))
                .Where(w => char.IsLower(w.Value[0]))
                .Select(w => w.Value.TrimEnd('-'))
                .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        );

    [GeneratedRegex(@"\p{L}[\p{L}-]*")]
    private static partial Regex Word();

    private static FrozenSet<string> FirstParts(FrozenSet<string> words)
    {
        var parts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
        {
            for (var cut = 5; cut <= word.Length - 4; cut++)
            {
                if (words.Contains(word[cut..]))
                {
                    parts[word[..cut]] = parts.GetValueOrDefault(word[..cut]) + 1;
                }
            }
        }

        return parts
            .Where(p => p.Value >= 2)
            .Select(p => p.Key)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All its words, in no order.</summary>
    internal IReadOnlyCollection<string> Words => _words;

    /// <summary>Whether the word is an ordinary word.</summary>
    public bool Contains(string word) => _words.Contains(word);

    /// <summary>Whether the word is an inflected form of an ordinary word: <c>medborgares</c>, <c>säkerställ</c>, <c>servicegarantierna</c>.</summary>
    public bool ContainsInflected(string word)
    {
        if (Contains(word) || Contains(word + "a"))
        {
            return true;
        }

        foreach (var ending in Inflections)
        {
            if (
                word.Length > ending.Length + 3
                && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
            )
            {
                var stem = word[..^ending.Length];
                if (Contains(stem) || Contains(stem + "a") || Contains(stem + "e"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a word that is not in the lexicon is built like an ordinary one: inflected from one, with a known ending, or a compound whose parts
    /// are in the lexicon or in <paramref name="alsoKnown"/>.
    /// </summary>
    public bool LooksSwedish(string word, Func<string, bool>? alsoKnown = null)
    {
        if (word.IndexOf('-', StringComparison.Ordinal) is > 2 and var hyphen)
        {
            return LooksSwedish(word[(hyphen + 1)..], alsoKnown)
                || Known(word[..hyphen])
                || IsFirstPart(word[..hyphen]);
        }

        if (word.Length < 5)
        {
            return false;
        }

        if (ContainsInflected(word))
        {
            return true;
        }

        foreach (var ending in Endings)
        {
            if (
                word.Length > ending.Length + 1
                && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return IsCompound(word, alsoKnown);

        bool Known(string part) => ContainsInflected(part) || alsoKnown?.Invoke(part) == true;
    }

    /// <summary>Whether a word is put together of two that are in the lexicon or in <paramref name="alsoKnown"/>: <c>medborgar|dialog</c>.</summary>
    public bool IsCompound(string word, Func<string, bool>? alsoKnown = null)
    {
        for (var cut = 4; cut <= word.Length - 3; cut++)
        {
            if (
                Known(word[cut..])
                && (
                    Known(word[..cut])
                    || (word[cut - 1] == 's' && Known(word[..(cut - 1)]))
                    || IsFirstPart(word[..cut])
                )
            )
            {
                return true;
            }
        }

        return false;

        bool Known(string part) => ContainsInflected(part) || alsoKnown?.Invoke(part) == true;
    }

    // "medborgar" of medborgardialog, "verksamhets" of verksamhetsplan: the first part of many compounds is no word of its own.
    private bool IsFirstPart(string part) => part.Length >= 5 && _firstParts.Contains(part);
}
