using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Html;

/// <summary>Writes the elements of a page down as blocks, in the order of the page.</summary>
internal sealed class HtmlBlocks(
    SourceText source,
    EditionLabels labels,
    WordStatistics words,
    CancellationToken cancellation
)
{
    // Characters of a heading and of an item of a list without bullets; what is longer is prose.
    private const int LongestHeading = 160;
    private const int LongestItem = 300;

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _inline = new();
    private readonly List<Item> _items = [];
    private int _inlineStart;
    private bool _bold;

    private HtmlTable Tables => field ??= new HtmlTable(this, labels, words);

    /// <summary>The whole page, its title first.</summary>
    public IReadOnlyList<Block> Write(IDocument page)
    {
        if (!string.IsNullOrWhiteSpace(page.Title))
        {
            _blocks.Add(
                new Block.Heading(PassageOf(HtmlText.SingleBlanks(page.Title), 0)) { Level = 1 }
            );
        }

        return page.Body is null ? _blocks : Write(page.Body);
    }

    /// <summary>What stands in an element.</summary>
    public IReadOnlyList<Block> Write(IElement element)
    {
        Walk(element);
        Flush();
        return ListsWithoutBullets(_blocks);
    }

    /// <summary>A writer for what stands in a cell.</summary>
    public HtmlBlocks Inner() => new(source, labels, words, cancellation);

    /// <summary>The characters in the source where the text stands unbroken near its element, else from the element's tag on.</summary>
    public Passage PassageOf(string text, int from)
    {
        from = Math.Clamp(from, 0, source.Text.Length);
        // Tags between the element and its text are short; to look further would cost a page's length for every text.
        var near = Math.Min(source.Text.Length - from, (2 * text.Length) + 2000);
        var at = source.Text.IndexOf(text, from, near, StringComparison.Ordinal);
        return text.Length == 0 ? Passage.Empty
            : at >= 0 ? Passage.Of(source, at, at + text.Length)
            : Passage.At(
                text,
                source.PlaceOf(from, Math.Min(source.Text.Length, from + text.Length))
            );
    }

    /// <summary>Where an element's tag stands.</summary>
    public static int StartOf(INode node) =>
        (node as IElement)?.SourceReference?.Position.Index ?? 0;

    private void Walk(INode node)
    {
        cancellation.ThrowIfCancellationRequested();
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IText text:
                    Inline(text.Data, node);
                    break;
                case IElement element
                    when RowsOfBoxes.At(children, i, IsHeadOfColumn)
                        is ({ Count: > 0 } rows, var last):
                    Flush();
                    Add(Tables.OfBoxes(rows));
                    i = last;
                    break;
                case IElement element:
                    Element(element);
                    break;
                default:
                    break;
            }
        }
    }

    private bool IsHeadOfColumn(string text) =>
        labels
            .Lookup(text)
            .Any(l => l is Label.BoxRubrics or Label.BoxPoints or Label.FindingsHeading);

    private void Element(IElement element)
    {
        switch (element)
        {
            case IHtmlHeadingElement:
            case { LocalName: "summary" or "legend" or "button" }:
            case IElement when element.GetAttribute("role") is "heading":
                Flush();
                Heading(element);
                break;
            case IHtmlTableElement table:
                Flush();
                Tables.Write(table);
                Flush();
                break;
            case IElement when HtmlText.IsList(element):
                Flush();
                List(element);
                break;
            case { LocalName: "svg" } when ChartTexts.RowsOf(element) is { Count: > 0 } rows:
                Flush();
                Add(
                    new Block.Table([
                        .. rows.Select(r => new Row([
                            .. r.Select(t => Cell.Of(PassageOf(HtmlText.Of(t), StartOf(t)))),
                        ])),
                    ])
                );
                break;
            case { LocalName: "dl" }:
                Flush();
                Definitions(element);
                break;
            case { LocalName: "br" }:
                _inline.Append('\n');
                break;
            case { LocalName: "hr" }:
                Flush();
                break;
            case IElement when HtmlText.ShownBy(element) is { } shown:
                Inline($" {shown} ", element);
                break;
            case IElement when HtmlText.IsBlock(element):
                FlushInline();
                Walk(element);
                FlushInline();
                break;
            default:
                var bold = _bold;
                _bold |= element.LocalName is "b" or "strong";
                Walk(element);
                _bold = bold;
                break;
        }
    }

    private void Heading(IElement heading)
    {
        var text = HtmlText.Of(heading);
        if (text.Length > 0)
        {
            _blocks.Add(
                new Block.Heading(PassageOf(text, StartOf(heading)))
                {
                    Level = heading.LocalName is ['h', >= '1' and <= '6'] name ? name[1] - '0' : 6,
                }
            );
        }
    }

    /// <summary>Adds what was written elsewhere.</summary>
    public void Add(Block? block)
    {
        if (block is not null)
        {
            _blocks.Add(block);
        }
    }

    // Each item is one finding or line; an item within an item is one of its own.
    private void List(IElement list)
    {
        if (Tables.OfList(list) is { } table)
        {
            _blocks.Add(table);
            return;
        }

        _items.AddRange(ItemsOf(list));
        FlushItems();
    }

    private IEnumerable<Item> ItemsOf(IElement list) =>
        list.Children.SelectMany(child =>
        {
            if (HtmlText.IsList(child))
            {
                return ItemsOf(child);
            }

            var (own, inner) = HtmlText.OwnOf(child);
            var text = own[Bullets.LengthIn(own)..];
            IEnumerable<Item> item =
                text.Length > 0 ? [new Item(PassageOf(text, StartOf(child)))] : [];
            return item.Concat(inner.SelectMany(ItemsOf));
        });

    // Terms that are headings head the lists below them; all others are rows of a term and what is said of it.
    private void Definitions(IElement list)
    {
        var rows = new List<Row>();
        List<Cell>? open = null;
        var heads = false;
        foreach (var part in list.QuerySelectorAll("dt, dd"))
        {
            var text = PassageOf(HtmlText.Of(part), StartOf(part));
            if (part.LocalName is "dt")
            {
                heads = labels
                    .Lookup(text.Text)
                    .Any(l => l is Label.FindingsHeading or Label.General or Label.RubricHeading);
                FlushItems();
                if (heads)
                {
                    _blocks.Add(new Block.Heading(text) { Level = 6 });
                    continue;
                }

                rows.Add(new Row(open = [Cell.Of(text)]));
            }
            else if (heads)
            {
                var lists = part.QuerySelectorAll("ul, ol").Take(1).ToList();
                _items.AddRange(
                    lists.Count > 0 ? ItemsOf(lists[0])
                    : text.Text.Length > 0 ? [new Item(text)]
                    : []
                );
            }
            else if (text.Text.Length > 0)
            {
                open?.Add(Cell.Of(text));
            }
        }

        FlushItems();
        if (rows.Count > 0)
        {
            _blocks.Add(new Block.Table(rows));
        }
    }

    private void Inline(string text, INode node)
    {
        if (_inline.Length == 0)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            _inlineStart = StartOf(node);
            _inline.Append(_bold || IsBold(node) ? Bold : "");
        }

        HtmlText.AppendApart(_inline, text.Replace('\n', ' ').Replace('\r', ' '));
        if (!_bold && !IsBold(node) && text.Any(char.IsLetter))
        {
            _inline.Replace(Bold, "");
        }
    }

    // Marks a paragraph of which every letter is bold.
    private const string Bold = "\u0001";

    private static bool IsBold(INode node) => node is IElement { LocalName: "b" or "strong" };

    private void Flush()
    {
        FlushInline();
        FlushItems();
    }

    private void FlushInline()
    {
        if (_inline.Length == 0)
        {
            return;
        }

        var bold = _inline.ToString().StartsWith(Bold, StringComparison.Ordinal);
        var lines = _inline
            .Replace(Bold, "")
            .ToString()
            .Split('\n')
            .Select(HtmlText.SingleBlanks)
            .Where(l => l.Length > 0)
            .ToList();
        _inline.Clear();
        foreach (var line in lines)
        {
            Line(PassageOf(line, _inlineStart), bold && lines.Count == 1);
        }
    }

    private void Line(Passage line, bool bold)
    {
        if (Bullets.LengthIn(line.Text) is > 0 and var bullet)
        {
            _items.Add(new Item(line.Slice(bullet, line.Text.Length)));
            return;
        }

        FlushItems();
        // "58 poäng" is a figure, not the head of the points.
        var isHeading =
            line.Text.Length <= LongestHeading
            && (
                labels
                    .Lookup(line.Text)
                    .Any(l => l is not Label.BoxPoints || !char.IsDigit(line.Text[0]))
                || (bold && line.Text[^1] is not ('.' or ',' or ';') && !char.IsDigit(line.Text[0]))
            );
        _blocks.Add(isHeading ? new Block.Heading(line) { Level = 6 } : new Block.Paragraph(line));
    }

    private void FlushItems()
    {
        if (_items.Count > 0)
        {
            _blocks.Add(new Block.ItemList([.. _items]));
            _items.Clear();
        }
    }

    // Lines under the heading of a list that has no bullets are its items: on a page a paragraph's borders are certain.
    private List<Block> ListsWithoutBullets(List<Block> blocks)
    {
        var whole = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            whole.Add(blocks[i]);
            if (
                blocks[i] is not Block.Heading heading
                || labels.ListHeading(heading.Text.Text) is null
            )
            {
                continue;
            }

            var lines = blocks.Skip(i + 1).TakeWhile(b => b is Block.Paragraph).ToList();
            if (
                lines.Count > 0
                && lines.TrueForAll(l => ((Block.Paragraph)l).Text.Text.Length <= LongestItem)
                && !(
                    i + 1 + lines.Count < blocks.Count
                    && blocks[i + 1 + lines.Count] is Block.ItemList
                )
            )
            {
                whole.Add(
                    new Block.ItemList([
                        .. lines.Cast<Block.Paragraph>().Select(l => new Item(l.Text)),
                    ])
                );
                i += lines.Count;
            }
        }

        return whole;
    }
}
