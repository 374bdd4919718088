using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Findings;

namespace Kompass.Mining.Tests.Reports.Findings;

/// <summary>Findings in tables; lists under headings are in <see cref="FindingsListTests"/>.</summary>
public sealed class FindingsReaderTests
{
    private const string Two = "Styrkor|Förbättringsmöjligheter";
    private const string Three = "Styrkor|Förbättringsmöjligheter|Svagheter";

    [Theory]
    [InlineData("S: Mål; Dialog I: Utveckla", Two, "• Mål • Dialog|• Utveckla")]
    [InlineData("S: Mål I: Utveckla W: Dyrt", Three, "• Mål|• Utveckla|• Dyrt")]
    [InlineData("S: Mål I: Utveckla", "Förbättringsområden|Styrkor", "• Utveckla|• Mål")]
    [InlineData(
        "S: Mål; Dialog I: Utveckla; Förenkla",
        Two,
        "• Mål|• Utveckla",
        "• Dialog|• Förenkla"
    )]
    [InlineData("S: Mål; Dialog I: Utveckla", Two, "• Mål •|• Utveckla •", "• –|•", "• Dialog|")]
    [InlineData("S: Mål; Dialog I: Utveckla", Two, "Mål|Utveckla", "Dialog|")]
    [InlineData("S: Mål; Dialog I: Utveckla", Two, Two, "• Mål|• Utveckla", Two, "• Dialog|")]
    [InlineData(
        "S: Mål; Dialog I: Utveckla",
        Two,
        "• Mål|• Utveckla",
        "• Mål|• Utveckla",
        "• Dialog|"
    )]
    [InlineData("S: Mål I: Utveckla", "|" + Two, "|• Mål|• Utveckla")]
    [InlineData("S: Mål I: Utveckla", "Styrkor • Mål|Förbättringsmöjligheter • Utveckla")]
    [InlineData("S: Mål", "Styrkor", "• Mål")]
    [InlineData("S: Mål W: Inga möten", Three, "• Mål|• Inga.|• Inga möten")]
    [InlineData("", "Rubriker|Poäng", "• Etik|58")]
    [InlineData("", Two)]
    public void Table_GivesItsItemsByKind(string items, params string[] rows) =>
        Assert.Equal(items, Show(Read(Blocks.Table(rows))));

    [Theory]
    // The rest of an item stands before the first bullet of the next row, or of the next page's table.
    [InlineData(
        "S: Mål som följs upp; Dialog I: Utveckla planen",
        Two,
        "• Mål som|• Utveckla",
        "följs upp • Dialog|planen"
    )]
    [InlineData(
        "S: Uppföljning; Dialog I: Utveckla",
        Two,
        "• Uppfölj-|• Utveckla",
        "ning • Dialog|"
    )]
    [InlineData("S: Mål, Dialog I: Utveckla", Two, "• Mål,|• Utveckla", "Dialog|")]
    [InlineData("S: Mål 2020 I: Utveckla", Two, "• Mål|• Utveckla", "2020|")]
    [InlineData("S: Mål.; Dialog; Möten I: Utveckla", Two, "• Mål.|• Utveckla", "Dialog • Möten|")]
    public void Text_BeforeABullet_GoesOnWhereTheItemAboveCannotEnd(
        string items,
        params string[] rows
    ) => Assert.Equal(items, Show(Read(Blocks.Table(rows))));

    [Fact]
    public void TableAfterAPageBreak_GoesOnInItsColumns() =>
        Assert.Equal(
            "S: Mål som följs; Dialog I: Utveckla; Förenkla",
            Show(
                Read(
                    Blocks.Table(Two, "• Mål som|• Utveckla"),
                    Blocks.Table("följs • Dialog|• Förenkla")
                )
            )
        );

    [Fact]
    public void TableWithItsHeadAgain_GoesOnToo() =>
        Assert.Equal(
            "S: Mål; Dialog I: Utveckla; Förenkla",
            Show(
                Read(
                    Blocks.Table(Two, "• Mål|• Utveckla"),
                    Blocks.Table(Two, "• Dialog|• Förenkla")
                )
            )
        );

    [Fact]
    public void ColumnWhoseHeadIsLost_IsTheListThatIsLeftOver()
    {
        var found = Read(Blocks.Table("Styrkor||Svagheter", "• Mål|• Utveckla|• Dyrt"));

        Assert.Equal("S: Mål I: Utveckla W: Dyrt", Show(found));
        Assert.Contains(FindingKind.Improvement, Doubted(found));
        Assert.DoesNotContain(FindingKind.Strength, Doubted(found));
    }

    [Fact]
    public void ColumnsThatHaveTheirHead_AreNotInDoubtBesideOneThatHasNone() =>
        Assert.Equal(
            [FindingKind.Improvement],
            Doubted(Read(Blocks.Table("Styrkor||Svagheter", "• Mål|• Utveckla|• Dyrt")))
        );

    [Theory]
    [InlineData("S: Mål I: Utveckla", "• Mål|• Utveckla")]
    [InlineData("S: Mål I: Utveckla W: Dyrt", "• Mål|• Utveckla|• Dyrt")]
    public void TableWithoutHead_IsReadInTheUsualOrderInDoubt(string items, string row)
    {
        var found = Read(Blocks.Table(row));

        Assert.Equal(items, Show(found));
        Assert.Equal(found.Items.Select(i => i.Kind), Doubted(found));
    }

    [Theory]
    [InlineData("• Mål")]
    [InlineData("• a|• b|• c|• d")]
    [InlineData("text|text")]
    public void TableWithoutHeadOfAnotherWidth_IsLeftOut(string row) =>
        Assert.Equal("", Show(Read(Blocks.Table(row))));

    [Fact]
    public void RowWithMoreCellsThanHeads_IsInDoubt()
    {
        var found = Read(Blocks.Table(Two, "• Mål|• Utveckla|• Dyrt|• Svårt"));

        Assert.Equal("S: Mål I: Utveckla", Show(found));
        Assert.Equal([FindingKind.Strength, FindingKind.Improvement], Doubted(found));
    }

    [Fact]
    public void ColumnWithoutAnyCell_IsAGap()
    {
        var found = Read(Blocks.Table(Two, "• Mål", "• Dialog"));

        Assert.Equal([FindingKind.Improvement], found.Gaps);
        Assert.Empty(Read(Blocks.Table(Two, "• Mål|", "• Dialog|")).Gaps);
    }

    [Theory]
    [InlineData(Two, false)]
    [InlineData(Three, false)]
    [InlineData("Styrkor|Svagheter|Förbättringsmöjligheter", true)]
    [InlineData("Förbättringsmöjligheter|Styrkor", true)]
    public void Heads_InAnotherOrderThanUsual_AreTold(string head, bool unusual) =>
        Assert.Equal(unusual, Read(Blocks.Table(head, "• a|• b|• c")).UnusualOrder);

    [Fact]
    public void ItemLongerThanAnyMet_IsInDoubt()
    {
        var found = Read(
            Blocks.Table(Two, $"• {string.Concat(Enumerable.Repeat("lång ", 50))}|• Utveckla")
        );

        Assert.Equal([FindingKind.Strength], Doubted(found, ItemDoubt.Cut));
    }

    [Theory]
    [InlineData(LayoutShape.Flat, Via.FlatRun)]
    [InlineData(LayoutShape.Structured, Via.FindingsTable)]
    [InlineData(LayoutShape.Html, Via.FindingsTable)]
    public void Via_TellsFromWhichShapeItWasRead(LayoutShape shape, string via) =>
        Assert.Equal(
            via,
            new FindingsReader(Subject.Labels, shape, Subject.Words())
                .Read(Blocks.Recognised(Blocks.Table(Two, "• Mål|")))
                .Items[0]
                .Via
        );

    internal static AreaFindings Read(params Block[] blocks) =>
        new FindingsReader(Subject.Labels, LayoutShape.Structured, Subject.Words()).Read(
            Blocks.Recognised([Blocks.Heading("Område 3"), .. blocks])
        );

    internal static string Show(AreaFindings found) =>
        string.Join(
            ' ',
            found
                .Items.GroupBy(i => i.Kind)
                .OrderBy(g => g.Key)
                .Select(g =>
                    $"{"SIW"[(int)g.Key]}: {string.Join("; ", g.Select(i => i.Text.Text))}"
                )
        );

    internal static IEnumerable<FindingKind> Doubted(
        AreaFindings found,
        ItemDoubt doubt = ItemDoubt.Column
    ) => found.Items.Where(i => i.Doubt.HasFlag(doubt | ItemDoubt.ByRule)).Select(i => i.Kind);
}
