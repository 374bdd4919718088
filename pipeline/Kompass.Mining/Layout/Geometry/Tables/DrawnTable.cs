using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>A cell of a table whose borders are drawn.</summary>
/// <param name="Row">Its first row, from 0.</param>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Rows">Over how many rows it goes.</param>
/// <param name="Columns">Over how many columns it goes.</param>
/// <param name="Box">Its place on the sheet in points.</param>
internal sealed record DrawnCell(int Row, int Column, int Rows, int Columns, Box Box);

/// <summary>
/// A table as its borders part it: lines that meet make a lattice, and what no line parts is one cell. Sides on which no border is drawn end where the lines end.
/// </summary>
/// <param name="Cells">From the top, left to right.</param>
/// <param name="Columns">The borders of its columns from left to right, in points, both sides included.</param>
/// <param name="Box">Its place on the sheet in points.</param>
internal sealed record DrawnTable(
    IReadOnlyList<DrawnCell> Cells,
    IReadOnlyList<double> Columns,
    Box Box
)
{
    // Lines meet that come so near to each other, in points; borders drawn cell by cell are one line.
    private const double Near = 2.5;

    // Two borders that are nearer to each other are a double line.
    private const double ThinnestCell = 4;

    // A border may have gaps where another line crosses it.
    private const double LeastOfWall = 0.7;

    // A sheet with more is a map or a drawing.
    public const int MostLines = 4000;

    /// <summary>The tables that the lines of a sheet make; one of a single cell is a frame, or the rest of a table that a page break has cut.</summary>
    public static IReadOnlyList<DrawnTable> Of(IReadOnlyList<Box> lines)
    {
        if (lines.Count is < 3 or > MostLines)
        {
            return [];
        }

        var level = Merged(lines.Where(l => l.Width >= l.Height), l => l);
        var upright = Merged(lines.Where(l => l.Width < l.Height), Turned);
        var tables = Groups(level, upright)
            .Select(g => Lattice(g.Level, g.Upright))
            .OfType<DrawnTable>()
            .OrderBy(t => t.Box.Left)
            .ToList();
        // Columns may stand apart, each a table of its own with its head.
        return
        [
            .. tables.Where(t => t.Columns.Count > 2),
            .. tables
                .Where(t => t.Columns.Count == 2)
                .GroupBy(t => Math.Round(t.Box.Top / ThinnestCell))
                .Select(SideBySide),
        ];
    }

    private static DrawnTable SideBySide(IEnumerable<DrawnTable> columns)
    {
        var inOrder = columns.ToList();
        return new DrawnTable(
            [.. inOrder.SelectMany((t, i) => t.Cells.Select(c => c with { Column = i }))],
            [.. inOrder.Select(t => t.Columns[0]), inOrder[^1].Columns[^1]],
            inOrder.Select(t => t.Box).Aggregate((a, b) => a.Union(b))
        );
    }

    private static Box Turned(Box box) => new(box.Top, box.Left, box.Bottom, box.Right);

    // Pieces of one line put together. Seen as level lines, whichever way they run.
    private static List<Box> Merged(IEnumerable<Box> lines, Func<Box, Box> turn) =>
        [
            .. lines
                .Select(turn)
                .OrderBy(l => l.CenterY)
                .Runs((atHeight, l) => l.CenterY - atHeight[0].CenterY <= Near / 2)
                .SelectMany(atHeight =>
                    atHeight
                        .OrderBy(l => l.Left)
                        .Runs((line, l) => l.Left <= line.Max(piece => piece.Right) + Near)
                )
                .Select(line => turn(line.Aggregate((a, b) => a.Union(b)))),
        ];

    // Lines that meet, directly or through others.
    private static List<(List<Box> Level, List<Box> Upright)> Groups(
        List<Box> level,
        List<Box> upright
    )
    {
        var groups = new List<(List<Box> Level, List<Box> Upright)>();
        var left = new List<Box>(upright);
        var open = new List<Box>(level);
        while (left.Count > 0)
        {
            var group = (Level: new List<Box>(), Upright: new List<Box> { left[^1] });
            left.RemoveAt(left.Count - 1);
            for (var found = true; found; )
            {
                found =
                    Move(open, group.Level, group.Upright) | Move(left, group.Upright, group.Level);
            }

            groups.Add(group);
        }

        return groups;

        static bool Move(List<Box> from, List<Box> to, List<Box> met)
        {
            var moved = from.FindAll(l => met.Exists(m => Meet(l, m)));
            to.AddRange(moved);
            from.RemoveAll(moved.Contains);
            return moved.Count > 0;
        }

        static bool Meet(Box a, Box b) =>
            a.Left <= b.Right + Near
            && b.Left <= a.Right + Near
            && a.Top <= b.Bottom + Near
            && b.Top <= a.Bottom + Near;
    }

    private static DrawnTable? Lattice(List<Box> level, List<Box> upright)
    {
        if (level.Count + upright.Count < 3)
        {
            return null;
        }

        var box = level.Concat(upright).Aggregate((a, b) => a.Union(b));
        var xs = Edges(upright.Select(l => l.CenterX), box.Left, box.Right);
        var ys = Edges(level.Select(l => l.CenterY), box.Top, box.Bottom);
        var (columns, rows) = (xs.Count - 1, ys.Count - 1);
        // Which cell of the lattice belongs to which: the first of its cell.
        var first = Enumerable.Range(0, Math.Max(0, columns * rows)).ToArray();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (column > 0 && !IsWall(upright.Select(Turned), xs[column], ys[row], ys[row + 1]))
                {
                    Join((row * columns) + column, (row * columns) + column - 1);
                }

                if (row > 0 && !IsWall(level, ys[row], xs[column], xs[column + 1]))
                {
                    Join((row * columns) + column, ((row - 1) * columns) + column);
                }
            }
        }

        return CellsOf(first, xs, ys) is { Count: > 0 } cells
            ? new DrawnTable(cells, xs, box)
            : null;

        void Join(int one, int other)
        {
            var (from, to) = (
                Math.Max(first[one], first[other]),
                Math.Min(first[one], first[other])
            );
            for (var i = 0; i < first.Length; i++)
            {
                first[i] = first[i] == from ? to : first[i];
            }
        }
    }

    // Of a lattice whose fields name the first field of their cell; none where one of them is no rectangle: such lines make no table.
    private static List<DrawnCell> CellsOf(int[] first, List<double> xs, List<double> ys)
    {
        var columns = xs.Count - 1;
        var cells = new List<DrawnCell>();
        foreach (var parts in Enumerable.Range(0, first.Length).GroupBy(i => first[i]))
        {
            var (top, bottom) = (parts.Min(i => i / columns), parts.Max(i => i / columns));
            var (left, right) = (parts.Min(i => i % columns), parts.Max(i => i % columns));
            var (height, width) = (bottom - top + 1, right - left + 1);
            if (height * width != parts.Count())
            {
                return [];
            }

            var box = new Box(xs[left], ys[top], xs[right + 1], ys[bottom + 1]);
            cells.Add(new DrawnCell(top, left, height, width, box));
        }

        return cells;
    }

    private static List<double> Edges(IEnumerable<double> places, double from, double to) =>
        [
            .. places
                .Append(from)
                .Append(to)
                .Order()
                .Runs((edge, place) => place - edge[0] <= ThinnestCell)
                .Select(edge => edge[0]),
        ];

    // Whether level lines at a height cover what lies between two places.
    private static bool IsWall(IEnumerable<Box> level, double height, double from, double to) =>
        level
            .Where(l => Math.Abs(l.CenterY - height) <= ThinnestCell)
            .Sum(l => Math.Max(0, Math.Min(l.Right, to) - Math.Max(l.Left, from)))
        >= LeastOfWall * (to - from);
}
