using System.Text.RegularExpressions;
using System.Xml.Linq;
using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// Walks through an edited draft: which area a paragraph stands in is told by the heading above it, which list by the head of its column. Both are words that
/// evaluators leave alone, and every program keeps them.
/// </summary>
internal sealed partial class AreaWalker
{
    private readonly HashSet<string> _headingStyles;
    private readonly HashSet<int> _areas;
    private readonly List<EditedLine> _lines = [];
    private int? _area;

    /// <param name="styles">The part with the styles, or null.</param>
    /// <param name="areas">Numbers of the draft's areas.</param>
    public AreaWalker(XElement? styles, IEnumerable<int> areas)
    {
        // Word renames the ids of its own styles by language (Rubrik2), but not their names.
        _headingStyles = (styles?.Elements(WordNames.Style) ?? [])
            .Where(s =>
                ((string?)s.Element(WordNames.Name)?.Attribute(WordNames.Value))?.StartsWith(
                    "heading ",
                    StringComparison.OrdinalIgnoreCase
                ) == true
            )
            .Select(s => (string?)s.Attribute(WordNames.StyleId) ?? "")
            .ToHashSet(StringComparer.Ordinal);
        _areas = [.. areas];
    }

    /// <summary>How many tables with the two lists were met.</summary>
    public int Tables { get; private set; }

    /// <summary>Reads the text.</summary>
    public IReadOnlyList<EditedLine> Walk(XElement document)
    {
        var body = document.Element(WordNames.Body);
        if (body is not null)
        {
            Block(body, EditedPlace.OwnWords);
        }

        return _lines;
    }

    private void Block(XElement container, EditedPlace place)
    {
        ParagraphReader? open = null;
        foreach (var (element, isLast) in Blocks(container))
        {
            if (element.Name == WordNames.Table)
            {
                Close(ref open, place);
                Table(element, place);
                continue;
            }

            if (open is null && IsHeading(element))
            {
                Heading(element);
                continue;
            }

            open ??= new ParagraphReader();
            open.Add(element);
            if (isLast || !ParagraphReader.IsEndDeleted(element))
            {
                Close(ref open, place);
            }
        }

        Close(ref open, place);
    }

    // Paragraphs and tables, those within content controls and the like included.
    private static IEnumerable<(XElement Element, bool IsLast)> Blocks(XElement container)
    {
        var blocks = Flat(container).ToList();
        return blocks.Select((b, i) => (b, i == blocks.Count - 1));

        static IEnumerable<XElement> Flat(XElement container) =>
            container
                .Elements()
                .SelectMany(e =>
                    e.Name == WordNames.Paragraph || e.Name == WordNames.Table ? [e]
                    : e.Name == WordNames.Deleted
                    || e.Name == WordNames.MovedFrom
                    || e.Name == WordNames.CellProperties
                        ? []
                    : Flat(e)
                );
    }

    private bool IsHeading(XElement paragraph) =>
        paragraph
            .Element(WordNames.ParagraphProperties)
            ?.Element(WordNames.ParagraphStyle)
            ?.Attribute(WordNames.Value)
            is { } style
        && _headingStyles.Contains(style.Value);

    private void Heading(XElement paragraph)
    {
        var text = TextOf([paragraph]);
        if (AreaHeading.Match(text) is { Success: true } match)
        {
            var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            _area = _areas.Contains(number) ? number : null;
        }
        else if (AfterAreas.Contains(text))
        {
            _area = null;
        }
    }

    private void Table(XElement table, EditedPlace place)
    {
        var rows = table
            .Descendants(WordNames.Row)
            .Where(r => r.Ancestors(WordNames.Table).First() == table && !IsDeleted(r))
            .ToList();
        var columns = rows.Count > 0 ? Columns(rows[0]) : [];
        var isFindings =
            columns.ContainsValue(EditedPlace.Strengths)
            || columns.ContainsValue(EditedPlace.Improvements);
        if (isFindings)
        {
            Tables++;
        }
        else if (rows.Count > 0 && Cells(rows[0]).Any(c => TextOf(c.Cell) == AreaPages.RubricsHead))
        {
            return;
        }

        foreach (var row in rows.Skip(isFindings ? 1 : 0))
        {
            foreach (var (cell, column) in Cells(row))
            {
                Block(cell, isFindings ? columns.GetValueOrDefault(column, place) : place);
            }
        }
    }

    private static Dictionary<int, EditedPlace> Columns(XElement head)
    {
        var columns = new Dictionary<int, EditedPlace>();
        foreach (var (cell, column) in Cells(head))
        {
            var text = TextOf(cell);
            if (Is(text, FindingKind.Strength))
            {
                columns[column] = EditedPlace.Strengths;
            }
            else if (Is(text, FindingKind.Improvement))
            {
                columns[column] = EditedPlace.Improvements;
            }
        }

        return columns;

        static bool Is(string text, FindingKind kind) =>
            string.Equals(text, AreaPages.Head(kind), StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<(XElement Cell, int Column)> Cells(XElement row)
    {
        var column = 0;
        foreach (
            var cell in row.Descendants(WordNames.Cell)
                .Where(c => c.Ancestors(WordNames.Row).First() == row)
        )
        {
            yield return (cell, column);
            var span = cell.Element(WordNames.CellProperties)
                ?.Element(WordNames.GridSpan)
                ?.Attribute(WordNames.Value)
                ?.Value;
            column +=
                int.TryParse(span, NumberStyles.None, CultureInfo.InvariantCulture, out var wide)
                && wide is > 0 and < 64
                    ? wide
                    : 1;
        }
    }

    private static bool IsDeleted(XElement row) =>
        row.Element(WordNames.RowProperties)?.Element(WordNames.Deleted) is not null;

    private void Close(ref ParagraphReader? open, EditedPlace place)
    {
        if (open is not null && _area is { } area)
        {
            foreach (var (mark, text) in open.Pieces())
            {
                if (!string.IsNullOrWhiteSpace(text))
                {
                    _lines.Add(new EditedLine(area, place, mark, text.Trim()));
                }
            }
        }

        open = null;
    }

    private static string TextOf(XElement container) =>
        TextOf(container.Descendants(WordNames.Paragraph));

    private static string TextOf(IEnumerable<XElement> paragraphs)
    {
        var reader = new ParagraphReader();
        foreach (var paragraph in paragraphs)
        {
            reader.Add(paragraph);
        }

        return string.Concat(reader.Pieces().Select(p => p.Text)).Trim();
    }

    private static readonly HashSet<string> AfterAreas = new(
        [OverviewPages.Title, MethodPages.Title],
        StringComparer.OrdinalIgnoreCase
    );

    // Område 4 Ledarskap, ansvar och delegation
    [GeneratedRegex(
        @"^Område\s+(?<number>[0-9]{1,2})\b",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex AreaHeading { get; }
}
