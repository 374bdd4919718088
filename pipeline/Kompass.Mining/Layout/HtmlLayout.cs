using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout;

/// <summary>
/// A saved web page: its headings, paragraphs, lists and tables. A page that carries a whole transcript is read as the text that it is.
/// </summary>
internal sealed class HtmlLayout
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "nav",
        "footer",
        "form",
        "button",
        "select",
        "head",
    };

    private static readonly HashSet<string> BlockElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "header",
        "html",
        "main",
        "p",
        "pre",
        "section",
    };

    private readonly SourceText _source;
    private readonly WordStatistics _words;
    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _inline = new();
    private int _inlineStart;

    private HtmlLayout(SourceText source, WordStatistics words)
    {
        _source = source;
        _words = words;
    }

    public static DocumentLayout Lay(
        SourceText source,
        Knowledge knowledge,
        Func<SourceText, DocumentLayout> asText
    )
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        using var page = parser.ParseDocument(source.Text);
        var text = page.Body is null ? "" : VisibleText(page.Body);
        if (CarriesTranscript(text))
        {
            return asText(SourceText.From(text));
        }

        var words = WordStatistics.Of(text, knowledge.Swedish.OpenWords.Contains);
        var layout = new HtmlLayout(source, words);
        if (!string.IsNullOrWhiteSpace(page.Title))
        {
            layout._blocks.Add(new Block.Heading(layout.PassageOf(page.Title.Trim(), 0)));
        }

        if (page.Body is not null)
        {
            layout.Walk(page.Body);
            layout.FlushInline();
        }

        return new DocumentLayout(
            layout._blocks,
            EditionDetector.Detect(text, knowledge),
            LayoutShape.Html,
            null,
            words,
            null,
            null,
            false,
            []
        );
    }

    // A report's own running headers or area headings, several times over.
    private static bool CarriesTranscript(string text) =>
        Count(text, "Sveriges Kommuner och Landsting 20")
            + Count(text, "Sveriges Kommuner och Landsting (")
            >= 4
        || (Count(text, "Rubriker") >= 4 && Count(text, "Område ") >= 8);

    private static int Count(string text, string part)
    {
        var count = 0;
        for (
            var at = 0;
            (at = text.IndexOf(part, at, StringComparison.Ordinal)) >= 0;
            at += part.Length
        )
        {
            count++;
        }

        return count;
    }

    private static string VisibleText(IElement body)
    {
        var text = new StringBuilder();
        Visit(body);
        return text.ToString();

        void Visit(INode node)
        {
            foreach (var child in node.ChildNodes)
            {
                switch (child)
                {
                    case IText t:
                        text.Append(t.Data.Replace('\n', ' '));
                        break;
                    case IElement e when Skipped.Contains(e.LocalName):
                        break;
                    case IElement e:
                        Visit(e);
                        text.Append(
                            e.LocalName is "td" or "th" ? '\t'
                            : e.LocalName
                                is "a"
                                    or "b"
                                    or "strong"
                                    or "em"
                                    or "i"
                                    or "span"
                                    or "sup"
                                ? ""
                            : "\n\n"
                        );
                        break;
                    default:
                        break;
                }
            }
        }
    }

    private void Walk(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    Inline(text.Data, StartOf(node));
                    break;
                case IElement element when Skipped.Contains(element.LocalName):
                    break;
                case IHtmlHeadingElement heading:
                    FlushInline();
                    AddHeading(heading);
                    break;
                case IHtmlTableElement table:
                    FlushInline();
                    AddTable(table);
                    break;
                case IElement { LocalName: "ul" or "ol" } list:
                    FlushInline();
                    AddList(list);
                    break;
                case IElement { LocalName: "br" }:
                    FlushInline();
                    break;
                case IElement element when BlockElements.Contains(element.LocalName):
                    FlushInline();
                    Walk(element);
                    FlushInline();
                    break;
                case IElement element:
                    Walk(element);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddHeading(IElement heading)
    {
        var text = TextOf(heading);
        if (text.Length > 0)
        {
            _blocks.Add(new Block.Heading(PassageOf(text, StartOf(heading))));
        }
    }

    private void AddList(IElement list)
    {
        var items = list
            .Children.Where(c => c.LocalName is "li")
            .Select(c => (Text: TextOf(c), Start: StartOf(c)))
            .Where(c => c.Text.Length > 0)
            .Select(c => new Item(PassageOf(c.Text, c.Start)))
            .ToList();
        if (items.Count > 0)
        {
            _blocks.Add(new Block.ItemList(items));
        }
    }

    private void AddTable(IHtmlTableElement table)
    {
        var rows = new List<Row>();
        foreach (var row in table.Rows)
        {
            var cells = new List<Cell>();
            foreach (var cell in row.Cells)
            {
                var text = TextOf(cell);
                var items = cell.QuerySelectorAll("li")
                    .Select(li => new Item(PassageOf(TextOf(li), StartOf(li))))
                    .Where(i => i.Text.Text.Length > 0)
                    .ToList();
                cells.Add(
                    items.Count > 0
                        ? new Cell(Passage.Empty, items)
                        : CellReader.Read(PassageOf(text, StartOf(cell)), _words)
                );
                for (var extra = 1; extra < Math.Clamp(cell.ColumnSpan, 1, 20); extra++)
                {
                    cells.Add(Cell.Of(Passage.Empty));
                }
            }

            if (cells.Exists(c => !c.Text.IsBlank || c.Items.Count > 0))
            {
                rows.Add(new Row(cells));
            }
        }

        if (rows.Count > 0)
        {
            _blocks.Add(new Block.Table(rows));
        }
    }

    private void Inline(string text, int start)
    {
        if (_inline.Length == 0)
        {
            _inlineStart = start;
        }

        _inline.Append(text);
    }

    private void FlushInline()
    {
        var text = SingleBlanks(_inline.ToString());
        _inline.Clear();
        if (text.Length > 0)
        {
            _blocks.Add(new Block.Paragraph(PassageOf(text, _inlineStart)));
        }
    }

    private static string TextOf(IElement element) => SingleBlanks(element.TextContent);

    private static string SingleBlanks(string text) =>
        string.Join(
            ' ',
            text.Replace("\u00AD", "", StringComparison.Ordinal)
                .Split(
                    [' ', '\n', '\t', '\r', '\u00A0', '\u202F'],
                    StringSplitOptions.RemoveEmptyEntries
                )
        );

    private static int StartOf(INode node) =>
        (node as IElement)?.SourceReference?.Position.Index ?? 0;

    // The exact characters where the text stands unbroken in the source, else from its element's tag on.
    private Passage PassageOf(string text, int from)
    {
        from = Math.Clamp(from, 0, _source.Text.Length);
        var at = _source.Text.IndexOf(text, from, StringComparison.Ordinal);
        return at >= 0
            ? Passage.Of(_source, at, at + text.Length)
            : Passage.At(
                text,
                _source.PlaceOf(from, Math.Min(_source.Text.Length, from + text.Length))
            );
    }
}
