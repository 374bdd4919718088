using AngleSharp.Html.Parser;
using Kompass.Mining.Dataset;

namespace Kompass.Web.Tests;

/// <summary>The pages as files.</summary>
public sealed class StaticSiteTests(Site site) : IClassFixture<Site>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_link_leads_to_a_file_or_into_the_page_and_nothing_needs_a_server()
    {
        var root = _folder.File("site");
        var written = await StaticSite.WriteAsync(Options, root, Cancellation);
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories);

        Assert.Equal(written, files.Length);
        foreach (var file in files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = new HtmlParser().ParseDocument(
                await File.ReadAllTextAsync(file, Cancellation)
            );

            Assert.Empty(page.QuerySelectorAll("form, script, img"));
            foreach (var link in page.QuerySelectorAll("a[href], link[rel=stylesheet]"))
            {
                var target = Uri.UnescapeDataString(link.GetAttribute("href")!.Split('#')[0]);
                Assert.False(target.StartsWith('/'), $"{file}: {target}");
                Assert.True(
                    target.Length == 0
                        || File.Exists(Path.Combine(Path.GetDirectoryName(file)!, target)),
                    $"{file}: {target}"
                );
            }
        }
    }

    [Fact]
    public async Task A_list_of_a_theme_has_its_findings_and_their_csv()
    {
        var root = _folder.File("themes");
        await StaticSite.WriteAsync(Options, root, Cancellation);

        Assert.Equal(
            await site.Client.GetByteArrayAsync("/?theme=dialogue&format=csv", Cancellation),
            await File.ReadAllBytesAsync(
                Path.Combine(root, "findings", "theme-dialogue.csv"),
                Cancellation
            )
        );
        foreach (var list in (string[])["index.html", "findings/theme-dialogue.html"])
        {
            var page = new HtmlParser().ParseDocument(
                await File.ReadAllTextAsync(Path.Combine(root, list), Cancellation)
            );

            Assert.NotEmpty(page.QuerySelectorAll(".hit"));
            Assert.All(
                page.QuerySelectorAll(".hit"),
                hit =>
                    Assert.False(string.IsNullOrWhiteSpace(hit.QuerySelector(".text")?.TextContent))
            );
        }
    }

    [Fact]
    public async Task A_heat_map_says_of_which_list_it_is_and_leads_to_those_of_the_others()
    {
        var root = _folder.File("maps");
        await StaticSite.WriteAsync(Options, root, Cancellation);
        var page = new HtmlParser().ParseDocument(
            await File.ReadAllTextAsync(Path.Combine(root, "charts", "heatmap.html"), Cancellation)
        );

        Assert.StartsWith(
            "Förbättringsmöjligheter per område och tema",
            page.QuerySelector("h1")!.TextContent.Trim()
        );
        Assert.Contains(
            "en lista över förbättringsmöjligheter",
            page.QuerySelector("main")!.TextContent
        );
        Assert.Contains(page.QuerySelectorAll("main p a"), a => a.TextContent == "Svagheter");
        Assert.Contains(
            page.QuerySelectorAll(".heat td span"),
            s => s.GetAttribute("title")?.Contains("1 Offentlighet och demokrati") == true
        );
    }

    [Fact]
    public async Task What_only_a_server_does_is_not_spoken_of()
    {
        var root = _folder.File("plain");
        await StaticSite.WriteAsync(Options, root, Cancellation);

        var heatMap = await Text("charts/heatmap.html");
        var charts = await Text("charts.html");

        Assert.DoesNotContain("JSON", heatMap, StringComparison.Ordinal);
        Assert.DoesNotContain("Klicka", heatMap, StringComparison.Ordinal);
        Assert.DoesNotContain("Förslag", heatMap, StringComparison.Ordinal);
        Assert.DoesNotContain("Jämför profiler", charts, StringComparison.Ordinal);
        Assert.Contains("Två diagram är inte med här", charts, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Sök i den här rapporten",
            await Text("reports/vasteras-2012.html"),
            StringComparison.Ordinal
        );

        async Task<string> Text(string file) =>
            new HtmlParser()
                .ParseDocument(await File.ReadAllTextAsync(Path.Combine(root, file), Cancellation))
                .Body!.TextContent;
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone()
    {
        _folder.Write("mine/letter.txt", "mine");

        await Assert.ThrowsAsync<DatasetException>(() =>
            StaticSite.WriteAsync(Options, _folder.File("mine"), Cancellation)
        );
    }

    private ExplorerOptions Options => new(site.Data, Site.Knowledge);
}
