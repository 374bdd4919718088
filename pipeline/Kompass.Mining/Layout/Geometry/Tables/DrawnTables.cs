using Kompass.Mining.Layout.Geometry.Pages;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Reads tables whose borders are drawn: what stands in a cell's box is the cell's, whatever the words say. They go on over sheets where the columns do.
/// </summary>
/// <param name="context">The document.</param>
internal sealed class DrawnTables(LayoutContext context)
{
    // A cell with more words, which are no list of findings, is a frame around text.
    private const int MostWordsInCell = 60;

    // The same column's border on the next sheet, in points.
    private const double SameBorder = 3;

    private readonly IReadOnlyList<VisualLine> _lines = context.Lines;
    private readonly Dictionary<Sheet, IReadOnlyList<DrawnTable>> _drawn = new(
        ReferenceEqualityComparer.Instance
    );

    private PerLine<DrawnTable?> TableAt => field ??= new(_lines.Count, FindTable);

    /// <summary>The table that begins at a line, or null where none does, or it is none that a report has.</summary>
    public (Block Table, int End)? Read(int index)
    {
        if (
            TableAt[index] is not { Cells.Count: > 1 } first
            || (
                index > 0
                && ReferenceEquals(TableAt[index - 1], first)
                && !context.Labels.MayBeginFindingsHeading(_lines[index].Words[0].Text)
            )
        )
        {
            return null;
        }

        var rows = new List<IReadOnlyList<CellLines>>();
        var end = index;
        while (
            end < _lines.Count
            && TableAt[end] is { } drawn
            && (end == index ? 0 : GoesOnAt(first.Columns, drawn, end)) is { } column
        )
        {
            var from = end;
            while (end < _lines.Count && ReferenceEquals(TableAt[end], drawn))
            {
                end++;
            }

            var more = RowsOf(drawn, from, end, column, first.Columns.Count - 1);
            if (
                from > index
                && more[0].Any(c => c.Lines.Count > 0 && context.Headings.OpensSection(c.Lines[0]))
            )
            {
                end = from;
                break;
            }

            rows.AddRange(more);
        }

        // A sheet of a workbook is one lattice, in the middle of which the findings begin.
        var isWhole = index == 0 || !ReferenceEquals(TableAt[index - 1], first);
        var table =
            (Block?)Findings(rows)
            ?? (isWhole ? RowHeaded(rows) ?? Matrix(rows) ?? Other(rows) : null);
        return table is null ? null : (table, end);
    }

    // At which column a table goes on below: at the first one, or on a new sheet, where only some of its columns had more to say, at any.
    private int? GoesOnAt(IReadOnlyList<double> columns, DrawnTable below, int index)
    {
        var left = columns.Count - below.Columns.Count;
        if (left > 0 && ReferenceEquals(_lines[index - 1].Sheet, _lines[index].Sheet))
        {
            return null;
        }

        return Enumerable
            .Range(0, Math.Max(0, left + 1))
            .Where(at =>
                below
                    .Columns.Select((x, i) => Math.Abs(columns[at + i] - x))
                    .All(d => d < SameBorder)
            )
            .Select(at => (int?)at)
            .FirstOrDefault();
    }

    // The table in which all words of a line stand.
    private DrawnTable? FindTable(int index)
    {
        var line = _lines[index];
        if (!_drawn.TryGetValue(line.Sheet, out var drawn))
        {
            _drawn[line.Sheet] = drawn = DrawnTable.Of([
                .. line.Sheet.Lines,
                .. RuledRows.Borders(line.Sheet),
            ]);
        }

        // The smallest: a table may stand in a cell of another.
        return drawn
            .Where(t => line.Words.All(w => t.Cells.Any(c => IsIn(w, c))))
            .OrderBy(t => t.Cells.Count == 1)
            .ThenBy(t => t.Box.Width * t.Box.Height)
            .FirstOrDefault();
    }

    private static bool IsIn(SheetWord word, DrawnCell cell) => cell.Box.HoldsMiddleOf(word.Box);

    private List<IReadOnlyList<CellLines>> RowsOf(
        DrawnTable table,
        int from,
        int end,
        int firstColumn,
        int columns
    )
    {
        var sheet = _lines[from].Sheet;
        var words = _lines.Skip(from).Take(end - from).SelectMany(l => l.Words).ToList();
        return
        [
            .. table
                .Cells.GroupBy(c => c.Row)
                .OrderBy(g => g.Key)
                .Select(row =>
                {
                    var cells = Enumerable
                        .Range(0, columns)
                        .Select(_ => new CellLines([], 0, 1))
                        .ToArray();
                    foreach (var cell in row.SelectMany(c => Parted(table, c, sheet, words)))
                    {
                        var lines = VisualLine.LinesOf(sheet, words.Where(w => IsIn(w, cell)));
                        // Text keeps as far from the right border as from the left one.
                        var padding =
                            lines.Count == 0 ? 0 : lines.Min(l => l.Box.Left) - cell.Box.Left;
                        cells[firstColumn + cell.Column] = new CellLines(
                            lines,
                            cell.Box.Right - padding,
                            cell.Columns
                        );
                    }

                    return cells;
                })
                .Where(row => row.Any(c => c.Lines.Count > 0)),
        ];
    }

    // No borders are drawn in a dark row: heads that stand over a column each, far from each other, are a cell each.
    private static IReadOnlyList<DrawnCell> Parted(
        DrawnTable table,
        DrawnCell cell,
        Sheet sheet,
        List<SheetWord> words
    )
    {
        if (
            cell.Columns == 1
            || VisualLine.LinesOf(sheet, words.Where(w => IsIn(w, cell))) is not [var line]
        )
        {
            return [cell];
        }

        List<DrawnCell> parts =
        [
            .. Enumerable
                .Range(cell.Column, cell.Columns)
                .Select(c =>
                    cell with
                    {
                        Column = c,
                        Columns = 1,
                        Box = cell.Box with
                        {
                            Left = table.Columns[c],
                            Right = table.Columns[c + 1],
                        },
                    }
                ),
        ];
        var columns = line.Phrases(2)
            .Select(p =>
                parts.FindIndex(c => p[0].Box.Left >= c.Box.Left && p[^1].Box.Right <= c.Box.Right)
            )
            .ToList();
        return
            columns.Count > 1
            && !columns.Contains(-1)
            && columns.Distinct().Count() == columns.Count
            ? parts
            : [cell];
    }

    // Heads of findings side by side, and below each its items.
    private Block.FindingsTable? Findings(List<IReadOnlyList<CellLines>> rows)
    {
        if (rows.Count == 0 || HeadsOf(rows[0]) is not { } heads)
        {
            return null;
        }

        var columns = heads.Select(_ => (Lines: new List<VisualLine>(), Right: 0.0)).ToArray();
        foreach (var row in rows.Skip(1).Prepend(WithoutHeads(rows[0], heads)))
        {
            if (HeadsOf(row) is { } again)
            {
                if (IsSame(again, heads))
                {
                    continue;
                }

                return null;
            }

            for (var column = 0; column < columns.Length; column++)
            {
                columns[column].Lines.AddRange(row[column].Lines);
                columns[column].Right = Math.Max(columns[column].Right, row[column].Right);
            }
        }

        return FindingsTables.Of([
            .. columns.Select(
                (c, i) =>
                    (
                        heads[i]?.Kind,
                        heads[i]?.Text ?? Passage.Empty,
                        ItemLines.Read(c.Lines, c.Right, context)
                    )
            ),
        ]);
    }

    private static bool IsSame(Head?[] one, Head?[] other) =>
        one.Select(h => h?.Kind).SequenceEqual(other.Select(h => h?.Kind));

    private static IReadOnlyList<CellLines> WithoutHeads(
        IReadOnlyList<CellLines> row,
        Head?[] heads
    ) =>
        [
            .. row.Select(
                (c, i) =>
                    heads[i] is { } head ? c with { Lines = [.. c.Lines.Skip(head.Lines)] } : c
            ),
        ];

    // Every cell that has text begins with another head.
    private Head?[]? HeadsOf(IReadOnlyList<CellLines> row)
    {
        var heads = row.Select(HeadOf).ToArray();
        var kinds = heads.OfType<Head>().Select(h => h.Kind).ToList();
        return
            kinds.Count > 0
            && kinds.Count == row.Count(c => c.Lines.Count > 0)
            && kinds.Distinct().Count() == kinds.Count
            ? heads
            : null;
    }

    private Head? HeadOf(CellLines cell)
    {
        for (var lines = Math.Min(2, cell.Lines.Count); lines > 0; lines--)
        {
            var words = cell.Lines.Take(lines).SelectMany(l => l.Words).ToList();
            if (context.Headings.ListHead(words, cell.Lines[0].Sheet) is var (kind, text))
            {
                return new Head(kind, text, lines);
            }
        }

        return null;
    }

    // Heads of findings in the first of two columns, and items beside and below them, a row each or bulleted; whole lists where all rows have heads but those
    // that go on over a page.
    private Block.Table? RowHeaded(List<IReadOnlyList<CellLines>> rows) =>
        rows is [[var first, _], _, ..]
        && HeadOf(first) is not null
        && rows.TrueForAll(r =>
            (r[0].Lines.Count == 0 || HeadOf(r[0])?.Lines == r[0].Lines.Count)
            && r[1].Lines.Count > 0
            && HeadOf(r[1]) is null
        )
            ? new Block.Table([
                .. rows.Select(r => new Row([
                    CellOf(r[0]),
                    IsListARow(rows) ? ListOf(r[1]) : CellOf(r[1]),
                ])),
            ])
            : null;

    private static bool IsListARow(List<IReadOnlyList<CellLines>> rows) =>
        rows.Zip(rows.Skip(1))
            .All(p =>
                p.Second[0].Lines.Count > 0
                || !ReferenceEquals(p.First[1].Lines[0].Sheet, p.Second[1].Lines[0].Sheet)
            );

    // All areas in one table, an area a row: heads of findings over their columns, and the areas' names in another.
    private Block.Table? Matrix(List<IReadOnlyList<CellLines>> rows)
    {
        var lists = rows.Take(1)
            .SelectMany(r => r.Select((c, column) => (column, Head: HeadOf(c))))
            .Where(c => c.Head is not null)
            .Select(c => c.column)
            .ToHashSet();
        if (lists.Count == 0)
        {
            return null;
        }

        var table = new Block.Table([
            // The head is printed again on every page.
            .. rows.Where((r, i) => i == 0 || !lists.All(c => HeadOf(r[c]) is not null))
                .Select(
                    (r, i) =>
                        new Row([
                            .. r.Select(
                                (c, column) =>
                                    i > 0 && lists.Contains(column) ? ListOf(c) : CellOf(c)
                            ),
                        ])
                ),
        ]);
        return AreaMatrix.Of(table, context.Labels, context.Words) is not null ? table : null;
    }

    // Rows of cells as they stand.
    private Block.Table? Other(List<IReadOnlyList<CellLines>> rows)
    {
        if (
            rows.Count < 2
            || rows.TrueForAll(r => r.Count(c => c.Lines.Count > 0) < 2)
            || rows.Exists(r =>
                r.Any(c =>
                    c.Lines.Sum(l => l.Words.Count) > MostWordsInCell
                    // No rule parts the rows of such a table, shades may: lines tell them.
                    || c.Lines.Count(l => RowCodes.Printed(l.Words[0].Text) is not null) > 1
                    || c.Lines.Any(l => context.Headings.ListHead(l.Words, l.Sheet) is not null)
                    // Nor its columns: a wording goes on below the line that has its numbers.
                    || (c.Lines.Count > 1 && CodedRows.HasNumbersApart(c.Lines[0]))
                )
            )
        )
        {
            return null;
        }

        return new Block.Table([.. rows.Select(r => new Row([.. r.Select(CellOf)]))]);
    }

    private Cell ListOf(CellLines cell) =>
        new(Passage.Empty, ItemLines.Read(cell.Lines, cell.Right, context));

    private Cell CellOf(CellLines cell)
    {
        if (cell.Lines.Count == 0)
        {
            return Cell.Of(Passage.Empty) with { Columns = cell.Columns };
        }

        var read = ItemLines.AreList(cell.Lines)
            ? ListOf(cell)
            : Cell.Of(
                context
                    .Headings.Meaning([.. cell.Lines.SelectMany(l => l.Words)], cell.Lines[0].Sheet)
                    ?.Text
                    ?? CellReader.Join(cell.Lines.Select(l => l.Text), context.Words)
            );
        return read with { Columns = cell.Columns };
    }

    private sealed record Head(FindingKind Kind, Passage Text, int Lines);

    /// <summary>What stands in a cell, and how far its text may reach.</summary>
    private sealed record CellLines(IReadOnlyList<VisualLine> Lines, double Right, int Columns);
}
