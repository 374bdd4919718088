using Kompass.Mining.Layout.Geometry.Tables;

namespace Kompass.Mining.Layout.Geometry.Pages;

/// <summary>The lines of a document's pages in reading order, without what is not its text: running headers and footers, contents, footnotes, charts.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Figures">Charts by the line before which they stand.</param>
/// <param name="Measures">What is usual in the document.</param>
/// <param name="Words">Its words.</param>
/// <param name="Headers">The headers that the edition knows, as met.</param>
/// <param name="Skipped">Page numbers that the headers skip, each with the file's page before which its page stood.</param>
internal sealed partial record PageText(
    IReadOnlyList<VisualLine> Lines,
    Dictionary<VisualLine, Block.Figure> Figures,
    Measures Measures,
    WordStatistics Words,
    IReadOnlyList<RunningHeader> Headers,
    IReadOnlyList<(int Number, int BeforePage)> Skipped
)
{
    public static PageText Of(
        IReadOnlyList<Sheet> sheets,
        RunningHeaders running,
        EditionLabels labels,
        Func<string, bool> isSmallWord
    )
    {
        var lines = sheets.Select(s => VisualLine.LinesOf(s, s.Words.Where(IsInk))).ToList();
        var measures = Measures.Of(lines);
        var (kept, headers, numbers) = RunningLines.Remove(lines, running, labels);
        List<int> order = [.. PageNumbers.ReadingOrder(numbers)];
        sheets = [.. order.Select(i => sheets[i])];
        numbers = [.. order.Select(i => numbers[i])];
        var text = new List<VisualLine>();
        var figures = new Dictionary<VisualLine, Block.Figure>();
        foreach (var own in order.Select(i => kept[i]))
        {
            var (left, charts) = Charts.TakeOut(
                WithoutFootnotes(WithoutContents(own), measures, labels),
                measures
            );
            foreach (var (before, figure) in charts)
            {
                if (before is not null)
                {
                    figures[before] = figure;
                }
            }

            text.AddRange(left);
        }

        return new PageText(
            text,
            figures,
            measures,
            WordStatistics.Of(string.Join('\n', text.Select(l => l.Text.Text)), isSmallWord),
            headers,
            [
                .. PageNumbers
                    .Skipped(numbers, PagesOf(headers))
                    .Select(n =>
                        (
                            n.Number,
                            n.BeforeSheet < sheets.Count
                                ? sheets[n.BeforeSheet].Page
                                : sheets[^1].Page + 1
                        )
                    ),
            ]
        );
    }

    // Where all headers but a few agree; the count is a field of Word's, and is not always brought up to date.
    private static int? PagesOf(IReadOnlyList<RunningHeader> headers) =>
        headers
            .Select(h => h.Pages)
            .OfType<int>()
            .GroupBy(p => p)
            .Where(g => g.Count() > 0.8 * headers.Count)
            .Select(g => (int?)g.Key)
            .FirstOrDefault();

    // A dash is no longer than the size of the text, in points; a rule or a cell's border is.
    private const double LongestDash = 12;

    // Rules and borders that recognition takes for signs; a dash before an item is as flat as they are, and a square one ("=") is not.
    private static bool IsInk(SheetWord word) =>
        word.Confidence >= 1
        || word.Text.Any(char.IsLetterOrDigit)
        || (word.Text is "-" or "–" or "—" && word.Box.Width <= LongestDash)
        || (
            !word.Text.All(c => c is '|' or '_' or '—' or '¦')
            && word.Box.Width < 3 * word.Box.Height
        );

    // Lines that lead to a page number over dots, where there are several.
    private static List<VisualLine> WithoutContents(List<VisualLine> lines)
    {
        var contents = lines.Where(l => Leader().IsMatch(l.Text.Text)).ToHashSet();
        return contents.Count >= 3 ? [.. lines.Where(l => !contents.Contains(l))] : lines;
    }

    // Small lines below everything else, and apart from it, that begin with a number or a star; an item of a list in small type may go on with a number.
    private static List<VisualLine> WithoutFootnotes(
        List<VisualLine> lines,
        Measures measures,
        EditionLabels labels
    )
    {
        var small = lines.FindLastIndex(l => !IsSmall(l)) + 1;
        var first = Enumerable
            .Range(small, lines.Count - small)
            .FirstOrDefault(
                i => IsApart(i) && FootnoteMark().IsMatch(lines[i].Text.Text),
                lines.Count
            );
        return first == lines.Count ? lines : lines[..first];

        bool IsSmall(VisualLine line) =>
            line.Size < 0.93 * measures.Body
            && !line.Sheet.IsRecognised
            // "1 Offentlighet och demokrati 58" in a table of small type is none.
            && !labels.FindAll(line.Text.Text).Any(h => h.Area is not null);

        bool IsApart(int at) =>
            at > 0 && lines[at].Box.Top - lines[at - 1].Box.Bottom > FootnoteGap * lines[at].Size;
    }

    // Between the text and a footnote, in sizes of its type; within either it is a fifth.
    private const double FootnoteGap = 0.5;

    [GeneratedRegex(@"\.\s?\.\s?\.\s?\.\s?\.?[\s.]*\d{1,3}$|…{2,}\s*\d{1,3}$|…\s*\d{1,3}$")]
    private static partial Regex Leader();

    [GeneratedRegex(@"^(?:\d{1,2}|\*+|[¹²³⁴⁵⁶⁷⁸⁹])\s*\p{L}")]
    private static partial Regex FootnoteMark();
}
