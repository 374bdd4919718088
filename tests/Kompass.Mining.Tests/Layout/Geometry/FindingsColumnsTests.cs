using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Where the columns of a findings table without borders begin and end: <see cref="Kompass.Mining.Layout.Geometry.Tables.FindingsColumns"/>.</summary>
public sealed class FindingsColumnsTests
{
    private const string Heads = "Styrkor|Förbättringsmöjligheter";
    private static readonly double[] Two = [Paper.Margin, 300];

    [Fact]
    public void HeadOverTwoLines_IsOneHead() =>
        Assert.Equal(
            "Styrkor | Förbättrings- möjligheter // • Öppna möten | • Färre mål",
            Table(
                new Paper()
                    .Usual()
                    .Rows(Two, "Styrkor|Förbättrings-", "|möjligheter", "• Öppna möten|• Färre mål")
            )
        );

    [Fact]
    public void HeadsCloseTogether_AreTwo() =>
        Assert.Equal(
            "Styrkor | Svagheter // • Mål | • Dyrt",
            Table(
                new Paper().Usual().Rows([Paper.Margin, 110], "Styrkor|Svagheter", "• Mål|• Dyrt")
            )
        );

    [Theory]
    [InlineData("Styrkor|Styrkor")]
    [InlineData("Styrkor|i kommunen")]
    public void HeadsOfNoTwoLists_MakeNoTable(string heads) =>
        Assert.Empty(Tables(new Paper().Usual().Rows(Two, heads, "• Öppna möten|• Färre mål")));

    [Fact]
    public void WordsFarToTheLeftOfTheirHead_AreOfItsColumn() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål • Tydligare roller",
            Table(
                new Paper()
                    .Usual()
                    .Rows(Two, Heads)
                    .Down(-Paper.Leading)
                    .Rows([Paper.Margin, 230], "• Öppna möten|• Färre mål", "|• Tydligare roller")
            )
        );

    [Fact]
    public void DashBeforeASmallLetter_IsABulletWhereAllTextIsIndented() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydliga mål som alla känner till • korta svar • Öppna möten | • Färre mål",
            Table(
                new Paper()
                    .Usual()
                    .Rows(Two, Heads, "– Tydliga mål som alla|– Färre mål")
                    .Rows([Paper.Margin + 9, 300], "känner till|")
                    .Rows(Two, "– korta svar|", "– Öppna möten|")
            )
        );

    [Fact]
    public void HeadingInLargeType_EndsTheTable()
    {
        var paper = new Paper().Usual().Rows(Two, Heads, "• Öppna möten|• Färre mål");
        paper.Heading("Något helt annat").Column(Paper.Margin, "• Efter tabellen");

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
            Table(paper)
        );
    }

    [Theory]
    [InlineData("3.4 Ledarskap, ansvar och delegation")]
    [InlineData("4. Ledarskap, ansvar och delegation")]
    [InlineData("Område 4 Ledarskap, ansvar och delegation")]
    public void NumberedNameOfAnArea_EndsTheTable(string heading) =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
            Table(
                new Paper()
                    .Usual()
                    .Rows([Paper.Margin, 380], Heads, "• Öppna möten|• Färre mål")
                    .Down(Paper.Leading)
                    .Prose(heading)
                    .Down(Paper.Leading)
                    .Prose("Poäng: 61")
            )
        );

    [Fact]
    public void ParagraphThatCrossesTheStripOnItsSecondLine_IsNoItem()
    {
        var paper = new Paper()
            .Usual()
            .Rows(Two, Heads, "• Öppna möten|• Färre mål")
            .Prose(
                "Utvärderarna tackar alla.",
                "Kommunen får rapporten i sin helhet och kan vända sig till dem med frågor."
            );

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
            Table(paper)
        );
    }

    [Fact]
    public void OtherHeadsBelow_BeginAnotherTable()
    {
        var paper = new Paper()
            .Usual()
            .Rows(Two, Heads, "• Öppna möten|• Färre mål")
            .Rows(Two, "Styrkor|Svagheter", "• Tydliga roller|• Dyrt");

        Assert.Equal(
            [
                "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
                "Styrkor | Svagheter // • Tydliga roller | • Dyrt",
            ],
            Tables(paper)
        );
    }

    [Fact]
    public void PairsOfItems_ArePartedByTheSpaceOfTheirRows()
    {
        var paper = new Paper().Usual().Rows(Two, Heads).Down(-Paper.Leading);
        string[][][] pairs =
        [
            [
                ["Öppna möten i", "Ekdals bibliotek"],
                ["Färre mål"],
            ],
            [
                ["Kort svarstid"],
                ["mer dialog med", "Lövviks skolor", "och Ekdals"],
            ],
            [
                ["God etik"],
                ["Tydligare roller"],
            ],
            [
                ["Samarbete med", "Lövvik"],
                ["Bättre underlag"],
            ],
            [
                ["Säker drift"],
                ["Gemensam plan"],
            ],
        ];
        foreach (var pair in pairs)
        {
            var top = paper.Y;
            for (var column = 0; column < 2; column++)
            {
                for (var line = 0; line < pair[column].Length; line++)
                {
                    paper.At(Two[column], top + (line * Paper.Leading), pair[column][line]);
                }
            }

            paper.Down((pair.Max(c => c.Length) * Paper.Leading) + 2.5);
        }

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten i Ekdals bibliotek • Kort svarstid • God etik • Samarbete med Lövvik • Säker drift"
                + " | • Färre mål • mer dialog med Lövviks skolor och Ekdals • Tydligare roller • Bättre underlag • Gemensam plan",
            Table(paper)
        );
    }

    [Fact]
    public void OneGapAcrossBothColumns_PartsNoPairs()
    {
        var paper = new Paper().Usual().Rows(Two, Heads).Down(-Paper.Leading);
        foreach (
            var rows in new[]
            {
                new[] { "Öppna möten|Färre mål", "Kort svarstid|Mer dialog" },
                new[] { "God etik|Tydligare roller", "Säker drift|Gemensam plan" },
            }
        )
        {
            paper.Rows(Two, rows);
        }

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten • Kort svarstid • God etik • Säker drift | • Färre mål • Mer dialog • Tydligare roller • Gemensam plan",
            Table(paper)
        );
    }

    private static string Table(Paper paper) => Assert.Single(Tables(paper));

    private static IReadOnlyList<string> Tables(Paper paper) =>
        [.. paper.Lay().Blocks.OfType<Block.FindingsTable>().Select(Blocks.Show)];
}
