using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class RunningHeadersTests
{
    private static readonly RunningHeaders Headers = new(Subject.Knowledge.Edition("2010"));

    [Theory]
    [InlineData("Sveriges Kommuner och Landsting 2013-07-04 7 (30)", 7, 30, "2013-07-04")]
    [InlineData("Sveriges Kommuner och Landsting 130704 7 (30)", 7, 30, "130704")]
    [InlineData("Sveriges Kommuner och Regioner 7 (30)", 7, 30, null)]
    [InlineData("7 Sveriges Kommuner och Landsting (30)", 7, 30, null)]
    [InlineData("7 Sveriges Kommuner och Landsting ()", 7, null, null)]
    [InlineData("Sveriges Kommuner och Landsting (30)", null, 30, null)]
    [InlineData("Page 12: En gemensam bild", 12, null, null)]
    public void Header_StatesPageAndPagesAndDate(string line, int? page, int? pages, string? date)
    {
        var header = Assert.Single(Headers.FindAll(line));

        Assert.Equal(new RunningHeader(0, line.Length, page, pages, date), header);
    }

    [Fact]
    public void HeaderOfTwoPages_StatesBoth()
    {
        var header = Assert.Single(Headers.FindAll("Page 7 and 8: En gemensam bild"));

        Assert.Equal(new RunningHeader(0, 13, 7, null, null) { Through = 8 }, header);
    }

    [Theory]
    [InlineData("Sveriges Kommuner och Landsting")]
    [InlineData("Sveriges Kommuner och Landsting ger ut rapporten (2013)")]
    [InlineData("Page one: intro")]
    [InlineData("En sida 7 (30)")]
    [InlineData("")]
    public void AnythingElse_IsNoHeader(string line)
    {
        Assert.Empty(Headers.FindAll(line));
        Assert.False(Headers.IsWholeLine(line));
    }

    [Theory]
    [InlineData("  Sveriges Kommuner och Landsting 2013-07-04 7 (30) ", true)]
    [InlineData("Sveriges Kommuner och Landsting 2013-07-04 7 (30) Styrkor", false)]
    [InlineData("Rapporten har tagits fram av Sveriges Kommuner och Landsting 7 (30)", false)]
    public void IsWholeLine_WhereNothingElseStandsOnIt(string line, bool whole) =>
        Assert.Equal(whole, Headers.IsWholeLine(line));

    [Fact]
    public void FindAll_GivesHeadersInOrderThatDoNotOverlap()
    {
        const string Text =
            "Titel Sveriges Kommuner och Landsting 2013-07-04 2 (30) Text 3 Sveriges Kommuner och Landsting (30) Slut";

        var headers = Headers.FindAll(Text);

        Assert.Equal([2, 3], headers.Select(h => h.Page));
        Assert.True(headers[0].End <= headers[1].Start);
    }

    [Fact]
    public void BulletsOfTheListBelow_MayHaveComeIntoAHeader()
    {
        const string Text = "Sveriges Kommuner och Landsting \uF0B7 \uF0B7 2013-07-04 7 (30)";

        Assert.Equal(
            new RunningHeader(0, Text.Length, 7, 30, "2013-07-04"),
            Assert.Single(Headers.FindAll(Text))
        );
    }

    [Theory]
    [InlineData("Kommunförbunden i samverkan ", 0)]
    // Other words on each page; a sentence that runs into the header.
    [InlineData("Kommunförbunden {0} ", 18)]
    [InlineData(
        "Här redovisas det som utvärderarna har sett, hört och läst under de två dagar som besöket varade ",
        97
    )]
    public void WordsBeforeEachHeader_AreItsOwn(string name, int start)
    {
        var pages = Enumerable
            .Range(2, 4)
            .Select(p =>
                $"{string.Format(CultureInfo.InvariantCulture, name, p)}2006-06-12 {p} (30)\nText\n"
            );

        var header = Headers.FindAll(string.Concat(pages))[0];

        Assert.Equal((start, 2), (header.Start, header.Page));
    }

    [Theory]
    [InlineData("Plan\n2013-07-04\nDialog", 4)]
    // Another day; within a line; before the first header.
    [InlineData("Plan\n2013-07-05\nDialog", 3)]
    [InlineData("Plan den 2013-07-04\nDialog", 3)]
    [InlineData("\fSveriges Kommuner och Landsting\nDialog", 4)]
    [InlineData("Plan\nSveriges Kommuner och Landsting\nDialog", 3)]
    public void PartOfAHeaderOnALineOfItsOwn_IsOne(string page, int headers)
    {
        var text = string.Concat(
            Enumerable
                .Range(2, 3)
                .Select(p =>
                    $"\n2013-07-04\nText Sveriges Kommuner och Landsting 2013-07-04 {p} (30)\n"
                )
        );

        Assert.Equal(headers + 2, Headers.FindAll(text + page).Count);
    }

    [Fact]
    public void LineThatEveryPageHasBelowItsNumber_IsPartOfTheHeader()
    {
        var text = string.Concat(
            Enumerable
                .Range(2, 8)
                .Select(p =>
                    $"Svagheter\n• Jämförelser mellan enheter saknas\n• Mötesplatsen {p} (21)\n{p} (21)\n\nSveriges Kommuner och Landsting\nnedlagd\n"
                )
        );

        var blanked = Headers.BlankOut(SourceText.From(text)).Text;

        Assert.DoesNotContain("Landsting", blanked, StringComparison.Ordinal);
        Assert.Equal(8, blanked.Split("nedlagd").Length - 1);
    }

    [Theory]
    [InlineData("Samverkan med grannarna\n5 (30)\nMer", "2 3 4 5 6")]
    // Points of a sub-question: page 4 has its header, page 8 does not stand here, and 20 is no number of pages.
    [InlineData("Hur rekryteras? 4 (30)", "2 3 4 6")]
    [InlineData("Hur rekryteras? 8 (30)", "2 3 4 6")]
    [InlineData("Hur rekryteras? 5 (20)", "2 3 4 6")]
    public void PageNumberAwayFromItsHeader_IsKnownByThePagesAround(string page, string pages)
    {
        var text = $"{Header(2)} Ett {Header(3)} Två {Header(4)} Tre {page} Fyra {Header(6)} Fem";

        Assert.Equal(pages, string.Join(' ', Headers.FindAll(text).Select(h => h.Page)));

        static string Header(int page) => $"Sveriges Kommuner och Landsting {page} (30)";
    }
}
