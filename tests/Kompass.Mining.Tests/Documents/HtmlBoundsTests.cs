using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents;

public sealed class HtmlBoundsTests
{
    [Theory]
    [InlineData("<div>", 512, false)]
    [InlineData("<div>", 513, true)]
    [InlineData("<div/>", 513, true)]
    [InlineData("<font color=red>", 513, true)]
    [InlineData("<DIV><p>text", 513, true)]
    [InlineData("<p>text", 5000, false)]
    [InlineData("<li>text", 5000, false)]
    [InlineData("<tr><td>text", 5000, false)]
    [InlineData("<br><img src=x>", 5000, false)]
    [InlineData("<div></div>", 5000, false)]
    [InlineData("<!-- <div> -->", 5000, false)]
    [InlineData("<script>'<div>'</script>", 5000, false)]
    [InlineData("<svg><rect/><circle/></svg>", 5000, false)]
    [InlineData("<svg><div></svg><rect/>", 5000, true)]
    [InlineData("a < b", 5000, false)]
    public void Depth_IsToldFromTheSource(string piece, int times, bool passes) =>
        Assert.Equal(
            passes,
            HtmlBounds.Passed(string.Concat(Enumerable.Repeat(piece, times))) is not null
        );

    [Fact]
    public void Elements_AreCounted() =>
        Assert.Equal(
            "is a web page of more than 400,000 elements",
            HtmlBounds.Passed(string.Concat(Enumerable.Repeat("<br>", 400_001)))
        );

    [Fact]
    public void NestedPage_IsSetAsideAtOnce()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 120_000));

        var reading = new DocumentReader().Read(
            "page.html",
            System.Text.Encoding.UTF8.GetBytes(page),
            TestContext.Current.CancellationToken
        );

        var aside = Assert.IsType<DocumentReading.NotRead>(reading).SetAside;
        Assert.Equal(SetAsideCause.LimitPassed, aside.Cause);
        Assert.StartsWith(
            "is a web page with more than 512 elements within one another at character",
            aside.Message,
            StringComparison.Ordinal
        );
    }
}
