using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.Tests.Documents.Pdf;

public class PdfLimitsTests
{
    [Fact]
    public void EveryName_SetsItsOwnLimit()
    {
        var set = PdfLimits.Names.Keys.Select(n => new PdfLimits().With($"{n}=7", out _)).ToList();

        Assert.Equal(PdfLimits.Names.Count, set.Distinct().Count());
        Assert.DoesNotContain(new PdfLimits(), set);
    }

    [Theory]
    [InlineData("seconds")]
    [InlineData("seconds=")]
    [InlineData("seconds=0")]
    [InlineData("seconds=-1")]
    [InlineData("seconds=1.5")]
    [InlineData("seconds=99999999999")]
    [InlineData("seconds=1=2")]
    [InlineData("minutes=1")]
    [InlineData("")]
    public void WrongSetting_IsSaidAndChangesNothing(string setting)
    {
        var limits = new PdfLimits().With(setting, out var problem);

        Assert.NotNull(problem);
        Assert.Equal(new PdfLimits(), limits);
    }
}
