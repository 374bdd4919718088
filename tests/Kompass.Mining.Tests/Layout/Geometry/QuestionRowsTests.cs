namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Rows of sub-questions in the ways in which producers set their numbers.</summary>
public sealed class QuestionRowsTests
{
    private static readonly double[] Wide = [70, 100, 400, 430, 460];

    [Theory]
    [InlineData("1.1|Finns en plan för demokrati?|10|av|15")]
    [InlineData("1.1|Finns en plan för demokrati?|10|/|15")]
    [InlineData("1.1|Finns en plan för demokrati?|10/15")]
    [InlineData("1.1|Finns en plan för demokrati?|10|(15)")]
    [InlineData("1.1|Finns en plan för demokrati? ..........|10|av|15")]
    public void PointsOfMaximumPoints_AreTwoNumbers(string row)
    {
        var table = Table(Wide, row, "1.2|Hur informeras medborgarna?|10|av|20");

        Assert.Equal("1.1 | Finns en plan för demokrati? | 10 | 15", table[0]);
        Assert.Equal("1.2 | Hur informeras medborgarna? | 10 | 20", table[1]);
    }

    [Fact]
    public void PercentSignBehindABlank_BelongsToItsNumber() =>
        Assert.Equal(
            "1.1 | Finns en plan för demokrati? | 10 | 15 | 67 %",
            Table(Wide, "1.1|Finns en plan för demokrati?|10|15|67 %")[0]
        );

    [Theory]
    [InlineData("1.1|10|15|67 %|Finns en plan för demokrati?")]
    [InlineData("10|15|67 %|1.1|Finns en plan för demokrati?")]
    public void NumbersBeforeTheWording_AreItsNumbers(string row)
    {
        double[] lefts = [70, 110, 150, 190, 250];

        Assert.Equal(
            "1.1 | Finns en plan för demokrati? | 10 | 15 | 67 %",
            Table(lefts, row, row.Replace("1.1", "1.2", StringComparison.Ordinal))[0]
        );
    }

    [Fact]
    public void NumbersBehindTheLastLineOfAWording_AreItsNumbers()
    {
        var table = Table(
            [70, 100, 400],
            "1.1|Finns en plan för hur|",
            "|demokrati främjas? .........|10 av 15",
            "1.2|Hur informeras medborgarna? ...|10 av 20"
        );

        Assert.Equal("1.1 | Finns en plan för hur demokrati främjas? | 10 | 15", table[0]);
        Assert.Equal("1.2 | Hur informeras medborgarna? | 10 | 20", table[1]);
    }

    // The rows of the one table, in the lines in which Blocks shows them.
    private static string[] Table(double[] lefts, params string[] rows)
    {
        var layout = new Paper()
            .Usual()
            .Heading("Översikt av poängfördelning")
            .Rows(lefts, rows)
            .Lay();
        var table = Assert.Single(layout.Blocks.OfType<Kompass.Mining.Layout.Block.Table>());
        return
        [
            .. table.Rows.Select(r =>
                string.Join(" | ", r.Cells.Select(c => c.Text.Text).Where(t => t.Length > 0))
            ),
        ];
    }
}
