using System.Text;
using Kompass.Mining.Corpus;
using Kompass.Mining.Fetching;
using static Kompass.Mining.Tests.Fetching.LoopbackServer;

namespace Kompass.Mining.Tests.Fetching;

public sealed class FetchRunTests : IDisposable
{
    private static readonly byte[] Pdf = Encoding.Latin1.GetBytes("%PDF-1.4\nett");

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new();
    private readonly SteppingClock _clock = new();

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private FetchedStore Store => new(_folder.File("fetched"));

    [Fact]
    public async Task Document_IsKeptByContentWithWhereAndWhenItWasPublished()
    {
        _server.On("/a.pdf", Ok(Pdf, "ETag: \"1\"", "Content-Type: application/pdf"));

        var summary = await RunAsync(Document("a.pdf"));

        Assert.Equal(new FetchBalance(1, 1, 0, 0, 0, 0), summary.Balance);
        var file = Assert.Single(
            Directory.GetFiles(Store.Documents, "*.pdf", SearchOption.AllDirectories)
        );
        var known = Store.Find(Path.GetFileNameWithoutExtension(file))!;
        var publication = Assert.Single(known.Publications);
        Assert.Equal(_server.At("a.pdf").AbsoluteUri, publication.Address);
        Assert.Equal(_clock.GetUtcNow(), publication.First);
        Assert.Equal("\"1\"", publication.Headers["etag"]);
        Assert.Equal("1480", known.MunicipalityCode);
    }

    [Fact]
    public async Task SecondVisit_AsksOnConditionAndOnlyWhenItIsDue()
    {
        _server.On("/a.pdf", Ok(Pdf, "ETag: \"1\""), Status("304 Not Modified"));
        await RunAsync(Document("a.pdf"));

        _clock.Days += 1;
        var early = await RunAsync(Document("a.pdf"));
        _clock.Days += 7;
        var due = await RunAsync(Document("a.pdf"));

        Assert.Equal(0, early.Visited);
        Assert.Equal(new FetchBalance(1, 0, 1, 0, 0, 0), due.Balance);
        Assert.Contains(
            "If-None-Match: \"1\"",
            _server.Requests.Last().Text,
            StringComparison.Ordinal
        );
        Assert.Equal(_clock.GetUtcNow(), OnlyDocument().Publications[0].Last);
    }

    [Fact]
    public async Task ChangedTagWithTheSameContent_IsNoChange()
    {
        _server.On("/a.pdf", Ok(Pdf, "ETag: \"1\""), Ok(Pdf, "ETag: \"2\""));
        await RunAsync(Document("a.pdf"));

        var second = await RunAsync(Document("a.pdf"));

        Assert.Equal(new FetchBalance(1, 0, 1, 0, 0, 0), second.Balance);
        Assert.Empty(second.Events);
        Assert.Equal("\"2\"", Store.State("a").Addresses[0].ETag);
    }

    [Fact]
    public async Task OtherContentAtAnAddress_IsSaidAndBothAreKept()
    {
        _server.On("/a.pdf", Ok(Pdf), Ok("%PDF-1.4\ntvå"));
        await RunAsync(Document("a.pdf"));

        var second = await RunAsync(Document("a.pdf"));

        Assert.Equal(FetchNotice.Changed, Assert.Single(second.Events).Notice);
        Assert.Equal(
            2,
            Directory.GetFiles(Store.Documents, "*.pdf", SearchOption.AllDirectories).Length
        );
    }

    [Fact]
    public async Task ContentThatSomebodyRemoved_IsFetchedAnewWithoutCondition()
    {
        _server.On("/a.pdf", Ok(Pdf, "ETag: \"1\""));
        await RunAsync(Document("a.pdf"));
        File.Delete(Directory.GetFiles(Store.Documents, "*.pdf", SearchOption.AllDirectories)[0]);

        var second = await RunAsync(Document("a.pdf"));

        Assert.Equal(1, second.Balance.New);
        Assert.DoesNotContain(
            "If-None-Match",
            _server.Requests.Last().Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "<html><title>Logga in</title><form><input type=password></form>",
        FetchNotice.Login
    )]
    [InlineData("<html><title>Sidan kunde inte hittas</title>", FetchNotice.SoftNotFound)]
    [InlineData("<html><body>Vi använder kakor. Godkänn!", FetchNotice.Barrier)]
    [InlineData(
        "<html><body><h1>Om kommunen</h1><p>Här finns kommunen, och den är stor och vacker.",
        FetchNotice.WrongType
    )]
    [InlineData("PK\u0003\u0004", FetchNotice.WrongType)]
    [InlineData("", FetchNotice.WrongType)]
    public async Task WhatIsNoDocument_IsNotKeptAndIsAnAlarmWhereOneWas(
        string body,
        FetchNotice notice
    )
    {
        _server.On(
            "/a.pdf",
            Ok(body, "Content-Type: application/pdf"),
            Ok(Pdf),
            Ok(body, "Content-Type: application/pdf")
        );

        var before = await RunAsync(Document("a.pdf"));
        await RunAsync(Document("a.pdf"));
        var after = await RunAsync(Document("a.pdf"));

        Assert.Equal(new FetchBalance(1, 0, 0, 0, 1, 0), after.Balance);
        Assert.Equal((notice, false), (before.Events[0].Notice, before.Events[0].IsAlarm));
        Assert.Equal((notice, true), (after.Events[0].Notice, after.Events[0].IsAlarm));
        Assert.Single(Directory.GetFiles(Store.Documents, "*.pdf", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Page_LeadsToTheDocumentsThatMatch()
    {
        _server
            .On(
                "/sida",
                Ok(
                    "<base href='/filer/'><a href='a.pdf'>A</a><a href='a.pdf#2'>A</a><a href='b.html'>Kommunkompassen 2013</a><a href='c.html'>Annat</a><a href='javascript:x'>.pdf</a>"
                )
            )
            .On("/filer/a.pdf", Ok(Pdf))
            .On("/filer/b.html", Ok("<html><body>Kommunkompassen"));

        var summary = await RunAsync(Page(@"\.pdf$|kommunkompassen"));

        Assert.Equal(new FetchBalance(2, 2, 0, 0, 0, 0), summary.Balance);
        Assert.Equal(2, Store.State("p").MostListed);
    }

    [Fact]
    public async Task Sitemap_LeadsToDocumentsAndFurtherSitemaps()
    {
        _server
            .On(
                "/sitemap.xml",
                Ok(
                    $"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{_server.At("s2.xml")}</loc></sitemap></sitemapindex>"
                )
            )
            .On(
                "/s2.xml",
                Ok(
                    $"<urlset><url><loc>{_server.At("a.pdf")}</loc></url><url><loc>{_server.At("b.html")}</loc></url></urlset>"
                )
            )
            .On("/a.pdf", Ok(Pdf));

        var summary = await RunAsync(
            new Source("s", SourceKind.Sitemap, _server.At("sitemap.xml"), null, null, null, 7)
        );

        Assert.Equal(new FetchBalance(1, 1, 0, 0, 0, 0), summary.Balance);
    }

    [Fact]
    public async Task PageOfNestedElements_IsSaidAndTheOthersAreFetched()
    {
        var nested = "<html>" + string.Concat(Enumerable.Repeat("<div>", 60_000));
        _server.On("/sida", Ok(nested)).On("/b.html", Ok(nested)).On("/a.pdf", Ok(Pdf));

        var summary = await RunAsync(true, Page(), Document("b.html"), Document("a.pdf"));

        Assert.Equal(new FetchBalance(3, 1, 0, 0, 2, 0), summary.Balance);
        Assert.All(
            summary.Events.Where(e => e.Notice != FetchNotice.New),
            e => Assert.Contains("elements within one another", e.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task PatternThatTakesTooLong_IsSaid()
    {
        _server.On("/sida", Ok($"<a href='{new string('a', 60)}!'>A</a>"));

        var summary = await RunAsync(Page("(a+)+$"));

        Assert.Contains("pattern", Assert.Single(summary.Events).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&x;</loc></url></urlset>"
    )]
    [InlineData("inte xml")]
    public async Task WrongSitemap_IsSaid(string text)
    {
        _server.On("/sitemap.xml", Ok(text));

        var summary = await RunAsync(
            new Source("s", SourceKind.Sitemap, _server.At("sitemap.xml"), null, null, null, 7)
        );

        Assert.Equal(FetchNotice.WrongType, Assert.Single(summary.Events).Notice);
    }

    [Theory]
    [InlineData(
        "200 OK",
        "<html><body><h1>Rapporter</h1><p>Här kommer våra rapporter att finnas, sade vi en gång.",
        FetchNotice.Quiet
    )]
    [InlineData("200 OK", "<html><body><form><input type='password'></form>", FetchNotice.Login)]
    [InlineData(
        "200 OK",
        "<html><title>404 – sidan finns inte</title><body>Hoppsan",
        FetchNotice.SoftNotFound
    )]
    [InlineData(
        "200 OK",
        "<html><body><script>var x = 'lång text'</script>Aktivera javascript",
        FetchNotice.Barrier
    )]
    [InlineData("410 Gone", "", FetchNotice.Gone)]
    public async Task PageThatListsNothingAnyLonger_IsOneAlarmAndItsDocumentsAreStillAskedFor(
        string status,
        string body,
        FetchNotice notice
    )
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        _server
            .On(
                "/sida",
                Ok("<a href='a.pdf'>A</a>"),
                e => e.SendAsync(status, [$"Content-Length: {bytes.Length}"], bytes)
            )
            .On("/a.pdf", Ok(Pdf));
        await RunAsync(Page());

        var second = await RunAsync(Page());
        var third = await RunAsync(Page());

        var alarm = Assert.Single(second.Events);
        Assert.Equal((notice, true), (alarm.Notice, alarm.IsAlarm));
        Assert.Equal(1, second.Balance.Unchanged);
        Assert.False(Assert.Single(third.Events).IsAlarm);
    }

    [Fact]
    public async Task DocumentThatIsGone_IsSaidOnceAndKept()
    {
        _server.On("/a.pdf", Ok(Pdf), Status("410 Gone"));
        await RunAsync(Document("a.pdf"));

        var second = await RunAsync(Document("a.pdf"));

        Assert.Equal(new FetchBalance(1, 0, 0, 1, 0, 0), second.Balance);
        Assert.True(Assert.Single(second.Events).IsAlarm);
        Assert.False(Assert.Single((await RunAsync(Document("a.pdf"))).Events).IsAlarm);
        Assert.NotNull(OnlyDocument());
    }

    [Fact]
    public async Task DocumentThatMovedForGood_IsSaidOnce()
    {
        _server
            .On("/a.pdf", Status("301 Moved Permanently", "Location: /b.pdf"))
            .On("/b.pdf", Ok(Pdf));

        var first = await RunAsync(Document("a.pdf"));
        var second = await RunAsync(Document("a.pdf"));

        Assert.Contains(
            first.Events,
            e =>
                e.Notice == FetchNotice.Moved
                && e.Message.Contains("/b.pdf", StringComparison.Ordinal)
        );
        Assert.Empty(second.Events);
        Assert.Equal(_server.At("b.pdf").AbsoluteUri, OnlyDocument().Publications[0].AnsweredBy);
    }

    [Fact]
    public async Task SourceThatFails_DoesNotStopTheOthersAndIsDueAgain()
    {
        _server.On("/a.pdf", Status("500 Internal Server Error")).On("/b.pdf", Ok(Pdf));

        var first = await RunAsync(all: false, Document("a.pdf"), Document("b.pdf"));
        var second = await RunAsync(all: false, Document("a.pdf"), Document("b.pdf"));

        Assert.Equal(new FetchBalance(2, 1, 0, 0, 0, 1), first.Balance);
        Assert.Equal(1, second.Visited);
    }

    [Theory]
    [InlineData("500 Internal Server Error", 0, 1)]
    [InlineData("401 Unauthorized", 1, 0)]
    public async Task PageThatCannotBeHad_StandsInTheBooks(string status, int refused, int failed)
    {
        _server.On("/sida", Status(status));

        var summary = await RunAsync(Page());

        Assert.Equal(new FetchBalance(1, 0, 0, 0, refused, failed), summary.Balance);
        Assert.True(summary.HasProblems);
    }

    [Fact]
    public async Task LinkThatLeadsToNothing_IsNotSaidToBeKept()
    {
        _server.On("/sida", Ok("<a href='a.pdf'>A</a>")).On("/a.pdf", Status("404 Not Found"));

        var e = Assert.Single((await RunAsync(Page())).Events);

        Assert.Equal((FetchNotice.Gone, false), (e.Notice, e.IsAlarm));
        Assert.StartsWith("is not there", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageThatNeverListedMuch_IsNoAlarm()
    {
        _server.On("/sida", Ok("<html><body><h1>Rapporter</h1>"));

        Assert.False(Assert.Single((await RunAsync(Page())).Events).IsAlarm);
    }

    [Fact]
    public void SourcesOfTheCorpus_CanBeReadAndHoldTheKnownAddresses()
    {
        var sources = Source.Read(Path.Combine(Repository.Corpus, "sources.csv"));

        var known = sources.Select(s => s.Address).ToHashSet();
        Assert.All(
            Subject.Knowledge.Catalogue.Where(e => e.Url is not null),
            e => Assert.Contains(new Uri(e.Url!), known)
        );
    }

    [Theory]
    [InlineData("a,document,ftp://x/y,,,,", "http")]
    [InlineData("a,film,https://x/y,,,,", "document, page or sitemap")]
    [InlineData("A b,document,https://x/y,,,,", "lower-case")]
    [InlineData("a,page,https://x/y,(,,,", "no regular expression")]
    [InlineData("a,document,https://x/y,,,,0", "every_days")]
    [InlineData("a,document,https://x/y,,,,\na,document,https://x/z,,,,", "twice")]
    public void WrongSource_IsNamedWithItsLine(string rows, string message)
    {
        var file = _folder.Write(
            "s.csv",
            "id,kind,url,pattern,municipality_code,year,every_days\n" + rows + "\n"
        );

        var e = Assert.Throws<CorpusException>(() => Source.Read(file));

        Assert.Contains("line ", e.Message, StringComparison.Ordinal);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,kind,url\n")]
    [InlineData("hej\n")]
    public void FileWithoutASource_IsNamed(string text)
    {
        var file = _folder.Write("s.csv", text);

        var e = Assert.Throws<CorpusException>(() => Source.Read(file));

        Assert.StartsWith(file, e.Message, StringComparison.Ordinal);
        Assert.Contains("names no source", e.Message, StringComparison.Ordinal);
    }

    private FetchedDocument OnlyDocument() =>
        Store.Find(
            Path.GetFileNameWithoutExtension(
                Assert.Single(
                    Directory.GetFiles(Store.Documents, "*.pdf", SearchOption.AllDirectories)
                )
            )
        )!;

    private Source Document(string path) =>
        new(path[..1], SourceKind.Document, _server.At(path), null, "1480", null, 7);

    private Source Page(string? pattern = null) =>
        new("p", SourceKind.Page, _server.At("sida"), pattern, null, null, 7);

    private Task<FetchSummary> RunAsync(Source source) => RunAsync(all: _clock.Days == 0, source);

    private async Task<FetchSummary> RunAsync(bool all, params Source[] sources)
    {
        var options = new FetchOptions
        {
            AllowedHosts = new HashSet<string>(StringComparer.Ordinal) { _server.Host },
            Pause = TimeSpan.Zero,
            RetryDelay = TimeSpan.FromMilliseconds(10),
            Retries = 1,
            BreakAfter = 100,
        };
        using var fetcher = new Fetcher(options, Store.Temporary, TimeProvider.System);
        var summary = await new FetchRun(sources, fetcher, Store, options, _clock).RunAsync(
            all,
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.True(summary.Balance.Balances, summary.Balance.ToString());
        return summary;
    }

    private sealed class SteppingClock : TimeProvider
    {
        public int Days { get; set; }

        public override DateTimeOffset GetUtcNow() =>
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddDays(Days);
    }
}
