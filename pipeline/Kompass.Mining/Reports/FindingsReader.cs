using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>An item of a list, before it gets its number.</summary>
internal sealed record RawFinding(
    FindingKind Kind,
    Passage Text,
    double Confidence,
    ItemDoubt Doubt,
    string Via
);

/// <summary>The findings of an area.</summary>
/// <param name="Items">In reading order within each kind.</param>
/// <param name="Lists">The kinds whose headings were met.</param>
/// <param name="UnusualOrder">Whether the heads stand in another order than strengths, improvement areas, weaknesses.</param>
/// <param name="Gaps">Kinds whose column has no cell in any row: what stood there is lost.</param>
internal sealed record AreaFindings(
    IReadOnlyList<RawFinding> Items,
    IReadOnlySet<FindingKind> Lists,
    IReadOnlyList<FindingKind> Gaps,
    bool UnusualOrder
);

/// <summary>
/// Reads an area's lists: tables of two or three columns that may go on over pages, lists under headings, headings printed together before the lists.
/// </summary>
internal sealed class FindingsReader(EditionLabels labels, LayoutShape shape, WordStatistics words)
{
    // How sure an item is, set by hand: what lies below Finding.DoubtBelow is in doubt, and the order among them is that in which they were seen to fail.
    private const double PlainCell = 0.85;
    private const double ItemWithoutBullet = 0.75;
    private const double UncertainList = 0.7;
    internal const double UncertainColumn = 0.6;
    private const double SwallowedMore = 0.6;

    // Characters of a paragraph below a list's heading that may be an item; longer is prose.
    private const int LongestItem = 400;

    private readonly List<RawFinding> _items = [];
    private readonly HashSet<FindingKind> _lists = [];
    private readonly List<FindingKind> _pending = [];
    private readonly List<FindingKind> _gaps = [];
    private readonly HashSet<FindingKind> _doubtful = [];
    private FindingKind?[]? _columns;
    private int _blocksSinceTable;
    private string _lastRow = "";
    private bool _unusualOrder;

    /// <summary>Whether a block is a findings table with its head, or the heading of a list.</summary>
    public static bool IsFindings(Block block, EditionLabels labels) =>
        block switch
        {
            Block.Table table => HeadOf(table, labels) is not null || HasRowHeads(table, labels),
            Block.Heading heading => KindOf(heading.Text.Text, labels) is not null,
            _ => false,
        };

    /// <summary>Reads the findings of an area's blocks.</summary>
    public AreaFindings Read(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.Heading heading:
                    Heading(heading);
                    break;
                case Block.Table table:
                    Table(table);
                    break;
                case Block.ItemList list when _pending.Count > 0:
                    List(list);
                    break;
                case Block.Paragraph paragraph when _pending.Count > 0:
                    Paragraph(paragraph);
                    break;
                default:
                    _blocksSinceTable++;
                    break;
            }
        }

        return new AreaFindings(WithoutRepeats(), _lists, _gaps, _unusualOrder);
    }

    private void Heading(Block.Heading heading)
    {
        _blocksSinceTable++;
        if (KindOf(heading.Text.Text, labels) is { } kind)
        {
            // A heading after its items opens a new list; one right after another waits with it.
            if (_pending.Count > 0 && _items.Exists(i => i.Kind == _pending[^1]))
            {
                _pending.Clear();
            }

            _pending.Add(kind);
            _lists.Add(kind);
        }
        else
        {
            _pending.Clear();
        }
    }

    private void List(Block.ItemList list)
    {
        var (kind, certain) = NextPending();
        foreach (var item in list.Items)
        {
            Add(
                kind,
                item.Text,
                certain ? item.Confidence : Math.Min(item.Confidence, UncertainList),
                certain ? item.Doubt : item.Doubt | ItemDoubt.Column,
                Via.FindingsList
            );
        }
    }

    private void Paragraph(Block.Paragraph paragraph)
    {
        if (paragraph.Text.Text.Length > LongestItem)
        {
            _pending.Clear();
            return;
        }

        var kind = _pending[^1];
        if (
            _items.LastOrDefault() is { } last
            && last.Kind == kind
            && char.IsLower(paragraph.Text.Text[0])
        )
        {
            GoOn(kind, paragraph.Text);
            return;
        }

        Add(kind, paragraph.Text, ItemWithoutBullet, ItemDoubt.Cut, Via.FindingsList);
    }

    // Two headings together and then two lists: the first list is the first heading's.
    private (FindingKind Kind, bool Certain) NextPending()
    {
        var open = _pending.FindIndex(k => !_items.Exists(i => i.Kind == k));
        return open < 0 ? (_pending[^1], true) : (_pending[open], _pending.Count == 1 || open > 0);
    }

    private void Table(Block.Table table)
    {
        if (ScoreBoxReader.IsScoreBox(table, labels))
        {
            return;
        }

        if (HasRowHeads(table, labels))
        {
            RowHeaded(table);
            return;
        }

        if (HeadOf(table, labels) is var (row, kinds))
        {
            Headed(table, row, kinds);
        }
        else if (_columns is not null && (_blocksSinceTable == 0 || HasItems(table)))
        {
            // The table goes on after a page break.
            foreach (var rest in table.Rows)
            {
                Feed(rest, certain: rest.Cells.Count == _columns.Length);
            }
        }
        else if (HasItems(table) && table.Rows.Max(r => r.Cells.Count) is (2 or 3) and var columns)
        {
            // A table of items whose head is lost: the usual order, in doubt.
            _columns = [.. UsualOrder.Take(columns)];
            foreach (var items in table.Rows)
            {
                Feed(items, certain: false);
            }
        }
    }

    private static readonly FindingKind?[] UsualOrder =
    [
        FindingKind.Strength,
        FindingKind.Improvement,
        FindingKind.Weakness,
    ];

    private void Headed(Block.Table table, int head, FindingKind?[] kinds)
    {
        _pending.Clear();
        _columns = kinds;
        var order = kinds.OfType<FindingKind>().ToList();
        _unusualOrder |= !order.SequenceEqual(order.Order());
        _blocksSinceTable = 0;
        _lists.UnionWith(order);
        // Items may stand in the cells of the head itself.
        Feed(
            new Row([.. table.Rows[head].Cells.Select(c => c with { Text = Passage.Empty })]),
            certain: true
        );
        var rows = table.Rows.Skip(head + 1).Where(r => !IsHeadAgain(r)).ToList();
        FillLostHead(rows);
        foreach (var row in rows)
        {
            Feed(row, certain: true);
        }

        _gaps.AddRange(
            _columns
                .Select((kind, column) => (kind, column))
                .Where(c =>
                    c.kind is not null
                    && rows.Count > 0
                    && rows.TrueForAll(r => r.Cells.Count <= c.column)
                )
                .Select(c => c.kind!.Value)
        );
    }

    // Headings in the first column, each with its items on its own and the rows below.
    private static bool HasRowHeads(Block.Table table, EditionLabels labels)
    {
        var firsts = table
            .Rows.Where(r => r.Cells.Count > 0)
            .Select(r =>
                (
                    IsBlank: r.Cells[0] is { Text.IsBlank: true, Items.Count: 0 },
                    Kind: KindOf(r.Cells[0].Text.Text, labels),
                    r.Cells
                )
            )
            .ToList();
        return firsts.Count > 0
            && firsts[0].Kind is not null
            && firsts.TrueForAll(f => f.IsBlank || f.Kind is not null)
            && firsts.TrueForAll(f => f.Cells.Skip(1).All(c => KindOf(c.Text.Text, labels) is null))
            // The first heading has items beside it: below one another they would be its column.
            && firsts[0]
                .Cells.Skip(1)
                .Any(c => c.Items.Count > 0 || (firsts.Count > 1 && !c.Text.IsBlank));
    }

    private void RowHeaded(Block.Table table)
    {
        _pending.Clear();
        _columns = null;
        var kind = FindingKind.Strength;
        foreach (var row in table.Rows.Where(r => r.Cells.Count > 0))
        {
            kind = KindOf(row.Cells[0].Text.Text, labels) ?? kind;
            _lists.Add(kind);
            foreach (var cell in row.Cells.Skip(1))
            {
                foreach (
                    var item in cell.Items.Prepend(new Item(cell.Text)).Where(i => !i.Text.IsBlank)
                )
                {
                    Add(kind, item.Text, item.Confidence, item.Doubt, TableVia);
                }
            }
        }
    }

    // The head printed again, on the next page or by a slip of the host.
    private bool IsHeadAgain(Row row) =>
        row.Cells.Any(c => !c.Text.IsBlank)
        && row.Cells.All(c =>
            c.Items.Count == 0 && (c.Text.IsBlank || KindOf(c.Text.Text, labels) is not null)
        );

    // A column of items whose head is lost is the list that the other heads leave over, in doubt.
    private void FillLostHead(List<Row> rows)
    {
        var lost = Enumerable
            .Range(0, rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Count))
            .Where(c =>
                (c >= _columns!.Length || _columns[c] is null)
                && rows.Exists(r => c < r.Cells.Count && r.Cells[c].Items.Count > 0)
            )
            .ToList();
        var left = Enum.GetValues<FindingKind>().Where(k => !_columns!.Contains(k)).ToList();
        if (lost.Count == 1 && left.Count > 0)
        {
            _columns =
            [
                .. Enumerable
                    .Range(0, Math.Max(_columns!.Length, lost[0] + 1))
                    .Select(c =>
                        c == lost[0]
                            ? left.Count == 1 || lost[0] == 2
                                ? left[^1]
                                : left[0]
                            : c < _columns.Length
                                ? _columns[c]
                                : null
                    ),
            ];
            _doubtful.Add(_columns[lost[0]]!.Value);
        }
    }

    private void Feed(Row row, bool certain)
    {
        // A row given twice says nothing new.
        var text = string.Join(
            '\t',
            row.Cells.Select(c => c.Text.Text + string.Join('•', c.Items.Select(i => i.Text.Text)))
        );
        if (text.Length > 0 && text == _lastRow)
        {
            return;
        }

        _lastRow = text;
        // More cells than heads: the row was put together from two.
        var whole =
            certain
            && !row.Cells.Skip(_columns!.Length).Any(c => !c.Text.IsBlank || c.Items.Count > 0);
        for (var column = 0; column < row.Cells.Count && column < _columns!.Length; column++)
        {
            if (_columns[column] is not { } kind)
            {
                continue;
            }

            var cell = row.Cells[column];
            certain = whole && !_doubtful.Contains(kind);
            if (!cell.Text.IsBlank)
            {
                Lead(
                    kind,
                    cell.Text,
                    certain,
                    cell.Items.Count > 0 || row.Cells.Any(c => c.Items.Count > 0)
                );
            }

            foreach (var item in cell.Items)
            {
                Add(
                    kind,
                    item.Text,
                    certain ? item.Confidence : Math.Min(item.Confidence, UncertainColumn),
                    certain ? item.Doubt : item.Doubt | ItemDoubt.Column,
                    TableVia
                );
            }
        }
    }

    // Text before the first bullet: the rest of the item on the row above, or an item without its bullet.
    private void Lead(FindingKind kind, Passage text, bool certain, bool rowHasBullets)
    {
        var hasLast = _items.Exists(i => i.Kind == kind);
        if (
            hasLast
            && (
                char.IsLower(text.Text[0])
                || !char.IsLetter(text.Text[0])
                || LastIsOpen(kind)
                || rowHasBullets && !EndsItem(kind)
            )
        )
        {
            GoOn(kind, text);
            return;
        }

        Add(
            kind,
            text,
            rowHasBullets || !certain ? UncertainList : PlainCell,
            rowHasBullets ? ItemDoubt.Cut : ItemDoubt.None,
            TableVia
        );
    }

    private bool LastIsOpen(FindingKind kind) =>
        _items.FindLast(i => i.Kind == kind)!.Text.Text[^1] is '-' or ',' or '/';

    private bool EndsItem(FindingKind kind) =>
        _items.FindLast(i => i.Kind == kind)!.Text.Text[^1] is '.' or '!' or '?';

    private void GoOn(FindingKind kind, Passage text)
    {
        var at = _items.FindLastIndex(i => i.Kind == kind);
        var whole = new PassageBuilder();
        whole.Append(_items[at].Text);
        Hyphenation.AppendLine(whole, text, words);
        _items[at] = _items[at] with { Text = whole.ToPassage() };
    }

    private void Add(FindingKind kind, Passage text, double confidence, ItemDoubt doubt, string via)
    {
        if (!text.Text.Any(char.IsLetterOrDigit))
        {
            return;
        }

        if (TooLong(text.Text))
        {
            confidence = Math.Min(confidence, SwallowedMore);
            doubt |= ItemDoubt.Cut;
        }

        _items.Add(new RawFinding(kind, text, Math.Min(confidence, text.Confidence), doubt, via));
    }

    // The longest item met has 27 words; what is much longer has swallowed prose or another item.
    private const int MostBlanks = 45;

    private static bool TooLong(string text) => text.Count(c => c == ' ') > MostBlanks;

    // A list does not say the same thing twice; where it seems to, a page or a row was given twice.
    private List<RawFinding> WithoutRepeats() => [.. _items.DistinctBy(i => (i.Kind, i.Text.Text))];

    private string TableVia => shape == LayoutShape.Flat ? Via.FlatRun : Via.FindingsTable;

    private static bool HasItems(Block.Table table) =>
        table.Rows.Any(r => r.Cells.Any(c => c.Items.Count > 0));

    private static (int Row, FindingKind?[] Kinds)? HeadOf(Block.Table table, EditionLabels labels)
    {
        for (var i = 0; i < Math.Min(2, table.Rows.Count); i++)
        {
            var kinds = table.Rows[i].Cells.Select(c => KindOf(c.Text.Text, labels)).ToArray();
            var known = kinds.Count(k => k is not null);
            if (
                known > 0
                && kinds.OfType<FindingKind>().Distinct().Count() == known
                && table.Rows[i].Cells.Count(c => !c.Text.IsBlank) == known
            )
            {
                return (i, kinds);
            }
        }

        return null;
    }

    private static FindingKind? KindOf(string text, EditionLabels labels) =>
        labels.Lookup(text).OfType<Label.FindingsHeading>().FirstOrDefault()?.Kind;
}
