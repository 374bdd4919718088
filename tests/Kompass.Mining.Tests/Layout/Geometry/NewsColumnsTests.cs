using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Tests.Layout.Geometry;

public sealed class NewsColumnsTests
{
    private static readonly string[] Left =
    [
        "Område 1 Offentlighet",
        "Allmänt",
        "Kommunen arbetar på",
        "flera sätt med det som",
        "prövas i området här.",
        "Styrkor",
        "• Mötena sänds på webben",
        "• Ortsråden får svar",
        "• Riktlinjer mot mutor",
    ];

    private static readonly string[] Right =
    [
        "Förbättringsmöjligheter",
        "• Ta fram en plan för det",
        "• Visa resultat för alla",
        "• Bjud in ungdomar förr",
        "Område 2 Tillgänglighet",
        "Allmänt",
        "Samtalen gav en bild som",
        "är samstämmig och tydlig",
        "för alla nämnder här.",
    ];

    [Fact]
    public void ColumnsWithHeadsOfTheirOwn_AreReadOneAfterTheOther()
    {
        var sheets = Sheets((70, Left), (320, Right));

        Assert.Equal(2, sheets.Count);
        Assert.Equal("Område", sheets[0].Words[0].Text);
        Assert.Equal("Förbättringsmöjligheter", sheets[1].Words[0].Text);
    }

    [Fact]
    public void LineThatRunsIntoTheOtherColumn_StaysWithItsOwn()
    {
        string[] over =
        [
            .. Left[..8],
            "• Ansvarsfördelning och roller mellan politiker och tjänstemän",
        ];

        Assert.Equal("tjänstemän", Sheets((70, over), (320, Right))[0].Words[^1].Text);
    }

    [Fact]
    public void CellsOfATable_WithoutHeads_StayOnOneSheet() =>
        Assert.Single(
            Sheets(
                (70, [.. Left[2..], .. Left[2..4]]),
                (320, [.. Right[6..], .. Right[6..], .. Right[6..]])
            )
        );

    [Fact]
    public void ColumnThatBeginsBelow_IsPartOfItsPage()
    {
        var paper = new Paper().Prose(Left[2..]).Columns((70, Left), (320, Right));

        Assert.Single(Sheet.Of(paper.Pages(), IsHead));
    }

    private static List<Sheet> Sheets(params (double, string[])[] columns) =>
        [.. Sheet.Of(new Paper().Columns(columns).Pages(), IsHead)];

    private static bool IsHead(string line) =>
        line.StartsWith("Område", StringComparison.Ordinal)
        || line is "Styrkor" or "Förbättringsmöjligheter" or "Allmänt";
}
