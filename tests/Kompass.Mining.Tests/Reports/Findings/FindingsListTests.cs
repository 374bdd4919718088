using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Findings;

namespace Kompass.Mining.Tests.Reports.Findings;

/// <summary>Findings in lists under headings: <see cref="FindingsReader"/>.</summary>
public sealed class FindingsListTests
{
    [Fact]
    public void ListBelowItsHeading_IsOfItsKind()
    {
        var found = FindingsReaderTests.Read(
            Blocks.Heading("Styrkor"),
            Blocks.List("Mål", "Dialog"),
            Blocks.Heading("Svagheter"),
            Blocks.List("Dyrt")
        );

        Assert.Equal("S: Mål; Dialog W: Dyrt", FindingsReaderTests.Show(found));
        Assert.Equal([FindingKind.Strength, FindingKind.Weakness], found.Lists.Order());
        Assert.All(found.Items, i => Assert.Equal((1.0, Via.FindingsList), (i.Confidence, i.Via)));
    }

    [Fact]
    public void HeadingsTogether_AreSharedOutToTheListsInTheirOrder()
    {
        var found = FindingsReaderTests.Read(
            Blocks.Heading("Styrkor"),
            Blocks.Heading("Förbättringsmöjligheter"),
            Blocks.List("Mål"),
            Blocks.List("Utveckla")
        );

        Assert.Equal("S: Mål I: Utveckla", FindingsReaderTests.Show(found));
        Assert.Empty(FindingsReaderTests.Doubted(found));
    }

    [Fact]
    public void HeadingsTogetherWithOneList_AreInDoubt()
    {
        var found = FindingsReaderTests.Read(
            Blocks.Heading("Styrkor"),
            Blocks.Heading("Förbättringsmöjligheter"),
            Blocks.List("Mål", "Utveckla")
        );

        Assert.Equal("S: Mål; Utveckla", FindingsReaderTests.Show(found));
        Assert.Equal(2, FindingsReaderTests.Doubted(found).Count());
    }

    [Fact]
    public void ListBelowAnotherHeading_IsNone() =>
        Assert.Equal(
            "S: Mål",
            FindingsReaderTests.Show(
                FindingsReaderTests.Read(
                    Blocks.List("Före"),
                    Blocks.Heading("Styrkor"),
                    Blocks.List("Mål"),
                    Blocks.Heading("Personalstrategi"),
                    Blocks.List("Efter")
                )
            )
        );

    [Fact]
    public void ShortParagraphBelowAHeading_IsAnItemInDoubt()
    {
        var found = FindingsReaderTests.Read(
            Blocks.Heading("Styrkor"),
            Blocks.Paragraph("Mål som är"),
            Blocks.Paragraph("tydliga för alla"),
            Blocks.Paragraph("Dialog")
        );

        Assert.Equal("S: Mål som är tydliga för alla; Dialog", FindingsReaderTests.Show(found));
        Assert.Equal(2, FindingsReaderTests.Doubted(found, ItemDoubt.Cut).Count());
    }

    [Fact]
    public void LongParagraph_EndsTheList() =>
        Assert.Equal(
            "S: Mål",
            FindingsReaderTests.Show(
                FindingsReaderTests.Read(
                    Blocks.Heading("Styrkor"),
                    Blocks.List("Mål"),
                    Blocks.Paragraph(string.Concat(Enumerable.Repeat("Prosa går vidare. ", 30))),
                    Blocks.List("Efter")
                )
            )
        );

    [Fact]
    public void EmptyList_HasAHeadingAndNoItems()
    {
        var found = FindingsReaderTests.Read(Blocks.Heading("Styrkor"), Blocks.List());

        Assert.Empty(found.Items);
        Assert.Equal([FindingKind.Strength], found.Lists);
    }

    [Fact]
    public void SameItemTwice_IsGivenOnce() =>
        Assert.Equal(
            "S: Mål; Dialog I: Mål",
            FindingsReaderTests.Show(
                FindingsReaderTests.Read(
                    Blocks.Heading("Styrkor"),
                    Blocks.List("Mål", "Dialog", "Mål"),
                    Blocks.Heading("Förbättringsmöjligheter"),
                    Blocks.List("Mål")
                )
            )
        );

    [Fact]
    public void NoBlocks_GiveNothing() => Assert.Empty(FindingsReaderTests.Read().Items);

    [Theory]
    [InlineData("Styrkor|Svagheter", true)]
    [InlineData("Styrkor|Personal", false)]
    [InlineData("Styrkor|Styrkor", false)]
    [InlineData("Rubriker|Poäng", false)]
    public void FindingsTable_IsToldByItsHead(string head, bool findings) =>
        Assert.Equal(
            findings,
            Blocks.Recognised(Blocks.Table(head, "• a|• b"))[0] is Block.FindingsTable
        );
}
