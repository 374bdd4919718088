using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kompass.Mining.Improvements.Writing;
using static Kompass.Mining.Tests.Improvements.Drafts.Rendered;

namespace Kompass.Mining.Tests.Improvements.Writing;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Small_IsAsAccepted() =>
        Golden.Check("drafts/small.html", Text("small", DraftFormat.Html));

    [Theory]
    [InlineData("full")]
    [InlineData("areas")]
    public void Page_HasLanguageTitleAndHeadingsInOrder(string name)
    {
        var page = Parse(name);
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6")
            .Select(h => h.LocalName[1] - '0')
            .ToList();

        Assert.Equal("sv-SE", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            "UTKAST: Utkast till styrkor och förbättringsmöjligheter – Ekdal 2014",
            page.Title
        );
        Assert.Single(levels, 1);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), p => Assert.True(p.Second <= p.First + 1));
    }

    [Theory]
    [InlineData("full")]
    [InlineData("areas")]
    public void Tables_HaveScopedHeadsAndNames(string name)
    {
        var page = Parse(name);

        Assert.All(
            page.QuerySelectorAll("th"),
            h => Assert.Contains(h.GetAttribute("scope"), (string[])["col", "row"])
        );
        Assert.All(
            page.QuerySelectorAll("table"),
            t => Assert.True(t.QuerySelector("caption") is not null || t.HasAttribute("aria-label"))
        );
        Assert.All(
            page.QuerySelectorAll("table"),
            t =>
                Assert.All(
                    t.QuerySelectorAll("tr"),
                    r => Assert.Equal(t.QuerySelectorAll("thead th").Length, r.Children.Length)
                )
        );
    }

    [Fact]
    public void Charts_HaveNameAndDescription()
    {
        var charts = Parse("full").QuerySelectorAll("svg");

        Assert.Single(charts);
        Assert.All(
            charts,
            c =>
            {
                Assert.Equal("img", c.GetAttribute("role"));
                Assert.Equal(
                    ["title", "desc"],
                    c.GetAttribute("aria-labelledby")!
                        .Split(' ')
                        .Select(id => c.QuerySelector("#" + id)!.LocalName)
                );
                Assert.All(
                    c.QuerySelectorAll("title, desc"),
                    t => Assert.NotEmpty(t.TextContent.Trim())
                );
            }
        );
    }

    [Fact]
    public void Ids_AreUniqueAndEveryLinkHasItsTarget()
    {
        var page = Parse("full");
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            page.QuerySelectorAll("a"),
            a => Assert.Contains(a.GetAttribute("href")!.TrimStart('#'), ids)
        );
    }

    [Fact]
    public void Page_NeedsNothingFromElsewhere()
    {
        var html = Text("full", DraftFormat.Html);

        Assert.Empty(Parse("full").QuerySelectorAll("script, link, img, iframe, object"));
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void MarkupInWhatIsQuoted_StaysText()
    {
        var page = Parse("full");

        Assert.Contains(
            "redovisa sina resultat på *samma* sätt & jämför <öppet>",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("öppet"));
    }

    // Text on its ground, as the style sheet puts them together.
    [Theory]
    [InlineData("ink", "#ffffff")]
    [InlineData("soft", "#ffffff")]
    [InlineData("navy", "#ffffff")]
    [InlineData("navy", "#fdf3e3")]
    [InlineData("rust", "#fdf3e3")]
    [InlineData("ink", "#fdf3e3")]
    [InlineData("ink", "#e3ebf4")]
    public void Text_StandsOutFromItsGround(string name, string ground)
    {
        var css = Text("small", DraftFormat.Html);
        var start = css.IndexOf($"--{name}: #", StringComparison.Ordinal) + name.Length + 4;
        var colour = css[start..(start + 7)];

        Assert.Contains(ground, css, StringComparison.Ordinal);
        Assert.InRange(Contrast(colour, ground), 4.5, 21);
    }

    [Fact]
    public void Charts_StandOutFromPaper()
    {
        var strokes = Parse("full")
            .QuerySelectorAll("svg line[stroke-width]")
            .Select(l => l.GetAttribute("stroke")!)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        Assert.Equal(2, strokes.Count);
        Assert.All(strokes, s => Assert.InRange(Contrast(s, "#ffffff"), 3, 21));
    }

    // WCAG 2.2, contrast ratio.
    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable
            .Range(0, 3)
            .Select(i =>
                int.Parse(
                    colour.AsSpan(1 + 2 * i, 2),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture
                ) / 255.0
            )
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))
            .ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static IDocument Parse(string name) =>
        new HtmlParser().ParseDocument(Text(name, DraftFormat.Html));
}
