namespace Kompass.Mining.Layout.Geometry.Pages;

/// <summary>
/// Takes away what every page repeats: lines at the top or the bottom that say the same on many pages but for their numbers, and lines that the edition
/// knows as headers.
/// </summary>
internal static class RunningLines
{
    private const int EdgeLines = 2;

    // Letters; a shorter word may be a column's.
    private const int LeastOfEnd = 10;

    /// <summary>The lines without those that run, what the headers stated, and the page number that each sheet states of itself.</summary>
    public static (
        IReadOnlyList<List<VisualLine>> Sheets,
        IReadOnlyList<RunningHeader> Headers,
        IReadOnlyList<int?> Numbers
    ) Remove(IReadOnlyList<List<VisualLine>> sheets, RunningHeaders known, EditionLabels labels)
    {
        var edges = sheets
            .SelectMany(
                (lines, sheet) =>
                    Edges(lines)
                        .Where(l => !IsTableHead(l, labels))
                        .SelectMany(l => Shapes(l).Select(s => new EdgeLine(l, sheet, s)))
            )
            .ToList();
        var groups = Repeated(edges, sheets.Count);
        var repeated = groups.SelectMany(g => g).Select(e => e.Line).ToHashSet();
        var headers = new List<RunningHeader>();
        var numbers = PageNumbers.InLines(
            groups.Select(g => g.Select(e => (e.Sheet, e.Line.Text.Text)).ToList()),
            sheets.Count
        );
        var running = sheets
            .Select(s => s.Where(l => repeated.Contains(l) || IsHeader(l.Text.Text)).ToList())
            .ToList();
        for (var sheet = 0; sheet < sheets.Count; sheet++)
        {
            foreach (var line in running[sheet])
            {
                var found = known.FindAll(line.Text.Text);
                headers.AddRange(found);
                numbers[sheet] = found.Count > 0 ? found[0].Page ?? numbers[sheet] : numbers[sheet];
            }
        }

        return (
            [.. sheets.Select((s, i) => s.FindAll(l => !running[i].Contains(l)))],
            headers,
            numbers
        );

        bool IsHeader(string text) => text.Length < 120 && known.IsWholeLine(text);
    }

    // "Styrkor | Förbättringsmöjligheter", "Rubriker | Poäng", "Uppnått | Max | Procent": a table's head may open many a page.
    private static bool IsTableHead(VisualLine line, EditionLabels labels) =>
        line.Words.Count <= 8
        && (
            line.Phrases(0.8).All(p => IsHead(VisualLine.PassageOf(p).Text, labels))
            || line.Words.All(w => IsHead(w.Text, labels))
        );

    private static bool IsHead(string text, EditionLabels labels) =>
        ColumnHeads.Of(text, labels.Edition.Headings) is not null
        || labels
            .Lookup(text)
            .Any(l => l is Label.FindingsHeading or Label.BoxRubrics or Label.BoxPoints);

    private static IEnumerable<VisualLine> Edges(List<VisualLine> lines) =>
        lines.Count <= 2 * EdgeLines
            ? lines
            : lines.Take(EdgeLines).Concat(lines.TakeLast(EdgeLines));

    private static List<List<EdgeLine>> Repeated(List<EdgeLine> edges, int sheets)
    {
        var found = new List<List<EdgeLine>>();
        // On three pages and on a third of them; a short report has its header on every page.
        var least = Math.Max(3, sheets / 3);
        foreach (
            var group in edges
                .Where(e => e.Shape.Length > 0)
                .GroupBy(e => e.Shape, StringComparer.Ordinal)
        )
        {
            foreach (var band in group.GroupBy(BandOf))
            {
                // Neighbouring bands count too: the line may stand a little higher on one page.
                var near = CountingOn(
                    group.Where(e => Math.Abs(BandOf(e) - band.Key) <= 1).ToList()
                );
                if (near.Select(e => e.Sheet).Distinct().Count() >= least)
                {
                    found.Add(near);
                }
            }

            // In a text set by blanks pages end at any height: there the number tells that counts with them.
            var counting = NumberedWithSheets([.. group]);
            if (counting.Select(e => e.Sheet).Distinct().Count() >= least)
            {
                found.Add(counting);
            }
        }

        return found;
    }

    // "Område 1 Offentlighet och demokrati        3": the number that an end is has to be the page's; a row of a table ends in a number, too.
    private static List<EdgeLine> CountingOn(List<EdgeLine> edges) =>
        edges[0].Shape is "<#" or ">#"
            ? edges
                .GroupBy(e =>
                    int.Parse(EndOf(e.Line, e.Shape[0]).Text, CultureInfo.InvariantCulture)
                    - e.Sheet
                )
                .MaxBy(g => g.Count())!
                .ToList()
            : edges;

    // "Sida 4", "12 (30)": words and a number that is the page's.
    private static List<EdgeLine> NumberedWithSheets(List<EdgeLine> edges) =>
        edges[0].Shape[0] is '<' or '>'
            ? []
            : edges
                .Select(e => (Edge: e, Page: FirstNumber(e.Line.Text.Text)))
                .Where(e => e.Page is not null)
                .GroupBy(e => e.Page - e.Edge.Sheet, e => e.Edge)
                .MaxBy(g => g.Count())
                ?.ToList()
                ?? [];

    private static decimal? FirstNumber(string text) =>
        Numbers.AllPoints(text).Select(n => (decimal?)n.Value).FirstOrDefault();

    private static Passage EndOf(VisualLine line, char side)
    {
        var phrases = line.Phrases(2).ToList();
        return VisualLine.PassageOf(side == '<' ? phrases[0] : phrases[^1]);
    }

    private static int BandOf(EdgeLine edge) => (int)Math.Round(edge.Line.Box.Top / 12);

    // A line runs too where one end of it does: "Kommunkompassen        3.2 Tillgänglighet", whose other end names the chapter.
    private static IEnumerable<string> Shapes(VisualLine line)
    {
        yield return ShapeOf(line.Text.Text);
        if (line.Phrases(2).Skip(1).Any())
        {
            foreach (var side in "<>")
            {
                var end = EndOf(line, side).Text;
                var shape = ShapeOf(end);
                if (shape.Length >= LeastOfEnd || end.Length <= 3 && end.All(char.IsAsciiDigit))
                {
                    yield return side + shape;
                }
            }
        }
    }

    // Letters only, so that page numbers and misread digits do not part what is one line.
    private static string ShapeOf(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();
        return letters.Length > 0 ? letters
            : text.Any(char.IsDigit) ? "#"
            : "";
    }

    private sealed record EdgeLine(VisualLine Line, int Sheet, string Shape);
}
