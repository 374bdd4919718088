using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Tests.Layout.Tables;

public sealed class SummaryTablesTests
{
    [Theory]
    [InlineData("Område|2013", "61", "Year 2013: 61 62 63")]
    [InlineData("Område|Poäng", "61", "Current: 61 62 63")]
    [InlineData("Område|Resultat", "61", "Current: 61 62 63")]
    [InlineData("Område|", "61", "Unknown: 61 62 63")]
    [InlineData("Område|Medel 2013", "61", "Mean: 61 62 63")]
    [InlineData("Område|Genomsnitt", "61", "Mean: 61 62 63")]
    [InlineData("Område|Förändring 2010-2013", "61", "Change: 61 62 63")]
    [InlineData("Område|2013 jämfört med 2010", "61", "Unknown: 61 62 63")]
    [InlineData("Område|Procent %", "61", "Change: 61 62 63")]
    [InlineData("Område|", "+61", "Change: 61 62 63")]
    [InlineData("Område|", "−61", "Change: 61 62 63")]
    [InlineData("Område|", "61%", "Change: 61 62 63")]
    [InlineData("Område|2013", "52,5", "Year 2013: 52.5 53.5 54.5")]
    [InlineData("Område|2013", "61 p", "Year 2013: 61 62 63")]
    [InlineData("Område|2013", "61 (63)", "")]
    [InlineData("Område|2013", "inget", "")]
    [InlineData("Område|Max", "100", "")]
    public void Head_TellsWhatAColumnHolds(string head, string first, string series) =>
        Assert.Equal(
            series,
            Show(
                head,
                "1. Offentlighet och demokrati|" + first,
                "2. Tillgänglighet och brukarorientering|" + Next(first, 1),
                "3. Politisk styrning och kontroll|" + Next(first, 2)
            )
        );

    [Theory]
    [InlineData("", "5 6 8 9 11 12 14 15", "")]
    // One that falls is a score; so are those of a head that says so.
    [InlineData("", "5 6 8 9 11 12 14 13", "Unknown: 5 6 8 9 11 12 14 13")]
    [InlineData("Område|2013", "51 56 58 59 61 62 64 65", "Year 2013: 51 56 58 59 61 62 64 65")]
    public void NumbersThatNeverFall_AreThePagesOfContents(
        string head,
        string numbers,
        string series
    ) =>
        Assert.Equal(
            series,
            Show([
                .. head.Length > 0 ? new[] { head } : [],
                .. Subject
                    .Labels.Edition.Areas.Zip(numbers.Split(' '))
                    .Select(a => $"{a.First.Number}. {a.First.Name}|{a.Second}"),
            ])
        );

    [Fact]
    public void Columns_AreReadFromLeftToRight() =>
        Assert.Equal(
            "Year 2013: 61 57 63; Year 2010: 44 46 52; Change: 17 11 11; Mean: 50 51 52",
            Show(
                "Område|2013|2010|Förändring|Medel",
                "Offentlighet och demokrati|61|44|+17|50",
                "Tillgänglighet och brukarorientering|57|46|+11|51",
                "Politisk styrning och kontroll|63|52|+11|52"
            )
        );

    [Fact]
    public void Columns_WithoutHeads_HaveTheirNumbers() =>
        Assert.Equal(
            "Unknown: 61 57 63; Unknown: 44 46 52",
            Show(
                "Offentlighet och demokrati|61|44",
                "Tillgänglighet och brukarorientering|57|46",
                "Politisk styrning och kontroll|63|52"
            )
        );

    [Theory]
    [InlineData("|2013||2010|", "||61||44", "Year 2013: 61 62 63; Year 2010: 44 45 46")]
    [InlineData(
        "|2013|2010|",
        "|61|44|50",
        "Year 2013: 61 62 63; Year 2010: 44 45 46; Unknown: 50 51 52"
    )]
    public void HeadBeforeItsNumbers_IsTheirs_WhereItStandsOverNone(
        string head,
        string first,
        string series
    ) =>
        Assert.Equal(
            series,
            Show(
                head,
                "Offentlighet och demokrati" + first,
                "Tillgänglighet och brukarorientering" + Raised(first, 1),
                "Politisk styrning och kontroll" + Raised(first, 2)
            )
        );

    private static string Raised(string cells, int by) =>
        string.Join('|', cells.Split('|').Select(c => c.Length > 0 ? Next(c, by) : c));

    [Fact]
    public void Head_RightAboveThatTells_IsTaken() =>
        Assert.Equal(
            "Year 2010: 61 57 63",
            Show(
                "|Resultat",
                "|2010",
                "|",
                "Offentlighet och demokrati|61",
                "Tillgänglighet och brukarorientering|57",
                "Politisk styrning och kontroll|63"
            )
        );

    [Theory]
    [InlineData("TOTALT|181", 181)]
    [InlineData("Summa|181", 181)]
    [InlineData("Totalpoäng|181 p", 181)]
    [InlineData("Medel|181", null)]
    [InlineData("TOTALT|", null)]
    public void Total_StandsBelowTheAreas(string row, int? total) =>
        Assert.Equal(
            total,
            Assert
                .Single(
                    Read(
                        "Område|2013",
                        "Offentlighet och demokrati|61",
                        "Tillgänglighet och brukarorientering|57",
                        "Politisk styrning och kontroll|63",
                        row
                    )
                )
                .Total?.Value
        );

    [Theory]
    [InlineData("Offentlighet och demokrati|61", "Politisk styrning och kontroll|63", "Personal|3")]
    [InlineData(
        "Område 1 Offentlighet och demokrati.....|5",
        "Område 2 Tillgänglighet och brukarorientering.....|7",
        "Område 3 Politisk styrning och kontroll|9"
    )]
    [InlineData("Styrkor|Svagheter", "• Bra|• Dyrt", "Mer|Text")]
    public void TableOfAnotherKind_IsNone(string a, string b, string c) =>
        Assert.Empty(Read(a, b, c));

    [Theory]
    [InlineData("4. Ansvar och delegation till chefer|55", "Year 2013: 61 57 63 55")]
    [InlineData("4. Delaktighet|55", "Year 2013: 61 57 63")]
    [InlineData("Ansvar och delegation till chefer|55", "Year 2013: 61 57 63")]
    public void NumberedAreaWordedOtherwise_IsOneAmongOthers(string row, string series) =>
        Assert.Equal(
            series,
            Show(
                "Område|2013",
                "1. Offentlighet och demokrati|61",
                "2. Tillgänglighet och brukarorientering|57",
                "3. Politisk styrning och kontroll|63",
                row
            )
        );

    [Fact]
    public void AreaWithoutANumber_IsLeftOut()
    {
        var series = Assert.Single(
            Read(
                "Område|2013",
                "Offentlighet och demokrati|61",
                "Tillgänglighet och brukarorientering|",
                "Politisk styrning och kontroll|63"
            )
        );

        Assert.Equal([1, 3], series.Areas.Keys);
    }

    // In a text that keeps the places of columns: heads to the left of their numbers, a total in bold type between them.
    [Fact]
    public void ColumnsOfWhichNoRowHasTwo_AreOne() =>
        Assert.Equal(
            "Year 2018: 66 70 75 = 544; Year 2014: 55 57 66 = 466; Change: 11 13 9 = 78",
            Show(
                "Område|2018|||2014|||Förändring|",
                "1. Offentlighet och demokrati|||66|||55||+11",
                "2. Tillgänglighet och brukarorientering|||70|||57||+13",
                "3. Politisk styrning och kontroll|||75|||66||+9",
                "Totalt||544|||466|||+78"
            )
        );

    [Fact]
    public void HeadsPrintedAgainOnTheNextPage_CutNothingOff() =>
        Assert.Equal(
            "Year 2018: 66 70 75 68 64 67; Year 2014: 55 57 66 60 52 58",
            Show(
                "Område|2018|2014",
                "1. Offentlighet och demokrati|66|55",
                "2. Tillgänglighet och brukarorientering|70|57",
                "3. Politisk styrning och kontroll|75|66",
                "Område|2018|2014",
                "4. Ledarskap, ansvar och delegation|68|60",
                "5. Resultat och effektivitet|64|52",
                "6. Kommunen som arbetsgivare - personalpolitik|67|58"
            )
        );

    // Bars of a chart, close above the heads.
    [Fact]
    public void RowsAboveTheHeads_AreNoneOfTheTable() =>
        Assert.Equal(
            "Year 2018: 66 70 75; Year 2014: 55 57 66",
            Show(
                "7. Verksamhetsutveckling|62||",
                "8. Kommunen som samhällsbyggare|69||",
                "Område|2018|2014",
                "1. Offentlighet och demokrati|66|55",
                "2. Tillgänglighet och brukarorientering|70|57",
                "3. Politisk styrning och kontroll|75|66"
            )
        );

    private static string Show(params string[] rows) =>
        string.Join("; ", Read(rows).Select(Blocks.Show));

    private static IReadOnlyList<SummarySeries> Read(params string[] rows) =>
        SummaryTables.Of(Blocks.Table(rows), Subject.Labels)?.Series ?? [];

    // The same number for the next area, one or two points more.
    private static string Next(string number, int more)
    {
        var digits = string.Concat(number.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit));
        return digits.Length == 0
            ? number
            : number.Replace(
                digits,
                (int.Parse(digits, CultureInfo.InvariantCulture) + more).ToString(
                    CultureInfo.InvariantCulture
                ),
                StringComparison.Ordinal
            );
    }
}
