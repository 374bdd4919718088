using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Tests.Layout.Flat;

/// <summary>Summary tables, charts and facts that stand within the prose of a flat text.</summary>
public sealed class FlatTablesInProseTests
{
    private const string Three =
        "1. Offentlighet och demokrati 61 44 2. Tillgänglighet och brukarorientering 57 46 3. Politisk styrning och kontroll 63 52";

    [Theory]
    [InlineData("Tabell 2013 2010 " + Three, "Year 2013: 61 57 63; Year 2010: 44 46 52")]
    [InlineData(
        "Tabell 2013 2010 " + Three + " TOTALT 181 142 Kommentar",
        "Year 2013: 61 57 63 = 181; Year 2010: 44 46 52 = 142"
    )]
    [InlineData("Område 2010* 2013 " + Three, "Year 2010: 61 57 63; Year 2013: 44 46 52")]
    [InlineData(
        "Område Poäng Max 1. Offentlighet och demokrati 61 100 2. Tillgänglighet och brukarorientering 57 100 3. Politisk styrning och kontroll 63 100",
        "Current: 61 57 63"
    )]
    [InlineData("Poäng Medel " + Three, "Current: 61 57 63; Mean: 44 46 52")]
    // What stands before the last head is none that is known.
    [InlineData("Granby Medel " + Three, "Unknown: 61 57 63; Mean: 44 46 52")]
    [InlineData("Utan huvud " + Three, "Unknown: 61 57 63; Unknown: 44 46 52")]
    [InlineData(
        "2013 Förändring 1. Offentlighet och demokrati 61 +17 2. Tillgänglighet och brukarorientering 57 -4 3. Politisk styrning och kontroll 63 +9",
        "Year 2013: 61 57 63; Change: 17 4 9"
    )]
    [InlineData(
        "2010 2007 1. Offentlighet och demokrati 43 52,5 2. Tillgänglighet och brukarorientering 47 49,5 3. Politisk styrning och kontroll 56 61",
        "Year 2010: 43 47 56; Year 2007: 52.5 49.5 61"
    )]
    [InlineData(
        "2013 2010 1. Offentlighet och demokrati 61 44 2. Tillgänglighet och brukarorientering 57 3. Politisk styrning och kontroll 63 52 4. Ledarskap, ansvar och delegation 60 50",
        "Year 2013: 61 63 60; Year 2010: 44 52 50"
    )]
    public void SummaryTable_HasARowForEachArea(string text, string table) =>
        Assert.Equal(table, Blocks.Show(Assert.Single(Within(text)).Block));

    private static readonly string All = string.Join(
        ' ',
        Subject.Labels.Edition.Areas.Select(a => $"{a.Number}. {a.Name}")
    );

    [Theory]
    [InlineData(
        "TOTALT 2013 2010 61 57 63 60 55 49 58 70 473 44 46 52 50 53 47 41 62 395 Kommentar",
        "Year 2013: 61 57 63 60 55 49 58 70 = 473; Year 2010: 44 46 52 50 53 47 41 62 = 395"
    )]
    [InlineData("2013 61 57 63 60 55 49 58 70", "Year 2013: 61 57 63 60 55 49 58 70")]
    [InlineData("61 57 63 60 55 49 58 70", "Unknown: 61 57 63 60 55 49 58 70")]
    public void SummaryTable_MayBeReadColumnByColumn(string columns, string table) =>
        Assert.Equal(table, Blocks.Show(Assert.Single(Within($"Tabell. {All} {columns}")).Block));

    [Theory]
    [InlineData("Tabell 2013 ", 8, "Year 2013: 41 42 43 44 45 46 47 48")]
    // Without heads, or not all of them: names with figures may stand so in prose.
    [InlineData("Tabell ", 8, "")]
    [InlineData("Tabell 2013 ", 7, "")]
    public void AreasWithoutTheirNumbers_AreATableWhereAllStandBelowHeads(
        string heads,
        int areas,
        string table
    ) =>
        Assert.Equal(
            table,
            Blocks.Show(
                Within(
                        heads
                            + string.Join(
                                ' ',
                                Subject
                                    .Labels.Edition.Areas.Take(areas)
                                    .Select(a => $"{a.Name} {40 + a.Number}")
                            )
                    )
                    .Select(t => t.Block)
            )
        );

    [Theory]
    [InlineData("TOTALT 2013 2010 61 57 63 60 55 49 58 70 473 44 46 52 Kommentar")]
    [InlineData("Varje område kan ge 100 poäng.")]
    public void AllAreasWithoutANumberForEach_MakeNoTable(string columns) =>
        Assert.Empty(Within($"Områdena är {All} {columns}"));

    [Theory]
    [InlineData(
        "1. Offentlighet och demokrati 61 44 2. Tillgänglighet och brukarorientering 57 46"
    )]
    [InlineData(
        "Offentlighet och demokrati 61 Tillgänglighet och brukarorientering 57 Politisk styrning och kontroll 63"
    )]
    [InlineData("1. Offentlighet och demokrati 3. Politisk styrning och kontroll 63")]
    [InlineData(
        "1. Offentlighet och demokrati fick 61 2. Tillgänglighet och brukarorientering fick 57 3. Politisk styrning och kontroll fick 63"
    )]
    public void TooFewRowsOrWordsBetween_MakeNoTable(string text) => Assert.Empty(Within(text));

    [Theory]
    [InlineData(
        "Ekdals kommun - 431 p 100 80 60 49 52 60 51 47 57 44 71 40 20 0 Jämförelser",
        "[Ekdals kommun - 431 p] 49 52 60 51 47 57 44 71"
    )]
    [InlineData(
        "Ekdals kommun 2013-525 p 100 80 60 67 53 65 65 68 65 65 78 40 20 0 Mer",
        "[Ekdals kommun 2013-525 p] 67 53 65 65 68 65 65 78"
    )]
    [InlineData(
        "Bilden visar 100 80 60 49 52 40 51 47 57 44 71 40 20 0 Mer",
        "[] 49 52 40 51 47 57 44 71"
    )]
    [InlineData(
        "Bilden 100 80 60 40 20 0 49 52 60 51 47 57 44 71 Mer",
        "[] 49 52 60 51 47 57 44 71"
    )]
    [InlineData(
        "Bilden 100 80 60 100 52 60 51 47 57 44 71 40 20 0 1 Mer",
        "[] 100 52 60 51 47 57 44 71"
    )]
    [InlineData(
        "Ekdals kommun 2013 - 525 p 100 80 60 40 20 0 67 1. Offentlighet och 53 demokrati Mer",
        "[Ekdals kommun 2013 - 525 p] "
    )]
    [InlineData(
        "Ekdals kommun 2013: 525 poäng. Ekdals kommun - 525 poäng 0 20 40 60 80 100 Mer",
        "[Ekdals kommun - 525 poäng] "
    )]
    public void Chart_IsItsBarsWithoutTheTicks(string text, string figure) =>
        Assert.Equal(figure, Blocks.Show(Assert.Single(Within(text)).Block));

    [Theory]
    [InlineData("Bilden 49 52 60 51 47 57 44 71 Mer")]
    [InlineData("Bilden 100 80 60 49 52 60 51 47 57 44 40 20 0 Mer")]
    [InlineData("Ekdals kommun fick 525 p 100 80 60 40 20 0 Mer")]
    [InlineData("Bilden 90 80 60 49 52 60 51 47 57 44 71 40 20 0 Mer")]
    [InlineData("Bilden 100 80 60 49 52 60 på 51 47 57 44 71 40 20 0 Mer")]
    [InlineData("Telefon 12 34 56 78 90 12 34 56 78 90 12 34 56 78")]
    public void ChartWithoutItsTicksOrItsBars_IsNone(string text) => Assert.Empty(Within(text));

    [Fact]
    public void Facts_AreATableOfThreeLabelsOrMore()
    {
        const string Text =
            "Folkmängd 31 dec 9.421 Folkökning 2011-2012 -12 Antal anställda 880 Kommungrupp enligt SKL Glesbygdskommuner";

        Assert.Equal(
            "Folkmängd | 31 dec 9.421 // Folkökning | 2011-2012 -12 // Antal anställda | 880 // Kommungrupp enligt SKL | Glesbygdskommuner",
            Blocks.Show(Assert.Single(Within(Text)).Block)
        );
    }

    [Theory]
    [InlineData("Folkmängd 9.421 och Antal anställda 880 nämns i förbigående.")]
    [InlineData("Befolkningens Kommungrupp finns.")]
    public void OneOrTwoOfTheirLabels_MakeNoFacts(string text) => Assert.Empty(Within(text));

    [Fact]
    public void Prose_IsGivenAroundWhatStandsInIt()
    {
        const string Text = "Före. 2013 2010 " + Three + " Efter.";

        var parts = Tables(Text).WithinProse(0, Text.Length).ToList();

        Assert.Equal(
            ["Before", "Table", "After"],
            parts.Select(
                (p, i) =>
                    p.Block is Block.SummaryTable ? "Table"
                    : i == 0 ? "Before"
                    : "After"
            )
        );
        Assert.Equal("Före. ", Text[parts[0].Start..parts[0].End]);
        Assert.Equal(" Efter.", Text[parts[2].Start..parts[2].End]);
    }

    private static List<(Block Block, int Start, int End)> Within(string text) =>
        [.. Tables(text).WithinProse(0, text.Length).Where(b => b.Block is not Block.Paragraph)];

    private static FlatTables Tables(string text) =>
        new(Passage.Of(SourceText.From(text), 0, text.Length), Subject.Labels);
}
