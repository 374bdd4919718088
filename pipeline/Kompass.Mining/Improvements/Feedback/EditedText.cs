using System.Xml.Linq;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;
using Kompass.Mining.Improvements.Profiles;
using static Kompass.Mining.Improvements.Office.WordXml;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// Reads the lines of an edited draft, each with what is known of its place. Headings and list heads are helps, not needs: suggestions carry marks of their own,
/// and what stands between them goes by its neighbours.
/// </summary>
internal sealed partial class EditedText
{
    // Longer than any head of a list.
    private const int LongestHead = 60;

    /// <summary>Longest paragraph, in characters, and most paragraphs; a draft's longest has 700, and it has some 500.</summary>
    public const int MostCharacters = 20_000;
    public const int MostParagraphs = 5000;

    private readonly HashSet<string> _headingStyles;
    private readonly HashSet<string> _listStyles;
    private readonly HashSet<string> _ownStyles;
    private readonly Edition _edition;
    private readonly IReadOnlyDictionary<string, string> _comments;
    private readonly List<EditedLine> _lines = [];
    private readonly List<string> _struck = [];
    private int? _area;
    private FindingKind? _list;
    private string? _head;
    private int _container;
    private bool _inScoreBox;

    private EditedText(XElement? styles, XElement? comments, Edition edition)
    {
        _edition = edition;
        _comments = (comments?.Elements(W("comment")) ?? [])
            .GroupBy(c => c.Get("id"), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => CommentOf(g.First()), StringComparer.Ordinal);
        _headingStyles = Styles(
            styles,
            s => NameOf(s).StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
        );
        _ownStyles = Styles(styles, s => NameOf(s) == "Egna ord");
        _listStyles = Styles(
            styles,
            s =>
                s.Find("pPr", "numPr") is not null
                || NameOf(s).StartsWith("list", StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>The lines of a document, in its order, and the whole paragraphs that were struck from it.</summary>
    /// <param name="document">The main part.</param>
    /// <param name="styles">The part with the styles, or null.</param>
    /// <param name="comments">The part with the comments, or null.</param>
    /// <param name="edition">Areas, and what heads of lists are called.</param>
    public static (IReadOnlyList<EditedLine> Lines, IReadOnlyList<string> Struck) Read(
        XElement document,
        XElement? styles,
        XElement? comments,
        Edition edition
    )
    {
        var text = new EditedText(styles, comments, edition);
        if (document.Find("body") is { } body)
        {
            text.Block(body, inTable: false);
        }

        return (text._lines, text._struck);
    }

    private void Block(XElement container, bool inTable)
    {
        ParagraphReader? open = null;
        XElement? first = null;
        foreach (var element in Flat(container))
        {
            if (element.Is("tbl"))
            {
                Close(ref open, first, inTable);
                Table(element);
                continue;
            }

            if (open is null)
            {
                (open, first) = (new ParagraphReader(), element);
            }

            open.Add(element);
            if (!ParagraphReader.IsEndDeleted(element))
            {
                Close(ref open, first, inTable);
            }
        }

        Close(ref open, first, inTable);
    }

    // Paragraphs and tables, those within content controls and the like included.
    private static IEnumerable<XElement> Flat(XElement container) =>
        container
            .Elements()
            .SelectMany(e =>
                e.Is("p", "tbl") ? [e]
                : e.Is("del", "moveFrom", "tcPr") ? []
                : Flat(e)
            );

    private void Close(ref ParagraphReader? open, XElement? first, bool inTable)
    {
        if (open is null || first is null)
        {
            return;
        }

        var pieces = open.Pieces();
        _struck.AddRange(open.Struck);
        var comment = string.Join(
            ' ',
            open.Comments.Select(c => _comments.GetValueOrDefault(c, "")).Where(c => c.Length > 0)
        );
        open = null;
        CheckLength(pieces);
        var whole = PlainText.Tidy(string.Concat(pieces.Select(p => p.Text)));
        if (!inTable && (pieces.All(p => p.Mark is null) || ListIn(whole) is not null))
        {
            if (IsHead(first, whole))
            {
                // Of a suggestion that was struck with its end the mark is left, in the head below it.
                pieces = [.. pieces.Where(p => p.Mark is not null).Select(p => (p.Mark, ""))];
            }
            else if (!IsListed(first))
            {
                _head = whole;
            }
        }

        foreach (var (mark, text) in pieces)
        {
            if (mark is not null || !string.IsNullOrWhiteSpace(text))
            {
                _lines.Add(
                    new EditedLine(
                        _lines.Count,
                        _container,
                        _area,
                        _list,
                        _head,
                        inTable || IsListed(first),
                        mark,
                        PlainText.Tidy(text),
                        comment.Length > 0 ? comment : null,
                        IsInOwnPlace(first),
                        _inScoreBox
                    )
                );
            }
        }
    }

    // What comes after looks at every paragraph beside every suggestion.
    private void CheckLength(IReadOnlyList<(string? Mark, string Text)> pieces)
    {
        const int shown = 40;
        var length = pieces.Sum(p => (long)p.Text.Length);
        if (length > MostCharacters)
        {
            var start = PlainText.Tidy(pieces[0].Text[..Math.Min(shown, pieces[0].Text.Length)]);
            throw new OfficeException(
                $"har ett stycke med {length} tecken, fler än {MostCharacters} (nummer {_lines.Count + 1}; det börjar ”{start}”); korta eller dela det"
            );
        }

        if (_lines.Count + pieces.Count > MostParagraphs)
        {
            throw new OfficeException(
                $"har fler än {MostParagraphs} stycken; skicka utkastet för sig, utan det som klistrats in efter det"
            );
        }
    }

    // A heading of an area, of the annex, of a list, or of anything else: what follows is no longer what went before.
    private bool IsHead(XElement paragraph, string text)
    {
        var isStyled = _headingStyles.Contains(StyleOf(paragraph));
        if (AreaIn(text) is { } area)
        {
            (_area, _list) = (area, null);
        }
        else if (isStyled && AnnexPages.Headings.Contains(text))
        {
            (_area, _list) = (null, null);
        }
        else if (ListIn(text) is { } list)
        {
            _list = list;
        }
        else if (isStyled)
        {
            _list = null;
        }
        else
        {
            return false;
        }

        _container++;
        return true;
    }

    private int? AreaIn(string text)
    {
        var match = AreaHeading.Match(text);
        if (
            !int.TryParse(
                match.Groups["number"].ValueSpan,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            ) || _edition.FindArea(number) is not { } area
        )
        {
            return null;
        }

        var name = LabelKey.Of(match.Groups["name"].Value);
        return
            match.Groups["word"].Success
            || area.Variants.Prepend(area.Name).Any(v => LabelKey.Of(v) == name)
            ? number
            : null;
    }

    private FindingKind? ListIn(string text)
    {
        if (text.Length is 0 or > LongestHead)
        {
            return null;
        }

        var key = LabelKey.Of(text.TrimEnd(':', ' '));
        var kinds = _edition
            .Headings.Findings.Where(h => h.Value.Any(v => LabelKey.Of(v) == key))
            .Select(h => QuestionOutcome.ColumnOf(h.Key))
            .ToList();
        return kinds.Count > 0 ? kinds[0] : null;
    }

    private void Table(XElement table)
    {
        var (list, head, container) = (_list, _head, _container);
        var rows = table
            .Descendants(W("tr"))
            .Where(r => r.Ancestors(W("tbl")).First() == table && r.Find("trPr", "del") is null)
            .ToList();
        var heads = rows.Count > 0 ? Heads(rows[0]) : [];
        var hasHead =
            heads.Values.Any(h => h.List is not null)
            || (rows.Count > 1 && rows[0].Find("trPr", "tblHeader") is not null);
        var highest = container;
        _inScoreBox = heads.Values.Any(h => h.Text == AreaPages.RubricsHead);
        foreach (var row in rows.Skip(hasHead ? 1 : 0))
        {
            foreach (var (cell, column) in Cells(row))
            {
                // The cells of one column are one list, however many rows it has.
                _container = container + 1 + column;
                highest = Math.Max(highest, _container);
                (_head, var own) = hasHead ? heads.GetValueOrDefault(column) : default;
                _list = own ?? list;
                Block(cell, inTable: true);
            }
        }

        (_list, _head, _container) = (list, head, highest + 1);
        _inScoreBox = false;
    }

    private Dictionary<int, (string? Text, FindingKind? List)> Heads(XElement row)
    {
        var heads = new Dictionary<int, (string? Text, FindingKind? List)>();
        foreach (var (cell, column) in Cells(row))
        {
            var reader = new ParagraphReader();
            foreach (var paragraph in cell.Descendants(W("p")))
            {
                reader.Add(paragraph);
            }

            var text = PlainText.Tidy(string.Concat(reader.Pieces().Select(p => p.Text)));
            heads[column] = (text, ListIn(text));
        }

        return heads;
    }

    private static IEnumerable<(XElement Cell, int Column)> Cells(XElement row)
    {
        var column = 0;
        foreach (
            var cell in row.Descendants(W("tc")).Where(c => c.Ancestors(W("tr")).First() == row)
        )
        {
            yield return (cell, column);
            var span = cell.Find("tcPr", "gridSpan").Get();
            column +=
                int.TryParse(span, NumberStyles.None, CultureInfo.InvariantCulture, out var wide)
                && wide is > 0 and < 64
                    ? wide
                    : 1;
        }
    }

    private bool IsListed(XElement paragraph) =>
        _listStyles.Contains(StyleOf(paragraph)) || paragraph.Find("pPr", "numPr") is not null;

    // LibreOffice keeps the style, Word the control whatever style is written in.
    private bool IsInOwnPlace(XElement paragraph) =>
        _ownStyles.Contains(StyleOf(paragraph))
        || paragraph
            .Ancestors(W("sdt"))
            .Any(c =>
                c.Find("sdtPr", "tag")
                    .Get()
                    .StartsWith(SuggestionMark.OwnWordsPrefix, StringComparison.Ordinal)
            );

    private static string CommentOf(XElement comment)
    {
        const int longest = 500;
        var text = PlainText.Tidy(
            string.Join(' ', comment.Descendants(W("t")).Select(t => t.Value))
        );
        return text.Length > longest ? text[..longest] : text;
    }

    private static string StyleOf(XElement paragraph) => paragraph.Find("pPr", "pStyle").Get();

    // Word renames the ids of its own styles by language (Rubrik2), but not their names.
    private static HashSet<string> Styles(XElement? styles, Func<XElement, bool> isIn) =>
        (styles?.Elements(W("style")) ?? [])
            .Where(isIn)
            .Select(s => s.Get("styleId"))
            .ToHashSet(StringComparer.Ordinal);

    private static string NameOf(XElement style) => style.Find("name").Get();

    // Område 4 Ledarskap, ansvar och delegation; 4. Ledarskap, ansvar och delegation
    [GeneratedRegex(@"^(?<word>Område\s+)?(?<number>[0-9]{1,2})[.:)]?\s+(?<name>\S.*)$")]
    private static partial Regex AreaHeading { get; }
}
