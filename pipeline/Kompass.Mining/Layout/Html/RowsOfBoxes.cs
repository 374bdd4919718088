using AngleSharp.Dom;

namespace Kompass.Mining.Layout.Html;

/// <summary>
/// Tables that a page draws with boxes: siblings of one kind that hold as many short boxes each (<c>&lt;div class="row"&gt;&lt;div&gt;Etik&lt;/div&gt;&lt;div&gt;58&lt;/div&gt;&lt;/div&gt;</c>).
/// </summary>
internal static class RowsOfBoxes
{
    // Fewer rows may be anything; a cell of more characters is prose.
    private const int FewestRows = 3;
    private const int FewestHeaded = 2;
    private const int LongestCell = 250;
    private const int MostCells = 12;

    private static readonly HashSet<string> Rows = new(StringComparer.OrdinalIgnoreCase)
    {
        "div",
        "section",
        "article",
        "p",
        "a",
        "span",
        "figure",
    };

    /// <summary>
    /// Puts the boxes of a grid into rows as its columns make them, where all rows are full. Where most boxes hold words and a figure each is a card, and no cell.
    /// </summary>
    public static void OutOfGrids(IDocument page, StyleSheet sheet)
    {
        var own = page.QuerySelectorAll("[style*=grid-template-columns]")
            .Select(g => (Grid: g, Columns: StyleSheet.Columns(g.GetAttribute("style")!) ?? 0))
            .ToList();
        // An element's own style goes before the sheets'.
        foreach (
            var (grid, columns) in own.Concat(sheet.Grids)
                .DistinctBy(g => g.Grid)
                .Where(g => g.Columns > 1)
                .ToList()
        )
        {
            var boxes = grid.Children.ToList();
            if (
                boxes.Count < 2 * columns
                || boxes.Count % columns != 0
                || !HasOnlyElements(grid)
                || !boxes.TrueForAll(b => Rows.Contains(b.LocalName))
                || 2 * boxes.Count(IsCard) > boxes.Count
            )
            {
                continue;
            }

            foreach (var row in boxes.Chunk(columns))
            {
                var element = page.CreateElement("div");
                grid.InsertBefore(element, row[0]);
                element.Append(row);
            }
        }
    }

    private static bool IsCard(IElement box) =>
        box.TextContent.Any(char.IsLetter) && box.TextContent.Any(char.IsDigit);

    /// <summary>The rows that begin with the child at this place and the last child they take; no rows where no table begins.</summary>
    /// <param name="children">Siblings.</param>
    /// <param name="start">The first of them that may be a row, or a group of one row: the head.</param>
    /// <param name="isHead">Whether a text heads a column: below such heads a cell may hold lists.</param>
    public static (IReadOnlyList<IElement> Rows, int Last) At(
        INodeList children,
        int start,
        Func<string, bool> isHead
    )
    {
        if (children[start] is not IElement first || !Rows.Contains(first.LocalName))
        {
            return ([], start);
        }

        var group = CellsOf(first) is null ? OnlyRowIn(first) : null;
        if (CellsOf(group ?? first) is not { } cells)
        {
            return ([], start);
        }

        var headed = cells.All(c => isHead(HtmlText.Of(c)));
        var rows = new List<IElement> { group ?? first };
        var last = start;
        for (var i = start + 1; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IElement next
                    when string.Equals(next.LocalName, first.LocalName, StringComparison.Ordinal)
                        && IsRow(next):
                    rows.Add(next);
                    last = i;
                    continue;
                case IElement next
                    when group is not null
                        && HasOnlyElements(next)
                        && next.ChildElementCount > 0
                        && next.Children.All(IsRow):
                    rows.AddRange(next.Children);
                    last = i;
                    continue;
                case IElement:
                    break;
                case IText text when !string.IsNullOrWhiteSpace(text.Data):
                    break;
                default:
                    continue;
            }

            break;
        }

        return
            rows.Count >= (headed ? FewestHeaded : FewestRows)
            && (headed || HaveFigures([.. rows.Select(r => r.Children)]))
            ? (rows, last)
            : ([], start);

        bool IsRow(IElement row) =>
            headed && HasOnlyElements(row)
                ? row.ChildElementCount == cells.Count
                : CellsOf(row)?.Count == cells.Count;
    }

    /// <summary>Whether a column of cells holds a figure in every row but a head: words cut into pieces only for their looks are no cells.</summary>
    public static bool HaveFigures(IReadOnlyList<IReadOnlyList<IElement>> rows) =>
        Enumerable
            .Range(0, rows[0].Count)
            .Any(c => rows.Skip(1).All(r => r[c].TextContent.Any(char.IsDigit)));

    // The head of a table in a group of its own, as thead is one.
    private static IElement? OnlyRowIn(IElement group) =>
        group.ChildElementCount == 1
        && HasOnlyElements(group)
        && CellsOf(group.Children[0]) is not null
            ? group.Children[0]
            : null;

    /// <summary>The boxes of a row, two or more; null where an element is no row of short boxes.</summary>
    public static IReadOnlyList<IElement>? CellsOf(IElement row) =>
        row.ChildElementCount is >= 2 and <= MostCells
        && HasOnlyElements(row)
        && row.Children.All(IsShort)
        && !IsTable(row)
            ? [.. row.Children]
            : null;

    // What looks like a row of cells may be a short table: rows below a head.
    private static bool IsTable(IElement element)
    {
        var rows = element.Children.Skip(1).ToList();
        return rows.Count >= FewestRows
            && rows[0].ChildElementCount > 1
            && rows.TrueForAll(r =>
                HasOnlyElements(r) && r.ChildElementCount == rows[0].ChildElementCount
            );
    }

    private static bool HasOnlyElements(IElement row) =>
        row.ChildNodes.All(n => n is not IText text || string.IsNullOrWhiteSpace(text.Data));

    private static bool IsShort(IElement cell) =>
        cell.LocalName
            is not (
                "br"
                or "ul"
                or "ol"
                or "table"
                or "dl"
                or "li"
                or "b"
                or "strong"
                or "em"
                or "i"
            )
        && cell.QuerySelector("ul, ol, table, dl, h1, h2, h3, h4, p + p") is null
        && cell.TextContent.Length <= LongestCell * 2
        && HtmlText.Of(cell).Length <= LongestCell;
}
