using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Tests.Layout.Tables;

public sealed class QuestionTablesTests
{
    [Fact]
    public void RowsOfAreasInATableOfAll_AreTheirSums()
    {
        var tables = QuestionTables.Of(
            Blocks.Table(
                "Område/delfråga|Poäng|Max|%",
                "1 Offentlighet och demokrati|54|100|54",
                "1.1 Finns en plan för demokrati?|10|15|69",
                "1.2 Hur informeras medborgarna?|13|20|63",
                "2 Tillgänglighet och brukarorientering|46|100|46",
                "2.1 Finns en strategi?|6|15|43",
                "2.2 Hur är tillgängligheten?|12|25|49"
            ),
            Subject.Labels
        );

        Assert.Equal([(1, 54m), (2, 46m)], tables.Select(t => (t.Area, t.Sum!.Value.Value)));
        Assert.All(tables, t => Assert.Equal(2, t.Rows.Count));
    }

    private const string Head =
        "6.|Kommunen som arbetsgivare – personalpolitik|Uppnått|Max|Procent";

    [Theory]
    // The usual order, another order, and heads that are lost.
    [InlineData(Head, "6.1|Finns en strategi?|10|15|67%", "6.1 10 15 67")]
    [InlineData(
        "6|Arbetsgivare|Max|Uppnått|Procent",
        "6.1|Finns en strategi?|15|10|67%",
        "6.1 10 15 67"
    )]
    [InlineData(
        "6|Arbetsgivare|Procent|Max|Uppnått",
        "6.1|Finns en strategi?|67%|15|10",
        "6.1 10 15 67"
    )]
    [InlineData(
        "6|Kommunen som arbetsgivare Uppnått Max Procent|||",
        "6.1|Finns en strategi?|10|15|67%",
        "6.1 10 15 67"
    )]
    [InlineData(
        "6.2|Hur rekryteras?|12|20|60%",
        "6.1|Finns en strategi?|10|15|67%",
        "6.2 12 20 60; 6.1 10 15 67"
    )]
    [InlineData("6|Arbetsgivare|Uppnått|Max", "6.1|Finns en strategi?|10|15", "6.1 10 15 -")]
    // Heads that the rows belie.
    [InlineData(
        "6|Arbetsgivare|Uppnått|Max|Procent",
        "6.1|Finns en strategi?|15|10|67%",
        "6.1 10 15 67"
    )]
    [InlineData(
        Head,
        "6.2 Hur rekryteras? Kommunen som ”attraktiv arbetsgivare”. 12 20 60 %",
        "6.2 12 20 60"
    )]
    [InlineData(
        "6.2|Hur rekryteras?|20|12",
        "6.1|Finns en strategi?|15|10",
        "6.2 12 20 -; 6.1 10 15 -"
    )]
    // Everything in one cell, or in two.
    [InlineData(Head, "6.1 Finns en strategi?|10|15|67%", "6.1 10 15 67")]
    [InlineData(Head, "6.1 Finns en strategi? 10 15 67%", "6.1 10 15 67")]
    [InlineData(Head, "6.1|Finns en strategi? 10 15 67%", "6.1 10 15 67")]
    [InlineData(Head, "6.1|Finns en strategi?|10 15 67%", "6.1 10 15 67")]
    [InlineData(Head, "6. 1|Finns en strategi?||10|15||67 %", "6.1 10 15 67")]
    [InlineData(Head, "6.1|Finns en strategi?|9,5|15|63%", "6.1 9.5 15 63")]
    [InlineData(Head, "6.1|Finns en strategi?|10 av 15|67%", "6.1 10 15 67")]
    [InlineData(Head, "6.1 Finns en strategi?          10 av  15 (67 %)", "6.1 10 15 67")]
    [InlineData(Head, "10 (15)|67%|6.1 Finns en strategi?", "6.1 10 15 67")]
    [InlineData(Head, "10|15|67%|6.1|Finns en strategi?", "6.1 10 15 67")]
    // A number is missing or one too many: only what shows what it is is taken.
    [InlineData(Head, "6.1|Finns en strategi?|10|15|", "6.1 10 15 - !")]
    [InlineData(Head, "6.1|Finns en strategi?|10||67%", "6.1 10 - 67 !")]
    [InlineData(Head, "6.1|Finns en strategi?||15|67%", "6.1 - - 67 !")]
    [InlineData(Head, "6.1|Finns en strategi?|10|15|67%|3", "6.1 - - 67 !")]
    [InlineData(Head, "6.1|Finns en strategi?||", "6.1 - - - !")]
    // Codes.
    [InlineData(Head, "6.9|Finns något annat?|10|15|67%", " !6.9")]
    [InlineData(
        Head,
        "6.3|Hur sker individuell lönesättning och belöning av goda prestationer?|10|15|67%",
        "6.4 10 15 67 !"
    )]
    public void Row_HasCodePointsMaximumAndPercentage(string first, string second, string rows) =>
        Assert.Equal(rows, Show(first, second));

    // Numbers in the middle of their rows, and wording of the row below between: the codes are all there.
    [Fact]
    public void CodesThatAllStandInTheirOrder_AreRight() =>
        Assert.Equal(
            "4.1 9 15 60; 4.2 5 10 50; 4.3 7 20 35; 4.4 3 15 20; 4.5 13 20 65; 4.6 13 20 65",
            Show(
                "4|Ledarskap, ansvar och delegation|Uppnått|Max|Procent",
                "4.1|Finns en strategi för ledarskap, ansvar och delegation?|9|15|60%",
                "4.2|Vilket ansvar har enheterna för budget, personal?|5|10|50%",
                "4.3|samarbete? Hur tydliggörs det personliga uppdraget för alla|7|20|35%",
                "4.4|chefer i organisationen?|3|15|20%",
                "4.5|Hur utövas den centrala ledningen?|13|20|65%",
                "4.6|Hur bedrivs kommunens ledarutveckling?|13|20|65%"
            )
        );

    [Theory]
    [InlineData("||42|100|42%", 42)]
    [InlineData("|Summa|42|100|42%", 42)]
    [InlineData("42 100 42%||||", 42)]
    [InlineData("|Summa 42 100|||", null)]
    [InlineData("||100|100|100%", 100)]
    [InlineData("||42|90|47%", null)]
    [InlineData("||42|||", null)]
    [InlineData("|Resultat|nås för|42|100", null)]
    public void SumRow_StatesTheAreasScore(string row, int? sum) =>
        Assert.Equal(
            sum,
            Assert.Single(Read(Head, "6.1|Finns en strategi?|10|15|67%", row)).Sum?.Value
        );

    [Theory]
    [InlineData("Kommunen som arbetsgivare|Poäng|Max|%")]
    // Without the area's name, or without heads, the maximum points bear the wordings out.
    [InlineData("Personal|Poäng|Max|%")]
    [InlineData("Kommunen som arbetsgivare")]
    public void RowsWithoutCodes_AreToldByTheirWordings(string head) =>
        Assert.Equal(
            "6.1 | Finns en kommunövergripande personalstrategi? | 10 | 15 | 67 // 6.5 | Hur bedrivs kommunens arbetsmiljöarbete? | 12 | 15 | 80",
            Blocks.Show(
                Read(
                    head,
                    "Finns en kommunövergripande personalstrategi?|10|15|67%",
                    "Något helt annat|3|15|20%",
                    "Hur bedrivs kommunens arbetsmiljöarbete?|12|15|80%"
                )
            )
        );

    [Fact]
    public void AreasNameBelowItsRowsWithoutCodes_HasTheirSum() =>
        Assert.Equal(
            77,
            Assert
                .Single(
                    Read(
                        "Verksamhetsutveckling|Poäng|Max",
                        "Hur arbetar kommunen med kreativitet och innovationer?|14|20",
                        "Hur arbetar kommunen med IT-stöd för att effektivisera det interna arbetet?|13|20",
                        "Verksamhetsutveckling|77|100"
                    )
                )
                .Sum?.Value
        );

    [Fact]
    public void AreasNamesBetweenRowsWithoutCodes_TellWhoseTheNextOnesAre() =>
        Assert.Equal(
            ["5.5 5.6", "6.1 6.5"],
            Read(
                    "Fråga|Poäng",
                    "Område 5 Resultat och effektivitet|",
                    "Hur aktivt används jämförelser som ett led i serviceutveckling och effektivisering?|14/20",
                    "Hur sker extern samverkan för att stärka serviceutbudet och öka effektivitet?|7/10",
                    "Område 6 Kommunen som arbetsgivare|",
                    "Finns en kommunövergripande personalstrategi?|10/15",
                    "Hur bedrivs kommunens arbetsmiljöarbete?|12/15"
                )
                .Select(t => string.Join(' ', t.Rows.Select(r => r.Code)))
        );

    [Fact]
    public void WordingBelowItsRow_GoesOnThere()
    {
        var table = Assert.Single(
            Read(Head, "6.1|Finns en kommunövergripande|10|15|67%", "|personalstrategi?|||")
        );

        Assert.Equal("Finns en kommunövergripande personalstrategi?", table.Rows[0].Text.Text);
    }

    [Fact]
    public void SeveralTablesInOneBlock_AreParted()
    {
        var tables = Read(
            Head,
            "6.1|Finns en strategi?|10|15|67%",
            "||10|100|10%",
            "7.|Verksamhetsutveckling|Uppnått|Max|Procent",
            "7.1|Hur beskrivs kvalitetsarbetet?|9|15|60%",
            "||9|100|9%"
        );

        Assert.Equal([6, 7], tables.Select(t => t.Area));
        Assert.Equal([10m, 9m], tables.Select(t => t.Sum!.Value.Value));
        Assert.Equal(["6.1", "7.1"], tables.SelectMany(t => t.Rows).Select(r => r.Code));
    }

    [Fact]
    public void RowPrintedTwice_CountsOnce() =>
        Assert.Equal(
            "6.1 10 15 67",
            Show(Head, "6.1|Finns en strategi?|10|15|67%", "6.1|Finns en strategi?|10|15|67%")
        );

    [Fact]
    public void CodePrintedTwiceWithOtherPoints_IsUnclear() =>
        Assert.Equal(
            "6.1 10 15 67 !",
            Show(Head, "6.1|Finns en strategi?|10|15|67%", "6.1|Hur rekryteras?|12|20|60%")
        );

    [Theory]
    [InlineData("6.1|Strategi?|12,345 67%")]
    [InlineData("|Summa|12,345 100")]
    public void NumberWithTooManyDecimals_IsNone(string row)
    {
        Assert.Single(Read(Head, "6.2|Hur rekryteras?|12|20|60%", row));
    }

    [Theory]
    [InlineData("6.1|Finns en strategi?|10|15|67%", "6.2|Hur rekryteras?|12|20|60%", 6)]
    [InlineData(Head, "6.1|Finns en strategi?|10|15|67%", 6)]
    [InlineData("6.1|Finns en strategi?|10|15|67%", "Text|utan kod", null)]
    [InlineData("Område|Poäng", "6. Kommunen som arbetsgivare|58", null)]
    [InlineData("1.15|x", "9.1|y", null)]
    public void Area_IsThatWhoseCodesItsRowsHave(string first, string second, int? area) =>
        Assert.Equal(area, Read(first, second).FirstOrDefault()?.Area);

    private static IReadOnlyList<Block.QuestionTable> Read(params string[] rows) =>
        QuestionTables.Of(Blocks.Table(rows), Subject.Labels);

    private static string Show(params string[] rows)
    {
        var table = Assert.Single(Read(rows));
        var codes = table.Rows.Select(r => r.Code).ToList();
        return string.Join(
                "; ",
                table.Rows.Select(r =>
                    $"{r.Code} {Number(r.Achieved)} {Number(r.Max)} {Number(r.Percent)}"
                )
            )
            + (
                table.Unclear.Count == 0 ? ""
                : table.Unclear.SequenceEqual(codes) ? " !"
                : " !" + string.Join(',', table.Unclear)
            );
    }

    private static string Number(decimal? number) =>
        number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
