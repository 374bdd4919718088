using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry.Tables;

namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Cells as drawn borders part them.</summary>
public sealed class DrawnTableTests
{
    [Fact]
    public void LinesThatCross_MakeCells_AndWhatNoLinePartsIsOne()
    {
        // A title over two columns, then two rows.
        var table = Assert.Single(
            DrawnTable.Of([
                Level(50, 100, 300),
                Level(50, 120, 300),
                Level(50, 140, 300),
                Level(50, 160, 300),
                Upright(50, 100, 160),
                Upright(200, 120, 160),
                Upright(300, 100, 160),
            ])
        );

        Assert.Equal(
            ["0,0 1x2", "1,0 1x1", "1,1 1x1", "2,0 1x1", "2,1 1x1"],
            table.Cells.Select(c => $"{c.Row},{c.Column} {c.Rows}x{c.Columns}")
        );
        Assert.Equal(new Box(200, 120, 300, 140), table.Cells[2].Box);
    }

    [Fact]
    public void BordersDrawnCellByCell_AreOneLine() =>
        Assert.Equal(
            2,
            Assert
                .Single(
                    DrawnTable.Of([
                        Level(50, 100, 200),
                        Level(200.5, 100, 300),
                        Level(50, 120, 200),
                        Level(200, 120.3, 300),
                        Upright(200, 100, 110),
                        Upright(200, 110, 120),
                    ])
                )
                .Cells.Count
        );

    [Fact]
    public void ColumnsThatStandApart_AreOneTable()
    {
        var table = Assert.Single(DrawnTable.Of([.. Column(50, 200, 3), .. Column(220, 400, 2)]));

        Assert.Equal([3, 2], table.Cells.CountBy(c => c.Column).Select(c => c.Value));
    }

    [Fact]
    public void RulesAlone_AreNoTable_AndAFrameIsACell() =>
        Assert.Single(
            Assert
                .Single(
                    DrawnTable.Of([
                        Level(50, 100, 300),
                        Level(50, 120, 300),
                        Level(50, 200, 300),
                        Level(50, 300, 300),
                        Upright(50, 200, 300),
                        Upright(300, 200, 300),
                    ])
                )
                .Cells
        );

    private static IEnumerable<Box> Column(double left, double right, int rows) =>
        Enumerable
            .Range(0, rows + 1)
            .Select(r => Level(left, 100 + (20 * r), right))
            .Append(Upright(left, 100, 100 + (20 * rows)))
            .Append(Upright(right, 100, 100 + (20 * rows)));

    internal static Box Level(double left, double y, double right) =>
        new(left, y - 0.25, right, y + 0.25);

    internal static Box Upright(double x, double top, double bottom) =>
        new(x - 0.25, top, x + 0.25, bottom);
}
