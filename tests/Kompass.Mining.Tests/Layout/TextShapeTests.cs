using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class TextShapeTests
{
    private const string Sentence =
        "Nämnderna följer upp sina mål två gånger om året och redovisar dem. ";

    // A line of print that the page's width broke.
    private const string Broken =
        "nämnderna följer upp sina mål två gånger om året och redovisar dem för";

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("Rubrik\n\nEtt stycke.\n")]
    public void ShortText_IsStructured(string text) => Is(true, text);

    [Fact]
    public void ParagraphALine_IsStructured() => Is(true, Lines(40, Sentence + Sentence));

    [Theory]
    [InlineData("1.1\tFinns en plan?\t9\t15\t60%")]
    [InlineData("1.1 | Finns en plan? | 9 | 15 | 60%")]
    public void Rows_AreStructuredThoughTheirParagraphsAreLong(string row) =>
        Is(true, Lines(12, row) + Lines(20, Repeat(Sentence, 20)));

    [Theory]
    [InlineData(9)]
    [InlineData(1)]
    public void AFewRowsWithTabs_DecideNothing(int rows) =>
        Is(false, Lines(rows, "1.1\tPlan?\t9") + Lines(5, Repeat(Sentence, 20)));

    [Fact]
    public void PageOnALine_IsFlat() => Is(false, "Titel\n\n" + Lines(3, Repeat(Sentence, 30)));

    [Fact]
    public void ParagraphsBrokenOverLines_AreFlat() => Is(false, Lines(30, Broken));

    [Theory]
    [InlineData("- ", 16, 3, false, true)]
    [InlineData("2. ", 16, 3, false, true)]
    [InlineData("- ", 16, 0, false, false)]
    [InlineData("• ", 15, 3, false, false)]
    [InlineData("", 16, 3, false, false)]
    [InlineData("- ", 16, 3, true, false)]
    public void ParagraphsBrokenOverLines_AreStructuredWhereItemsHaveBulletsAndBlankLinesPart(
        string bullet,
        int items,
        int blank,
        bool hasPages,
        bool isStructured
    ) =>
        Assert.Equal(
            isStructured,
            TextShape.IsStructured(
                Lines(30, Broken) + Lines(blank, "") + Lines(items, bullet + "Tydliga mål"),
                hasPages
            )
        );

    [Fact]
    public void ParagraphsOfTwoLines_AreStructured() =>
        Is(true, string.Concat(Enumerable.Repeat(Broken + "\n" + Sentence + "\n\n", 20)));

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void PageHeadersWithThePageBehindThem_AreFlat(int pages, bool isStructured)
    {
        var text = Lines(
            pages,
            "Sveriges Kommuner och Landsting 2013-01-02 4 (20) " + Sentence + Sentence
        );

        Assert.Equal(isStructured, TextShape.IsStructured(text));
    }

    private static void Is(bool isStructured, string text) =>
        Assert.Equal(isStructured, TextShape.IsStructured(text));

    private static string Lines(int count, string line) =>
        string.Concat(Enumerable.Repeat(line + "\n", count));

    private static string Repeat(string text, int count) =>
        string.Concat(Enumerable.Repeat(text, count));
}
