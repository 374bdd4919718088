using Kompass.Mining.Layout;

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
    public void RowsOfAreasAboveTheirRows_AreTheirSums()
    {
        var layout = new Paper()
            .Usual()
            .Rows(
                [70, 400, 430, 460],
                "Område/delfråga|Poäng|Max|%",
                "1 Offentlighet och demokrati|54|100|54",
                "1.1 Finns en plan för demokrati?|10|15|69",
                "1.2 Hur informeras medborgarna?|13|20|63",
                "2 Tillgänglighet och brukarorientering|46|100|46",
                "2.1 Finns en strategi?|6|15|43",
                "2.2 Hur är tillgängligheten?|12|25|49"
            )
            .Lay();

        Assert.Equal(
            [(1, 54m, 2), (2, 46m, 2)],
            layout
                .Blocks.OfType<Block.QuestionTable>()
                .Select(t => (t.Area, t.Sum!.Value.Value, t.Rows.Count))
        );
    }

    [Fact]
    public void LeadersThatTouchTheWording_AreNoPartOfIt()
    {
        var paper = new Paper().Usual();
        foreach (var code in new[] { "1.1", "1.2" })
        {
            paper
                .At(70, paper.Y, code)
                .At(100, paper.Y, "Finns en plan?")
                .At(165, paper.Y, "..........")
                .At(215, paper.Y, "10")
                .At(430, paper.Y, "15")
                .At(460, paper.Y, "67 %")
                .Down(Paper.Leading);
        }

        Assert.Contains(
            "1.1 | Finns en plan? | 10 | 15 | 67 // 1.2 | Finns en plan? | 10 | 15 | 67",
            paper.Show()
        );
    }

    [Theory]
    [InlineData(9, "1.1 | Finns en plan? | 10 | 15 | 67")]
    [InlineData(20, "1.1 | Finns en plan? | 1 | 0 | 67")] // columns
    public void DigitsSetApart_AreANumber(double apart, string row) =>
        Assert.StartsWith(
            row,
            Table(
                [70, 100, 400, 400 + apart, 460, 460 + apart, 500],
                apart < 10
                    ? ["1.1|Finns en plan?|1|0|1|5|67 %", "1.2|Hur gör man?|1|0|2|0|50 %"]
                    : ["1.1|Finns en plan?|1|0|||67 %", "1.2|Hur gör man?|2|4|||50 %"]
            )[0],
            StringComparison.Ordinal
        );

    [Fact]
    public void PercentSignBehindABlank_BelongsToItsNumber() =>
        Assert.Equal(
            "1.1 | Finns en plan för demokrati? | 10 | 15 | 67",
            Table(
                Wide,
                "1.1|Finns en plan för demokrati?|10|15|67 %",
                "1.2|Hur informeras medborgarna?|10|20|50 %"
            )[0]
        );

    [Theory]
    [InlineData("1.1|10|15|67 %|Finns en plan för demokrati?")]
    [InlineData("10|15|67 %|1.1|Finns en plan för demokrati?")]
    public void NumbersBeforeTheWording_AreItsNumbers(string row)
    {
        double[] lefts = [70, 110, 150, 190, 250];

        Assert.Equal(
            "1.1 | Finns en plan för demokrati? | 10 | 15 | 67",
            Table(lefts, row, row.Replace("1.1", "1.2", StringComparison.Ordinal))[0]
        );
    }

    [Theory]
    [InlineData("67 %|10/15", "50 %|10/20")]
    [InlineData("10|67 %|15", "10|50 %|20")]
    public void PercentageIsToldByItsSign_WithoutHeads(string first, string second)
    {
        var table = Table(
            Wide,
            $"1.1|Finns en plan för demokrati?|{first}",
            $"1.2|Hur informeras medborgarna?|{second}"
        );

        Assert.Equal("1.1 | Finns en plan för demokrati? | 10 | 15 | 67", table[0]);
        Assert.Equal("1.2 | Hur informeras medborgarna? | 10 | 20 | 50", table[1]);
    }

    [Fact]
    public void NumbersOnALineOfTheirOwnBelowAWording_AreItsNumbers()
    {
        var table = Table(
            [70, 100, 400],
            "1.1|Finns en plan för hur|",
            "|demokrati främjas?|",
            "||10/15",
            "1.2|Hur informeras medborgarna?|",
            "||10/20"
        );

        Assert.Equal("1.1 | Finns en plan för hur demokrati främjas? | 10 | 15", table[0]);
        Assert.Equal("1.2 | Hur informeras medborgarna? | 10 | 20", table[1]);
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

    [Fact]
    public void WordOfAnAreasNameThatAlsoHeadsColumns_IsNoHead() =>
        Assert.Equal(
            "5.1 | Har kommunen en plan? | 10 | 15 | 67",
            Table(
                [70, 100, 380, 430, 490],
                "5.|Resultat och effektivitet|Max|Uppnått|Procent",
                "5.1|Har kommunen en plan?|15|10|67 %"
            )[0]
        );

    // Code and numbers in the middle of a row, whose first line stands apart from the row above.
    [Theory]
    [InlineData("1.2||12|20|60 %", "bor i kommunen?")]
    [InlineData("1.2|bor i kommunen?|12|20|60 %", "")]
    public void WordingCloseAboveARowWithoutItsBeginning_IsTheRows(string row, string rest)
    {
        var paper = new Paper()
            .Usual()
            .Heading("Översikt av poängfördelning")
            .Rows(Wide, "1.1|Finns en plan?|10|15|67 %")
            .Rows(Wide, "|Hur informeras de som|||", row, $"|{rest}|||")
            .Rows(Wide, "1.3|Hur redovisas resultat?|10|25|40 %");

        Assert.Contains(
            "1.1 | Finns en plan? | 10 | 15 | 67 // 1.2 | Hur informeras de som bor i kommunen? | 12 | 20 | 60 // 1.3 | Hur redovisas resultat? | 10 | 25 | 40",
            paper.Show()
        );
    }

    [Fact]
    public void WordingThatAPageBreakCutsOff_BelongsToItsRow()
    {
        var layout = new Paper()
            .Usual()
            .Heading("Översikt av poängfördelning")
            .Rows(Wide, "1.1|Finns en plan?|10|15|67 %", "1.2|Hur informeras de som|10|20|50 %")
            .NextPage()
            .Rows(Wide, "|bor i kommunen?", "1.3|Hur redovisas resultat?|10|25|40 %")
            .Lay();

        Assert.Equal(
            "1.1 | Finns en plan? | 10 | 15 | 67 // 1.2 | Hur informeras de som bor i kommunen? | 10 | 20 | 50 // 1.3 | Hur redovisas resultat? | 10 | 25 | 40",
            Blocks.Show(Assert.Single(layout.Blocks, Blocks.IsTable))
        );
    }

    [Theory]
    [InlineData("bor i kommunen?", true)]
    [InlineData("Boende i kommunen", false)]
    public void NumbersOnTheNextPage_AreOfTheRowWhoseWordingGoesOnThere(string rest, bool goesOn)
    {
        var layout = new Paper()
            .Usual()
            .Heading("Översikt av poängfördelning")
            .Rows(Wide, "1.1|Finns en plan?|10|15|67 %", "1.2|Hur informeras de som")
            .NextPage()
            .Rows(Wide, $"|{rest}|10|20|50 %", "1.3|Hur redovisas resultat?|10|25|40 %")
            .Lay();

        Assert.Equal(
            goesOn,
            layout
                .Blocks.OfType<Block.QuestionTable>()
                .SelectMany(t => t.Rows)
                .Any(r => Blocks.Show(r) == $"1.2 | Hur informeras de som {rest} | 10 | 20 | 50")
        );
    }

    // The rows of the one table, in the lines in which Blocks shows them.
    private static string[] Table(double[] lefts, params string[] rows)
    {
        var layout = new Paper()
            .Usual()
            .Heading("Översikt av poängfördelning")
            .Rows(lefts, rows)
            .Lay();
        return
        [
            .. Assert.Single(layout.Blocks.OfType<Block.QuestionTable>()).Rows.Select(Blocks.Show),
        ];
    }
}
