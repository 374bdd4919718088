using System.IO.Compression;
using System.Text;
using Kompass.Mining.Fetching;
using static Kompass.Mining.Tests.Fetching.LoopbackServer;

namespace Kompass.Mining.Tests.Fetching;

/// <summary>A real server on loopback does everything wrong that servers do: <see cref="Fetcher"/>.</summary>
public sealed class FetcherTests : IDisposable
{
    private static readonly byte[] Pdf = Encoding.Latin1.GetBytes(
        "%PDF-1.4\n" + new string('x', 50_000)
    );

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new();

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Document_IsFetchedWithItsHeaders()
    {
        _server.On(
            "/a.pdf",
            Ok(
                Pdf,
                "Content-Type: application/pdf; x=y",
                "ETag: \"1\"",
                "Last-Modified: Mon, 05 Jan 2026 10:00:00 GMT"
            )
        );

        var result = await FetchAsync("a.pdf");

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal(Pdf, File.ReadAllBytes(result.File!));
        Assert.Equal("application/pdf", result.Type);
        Assert.Equal(new Validators("\"1\"", "Mon, 05 Jan 2026 10:00:00 GMT"), result.Validators);
        var request = Assert.Single(_server.Requests).Text;
        Assert.Contains("User-Agent: KompassMining/", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KnownDocument_IsAskedForOnCondition()
    {
        _server.On("/a.pdf", Status("304 Not Modified"));

        var result = await FetchAsync(
            "a.pdf",
            known: new Validators("W/\"7\"", "Mon, 05 Jan 2026 10:00:00 GMT")
        );

        Assert.Equal(FetchOutcome.NotModified, result.Outcome);
        var request = Assert.Single(_server.Requests).Text;
        Assert.Contains("If-None-Match: W/\"7\"", request, StringComparison.Ordinal);
        Assert.Contains(
            "If-Modified-Since: Mon, 05 Jan 2026 10:00:00 GMT",
            request,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ResetInTheMiddle_IsTakenUpWhereItBrokeOff()
    {
        _server.On(
            "/a.pdf",
            async e =>
            {
                await e.SendAsync(
                    "200 OK",
                    [$"Content-Length: {Pdf.Length}", "ETag: \"1\""],
                    Pdf[..20_000]
                );
                await Task.Delay(100);
                e.Reset();
            },
            e =>
                e.SendAsync(
                    "206 Partial Content",
                    [
                        $"Content-Length: {Pdf.Length - 20_000}",
                        $"Content-Range: bytes 20000-{Pdf.Length - 1}/{Pdf.Length}",
                        "ETag: \"1\"",
                    ],
                    Pdf[20_000..]
                )
        );

        var result = await FetchAsync("a.pdf");

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal(Pdf, File.ReadAllBytes(result.File!));
        var second = _server.Requests.Last().Text;
        Assert.Contains("Range: bytes=20000-", second, StringComparison.Ordinal);
        Assert.Contains("If-Range: \"1\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResetOfAVersionThatIsNotTheSameAnyLonger_BeginsAnew()
    {
        _server.On(
            "/a.pdf",
            async e =>
            {
                await e.SendAsync(
                    "200 OK",
                    [$"Content-Length: {Pdf.Length}", "ETag: \"1\""],
                    Pdf[..20_000]
                );
                e.Reset();
            },
            Ok("%PDF-1.4 annan", "ETag: \"2\"")
        );

        var result = await FetchAsync("a.pdf");

        Assert.Equal("%PDF-1.4 annan", File.ReadAllText(result.File!));
    }

    [Fact]
    public async Task FewerBytesThanPromised_AreNotTakenForTheWhole()
    {
        _server.On("/a.pdf", e => e.SendAsync("200 OK", ["Content-Length: 99999"], Pdf));

        var result = await FetchAsync("a.pdf");

        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Equal("the transfer broke off after 50,009 of 99,999 bytes", result.Message);
        Assert.Equal(3, result.Tries);
        Assert.Null(result.File);
    }

    [Fact]
    public async Task SlowDrip_EndsWithItsTime()
    {
        _server.On(
            "/a.pdf",
            async e =>
            {
                await e.SendAsync("200 OK", ["Content-Length: 50000"], []);
                await e.DripAsync(Pdf, 50);
            }
        );

        var result = await FetchAsync(
            "a.pdf",
            Options with
            {
                TryTime = TimeSpan.FromMilliseconds(400),
                Retries = 1,
            }
        );

        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Contains("no whole answer within 0.4 s", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_EndsWithTheWholeTime()
    {
        _server.On("/a.pdf", e => e.SilenceAsync());

        var result = await FetchAsync(
            "a.pdf",
            Options with
            {
                TotalTime = TimeSpan.FromMilliseconds(600),
            }
        );

        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Contains("not done within", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RetryAfter_IsNeverEarlierThanAsked(bool asDate)
    {
        // A date has whole seconds: two from now are at least one away.
        var until = TimeProvider.System.GetUtcNow().AddSeconds(2);
        _server.On(
            "/a.pdf",
            Status("429 Too Many Requests", asDate ? $"Retry-After: {until:R}" : "Retry-After: 1"),
            Ok(Pdf)
        );

        var result = await FetchAsync("a.pdf");

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        var times = _server.Requests.Select(r => r.Ticks).ToArray();
        var waited = TimeProvider.System.GetElapsedTime(times[0], times[1]);
        Assert.True(waited >= TimeSpan.FromSeconds(asDate ? 0.9 : 1), $"waited {waited}");
    }

    [Fact]
    public async Task RetryAfterBeyondTheTimeThereIs_IsGivenUpAtOnceAndTheHostLeftAlone()
    {
        _server
            .On("/a.pdf", Status("503 Service Unavailable", "Retry-After: 3600"))
            .On("/b.pdf", Ok(Pdf));
        using var fetcher = new Fetcher(Options, _folder.File("t"), TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();

        var first = await fetcher.FetchAsync(
            _server.At("a.pdf"),
            cancellation: TestContext.Current.CancellationToken
        );
        var second = await fetcher.FetchAsync(
            _server.At("b.pdf"),
            cancellation: TestContext.Current.CancellationToken
        );

        Assert.Equal(FetchOutcome.Failed, first.Outcome);
        Assert.Contains("asks to wait 3600 s", first.Message, StringComparison.Ordinal);
        Assert.Equal(FetchOutcome.Failed, second.Outcome);
        Assert.Single(_server.Requests);
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task FaultThatPasses_IsTriedAgain()
    {
        _server.On(
            "/a.pdf",
            Status("500 Internal Server Error"),
            Status("502 Bad Gateway"),
            Ok(Pdf)
        );

        var result = await FetchAsync("a.pdf");

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal(3, result.Tries);
    }

    [Theory]
    [InlineData("404 Not Found", FetchOutcome.Gone)]
    [InlineData("410 Gone", FetchOutcome.Gone)]
    [InlineData("401 Unauthorized", FetchOutcome.Refused)]
    [InlineData("403 Forbidden", FetchOutcome.Refused)]
    [InlineData("501 Not Implemented", FetchOutcome.Failed)]
    public async Task StatusThatDoesNotPass_IsAskedOnce(string status, FetchOutcome outcome)
    {
        _server.On("/a.pdf", Status(status));

        Assert.Equal(outcome, (await FetchAsync("a.pdf")).Outcome);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task EndlessRedirect_Ends()
    {
        for (var i = 0; i < 20; i++)
        {
            _server.On($"/{i}", Status("302 Found", $"Location: /{i + 1}"));
        }

        _server.On("/circle", Status("302 Found", "Location: /circle#x"));

        Assert.Equal(FetchOutcome.Refused, (await FetchAsync("0")).Outcome);
        Assert.Equal(6, _server.Requests.Count);
        Assert.Contains(
            "in a circle",
            (await FetchAsync("circle")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("301 Moved Permanently", true)]
    [InlineData("308 Permanent Redirect", true)]
    [InlineData("302 Found", false)]
    [InlineData("307 Temporary Redirect", false)]
    public async Task Redirect_SaysWhetherItIsForGood(string status, bool isPermanent)
    {
        _server.On("/old.pdf", Status(status, "Location: /new.pdf")).On("/new.pdf", Ok(Pdf));

        var result = await FetchAsync("old.pdf");

        Assert.Equal(_server.At("new.pdf"), result.Address);
        Assert.Equal(isPermanent ? _server.At("new.pdf") : null, result.MovedTo);
    }

    [Theory]
    [InlineData("//")]
    [InlineData("http://")]
    public async Task RedirectToNoAddress_Fails(string to)
    {
        _server.On("/a.pdf", Status("302 Found", $"Location: {to}"));

        Assert.Equal(FetchOutcome.Failed, (await FetchAsync("a.pdf")).Outcome);
    }

    [Theory]
    [InlineData("http://localhost:1/a.pdf", "private network")]
    [InlineData("http://[::1]:1/a.pdf", "private network")]
    [InlineData("http://10.0.0.1/a.pdf", "private network")]
    [InlineData("http://169.254.169.254/latest/meta-data", "private network")]
    [InlineData("http://user:secret@127.0.0.1/a.pdf", "password")]
    [InlineData("file:///etc/passwd", "no scheme")]
    public async Task RedirectToWhereNobodyShouldGo_IsRefused(string to, string message)
    {
        _server.On("/a.pdf", Status("302 Found", $"Location: {to}"));

        var result = await FetchAsync("a.pdf");

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Contains(message, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GzipBomb_IsNotUnpackedBeyondTheLimit()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(new byte[10_000_000]);
        }

        _server.On("/a.pdf", Ok(packed.ToArray(), "Content-Encoding: gzip"));

        var result = await FetchAsync("a.pdf", Options with { MaxBytes = 1_000_000 });

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Contains(
            "unpacked it is larger than the limit of 1,000,000 bytes",
            result.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFiles(_folder.File("t")));
    }

    [Fact]
    public async Task PackedThoughNotAskedFor_IsUnpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Pdf);
        }

        _server.On("/a.pdf", Ok(packed.ToArray(), "Content-Encoding: gzip"));

        Assert.Equal(Pdf, File.ReadAllBytes((await FetchAsync("a.pdf")).File!));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task PackedOnlyByItsWord_IsRefused(string encoding)
    {
        _server.On("/a.pdf", Ok("ingenting packat", $"Content-Encoding: {encoding}"));

        var result = await FetchAsync("a.pdf");

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Contains("cannot be unpacked", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LargerThanTheLimit_IsNotTaken(bool says)
    {
        _server.On(
            "/a.pdf",
            e => e.SendAsync("200 OK", says ? [$"Content-Length: {Pdf.Length}"] : [], Pdf)
        );

        var result = await FetchAsync("a.pdf", Options with { MaxBytes = 1000 });

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Contains(
            "larger than the limit of 1,000 bytes",
            result.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task CertificateThatNobodyVouchesFor_IsNotTrusted()
    {
        using var secure = new LoopbackServer(isSecure: true);
        secure.On("/a.pdf", Ok(Pdf));

        var result = await FetchAsync(
            secure.At("a.pdf"),
            Options with
            {
                AllowedHosts = new HashSet<string>(StringComparer.Ordinal) { secure.Host },
                Retries = 1,
            }
        );

        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Empty(secure.Requests);
    }

    [Fact]
    public async Task RobotsTxt_IsObeyed()
    {
        _server
            .On(
                "/robots.txt",
                Ok("User-agent: *\nDisallow: /\n\nUser-agent: kompassmining\nDisallow: /slutet/\n")
            )
            .On("/slutet/a.pdf", Ok(Pdf))
            .On("/a.pdf", Ok(Pdf));

        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync("a.pdf")).Outcome);
        Assert.Contains(
            "robots.txt",
            (await FetchAsync("slutet/a.pdf")).Message,
            StringComparison.Ordinal
        );
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RobotsTxtWithoutEnd_IsObeyedAsFarAsItIsRead(bool says)
    {
        var text = Encoding.UTF8.GetBytes(
            "User-agent: *\nDisallow: /slutet/\n" + new string('#', 600 * 1024)
        );
        _server
            .On(
                "/robots.txt",
                says ? Ok(text) : e => e.SendAsync("200 OK", ["Connection: close"], text)
            )
            .On("/a.pdf", Ok(Pdf));

        Assert.Equal(FetchOutcome.Fetched, (await FetchAsync("a.pdf")).Outcome);
        Assert.Equal(FetchOutcome.Refused, (await FetchAsync("slutet/a.pdf")).Outcome);
    }

    [Fact]
    public async Task RobotsTxtThatCannotBeHad_ForbidsForThisTime()
    {
        _server.On("/robots.txt", Status("500 Internal Server Error")).On("/a.pdf", Ok(Pdf));

        var result = await FetchAsync("a.pdf");

        Assert.Equal(FetchOutcome.Failed, result.Outcome);
        Assert.Contains("robots.txt", result.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task HostThatFailsAgainAndAgain_IsLeftAlone()
    {
        foreach (var path in "abcd")
        {
            _server.On($"/{path}.pdf", Status("500 Internal Server Error"));
        }

        using var fetcher = new Fetcher(
            Options with
            {
                BreakAfter = 4,
            },
            _folder.File("t"),
            TimeProvider.System
        );

        foreach (var path in "abcd")
        {
            var result = await fetcher.FetchAsync(
                _server.At($"{path}.pdf"),
                cancellation: TestContext.Current.CancellationToken
            );
            Assert.Contains("status 500", result.Message, StringComparison.Ordinal);
            Assert.Equal(path == 'd', result.IsLeftAlone);
        }

        // robots.txt, which is not there, was the first of the four addresses; of the last none of three tries was sent.
        Assert.Equal(9, _server.Requests.Count);
    }

    [Theory]
    [InlineData(300, null)]
    // What robots.txt asks for counts where it is longer.
    [InlineData(0, "User-agent: *\nCrawl-delay: 0.3")]
    public async Task RequestsToOneHost_KeepTheirPause(int milliseconds, string? robots)
    {
        _server.On("/a.pdf", Ok(Pdf));
        if (robots is not null)
        {
            _server.On("/robots.txt", Ok(robots));
        }

        using var fetcher = new Fetcher(
            Options with
            {
                Pause = TimeSpan.FromMilliseconds(milliseconds),
            },
            _folder.File("t"),
            TimeProvider.System
        );

        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    fetcher.FetchAsync(
                        _server.At("a.pdf"),
                        cancellation: TestContext.Current.CancellationToken
                    )
                )
        );

        var times = _server.Requests.Select(r => r.Ticks).Order().ToArray();
        Assert.All(
            times.Zip(times.Skip(1)),
            p =>
                Assert.True(
                    TimeProvider.System.GetElapsedTime(p.First, p.Second)
                        >= TimeSpan.FromMilliseconds(290)
                )
        );
    }

    [Fact]
    public async Task HostThatIsNotAllowed_IsNotEvenConnectedTo()
    {
        _server.On("/a.pdf", Ok(Pdf));

        var result = await FetchAsync(
            _server.At("a.pdf"),
            Options with
            {
                AllowedHosts = new HashSet<string>(StringComparer.Ordinal),
            }
        );

        Assert.Equal(FetchOutcome.Refused, result.Outcome);
        Assert.Empty(_server.Requests);
    }

    private FetchOptions Options =>
        new()
        {
            AllowedHosts = new HashSet<string>(StringComparer.Ordinal) { _server.Host },
            Pause = TimeSpan.Zero,
            RetryDelay = TimeSpan.FromMilliseconds(10),
            Retries = 2,
            BreakAfter = 100,
            TryTime = TimeSpan.FromSeconds(30),
            TotalTime = TimeSpan.FromSeconds(60),
        };

    private Task<FetchResult> FetchAsync(
        string path,
        FetchOptions? options = null,
        Validators? known = null
    ) => FetchAsync(_server.At(path), options ?? Options, known);

    private async Task<FetchResult> FetchAsync(
        Uri address,
        FetchOptions options,
        Validators? known = null
    )
    {
        using var fetcher = new Fetcher(options, _folder.File("t"), TimeProvider.System);
        return await fetcher.FetchAsync(
            address,
            known,
            cancellation: TestContext.Current.CancellationToken
        );
    }
}
