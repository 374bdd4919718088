using Kompass.Mining.Fetching;

namespace Kompass.Mining.Tests.Fetching;

public sealed class RobotsTxtTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("user-agent:*\r\ndisallow:/b # varför", "/b/c", false)]
    [InlineData("User-agent: *\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /a", "/a.pdf", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*/inre/*", "/a/inre/b", false)]
    [InlineData("User-agent: *\nDisallow: /a?x", "/a?x=1", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: kompass\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Kompass\nAllow: /", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("inget alls\u0000", "/a", true)]
    public void Allows_AsTheStandardHasIt(string text, string path, bool allowed) =>
        Assert.Equal(
            allowed,
            RobotsTxt
                .Parse(text, "KompassMining/0.1")
                .Allows(new Uri("https://kommun.example" + path))
        );

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: *\nCrawl-delay: strax", null)]
    [InlineData("User-agent: other\nCrawl-delay: 10", null)]
    public void CrawlDelay_IsReadInSeconds(string text, double? seconds) =>
        Assert.Equal(seconds, RobotsTxt.Parse(text, "KompassMining/0.1").CrawlDelay?.TotalSeconds);
}
