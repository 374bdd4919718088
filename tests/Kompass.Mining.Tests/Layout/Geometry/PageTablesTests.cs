namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Tables of every kind as they lie on pages, whole and cut by page breaks.</summary>
public sealed class PageTablesTests
{
    private static readonly double[] Two = [Paper.Margin, 300];
    private static readonly double[] Three = [Paper.Margin, 230, 400];
    private static readonly double[] Points = [Paper.Margin, 100, 380, 430, 480];

    [Fact]
    public void FindingsTable_GivesItsColumns() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydliga mål för alla nämnder • Delårsrapport i tid | • Färre mål • Tydligare roller",
            Table(
                new Paper()
                    .Usual()
                    .Rows(
                        Two,
                        "Styrkor|Förbättringsmöjligheter",
                        "• Tydliga mål för|• Färre mål",
                        "  alla nämnder|• Tydligare roller",
                        "• Delårsrapport i tid|"
                    )
            )
        );

    [Fact]
    public void ThirdColumn_IsReadToo() =>
        Assert.Equal(
            "Styrkor | Utvecklingsområden | Svagheter // • Öppna möten | • Fler dialoger | • Ingen plan • Få möten",
            Table(
                new Paper()
                    .Usual()
                    .Rows(
                        Three,
                        "Styrkor|Utvecklingsområden|Svagheter",
                        "• Öppna möten|• Fler dialoger|• Ingen plan",
                        "||• Få möten"
                    )
            )
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FindingsTable_GoesOnOverThePage(bool isHeadRepeated)
    {
        var paper = new Paper()
            .Usual()
            .Rows(Two, "Styrkor|Förbättringsmöjligheter", "• Tydliga mål för alla|• Färre mål")
            .NextPage();
        if (isHeadRepeated)
        {
            paper.Rows(Two, "Styrkor|Förbättringsmöjligheter").Down(-Paper.Leading);
        }

        paper.Rows(Two, "  kommunens nämnder|• Tydligare roller").Heading("Område 4 Ledarskap");

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydliga mål för alla kommunens nämnder | • Färre mål • Tydligare roller",
            Table(paper)
        );
    }

    [Fact]
    public void HeadsAtTheTopOfManyPages_AreNoRunningLines()
    {
        var paper = new Paper();
        for (var area = 1; area <= 4; area++)
        {
            paper
                .Rows(Two, "Styrkor|Förbättringsmöjligheter", $"• Mål {area}|• Roller {area}")
                .Heading($"Område {area} i kommunen")
                .Usual()
                .NextPage();
        }

        Assert.Equal(
            4,
            paper.Show().Count(b => b.StartsWith("Styrkor |", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void FootnoteBelowATableThatGoesOn_DoesNotEndIt()
    {
        var paper = new Paper()
            .Usual()
            .Rows(Two, "Styrkor|Förbättringsmöjligheter", "• Tydliga mål för alla|• Färre mål")
            .At(Paper.Margin, 780, "1 Enligt kommunens egen redovisning för året som gick.", 8)
            .NextPage()
            .Rows(Two, "  kommunens nämnder|• Tydligare roller");

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydliga mål för alla kommunens nämnder | • Färre mål • Tydligare roller",
            Table(paper)
        );
    }

    [Fact]
    public void ItemInSmallTypeThatGoesOnWithANumber_IsNoFootnote() =>
        Assert.Contains(
            "Det har sparat 18 procent",
            string.Join(
                ' ',
                new Paper()
                    .Usual()
                    .At(Paper.Margin, 740, "• Öppna möten i varje byalag.", 8)
                    .At(Paper.Margin, 751, "• Bostäderna värms på nytt sätt. Det har sparat", 8)
                    .At(Paper.Margin + 10, 762, "18 procent sedan i fjol.", 8)
                    .Show()
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void ProseAcrossTheColumns_EndsTheTable() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
            Table(
                new Paper()
                    .Rows(Two, "Styrkor|Förbättringsmöjligheter", "• Öppna möten|• Färre mål")
                    .Usual()
            )
        );

    [Theory]
    [InlineData("Rubriker|Poäng", 70, 400)]
    [InlineData("Rubriker|Poäng", 200, 80)] // the score to the left
    public void ScoreBox_GivesItsScore(string heads, double rubrics, double points)
    {
        var text = heads.Split('|');
        var paper = new Paper().Usual();
        var top = paper.Y;
        paper
            .At(rubrics, top, text[0])
            .At(points, top, text[1])
            .At(rubrics, top + 12, "• Information till medborgare")
            .At(rubrics, top + 24, "• Etik – motverkan av korruption")
            .At(points, top + 12, "58", 24)
            .Down(50)
            .Usual();

        Assert.Equal(
            "Rubriker // • Information till medborgare • Etik – motverkan av korruption | 58",
            Table(paper)
        );
    }

    [Fact]
    public void HeadsOfFindingsRightBelowAScoreBox_AreNoRubrics()
    {
        var paper = new Paper()
            .Usual()
            .Rows([Paper.Margin, 400], "Rubriker|Poäng", "• Personalstrategi|58", "• Mångfald|")
            .Down(-Paper.Leading)
            .Rows(Two, "Styrkor|Förbättringsmöjligheter", "• Öppna möten|• Färre mål")
            .Usual();

        Assert.Equal(
            [
                "Rubriker // • Personalstrategi • Mångfald | 58",
                "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
            ],
            paper.Lay().Blocks.Where(Blocks.IsTable).Select(t => Blocks.Show(t))
        );
    }

    [Fact]
    public void NumberAndWhatItCounts_BeginNoItem() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Se över hur bygglov och tillsynen drivs • Korta handläggningstiden till högst 9 veckor",
            Table(
                new Paper()
                    .Rows(
                        Two,
                        "Styrkor|Förbättringsmöjligheter",
                        "Öppna möten|Se över hur bygglov och tillsynen drivs",
                        "|Korta handläggningstiden till högst",
                        "|9 veckor"
                    )
                    .Usual()
            )
        );

    [Fact]
    public void SpaceBetweenItems_PartsThem_WhateverTheyBeginWith() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Beredning med egen budget om högst 170 000 kronor • Öppna möten (med Nämnden för Skola) • Nya former | • Färre mål",
            Table(
                new Paper()
                    .Usual()
                    .Rows(Two, "Styrkor|Förbättringsmöjligheter")
                    .Rows(Two, "Beredning med egen budget om högst 170|Färre mål", "000 kronor|")
                    .Rows(Two, "Öppna möten (med|", "Nämnden för Skola)|")
                    .Rows(Two, "Nya former|")
                    .Usual()
            )
        );

    [Fact]
    public void ScoreBelowTheLists_EndsThem() =>
        Assert.Equal(
            [
                "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
                "Rubriker //  | 61",
            ],
            new Paper()
                .Usual()
                .Rows(
                    Two,
                    "Styrkor|Förbättringsmöjligheter",
                    "• Öppna möten|• Färre mål",
                    "Poäng område 3 61|"
                )
                .Usual()
                .Lay()
                .Blocks.Where(Blocks.IsTable)
                .Select(Blocks.Show)
        );

    [Theory]
    [InlineData("Öppna möten", "Färre mål", "• Öppna möten • Färre mål")]
    // Prose ends as sentences do.
    [InlineData(
        "Kommunen har en plan för hur invånarna kan följa fullmäktige och",
        "påverka det som beslutas.",
        "Kommunen har en plan för hur invånarna kan följa fullmäktige och påverka det som beslutas."
    )]
    public void LinesWithoutBulletsUnderAListsHeading_AreItsItems(
        string first,
        string second,
        string below
    ) =>
        Assert.Contains(
            $"\n# Styrkor\n{below}\n",
            Blocks.Show(
                new Paper()
                    .Usual()
                    .Heading("Styrkor")
                    .Prose(first, second)
                    .Heading("Svagheter")
                    .Usual()
                    .Lay()
                    .Blocks
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void HeadsOfListsRightBelowAHeading_AreNoPartOfIt()
    {
        const double Large = 14;
        var paper = new Paper().Usual();
        paper.At(Paper.Margin, paper.Y, "Sammanfattning av området", Large).Down(Large + 2);
        paper.At(Two[0], paper.Y, "Styrkor", Large).At(Two[1], paper.Y, "Svagheter", Large);

        Assert.Contains(
            "# Sammanfattning av området\nStyrkor | Svagheter // • Öppna möten | • Få mål",
            Blocks.Show(
                paper.Down(Large + 2).Rows(Two, "• Öppna möten|• Få mål").Usual().Lay().Blocks
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void SectionInTheTablesColumns_EndsIt() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
            Blocks.Show(
                new Paper()
                    .Usual()
                    .Rows(Two, "Styrkor|Förbättringsmöjligheter", "• Öppna möten|• Färre mål")
                    .NextPage()
                    .Rows(
                        Two,
                        "Område 7 Verksamhetsutveckling|Poäng",
                        "Strategiskt kvalitetsarbete|63"
                    )
                    .Usual()
                    .Lay()
                    .Blocks.First(Blocks.IsTable)
            )
        );

    [Theory]
    [InlineData("✔")]
    [InlineData("➜")]
    [InlineData("★")]
    [InlineData("⯈")]
    public void Pictures_AreBullets(string sign) =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten i alla kommundelar året om • Nya former | • Färre mål",
            Table(
                new Paper()
                    .Usual()
                    .Rows(
                        Two,
                        "Styrkor|Förbättringsmöjligheter",
                        $"{sign} Öppna möten i alla kommundelar|{sign} Färre mål",
                        "året om|",
                        $"{sign} Nya former|"
                    )
            )
        );

    [Fact]
    public void ScoreBoxOfTwoYears_GivesBoth()
    {
        var paper = new Paper().Usual();
        var top = paper.Y;
        paper
            .At(Paper.Margin, top, "Rubriker")
            .At(400, top, "2015")
            .At(470, top, "2012")
            .At(Paper.Margin, top + 12, "• Information till medborgare")
            .At(400, top + 12, "58", 24)
            .At(470, top + 12, "47", 24)
            .Down(50)
            .Usual();

        Assert.Equal(
            "Rubriker | 2015 | 2012 // • Information till medborgare | 58 | 47",
            Table(paper)
        );
    }

    [Fact]
    public void ScoreBoxCutBeforeItsYears_GoesOnOverThePage()
    {
        var paper = new Paper().Usual().Rows([Paper.Margin, 400], "Rubriker|Poäng").NextPage();
        paper
            .At(400, 88, "2015")
            .At(470, 88, "2012")
            .At(Paper.Margin, 100, "• Information till medborgare")
            .At(400, 102, "58", 24)
            .At(470, 102, "47", 24)
            .Down(50)
            .Usual();

        Assert.Equal(
            "Rubriker | 2015 | 2012 // • Information till medborgare | 58 | 47",
            Table(paper)
        );
    }

    [Fact]
    public void ScoreBoxCutAfterItsHead_GoesOnOverThePage()
    {
        var paper = new Paper().Usual().Rows([Paper.Margin, 400], "Rubriker|Poäng").NextPage();
        paper
            .At(Paper.Margin, 100, "• Information till medborgare")
            .At(400, 102, "58", 24)
            .Down(50)
            .Usual();

        Assert.Equal("Rubriker // • Information till medborgare | 58", Table(paper));
    }

    [Fact]
    public void QuestionTable_GivesCodesWordingsAndPoints() =>
        Assert.Equal(
            "1.1 | Finns en plan för demokratiutveckling? | 14 | 15 | 93 // 1.2 | Hur informeras medborgarna? | 14 | 20 | 70 // = 28",
            Table(
                new Paper()
                    .Usual()
                    .Rows(
                        Points,
                        "1.|Offentlighet och demokrati|Uppnått|Max|Procent",
                        "1.1|Finns en plan för|14|15|93 %",
                        "|demokratiutveckling?|||",
                        "1.2|Hur informeras medborgarna?|14|20|70%",
                        "||28|100|28%"
                    )
            )
        );

    [Theory]
    [InlineData("Maxpo")]
    [InlineData("Maxpo-")]
    public void HeadsOverTwoLines_AreHeads(string maximum) =>
        Assert.StartsWith(
            "1.1 | Hur informeras medborgarna? | 14 | 15",
            Table(
                new Paper()
                    .Usual()
                    .Rows(
                        Points,
                        $"1.|Offentlighet och demokrati|Uppnådd|{maximum}|Procent",
                        "||poäng|äng|",
                        "1.1|Hur informeras medborgarna?|14|15|93%"
                    )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void QuestionTable_GoesOnOverThePage() =>
        Assert.EndsWith(
            "1.1 | Hur informeras medborgarna? | 14 | 15 | 93 // 1.2 | Hur främjas dialog? | 9 | 20 | 45",
            Table(
                new Paper()
                    .Usual()
                    .Rows(
                        Points,
                        "1.|Offentlighet och demokrati|Uppnått|Max|Procent",
                        "1.1|Hur informeras medborgarna?|14|15|93%"
                    )
                    .NextPage()
                    .Rows(Points, "1.2|Hur främjas dialog?|9|20|45%")
                    .Usual()
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void SummaryTable_GoesOnOverThePage() =>
        Assert.Equal(
            "Year 2015: 58 55 67; Year 2012: 47 51 58",
            Table(
                new Paper()
                    .Usual()
                    .Rows(
                        [Paper.Margin, 350, 420],
                        "Område|2015|2012",
                        "1. Offentlighet och demokrati|58|47",
                        "2. Tillgänglighet och brukarorientering|55|51"
                    )
                    .NextPage()
                    .Rows([Paper.Margin, 350, 420], "3. Politisk styrning och kontroll|67|58")
                    .Usual()
            )
        );

    // Heads that stand closer together than the columns below them.
    [Fact]
    public void HeadsOfASummaryTable_ArePartedByTheirColumns() =>
        Assert.Equal(
            "Year 2016: 37 54 28; Year 2013: 39 38 25; Change: 2 16 3",
            Table(
                new Paper()
                    .Usual()
                    .Rows([Paper.Margin, 350, 420, 443], "Område|2016|2013|Förändring")
                    .Down(-Paper.Leading)
                    .Rows(
                        [Paper.Margin, 360, 430, 488],
                        "1. Offentlighet och demokrati|37|39|2",
                        "2. Tillgänglighet och brukarorientering|54|38|16",
                        "3. Politisk styrning och kontroll|28|25|3"
                    )
                    .Usual()
            )
        );

    [Theory]
    [InlineData("Poäng inom området: 61 (av 100).", true)]
    [InlineData("Inom området når kommunen 61 poäng av 100.", true)]
    [InlineData("är ett av de områden som prövas.", false)]
    public void NumberedNameOfAnAreaRightAboveItsScore_IsItsHeading(string below, bool isHeading) =>
        Assert.Equal(
            isHeading,
            new Paper()
                .Usual()
                .Down(-Paper.Leading)
                .Prose("3. De åtta områdena", "4. Ledarskap, ansvar och delegation", below)
                .Show()
                .Contains("# 4. Ledarskap, ansvar och delegation")
        );

    private static string Table(Paper paper) =>
        Blocks.Show(Assert.Single(paper.Lay().Blocks, Blocks.IsTable));
}
