using System.Text.Json;
using Kompass.Mining.Publishing;
using Kompass.Web.Charts;
using Kompass.Web.Facets;
using Kompass.Web.Hosting;
using Kompass.Web.Store;
using Kompass.Web.Views;

namespace Kompass.Web.Tests;

/// <summary>Charts, tables and their data.</summary>
public sealed class ViewTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Share_by_year_counts_reports_among_those_that_have_the_list()
    {
        var csv = await site.Client.GetStringAsync("/themes/dialogue?format=csv", Cancellation);

        var rows = csv.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        Assert.Equal("edition,year,kind,reports,base,share,low,high", rows[0]);
        Assert.StartsWith("2010,2012,strength,1,1,1,", rows[1]);
        Assert.StartsWith("2010,2013,strength,0,1,0,0,", rows[3]);
        Assert.StartsWith("2010,2013,improvement,1,1,1,", rows[4]);
    }

    [Fact]
    public async Task The_chart_shows_what_its_table_says()
    {
        var page = await site.Page("/themes/dialogue");

        Assert.Contains("100\u00A0% (1 av 1)", page.QuerySelector("details table")!.TextContent);
        Assert.NotNull(page.QuerySelector(".chart svg[role=img][aria-label]"));
        Assert.Contains("1/1", page.QuerySelector(".chart svg")!.TextContent);
    }

    [Fact]
    public async Task The_heat_map_leads_to_the_findings_it_counts()
    {
        var page = await site.Page("/charts/heatmap?kind=strength&edition=2010");
        var cell = page.QuerySelectorAll(".heat td a")
            .First(a => a.GetAttribute("href")!.Contains("theme=dialogue"));

        // One of the three reports of the edition that list strengths.
        Assert.Equal("33\u00A0%", cell.TextContent);
        Assert.Single((await site.Page(cell.GetAttribute("href")!)).QuerySelectorAll(".hit"));
    }

    [Fact]
    public async Task One_report_is_no_reports() =>
        Assert.Contains(
            "Av 1 rapport av utgåva 2010",
            (await site.Page("/charts/heatmap?kind=weakness&edition=2010"))
                .QuerySelector("main")!
                .TextContent
        );

    [Fact]
    public async Task A_link_of_the_heat_map_says_alone_what_it_leads_to()
    {
        var page = await site.Page("/charts/heatmap?kind=strength&edition=2010");

        Assert.Contains(
            page.QuerySelectorAll(".heat td a"),
            a =>
                a.GetAttribute("aria-label")
                == "33\u00A0%: Dialog och delaktighet i område 1 Offentlighet och demokrati, 1 av 3 rapporter, 1 punkt"
        );
        Assert.Contains(page.QuerySelectorAll(".heat td"), d => d.TextContent.Trim() == "0\u00A0%");
    }

    [Fact]
    public async Task Weaknesses_and_the_bases_of_each_list_are_counted_too()
    {
        var page = await site.Page("/areas/2");
        var csv = await site.Client.GetStringAsync(
            "/areas/2?format=csv&table=questions",
            Cancellation
        );

        Assert.Contains("i rapporter (av 1)", page.QuerySelector("main")!.TextContent);
        Assert.StartsWith(
            "edition,value,label,strengths,reports_with_strength,improvements,reports_with_improvement,weaknesses,reports_with_weakness,"
                + "reports_with_strength_list,reports_with_improvement_list,reports_with_weakness_list",
            csv
        );
        Assert.Contains(
            csv.Split('\n'),
            l =>
                l.StartsWith("2010,2.1,", StringComparison.Ordinal)
                && l.Trim().EndsWith(",0,0,0,0,1,1,3,2,1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_area_is_that_of_an_edition()
    {
        var now = (await site.Page("/areas/1?edition=2020")).QuerySelector("main")!;
        var facet = (await site.Page("/")).QuerySelector("a[href='/?area=1']")!;
        var theme = await site.Client.GetStringAsync(
            "/themes/dialogue?edition=2020&format=csv&table=areas",
            Cancellation
        );

        Assert.Equal(
            "Område 1: Samspel mellan förtroendevalda och medborgare",
            now.QuerySelector("h1")!.FirstChild!.TextContent.Trim()
        );
        Assert.Contains("i rapporter (av 1)", now.TextContent);
        Assert.Contains("Utgåvans delfrågor är inte kända", now.TextContent);
        Assert.NotNull(now.QuerySelector("a[href='/?area=1&edition=2020']"));
        Assert.Equal(
            "2 Tillgänglighet och brukarorientering",
            (await site.Page("/areas/5?edition=2020"))
                .QuerySelector("td a[href='/areas/2?edition=2010']")!
                .TextContent
        );
        Assert.Contains("2020: Samspel mellan förtroendevalda", facet.TextContent);
        Assert.Contains("2020,1,1 Samspel mellan förtroendevalda och medborgare,1,1,", theme);
        Assert.Contains(
            "8 Chefs- och ledarskap samt medarbetarskap",
            (await site.Page("/charts/heatmap?kind=strength&edition=2020"))
                .QuerySelector(".legend")!
                .TextContent
        );
        Assert.NotNull(
            (await site.Page("/reports/vasteras-2021")).QuerySelector(
                "a[href='/areas/1?edition=2020']"
            )
        );
    }

    [Fact]
    public async Task The_example_of_themes_counts_as_the_page_of_themes()
    {
        var link = (await site.Page("/sql")).QuerySelector("main ul.list a")!;

        var counted = await Rows(link.GetAttribute("href") + "&format=json", "rows");
        var themes = await Rows("/themes?format=json", "themes");

        Assert.Equal(
            themes
                .Where(t => t.GetProperty("strengths").GetInt32() > 0)
                .Select(t =>
                    $"{t.GetProperty("label")} {t.GetProperty("strengths")} {t.GetProperty("reports_with_strength")}"
                )
                .Order(StringComparer.Ordinal),
            counted
                .Where(r => r.GetProperty("kind").GetString() == "strength")
                .Where(r => r.GetProperty("edition").GetString() == "2010")
                .Select(r =>
                    $"{r.GetProperty("label")} {r.GetProperty("findings")} {r.GetProperty("reports")}"
                )
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains(
            themes,
            t =>
                t.GetProperty("value").GetString() == "goals"
                && t.GetProperty("strengths").GetInt32() == 1
        );
    }

    private async Task<List<JsonElement>> Rows(string address, string table)
    {
        using var json = JsonDocument.Parse(
            await site.Client.GetStringAsync(address, Cancellation)
        );
        return
        [
            .. json
                .RootElement.GetProperty("tables")
                .GetProperty(table)
                .EnumerateArray()
                .Select(e => e.Clone()),
        ];
    }

    [Fact]
    public async Task Profiles_of_editions_on_different_scales_are_warned_of()
    {
        Assert.Null(
            (await site.Page("/charts/profile?municipality=2034,0305")).QuerySelector(".problem")
        );
        Assert.NotNull((await site.Page("/municipalities/1980")).QuerySelector("h1"));
    }

    [Fact]
    public async Task Quality_lists_what_is_missing()
    {
        var page = await site.Page("/quality");

        Assert.Contains("sum-rounding", page.QuerySelector("#codes")!.ParentElement!.TextContent);
        var known = Gaps.Known(Site.Knowledge).ToList();
        var here = known.Count(k =>
            k.Id is "vasteras-2012" or "vasteras-2021" or "orsa-2013" or "habo-2014"
        );
        Assert.Equal(known.Count - here, page.QuerySelectorAll("details tbody tr").Length);
        Assert.Contains(
            $"{here} av de {known.Count} utvärderingar",
            page.QuerySelector(".facts")!.TextContent
        );
    }

    [Fact]
    public async Task OpenApi_describes_every_view_and_each_of_its_parameters()
    {
        using var document = JsonDocument.Parse(
            await site.Client.GetStringAsync("/openapi.json", Cancellation)
        );

        var paths = document.RootElement.GetProperty("paths");
        Assert.Equal(Routes.All.Count, paths.EnumerateObject().Count());
        foreach (var path in paths.EnumerateObject())
        {
            var parameters = path
                .Value.GetProperty("get")
                .GetProperty("parameters")
                .EnumerateArray()
                .ToList();
            foreach (
                var part in System
                    .Text.RegularExpressions.Regex.Matches(path.Name, @"\{(\w+)\}")
                    .Select(m => m.Groups[1].Value)
            )
            {
                Assert.Contains(
                    parameters,
                    p =>
                        p.GetProperty("name").GetString() == part
                        && p.GetProperty("required").GetBoolean()
                );
            }
        }
    }

    [Fact]
    public async Task Every_link_of_the_menu_and_of_every_page_leads_somewhere()
    {
        var seen = new HashSet<string>();
        foreach (var route in Routes.All.Where(r => !r.Pattern.Contains('{')))
        {
            foreach (var link in (await site.Page(route.Pattern)).QuerySelectorAll("a[href^='/']"))
            {
                seen.Add(link.GetAttribute("href")!.Split('#')[0]);
            }
        }

        foreach (var address in seen)
        {
            using var response = await site.Client.GetAsync(address, Cancellation);
            Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task What_cannot_be_compared_is_told_and_drawn_grey()
    {
        var page = await site.Page("/charts/change?municipality=1980");

        Assert.Contains("edition 2010", page.QuerySelector("tbody")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll(".chart .dash"));
        Assert.Empty(page.QuerySelectorAll(".chart polyline.s1"));
        var chart = page.QuerySelector(".chart svg")!;
        Assert.Equal(8 * 2, chart.QuerySelectorAll("circle").Length);
        Assert.Contains(chart.QuerySelectorAll("text"), t => t.TextContent == "59\u00a0%");
        Assert.Contains("Poäng 2021", page.QuerySelector("thead")!.TextContent);
        Assert.All(
            page.QuerySelectorAll("table"),
            t => Assert.Equal(1 + 8, t.QuerySelectorAll("tbody th").Length)
        );
        Assert.StartsWith("Totalt", page.QuerySelector("tbody th")!.TextContent);
    }

    [Fact]
    public async Task An_earlier_score_in_doubt_is_marked_wherever_it_stands()
    {
        var change = await site.Page("/charts/change?municipality=1980");
        var report = await site.Page("/reports/vasteras-2012");

        Assert.Equal(
            "47 osäkert",
            Assert
                .Single(change.QuerySelectorAll("td.doubt"), d => d.TextContent.Contains("osäkert"))
                .TextContent
        );
        Assert.Contains(
            change.QuerySelectorAll(".chart svg text"),
            t => t.TextContent == "47\u00a0% ?"
        );
        Assert.Equal("osäkert, 60\u00a0%", report.QuerySelector("p .doubt")!.TextContent);
    }

    [Fact]
    public async Task Charts_across_editions_name_them_and_what_their_areas_are_called()
    {
        var change = (await site.Page("/charts/change?municipality=1980")).QuerySelector("main")!;
        var profile = (await site.Page("/municipalities/1980")).QuerySelector("main")!;

        Assert.Contains("2012: utgåva 2010; 2021: utgåva 2020", change.TextContent);
        Assert.Contains("Åtta nya områden", change.TextContent);
        Assert.Contains("Poängen för 2008 är hämtade ur rapporten från 2012", change.TextContent);
        Assert.Contains(
            "1 Samspel mellan förtroendevalda och medborgare (då Offentlighet och demokrati)",
            change.TextContent
        );
        Assert.Contains("Västerås 2021 (utgåva 2020)", profile.TextContent);
        Assert.Contains("Åtta nya områden", profile.TextContent);
        Assert.Contains(
            "1 Samspel mellan förtroendevalda och medborgare (utgåva 2010: Offentlighet och demokrati)",
            profile.TextContent
        );
    }

    [Fact]
    public async Task Where_there_is_no_change_it_is_told_what_is_here()
    {
        var main = (await site.Page("/charts/change?municipality=2034")).QuerySelector("main")!;

        Assert.Contains("en utvärdering av", main.QuerySelector(".evaluations")!.TextContent);
        Assert.DoesNotContain("har inte", main.TextContent);
        Assert.NotNull(
            (await site.Page("/municipalities/2034")).QuerySelector(
                "a[href='/charts/change?municipality=2034']"
            )
        );
    }

    [Fact]
    public async Task Missing_evaluations_stand_in_swedish_order()
    {
        var names = (await site.Page("/quality"))
            .QuerySelectorAll("details tbody th")
            .Select(t => t.TextContent)
            .ToList();

        Assert.Equal(names.Order(FacetValues.Swedish), names);
        Assert.True(names.IndexOf("Vårgårda") < names.IndexOf("Västerås"));
    }

    [Fact]
    public async Task Shares_by_year_are_of_something_that_was_chosen()
    {
        var none = await site.Page("/charts/share");

        Assert.Null(none.QuerySelector(".chart"));
        Assert.Contains("Välj ett tema", none.QuerySelector("main")!.TextContent);
        Assert.NotNull(
            (await site.Page("/charts/share?theme=dialogue")).QuerySelector(".chart svg")
        );
    }

    [Fact]
    public void A_document_is_named_with_its_folder_where_another_is_called_the_same()
    {
        var facts = new DatasetFacts(
            1,
            1,
            1,
            1,
            [],
            null,
            new Dictionary<string, string>(StringComparer.Ordinal)
        )
        {
            Alike = new HashSet<string>(StringComparer.Ordinal) { "rapport.pdf" },
        };

        Assert.Equal("a/rapport.pdf", facts.NameOf("a/rapport.pdf"));
        Assert.Equal("b.pdf", facts.NameOf("a/b.pdf"));
    }

    [Fact]
    public async Task A_title_begins_with_what_was_sought()
    {
        Assert.StartsWith("”dialog” – Sök", (await site.Page("/?q=dialog")).Title);
        Assert.StartsWith("Sök", (await site.Page("/")).Title);
        Assert.StartsWith(
            "”dialog”, Styrkor, sida 2 – Sök",
            (await site.Page("/?q=dialog&kind=strength&page=2")).Title
        );
        Assert.StartsWith(
            "Västerås – Förändring",
            (await site.Page("/charts/change?municipality=1980")).Title
        );
        Assert.StartsWith(
            "Orsa, Håbo – Jämför",
            (await site.Page("/charts/profile?municipality=2034,0305")).Title
        );
        var hit = (await site.Page("/?q=levande")).QuerySelector(".hit .text a")!;
        Assert.StartsWith(
            "Kommunen för en levande medborgardialog om budgeten – Styrka – Västerås 2012",
            (await site.Page(hit.GetAttribute("href")!)).Title
        );
    }

    [Theory]
    [InlineData("sv-SE,sv;q=0.9,en;q=0.8", "sv")]
    [InlineData("en-GB,sv;q=0.5", null)]
    public async Task English_stands_beside_swedish_unless_the_browser_prefers_swedish(
        string languages,
        string? style
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", languages);
        using var response = await site.Client.SendAsync(request, Cancellation);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            await response.Content.ReadAsStringAsync(Cancellation)
        );
        Assert.Equal(style, page.Body!.GetAttribute("class"));
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public void A_score_that_stands_on_a_page_leads_to_its_picture()
    {
        var score = new ScoreRow(1, null, "A", 50, 100, 1, 7, "d", "[1,2,3.5,4]", "a.pdf", null);

        Assert.Equal("/page-images/d/7.png?box=1,2,3.5,4", score.Picture);
        Assert.Null((score with { SourceBox = null }).Picture);
    }

    [Fact]
    public async Task Profiles_have_the_total_beside_the_areas()
    {
        var page = await site.Page("/charts/profile?municipality=2034,0305");
        var csv = await site.Client.GetStringAsync(
            "/charts/profile?municipality=2034,0305&format=csv",
            Cancellation
        );

        Assert.Contains("364 av 800 (46\u00A0%)", page.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("orsa-2013,Orsa,2013,2010,,0.455", csv);
    }

    [Fact]
    public void Of_nothing_there_is_no_share()
    {
        Assert.Null(new Interval(0, 0).Share);
        Assert.Null(new Interval(0, 0).Bounds);
    }
}
