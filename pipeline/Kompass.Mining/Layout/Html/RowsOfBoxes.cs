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

    /// <summary>The rows that begin with the child at this place; empty where no table begins.</summary>
    /// <param name="children">Siblings.</param>
    /// <param name="start">The first of them that may be a row.</param>
    /// <param name="isHead">Whether a text heads a column: below such heads a cell may hold lists.</param>
    public static IReadOnlyList<IElement> At(
        INodeList children,
        int start,
        Func<string, bool> isHead
    )
    {
        if (
            children[start] is not IElement first
            || !Rows.Contains(first.LocalName)
            || CellsOf(first) is not { } cells
        )
        {
            return [];
        }

        var headed = cells.All(c => isHead(HtmlText.Of(c)));
        var rows = new List<IElement> { first };
        for (var i = start + 1; i < children.Length; i++)
        {
            switch (children[i])
            {
                case IElement next
                    when string.Equals(next.LocalName, first.LocalName, StringComparison.Ordinal)
                        && (
                            headed && HasOnlyElements(next)
                                ? next.ChildElementCount == cells.Count
                                : CellsOf(next)?.Count == cells.Count
                        ):
                    rows.Add(next);
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

        return rows.Count >= (headed ? FewestHeaded : FewestRows) ? rows : [];
    }

    /// <summary>The boxes of a row, two or more; null where an element is no row of short boxes.</summary>
    public static IReadOnlyList<IElement>? CellsOf(IElement row)
    {
        if (row.ChildElementCount is < 2 or > MostCells)
        {
            return null;
        }

        foreach (var node in row.ChildNodes)
        {
            if (
                node switch
                {
                    IText text => !string.IsNullOrWhiteSpace(text.Data),
                    IElement cell => !IsShort(cell),
                    _ => false,
                }
            )
            {
                return null;
            }
        }

        return [.. row.Children];
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
