using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>A heading: its text on one line, how many printed lines it takes, what it means to the edition.</summary>
internal sealed record FoundHeading(Passage Text, int Lines, IReadOnlyList<Label> Labels)
{
    /// <summary>Whether it opens an area or a chapter: no table goes on beyond it.</summary>
    public bool OpensSection =>
        Labels.Any(l =>
            l
                is Label.ChapterHeading { Chapter: not Chapter.Contents }
                    or Label.Appendix
                    or Label.SinceLast
            || (
                l is Label.AreaName
                && (EditionLabels.BeginsAsArea(Text.Text) || char.IsDigit(Text.Text[0]))
            )
        );
}

/// <summary>
/// Finds headings among printed lines: what the edition knows, also over several lines and with misread letters; and what stands out by size, weight or
/// the space above it.
/// </summary>
/// <param name="lines">All lines in reading order.</param>
/// <param name="measures">What is usual in the document.</param>
/// <param name="labels">The labels of its edition.</param>
internal sealed class HeadingFinder(
    IReadOnlyList<VisualLine> lines,
    Measures measures,
    EditionLabels labels
)
{
    private const int MostLines = 3;
    private const int Longest = 160;

    // Left edges that differ by more are not the same, in points.
    private const double Indent = 3;

    private PerLine<FoundHeading?> KnownAt => field ??= new(lines.Count, FindKnown);

    /// <summary>The heading that begins at a line, or null.</summary>
    public FoundHeading? At(int index) => Known(index) ?? Unknown(index);

    /// <summary>A heading that the edition knows and that stands apart from what is above it, or null.</summary>
    public FoundHeading? Known(int index) => KnownAt[index];

    /// <summary>Whether a line begins with a heading that opens a section, as in a row of a table: "Område 3 Politisk styrning | Poäng".</summary>
    public bool OpensSection(VisualLine line) =>
        Meaning(line.Phrases(0.8).First(), line.Sheet) is var (text, found)
        && new FoundHeading(text, 1, found).OpensSection;

    private FoundHeading? FindKnown(int index)
    {
        var line = lines[index];
        if (
            !(
                StandsApart(index)
                || StandsOut(line)
                || IsBelowHeading(index)
                || IsAreaBelowSentence(index)
                || IsAreaAboveItsParts(index)
                || PartsLists(index)
                || HeadsListOfScan(index)
            ) || !line.Text.Text.Any(char.IsLetter)
        )
        {
            return null;
        }

        for (var count = Math.Min(MostLines, LinesTogether(index)); count >= 1; count--)
        {
            if (Enumerable.Range(index, count).Sum(i => lines[i].Text.Text.Length) >= Longest)
            {
                continue;
            }

            var text = Joined(index, count);
            if (
                text.Text.Length <= Longest
                && Meaning(text, line.Sheet) is var (mended, found)
                && !IsTwoHeadings(index, count)
            )
            {
                return new FoundHeading(mended, count, found);
            }
        }

        return null;
    }

    // The first area's heading directly below its chapter's, or that of a list below its area's, where no space is set between them.
    private bool IsBelowHeading(int index) =>
        (
            EditionLabels.BeginsAsArea(lines[index].Text.Text)
            || (
                char.IsDigit(lines[index].Text.Text[0])
                && labels.AreaOf(lines[index].Text.Text) is not null
            )
            || (
                index + 1 < lines.Count
                && ItemLines.IsBulleted(lines[index + 1])
                && ListHead(lines[index]) is not null
            )
        )
        && Enumerable.Range(1, Math.Min(MostLines, index)).Any(n => KnownAt[index - n]?.Lines == n);

    // "Område 3 Politisk styrning och kontroll" and nothing else, where the line above ends a sentence or is a short one, in texts that set no space between.
    private bool IsAreaBelowSentence(int index) =>
        index > 0
        && EditionLabels.BeginsAsArea(lines[index].Text.Text)
        && (
            lines[index - 1].Text.Text[^1] is '.' or '!' or '?'
            || 2 * lines[index - 1].Box.Right < lines[index - 1].Sheet.Width
        )
        && !(index + 1 < lines.Count && char.IsLower(lines[index + 1].Text.Text[0]))
        && labels.AreaOf(lines[index].Text.Text) is not null;

    // "Område 3 Politisk styrning och kontroll" over "Rubriker" or "Allmänt", or "3. Politisk styrning och kontroll" over its score, where no space is set above.
    private bool IsAreaAboveItsParts(int index) =>
        index + 1 < lines.Count
        && (
            EditionLabels.BeginsAsArea(lines[index].Text.Text)
                ? Meaning(lines[index + 1].Phrases(0.8).First(), lines[index + 1].Sheet)
                    is var (_, found)
                    && found.Any(l =>
                        l is Label.BoxRubrics or Label.General or Label.FindingsHeading
                    )
                : char.IsDigit(lines[index].Text.Text[0])
                    && ScoreLine.OpensArea(lines[index + 1].Text.Text)
        );

    // The last line is a heading by itself, and so are those above it.
    private bool IsTwoHeadings(int index, int count) =>
        count > 1
        && Meaning(lines[index + count - 1].Text, lines[index].Sheet) is not null
        && Meaning(Joined(index, count - 1), lines[index].Sheet) is not null;

    /// <summary>What a phrase means to the edition, its letters mended where it was recognised; null where it means nothing.</summary>
    public (Passage Text, IReadOnlyList<Label> Labels)? Meaning(
        IReadOnlyList<SheetWord> words,
        Sheet sheet
    ) => Meaning(VisualLine.PassageOf(words), sheet);

    /// <summary>The list of findings that a phrase heads, or null.</summary>
    public (FindingKind Kind, Passage Text)? ListHead(
        IReadOnlyList<SheetWord> words,
        Sheet sheet
    ) =>
        Meaning(words, sheet) is var (text, found)
        && found.OfType<Label.FindingsHeading>().FirstOrDefault() is { } heading
            ? (heading.Kind, text)
            : null;

    private (FindingKind Kind, Passage Text)? ListHead(VisualLine line) =>
        ListHead(line.Words, line.Sheet);

    /// <summary>Whether a phrase has a meaning of a kind.</summary>
    public bool Means<T>(IReadOnlyList<SheetWord> words, Sheet sheet)
        where T : Label => Meaning(words, sheet)?.Labels.OfType<T>().Any() == true;

    private (Passage Text, IReadOnlyList<Label> Labels)? Meaning(Passage text, Sheet sheet)
    {
        var mended = sheet.IsRecognised ? labels.Mend(text.Text) : text.Text;
        return mended is not null && labels.Lookup(mended) is { Count: > 0 } found
            ? (mended == text.Text ? text : Passage.At(mended, text.Place, text.Confidence), found)
            : null;
    }

    /// <summary>Whether there is more space above a line than between lines of a paragraph, or another sheet.</summary>
    public bool StandsApart(int index) =>
        index == 0
        || !ReferenceEquals(lines[index - 1].Sheet, lines[index].Sheet)
        || lines[index].CenterY - lines[index - 1].CenterY > 1.22 * measures.Leading
        || lines[index].CenterY < lines[index - 1].CenterY;

    // Between two lists, and no further to the right than the one above: a line that goes on with an item hangs under it. Where no bullets are written, left of both.
    private bool PartsLists(int index) =>
        index > 0
        && index + 1 < lines.Count
        && lines[index - 1].Box.Left - lines[index].Box.Left is var further
        && (
            ItemLines.IsBulleted(lines[index + 1])
                ? further > Indent || (further > -1 && ItemLines.IsBulleted(lines[index - 1]))
                : further > Indent
                    && lines[index + 1].Box.Left - lines[index].Box.Left > Indent
                    && ListHead(lines[index]) is not null
        );

    // Of a scan, whose bullets may be misread: a list's head and nothing else, with space below it.
    private bool HeadsListOfScan(int index) =>
        lines[index].Sheet.IsRecognised
        && index + 1 < lines.Count
        && ReferenceEquals(lines[index + 1].Sheet, lines[index].Sheet)
        && StandsApart(index + 1)
        && ListHead(lines[index]) is not null;

    // Larger than the text, or bold. Heights of recognised words vary with their letters and tell nothing.
    private bool StandsOut(VisualLine line) =>
        !line.Sheet.IsRecognised && (line.Size > 1.12 * measures.Body || line.IsBold);

    private FoundHeading? Unknown(int index)
    {
        var line = lines[index];
        var count = StandsOut(line) ? LinesTogether(index) : 1;
        var text = Joined(index, Math.Min(count, MostLines));
        var isHeading =
            text.Text.Length <= Longest
            && text.Text.Any(char.IsLetter)
            && (char.IsUpper(text.Text[0]) || char.IsDigit(text.Text[0]))
            && text.Text[^1] is not ('.' or ',' or ';' or ':' or '-')
            && (
                StandsOut(line)
                || (
                    StandsApart(index)
                    && text.Text.Length <= 90
                    && line.Box.Right < line.Sheet.Width * 0.72
                    && HasTextBelow(index)
                )
            );
        return isHeading ? new FoundHeading(text, Math.Min(count, MostLines), []) : null;
    }

    // A heading stands over something; the short last line of a paragraph does not, and neither does a line on its own.
    private bool HasTextBelow(int index) =>
        index + 1 < lines.Count
        && ReferenceEquals(lines[index + 1].Sheet, lines[index].Sheet)
        && lines[index + 1].CenterY - lines[index].CenterY < 1.9 * measures.Leading
        && char.IsUpper(lines[index + 1].Text.Text[0]);

    // How many lines from here on stand as close together and are as large and heavy as the parts of one heading.
    private int LinesTogether(int index)
    {
        var count = 1;
        while (
            count < MostLines
            && index + count < lines.Count
            && ReferenceEquals(lines[index + count].Sheet, lines[index].Sheet)
            // The heads of lists side by side may be as bold as the heading above them.
            && ListHead(lines[index + count].Phrases(0.8).First(), lines[index].Sheet) is null
            && lines[index + count].IsBold == lines[index].IsBold
            && lines[index + count].CenterY - lines[index + count - 1].CenterY
                < 1.6 * Math.Max(lines[index].Size, measures.Leading / 1.3)
            && Math.Abs(lines[index + count].Size - lines[index].Size)
                < (lines[index].Sheet.IsRecognised ? 0.5 : 0.12) * lines[index].Size
        )
        {
            count++;
        }

        return count;
    }

    private Passage Joined(int index, int count) =>
        count == 1
            ? lines[index].Text
            : Passage.Join(" ", Enumerable.Range(index, count).Select(i => lines[i].Text));
}
