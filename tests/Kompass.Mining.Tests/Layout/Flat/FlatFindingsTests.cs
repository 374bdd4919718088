using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Tests.Layout.Flat;

public sealed class FlatFindingsTests
{
    private const string Strengths = "Tydlig styrmodell God dialog med invånarna";
    private const string Improvements = "Utveckla uppföljningen Förenkla planerna";

    [Fact]
    public void ListsOneAfterTheOther_AreColumns() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydlig styrmodell • God dialog med invånarna | • Utveckla uppföljningen • Förenkla planerna",
            Show(("Styrkor", Strengths), ("Förbättringsmöjligheter", Improvements))
        );

    [Fact]
    public void ItemsWithBullets_AreCutThere() =>
        Assert.Equal(
            "Styrkor // • Dialog i Nya Hallen Mötet • Tydliga mål",
            Show(("Styrkor", "• Dialog i Nya Hallen Mötet • Tydliga mål"))
        );

    [Fact]
    public void ItemsWithDashesOnLinesOfTheirOwn_AreCutThere() =>
        Assert.Equal(
            "Styrkor // • Dialog i Nya Hallen • Tydliga mål",
            Show(("Styrkor", "\n- Dialog i Nya Hallen\n- Tydliga mål\n"))
        );

    [Fact]
    public void LinesOfTwoColumnsCopiedAsOne_AreInDoubt()
    {
        var table = Read(
            ("Styrkor", " "),
            (
                "Förbättringsmöjligheter",
                "\n• Tydlig styrmodell • Utveckla uppföljningen\n• God dialog med • Förenkla\ninvånarna\nplanerna"
            )
        );

        Assert.All(
            table.Columns.SelectMany(c => c.Items),
            i => Assert.Equal(Item.UncertainCut | Item.UncertainColumn, i.Doubt)
        );
    }

    [Fact]
    public void HeadingsTogether_ShareTheItemsThatFollow()
    {
        var table = Read(
            ("Styrkor", " "),
            ("Förbättringsmöjligheter", Strengths + " " + Improvements)
        );

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydlig styrmodell • God dialog med invånarna | • Utveckla uppföljningen • Förenkla planerna",
            Blocks.Show(table)
        );
    }

    [Fact]
    public void AfterAPageBreakInTheLastList_TheTableGoesOnInAllColumns()
    {
        var table = Read(
            ("Styrkor", "Tydlig styrmodell. God dialog med"),
            ("Förbättringsmöjligheter", "Utveckla uppföljningen.\finvånarna. Förenkla planerna.")
        );

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydlig styrmodell. • God dialog med invånarna. | • Utveckla uppföljningen. • Förenkla planerna.",
            Blocks.Show(table)
        );
    }

    [Fact]
    public void HeadsRepeatedOnTheNextPage_StandAboveTheRestsOfItems() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydlig styrmodell. • God dialog med invånarna. • Fler möten. | • Utveckla uppföljningen av planerna. • Förenkla dem.",
            Show(
                ("Styrkor", "Tydlig styrmodell. God dialog med"),
                ("Förbättringsmöjligheter", "Utveckla uppföljningen av\f"),
                ("Styrkor", "invånarna. Fler möten."),
                ("Förbättringsmöjligheter", "planerna. Förenkla dem.")
            )
        );

    [Fact]
    public void WordBrokenByThePage_IsJoined() =>
        Assert.Equal(
            "Styrkor // • Tydlig styrmodell med tre nivåer • God dialog med invånarna",
            Show(("Styrkor", "Tydlig styrmo-\fdell med tre nivåer God dialog med invånarna"))
        );

    [Fact]
    public void PageBreakWithinAListThatIsNotTheLast_GoesOnInThatList() =>
        Assert.Equal(
            "Styrkor | Svagheter // • Tydlig styrmodell med tre nivåer • God dialog | • Ingen plan",
            Show(
                ("Styrkor", "Tydlig styrmodell med\ftre nivåer God dialog"),
                ("Svagheter", "Ingen plan")
            )
        );

    [Fact]
    public void HeadingPrintedAgain_GoesOnInItsColumn() =>
        Assert.Equal(
            "Styrkor | Svagheter // • Tydliga mål • God dialog | • Ingen plan • Dyrt",
            Show(
                ("Styrkor", "Tydliga mål"),
                ("Svagheter", "Ingen plan"),
                ("Styrkor", "God dialog"),
                ("Svagheter", "Dyrt")
            )
        );

    [Theory]
    [InlineData(
        false,
        "Styrkor | Förbättringsmöjligheter // • Tydliga mål • Nätverk för chefer | • Fler dialoger"
    )]
    [InlineData(
        true,
        "Styrkor | Förbättringsmöjligheter // • Tydliga mål | • Fler dialoger • Nätverk för chefer"
    )]
    public void RestBehindAPage_IsOfTheLastListWhereListsStandApart(
        bool standApart,
        string shown
    ) =>
        Assert.Equal(
            shown,
            Blocks.Show(
                Read(
                    standApart,
                    ("Styrkor", "Tydliga mål"),
                    ("Förbättringsmöjligheter", "Fler dialoger\fNätverk för chefer")
                )
            )
        );

    [Theory]
    [InlineData(true, "Tydliga mål\fGod dialog", "Dyrt")]
    [InlineData(true, "Tydliga mål \f", "Dyrt")]
    [InlineData(false, "Tydliga mål", "Ingen plan\fDyrt")]
    [InlineData(false, "\f", "Ingen plan")]
    public void ListsStandApart_WhereAPageBreaksBeforeTheNextHeading(
        bool apart,
        string first,
        string last
    ) =>
        Assert.Equal(
            apart,
            FlatFindings.StandApart(Lists(("Styrkor", first), ("Svagheter", last)))
        );

    [Fact]
    public void ListsWhoseHeadingsAreRepeated_AreOfATable() =>
        Assert.False(
            FlatFindings.StandApart(
                Lists(
                    ("Styrkor", "Tydliga mål\f"),
                    ("Svagheter", "Dyrt\f"),
                    ("Styrkor", "God dialog")
                )
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \f ")]
    [InlineData("• • ")]
    [InlineData(" – ")]
    public void ListWithoutItems_HasNone(string text) =>
        Assert.Equal("Styrkor // ", Show(("Styrkor", text)));

    [Fact]
    public void RestWithoutItsBeginning_IsAnItemInDoubt()
    {
        var table = Read(("Styrkor", "och följer upp dem. Tydliga mål"));

        var items = table.Columns[0].Items;
        Assert.Equal(["och följer upp dem.", "Tydliga mål"], items.Select(i => i.Text.Text));
    }

    private static string Show(params (string Heading, string Text)[] lists) =>
        Blocks.Show(Read(lists));

    private static Block.FindingsTable Read(params (string Heading, string Text)[] lists) =>
        Read(false, lists);

    private static Block.FindingsTable Read(
        bool standApart,
        params (string Heading, string Text)[] lists
    )
    {
        var words = Subject.Words("");
        var findings = new FlatFindings(Subject.Lists(words), words, standApart: standApart);
        return findings.Read(Lists(lists));
    }

    private static List<FlatList> Lists(params (string Heading, string Text)[] lists) =>
        [
            .. lists.Select(l => new FlatList(
                Subject.Passage(l.Heading),
                Subject.Labels.ListHeading(l.Heading)!.Value,
                Subject.Passage(l.Text)
            )),
        ];
}
