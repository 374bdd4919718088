using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;
using Kompass.Web.Components;
using Kompass.Web.Hosting;
using Kompass.Web.Views;

namespace Kompass.Web.Tests;

/// <summary>Pages as a browser gets them from the real host.</summary>
public sealed class PageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_marks_the_words_says_what_it_understood_and_counts()
    {
        var page = await site.Page("/?q=dialog");

        Assert.Contains("alla former av dialog", page.QuerySelector(".understood")!.TextContent);
        Assert.StartsWith(
            "4 texter i 4 rapporter",
            page.QuerySelector("#hits")!.TextContent.Trim()
        );
        Assert.Equal(
            ["dialog", "Dialogen", "medborgardialog", "medborgardialoger"],
            page.QuerySelectorAll(".hit mark")
                .Select(m => m.TextContent)
                .Order(StringComparer.OrdinalIgnoreCase)
        );
        Assert.Contains("95\u00A0%", page.QuerySelector(".hits")!.TextContent);
    }

    [Theory]
    [InlineData("håbo", "Datamängden har en utvärdering av Håbo: 2014.", "/municipalities/0305")]
    [InlineData(
        "vasteras",
        "Datamängden har 2 utvärderingar av Västerås: 2012, 2021.",
        "/reports/vasteras-2021"
    )]
    [InlineData("Ekdal", "Datamängden har en utvärdering av Ekdal: 2013.", "/municipalities/Ekdal")]
    [InlineData(
        "Borås",
        "Datamängden har ingen utvärdering av Borås. Kända men saknas här: 2008, 2013, 2015.",
        null
    )]
    public async Task The_name_of_a_municipality_leads_to_it_and_tells_what_is_known(
        string name,
        string told,
        string? link
    )
    {
        var line = (await site.Page("/?q=" + Uri.EscapeDataString(name))).QuerySelector(
            ".evaluations"
        )!;

        Assert.StartsWith(
            told,
            string.Join(
                ' ',
                line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
        );
        Assert.Equal(
            link is not null,
            line.QuerySelectorAll("a").Any(a => a.GetAttribute("href") == link)
        );
    }

    [Theory]
    [InlineData("/?q=dialog")]
    [InlineData("/?q=1980")]
    public async Task Other_words_are_no_municipality(string address) =>
        Assert.Null((await site.Page(address)).QuerySelector(".evaluations"));

    [Fact]
    public async Task A_municipality_is_found_by_its_name_too() =>
        Assert.Equal(
            "Håbo",
            (await site.Page("/municipalities/h%C3%A5bo"))
                .QuerySelector("h1")!
                .FirstChild!.TextContent.Trim()
        );

    [Fact]
    public async Task Who_is_held_up_as_an_example_is_found_from_both_sides()
    {
        var all = await site.Page("/exemplars");
        var one = await site.Page("/exemplars?municipality=bor%C3%A5s");
        var none = await site.Page("/exemplars?municipality=Orsa");
        var report = await site.Page("/reports/vasteras-2012");

        Assert.All(
            (IHtmlDocument[])[all, one, report],
            page =>
                Assert.Contains(
                    page.QuerySelectorAll("tbody tr"),
                    r =>
                        r.QuerySelector("th")!.TextContent == "Borås"
                        && r.TextContent.Contains("I Borås finns ett gott exempel.")
                )
        );
        Assert.Contains("Borås lyfts fram 1 gång.", one.QuerySelector("main")!.TextContent);
        Assert.Contains("lyfts inte fram", none.QuerySelector("main")!.TextContent);
        Assert.NotNull(
            (await site.Page("/?q=Bor%C3%A5s")).QuerySelector(
                ".evaluations a[href='/exemplars?municipality=Bor%C3%A5s']"
            )
        );
    }

    [Fact]
    public async Task Remarks_and_prose_are_searched_too()
    {
        Assert.Equal(5, (await site.Page("/?q=dialog&in=remarks")).QuerySelectorAll(".hit").Length);
        Assert.Equal(5, (await site.Page("/?q=dialog&in=prose")).QuerySelectorAll(".hit").Length);
    }

    [Fact]
    public async Task Lists_have_their_hits_after_another_place_was_looked_at()
    {
        await site.Page("/?q=glesbygden&in=remarks");

        Assert.Single((await site.Page("/?q=glesbygden")).QuerySelectorAll(".hit"));
    }

    [Theory]
    [InlineData("/areas/1")]
    [InlineData("/themes")]
    [InlineData("/themes/dialogue")]
    public async Task Counts_are_of_an_edition_and_say_so(string address) =>
        Assert.Contains(
            "rapporter av utgåva 2010",
            (await site.Page(address)).QuerySelector("main")!.TextContent
        );

    [Fact]
    public async Task Municipalities_that_are_none_can_be_left_out()
    {
        var link = (await site.Page("/?kind=strength")).QuerySelector("a[href*='known=true']")!;
        var known = await site.Page(link.GetAttribute("href")!);

        Assert.Contains(
            "Ekdal",
            (await site.Page("/?kind=strength")).QuerySelector(".hits")!.TextContent
        );
        Assert.DoesNotContain("Ekdal", known.QuerySelector(".hits")!.TextContent);
        Assert.Contains("Västerås", known.QuerySelector(".hits")!.TextContent);
        Assert.Contains("bara Sveriges 290", known.QuerySelector(".chips")!.TextContent);
    }

    [Fact]
    public async Task A_facets_link_narrows_and_the_same_link_widens_again()
    {
        var all = await site.Page("/");
        var kind = all.QuerySelectorAll(".facet a").First(a => a.TextContent.Contains("Svagheter"));
        Assert.Matches(@"1\s+i 1 rapp", kind.TextContent);

        var narrowed = await site.Page(kind.GetAttribute("href")!);

        Assert.Single(narrowed.QuerySelectorAll(".hit"));
        var chosen = narrowed.QuerySelector(".facet a[aria-current]")!;
        Assert.Contains("Svagheter", chosen.TextContent);
        Assert.Equal("/", chosen.GetAttribute("href"));
    }

    [Fact]
    public async Task Values_that_no_text_has_are_shown_with_zero()
    {
        var page = await site.Page("/");

        var year = page.QuerySelectorAll(".facet a")
            .Single(a => a.QuerySelector(".value")!.TextContent == "2015");
        Assert.StartsWith("0", year.QuerySelector(".count")!.TextContent);
    }

    [Fact]
    public async Task From_a_hit_one_click_leads_to_its_place_with_the_words_marked()
    {
        var hits = await site.Page("/?q=strategi");
        var page = await site.Page(hits.QuerySelector(".hit .text a")!.GetAttribute("href")!);

        Assert.Equal(
            "Utveckla strategin för e-tjänster på webben",
            page.QuerySelector(".sheet mark")!.TextContent
        );
        Assert.NotNull(page.QuerySelector("a[rel=prev]"));
        Assert.NotNull(page.QuerySelector("a[rel=next]"));
        Assert.Contains(
            "osäkert; kan också vara 1.0",
            page.QuerySelector(".labels .doubt")!.TextContent
        );
    }

    [Fact]
    public async Task How_probably_a_value_is_read_right_stands_beside_it()
    {
        var report = await site.Page("/reports/habo-2014");
        var finding = await site.Page(report.QuerySelector(".list a")!.GetAttribute("href")!);

        Assert.Equal(
            "63\u00A0%",
            Assert.Single(report.QuerySelectorAll(".scores td.doubt")).TextContent
        );
        Assert.Equal("osäkert, 71\u00A0%", report.QuerySelector("dd .doubt")!.TextContent);
        Assert.EndsWith(
            "habo-2014.txt",
            report.QuerySelector(".scores tbody td:last-child")!.TextContent.Trim()
        );
        Assert.Contains("100\u00A0% sannolikt", finding.QuerySelector("dl.pairs")!.TextContent);
    }

    [Fact]
    public async Task What_an_analyst_has_set_right_says_so_with_what_was_read()
    {
        var report = await site.Page("/reports/ekdal-2013");
        var finding = await site.Page(report.QuerySelector(".list a")!.GetAttribute("href")!);
        var score = report.QuerySelectorAll(".scores tbody tr")[2].TextContent;
        var corrected = report.QuerySelector("#corrections + div")!.TextContent;

        Assert.Contains("satt av en analytiker", score);
        Assert.DoesNotContain("100\u00A0%", score);
        Assert.Contains("lästes som ”Informationen om resuItat”", report.Body!.TextContent);
        foreach (var told in new[] { "område 3, poäng", "36", "omkastade siffror", "2026-01-02" })
        {
            Assert.Contains(told, corrected);
        }

        Assert.DoesNotContain("sannolikt att texten", finding.Body!.TextContent);
        Assert.Contains("felläst", finding.Body.TextContent);
    }

    [Fact]
    public async Task A_label_that_a_model_gave_is_never_quite_certain() =>
        Assert.Contains(
            ">\u00A099\u00A0%",
            (await site.Page("/reports/ekdal-2013")).QuerySelector(".labels")!.TextContent
        );

    [Fact]
    public async Task Hostile_text_is_shown_as_text_on_every_page()
    {
        var search = await site.Page("/?q=webben");
        var finding = search
            .QuerySelectorAll(".hit .text a")
            .First(a => a.TextContent.Contains("script"))
            .GetAttribute("href")!;
        foreach (
            var address in (string[])
                [
                    "/?q=webben",
                    finding,
                    "/reports/habo-2014",
                    "/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                ]
        )
        {
            var page = await site.Page(address);

            Assert.Empty(page.QuerySelectorAll("script, b"));
            Assert.Contains(
                "<script>",
                page.Body!.TextContent + page.QuerySelector("#q")?.GetAttribute("value")
            );
        }

        Assert.Equal(
            WrittenReports.Hostile,
            (await site.Page(finding)).QuerySelector("blockquote")!.TextContent
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/reports")]
    [InlineData("/nothing-here")]
    [InlineData("/?format=json")]
    public async Task No_script_and_nothing_of_another_site_may_run(string address)
    {
        using var response = await site.Client.GetAsync(address, Cancellation);

        Assert.Equal(
            Headers.ContentSecurityPolicy,
            response.Headers.GetValues("Content-Security-Policy").Single()
        );
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var html = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain(" style=\"", html);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
    }

    [Fact]
    public async Task A_request_under_another_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "attacker.example";
        using var response = await site.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/?year=abc", "year")]
    [InlineData("/?theme=none-such", "theme")]
    [InlineData("/?page=0", "page")]
    [InlineData("/?in=everywhere", "in")]
    [InlineData("/?format=pdf", "format")]
    [InlineData("/?format=csv&table=none", "table")]
    [InlineData("/?q=dialog+AND&format=json", "q")]
    [InlineData("/?q=dialog+AND&format=csv&table=facets", "q")]
    [InlineData("/?population=many", "population")]
    [InlineData("/exemplars?municipality=nosuch", "municipality")]
    [InlineData("/?area=12", "area")]
    [InlineData("/charts/share?area=12", "area")]
    [InlineData("/?nosuch=1", "nosuch")]
    [InlineData("/?text=hemsida&format=csv", "text")]
    [InlineData("/suggest?report=nosuch", "report")]
    [InlineData("/charts/share?q=%22a", "q")]
    public async Task An_address_that_cannot_be_answered_says_what_was_expected(
        string address,
        string parameter
    )
    {
        using var response = await site.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(parameter + ":", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(
            address.Contains("format=", StringComparison.Ordinal)
                ? "application/problem+json"
                : "text/html",
            response.Content.Headers.ContentType!.MediaType
        );
    }

    [Theory]
    [InlineData("/reports/nowhere-2000")]
    [InlineData("/findings/nothing")]
    [InlineData("/none")]
    [InlineData("/page-images/0123/1.png")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var response = await site.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/", "findings")]
    [InlineData("/?q=dialog&kind=strength&year=2013-2017", "findings")]
    [InlineData("/reports", "view")]
    [InlineData("/charts/heatmap?kind=strength", "view")]
    [InlineData("/sql?query=SELECT%201", "view")]
    public async Task A_view_is_cited_with_the_hash_of_all_its_rows(string address, string query)
    {
        var form = address.Contains('?', StringComparison.Ordinal) ? "&format=" : "?format=";
        var csv = await site.Client.GetByteArrayAsync(address + form + "csv", Cancellation);

        var citation = Citation.Parse(
            await site.Client.GetStringAsync(address + form + "cite", Cancellation)
        )!;

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(csv)), citation.ResultSha256);
        Assert.Equal(query, citation.Query[0]);
        Assert.Equal(csv.Count(b => b == '\n') - 1, citation.Rows);
    }

    [Fact]
    public async Task The_csv_of_a_search_has_all_rows_and_not_those_of_a_page()
    {
        using var connection = SqliteStore.OpenForReading(site.Data);
        var all = new StoreQueries(connection, Site.Knowledge.Municipalities).Count(
            QueryFilter.None,
            TextPlace.Lists
        );
        var csv = await site.Client.GetStringAsync("/?format=csv&page=2", Cancellation);

        Assert.Empty((await site.Page("/?page=2")).QuerySelectorAll(".hit"));
        Assert.Equal(all.Texts, csv.Count(c => c == '\n') - 1);
    }

    [Fact]
    public async Task A_document_that_is_gone_is_said_in_swedish()
    {
        await using var emptied = new Site();
        await emptied.InitializeAsync();
        var inbox = Path.Combine(Path.GetDirectoryName(emptied.Data.Root)!, "inbox");
        File.Delete(Path.Combine(inbox, "orsa-2013.txt"));
        var hits = await emptied.Page("/?q=glesbygden");

        var page = await emptied.Page(hits.QuerySelector(".hit .text a")!.GetAttribute("href")!);

        var problem = page.QuerySelector(".problem")!;
        Assert.StartsWith(
            "Platsen kan inte visas: dokumentet är inte kvar så som det lästes.",
            problem.TextContent
        );
        Assert.Contains("orsa-2013.txt", problem.QuerySelector("[lang=en]")!.TextContent);
    }

    [Fact]
    public async Task A_table_of_a_page_is_downloaded_and_cited_by_itself()
    {
        var page = await site.Page("/reports/vasteras-2012");
        string Link(string label) =>
            page.QuerySelector($"footer a[aria-label='{label}, scores']")!.GetAttribute("href")!;

        var csv = await site.Client.GetByteArrayAsync(Link("CSV"), Cancellation);
        var text = await site.Client.GetStringAsync(Link("citera"), Cancellation);
        var citation = Citation.Parse(text)!;

        Assert.Equal(["view", "/reports/vasteras-2012?table=scores"], citation.Query);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(csv)), citation.ResultSha256);
        Assert.Contains("Västerås 2012 (Report)", text);
    }

    [Fact]
    public async Task A_table_for_excel_has_its_mark_semicolons_and_decimal_commas()
    {
        var csv = await site.Client.GetByteArrayAsync(
            "/charts/profile?municipality=Orsa&format=csv-excel",
            Cancellation
        );

        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        Assert.Contains(
            "orsa-2013;Orsa;2013;2010;1;0,42",
            System.Text.Encoding.UTF8.GetString(csv)
        );
    }

    [Fact]
    public async Task Where_the_words_are_no_search_nothing_passes_for_the_answer()
    {
        var page = await site.Page("/?q=%22halv", HttpStatusCode.BadRequest);

        Assert.Empty(page.QuerySelectorAll(".hit"));
        Assert.NotNull(page.QuerySelector(".problem"));
        Assert.Equal("\"halv", page.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Fact]
    public async Task After_the_last_page_the_last_one_is_named()
    {
        var main = (await site.Page("/?page=999")).QuerySelector("main")!;

        Assert.Contains("träffarna ryms på 1 sida", main.TextContent);
        Assert.DoesNotContain("Ta bort ett filter", main.TextContent);
    }

    [Fact]
    public async Task A_report_tells_what_its_record_has()
    {
        var page = await site.Page("/reports/vasteras-2012");

        var told = page.QuerySelector("dl.pairs")!.TextContent;
        foreach (
            var text in (string[])
                ["2010 (Kommunkompassen 2.0)", "2012-05", "34", "139\u00a0000", "S, V"]
        )
        {
            Assert.Contains(text, told);
        }

        Assert.DoesNotContain("Anställda", told);
        Assert.Contains(
            "2008 (annan skala), poäng – område 1: 47.",
            page.QuerySelector("#previous")!.ParentElement!.TextContent
        );
    }

    [Fact]
    public async Task What_a_note_means_stands_first_in_swedish()
    {
        var note = (await site.Page("/reports/orsa-2013")).QuerySelector("#notes + div td.both")!;

        Assert.StartsWith(
            "Delfrågornas summa skiljer sig från områdets poäng; skillnaden beror på avrundning",
            note.TextContent.Trim()
        );
        Assert.Equal("rounded", note.QuerySelector("[lang=en]")!.TextContent);
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.0, "0\u00a0%")]
    [InlineData(0.001, "<\u00a01\u00a0%")]
    [InlineData(0.994, "99\u00a0%")]
    [InlineData(0.999, ">\u00a099\u00a0%")]
    [InlineData(1.0, "100\u00a0%")]
    public void What_is_not_quite_all_is_not_a_hundred_percent(double? share, string expected) =>
        Assert.Equal(expected, Words.Percent(share));

    [Fact]
    public async Task Hits_are_sorted_by_report_where_that_is_wanted()
    {
        var page = await site.Page("/?q=dialog");
        var other = await site.Page(
            page.QuerySelector(".order a:not(.to-facets)")!.GetAttribute("href")!
        );

        Assert.Contains("Sorterat efter relevans.", page.QuerySelector(".order")!.TextContent);
        Assert.Contains("Sorterat efter rapport.", other.QuerySelector(".order")!.TextContent);
    }

    [Fact]
    public async Task A_search_that_is_none_says_where()
    {
        var page = await site.Page("/?q=dialog+AND", HttpStatusCode.BadRequest);

        var problem = page.QuerySelector(".problem")!;
        Assert.StartsWith(
            "Sökningen ”dialog AND” går inte att tolka: ett ord väntades här (tecken 11).",
            problem.TextContent.Trim()
        );
        Assert.Contains("a word was expected", problem.QuerySelector("[lang=en]")!.TextContent);
    }

    [Theory]
    [InlineData("dialog, – & 😀", null)]
    [InlineData("dialog eller strategi", "skriv OR")]
    public async Task Punctuation_is_passed_over_and_lower_case_operators_are_hinted_at(
        string words,
        string? hint
    )
    {
        var page = await site.Page("/?q=" + Uri.EscapeDataString(words));

        Assert.Contains(
            "alla former av dialog",
            page.QuerySelector(".understood")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            hint is not null,
            page.QuerySelector(".understood + .hint")?.TextContent.Contains(hint!) ?? false
        );
    }

    [Fact]
    public async Task What_goes_wrong_at_the_server_is_written_where_it_was_started()
    {
        await using var broken = new Site();
        await broken.InitializeAsync();
        using (
            var store = new Microsoft.Data.Sqlite.SqliteConnection(
                $"Data Source={broken.Data.Store}"
            )
        )
        {
            store.Open();
            using var drop = store.CreateCommand();
            drop.CommandText = "DROP TABLE notes";
            drop.ExecuteNonQuery();
        }

        await broken.Page("/quality", HttpStatusCode.InternalServerError);

        Assert.Contains("/quality could not be answered", broken.Log.ToString());
        Assert.Contains("no such table: notes", broken.Log.ToString());
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        using var response = await site.Client.PostAsync("/", new StringContent(""), Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Every_view_is_json_and_csv_at_its_address()
    {
        using var json = JsonDocument.Parse(
            await site.Client.GetStringAsync("/?q=dialog&format=json", Cancellation)
        );
        var csv = await site.Client.GetStringAsync(
            "/?q=dialog&format=csv&table=facets",
            Cancellation
        );

        var hits = json.RootElement.GetProperty("tables").GetProperty("hits");
        Assert.Equal(4, hits.GetArrayLength());
        Assert.Equal(
            SqliteStore.Schema,
            json.RootElement.GetProperty("dataset").GetProperty("schema").GetString()
        );
        Assert.StartsWith("facet,value,label,texts,reports", csv);
        Assert.Contains("kind,strength,Styrkor,3,3", csv);
    }

    [Fact]
    public async Task Places_county_and_names_are_understood_as_people_write_them()
    {
        Assert.Equal(2, (await site.Page("/?county=Dalarna")).QuerySelectorAll(".hit").Length);
        Assert.Equal(
            4,
            (await site.Page("/?municipality=v%C3%A4ster%C3%A5s")).QuerySelectorAll(".hit").Length
        );
        Assert.Equal(7, (await site.Page("/?year=2010-2014")).QuerySelectorAll(".hit").Length);
    }
}
