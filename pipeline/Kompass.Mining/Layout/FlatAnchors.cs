using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout;

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
    public static IReadOnlyList<Anchor> Find(string text, EditionLabels labels, Swedish swedish)
    {
        var hits = labels.FindAll(text);
        var contents = ContentsRange(text, hits);
        var anchors = new List<Anchor>();
        if (contents is { } range)
        {
            anchors.Add(new Anchor(AnchorKind.Contents, range.Start, range.End));
        }

        var previousEnd = -1;
        foreach (var hit in hits)
        {
            if (contents is { } c && hit.Start < c.End && hit.End > c.Start)
            {
                continue;
            }

            if (
                ToAnchor(text, hit, previousEnd, labels.Edition, swedish) is { } anchor
                && anchor.Start >= previousEnd
            )
            {
                anchors.Add(anchor);
                previousEnd = anchor.End;
            }
        }

        anchors.Sort((a, b) => a.Start.CompareTo(b.Start));
        return WithoutThoseInLists(anchors);
    }

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
        Edition edition,
        Swedish swedish
    )
    {
        foreach (var label in hit.Labels)
        {
            var anchor = label switch
            {
                Label.AreaName area => AreaAnchor(text, hit, area.Area, edition),
                Label.ChapterHeading chapter => ChapterAnchor(text, hit, chapter.Chapter),
                Label.Appendix or Label.SinceLast => new Anchor(
                    AnchorKind.Chapter,
                    hit.Start,
                    hit.End
                ),
                Label.BoxRubrics when StandsAlone(text, hit, previousEnd, swedish) => new Anchor(
                    AnchorKind.ScoreBox,
                    hit.Start,
                    hit.End
                ),
                Label.General when StandsAlone(text, hit, previousEnd, swedish) => new Anchor(
                    AnchorKind.General,
                    hit.Start,
                    hit.End
                ),
                Label.RubricHeading rubric when StandsAlone(text, hit, previousEnd, swedish) =>
                    new Anchor(AnchorKind.Rubric, hit.Start, hit.End, rubric.Area),
                Label.SummarySection when StandsAlone(text, hit, previousEnd, swedish) =>
                    new Anchor(AnchorKind.Rubric, hit.Start, hit.End),
                Label.FindingsHeading list when StandsAlone(text, hit, previousEnd, swedish) =>
                    new Anchor(AnchorKind.Findings, hit.Start, hit.End, Finding: list.Kind),
                _ => (Anchor?)null,
            };
            if (anchor is not null)
            {
                return anchor;
            }
        }

        return null;
    }

    private static Anchor? AreaAnchor(string text, LabelHit hit, int area, Edition edition)
    {
        var before = AreaWord()
            .Match(text, Math.Max(0, hit.Start - 24), hit.Start - Math.Max(0, hit.Start - 24));
        if (before.Success)
        {
            return new Anchor(AnchorKind.Area, before.Index, hit.End, area);
        }

        // "1. Offentlighet och demokrati Uppnått Max Procent": the head of a table of sub-questions.
        var number = NumberBefore()
            .Match(text, Math.Max(0, hit.Start - 8), hit.Start - Math.Max(0, hit.Start - 8));
        var start = number.Success ? number.Index : hit.Start;
        var columns = ColumnHeads.Read(text, hit.End, edition.Headings);
        if (columns.Count >= 2)
        {
            return new Anchor(AnchorKind.QuestionTable, start, hit.End, area);
        }

        // Number and name of the area on lines of their own, or the name alone, right before its score box.
        return BoxFollows().IsMatch(text.AsSpan(hit.End, Math.Min(24, text.Length - hit.End)))
            ? new Anchor(AnchorKind.Area, start, hit.End, area)
            : null;
    }

    private static Anchor? ChapterAnchor(string text, LabelHit hit, Chapter chapter)
    {
        var window = Math.Max(0, hit.Start - 6);
        var number = ChapterNumber().Match(text, window, hit.Start - window);
        var start = number.Success ? number.Index : hit.Start;
        return chapter switch
        {
            Chapter.Contents => null,
            // "2 Borås stad i förhållande till …": the name stands between number and label.
            Chapter.Summary => new Anchor(
                AnchorKind.Chapter,
                SummaryStart(text, hit.Start),
                hit.End
            ),
            Chapter.Facts => new Anchor(
                AnchorKind.Chapter,
                start,
                EndOfFactsHeading(text, hit.End)
            ),
            _ when char.IsUpper(text[hit.Start]) => new Anchor(AnchorKind.Chapter, start, hit.End),
            _ => null,
        };
    }

    private static int SummaryStart(string text, int hitStart)
    {
        var window = Math.Max(0, hitStart - 60);
        var match = SummaryPrefix().Match(text, window, hitStart - window);
        return match.Success ? match.Index : hitStart;
    }

    private static int EndOfFactsHeading(string text, int end)
    {
        var name = FactsName().Match(text, end);
        return name.Success && name.Index == end ? end + name.Length : end;
    }

    // A heading follows the end of a sentence, of a page, of another heading or of a number, and is followed by a capital, a number or the end.
    private static bool StandsAlone(string text, LabelHit hit, int previousEnd, Swedish swedish)
    {
        if (!char.IsUpper(text[hit.Start]))
        {
            return false;
        }

        var before = hit.Start - 1;
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }

        var opens =
            before < 0
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
                    or '•'
            || char.IsDigit(text[before])
            || (hit.As<Label.FindingsHeading>() is not null && EndsItem(text, before, swedish));
        if (!opens)
        {
            return false;
        }

        var after = hit.End;
        while (after < text.Length && text[after] is ' ')
        {
            after++;
        }

        return after >= text.Length
            || text[after] is '\f' or '\n' or '•' or '"' or '”' or '*' or '-' or '–'
            || char.IsUpper(text[after])
            || (char.IsDigit(text[after]) && hit.As<Label.FindingsHeading>() is null);
    }

    // Lists need no full stop: their headings also follow a word that can end an item, or one that the page's end broke.
    private static bool EndsItem(string text, int at, Swedish swedish)
    {
        if (text[at] == '-')
        {
            return true;
        }

        var start = at + 1;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return start <= at && !swedish.OpenWords.Contains(text[start..(at + 1)]);
    }

    // From "Innehåll" to where its entries, each with leaders or a page number, end.
    private static (int Start, int End)? ContentsRange(string text, IReadOnlyList<LabelHit> hits)
    {
        foreach (var hit in hits)
        {
            if (
                hit.As<Label.ChapterHeading>() is not { Chapter: Chapter.Contents }
                || hit.Start > text.Length / 3
            )
            {
                continue;
            }

            var end = hit.End;
            foreach (
                Match entry in ContentsEntry()
                    .Matches(text[hit.End..Math.Min(text.Length, hit.End + 4000)])
            )
            {
                if (entry.Index + hit.End - end > 220)
                {
                    break;
                }

                end = hit.End + entry.Index + entry.Length;
            }

            if (end > hit.End + 40)
            {
                return (hit.Start, end);
            }
        }

        return DenseAreas(text, hits);
    }

    // A list of contents without its heading or leaders: four or more areas within a few words of each other.
    private static (int Start, int End)? DenseAreas(string text, IReadOnlyList<LabelHit> hits)
    {
        var areas = hits.Where(h =>
                h.As<Label.AreaName>() is not null
                && AreaWord().IsMatch(text[Math.Max(0, h.Start - 24)..h.Start])
            )
            .ToList();
        for (var i = 0; i + 3 < areas.Count; i++)
        {
            if (areas[i + 3].Start - areas[i].Start < 300)
            {
                var last = i + 3;
                while (last + 1 < areas.Count && areas[last + 1].Start - areas[last].Start < 120)
                {
                    last++;
                }

                return (Math.Max(0, areas[i].Start - 10), areas[last].End);
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\bOmråde\s*[1-9]?\s*[.:]?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex AreaWord();

    [GeneratedRegex(@"\b[1-9]\s*\.?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberBefore();

    [GeneratedRegex(@"^\s*Rubriker\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BoxFollows();

    [GeneratedRegex(@"(?<![\d,.])[1-9]\s*\.?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChapterNumber();

    // "2 Borås stad ", "2. Varbergs kommun "
    [GeneratedRegex(
        @"(?<![\d,.])2\s*\.?\s+(?:\p{Lu}[\p{L}-]*\s+){1,3}(?:[\p{L}]+\s+)?-?\s*$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex SummaryPrefix();

    // "Kortfakta om Västerås Stad"
    [GeneratedRegex(
        @"\G\s+\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*)?(?:\s+(?:stad|Stad|kommun|Kommun))?",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex FactsName();

    // "... 12", "……… 4", ".....6"
    [GeneratedRegex(@"(?:\.{2,}|…+)\s*(?:\d{1,3}\b)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ContentsEntry();
}
