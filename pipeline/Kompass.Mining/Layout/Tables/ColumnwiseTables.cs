namespace Kompass.Mining.Layout.Tables;

/// <summary>
/// Tables of all areas that were copied column by column: the areas' names one below the other, then the figures of each series. Put together again they are
/// rows of cells.
/// </summary>
internal static class ColumnwiseTables
{
    // Blocks between two columns: what stands at the page's edge, and their heads.
    private const int MostBetween = 4;

    // Characters of such a block; what is longer is text.
    private const int LongestBetween = 60;

    /// <summary>The table whose first column begins at a block, and how many blocks it takes; null where none does.</summary>
    public static (Block.Table Table, int Blocks)? At(
        IReadOnlyList<Block> blocks,
        int index,
        EditionLabels labels
    )
    {
        var areas = labels.Edition.Areas.Count;
        if (
            index + areas > blocks.Count
            || !Enumerable.Range(0, areas).All(i => AreaOf(blocks[index + i], labels) == i + 1)
        )
        {
            return null;
        }

        List<Passage> names =
        [
            .. Enumerable.Range(index, areas).Select(i => ((Block.Heading)blocks[i]).Text),
        ];
        var end = index + areas;
        if (end < blocks.Count && IsTotal(blocks[end], labels))
        {
            names.Add(blocks[end++].Passages.First());
        }

        var columns = new List<(Passage Head, IReadOnlyList<Passage> Figures)>();
        for (var at = end; at < blocks.Count && at - end < MostBetween; at++)
        {
            if (FiguresOf(blocks[at], areas) is not { } figures)
            {
                if (IsBetween(blocks[at], labels))
                {
                    continue;
                }

                break;
            }

            // "2013 61 58 …": the head stands above its figures, on a line of its own or not.
            columns.Add(
                Numbers.IsYear(figures[0].Text) ? (figures[0], [.. figures.Skip(1)])
                : blocks[at - 1] is Block.Heading head && at > end ? (head.Text, figures)
                : (Passage.Empty, figures)
            );
            end = at + 1;
        }

        return columns.Count == 0
            ? null
            : (
                new Block.Table([
                    new Row([Cell.Of(Passage.Empty), .. columns.Select(c => Cell.Of(c.Head))]),
                    .. names.Select(
                        (name, i) =>
                            new Row([
                                Cell.Of(name),
                                .. columns.Select(c =>
                                    Cell.Of(i < c.Figures.Count ? c.Figures[i] : Passage.Empty)
                                ),
                            ])
                    ),
                ]),
                end - index
            );
    }

    private static int? AreaOf(Block block, EditionLabels labels) =>
        block is Block.Heading heading ? FindingsBelow.AreaOf(heading, labels) : null;

    private static bool IsBetween(Block block, EditionLabels labels) =>
        block.Line?.Text is { Length: <= LongestBetween } text && labels.Lookup(text).Count == 0;

    private static bool IsTotal(Block block, EditionLabels labels) =>
        block.Line is { } line && labels.IsTotal(line.Text.Trim());

    // Figures and nothing else: one an area, with the total's behind them or without, with the year before them or without.
    private static List<Passage>? FiguresOf(Block block, int areas)
    {
        if (block is not Block.Paragraph { Text: var text })
        {
            return null;
        }

        // Most paragraphs are prose, which their first word tells.
        var words = text.Split(' ', '\n').Where(w => !w.IsBlank);
        if (
            words
                .Where(
                    (w, i) => Numbers.Points(w.Text) is null && !(i == 0 && Numbers.IsYear(w.Text))
                )
                .Any()
        )
        {
            return null;
        }

        List<Passage> all = [.. words];
        var figures = all.Count - (all.Count > 0 && Numbers.IsYear(all[0].Text) ? 1 : 0);
        return figures == areas || figures == areas + 1 ? all : null;
    }
}
