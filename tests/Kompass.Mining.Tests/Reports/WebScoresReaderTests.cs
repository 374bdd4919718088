using Kompass.Mining.Layout;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

public sealed class WebScoresReaderTests
{
    [Theory]
    [InlineData("1. Offentlighet och demokrati 61", "1. Offentlighet och demokrati | 61")]
    [InlineData("Offentlighet och demokrati 73 (63)", "Offentlighet och demokrati | 73")]
    [InlineData("Offentlighet och demokrati: 68 (+16)", "Offentlighet och demokrati | 68")]
    [InlineData("Offentlighet och demokrati – 68 poäng", "Offentlighet och demokrati | 68")]
    [InlineData("Offentlighet och demokrati 52,5 p.", "Offentlighet och demokrati | 52,5")]
    [InlineData(
        "Kommunen som arbetsgivare, personalpolitik 60",
        "Kommunen som arbetsgivare, personalpolitik | 60"
    )]
    public void Line_WithAnAreaAndItsScore_IsARow(string line, string row)
    {
        Assert.Equal(row, Show(Blocks.List(line)));
        Assert.Equal(row, Show(Blocks.Paragraph(line)));
    }

    [Theory]
    [InlineData("Offentlighet och demokrati (61)")]
    [InlineData("Offentlighet och demokrati")]
    [InlineData("Personal 61")]
    [InlineData("Offentlighet och demokrati 61 av 100 poäng är bra")]
    [InlineData("Offentlighet och demokrati 6100")]
    [InlineData("")]
    public void AnythingElse_IsNone(string line) => Assert.Equal("", Show(Blocks.List(line)));

    [Fact]
    public void ListAfterAnotherHeading_IsATableOfItsOwn() =>
        Assert.Equal(
            "Offentlighet och demokrati | 61 // Verksamhetsutveckling | 55\nPolitisk styrning och kontroll | 66",
            Show(
                Blocks.Heading("Poäng"),
                Blocks.List("Offentlighet och demokrati 61", "Verksamhetsutveckling 55"),
                Blocks.Paragraph("Text emellan."),
                Blocks.Heading("Medel"),
                Blocks.List("Politisk styrning och kontroll 66")
            )
        );

    [Fact]
    public void AreaThatComesAgain_OpensAnotherTable() =>
        Assert.Equal(
            "Offentlighet och demokrati | 61\n1. Offentlighet och demokrati | 44",
            Show(Blocks.List("Offentlighet och demokrati 61", "1. Offentlighet och demokrati 44"))
        );

    [Fact]
    public void NumbersThatOnlyGrow_ArePagesOfContents() =>
        Assert.Equal(
            "",
            Show(
                Blocks.List(
                    "1 Offentlighet och demokrati 6",
                    "2 Tillgänglighet och brukarorientering 8",
                    "3 Politisk styrning och kontroll 10",
                    "4 Ledarskap, ansvar och delegation 14"
                )
            )
        );

    private static string Show(params Block[] blocks) =>
        Blocks.Show(new WebScoresReader(Subject.Labels).Read(blocks));
}
