using Kompass.Mining.Layout.Lists;

namespace Kompass.Mining.Tests.Layout.Lists;

public sealed class ListStyleTests
{
    [Theory]
    [InlineData(0, "Tydliga mål för alla", "God dialog")]
    [InlineData(0.5, "tydliga mål för alla", "God dialog")]
    [InlineData(1, "tydliga mål", "ortsråd i byarna")]
    public void LowerOpens_IsTheShareOfListsThatBeginSmall(double share, params string[] lists) =>
        Assert.Equal(share, StyleOf(lists.Select(l => Stretch.Of(ListToken.In(l)))).LowerOpens);

    [Fact]
    public void LowerOpens_ThatGoOnFromThePageBefore_TellNothing()
    {
        var rest = new Stretch(
            ListToken.In("målen i alla nämnder"),
            [0],
            AfterBreak: true,
            BeforeBreak: false
        );

        Assert.Equal(0, StyleOf([Stretch.Of(ListToken.In("Uppföljning av")), rest]).LowerOpens);
    }

    [Theory]
    [InlineData(0.25, "Plan från 2009 antagen")]
    [InlineData(0.25, "Plan för 2011-2014 antagen")]
    [InlineData(0, "Plan för 150 000 kronor")]
    public void Years_AreTheShareOfWordsThatAreOne(double share, string list) =>
        Assert.Equal(share, StyleOf([Stretch.Of(ListToken.In(list))]).Years);

    private static ListStyle StyleOf(IEnumerable<Stretch> stretches) =>
        Subject.Lists(Subject.Words("")).StyleOf(stretches);
}
