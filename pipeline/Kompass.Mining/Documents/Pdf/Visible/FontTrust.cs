namespace Kompass.Mining.Documents.Pdf.Visible;

/// <summary>
/// Tells fonts whose text is not what is seen: their file maps signs to other letters than it draws, or to nothing. The letters of Swedish text come in certain shares;
/// text that was shifted or mixed up has others.
/// </summary>
internal static class FontTrust
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzåäö";

    // Shares of the letters in a report of 110,000 letters, in hundredths, in the order of the alphabet.
    private static readonly double[] Swedish =
    [
        8.4,
        1.4,
        1.2,
        3.6,
        10.7,
        2.1,
        3.3,
        1.7,
        5.6,
        0.5,
        3.4,
        4.8,
        4.3,
        8.5,
        4.3,
        1.8,
        0,
        8.8,
        5.9,
        9.4,
        2.4,
        2.5,
        0,
        0.1,
        0.8,
        0,
        1.3,
        1.7,
        1.6,
    ];

    // Of 300 stretches of 100 letters of another report the least alike has a cosine of 0.78, of 300 that were shifted by a letter the most alike 0.71, and 95 in
    // 100 of those whose letters were mixed up 0.70 or less.
    private const int FewestLetters = 100;
    private const double LeastAlike = 0.72;

    // What a font without mapping gives, as the child writes it.
    private const char Unmapped = '\uFFFD';

    /// <summary>Whether what a word says is not to be believed.</summary>
    public static Predicate<DrawnWord> Doubted(IEnumerable<DrawnWord> words)
    {
        var lying = words
            .Where(w => w.Font is not null)
            .GroupBy(w => w.Font!, StringComparer.Ordinal)
            .Where(g => !LooksSwedish(g.Select(w => w.Word.Text)))
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        var nameless = words
            .Where(w => IsNameless(w.Word.Text))
            .Select(w => w.Font)
            .ToHashSet(StringComparer.Ordinal);
        return w =>
            w.Word.Text.Contains(Unmapped, StringComparison.Ordinal)
            || (w.Font is not null && lying.Contains(w.Font))
            || (nameless.Contains(w.Font) && w.Word.Text.Any(IsPrivate));
    }

    // Signs of one's own that make words are letters without a name; a single one is a bullet or an icon, one among letters a ligature.
    private static bool IsNameless(string text) =>
        text.Count(IsPrivate) is > 1 and var count && 2 * count > text.Length;

    private static bool IsPrivate(char c) => c is >= '\uE000' and <= '\uF8FF';

    /// <summary>Whether words have the letters of Swedish in about its shares; where there are few, they have.</summary>
    internal static bool LooksSwedish(IEnumerable<string> words)
    {
        var counts = new double[Alphabet.Length];
        var letters = 0;
        // Heads stand again and again.
        foreach (var word in words.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            foreach (var c in word.ToLowerInvariant())
            {
                letters += char.IsLetter(c) ? 1 : 0;
                if (Alphabet.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
                {
                    counts[at]++;
                }
            }
        }

        return letters < FewestLetters || Cosine(counts, Swedish) >= LeastAlike;
    }

    private static double Cosine(double[] one, double[] other)
    {
        var product = one.Zip(other, (a, b) => a * b).Sum();
        var lengths = Math.Sqrt(one.Sum(a => a * a) * other.Sum(b => b * b));
        return lengths == 0 ? 0 : product / lengths;
    }
}
