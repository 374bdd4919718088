using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>Makes grids of figures of the tables that name areas, whichever way round they stand.</summary>
internal sealed partial class FigureTables(EditionLabels labels, Swedish swedish)
{
    private readonly TotalTables _totals = new(labels, swedish);

    /// <summary>The grids of a table; empty where it names too few areas and no total beside years.</summary>
    public IEnumerable<FigureGrid> Read(Block.Table table, FigureContext context)
    {
        context = context with { Caption = table.Caption?.Text ?? context.Caption };
        var cells = WithAreasNamed(WithScoresApart(Filled(table)), context);
        cells = cells.Count == 0 ? cells : Transposed(WithAreasNamed(Transposed(cells), context));
        var columns = cells.Count == 0 ? 0 : cells[0].Count;
        var byColumn = Enumerable
            .Range(0, columns)
            .Select(c =>
                (
                    Column: c,
                    Areas: AreasOf(cells.Select(r => r[c])),
                    Total: cells.Exists(r => IsOfTotal(r[c]))
                )
            )
            .OrderByDescending(c => c.Areas)
            // Numbers beside the names name no total.
            .ThenByDescending(c => c.Total)
            .FirstOrDefault();
        var byRow = cells
            .Select((r, i) => (Row: i, Areas: AreasOf(r)))
            .OrderByDescending(r => r.Areas)
            .FirstOrDefault();
        var most = Math.Max(byColumn.Areas, byRow.Areas);
        if (IsOverview(most, cells))
        {
            var fewest = Math.Min(most, EditionLabels.FewestAreas);
            return byRow.Areas > byColumn.Areas
                ? Grids(Transposed(cells), byRow.Row, context, fewest)
                : Grids(cells, byColumn.Column, context, fewest);
        }

        return _totals.Read(cells, context) is { } totals ? [totals] : [];
    }

    // As many areas as an overview has, or fewer with their sum or their sub-questions.
    private bool IsOverview(int areas, List<List<Passage>> cells) =>
        areas >= EditionLabels.FewestAreas
        || (
            areas > 0
            && (
                (areas > 1 && cells.SelectMany(r => r).Any(IsOfTotal))
                || cells.Count(r => CellLines.IsCoded(r[0].Text)) >= EditionLabels.FewestAreas
                || IsCutOff(cells[^1])
            )
        );

    // "2. Til": a saved page ends within a name.
    private bool IsCutOff(List<Passage> last) =>
        BeginningOfName().Match(last[0].Text) is { Success: true } cut
        && last.Skip(1).All(c => c.IsBlank)
        && labels.Edition.Areas.Any(a =>
            a.Number == cut.Groups["number"].AsNumber()
            && a.Name.StartsWith(cut.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)
        );

    [GeneratedRegex(@"^\s*(?<number>\d)[.)]?\s*(?<name>\p{L}[\p{L} ]*)$")]
    private static partial Regex BeginningOfName();

    private bool IsOfTotal(Passage cell) => AreaCell.Of(cell.Text, labels) == Witness.Total;

    // Every row as long as the longest; what a cell goes over repeats it.
    private static List<List<Passage>> Filled(Block.Table table)
    {
        var columns = table.Rows.Count == 0 ? 0 : table.Rows.Max(r => r.Cells.Count);
        var cells = table
            .Rows.Select(r =>
                Enumerable
                    .Range(0, columns)
                    .Select(c => c < r.Cells.Count ? TextOf(r.Cells[c]) : Passage.Empty)
                    .ToList()
            )
            .ToList();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            for (var column = 0; column < table.Rows[row].Cells.Count; column++)
            {
                var cell = table.Rows[row].Cells[column];
                for (var r = row; r < Math.Min(cells.Count, row + cell.Rows); r++)
                {
                    for (var c = column; c < Math.Min(columns, column + cell.Columns); c++)
                    {
                        if (cells[r][c].IsBlank)
                        {
                            cells[r][c] = cells[row][column];
                        }
                    }
                }
            }
        }

        return cells;
    }

    private static Passage TextOf(Cell cell) =>
        cell.Items.Count == 0
            ? cell.Text
            : Passage.Join(
                " ",
                cell.Items.Select(i => i.Text).Prepend(cell.Text).Where(t => !t.IsBlank)
            );

    // "1. Verksamhetsutveckling: 59 poäng (47) | Ett kvalitetspris delas ut …": name and score in one cell before a text.
    private List<List<Passage>> WithScoresApart(List<List<Passage>> cells)
    {
        var lines = cells.ConvertAll(r =>
            r is [var first, ..] ? ScoreLine.Of(first, labels) : null
        );
        return
            lines.Count(l => l is not null) >= EditionLabels.FewestAreas
            && lines.Count(l => l is not null) * 2 > lines.Count
            ? lines.ConvertAll(l =>
                l is null ? [Passage.Empty, Passage.Empty] : new List<Passage> { l.Name, l.Score }
            )
            : cells;
    }

    // Heads "1" to "8" name areas where the head before them, caption, sentence or heading speaks of areas.
    private List<List<Passage>> WithAreasNamed(List<List<Passage>> cells, FigureContext context)
    {
        var numbers = labels
            .Edition.Areas.Select(a => a.Number.ToString(CultureInfo.InvariantCulture))
            .ToList();
        var plain =
            cells.Count == 0 ? [] : cells[0].ConvertAll(c => Abbreviated().Replace(c.Text, ""));
        var from = plain.IndexOf(numbers[0]);
        if (
            from < 0
            || !plain.Skip(from).Take(numbers.Count).SequenceEqual(numbers, StringComparer.Ordinal)
            || plain[from] == cells[0][from].Text
                && !context.HasLegend
                && !context
                    .All.Concat(cells[0].Take(from).Select(c => c.Text))
                    .Any(t => t.Contains("område", StringComparison.OrdinalIgnoreCase))
        )
        {
            return cells;
        }

        var heads = cells[0]
            .Select(
                (c, i) =>
                    numbers.Contains(plain[i], StringComparer.Ordinal)
                        ? Passage.At($"Område {plain[i]}", c.Place)
                        : c
            )
            .ToList();
        return [heads, .. cells.Skip(1)];
    }

    // "Omr 1"
    [GeneratedRegex(@"^omr(?:åde|\.)?\s*(?=\d$)", Patterns.AnyCase)]
    private static partial Regex Abbreviated();

    /// <summary>Rows as columns.</summary>
    public static List<List<Passage>> Transposed(List<List<Passage>> cells) =>
        [.. Enumerable.Range(0, cells[0].Count).Select(c => cells.Select(r => r[c]).ToList())];

    private int AreasOf(IEnumerable<Passage> cells) =>
        cells
            .Select(c => AreaCell.OfCell(c.Text, labels))
            .Where(a => a is > Witness.Total)
            .Distinct()
            .Count();

    // An area that comes again begins another grid, unless every area comes several times with its years beside it.
    private IEnumerable<FigureGrid> Grids(
        List<List<Passage>> cells,
        int column,
        FigureContext context,
        int fewest
    )
    {
        var axis = WithLikeNames(
            cells.ConvertAll(r => AreaCell.OfCell(r[column].Text, labels)),
            cells,
            column
        );
        if (LongForm(cells, axis, column, context) is { } pivoted)
        {
            yield return pivoted;
            yield break;
        }

        var heads = new List<List<Passage>>();
        var caption = context.Caption;
        foreach (var (from, rows) in Sections(axis))
        {
            // Where nothing stands above a section, the title and the heads of the one before are its own.
            // "Utförd av: | SKL" above "Verksamhetsutveckling: | 50" is a line as they are, and no head.
            var above = cells.GetRange(from, rows[0] - from);
            if (rows.TrueForAll(r => cells[r][column].Text.EndsWith(':')))
            {
                above.RemoveAll(r => r[column].Text.EndsWith(':'));
            }

            if (above.Count > 0)
            {
                caption =
                    above.Select(Spanning).LastOrDefault(t => t is not null) ?? context.Caption;
                heads = above.FindAll(r => Spanning(r) is null) is { Count: > 0 } own ? own : heads;
            }

            if (rows.Count(r => axis[r] != Witness.Total) >= fewest)
            {
                yield return Grid(
                    heads,
                    rows.ConvertAll(r => (axis[r]!.Value, cells[r])),
                    column,
                    context with
                    {
                        Caption = caption,
                    }
                );
            }
        }
    }

    // A longer name is that of another measure: "Effektivitet i kommunens förskolor".
    private const int MostWords = 2;

    // "Samhällsbyggare | 70" among areas by their names, where no other row is that one's.
    private List<int?> WithLikeNames(List<int?> axis, List<List<Passage>> cells, int column)
    {
        if (axis.Count(a => a > Witness.Total) * 2 < axis.Count)
        {
            return axis;
        }

        for (var row = 0; row < axis.Count; row++)
        {
            if (
                axis[row] is null
                && cells[row]
                    .Where((_, c) => c != column)
                    .Any(c => FigureCell.Of(c, swedish) is not null)
                && cells[row][column].Text is var name
                && name.Split([' ', '/']).Length <= MostWords
                && labels.AreaLike(name) is { } like
                && !axis.Contains(like)
            )
            {
                axis[row] = like;
            }
        }

        return axis;
    }

    // The rows of areas up to one that comes again, and from which row on there is what stands above them.
    private static IEnumerable<(int From, List<int> Rows)> Sections(IReadOnlyList<int?> axis)
    {
        var (from, rows) = (0, new List<int>());
        foreach (var row in Enumerable.Range(0, axis.Count).Where(r => axis[r] is not null))
        {
            if (rows.Exists(r => axis[r] == axis[row]))
            {
                yield return (from, rows);
                (from, rows) = (rows[^1] + 1, []);
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            yield return (from, rows);
        }
    }

    // A row whose one text goes over all columns.
    private static string? Spanning(List<Passage> row)
    {
        var texts = row.Where(c => !c.IsBlank)
            .Select(c => c.Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
            texts.Count == 1
            && (row.Count(c => !c.IsBlank) == row.Count || row.Count > 2)
            && texts[0].Any(char.IsLetter)
            ? texts[0]
            : null;
    }

    private FigureGrid Grid(
        List<List<Passage>> heads,
        List<(int Area, List<Passage> Cells)> lines,
        int column,
        FigureContext context
    )
    {
        var areas = lines.ConvertAll(l => l.Area);
        // "Mätning | År | Nordvik | Riket": the year of all rows.
        var years = Enumerable
            .Range(0, lines[0].Cells.Count)
            .Select(c =>
                lines.Select(l => l.Cells[c].Text).Distinct(StringComparer.Ordinal).ToList()
            )
            .Where(t => t is [{ Length: 4 } only] && Numbers.Years(only).Any())
            .Select(t => t[0])
            .ToList();
        context = years is [var year]
            ? context with
            {
                Caption = $"{context.Caption} {year}".Trim(),
            }
            : context;
        return new FigureGrid(
            areas,
            [
                .. Enumerable
                    .Range(0, lines[0].Cells.Count)
                    .Where(c => c != column)
                    .Select(c =>
                        Series(heads.Select(h => h[c].Text), lines.ConvertAll(l => l.Cells[c]))
                    )
                    .Where(s => s.Figures.Any(f => f is not null) && !NumbersAreas(s, areas)),
            ],
            context
        );
    }

    // A figure's own label heads its column.
    private FigureSeries Series(IEnumerable<string> heads, List<Passage> cells)
    {
        var labelled = cells.ConvertAll(LabelledFigure.Of);
        return FigureSeries.Of(
            string.Join(
                ' ',
                heads
                    .Append(labelled[0]?.Head ?? "")
                    .Where(t => t.Length > 0)
                    .Distinct(StringComparer.Ordinal)
            ),
            [.. cells.Select((c, i) => labelled[i]?.Figure ?? c)],
            swedish
        );
    }

    // The areas' own numbers in a column of their own are no figures.
    private static bool NumbersAreas(FigureSeries series, List<int> areas) =>
        series
            .Texts.Where((_, i) => areas[i] > 0)
            .Select(t => t.Text.Trim(' ', '.'))
            .SequenceEqual(
                areas.Where(a => a > 0).Select(a => a.ToString(CultureInfo.InvariantCulture)),
                StringComparer.Ordinal
            );

    // Area | year | points: a row for every area and year.
    private FigureGrid? LongForm(
        List<List<Passage>> cells,
        IReadOnlyList<int?> axis,
        int column,
        FigureContext context
    )
    {
        var rows = Enumerable.Range(0, cells.Count).Where(r => axis[r] is not null).ToList();
        var times = rows.GroupBy(r => axis[r]!.Value).Select(g => g.Count()).ToList();
        if (rows.Count == 0 || times.Min() < 2 || times.Min() != times.Max())
        {
            return null;
        }

        var key = Enumerable
            .Range(0, cells[0].Count)
            .FirstOrDefault(c => c != column && IsKey(c), -1);
        if (key < 0)
        {
            return null;
        }

        var keys = rows.Select(r => cells[r][key].Text).Distinct(StringComparer.Ordinal).ToList();
        var value = Enumerable
            .Range(0, cells[0].Count)
            .Where(c =>
                c != column
                && c != key
                && rows.TrueForAll(r => FigureCell.Of(cells[r][c], swedish) is not null)
            )
            .ToList();
        if (keys.Count != times[0] || value.Count != 1)
        {
            return null;
        }

        var areas = rows.GroupBy(r => axis[r]!.Value).ToList();
        return new FigureGrid(
            [.. areas.Select(g => g.Key)],
            [
                .. keys.Select(k =>
                    FigureSeries.Of(
                        k,
                        [
                            .. areas.Select(g =>
                                cells[g.First(r => cells[r][key].Text == k)][value[0]]
                            ),
                        ],
                        swedish
                    )
                ),
            ],
            context
        );

        // A text that is no number and another in each row of an area.
        bool IsKey(int c) =>
            rows.TrueForAll(r => !cells[r][c].IsBlank && Numbers.Points(cells[r][c].Text) is null)
            && rows.GroupBy(r => axis[r])
                .All(g =>
                    g.Select(r => cells[r][c].Text).Distinct(StringComparer.Ordinal).Count()
                    == times[0]
                );
    }
}
