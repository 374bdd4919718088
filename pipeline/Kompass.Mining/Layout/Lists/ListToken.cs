namespace Kompass.Mining.Layout.Lists;

/// <summary>A word of a list with the signs on it, and what stands before it.</summary>
/// <param name="Start">Its first character in the text.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Text">The word with its signs: <c>(KF),</c>.</param>
/// <param name="OpensLine">Whether a line begins with it; never where line breaks are gone.</param>
/// <param name="HasBullet">Whether a bullet or a dash that serves as one stands before it.</param>
internal sealed partial record ListToken(
    int Start,
    int End,
    string Text,
    bool OpensLine = false,
    bool HasBullet = false
)
{
    private static readonly char[] Signs =
    [
        '"',
        '”',
        '“',
        '„',
        '(',
        ')',
        '.',
        ',',
        ';',
        ':',
        '!',
        '?',
        '\'',
        '’',
        '–',
        '*',
    ];

    /// <summary>The word without signs.</summary>
    public string Word { get; } = Text.Trim(Signs);

    /// <summary>Whether the word begins with a capital.</summary>
    public bool IsCapital => Word.Length > 0 && char.IsUpper(Word[0]);

    /// <summary>Whether the word begins with a small letter.</summary>
    public bool IsLower => Word.Length > 0 && char.IsLower(Word[0]);

    /// <summary>Whether the word begins with a digit.</summary>
    public bool IsNumber => Word.Length > 0 && char.IsDigit(Word[0]);

    /// <summary>Whether it is a year, or two: <c>2014</c>, <c>2011-2014</c>.</summary>
    public bool IsYear => Years().IsMatch(Word);

    /// <summary>
    /// The words of a text. Bullets are none, and mark nothing where they were copied apart from their items, one below the other; blank lines stand for them where
    /// the text begins with one; a dash is a bullet where the text begins with one like it and a capital or a line's start goes with it, or where it opens a line
    /// before a capital.
    /// </summary>
    public static IReadOnlyList<ListToken> In(string text)
    {
        var raw = Split(text);
        // One dash alone is no list: an item goes on with it after a page break. A dash of another kind stands within an item.
        var mark =
            raw.Count > 0 && IsDash(raw[0].Text) && raw.Count(t => t.Text == raw[0].Text) > 1
                ? raw[0].Text
                : null;
        var tokens = new List<ListToken>(raw.Count);
        var lines = text.Contains('\n', StringComparison.Ordinal);
        var (opensLine, bullet, number) = (false, false, 0);
        var parted = raw.Exists(t => Bullets.Is(t.Text[0])) ? [] : PartedByBlankLines(text);
        var areApart = raw.Zip(raw.Skip(1)).Any(p => IsSign(p.First) && IsSign(p.Second));
        for (var i = 0; i < raw.Count; i++)
        {
            var token = raw[i];
            opensLine |= token.OpensLine;
            bullet |= parted.Contains(token.Start);
            var signs = token.Text.TakeWhile(Bullets.Is).Count();
            if (
                (i == 0 || (number > 0 && (opensLine || !lines)))
                && i + 1 < raw.Count
                && NumberOf(token.Text) is { } next
                && (i == 0 || next == number + 1)
            )
            {
                (number, bullet) = (next, true);
                continue;
            }

            var isDash =
                IsDash(token.Text)
                && i + 1 < raw.Count
                && (
                    token.Text == mark
                        ? token.OpensLine || !raw[i + 1].IsLower
                        // "– KF har …" behind bullets of another kind goes on with the item.
                        : token.OpensLine
                            && !raw[i + 1].IsLower
                            && (mark is null || !WordTraits.IsAcronym(raw[i + 1].Word))
                );
            bullet |= (signs > 0 && !areApart) || isDash;
            if (signs == token.Text.Length || isDash)
            {
                continue;
            }

            tokens.Add(
                new ListToken(
                    token.Start + signs,
                    token.End,
                    token.Text[signs..],
                    opensLine,
                    bullet
                )
            );
            (opensLine, bullet) = (false, false);
        }

        return WithFullStops(tokens);
    }

    // "Tydliga mål; God dialog; …": where items end with semicolons these are the list's full stops. A sentence goes on behind one in small letters.
    private static List<ListToken> WithFullStops(List<ListToken> tokens)
    {
        var ends = tokens
            .Zip(tokens.Skip(1))
            .Where(p => p.First.Text[^1] == ';')
            .ToLookup(p => p.Second.IsCapital, p => p.First);
        return !ends[true].Any() || ends[false].Count() > ends[true].Count()
            ? tokens
            : tokens.ConvertAll(t => t.Text[^1] == ';' ? t with { Text = t.Text[..^1] + "." } : t);
    }

    // "3.", "3)": what numbers an item where the text begins with such a number and each further one counts up and opens a line, where there are lines.
    private static int? NumberOf(string text) =>
        text is [.. var digits, '.' or ')']
        && digits.Length < 3
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // Where the first word behind each blank line begins, in a text that begins with one and has more: bullets stood there. Blank lines between columns are fewer
    // than the lines that begin with a capital and have none above.
    private static HashSet<int> PartedByBlankLines(string text) =>
        BlankLine().Matches(text) is [{ Index: 0 }, _, ..] blanks
        && CapitalLine().Count(text) < blanks.Count
            ? [.. blanks.Select(b => b.Index + b.Length)]
            : [];

    private static bool IsSign(ListToken token) => token.Text.All(Bullets.Is);

    [GeneratedRegex(@"^(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?$")]
    private static partial Regex Years();

    [GeneratedRegex(@"[^\S\n]*\n[^\S\n]*\n\s*")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\S[^\S\n]*\n[^\S\n]*\p{Lu}")]
    private static partial Regex CapitalLine();

    private static bool IsDash(string text) => text is "-" or "–" or "—" or "·" or "*";

    private static List<ListToken> Split(string text)
    {
        var tokens = new List<ListToken>();
        var opensLine = true;
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                opensLine |= text[i] is '\n' or '\f';
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            tokens.Add(new ListToken(start, i, text[start..i], opensLine && tokens.Count > 0));
            opensLine = false;
        }

        return tokens;
    }
}

/// <summary>Some words of a list in a row: from <paramref name="From"/> up to but not including <paramref name="To"/>.</summary>
internal readonly record struct TokenRun(IReadOnlyList<ListToken> Tokens, int From, int To)
{
    /// <summary>Number of words.</summary>
    public int Count => To - From;

    /// <summary>The word so many places after the first, or null.</summary>
    public ListToken? At(int place) =>
        place >= 0 && From + place < To ? Tokens[From + place] : null;

    /// <summary>The word so many places before the end, 1 for the last, or null.</summary>
    public ListToken? FromEnd(int place) => At(Count - place);
}
