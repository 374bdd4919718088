using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class YearsDroppedTests
{
    private static readonly string Prose = string.Concat(
        Enumerable.Repeat("Kommunen antog planen året innan och har 140 mål kvar. ", 100)
    );

    [Theory]
    [InlineData("", true)]
    [InlineData("2012 och 2013", true)]
    [InlineData("2012, 2013 och 2014", false)]
    [InlineData("Nummer 120123, 20123 och 12012 är inga år", true)]
    public void LongTextWithHardlyAYear_HadThemDropped(string years, bool dropped) =>
        Assert.Equal(dropped, YearsDropped.In(Prose + years));

    [Fact]
    public void ShortText_TellsNothing() => Assert.False(YearsDropped.In("Kommunen antog planen."));
}
