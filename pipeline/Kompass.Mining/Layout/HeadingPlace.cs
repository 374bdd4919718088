namespace Kompass.Mining.Layout;

/// <summary>Where in a flat text a heading can stand, told from what stands before and after.</summary>
internal sealed class HeadingPlace(string text, Swedish swedish)
{
    /// <summary>
    /// Whether a label stands by itself: after the end of a sentence, of a page, of another heading (<paramref name="previousEnd"/>) or of a number, and
    /// before a capital, a number or the end.
    /// </summary>
    public bool StandsAlone(LabelHit hit, int previousEnd)
    {
        if (!char.IsUpper(text[hit.Start]) && !char.IsDigit(text[hit.Start]))
        {
            return false;
        }

        var isList = hit.As<Label.FindingsHeading>() is not null;
        return Opens(hit.Start, previousEnd, isList)
            && (Closes(EndOf(hit), digits: !isList) || OpensItem(hit));
    }

    /// <summary>
    /// Whether a list's heading stands where another list runs: that one's last item may be cut by the page's end behind any word ("… gör en plan för vilka
    /// Svagheter Strategi saknas"), but no sentence goes on from a noun with a capital to a word with one.
    /// </summary>
    public bool StandsBehindCutItem(LabelHit hit) =>
        LastBefore(hit.Start) is >= 0 and var before
        && text[before] is not ('/' or '(' or '&')
        && text.AsSpan(hit.End).Contains('\f')
        && Closes(EndOf(hit), digits: false);

    /// <summary>Whether it begins with a capital, as headings do.</summary>
    public bool HasCapital(LabelHit hit) => char.IsUpper(text[hit.Start]);

    /// <summary>Whether nothing stands before it on its page.</summary>
    public bool OpensPage(int start)
    {
        var before = LastBefore(start);
        return before >= 0 && text[before] == '\f';
    }

    /// <summary>Where a heading ends: behind the colon of "Styrkor:", which belongs to it.</summary>
    public int EndOf(LabelHit hit) =>
        hit.As<Label.FindingsHeading>() is not null
        && FirstAfter(hit.End) is var after
        && after < text.Length
        && text[after] == ':'
            ? after + 1
            : hit.End;

    /// <summary>
    /// Whether a label that hardly occurs but as a heading can be one: what stands before it need not end a sentence, but must not be a word after which a
    /// sentence goes on, nor may it go on after the label.
    /// </summary>
    public bool MayStand(int start, int end) => !IsOpenBefore(start) && !GoesOnAfter(end);

    private bool Opens(int start, int previousEnd, bool isList)
    {
        var before = LastBefore(start);
        return before < 0
            || before < previousEnd
            || text[before]
                is '.'
                    or '!'
                    or '?'
                    or ':'
                    or ')'
                    or '"'
                    or '”'
                    or '\f'
                    or '\n'
                    or '…'
                    or '%'
            || Bullets.Is(text[before])
            || char.IsDigit(text[before])
            || (isList && EndsItem(before));
    }

    private bool Closes(int end, bool digits)
    {
        var after = FirstAfter(end);
        return after >= text.Length
            || text[after] is '\f' or '\n' or '"' or '”' or '*' or '-' or '–'
            || Bullets.MayOpen(text[after])
            || char.IsUpper(text[after])
            || (char.IsDigit(text[after]) && digits);
    }

    // Lists need no full stop: their headings also follow a word that can end an item, or one that the page's end broke; items may end with semicolons.
    private bool EndsItem(int at) =>
        text[at] is '-' or ';'
        || (
            WordAt(at) is { Length: > 0 } word
            && (!swedish.OpenWords.Contains(word) || swedish.OpenAdverbs.Contains(word))
        );

    // "Svagheter oklara roller": an item may begin with a small letter; with a word that a sentence on strengths would go on with it does not.
    private bool OpensItem(LabelHit hit)
    {
        var after = FirstAfter(hit.End);
        return hit.As<Label.FindingsHeading>() is { Kind: var kind }
            && after > hit.End
            && after < text.Length
            && char.IsLower(text[after])
            && WordFrom(after) is var word
            && !swedish.PresentVerbs.Contains(word)
            && (
                !swedish.OpenWords.Contains(word)
                || swedish.KindCues[kind].Contains(word)
                // "Förbättringsmöjligheter goda idéer bör spridas": no sentence goes on with an adjective behind its noun.
                || swedish.KindCues[FindingKind.Strength].Contains(word)
            );
    }

    private bool IsOpenBefore(int start)
    {
        var before = LastBefore(start);
        return before >= 0
            && (
                text[before] is ',' or ';' or '(' or '/' or '&'
                || swedish.OpenWords.Contains(WordAt(before))
            );
    }

    private bool GoesOnAfter(int end)
    {
        var after = FirstAfter(end);
        if (after < text.Length && text[after] is '?' or '!')
        {
            // The label's own mark is no end where small letters follow.
            after = FirstAfter(after + 1);
        }

        return after < text.Length
            && (
                char.IsLower(text[after])
                || text[after] is ',' or ';' or ')'
                // A full stop ends the sentence; several lead to a page number.
                || (text[after] == '.' && !(after + 1 < text.Length && text[after + 1] == '.'))
            );
    }

    private int LastBefore(int start) => text.AsSpan(0, start).TrimEnd(' ').Length - 1;

    private int FirstAfter(int end) => text.Length - text.AsSpan(end).TrimStart(' ').Length;

    private string WordFrom(int start) => text[start..text.EndOfRun(start, char.IsLetter)];

    private string WordAt(int at) =>
        text[text.StartOfRun(at + 1, c => char.IsLetter(c) || c == '-')..(at + 1)];
}
