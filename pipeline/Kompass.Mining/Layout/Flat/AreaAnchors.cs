namespace Kompass.Mining.Layout.Flat;

/// <summary>Areas in a flat text: their headings, with the word "Område", a number or a score behind them, and scores alone.</summary>
internal static partial class AreaAnchors
{
    // Characters between an area's name and the next label: less is an entry of a list.
    private const int ShortestText = 60;

    // Characters of a name by which it is known.
    private const int ShortestName = 6;

    /// <summary>Scores that stand right behind an area's name, or name their area.</summary>
    public static List<Anchor> Scores(string text, List<Anchor> anchors) =>
        [
            .. ScoreAlone()
                .Matches(text)
                .Where(m =>
                    (
                        m.Groups["area"].Success
                        || anchors.Exists(a =>
                            a.Kind == AnchorKind.Area
                            && a.End <= m.Index
                            && text.AsSpan(a.End..m.Index).IsWhiteSpace()
                        )
                    ) && !anchors.Exists(a => a.Start < m.Index + m.Length && m.Index < a.End)
                )
                .Select(m => new Anchor(AnchorKind.Score, m.Index, m.Index + m.Length)),
        ];

    /// <summary>
    /// "1. Offentlighet och demokrati Styrkor …", or with its text behind it where no area of the document is called "Område": by the place of the hit. The names of
    /// a list or a table of areas stand closer together.
    /// </summary>
    public static Dictionary<int, Anchor?> Numbered(
        string text,
        IReadOnlyList<LabelHit> hits,
        HeadingPlace place
    )
    {
        var isCalledArea = hits.Any(h =>
            h.Area is not null && Before(AreaWord(), text, h.Start, 24).Success
        );
        var anchors = new Dictionary<int, Anchor?>();
        for (var i = 0; i < hits.Count; i++)
        {
            var (hit, next) = (hits[i], i + 1 < hits.Count ? hits[i + 1] : default);
            if (
                hit.Area is { } area
                && NumberBefore().Match(text[Math.Max(0, hit.Start - 8)..hit.Start])
                    is { Success: true } number
                && number.Value.Trim(' ', '.') == area.ToString(CultureInfo.InvariantCulture)
                && place.MayStand(hit.Start - number.Length, hit.End)
                && (
                    HeadsLists(hit, next)
                    || (
                        !isCalledArea
                        && HeadsText(hit.End, next.Labels is null ? text.Length : next.Start)
                    )
                )
            )
            {
                anchors[i] = new Anchor(AnchorKind.Area, hit.Start - number.Length, hit.End, area);
            }
        }

        return anchors;

        bool HeadsLists(LabelHit area, LabelHit next) =>
            next.Labels is not null
            && next.As<Label.FindingsHeading>() is not null
            && string.IsNullOrWhiteSpace(text[area.End..next.Start]);

        bool HeadsText(int start, int end) =>
            end - start >= ShortestText
            && text.AsSpan(start, ShortestText).TrimStart() is [var first, ..]
            && char.IsUpper(first)
            && !text.AsSpan(start, ShortestText).ContainsAnyInRange('0', '9');
    }

    /// <summary>The anchor at an area's name: its heading, or the head of its table of sub-questions; null where it is neither.</summary>
    public static Anchor? At(
        string text,
        LabelHit hit,
        int area,
        Edition edition,
        HeadingPlace place
    )
    {
        var before = Before(AreaWord(), text, hit.Start, 24);
        if (before.Success)
        {
            // "Område 1. Offentlighet och demokrati 2. Tillgänglighet …": the head of a column over the areas' names.
            if (IsNumberedNext(text.AsSpan(hit.End), area + 1))
            {
                return null;
            }

            // "… sina synpunkter lett till Område 2 …": an item may end with a word that leads on; nothing but a heading has its score box behind it.
            return place.MayStand(before.Index, hit.End) || HasBoxBehind()
                ? new Anchor(AnchorKind.Area, before.Index, hit.End, area)
                : null;
        }

        if (NumberBehind().Match(text, hit.End) is { Success: true } behind)
        {
            return WithNumberBehind(text, hit, behind, area, place);
        }

        if (IsRowOfAreas(text, hit.End, edition.FindArea(area + 1)))
        {
            return null;
        }

        // "1. Offentlighet och demokrati Uppnått Max Procent", or the heads first or behind the first row's code: a table of sub-questions.
        var number = Before(NumberBefore(), text, hit.Start, 8);
        var start = number.Success ? number.Index : hit.Start;
        // The first row's numbers may have come between: its wording has two lines, and they stand beside the first.
        var numbers = Before(NumbersBefore(), text, start, 20);
        if (
            ColumnHeads.StartBefore(
                text,
                numbers.Success ? numbers.Index : start,
                edition.Headings
            ) is
            { } heads
        )
        {
            return new Anchor(AnchorKind.QuestionTable, heads, hit.End, area);
        }

        if (
            QuestionTableAnchors.HasHeads(text, hit.End, edition.Headings)
            || QuestionTableAnchors.IsFirstRow(text, hit.End, edition.Area(area), edition)
        )
        {
            return new Anchor(AnchorKind.QuestionTable, start, hit.End, area);
        }

        // Number and name of the area on lines of their own, or the name alone, right before its score box; number and name before a line that tells its score.
        return HasBoxBehind() || number.Success && ScoreLine.OpensArea(text.AsSpan(hit.End))
            ? new Anchor(AnchorKind.Area, start, hit.End, area)
            : null;

        bool HasBoxBehind() =>
            BoxFollows().IsMatch(text.AsSpan(hit.End, Math.Min(24, text.Length - hit.End)));
    }

    private static Anchor? WithNumberBehind(
        string text,
        LabelHit hit,
        Match number,
        int area,
        HeadingPlace place
    )
    {
        var end = number.Index + number.Length;
        return char.IsUpper(text[hit.Start]) && place.MayStand(hit.Start, end)
            ? new Anchor(AnchorKind.Area, hit.Start, end, area)
            : null;
    }

    /// <summary>What ends at a place, within so many characters.</summary>
    public static Match Before(Regex pattern, string text, int end, int characters) =>
        pattern.Match(text, Math.Max(0, end - characters), Math.Min(end, characters));

    // "Poäng Max 1. Offentlighet och demokrati 52 100 2. Tillgänglighet …": a row of a table of all areas.
    private static bool IsRowOfAreas(string text, int behind, Area? below) =>
        below is not null
        && RowEnd().Match(text, behind, text.Length - behind) is { Success: true } row
        && row.Groups["next"].Value == below.Number.ToString(CultureInfo.InvariantCulture)
        && string.CompareOrdinal(text, row.Index + row.Length, below.Name, 0, ShortestName) == 0;

    private static bool IsNumberedNext(ReadOnlySpan<char> text, int number) =>
        text.TrimStart() is [var digit, var mark, .. var rest]
        && digit - '0' == number
        && mark is '.' or ' '
        && rest.TrimStart() is [var first, ..]
        && char.IsUpper(first);

    /// <summary>The word before an area's number and name.</summary>
    [GeneratedRegex(@"\b(?:Område|OMRÅDE|Kapitel|KAPITEL|Avsnitt)\s*[1-9]?\s*[.:–—-]?\s*$")]
    public static partial Regex AreaWord();

    [GeneratedRegex(@"\b[1-9]\s*\.?\s*$")]
    private static partial Regex NumberBefore();

    // "Politisk styrning och kontroll (område 3)"
    [GeneratedRegex(@"\G\s*\(\s*område\s+[1-9]\s*\)")]
    private static partial Regex NumberBehind();

    [GeneratedRegex(@"(?<![\d.,])(?:\d{1,3}\s+){1,2}\d{1,3}(?:\s?%)?\s*$")]
    private static partial Regex NumbersBefore();

    // "73,5 100 2. "
    [GeneratedRegex(@"\G(?:\s+\d{1,3}(?:,\d{1,2})?\s?%?){1,6}\s+(?<next>[1-9])\.?\s+(?=\p{Lu})")]
    private static partial Regex RowEnd();

    [GeneratedRegex(@"^\s*Rubriker\b")]
    private static partial Regex BoxFollows();

    [GeneratedRegex(
        @"\bPoäng(?:\s+(?<area>område\s+[1-9]|för\s+området)\s*:?\s+\d{1,3}(?:,\d)?(?![\d,])(?:\s+\(?(?:av|max)\s+100\b\)?)?|\s*:?\s+\d{1,3}(?:,\d)?\s+av\s+100\b)"
    )]
    private static partial Regex ScoreAlone();
}
