namespace Kompass.Mining.Layout;

/// <summary>Joins lines and undoes the hyphens that their ends put into words.</summary>
internal static class Hyphenation
{
    /// <summary>What becomes of a hyphen at the end of a line.</summary>
    internal enum Fate
    {
        /// <summary>It goes, and the word is whole: <c>sammanträ-</c> + <c>den</c>.</summary>
        Removed,

        /// <summary>It stays, and the word goes on: <c>KF-</c> + <c>protokollet</c>.</summary>
        Kept,

        /// <summary>It stays and a blank follows: <c>miljö-</c> + <c>och</c>.</summary>
        Suspended,
    }

    /// <summary>Adds a line to what stands before it, with a blank, or without where a hyphen was there.</summary>
    public static void AppendLine(PassageBuilder text, Passage line, WordStatistics words)
    {
        var fate =
            text.Length == 0 || line.Text.Length == 0 || text.Last == '/' || line.Text[0] == '/'
                ? Fate.Kept
            : text.Last == '-'
                ? FateOf(LastWord(text.ToPassage().Text), FirstWord(line.Text), words)
            : Fate.Suspended;
        if (fate == Fate.Removed)
        {
            text.RemoveLast(1);
        }

        text.Append(fate == Fate.Suspended ? " " : "");
        text.Append(line);
    }

    /// <summary>Two lines as one.</summary>
    public static Passage Join(Passage line, Passage next, WordStatistics words)
    {
        var text = new PassageBuilder();
        text.Append(line);
        AppendLine(text, next, words);
        return text.ToPassage();
    }

    /// <summary>Undoes hyphens before blanks within one line, as they stand where a host joined lines.</summary>
    public static Passage Heal(Passage passage, WordStatistics words)
    {
        var text = passage.Text;
        if (
            !text.Contains("- ", StringComparison.Ordinal)
            && !text.Contains("-/ ", StringComparison.Ordinal)
        )
        {
            return passage;
        }

        var healed = new PassageBuilder();
        var from = 0;
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (
                text[i] == '/'
                && text[i - 1] == '-'
                && text[i + 1] == ' '
                && char.IsLower(text[i + 2])
            )
            {
                healed.Append(passage.Slice(from, i + 1));
                from = i + 2;
            }
            else if (
                text[i] == '-'
                && text[i + 1] == ' '
                && char.IsLetterOrDigit(text[i - 1])
                && char.IsLetter(text[i + 2])
            )
            {
                var fate = FateOf(LastWord(text[..(i + 1)]), FirstWord(text[(i + 2)..]), words);
                if (fate != Fate.Suspended)
                {
                    healed.Append(passage.Slice(from, fate == Fate.Removed ? i : i + 1));
                    from = i + 2;
                }
            }
        }

        healed.Append(passage.Slice(from, text.Length));
        return healed.ToPassage();
    }

    /// <summary>What becomes of the hyphen between <paramref name="left"/> (with it) and <paramref name="right"/>.</summary>
    internal static Fate FateOf(string left, string right, WordStatistics words)
    {
        var stem = left.TrimEnd('-');
        if (right.Length == 0 || !char.IsLetterOrDigit(right[0]))
        {
            return Fate.Suspended;
        }

        // "efter-" + "som" is one word, and so is what the text has elsewhere; "mål-" + "som resultatstyrning" is not.
        var joined = words.Contains(stem + right);
        if (
            !joined
            && (IsJoiner(stem, right) || (right is "som" && stem is not ("efter" or "Efter")))
        )
        {
            return Fate.Suspended;
        }

        if (
            stem.Length < 2
            || char.IsDigit(stem[^1])
            || char.IsUpper(stem[^1])
            || char.IsUpper(right[0])
        )
        {
            return Fate.Kept;
        }

        var hyphenated = words.Contains(stem + "-" + right);
        return !joined && (hyphenated || !MayPart(stem, right)) ? Fate.Kept : Fate.Removed;
    }

    // A word is divided into syllables, each with a vowel; what has none, "webb-tv", is set off with a hyphen.
    private static bool IsAbbreviation(string part)
    {
        const string Vowels = "aeiouyåäöéAEIOUYÅÄÖÉ";
        return part.All(char.IsLetter)
            && !part.Any(c => Vowels.Contains(c, StringComparison.Ordinal));
    }

    /// <summary>Whether the end of a line may have divided a word so: "miljö-och" lost a blank.</summary>
    internal static bool MayPart(string left, string right) =>
        !IsJoiner(left, right) && !IsAbbreviation(left) && !IsAbbreviation(right);

    // "drift-" + "samt"; "gemen-" + "samt" is one word.
    private static bool IsJoiner(string left, string word) =>
        word is "och" or "eller" or "respektive" or "såväl" or "liksom"
        || (word is "samt" && !BeforeSam.Contains(left, StringComparer.OrdinalIgnoreCase));

    // Beginnings of the adjectives in -sam that reports have.
    private static readonly string[] BeforeSam =
    [
        "akt",
        "arbet",
        "en",
        "gemen",
        "lång",
        "lön",
        "mödo",
        "råd",
        "skynd",
        "spar",
        "tvek",
        "uppmärk",
        "var",
        "verk",
    ];

    private static string LastWord(string text) =>
        text[text.StartOfRun(text.Length, c => char.IsLetterOrDigit(c) || c == '-')..];

    private static string FirstWord(string text) => text[..text.EndOfRun(0, char.IsLetterOrDigit)];
}
