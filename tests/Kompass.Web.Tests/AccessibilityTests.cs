using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Kompass.Web.Hosting;

namespace Kompass.Web.Tests;

/// <summary>Every page in a browser, wide and narrow: no violation of WCAG 2.1 A and AA that axe knows, nothing wider than the screen, no request elsewhere.</summary>
public sealed class AccessibilityTests(Site site, Browser browser)
    : IClassFixture<Site>,
        IClassFixture<Browser>
{
    // A telephone's width.
    private const int Narrow = 390;

    // Of a search, its first text: ids of texts hold a hash.
    private const string FirstHit = "&hit=1";

    // Of each route an address; those with a part that names something take one of the dataset's.
    private static readonly Dictionary<string, string[]> Addresses = new()
    {
        ["/"] =
        [
            "/",
            "/?q=dialog&kind=strength,improvement&year=2013",
            "/?q=dialog&in=prose",
            "/?q=finnsinte",
        ],
        ["/findings/{**id}"] = ["/?q=levande&hit=1"],
        ["/remarks/{**id}"] = ["/?in=remarks&hit=1"],
        ["/prose/{**id}"] = ["/?in=prose&hit=1"],
        ["/municipalities/{key}"] = ["/municipalities/1980"],
        ["/areas/{area}"] = ["/areas/1"],
        ["/themes/{theme}"] = ["/themes/dialogue"],
        ["/charts/profile"] = ["/charts/profile?municipality=1980,2034"],
        ["/charts/share"] = ["/charts/share", "/charts/share?theme=dialogue"],
        ["/charts/change"] = ["/charts/change", "/charts/change?municipality=1980"],
        ["/sql"] = ["/sql?query=SELECT%20*%20FROM%20reports", "/sql?query=DROP%20TABLE%20x"],
        ["/reports/{id}"] = ["/reports/vasteras-2012"],
    };

    public static TheoryData<string> Pages =>
        [
            .. Routes
                .All.SelectMany(r => Addresses.GetValueOrDefault(r.Pattern) ?? [r.Pattern])
                .Append("/none"),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_can_be_used_by_all(string address)
    {
        var page = await browser.Open(1280);
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(
                    site.Client.BaseAddress!.ToString(),
                    StringComparison.Ordinal
                ) && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
            {
                elsewhere.Add(request.Url);
            }
        };
        if (address.EndsWith(FirstHit, StringComparison.Ordinal))
        {
            address = (await site.Page(address[..^FirstHit.Length]))
                .QuerySelector(".hit .text a")!
                .GetAttribute("href")!;
        }

        await page.GotoAsync(new Uri(site.Client.BaseAddress!, address).ToString());

        var result = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions
                {
                    Type = "tag",
                    Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
                },
            }
        );
        await page.SetViewportSizeAsync(Narrow, 844);
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await page.CloseAsync();
        Assert.True(
            result.Violations.Length == 0,
            string.Join(
                '\n',
                result.Violations.Select(v =>
                    $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"
                )
            )
        );
        Assert.True(wide <= Narrow, $"the page is {wide} wide on a screen of {Narrow}");
        Assert.Empty(elsewhere);
    }

    [Theory]
    [InlineData("/areas/1")]
    [InlineData("/themes")]
    [InlineData("/charts/heatmap")]
    [InlineData("/themes/dialogue")]
    [InlineData("/reports/vasteras-2012")]
    [InlineData("/charts/change")]
    public async Task On_paper_nothing_is_cut_or_folded_away(string address)
    {
        // A4 within Chromium's own margins.
        var page = await browser.Open(718);
        await page.GotoAsync(new Uri(site.Client.BaseAddress!, address).ToString());
        await page.EmulateMediaAsync(
            new Microsoft.Playwright.PageEmulateMediaOptions
            {
                Media = Microsoft.Playwright.Media.Print,
            }
        );

        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var folded = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main details table')].filter(t => !t.checkVisibility({ contentVisibilityAuto: true })).map(t => t.textContent)"
        );
        var white = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.h5')].map(c => getComputedStyle(c).printColorAdjust).filter(a => a !== 'exact')"
        );
        await page.CloseAsync();
        Assert.True(wide <= 718, $"the page is {wide} wide on a paper of 718");
        Assert.Empty(folded);
        Assert.Empty(white);
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_the_search_and_the_filters()
    {
        var page = await browser.Open(1280);
        await page.GotoAsync(site.Client.BaseAddress!.ToString());
        var reached = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(
                await page.EvaluateAsync<string>(
                    "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
                )
            );
        }

        await page.CloseAsync();
        Assert.Equal("skip", reached[0]);
        Assert.Contains("q", reached);
        Assert.Contains("SUMMARY", reached);
    }
}
