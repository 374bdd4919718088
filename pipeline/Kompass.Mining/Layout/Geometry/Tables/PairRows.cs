using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Finds the rows of a findings table that sets its items in pairs and parts them by space alone: where one column has a gap, another begins a line at the same
/// height, and a little more space stands above it than between the lines of an item. Such rows are handed on as if rules were drawn between them.
/// </summary>
internal static class PairRows
{
    // Lists that are set beside each other by chance do not have so many gaps that all end where the other list begins a line.
    private const int FewestGaps = 2;

    // In distances of lines: a gap in a column, the least of space between rows that is seen, and what heights of one row may differ.
    private const double Gap = 1.4;
    private const double LeastSpace = 1.07;
    private const double SameHeight = 0.3;

    /// <summary>The lines with rules between the rows, or as they are where they are no such rows.</summary>
    /// <param name="sheets">The lines of each column, from the top, sheet by sheet.</param>
    public static List<IReadOnlyList<IReadOnlyList<VisualLine>>> Ruled(
        List<IReadOnlyList<IReadOnlyList<VisualLine>>> sheets
    )
    {
        var steps = sheets.SelectMany(s => s).SelectMany(StepsOf).Select(s => s.Height).ToList();
        if (steps.Count == 0 || sheets.Exists(s => s.Any(c => c.Any(IsMarked))))
        {
            return sheets;
        }

        var leading = steps.Order().ElementAt(steps.Count / 4);
        var gaps = sheets
            .SelectMany(s =>
                s.SelectMany(
                    (c, i) =>
                        StepsOf(c)
                            .Where(g => g.Height > Gap * leading)
                            .Select(g => (g.Line, Beside: BesideOf(s, i, g.Line, leading)))
                )
            )
            .ToList();
        var space = gaps.SelectMany(g => g.Beside).Select(s => s.Height).DefaultIfEmpty(0).Min();
        // A blank line across both columns is one gap.
        var heights = gaps.Where(
            (g, i) =>
                !gaps.Take(i)
                    .Any(o =>
                        ReferenceEquals(o.Line.Sheet, g.Line.Sheet)
                        && Math.Abs(o.Line.CenterY - g.Line.CenterY) < SameHeight * leading
                    )
        );
        if (
            heights.Count() < FewestGaps
            || gaps.Exists(g => g.Beside.Count == 0)
            || space < LeastSpace * leading
        )
        {
            return sheets;
        }

        var least = (leading + space) / 2;
        return sheets.ConvertAll(s => Ruled(s, least, leading));
    }

    private static IReadOnlyList<IReadOnlyList<VisualLine>> Ruled(
        IReadOnlyList<IReadOnlyList<VisualLine>> columns,
        double least,
        double leading
    )
    {
        var starts = columns
            .SelectMany(
                (c, i) =>
                    StepsOf(c)
                        .Where(s =>
                            s.Height > least
                            && BesideOf(columns, i, s.Line, leading)
                                .TrueForAll(b => b.Height > least)
                        )
            )
            .Select(s => s.Line.CenterY - (leading / 2));
        var sheet = columns.First(c => c.Count > 0)[0].Sheet;
        var ruled = sheet with
        {
            Lines = [.. sheet.Lines, .. starts.Select(y => new Box(0, y, sheet.Width, y))],
        };
        return [.. columns.Select(c => c.Select(l => new VisualLine(ruled, l.Words)).ToList())];
    }

    // What stands at the height of a line in the other columns, below other lines of theirs.
    private static List<(VisualLine Line, double Height)> BesideOf(
        IReadOnlyList<IReadOnlyList<VisualLine>> columns,
        int own,
        VisualLine line,
        double leading
    ) =>
        [
            .. columns
                .Where((_, i) => i != own)
                .SelectMany(StepsOf)
                .Where(s => Math.Abs(s.Line.CenterY - line.CenterY) < SameHeight * leading),
        ];

    // Each line with its distance from the one above it.
    private static IEnumerable<(VisualLine Line, double Height)> StepsOf(
        IReadOnlyList<VisualLine> column
    ) => column.Zip(column.Skip(1), (above, line) => (line, line.CenterY - above.CenterY));

    private static bool IsMarked(VisualLine line) =>
        ItemLines.IsBulleted(line) || ItemLines.NumberOf(line) is not null;
}
