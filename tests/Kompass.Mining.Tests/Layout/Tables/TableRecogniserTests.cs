using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Tests.Layout.Tables;

/// <summary>What tables of cells are taken for, by what they say and where they stand.</summary>
public sealed class TableRecogniserTests
{
    private static readonly Block Items = Blocks.Table("• Öppna möten|• Färre mål");
    private static readonly Block Summary = Blocks.Table(
        "Område|2013",
        "Offentlighet och demokrati|61",
        "Tillgänglighet och brukarorientering|57",
        "Politisk styrning och kontroll|63"
    );

    [Fact]
    public void ItemsWithoutHeads_AreFindingsInAnAreaOnly()
    {
        Assert.IsType<Block.FindingsTable>(
            Blocks.Recognised(Blocks.Heading("Område 3"), Items)[^1]
        );
        Assert.IsType<Block.Table>(
            Blocks.Recognised(
                Blocks.Heading("Område 3"),
                Blocks.Heading("5 Kortfakta om Ekdal"),
                Items
            )[^1]
        );
        Assert.IsType<Block.Table>(Blocks.Recognised(Items)[^1]);
    }

    [Theory]
    [InlineData("Fler möten på kvällstid", 1)]
    [InlineData("1. Offentlighet och demokrati|Uppnått|Max|Procent", 2)]
    public void TableRightBelowFindings_GoesOnUnlessItHeadsPoints(string row, int blocks) =>
        Assert.Equal(
            blocks,
            Blocks.Recognised(Blocks.Table("Styrkor", "• Öppna möten"), Blocks.Table(row)).Count
        );

    [Theory]
    [InlineData("3. Politisk styrning och kontroll|63|54", 1)]
    [InlineData("4. Ledarskap, ansvar och delegation|63|54", 2)]
    public void TableOfAreas_GoesOnWithItsNextAreaBehindAPageBreak(string row, int blocks)
    {
        var read = Blocks.Recognised(
            Blocks.Table(
                "Område|2014|2011",
                "1. Offentlighet och demokrati|61|52",
                "2. Tillgänglighet och brukarorientering|57|49"
            ),
            Blocks.Table(
                row,
                "5. Resultat och effektivitet|50|41",
                "7. Verksamhetsutveckling|52|40"
            )
        );

        Assert.Equal(blocks, read.Count);
        Assert.Equal(
            blocks == 1,
            read.Any(b => Blocks.Show(b).Contains("Year 2011: 52 49", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("Poäng: 61 av 100", "Rubriker //  | 61")]
    [InlineData("Poäng: 61 (av 100)", "Rubriker //  | 61")]
    [InlineData("Poäng 58,5 p", "Rubriker //  | 58.5")]
    [InlineData("Poäng: 501 av 800", "Poäng: 501 av 800")]
    [InlineData("Antal: 61", "Antal: 61")]
    [InlineData("Poäng område 3: 61", "Rubriker //  | 61")]
    [InlineData("Poäng för området: 61 (max 100)", "Rubriker //  | 61")]
    public void LineOfAScore_IsAScoreBox(string line, string shown) =>
        Assert.Equal(
            shown,
            Blocks.Show(Blocks.Recognised(Blocks.Heading("Område 3"), Blocks.Paragraph(line))[^1])
        );

    [Theory]
    [InlineData(
        "1.2 Information till medborgarna (7 av 20 poäng)",
        "1.2 | Information till medborgarna | 7 | 20"
    )]
    [InlineData(
        "1.2 Information till medborgarna (7,5/20)",
        "1.2 | Information till medborgarna | 7.5 | 20"
    )]
    [InlineData(
        "1.2 Information till medborgarna – 7 av 20 poäng",
        "1.2 | Information till medborgarna | 7 | 20"
    )]
    [InlineData("1.2 Information till medborgarna – 7 av 20", "")]
    // Another maximum than the instrument's; no sub-question; more behind it.
    [InlineData("1.2 Information till medborgarna (7 av 30 poäng)", "")]
    [InlineData("9.2 Information till medborgarna (7 av 20 poäng)", "")]
    [InlineData("1.2 Information till medborgarna (7 av 20 poäng) ges", "")]
    public void PointsBehindAHeading_AreARowOfTheAreasTable(string heading, string row)
    {
        var blocks = Blocks.Recognised(Blocks.Heading("Område 3"), Blocks.Heading(heading));

        Assert.Equal(row, Blocks.Show(blocks.OfType<Block.QuestionTable>()));
        Assert.Equal(
            row.Length > 0 ? "1.2 Information till medborgarna" : heading,
            blocks.OfType<Block.Heading>().Last().Text.Text
        );
    }

    [Fact]
    public void ListsBelowEachOtherInOneColumn_HaveTheHeadsAboveThem()
    {
        var blocks = Blocks.Recognised(
            Blocks.Heading("Område 3"),
            Blocks.Table("Styrkor", "• Öppna möten", "Svagheter", "• Få mål")
        );

        Assert.Equal(
            ["# Område 3", "Styrkor | Svagheter // • Öppna möten | • Få mål"],
            blocks.Select(Blocks.Show)
        );
    }

    [Fact]
    public void ColumnsOneAfterTheOther_AreATableOfAllAreas()
    {
        var areas = Subject.Labels.Edition.Areas;
        Block[] copied =
        [
            Blocks.Heading("Område 3"),
            .. areas.Select(a => Blocks.Heading($"{a.Number}. {a.Name}")),
            Blocks.Paragraph("Totalt"),
            Blocks.Paragraph("2013 61 62 63 64 65 66 67 68 516"),
            Blocks.Heading("2010"),
            Blocks.Paragraph("41 42 43 44 45 46 47 48 356"),
            Blocks.Paragraph("Kommunen har förbättrat sig."),
        ];

        Assert.Equal(
            "Year 2013: 61 62 63 64 65 66 67 68 = 516; Year 2010: 41 42 43 44 45 46 47 48 = 356",
            Blocks.Show(Blocks.Recognised(copied)[1])
        );
        // A total that no name stands for is no head.
        Assert.Equal(
            "Unknown: 61 58 72 55 63 66 57 69",
            Blocks.Show(
                Blocks
                    .Recognised([
                        .. copied.Take(9),
                        Blocks.Paragraph("61 58 72 55 63 66 57 69 501"),
                    ])
                    .Last()
            )
        );
        // Figures behind a text, or behind a chapter's heading, are not the table's.
        Block[] others =
        [
            Blocks.Paragraph("Tabellen visar hur poängen fördelar sig på de åtta områdena i år."),
            Blocks.Heading("4 Översikt av poängfördelning"),
        ];
        Assert.All(
            others,
            between =>
                Assert.Empty(
                    Blocks
                        .Recognised([.. copied.Take(9), between, copied[10]])
                        .OfType<Block.SummaryTable>()
                )
        );
        // One figure too few for the areas: no column.
        copied[10] = Blocks.Paragraph("61 62 63 64 65 66 67");
        copied[12] = Blocks.Paragraph("41 42 43 44 45 46 47");
        Assert.Empty(Blocks.Recognised(copied).OfType<Block.SummaryTable>());
    }

    [Theory]
    [InlineData(
        "Tabellen visar resultatet. Område 2010 2013",
        "Year 2010: 41 42 43 = 126; Year 2013: 61 57 63 = 181"
    )]
    [InlineData(
        "Resultatet 2010 var lägre än det år 2013 är.",
        "Unknown: 41 42 43 = 126; Unknown: 61 57 63 = 181"
    )]
    public void YearsRightAboveAListOfScores_AreItsHeads(string above, string shown) =>
        Assert.Equal(
            shown,
            Blocks.Show(
                Blocks.Recognised(
                    Blocks.Heading("Område 3"),
                    Blocks.Paragraph(above),
                    new Block.ItemList([
                        .. new[]
                        {
                            "1. Offentlighet och demokrati 41 61",
                            "2. Tillgänglighet och brukarorientering 42 57",
                            "3. Politisk styrning och kontroll 43 63",
                            "Summa 126 181",
                        }.Select(t => new Item(Subject.Passage(t))),
                    ])
                )[^1]
            )
        );

    [Theory]
    [InlineData(
        "20",
        "1.2 | Hur informeras medborgarna? | 10 | 20 | 50 // 1.5 | Etik - hur hantera korruption? | 6 | 10 | 60"
    )]
    // Another maximum: one row is left that may be one by chance.
    [InlineData("30", "")]
    public void RowsWithoutHeadsAndCodes_AreToldByWordingAndMaximum(string max, string table) =>
        Assert.Equal(
            table,
            Blocks.Show(
                Blocks
                    .Recognised(
                        Blocks.Table(
                            $"Hur informeras medborgarna?|10|{max}|50%",
                            "Etik - hur hantera korruption?|6|10|60%"
                        )
                    )
                    .OfType<Block.QuestionTable>()
            )
        );

    [Theory]
    [InlineData("1. Offentlighet och demokrati Uppnått Max Procent", 1)]
    [InlineData("1. Offentlighet och demokrati", 0)]
    public void HeadByItself_IsThatOfTheRowsBelow(string head, int tables) =>
        Assert.Equal(
            Enumerable.Repeat("1.2 | Hur informeras medborgarna? | 10 | 20 | 50", tables),
            Blocks
                .Recognised(
                    Blocks.Table(head),
                    Blocks.Table("Hur informeras medborgarna?|10|20|50%", "Annat|3|15|20%")
                )
                .OfType<Block.QuestionTable>()
                .Select(Blocks.Show)
        );

    [Theory]
    [InlineData("Område 2010 2013", "Year 2010: 41 42 43; Year 2013: 61 57 63")]
    [InlineData("Område 2013", "Unknown: 41 42 43; Unknown: 61 57 63")]
    public void YearsLeftOnThePageAbove_AreTheTablesHeads(string above, string shown) =>
        Assert.Equal(
            shown,
            Blocks.Show(
                Blocks.Recognised(
                    Blocks.Heading("Område 3"),
                    Blocks.Heading(above),
                    Blocks.Table(
                        "1. Offentlighet och demokrati|41|61",
                        "2. Tillgänglighet och brukarorientering|42|57",
                        "3. Politisk styrning och kontroll|43|63"
                    )
                )[^1]
            )
        );

    [Theory]
    [InlineData("Detta gick bra", "Förbättringsområden", "Detta gick bra // • Öppna möten")]
    [InlineData("Styrkor", "Att ta tag i", "Att ta tag i // • Få mål")]
    // Both heads known, or none; a heading of another kind.
    [InlineData("Styrkor", "Förbättringsområden", "")]
    [InlineData("Detta gick bra", "Att ta tag i", "")]
    [InlineData("Allmänt", "Förbättringsområden", "")]
    public void ListUnderUnknownWords_IsToldByItsPlaceInSeveralAreas(
        string first,
        string second,
        string shown
    )
    {
        Block[] area =
        [
            Blocks.Heading(first),
            Blocks.List("Öppna möten"),
            Blocks.Heading(second),
            Blocks.List("Få mål"),
        ];

        var tables = Blocks.Recognised([.. area, .. area, .. area]).OfType<Block.FindingsTable>();

        Assert.Equal(
            shown.Length > 0 ? [shown, shown, shown] : [],
            tables.Select(t => Blocks.Show(t))
        );
        Assert.All(tables, t => Assert.Equal(Item.UncertainColumn, t.Columns[0].Items[0].Doubt));
        Assert.Empty(Blocks.Recognised([.. area, .. area]).OfType<Block.FindingsTable>());
    }

    [Theory]
    [InlineData("Summa: 181", "Unknown: 61 57 63 = 181")]
    [InlineData(
        "Övrigt",
        "• 1. Offentlighet och demokrati: 61 • 2. Tillgänglighet och brukarorientering: 57 • 3. Politisk styrning och kontroll: 63 • Övrigt"
    )]
    public void ListOfScores_IsASummaryTable(string last, string shown) =>
        Assert.Equal(
            shown,
            Blocks.Show(
                Blocks.Recognised(
                    Blocks.List(
                        "1. Offentlighet och demokrati: 61",
                        "2. Tillgänglighet och brukarorientering: 57",
                        "3. Politisk styrning och kontroll: 63",
                        last
                    )
                )
            )
        );

    [Theory]
    [InlineData(
        "3. Politisk styrning och kontroll",
        "1: • Öppna möten | • Färre mål, 2: • Plan • Dialog | • Dyrt, 3: • Roller | • Trångt"
    )]
    // Where a row is no area's, nothing is taken.
    [InlineData("Kommunen i sin helhet", "")]
    public void AreasWithFindingsInTheirRows_AreAFindingsTableEach(string last, string found) =>
        Assert.Equal(
            found,
            string.Join(
                ", ",
                Blocks
                    .Recognised(
                        Blocks.Table(
                            "Område|Poäng|Styrkor|Förbättringsmöjligheter",
                            "1. Offentlighet och demokrati|47|• Öppna möten|• Färre mål",
                            "2. Tillgänglighet och brukarorientering|39|• Plan|• Dyrt",
                            "||• Dialog|",
                            $"{last}|59|• Roller|• Trångt"
                        )
                    )
                    .OfType<Block.FindingsTable>()
                    .Select(f => $"{f.Area}: {Blocks.Show(f).Split(" // ")[1]}")
            )
        );

    [Fact]
    public void FindingsThatGoOn_AreOneTable() =>
        Assert.Equal(
            "Styrkor | Svagheter // • Mål • Öppna möten | • Dyrt • Färre mål\nText.",
            Blocks.Show(
                Blocks.Recognised(
                    Blocks.Table("Styrkor|Svagheter", "• Mål|• Dyrt"),
                    Blocks.Paragraph("Text."),
                    Items
                )
            )
        );

    [Fact]
    public void FindingsOfTheNextArea_AreATableOfTheirOwn() =>
        Assert.Equal(
            2,
            Blocks
                .Recognised(
                    Blocks.Table("Styrkor|Svagheter", "• Mål|• Dyrt"),
                    Blocks.Heading("Område 4"),
                    Blocks.Table("Styrkor|Svagheter", "• Möten|• Trångt")
                )
                .OfType<Block.FindingsTable>()
                .Count()
        );

    [Theory]
    [InlineData(DocumentForm.Report, true)]
    [InlineData(DocumentForm.Page, false)]
    public void FiguresBesideAreas_AreASummaryInReportsOnly(DocumentForm form, bool isSummary) =>
        Assert.Equal(
            isSummary,
            TableRecogniser.Recognise([Summary], form, Subject.Labels, Subject.Words())[0]
                is Block.SummaryTable
        );

    [Fact]
    public void SummaryRightBelowFindings_IsNoPartOfThem() =>
        Assert.IsType<Block.SummaryTable>(
            Blocks.Recognised(Blocks.Table("Styrkor|Svagheter", "• Mål|• Dyrt"), Summary)[^1]
        );

    [Fact]
    public void OtherTables_StayRowsOfCells() =>
        Assert.IsType<Block.Table>(Blocks.Recognised(Blocks.Table("Folkmängd|9.421"))[0]);
}
