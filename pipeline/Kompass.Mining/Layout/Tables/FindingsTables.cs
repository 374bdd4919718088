using Kompass.Mining.Corpus;

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

    private FindingKind?[]? _columns;
    private bool _inArea;

    /// <summary>A table whose columns are known. One that has items and no head is the list that the other heads leave over, in doubt.</summary>
    public static Block.FindingsTable Of(
        IReadOnlyList<(FindingKind? Kind, Passage Head, IReadOnlyList<Item> Items)> columns
    )
    {
        var (kinds, lost) = WithLostHead(
            [.. columns.Select(c => c.Kind)],
            [.. columns.Select(c => c.Items.Count > 0)]
        );
        return new Block.FindingsTable([
            .. columns.SelectMany(
                (c, i) =>
                    kinds[i] is { } kind
                        ? new[]
                        {
                            new FindingsColumn(
                                kind,
                                c.Head,
                                i == lost ? [.. c.Items.Select(Doubted)] : c.Items
                            ),
                        }
                        : []
            ),
        ]);
    }

    /// <summary>A part of the report begins, of an area or not: no table goes on from above.</summary>
    public void Begin(bool ofArea) => (_columns, _inArea) = (null, ofArea);

    /// <summary>Reads a table; null where it holds no findings.</summary>
    /// <param name="table">The table.</param>
    /// <param name="above">The findings table above it in the same area, or null.</param>
    /// <param name="isRightBelow">Whether nothing stands between them.</param>
    /// <returns>The table, and whether it goes on with the one above, which then is a part of it.</returns>
    public (Block.FindingsTable Table, bool GoesOn)? Read(
        Block.Table table,
        Block.FindingsTable? above,
        bool isRightBelow
    )
    {
        if (HasRowHeads(table))
        {
            _columns = null;
            return (RowHeaded(table), false);
        }

        if (HeadOf(table) is var (head, kinds))
        {
            // Items may stand in the cells of the head itself.
            var items = table.Rows[head].Cells.Select(c => c with { Text = Passage.Empty });
            var rows = table.Rows.Skip(head + 1).Where(r => !IsHeadAgain(r)).ToList();
            var (whole, lost) = WithLostHead(
                kinds,
                [
                    .. Enumerable
                        .Range(0, rows.Append(table.Rows[head]).Max(r => r.Cells.Count))
                        .Select(c => rows.Exists(r => r.Cells.Skip(c).Take(1).Any(HasItems))),
                ]
            );
            var goesOn = above is not null && _columns is not null && _columns.SequenceEqual(whole);
            _columns = whole;
            return (
                Filled(
                    goesOn ? above! : Empty(table.Rows[head], whole, rows),
                    [new Row([.. items]), .. rows],
                    lost,
                    _ => true
                ),
                goesOn
            );
        }

        var hasItems = table.Rows.Any(r => r.Cells.Any(HasItems));
        if (_columns is { } open && above is not null && (isRightBelow || hasItems))
        {
            // The table goes on after a page break.
            return (Filled(above, table.Rows, null, r => r.Cells.Count == open.Length), true);
        }

        if (_inArea && hasItems && table.Rows.Max(r => r.Cells.Count) is (2 or 3) and var width)
        {
            // A table of items whose head is lost: the usual order, in doubt.
            _columns = UsualOrder[..width];
            return (Filled(Empty(new Row([]), _columns, []), table.Rows, null, _ => false), false);
        }

        return null;
    }

    /// <summary>A table that was read by other means: the next one may go on in its columns.</summary>
    public void Met(Block.FindingsTable table) =>
        _columns = [.. table.Columns.Select(c => (FindingKind?)c.Kind)];

    private static Block.FindingsTable Empty(Row head, FindingKind?[] kinds, List<Row> rows) =>
        new([
            .. kinds
                .Select((kind, column) => (kind, column))
                .Where(c => c.kind is not null)
                .Select(c => new FindingsColumn(
                    c.kind!.Value,
                    c.column < head.Cells.Count ? head.Cells[c.column].Text : Passage.Empty,
                    [],
                    rows.Count > 0 && rows.TrueForAll(r => r.Cells.Count <= c.column)
                )),
        ]);

    // The rows added to a table; a row given twice says nothing new.
    private Block.FindingsTable Filled(
        Block.FindingsTable table,
        IEnumerable<Row> rows,
        int? doubtful,
        Func<Row, bool> isCertain
    )
    {
        var lists = table.Columns.ToDictionary(c => c.Kind, c => c.Items.ToList());
        foreach (var row in rows.DistinctBy(TextOf, StringComparer.Ordinal))
        {
            // More cells than heads: the row was put together from two.
            var isWhole =
                isCertain(row)
                && !row.Cells.Skip(_columns!.Length).Any(c => !c.Text.IsBlank || HasItems(c));
            for (var column = 0; column < Math.Min(row.Cells.Count, _columns!.Length); column++)
            {
                if (_columns[column] is { } kind)
                {
                    Add(
                        lists[kind],
                        row.Cells[column],
                        isWhole && column != doubtful,
                        row.Cells.Any(HasItems)
                    );
                }
            }
        }

        return new Block.FindingsTable([
            .. table.Columns.Select(c => c with { Items = lists[c.Kind] }),
        ]);
    }

    private void Add(List<Item> list, Cell cell, bool isCertain, bool rowHasBullets)
    {
        // Text before the first bullet: the rest of the item on the row above, or an item without its bullet.
        if (!cell.Text.IsBlank)
        {
            if (list.Count > 0 && GoesOn(list[^1].Text.Text, cell.Text.Text, rowHasBullets))
            {
                list[^1] = list[^1] with
                {
                    Text = Hyphenation.Join(list[^1].Text, cell.Text, words),
                };
            }
            else
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
        }

        list.AddRange(isCertain ? cell.Items : cell.Items.Select(Doubted));
        list.RemoveAll(i => !i.Text.Text.Any(char.IsLetterOrDigit));
    }

    private static bool GoesOn(string above, string text, bool rowHasBullets) =>
        char.IsLower(text[0])
        || !char.IsLetter(text[0])
        || above[^1] is '-' or ',' or '/'
        || (rowHasBullets && above[^1] is not ('.' or '!' or '?'));

    private static Item Doubted(Item item) =>
        item with
        {
            Doubt = item.Doubt | Item.UncertainColumn,
        };

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

    private Block.FindingsTable RowHeaded(Block.Table table)
    {
        var columns = new List<FindingsColumn>();
        foreach (var cells in table.Rows.Select(r => r.Cells).Where(c => c.Count > 0))
        {
            if (KindOf(cells[0]) is { } kind)
            {
                columns.Add(new FindingsColumn(kind, cells[0].Text, []));
            }

            columns[^1] = columns[^1] with
            {
                Items =
                [
                    .. columns[^1].Items,
                    .. cells
                        .Skip(1)
                        .SelectMany(c => c.Items.Prepend(new Item(c.Text)))
                        .Where(i => !i.Text.IsBlank),
                ],
            };
        }

        return new Block.FindingsTable(columns);
    }

    // In one of the first two rows every cell that has text names another list.
    private (int Row, FindingKind?[] Kinds)? HeadOf(Block.Table table)
    {
        for (var i = 0; i < Math.Min(2, table.Rows.Count); i++)
        {
            var kinds = table.Rows[i].Cells.Select(KindOf).ToArray();
            var known = kinds.OfType<FindingKind>().ToList();
            if (
                known.Count > 0
                && known.Distinct().Count() == known.Count
                && table.Rows[i].Cells.Count(c => !c.Text.IsBlank) == known.Count
            )
            {
                return (i, kinds);
            }
        }

        return null;
    }

    // The head printed again, on the next page or by a slip of the host.
    private bool IsHeadAgain(Row row) =>
        row.Cells.Any(c => !c.Text.IsBlank)
        && row.Cells.All(c => !HasItems(c) && (c.Text.IsBlank || KindOf(c) is not null));

    // A column of items whose head is lost is the list that the other heads leave over.
    private static (FindingKind?[] Kinds, int? Lost) WithLostHead(
        FindingKind?[] kinds,
        bool[] haveItems
    )
    {
        var lost = Enumerable
            .Range(0, haveItems.Length)
            .Where(c => haveItems[c] && (c >= kinds.Length || kinds[c] is null))
            .ToList();
        var left = Enum.GetValues<FindingKind>().Where(k => !kinds.Contains(k)).ToList();
        if (lost.Count != 1 || left.Count == 0)
        {
            return (kinds, null);
        }

        var whole = new FindingKind?[Math.Max(kinds.Length, lost[0] + 1)];
        kinds.CopyTo(whole, 0);
        whole[lost[0]] = left.Count == 1 || lost[0] == 2 ? left[^1] : left[0];
        return (whole, lost[0]);
    }

    private FindingKind? KindOf(Cell cell) => labels.ListHeading(cell.Text.Text);

    private static bool HasItems(Cell cell) => cell.Items.Count > 0;

    private static string TextOf(Row row) =>
        string.Join(
            '\t',
            row.Cells.Select(c => c.Text.Text + string.Join('•', c.Items.Select(i => i.Text.Text)))
        );
}
