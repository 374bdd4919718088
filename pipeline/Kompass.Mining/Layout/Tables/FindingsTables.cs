namespace Kompass.Mining.Layout.Tables;

/// <summary>
/// Finds the lists of findings in tables: heads side by side over their items, over rows and page breaks, or heads in the first column with their items
/// beside them. One reader reads the tables of a document, from the first to the last.
/// </summary>
internal sealed class FindingsTables(EditionLabels labels, WordStatistics words)
{
    private static readonly FindingKind?[] UsualOrder =
    [
        FindingKind.Strength,
        FindingKind.Improvement,
        FindingKind.Weakness,
    ];

    private List<Column> _columns = [];
    private bool _inArea;

    private sealed class Column(FindingKind? kind, Passage head)
    {
        public FindingKind? Kind { get; set; } = kind;

        public Passage Head { get; } = head;

        public List<Item> Items { get; } = [];

        public bool IsDoubtful { get; set; }

        public bool IsLost { get; set; }
    }

    /// <summary>A table whose columns are known. One that has items and no head is the list that the other heads leave over, in doubt.</summary>
    public static Block.FindingsTable Of(
        IReadOnlyList<(FindingKind? Kind, Passage Head, IReadOnlyList<Item> Items)> known
    )
    {
        var columns = known.Select(k => new Column(k.Kind, k.Head)).ToList();
        FindLostHead(columns, known.Count, c => known[c].Items.Count > 0);
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i]
                .Items.AddRange(
                    columns[i].IsDoubtful
                        ? known[i].Items.Select(i => i.DoubtedColumn)
                        : known[i].Items
                );
        }

        return Table(columns);
    }

    private static Block.FindingsTable Table(IEnumerable<Column> columns) =>
        new([
            .. columns
                .Where(c => c.Kind is not null)
                .Select(c => new FindingsColumn(c.Kind!.Value, c.Head, [.. c.Items], c.IsLost)),
        ]);

    /// <summary>A part of the report begins, of an area or not: no table goes on from above.</summary>
    public void Begin(bool ofArea) => (_columns, _inArea) = ([], ofArea);

    /// <summary>A table that was read by other means: the next one may go on in its columns.</summary>
    public void Met(Block.FindingsTable table)
    {
        _columns = [.. table.Columns.Select(c => new Column(c.Kind, c.Head))];
        foreach (var (column, met) in _columns.Zip(table.Columns))
        {
            column.Items.AddRange(met.Items);
        }
    }

    /// <summary>Reads a table; null where it holds no findings.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isRightBelow">Whether nothing stands between it and the findings table above it.</param>
    /// <returns>The table, and whether it goes on with the one above, which then is a part of it.</returns>
    public (Block.FindingsTable Table, bool GoesOn)? Read(Block.Table table, bool isRightBelow)
    {
        if (HasRowHeads(table) || HasStackedHeads(table))
        {
            _columns = [];
            return (RowHeaded(table), false);
        }

        if (HeadOf(table) is var (head, columns))
        {
            return Headed(table, head, columns);
        }

        var hasItems = table.Rows.Any(r => r.Cells.Any(HasItems));
        if (
            _columns.Count > 0
            && (isRightBelow || hasItems)
            && !table.Rows.Any(r => QuestionTables.IsHead(r, labels))
        )
        {
            // The table goes on after a page break.
            Fill(table.Rows, r => r.Cells.Count == _columns.Count);
            return (Table(_columns), true);
        }

        if (_inArea && hasItems && table.Rows.Max(r => r.Cells.Count) is (2 or 3) and var width)
        {
            // A table of items whose head is lost: the usual order, in doubt.
            _columns = [.. UsualOrder.Take(width).Select(k => new Column(k, Passage.Empty))];
            Fill(table.Rows, _ => false);
            return (Table(_columns), false);
        }

        return null;
    }

    private (Block.FindingsTable Table, bool GoesOn) Headed(
        Block.Table table,
        int head,
        List<Column> columns
    )
    {
        var rows = table.Rows.Skip(head + 1).Where(r => !IsHeadAgain(r)).ToList();
        FindLostHead(
            columns,
            rows.Select(r => r.Cells.Count).DefaultIfEmpty().Max(),
            c => rows.Exists(r => r.Cells.Skip(c).Take(1).Any(HasItems))
        );
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i].IsLost = rows.Count > 0 && rows.TrueForAll(r => r.Cells.Count <= i);
        }

        var goesOn = _columns.Select(c => c.Kind).SequenceEqual(columns.Select(c => c.Kind));
        _columns = goesOn ? _columns : columns;
        // Items may stand in the cells of the head itself.
        var items = table.Rows[head].Cells.Select(c => c with { Text = Passage.Empty });
        Fill([new Row([.. items]), .. rows], _ => true);
        return (Table(_columns), goesOn);
    }

    // A row given twice says nothing new.
    private void Fill(IEnumerable<Row> rows, Func<Row, bool> isCertain)
    {
        foreach (var row in rows.DistinctBy(TextOf, StringComparer.Ordinal))
        {
            // More cells than heads: the row was put together from two.
            var isWhole =
                isCertain(row)
                && !row.Cells.Skip(_columns.Count).Any(c => !c.Text.IsBlank || HasItems(c));
            foreach (var (column, cell) in _columns.Zip(row.Cells))
            {
                Add(column.Items, cell, isWhole && !column.IsDoubtful, row.Cells.Any(HasItems));
            }
        }
    }

    private void Add(List<Item> list, Cell cell, bool isCertain, bool rowHasBullets)
    {
        // Text before the first bullet: the rest of the item on the row above, or an item without its bullet.
        if (
            !cell.Text.IsBlank
            && list.Count > 0
            && GoesOn(list[^1].Text.Text, cell.Text.Text, rowHasBullets)
        )
        {
            list[^1] = list[^1] with { Text = Hyphenation.Join(list[^1].Text, cell.Text, words) };
        }
        else if (!cell.Text.IsBlank)
        {
            list.Add(
                new Item(
                    cell.Text,
                    1,
                    rowHasBullets ? Item.UncertainCut
                        : isCertain ? ItemDoubt.None
                        : Item.UncertainColumn
                )
            );
        }

        list.AddRange(isCertain ? cell.Items : cell.Items.Select(i => i.DoubtedColumn));
        list.RemoveAll(i => !i.Text.Text.Any(char.IsLetterOrDigit));
    }

    private static bool GoesOn(string above, string text, bool rowHasBullets) =>
        char.IsLower(text[0])
        || !char.IsLetter(text[0])
        || above[^1] is '-' or ',' or '/'
        || (rowHasBullets && above[^1] is not ('.' or '!' or '?'));

    // Headings in the first column, each with its items on its own and the rows below.
    private bool HasRowHeads(Block.Table table)
    {
        var rows = table.Rows.Select(r => r.Cells).Where(c => c.Count > 0).ToList();
        return rows.Count > 0
            && KindOf(rows[0][0]) is not null
            && rows.TrueForAll(r =>
                (KindOf(r[0]) is not null || r[0] is { Text.IsBlank: true, Items.Count: 0 })
                && r.Skip(1).All(c => KindOf(c) is null)
            )
            // The first heading has items beside it: below one another they would be its column.
            && rows[0].Skip(1).Any(c => HasItems(c) || (rows.Count > 1 && !c.Text.IsBlank));
    }

    // "Styrkor" in a row of its own, its items in the row below, and so on: lists one below the other, framed.
    private bool HasStackedHeads(Block.Table table) =>
        table.Rows.Count > 3
        && table.Rows.All(r => r.Cells.Count == 1)
        && KindOf(table.Rows[0].Cells[0]) is not null
        && table.Rows.Skip(1).Any(r => KindOf(r.Cells[0]) is not null);

    private Block.FindingsTable RowHeaded(Block.Table table)
    {
        var columns = new List<FindingsColumn>();
        foreach (var cells in table.Rows.Select(r => r.Cells).Where(c => c.Count > 0))
        {
            var head = KindOf(cells[0]);
            if (head is { } kind)
            {
                columns.Add(new FindingsColumn(kind, cells[0].Text, []));
            }

            columns[^1] = columns[^1] with
            {
                Items =
                [
                    .. columns[^1].Items,
                    .. cells
                        .Skip(head is null ? 0 : 1)
                        .SelectMany(c => c.Items.Prepend(new Item(c.Text)))
                        .Where(i => !i.Text.IsBlank),
                ],
            };
        }

        return new Block.FindingsTable(columns);
    }

    // In one of the first two rows every cell that has text names another list.
    private (int Row, List<Column> Columns)? HeadOf(Block.Table table)
    {
        for (var i = 0; i < Math.Min(2, table.Rows.Count); i++)
        {
            var cells = table.Rows[i].Cells;
            var columns = cells.Select(c => new Column(KindOf(c), c.Text)).ToList();
            var known = columns.Select(c => c.Kind).OfType<FindingKind>().ToList();
            if (
                known.Count > 0
                && known.Distinct().Count() == known.Count
                && cells.Count(c => !c.Text.IsBlank) == known.Count
            )
            {
                return (i, columns);
            }
        }

        return null;
    }

    // The head printed again, on the next page or by a slip of the host.
    private bool IsHeadAgain(Row row) =>
        row.Cells.Any(c => !c.Text.IsBlank)
        && row.Cells.All(c => !HasItems(c) && (c.Text.IsBlank || KindOf(c) is not null));

    // A column of items whose head is lost is the list that the other heads leave over.
    private static void FindLostHead(List<Column> columns, int width, Func<int, bool> hasItems)
    {
        var lost = Enumerable
            .Range(0, width)
            .Where(c => (c >= columns.Count || columns[c].Kind is null) && hasItems(c))
            .ToList();
        var left = UsualOrder.Except(columns.Select(c => c.Kind)).ToList();
        if (lost is not [var at] || left.Count == 0)
        {
            return;
        }

        while (columns.Count <= at)
        {
            columns.Add(new Column(null, Passage.Empty));
        }

        columns[at].Kind = left.Count == 1 || at == 2 ? left[^1] : left[0];
        columns[at].IsDoubtful = true;
    }

    private FindingKind? KindOf(Cell cell) => labels.ListHeading(cell.Text.Text);

    private static bool HasItems(Cell cell) => cell.Items.Count > 0;

    private static string TextOf(Row row) =>
        string.Join(
            '\t',
            row.Cells.Select(c => c.Text.Text + string.Join('•', c.Items.Select(i => i.Text.Text)))
        );
}
