using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Makes grids of figures of what pages set line by line: an area and its figure on one line, or a line with the area's name and its figures on the lines
/// below (or above).
/// </summary>
internal sealed partial class FigureLists(
    IReadOnlyList<Block> blocks,
    EditionLabels labels,
    PageContext context,
    FigureLabels figures
)
{
    // Figures of one area on lines of their own.
    private const int MostFigures = 6;

    // Characters of a head that stands on a line of its own.
    private const int LongestHead = 40;

    private sealed record Line(Passage Text, int Block);

    private sealed record Entry(
        int Area,
        IReadOnlyList<Passage> Cells,
        IReadOnlyList<string> Heads,
        int Block,
        int FirstLine
    );

    /// <summary>All grids of the page that no table holds, with the blocks in which its areas stand.</summary>
    public IEnumerable<(FigureGrid Grid, IEnumerable<int> Blocks)> Read()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Block.ItemList list && TotalsOf(list, context.At(i)) is { } totals)
            {
                yield return (totals, [i]);
            }
        }

        var lines = Lines();
        foreach (var entries in Runs(Entries(lines)))
        {
            var grid = GridOf(entries, lines);
            if (
                (
                    entries.Count(e => e.Area > 0) >= EditionLabels.FewestAreas
                    || IsCutOff(grid, entries[^1], lines)
                ) && !IsContents(entries)
            )
            {
                yield return (grid, entries.Select(e => e.Block));
            }
        }
    }

    // A saved page that ends within its table: what stands above the columns says what the few rows are.
    private bool IsCutOff(FigureGrid grid, Entry last, List<Line> lines) =>
        grid.Columns.Count > 1
        && grid.Columns.All(c => c.Head.Length > 0)
        && grid.Heads.Any(h => figures.Of(h).Year is not null)
        && last.FirstLine + last.Cells.Count + MostLinesBehind >= lines.Count - 1;

    // The next area's name and a part of its figures.
    private const int MostLinesBehind = 3;

    // "Nordvik: 472 poäng (2013)": a list of municipalities or years with a total each.
    private FigureGrid? TotalsOf(Block.ItemList list, FigureContext context)
    {
        var items = list
            .Items.Select(i => (i.Text, Match: TotalItem().Match(i.Text.Text)))
            .ToList();
        return
            items.Count >= EditionLabels.FewestAreas
            && items.TrueForAll(i =>
                i.Match.Success
                && Numbers.Parse(i.Match.Groups["total"].Value) >= ProseFigures.LowestTotal
            )
            ? new FigureGrid(
                [Witness.Total],
                [
                    .. items.Select(i =>
                        FigureSeries.Of(
                            $"{Kommun(i.Match.Groups["who"].Value)} {i.Match.Groups["year"].Value}".Trim(),
                            [
                                i.Text.Slice(
                                    i.Match.Groups["total"].Index,
                                    i.Match.Groups["total"].Index + 3
                                ),
                            ],
                            figures.Swedish
                        )
                    ),
                ],
                context,
                IsList: true
            )
            : null;
    }

    [GeneratedRegex(
        @"^\s*(?<who>(?:\p{Lu}[\p{L} -]{1,30}?|(?:19|20)\d\d))\s*(?:[(,]?\s*(?<year>(?:19|20)\d\d)\s*\)?)?\s*[:,–-]?\s+(?<total>[1-7]\d\d)(?:\s*(?:poäng|p)\b\.?)?(?:\s+av\s+800)?\s*(?:[(,]?\s*(?:år\s+)?(?<year>(?:19|20)\d\d)\s*\)?)?\s*$"
    )]
    private static partial Regex TotalItem();

    /// <summary>Whether a line is an item of such a list.</summary>
    public static bool IsTotalItem(Passage line) => TotalItem().IsMatch(line.Text);

    // A name that nothing else tells of is a municipality's, known or not.
    private string Kommun(string who) =>
        // "Hösten 2018 – 588 poäng"
        !figures.Swedish.Seasons.ContainsKey(who.Trim())
        && figures.Swedish.MonthNumber(who.Trim()) is null
        && AreaCell.Of(who, labels) is null
        && figures.Of(who) is { Meaning: null, Years.Count: 0, Whose: not Whose.Own }
            ? TotalTables.Kommun(who)
            : who;

    private List<Line> Lines()
    {
        var lines = new List<Line>();
        for (var i = 0; i < blocks.Count; i++)
        {
            lines.AddRange(
                blocks[i] switch
                {
                    Block.Heading h => [new Line(h.Text, i)],
                    Block.Paragraph p => Numbered(p.Text).Select(l => new Line(l, i)),
                    Block.ItemList l => l.Items.Select(item => new Line(item.Text, i)),
                    // A table parts what stands above it from what stands below.
                    _ => [new Line(Passage.Empty, i)],
                }
            );
        }

        return lines;
    }

    // "1) Offentlighet och demokrati 60 p, 2) …": a list of all areas that runs through a paragraph; any other paragraph is one line.
    private IEnumerable<Passage> Numbered(Passage paragraph)
    {
        var count = labels.Edition.Areas.Count;
        var numbers = ItemNumber().Matches(paragraph.Text);
        if (
            !numbers
                .Select(n => n.Groups["number"].AsNumber())
                .SequenceEqual(Enumerable.Range(1, count))
        )
        {
            return [paragraph];
        }

        var last = numbers[count - 1];
        var end = EndOfItem().Match(paragraph.Text, last.Index);
        return numbers
            .Select(
                (n, i) => paragraph.Slice(n.Index, i + 1 < count ? numbers[i + 1].Index : end.Index)
            )
            .Append(paragraph.Slice(end.Index + end.Length, paragraph.Text.Length))
            .Select(l => l.Slice(0, l.Text.TrimEnd(',', ';', '.', ' ').Length));
    }

    // "1) ", "2. "
    [GeneratedRegex(@"(?<![\p{L}\d.,])(?<number>[1-9])[).:]\s+(?=\p{Lu})")]
    private static partial Regex ItemNumber();

    // Behind the figure of the last item.
    [GeneratedRegex(@"(?<=\d(?:\s*(?:poäng|p))?)[.,;]\s+|$")]
    private static partial Regex EndOfItem();

    private List<Entry> Entries(List<Line> lines)
    {
        var names = Enumerable
            .Range(0, lines.Count)
            .Where(i => AreaCell.Of(lines[i].Text.Text, labels) is not null)
            .ToList();
        var above = FiguresStandAbove(lines, names);
        var columns = ColumnsOfRows(lines);
        var entries = new List<Entry>();
        for (var i = 0; i < lines.Count; i++)
        {
            if ((RowOf(lines, i, columns) ?? OnOneLine(lines[i], i)) is { } entry)
            {
                entries.Add(entry);
            }
            else if (
                entries.Count > 0
                && lines[i].Block - entries[^1].Block <= 1
                && TotalOf(lines[i].Text, labels) is { } total
                && IsFigure(total)
            )
            {
                entries.Add(new Entry(Witness.Total, [total], [""], lines[i].Block, i));
            }
            else if (AreaCell.Of(lines[i].Text.Text, labels) is { } area)
            {
                var (cells, heads) =
                    above
                        ? (
                            i > 0 && IsFigure(lines[i - 1].Text)
                                ? ([lines[i - 1].Text], [""])
                                : ([], [])
                        )
                    : FiguresBelow(lines, i + 1) is { Cells.Count: > 0 } below ? below
                    : FiguresBelowProse(lines, i + 1);
                if (cells.Count > 0)
                {
                    entries.Add(new Entry(area, cells, heads, lines[i].Block, above ? i - 1 : i));
                }
            }
        }

        return entries;
    }

    // A table whose cells nothing but blanks part, "Verksamhetsutveckling 49 73 +49 % 51": how many figures most of its rows have, 0 where it is none.
    private int ColumnsOfRows(List<Line> lines) =>
        lines
            .Select(l => CellsOf(l.Text))
            .Where(r => r.Cells.Count > 1 && AreaCell.Of(r.Name, labels) > Witness.Total)
            .CountBy(r => r.Cells.Count)
            .Where(c => c.Value >= EditionLabels.FewestAreas)
            .OrderByDescending(c => c.Value)
            .FirstOrDefault()
            .Key;

    // A row of such a table; one that is broken goes on with the lines below that hold nothing but figures.
    private Entry? RowOf(List<Line> lines, int at, int columns)
    {
        var (name, cells) = CellsOf(lines[at].Text);
        if (columns == 0 || AreaCell.Of(name, labels) is not { } area)
        {
            return null;
        }

        for (var i = at + 1; i < lines.Count && cells.Count < columns; i++)
        {
            if (CellsOf(lines[i].Text) is not { Name.Length: 0, Cells: { Count: > 0 } more })
            {
                break;
            }

            cells.AddRange(more);
        }

        return cells.Count == columns
            ? new Entry(area, cells, [.. cells.Select(_ => "")], lines[at].Block, at)
            : null;
    }

    private static (string Name, List<Passage> Cells) CellsOf(Passage line)
    {
        var match = LineOfCells().Match(line.Text);
        return (
            match.Success ? match.Groups["name"].Value : line.Text,
            [.. match.Groups["cell"].Captures.Select(c => line.Slice(c))]
        );
    }

    // "Verksamhetsutveckling 49 73 +49 % 51", "+44 % 50"
    [GeneratedRegex(
        @"^\s*(?<name>(?:[1-9][.)]?\s+)?\p{L}[^\d]{0,80}?)?(?:(?:^|\s+)(?<cell>[+±−–-]?\d{1,3}(?:,\d)?(?:\s?%)?))+\s*$"
    )]
    private static partial Regex LineOfCells();

    private Entry? OnOneLine(Line line, int at) =>
        DatedFigures(line, at)
        ?? (
            ScoreLine.Of(line.Text, labels) is { } scored && IsFigure(scored.Score)
                ? new Entry(
                    AreaCell.Of(scored.Name.Text, labels)!.Value,
                    [scored.Score],
                    [""],
                    line.Block,
                    at
                )
                : InWords(line, at)
        );

    // "Verksamhetsutveckling: 74 (2016), 64 (2012)", "Verksamhetsutveckling: 66 poäng 2015 (målet var 76)": what dates a figure heads it.
    private Entry? DatedFigures(Line line, int at) =>
        DatedLine().Match(line.Text.Text) is { Success: true } match
        && AreaCell.Of(match.Groups["name"].Value, labels) is { } area
        && !(match.Groups["rest"] is { Success: true } rest && !figures.Of(rest.Value).IsNoScore)
            ? new Entry(
                area,
                [.. match.Groups["figure"].Captures.Select(c => line.Text.Slice(c))],
                [.. match.Groups["head"].Captures.Select(c => c.Value)],
                line.Block,
                at
            )
            : null;

    // "Verksamhetsutveckling: trettionio"
    private Entry? InWords(Line line, int at)
    {
        var text = line.Text.Text;
        var sign = text.LastIndexOfAny([':', '–', '-']);
        return
            sign > 0
            && AreaCell.Of(text[..sign], labels) is > Witness.Total and var area
            && line.Text.Slice(sign + 1, text.Length) is var figure
            && IsFigure(figure)
            && !figure.Text.Any(char.IsDigit)
            ? new Entry(area, [figure.Trim()], [""], line.Block, at)
            : null;
    }

    /// <summary>The figure of a line such as <c>Totalt – 470</c>, which is the total of the list in which it stands; null where it is none.</summary>
    public static Passage? TotalOf(Passage line, EditionLabels labels)
    {
        var match = TotalLine().Match(line.Text);
        return match.Success && AreaCell.Of(match.Groups["head"].Value, labels) == Witness.Total
            ? line.Slice(match.Groups["figure"])
            : null;
    }

    // "63" over "Offentlighet och demokrati": the first name has a figure above it, and the last none below.
    private bool FiguresStandAbove(List<Line> lines, List<int> names) =>
        names.Count >= EditionLabels.FewestAreas
        && names[0] > 0
        && IsFigure(lines[names[0] - 1].Text)
        && !(names[^1] + 1 < lines.Count && IsFigure(lines[names[^1] + 1].Text));

    private bool IsFigure(Passage line) => FigureCell.Of(line, figures.Swedish) is not null;

    private (List<Passage> Cells, List<string> Heads) FiguresBelow(List<Line> lines, int from)
    {
        var cells = new List<Passage>();
        var heads = new List<string>();
        for (var i = from; i < lines.Count && cells.Count < MostFigures; i++)
        {
            if (
                LabelledFigure.Of(lines[i].Text) is { } labelled
                && AreaCell.Of(labelled.Head, labels) is null
                && !(
                    FigureCell.Of(labelled.Figure, figures.Swedish)?.Value
                    > labels.Edition.Scale.AreaMax
                )
            )
            {
                cells.Add(labelled.Figure);
                heads.Add(labelled.Head);
            }
            else if (IsFigure(lines[i].Text))
            {
                cells.Add(lines[i].Text);
                heads.Add("");
            }
            else
            {
                break;
            }
        }

        return (cells, heads);
    }

    // A few words on the area and then "Poäng: 64 (58)".
    private (List<Passage> Cells, List<string> Heads) FiguresBelowProse(List<Line> lines, int from)
    {
        var at = from;
        while (
            at < lines.Count
            && at < from + MostProse
            && blocks[lines[at].Block] is Block.Paragraph
            && AreaCell.Of(lines[at].Text.Text, labels) is null
            && !IsLabelledScore(lines[at].Text)
        )
        {
            at++;
        }

        return at > from && at < lines.Count && IsLabelledScore(lines[at].Text)
            ? FiguresBelow(lines, at)
            : ([], []);
    }

    // Paragraphs.
    private const int MostProse = 6;

    private bool IsLabelledScore(Passage line) =>
        LabelledFigure.Of(line) is { } labelled && figures.Of(labelled.Head).SpeaksOfScores;

    // Entries that belong together: as many figures each under the same heads, no area twice, no heading or table between.
    private IEnumerable<List<Entry>> Runs(List<Entry> entries) =>
        entries.Runs(
            (run, entry) =>
                !run.Exists(e => e.Area == entry.Area)
                && run[0].Heads.SequenceEqual(entry.Heads, StringComparer.Ordinal)
                && !IsParted(run[^1], entry)
        );

    // A heading that only groups areas, "Service och kvalitet", parts none of those that go on behind it.
    private bool IsParted(Entry last, Entry next) =>
        blocks
            .Skip(last.Block + 1)
            .Take(Math.Max(0, next.Block - last.Block - 1))
            .Any(b =>
                b is Block.Table
                || (
                    b is Block.Heading h
                    && !(last.Area > 0 && figures.Of(h.Text.Text).IsSilent)
                    && AreaCell.Of(h.Text.Text, labels) is null
                    && FigureCell.Of(h.Text, figures.Swedish) is null
                    && LabelledFigure.Of(h.Text) is null
                )
            );

    private FigureGrid GridOf(List<Entry> entries, List<Line> lines)
    {
        var columns = entries[0].Cells.Count;
        var heads = entries[0].Heads;
        var at = entries[0].Block;
        if (heads.All(h => h.Length == 0))
        {
            var above = HeadsAbove(lines, entries[0].FirstLine);
            if (columns > 1 && HeadsInOneLine(lines, entries[0].FirstLine, columns) is { } split)
            {
                heads = split;
                at = lines[entries[0].FirstLine - 1].Block;
            }
            else if (
                // Heads of cells that stand beside each other do, too.
                !entries.Exists(e => CellsOf(lines[e.FirstLine].Text).Cells.Count > 1)
                && above.Count >= columns
                && (columns > 1 || lines[entries[0].FirstLine].Text.Text.Length > 0)
            )
            {
                heads = [.. above.TakeLast(columns)];
                at = lines[entries[0].FirstLine - above.Count].Block;
            }
        }

        return new FigureGrid(
            entries.ConvertAll(e => e.Area),
            [
                .. heads
                    .Take(columns)
                    .Select(
                        (head, c) =>
                            FigureSeries.Of(
                                head,
                                entries.ConvertAll(e => e.Cells[c]),
                                figures.Swedish
                            )
                    ),
            ],
            context.At(at),
            IsList: true
        );
    }

    // "Nordvik 2011 Nordvik 2014 Ändring 40 kommuner i genomsnitt": heads end with their years, and those behind them with the word that tells what they are.
    private List<string>? HeadsInOneLine(List<Line> lines, int first, int columns)
    {
        if (first == 0 || lines[first - 1].Text.Text is not { Length: > 0 } line)
        {
            return null;
        }

        var dated = Numbers.Years(line).ToList();
        var heads = new List<string>();
        var from = 0;
        foreach (var year in dated)
        {
            heads.Add(line[from..year.End].Trim());
            from = year.End;
        }

        var rest = line[from..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        while (heads.Count < columns - 1 && rest.Length > 1)
        {
            var length = 1;
            while (
                length < rest.Length - 1 && figures.Of(string.Join(' ', rest[..length])).IsSilent
            )
            {
                length++;
            }

            heads.Add(string.Join(' ', rest[..length]));
            rest = rest[length..];
        }

        if (rest.Length > 0)
        {
            heads.Add(string.Join(' ', rest));
        }

        return dated.Count > 0 && heads.Count == columns ? heads : null;
    }

    // Short lines right above the first area, one a column.
    private List<string> HeadsAbove(List<Line> lines, int first)
    {
        var heads = new List<string>();
        for (var i = first - 1; i >= 0 && heads.Count <= MostFigures; i--)
        {
            var text = lines[i].Text.Text;
            if (
                text.Length is 0 or > LongestHead
                || text[^1] is '.' or ':' or '!' or '?'
                || lines[i].Block == 0
                || (blocks[lines[i].Block] is Block.Heading { Level: > 0 and < 6 })
                || AreaCell.Of(text, labels) > 0
            )
            {
                break;
            }

            heads.Insert(0, text);
        }

        return heads;
    }

    // Numbers that only grow from area to area are pages of a table of contents.
    private bool IsContents(List<Entry> entries)
    {
        var numbers = entries
            .Select(e => FigureCell.Of(e.Cells[0], figures.Swedish)?.Value)
            .ToList();
        return entries.Count > 3
            && entries[0].Cells.Count == 1
            && numbers.Zip(numbers.Skip(1)).All(n => n.First < n.Second)
            && numbers[0] < 20;
    }

    [GeneratedRegex(
        @"^\s*(?<name>[^:]{3,80}?)\s*[:–-]\s*(?:(?:[,;/]|och)?\s*(?<figure>\d{1,3})(?:\s*(?:poäng|p))?\s*(?:\((?<head>[^()\d]{0,20}(?:19|20)\d\d)\)|(?:år\s+|i\s+)?(?<head>(?:19|20)\d\d)))+(?:\s*\((?<rest>[^()]{3,40})\))?\s*\.?$"
    )]
    private static partial Regex DatedLine();

    // "Totalt – 470", "Totalt 487 (455)"
    [GeneratedRegex(
        @"^\s*(?<head>\p{L}[\p{L} ]{1,30}?)(?:\s*[:=–-]\s*|\s+)(?<figure>\d{1,3}\b[^\n]{0,40})$"
    )]
    private static partial Regex TotalLine();
}
