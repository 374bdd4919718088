using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Findings;

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
/// Reads an area's lists: tables of findings, lists under headings, headings printed together before the lists.
/// </summary>
internal sealed class FindingsReader(EditionLabels labels, LayoutShape shape, WordStatistics words)
{
    // Characters of a paragraph below a list's heading that may be an item; longer is prose.
    private const int LongestItem = 400;

    private readonly List<RawFinding> _items = [];
    private readonly HashSet<FindingKind> _lists = [];
    private readonly List<FindingKind> _pending = [];
    private readonly List<FindingKind> _gaps = [];
    private bool _unusualOrder;

    /// <summary>Reads the findings of an area's blocks.</summary>
    public AreaFindings Read(IReadOnlyList<Block> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            switch (blocks[at])
            {
                case Block.Heading heading:
                    Heading(heading);
                    break;
                case Block.FindingsTable table:
                    Table(table);
                    break;
                case Block.ItemList list when _pending.Count > 0:
                    List(list, blocks.Skip(at).TakeWhile(b => b is Block.ItemList).Count());
                    break;
                case Block.Paragraph paragraph when _pending.Count > 0:
                    Paragraph(paragraph);
                    break;
                default:
                    break;
            }
        }

        return new AreaFindings(WithoutRepeats(), _lists, _gaps, _unusualOrder);
    }

    private void Heading(Block.Heading heading)
    {
        if (labels.ListHeading(heading.Text.Text) is { } kind)
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

    private void List(Block.ItemList list, int lists)
    {
        var (kind, certain) = NextPending(lists);
        foreach (var item in list.Items)
        {
            Add(kind, certain ? item : item.DoubtedColumn, Via.FindingsList);
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
            _items[^1] = last with { Text = Hyphenation.Join(last.Text, paragraph.Text, words) };
            return;
        }

        Add(kind, new Item(paragraph.Text, 1, Item.UncertainCut), Via.FindingsList);
    }

    // Headings together and then as many lists: the first list is the first heading's.
    private (FindingKind Kind, bool Certain) NextPending(int lists)
    {
        var open = _pending.FindIndex(k => !_items.Exists(i => i.Kind == k));
        return open < 0
            ? (_pending[^1], true)
            : (_pending[open], _pending.Count == 1 || lists == _pending.Count || open > 0);
    }

    private void Table(Block.FindingsTable table)
    {
        _pending.Clear();
        var kinds = table.Columns.Select(c => c.Kind).ToList();
        _unusualOrder |= !kinds.SequenceEqual(kinds.Order());
        _gaps.AddRange(table.Columns.Where(c => c.IsLost).Select(c => c.Kind));
        foreach (var column in table.Columns)
        {
            if (!column.Head.IsBlank)
            {
                _lists.Add(column.Kind);
            }

            foreach (var item in column.Items)
            {
                Add(column.Kind, item, shape == LayoutShape.Flat ? Via.FlatRun : Via.FindingsTable);
            }
        }
    }

    private void Add(FindingKind kind, Item item, string via)
    {
        var text = item.Text.Text;
        if (
            text.Any(char.IsLetter)
            && !labels.Edition.Headings.NoFindings.Contains(
                text.Trim(' ', '.'),
                StringComparer.OrdinalIgnoreCase
            )
        )
        {
            _items.Add(
                new RawFinding(
                    kind,
                    item.Text,
                    Math.Min(item.Confidence, item.Text.Confidence),
                    item.Doubt | (IsTooLong(text) ? Item.UncertainCut : ItemDoubt.None),
                    via
                )
            );
        }
    }

    // The longest item met has 27 words; what is much longer has swallowed prose or another item.
    private const int MostBlanks = 45;

    private static bool IsTooLong(string text) => text.Count(c => c == ' ') > MostBlanks;

    // A list does not say the same thing twice; where it seems to, a page or a row was given twice.
    private List<RawFinding> WithoutRepeats() => [.. _items.DistinctBy(i => (i.Kind, i.Text.Text))];
}
