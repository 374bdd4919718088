using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Playwright;

namespace Kompass.Web.Tests;

/// <summary>The form for a municipality's points.</summary>
public sealed class SuggestTests(Site site, Browser browser)
    : IClassFixture<Site>,
        IClassFixture<Browser>
{
    private const string Note =
        "Kommunen saknar ett sätt att återkoppla till de invånare som har deltagit i medborgardialoger.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_has_a_field_for_every_sub_question_and_area()
    {
        var page = await site.Page("/suggest");

        Assert.Equal(45 + 8 + 9, page.QuerySelectorAll(".points input").Length);
        Assert.All(
            page.QuerySelectorAll("form[action='/suggest'] input, form[action='/suggest'] select"),
            f => Assert.NotNull(page.QuerySelector($"label[for='{f.Id}']"))
        );
    }

    [Fact]
    public async Task Points_give_suggestions_with_reasons_and_quotations_and_keep_what_was_filled_in()
    {
        using var response = await Post(
            "page",
            ("kommun", "Ekdal"),
            ("1.4", "2"),
            ("område 1", "40")
        );
        var page = await Parse(response);

        var items = page.QuerySelectorAll("section li").Select(l => l.TextContent).ToList();
        Assert.Contains(items, i => i.Contains("(1.4)") && i.Contains("2 av 30 poäng"));
        Assert.Contains(items, i => i.Contains($"”{Note}” (intervju.txt, stycke\u00a01)"));
        Assert.Equal("Ekdal: utkast", page.QuerySelector("#suggestions")!.TextContent);
        Assert.Contains(
            page.QuerySelectorAll(".hint"),
            h =>
                h.TextContent.StartsWith(
                    "Ekdal är inte en av Sveriges 290 kommuner",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            page.QuerySelectorAll(".hint"),
            h => h.TextContent == "En mening i underlagen handlar om en delfråga."
        );
        Assert.DoesNotContain(items, i => i.Contains("möjligt ("));
        Assert.Equal("2", ((IHtmlInputElement)page.QuerySelector("input[name='1.4']")!).Value);
        Assert.Null(page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Areas_are_called_as_in_the_edition_of_the_year()
    {
        using var response = await Post("page", ("kommun", "Ekdal"), ("år", "2013"));
        var page = await Parse(response);

        Assert.Contains(
            page.QuerySelectorAll("legend"),
            l => l.TextContent.Trim() == "7 Verksamhetsutveckling"
        );
    }

    [Fact]
    public async Task Areas_of_an_edition_without_sub_questions_are_its_own()
    {
        using var response = await Post("page", ("kommun", "Ekdal"), ("utgåva", "2020"));
        var page = await Parse(response);

        Assert.Contains(
            page.QuerySelectorAll("legend"),
            l => l.TextContent.Trim() == "1 Samspel mellan förtroendevalda och medborgare"
        );
        Assert.Null(page.QuerySelector("input[name='1.4']"));
    }

    // The newest edition's sub-questions are not known, and it is the one of next month's year.
    [Fact]
    public async Task Points_on_sub_questions_of_another_edition_are_told_once_and_kept()
    {
        using var response = await Post(
            "page",
            ("kommun", "Ekdal"),
            ("år", "2026"),
            ("1.4", "2"),
            ("8.1", "7")
        );
        var page = await Parse(response);

        Assert.Equal(
            [
                "utgåva: år 2026 hör till utgåva 2020, vars delfrågor inte är kända, men poäng på 2 delfrågor är ifyllda; välj den utgåva som poängen är satta efter: 2010 eller 2016",
            ],
            page.QuerySelectorAll("[role=alert] li").Select(l => l.TextContent)
        );
        Assert.Equal("2", ((IHtmlInputElement)page.QuerySelector("input[name='1.4']")!).Value);
        Assert.Equal("7", ((IHtmlInputElement)page.QuerySelector("input[name='8.1']")!).Value);
    }

    [Fact]
    public async Task What_cannot_be_is_told_by_field()
    {
        using var response = await Post("page", ("kommun", "Borrås"), ("1.4", "31"));
        var page = await Parse(response);

        Assert.Equal(
            [
                "kommun: Borrås är ingen av de 290 kommunerna; menade du Borås?",
                "1.4: här står 31; ett tal från 0 till 30 väntas",
            ],
            page.QuerySelectorAll("[role=alert] li").Select(l => l.TextContent)
        );
    }

    [Fact]
    public async Task The_draft_can_be_taken_as_a_Word_document_and_nothing_is_kept()
    {
        var before = Files();

        using var response = await Post("docx", ("kommun", "Ekdal"), ("år", "2014"), ("1.4", "2"));

        Assert.Equal(
            "ekdal-2014.docx",
            response.Content.Headers.ContentDisposition!.FileName!.Trim('"')
        );
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync(Cancellation));
        using var text = zip.GetEntry("word/document.xml")!.Open();
        Assert.Contains(Note, XDocument.Load(text).Root!.Value);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Another_sites_form_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/suggest");
        request.Content = new FormUrlEncodedContent([new("kommun", "Ekdal")]);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await site.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_answer_can_be_used_by_all()
    {
        var page = await browser.Open(390);
        await page.GotoAsync(new Uri(site.Client.BaseAddress!, "/suggest").ToString());
        await page.FillAsync("input[name='kommun']", "Ekdal");
        await page.FillAsync("input[name='1.4']", "2");
        await page.ClickAsync("button[value='page']");

        Assert.Contains("Ekdal", await page.InnerTextAsync("#suggestions"));
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390,
            "wider than the screen"
        );
    }

    private async Task<HttpResponseMessage> Post(
        string format,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("format", format)))
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }

        form.Add(new StringContent(Note), "underlag", "intervju.txt");
        var response = await site.Client.PostAsync("/suggest", form, Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        return response;
    }

    private static async Task<IHtmlDocument> Parse(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));

    private List<string> Files() =>
        [
            .. Directory
                .EnumerateFiles(site.Data.Root, "*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateDirectories(Path.GetTempPath(), "kompass-notes-*"))
                .Order(StringComparer.Ordinal),
        ];
}
