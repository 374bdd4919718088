using Kompass.Mining.Corpus;

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
                && Text.Text.TrimStart().StartsWith("Område", StringComparison.OrdinalIgnoreCase)
            )
        );
}

/// <summary>
/// Finds headings among printed lines: what the edition knows, also over several lines and with misread letters; and what stands out by size, weight or
/// the space above it.
/// </summary>
internal sealed class HeadingFinder(
    IReadOnlyList<VisualLine> lines,
    Measures measures,
    EditionLabels labels
)
{
    private const int MostLines = 3;
    private const int Longest = 160;

    /// <summary>The heading that begins at a line, or null.</summary>
    public FoundHeading? At(int index) => Known(index) ?? Unknown(index);

    /// <summary>A heading that the edition knows and that stands apart from what is above it, or null.</summary>
    public FoundHeading? Known(int index)
    {
        var line = lines[index];
        if (!(StandsApart(index) || StandsOut(line)) || !line.Text.Text.Any(char.IsLetter))
        {
            return null;
        }

        for (var count = Math.Min(MostLines, LinesTogether(index)); count >= 1; count--)
        {
            var text = Joined(index, count);
            if (
                text.Text.Length <= Longest
                && Mended(text, line) is { } mended
                && labels.Lookup(mended.Text) is { Count: > 0 } found
            )
            {
                return new FoundHeading(mended, count, found);
            }
        }

        return null;
    }

    /// <summary>What a phrase means to the edition, its letters mended where it was recognised; null where it means nothing.</summary>
    public (Passage Text, IReadOnlyList<Label> Labels)? Meaning(
        IReadOnlyList<SheetWord> words,
        Sheet sheet
    )
    {
        var text = VisualLine.PassageOf(words);
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

    private Passage? Mended(Passage text, VisualLine line)
    {
        if (!line.Sheet.IsRecognised)
        {
            return text;
        }

        return labels.Mend(text.Text) is not { } mended ? null
            : mended == text.Text ? text
            : Passage.At(mended, text.Place, text.Confidence);
    }
}
