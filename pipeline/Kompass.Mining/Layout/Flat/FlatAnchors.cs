using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout.Flat;

/// <summary>What stands at an anchor.</summary>
internal enum AnchorKind
{
    /// <summary>The table of contents: passed over to the next anchor.</summary>
    Contents,

    /// <summary>A chapter's heading, an appendix or a section on what happened since.</summary>
    Chapter,

    /// <summary>Område N and its name.</summary>
    Area,

    /// <summary>Rubriker: a score box.</summary>
    ScoreBox,

    /// <summary>Poäng 63 av 100 behind an area's name, or Poäng område 3 63: its score alone.</summary>
    Score,

    /// <summary>Allmänt.</summary>
    General,

    /// <summary>A heading in an area's prose.</summary>
    Rubric,

    /// <summary>The heading of a findings list.</summary>
    Findings,

    /// <summary>N. name Uppnått Max Procent: a table of sub-questions.</summary>
    QuestionTable,
}

/// <summary>A label of the edition that stands in running text where a heading can stand.</summary>
internal readonly record struct Anchor(
    AnchorKind Kind,
    int Start,
    int End,
    int? Area = null,
    FindingKind? Finding = null
);

/// <summary>
/// Finds the anchors of a flat text. A label is an anchor only where a heading can stand: after the end of a sentence, a list or another heading, and before
/// what can follow it. Contents entries are none.
/// </summary>
internal static partial class FlatAnchors
{
    // Characters from an area's name to the end of its first sub-question's row.
    private const int LongestFirstRow = 300;

    // Characters between an area's name and the next label: less is an entry of a list.
    private const int ShortestText = 60;

    public static List<Anchor> Find(string text, EditionLabels labels, Swedish swedish)
    {
        var hits = labels.FindAll(text);
        var contents = FlatContents.Find(text, hits);
        var anchors = new List<Anchor>();
        if (contents is { } range)
        {
            anchors.Add(new Anchor(AnchorKind.Contents, range.Start, range.End));
        }

        var place = new HeadingPlace(text, swedish);
        var numbered = NumberedAreas(text, hits, place);
        var previousEnd = -1;
        foreach (var (hit, i) in hits.Select((h, i) => (h, i)))
        {
            if (contents is { } c && hit.Start < c.End && hit.End > c.Start)
            {
                continue;
            }

            if (
                (ToAnchor(text, hit, previousEnd, labels, place) ?? numbered.GetValueOrDefault(i))
                    is { } anchor
                && anchor.Start >= previousEnd
            )
            {
                anchors.Add(anchor);
                previousEnd = anchor.End;
            }
        }

        anchors.AddRange(Scores(text, anchors));
        anchors.Sort((a, b) => a.Start.CompareTo(b.Start));
        return WithoutThoseInLists(
            WithoutThoseInProse(WithTablesOfAreas(text, anchors, labels.Edition))
        );
    }

    private static List<Anchor> Scores(string text, List<Anchor> anchors) =>
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

    // "1. Offentlighet och demokrati Styrkor …", or with its text behind it where no area of the document is called "Område": by the place of the hit. The names of
    // a list or a table of areas stand closer together.
    private static Dictionary<int, Anchor?> NumberedAreas(
        string text,
        IReadOnlyList<LabelHit> hits,
        HeadingPlace place
    )
    {
        var isCalledArea = hits.Any(h =>
            h.As<Label.AreaName>() is not null
            && AreaWord().IsMatch(text[Math.Max(0, h.Start - 24)..h.Start])
        );
        var anchors = new Dictionary<int, Anchor?>();
        for (var i = 0; i < hits.Count; i++)
        {
            var (hit, next) = (hits[i], i + 1 < hits.Count ? hits[i + 1] : default);
            if (
                hit.As<Label.AreaName>() is { Area: var area }
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

    // Tables of sub-questions that stand within the areas, where no name of the area is before them: from the heads or the code of the first row.
    private static List<Anchor> WithTablesOfAreas(
        string text,
        List<Anchor> anchors,
        Edition edition
    )
    {
        var parts = anchors.FindAll(a => a.Kind is not (AnchorKind.Rubric or AnchorKind.General));
        var tables = new List<Anchor>();
        foreach (Match code in FirstCode().Matches(text))
        {
            var part = parts.FindLastIndex(a => a.Start <= code.Index);
            var end = part + 1 < parts.Count ? parts[part + 1].Start : text.Length;
            var area = QuestionCode.AreaOf($"{code.Value[0]}.{code.Value[^1]}");
            var heads = ColumnHeads.StartBefore(text, code.Index, edition.Headings);
            if (
                part >= 0
                && (
                    parts[part].Kind is AnchorKind.Area or AnchorKind.ScoreBox
                    // A chapter of tables, whose heading is lost.
                    || (
                        (heads is not null || tables.Exists(t => t.Start > parts[part].Start))
                        && parts[part].Kind == AnchorKind.Findings
                    )
                )
                && edition.Areas.Any(a => a.Number == area)
                && IsFirstRow(text[..end], code.Index, edition.Area(area), edition)
                && SecondRow().Match(text, code.Index, end - code.Index) is { Success: true } second
                && second.Groups["area"].Value == code.Value[..1]
            )
            {
                tables.Add(
                    new Anchor(AnchorKind.QuestionTable, heads ?? code.Index, code.Index, area)
                );
            }
        }

        return [.. anchors.Concat(tables).OrderBy(a => a.Start)];
    }

    // "Svagheter förs upp på en lista …": a sentence of the prose, whose headings go on below it, up to the area's first list or to the next area.
    private static List<Anchor> WithoutThoseInProse(List<Anchor> anchors)
    {
        return [.. anchors.Where((a, i) => a.Kind != AnchorKind.Findings || !IsInProse(i))];

        bool IsInProse(int at)
        {
            var next = anchors.FindIndex(
                at + 1,
                n => n.Kind is not (AnchorKind.Rubric or AnchorKind.General)
            );
            return next > at + 1
                && anchors[next].Start - anchors[at].End > ShortestProse
                && (
                    anchors[next].Kind == AnchorKind.Findings
                        ? anchors[next].Finding == FindingKind.Strength
                        : next > at + 2 && at > 0 && anchors[at - 1].Kind == AnchorKind.Rubric
                );
        }
    }

    // Characters between a list's heading and the next one; items worded like headings of the prose take less.
    private const int ShortestProse = 500;

    // Items of a list and rows of a table may be worded like a rubric ("IT-stöd", "1.5 Etik …"): there such a label is no heading.
    private static List<Anchor> WithoutThoseInLists(List<Anchor> anchors)
    {
        var kept = new List<Anchor>();
        var inList = false;
        foreach (var anchor in anchors)
        {
            if (anchor.Kind is AnchorKind.Rubric or AnchorKind.General && inList)
            {
                continue;
            }

            inList = anchor.Kind is AnchorKind.Findings or AnchorKind.QuestionTable;
            kept.Add(anchor);
        }

        return kept;
    }

    private static Anchor? ToAnchor(
        string text,
        LabelHit hit,
        int previousEnd,
        EditionLabels labels,
        HeadingPlace place
    )
    {
        foreach (var label in hit.Labels)
        {
            var anchor = label switch
            {
                Label.AreaName area => AreaAnchor(text, hit, area.Area, labels.Edition, place),
                Label.ChapterHeading chapter => ChapterAnchor(
                    text,
                    hit,
                    chapter.Chapter,
                    labels,
                    place
                ),
                _ when KindOf(label) is { } kind && place.StandsAlone(hit, previousEnd) =>
                    new Anchor(
                        kind,
                        hit.Start,
                        place.EndOf(hit),
                        (label as Label.RubricHeading)?.Area,
                        (label as Label.FindingsHeading)?.Kind
                    ),
                _ => (Anchor?)null,
            };
            if (anchor is not null)
            {
                return anchor;
            }
        }

        return null;
    }

    private static AnchorKind? KindOf(Label label) =>
        label switch
        {
            Label.Appendix or Label.SinceLast => AnchorKind.Chapter,
            Label.BoxRubrics => AnchorKind.ScoreBox,
            Label.General => AnchorKind.General,
            Label.RubricHeading or Label.SummarySection => AnchorKind.Rubric,
            Label.FindingsHeading => AnchorKind.Findings,
            _ => null,
        };

    private static Anchor? AreaAnchor(
        string text,
        LabelHit hit,
        int area,
        Edition edition,
        HeadingPlace place
    )
    {
        var before = AreaWord()
            .Match(text, Math.Max(0, hit.Start - 24), hit.Start - Math.Max(0, hit.Start - 24));
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

        if (IsRowOfAreas(text, hit.End, edition.FindArea(area + 1)))
        {
            return null;
        }

        // "1. Offentlighet och demokrati Uppnått Max Procent", or the heads first or behind the first row's code: a table of sub-questions.
        var number = NumberBefore()
            .Match(text, Math.Max(0, hit.Start - 8), hit.Start - Math.Max(0, hit.Start - 8));
        var start = number.Success ? number.Index : hit.Start;
        // The first row's numbers may have come between: its wording has two lines, and they stand beside the first.
        var numbers = NumbersBefore()
            .Match(text, Math.Max(0, start - 20), start - Math.Max(0, start - 20));
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
            HasHeads(text, hit.End, edition.Headings)
            || IsFirstRow(text, hit.End, edition.Area(area), edition)
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

    // "Poäng Max 1. Offentlighet och demokrati 52 100 2. Tillgänglighet …": a row of a table of all areas.
    private static bool IsRowOfAreas(string text, int behind, Area? below) =>
        below is not null
        && RowEnd().Match(text, behind, text.Length - behind) is { Success: true } row
        && row.Groups["next"].Value == below.Number.ToString(CultureInfo.InvariantCulture)
        && string.CompareOrdinal(text, row.Index + row.Length, below.Name, 0, ShortestName) == 0;

    // Characters of a name by which it is known.
    private const int ShortestName = 6;

    // "73,5 100 2. "
    [GeneratedRegex(
        @"\G(?:\s+\d{1,3}(?:,\d{1,2})?\s?%?){1,6}\s+(?<next>[1-9])\.?\s+(?=\p{Lu})",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex RowEnd();

    private static bool IsNumberedNext(ReadOnlySpan<char> text, int number) =>
        text.TrimStart() is [var digit, var mark, .. var rest]
        && digit - '0' == number
        && mark is '.' or ' '
        && rest.TrimStart() is [var first, ..]
        && char.IsUpper(first);

    private static bool HasHeads(string text, int at, ReportHeadings headings) =>
        ColumnHeads.Read(text, at, headings).Count >= 2;

    // The row of the area's first sub-question, with its maximum among the numbers: the heads may stand behind its code, be lost or be called otherwise. Where no
    // maximum is known, the area's own stands between its name and the row.
    private static bool IsFirstRow(string text, int at, Area area, Edition edition) =>
        FirstRow().Match(text, at, Math.Min(LongestFirstRow, text.Length - at))
            is { Success: true } row
        && row.Groups["area"].Value == area.Number.ToString(CultureInfo.InvariantCulture)
        && (
            HasHeads(text, row.Groups["code"].Index + row.Groups["code"].Length, edition.Headings)
            || (
                area.Questions is [var first, ..]
                    ? NumbersOf(row, "number").Contains(first.Max)
                    : NumbersOf(row, "top").Contains(edition.Scale.AreaMax)
            )
        );

    private static IEnumerable<int> NumbersOf(Match row, string group) =>
        row.Groups[group]
            .Captures.Select(n => int.Parse(n.ValueSpan, CultureInfo.InvariantCulture));

    private static Anchor? ChapterAnchor(
        string text,
        LabelHit hit,
        Chapter chapter,
        EditionLabels labels,
        HeadingPlace place
    )
    {
        if (chapter == Chapter.Contents || !labels.HasItsCapital(text, hit))
        {
            return null;
        }

        var window = Math.Max(0, hit.Start - 6);
        var number = ChapterNumber().Match(text, window, hit.Start - window);
        // "2 Borås stad i förhållande till …": the name stands between number and label.
        var start =
            chapter == Chapter.Summary ? SummaryStart(text, hit.Start)
            : number.Success ? number.Index
            : hit.Start;
        var end =
            chapter == Chapter.Facts ? EndOfFactsHeading(text, hit.End, labels.Edition) : hit.End;
        // A label that goes on after the municipality's name stands nowhere but in its heading.
        return char.IsLower(text[hit.Start]) || place.MayStand(start, end)
            ? new Anchor(AnchorKind.Chapter, start, end)
            : null;
    }

    private static int SummaryStart(string text, int hitStart)
    {
        var window = Math.Max(0, hitStart - 60);
        var match = SummaryPrefix().Match(text, window, hitStart - window);
        return match.Success ? match.Index : hitStart;
    }

    private static int EndOfFactsHeading(string text, int end, Edition edition)
    {
        var name = FactsName().Match(text, end);
        if (!name.Success)
        {
            return end;
        }

        // "Kortfakta om Ekdal Folkmängd 9000": the first fact's label is no part of the name.
        var fact = edition
            .Headings.Facts.Values.SelectMany(f => f)
            .Select(f => text.IndexOf(f, end, StringComparison.OrdinalIgnoreCase))
            .Where(at => at >= 0)
            .Append(text.Length)
            .Min();
        return end + text[end..Math.Min(fact, end + name.Length)].TrimEnd().Length;
    }

    [GeneratedRegex(
        @"\b(?:Område|OMRÅDE)\s*[1-9]?\s*[.:–—-]?\s*$",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    internal static partial Regex AreaWord();

    [GeneratedRegex(@"\b[1-9]\s*\.?\s*$", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex NumberBefore();

    [GeneratedRegex(
        @"(?<![\d.,])(?:\d{1,3}\s+){1,2}\d{1,3}(?:\s?%)?\s*$",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex NumbersBefore();

    [GeneratedRegex(
        @"(?<![\d.,])[1-9]\s?\.\s?1(?![\d.,])",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex FirstCode();

    // Numbers that follow one another, then the code of the next row.
    [GeneratedRegex(
        @"\G\S+(?:(?![1-9]\s?\.\s?[1-9](?![\d.,]))[\s\S]){0,300}?(?<![\d.,])\d{1,3}\s+\d{1,3}(?:\s?%)?\s(?:(?![1-9]\s?\.\s?[1-9](?![\d.,]))[\s\S]){0,200}?(?<![\d.,])(?<area>[1-9])\s?\.\s?2(?![\d.,])",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex SecondRow();

    // "Poäng Max 1.1 Finns en plan för demokrati? 14 15 93%", or "42,5 100 1.1 …", up to the code of the next row.
    [GeneratedRegex(
        @"\G(?:\s*\d{1,3}(?:,\d{1,2})?\s+(?<top>\d{3})(?!\d))?[^.!?\d]{0,40}\b(?<code>(?<area>[1-9])\s?\.\s?1)(?![\d.,])(?:(?![1-9]\s?\.\s?2(?![\d.,]))(?:(?<![\d.,])(?<number>\d{1,3})(?![\d.,])|[\s\S]))*",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex FirstRow();

    [GeneratedRegex(
        @"\bPoäng(?:\s+(?<area>område\s+[1-9]|för\s+området)\s*:?\s+\d{1,3}(?:,\d)?(?![\d,])(?:\s+\(?(?:av|max)\s+100\b\)?)?|\s*:?\s+\d{1,3}(?:,\d)?\s+av\s+100\b)",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex ScoreAlone();

    [GeneratedRegex(@"^\s*Rubriker\b", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex BoxFollows();

    [GeneratedRegex(
        @"(?<![\d,.])[1-9]\s*\.?\s*$",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex ChapterNumber();

    // "2 Borås stad ", "2. Varbergs kommun "
    [GeneratedRegex(
        @"(?<![\d,.])2\s*\.?\s+(?:\p{Lu}[\p{L}-]*\s+){1,3}(?:[\p{L}]+\s+)?-?\s*$",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex SummaryPrefix();

    // "Kortfakta om Västerås Stad", on one page
    [GeneratedRegex(
        @"\G[^\S\f]+\p{Lu}[\p{L}-]*(?:[^\S\f]+\p{Lu}[\p{L}-]*)?(?:[^\S\f]+(?:stad|Stad|kommun|Kommun))?",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex FactsName();
}
