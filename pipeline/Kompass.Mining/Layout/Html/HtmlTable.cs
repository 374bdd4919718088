using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Kompass.Mining.Layout.Html;

/// <summary>
/// Writes tables down: cells that go over several columns or rows leave blank cells behind them, so that every row has its columns; tables that only set
/// boxes side by side are written as what stands in the boxes.
/// </summary>
internal sealed class HtmlTable(HtmlBlocks page, EditionLabels labels, WordStatistics words)
{
    // No table of a report or a page on one has as many; a page may claim any number.
    private const int MostColumns = 20;

    /// <summary>Hands a table on, or what stands in its cells where it is no table but a way of placing boxes.</summary>
    public void Write(IHtmlTableElement table)
    {
        var rows = table.Rows.Cast<IElement>().ToList();
        var cells = rows.Select(r => r.Children.Where(IsCell).ToList()).ToList();
        if (OnlyPlaces(cells))
        {
            // A box of its own each: what stands in one does not run into the next.
            IEnumerable<IElement> boxes = table.Caption is { } title ? [title] : [];
            foreach (
                var block in boxes
                    .Concat(cells.SelectMany(c => c))
                    .SelectMany(c => page.Inner().Write(c))
            )
            {
                page.Add(block);
            }

            return;
        }

        var caption = table.Caption is { } head
            ? page.PassageOf(HtmlText.Of(head), HtmlBlocks.StartOf(head))
            : null;
        page.Add(Of(cells, caption is { Text.Length: > 0 } ? caption : null));
    }

    /// <summary>A table drawn with boxes.</summary>
    public Block.Table? OfBoxes(IReadOnlyList<IElement> rows) =>
        Of([.. rows.Select(r => r.Children.ToList())], null);

    /// <summary>A list whose every item is a row of boxes with more than a name and a number; null for all others.</summary>
    public Block.Table? OfList(IElement list)
    {
        var rows = list.Children.Select(RowsOfBoxes.CellsOf).ToList();
        return
            rows.Count >= 3
            && rows.TrueForAll(r => r is not null && r.Count == rows[0]!.Count)
            && RowsOfBoxes.HaveFigures(rows!)
            ? Of([.. rows.Select(r => r!.ToList())], null)
            : null;
    }

    private static bool IsCell(IElement element) => element.LocalName is "td" or "th";

    // A table of one cell, or with tables or headed lists in its cells.
    private static bool OnlyPlaces(List<List<IElement>> rows) =>
        rows.Sum(r => r.Count) <= 1
        || rows.SelectMany(r => r)
            .Any(c =>
                c.QuerySelector("table") is not null
                || (
                    c.QuerySelector("h1, h2, h3, h4, h5, h6") is { } heading
                    && HtmlText.Of(c).Length > HtmlText.Of(heading).Length
                )
            );

    private sealed record Placed(IElement? Element, int Columns, int Rows);

    private static List<List<Placed>> Grid(List<List<IElement>> rows)
    {
        var grid = rows.Select(_ => new List<Placed>()).ToList();
        // How many rows further down a column is taken by a cell above.
        var taken = new int[MostColumns * MostColumns];
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                Skip();
                var spans = cell as IHtmlTableCellElement;
                var wide = Math.Clamp(spans?.ColumnSpan ?? 1, 1, MostColumns);
                var high = Math.Clamp(spans?.RowSpan ?? 1, 1, rows.Count - row);
                for (var i = 0; i < wide && column < taken.Length; i++, column++)
                {
                    grid[row].Add(new Placed(i == 0 ? cell : null, i == 0 ? wide : 1, high));
                    taken[column] = high - 1;
                }
            }

            Skip();

            void Skip()
            {
                while (column < taken.Length && taken[column] > 0)
                {
                    taken[column]--;
                    column++;
                    grid[row].Add(new Placed(null, 1, 1));
                }
            }
        }

        return grid;
    }

    private Block.Table? Of(List<List<IElement>> elements, Passage? caption)
    {
        var rows = new List<Row>();
        var underFindings = false;
        var besideFindings = false;
        foreach (var placed in Grid(elements))
        {
            // "Styrkor" in the first column, its items beside it, on as many rows as it goes over.
            if (placed is [{ Element: { } first }, ..])
            {
                besideFindings =
                    IsFindings(first)
                    && !placed.Skip(1).Any(p => p.Element is { } e && IsFindings(e));
            }

            var cells = placed
                .Select((p, i) => CellOf(p, underFindings || (besideFindings && i > 0)))
                .ToList();
            if (!cells.Exists(c => !c.Text.IsBlank || c.Items.Count > 0))
            {
                continue;
            }

            rows.Add(new Row(cells));
            underFindings |=
                cells
                    .Where(c => !c.Text.IsBlank)
                    .All(c => labels.ListHeading(c.Text.Text) is not null)
                && cells.TrueForAll(c => c.Items.Count == 0);
        }

        return rows.Count == 0 ? null : new Block.Table(rows) { Caption = caption };

        bool IsFindings(IElement cell) => labels.ListHeading(HtmlText.Of(cell)) is not null;
    }

    // Under the heads of findings a cell's lines are its items, with or without bullets: the cell tells where they begin and end.
    private Cell CellOf(Placed placed, bool underFindings)
    {
        if (placed.Element is not { } element)
        {
            return Cell.Of(Passage.Empty);
        }

        var blocks = page.Inner().Write(element);
        var items = new List<Item>();
        var texts = new List<Passage>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.ItemList list:
                    items.AddRange(list.Items);
                    break;
                case Block.Paragraph paragraph when underFindings:
                    items.Add(new Item(paragraph.Text));
                    break;
                case Block.Paragraph paragraph:
                    texts.Add(paragraph.Text);
                    break;
                case Block.Heading heading:
                    texts.Add(heading.Text);
                    break;
                case Block.Table table:
                    texts.AddRange(table.Rows.SelectMany(r => r.Cells).Select(c => c.Text));
                    break;
                default:
                    break;
            }
        }

        var cell =
            items.Count > 0
                ? new Cell(Passage.Join(" ", texts), items)
                : CellReader.Read(Passage.Join(" ", texts), words);
        return cell with { Columns = placed.Columns, Rows = placed.Rows };
    }
}
