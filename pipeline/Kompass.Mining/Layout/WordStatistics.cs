using System.Runtime.InteropServices;

namespace Kompass.Mining.Layout;

/// <summary>
/// How often a document writes which word in lower case, and how often with a capital in the middle of a sentence. A word also seen in lower case
/// is no name; a word only seen with its capital within sentences is.
/// </summary>
public sealed class WordStatistics
{
    private readonly Dictionary<string, Counts> _words = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<(string, string), HashSet<string>> _pairs = [];

    private readonly Func<string, bool> _isSmallWord;

    private WordStatistics(Func<string, bool> isSmallWord) => _isSmallWord = isSmallWord;

    /// <summary>Counts the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSmallWord">Tells prepositions, conjunctions and the like, after which a sentence must go on.</param>
    public static WordStatistics Of(string text, Func<string, bool> isSmallWord)
    {
        var statistics = new WordStatistics(isSmallWord);
        var (previousStart, previousEnd) = (-1, -1);
        (string Left, string Right)? pair = null;
        var i = 0;
        while (i < text.Length)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsWordCharacter(text, i))
            {
                i++;
            }

            statistics.Count(text, start, i, previousEnd);
            if (pair is var (left, right))
            {
                statistics.CountPair(left, right, text[start..i]);
            }

            pair =
                previousEnd >= 0
                && start - previousEnd == 1
                && text[previousEnd] is ' ' or '\n'
                && char.IsUpper(text[start])
                    ? (text[previousStart..previousEnd], text[start..i])
                    : null;
            (previousStart, previousEnd) = (start, i);
        }

        return statistics;
    }

    /// <summary>Times the word stands in lower case.</summary>
    public int LowerCase(string word) => _words.GetValueOrDefault(word).Lower;

    /// <summary>Times the word stands with a capital where no sentence begins.</summary>
    public int CapitalWithinSentence(string word) => _words.GetValueOrDefault(word).Capital;

    /// <summary>Times the word stands with a capital right after the end of a sentence.</summary>
    public int SentenceStart(string word) => _words.GetValueOrDefault(word).Start;

    /// <summary>
    /// With how many words behind them two words stand together, the second one with a capital, nothing but a blank or the end of a line between; the first one
    /// may be written either way. What a text has twice word by word, as lists that are printed again, counts once.
    /// </summary>
    public int WithCapitalBehind(string word, string next) =>
        _pairs.TryGetValue((word.ToLowerInvariant(), next), out var behind) ? behind.Count : 0;

    /// <summary>Whether it is a preposition, a conjunction or the like, after which a sentence must go on.</summary>
    public bool IsSmallWord(string word) => _isSmallWord(word);

    /// <summary>Whether the word occurs at all.</summary>
    public bool Contains(string word) => _words.ContainsKey(word);

    private void Count(string text, int start, int end, int previousEnd)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _words.GetAlternateLookup<ReadOnlySpan<char>>(),
            text.AsSpan(start, end - start),
            out _
        );
        if (char.IsLower(text[start]))
        {
            counts.Lower++;
        }
        else if (previousEnd >= 0 && FollowsWithinSentence(text, previousEnd, start))
        {
            counts.Capital++;
        }
        else if (EndsSentenceBefore(text, start))
        {
            counts.Start++;
        }
    }

    private void CountPair(string word, string next, string behind)
    {
        ref var words = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _pairs,
            (word.ToLowerInvariant(), next),
            out _
        );
        (words ??= new HashSet<string>(StringComparer.Ordinal)).Add(behind);
    }

    private static bool EndsSentenceBefore(string text, int start) =>
        text.AsSpan(0, start).TrimEnd(' ') is [.., '.' or '!' or '?'];

    // Only one blank (or comma and blank) after a word in lower case: surely no new sentence, cell or item.
    private bool FollowsWithinSentence(string text, int previousEnd, int start)
    {
        var between = text.AsSpan(previousEnd, start - previousEnd);
        return (between.SequenceEqual(" ") || between.SequenceEqual(", "))
            && char.IsLower(text[previousEnd - 1])
            && PreviousWordIsShort(text, previousEnd);
    }

    // "i Borås", "av Avesta", "och Nacka": a capital after a small word stands within a sentence even where items run together.
    private bool PreviousWordIsShort(string text, int previousEnd) =>
        _isSmallWord(text[text.StartOfRun(previousEnd, char.IsLetter)..previousEnd]);

    private static bool IsWordCharacter(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || (text[at] == '-' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]));

    private struct Counts
    {
        public int Lower;
        public int Capital;
        public int Start;
    }
}
