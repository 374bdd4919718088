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
    private bool _isAllowed = true;
    private int _breakAfter = 100;

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
        Assert.Contains(
            "the same document as before",
            Assert.Single(second.Events).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Store.State("a").Arrivals);
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
    public async Task WhatIsWrong_StandsAndIsToldWhenItBeginsAndAWeekLater()
    {
        _server
            .On(
                "/sida",
                Ok("<a href='a.pdf'>A</a>"),
                Ok("<form><input type=password></form>"),
                Ok("<a href='a.pdf'>A</a>")
            )
            .On("/a.pdf", Ok(Pdf));
        var page = Page() with { EveryDays = 30 };
        await RunAsync(page);

        var begins = await RunAsync(page);
        _clock.Days = 1;
        var stands = await RunAsync(page);
        _clock.Days = 7;
        var again = await RunAsync(page);
        _clock.Days = 31;
        var ends = await RunAsync(page);

        Assert.True(Assert.Single(begins.Events).IsAlarm);
        Assert.Equal((0, 0), (stands.Visited, stands.Events.Count));
        Assert.Equal(FetchNotice.Login, Assert.Single(stands.Lasting).Notice);
        Assert.True(stands.HasProblems);
        Assert.Equal(0, again.Visited);
        Assert.True(Assert.Single(again.Events).IsAlarm);
        Assert.Equal(begins.Started, Assert.Single(again.News).Since);
        Assert.False(ends.HasProblems);
    }

    [Fact]
    public async Task WrongRowOrDamagedState_CostsOnlyItself()
    {
        _server.On("/a.pdf", Ok(Pdf)).On("/b.pdf", Ok(Pdf));
        _folder.Write("fetched/sources/b.json", "{\n");
        var list = new SourceList(
            [Document("a.pdf"), Document("b.pdf")],
            [new SourceMistake("s.csv", 4, "kind is 'film'")]
        );

        var summary = await RunAsync(true, list);
        var next = await RunAsync(true, list);

        Assert.Equal(new FetchBalance(1, 1, 0, 0, 0, 0), summary.Balance);
        Assert.Equal(["b", "line 4"], summary.News.Select(t => t.Source));
        Assert.All(summary.News, t => Assert.Equal(FetchNotice.Mistake, t.Notice));
        Assert.Contains(
            "is damaged in line 2",
            summary.Standing[0].Message,
            StringComparison.Ordinal
        );
        Assert.Equal(2, next.Lasting.Count());
    }

    [Fact]
    public async Task HostThatAskedToWait_IsLeftAloneByTheNextRunToo()
    {
        _server
            .On("/a.pdf", Status("503 Service Unavailable", "Retry-After: 3600"))
            .On("/b.pdf", Ok(Pdf));
        await RunAsync(Document("a.pdf"));

        var next = await RunAsync(true, Document("a.pdf"), Document("b.pdf"));

        Assert.Single(_server.Requests);
        Assert.Equal(new FetchBalance(2, 0, 0, 0, 0, 2), next.Balance);
        Assert.All(
            next.Events,
            e => Assert.Contains("asks to wait", e.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AddressThatFails_KeepsNoOtherOfItsHostFromBeingAsked()
    {
        _breakAfter = 3;
        _server
            .On("/a.pdf", Status("500 Internal Server Error"))
            .On("/b.pdf", Ok(Pdf))
            .On("/c.pdf", Ok("%PDF-1.4\ntvå"));

        var summary = await RunAsync(true, Document("a.pdf"), Document("b.pdf"), Document("c.pdf"));

        Assert.Equal(new FetchBalance(3, 2, 0, 0, 0, 1), summary.Balance);
        Assert.Equal("a", Assert.Single(summary.Standing).Source);
    }

    [Fact]
    public async Task HostThatKeepsFailing_IsLeftAloneAndWhatWasNotAskedComesFirstTheNextTime()
    {
        _breakAfter = 4;
        _server.On("/d.pdf", Ok(Pdf));
        string[] failing = ["a.pdf", "b.pdf", "c.pdf"];
        foreach (var path in failing)
        {
            _server.On($"/{path}", Status("500 Internal Server Error"));
        }

        Source[] sources = [.. failing.Append("d.pdf").Select(Document)];

        var first = await RunAsync(true, sources);
        var second = await RunAsync(true, sources);

        Assert.Equal(new FetchBalance(4, 0, 0, 0, 0, 4), first.Balance);
        Assert.Equal(["a", "b", "c"], first.Standing.Select(t => t.Source));
        Assert.All(first.Standing, t => Assert.Equal("status 500", t.Message));
        Assert.Matches(
            "^was not asked: .* keeps failing .*: /c.pdf, status 500$",
            first.Events.Single(e => e.Source == "d").Message
        );
        Assert.Equal(1, second.Balance.New);
    }

    [Fact]
    public async Task DocumentOfAPageThatFailed_IsAskedAfterTheOthers()
    {
        _server
            .On("/sida", Ok(string.Concat("abcd".Select(c => $"<a href='{c}.pdf'>{c}</a>"))))
            .On("/d.pdf", Ok(Pdf));
        foreach (var c in "abc")
        {
            _server.On($"/{c}.pdf", Status("500 Internal Server Error"));
        }

        // robots.txt and the page were well: three of five break.
        _breakAfter = 5;
        var first = await RunAsync(true, Page());
        var second = await RunAsync(true, Page());

        Assert.Equal((0, 4), (first.Balance.New, first.Balance.Failed));
        Assert.Equal((1, 3), (second.Balance.New, second.Balance.Failed));
    }

    [Fact]
    public async Task WhatIsWrong_StandsWhileItsHostIsLeftAlone()
    {
        _server
            .On("/sida", Ok("<a href='a.pdf'>A</a>"), Ok("<p>Inget</p>"))
            .On("/a.pdf", Ok(Pdf))
            .On("/z.pdf", Status("503 Service Unavailable", "Retry-After: 36000"));
        await RunAsync(Page());
        var begins = await RunAsync(Page());
        await RunAsync(all: false, Page(), Document("z.pdf"));

        var later = await RunAsync(true, Page(), Document("z.pdf"), Document("a.pdf"));

        Assert.Equal(FetchNotice.Quiet, Assert.Single(begins.News).Notice);
        Assert.Equal(
            [("p", FetchNotice.Quiet), ("z", FetchNotice.Failed)],
            later.Standing.Select(t => (t.Source, t.Notice))
        );
        Assert.Equal(begins.Started, later.Standing[0].Since);
        Assert.Empty(later.News);
    }

    [Fact]
    public async Task WhatOurOwnRulesRefused_IsVisitedAtOnceWhereTheyAllowIt()
    {
        _server.On("/a.pdf", Ok(Pdf));
        _isAllowed = false;
        var refused = await RunAsync(all: false, Document("a.pdf"));
        var stillRefused = await RunAsync(all: false, Document("a.pdf"));
        _isAllowed = true;

        var allowed = await RunAsync(all: false, Document("a.pdf"));

        Assert.Equal(1, refused.Balance.Refused);
        Assert.Equal(0, stillRefused.Visited);
        Assert.Equal(1, allowed.Balance.New);
        Assert.False(allowed.HasProblems);
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
        var list = SourceList.Read(Path.Combine(Repository.Corpus, "sources.csv"));

        Assert.Empty(list.Mistakes);
        var known = list.Sources.Select(s => s.Address).ToHashSet();
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
    [InlineData("a,document,https://x/y,,,13,", "year is '13'")]
    [InlineData("ok,document,https://x/z,,,,", "twice")]
    public void WrongSource_IsNamedWithItsLineAndTheOthersAreTaken(string row, string message)
    {
        var file = _folder.Write(
            "s.csv",
            "id,kind,url,pattern,municipality_code,year,every_days\nok,page,https://x/y,,,,\n"
                + row
                + "\n,,,,,,\n"
        );

        var list = SourceList.Read(file);

        Assert.Equal("ok", Assert.Single(list.Sources).Id);
        Assert.Equal([3, 4], list.Mistakes.Select(m => m.Line));
        Assert.Contains(message, list.Mistakes[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,kind,url\n", "names no source")]
    [InlineData("hej\n", "names no source")]
    [InlineData("id;kind;url\na;page;https://x/y\n", "line 1: the header is 'id;kind;url'")]
    [InlineData("a,page,https://x/y\nb,page,https://x/z\n", "has no column id; id,kind,url,")]
    [InlineData(null, "is missing; the list of sources was expected there")]
    public void FileWithoutASource_IsNamed(string? text, string message)
    {
        var file = text is null ? _folder.File("s.csv") : _folder.Write("s.csv", text);

        var e = Assert.Throws<CorpusException>(() => SourceList.Read(file));

        Assert.StartsWith(file, e.Message, StringComparison.Ordinal);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsThatAreNotNeeded_MayBeMissing() =>
        Assert.Equal(
            7,
            Assert
                .Single(
                    SourceList
                        .Read(_folder.Write("s.csv", "id,kind,url\na,page,https://x/y\n"))
                        .Sources
                )
                .EveryDays
        );

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

    private Task<FetchSummary> RunAsync(bool all, params Source[] sources) =>
        RunAsync(all, new SourceList(sources, []));

    private async Task<FetchSummary> RunAsync(bool all, SourceList list)
    {
        _clock.Seconds++;
        var options = new FetchOptions
        {
            AllowedHosts = _isAllowed ? new HashSet<string>([_server.Host]) : [],
            Pause = TimeSpan.Zero,
            RetryDelay = TimeSpan.FromMilliseconds(10),
            Retries = 1,
            BreakAfter = _breakAfter,
        };
        using var fetcher = new Fetcher(options, Store.Temporary, TimeProvider.System);
        var summary = await new FetchRun(list, fetcher, Store, options, _clock).RunAsync(
            all,
            cancellation: TestContext.Current.CancellationToken
        );
        Assert.True(summary.Balance.Balances, summary.Balance.ToString());
        return summary;
    }

    private sealed class SteppingClock : TimeProvider
    {
        public int Days { get; set; }

        /// <summary>No two runs begin in the same moment.</summary>
        public int Seconds { get; set; }

        public override DateTimeOffset GetUtcNow() =>
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)
                .AddDays(Days)
                .AddSeconds(Seconds);
    }
}
