using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Kompass.Mining.Fetching;

/// <summary>
/// Fetches addresses politely and within limits. Retries with jitter what may pass, never earlier than a server asks and not at all where that exceeds the
/// time there is; one request a host at a time, with a pause; robots.txt is obeyed; each redirect is checked as the first address is; no cookies and no credentials are
/// ever sent.
/// </summary>
public sealed class Fetcher : IDisposable
{
    private static readonly SortedDictionary<string, string> NoHeaders = new(
        StringComparer.Ordinal
    );

    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly string _temporary;
    private readonly AddressGuard _guard;
    private readonly HttpMessageInvoker _http;
    private readonly Dictionary<string, HostGate> _gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gatesLock = new();
    private readonly Func<double> _chance;
    private int _files;

    /// <param name="options">How politely, how long, how much.</param>
    /// <param name="temporary">Folder for content on its way.</param>
    /// <param name="clock">Measures pauses and waits.</param>
    /// <param name="seed">Of the jitter between tries.</param>
    public Fetcher(FetchOptions options, string temporary, TimeProvider clock, int seed = 0)
    {
        (_options, _temporary, _clock) = (options, temporary, clock);
        _guard = new AddressGuard(options.AllowedHosts);
        var random = new Random(seed);
        _chance = () =>
        {
            lock (random)
            {
                return random.NextDouble();
            }
        };
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = System.Net.DecompressionMethods.None,
                MaxConnectionsPerServer = 1,
                ConnectTimeout = TimeSpan.FromSeconds(20),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ConnectCallback = _guard.ConnectAsync,
            }
        );
    }

    /// <summary>Fetches one address.</summary>
    /// <param name="address">http or https.</param>
    /// <param name="known">What the last visit was told, or null.</param>
    /// <param name="maxBytes">Largest content, packed or not.</param>
    /// <param name="cancellation">Stops at once and throws.</param>
    public async Task<FetchResult> FetchAsync(
        Uri address,
        Validators? known = null,
        long? maxBytes = null,
        CancellationToken cancellation = default
    )
    {
        Directory.CreateDirectory(_temporary);
        var file = FreshFile();
        var limit = maxBytes ?? _options.MaxBytes;
        var download = new Download(_http, _options, _clock, file, limit);
        using var time = new CancellationTokenSource(_options.TotalTime, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        var way = new Way(address, _clock.GetUtcNow() + _options.TotalTime);
        try
        {
            var result = await FollowAsync(way, download, known, both.Token);
            if (result.Outcome == FetchOutcome.Fetched)
            {
                result = ContentEncoding.Unpack(
                    file,
                    result.Headers.GetValueOrDefault("content-encoding"),
                    limit
                )
                    is { } refusal
                    ? way.Result(FetchOutcome.Refused, refusal, result.Status, result.Headers)
                    : result with
                    {
                        File = file,
                    };
            }

            return Tidied(result with { Tries = download.Tries }, file);
        }
        catch (Exception e) when (ResultOf(e, way, cancellation) is { } result)
        {
            return Tidied(result with { Tries = download.Tries }, file);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    // Null where it is a fault, or the caller stopped it.
    private FetchResult? ResultOf(Exception e, Way way, CancellationToken cancellation) =>
        e switch
        {
            OperationCanceledException when !cancellation.IsCancellationRequested => way.Result(
                FetchOutcome.Failed,
                $"not done within {_options.TotalTime.TotalMinutes:0.#} minutes"
            ),
            BrokenCircuitException => way.Result(
                FetchOutcome.Failed,
                $"was not asked: {way.Now.Authority} keeps failing and is left alone for a while; the last time: {GateOf(way.Now).LastFault}"
            ) with
            {
                IsLeftAlone = true,
            },
            HttpFault fault => way.Result(FetchOutcome.Failed, e.Message) with
            {
                IsLeftAlone = fault.IsLeftAlone,
            },
            RefusedAddressException => NotAllowed(way, e.Message),
            _ => null,
        };

    private static FetchResult NotAllowed(Way way, string refusal) =>
        way.Result(FetchOutcome.Refused, refusal) with
        {
            NotAllowed = AddressGuard.NameOf(way.Now),
        };

    /// <summary>The hosts that ask to be left alone for a time that is not over.</summary>
    public IReadOnlyList<HostWait> Waits
    {
        get
        {
            var now = _clock.GetUtcNow();
            lock (_gatesLock)
            {
                return
                [
                    .. _gates
                        .Where(g => g.Value.AskedUntil > now)
                        .Select(g => new HostWait(g.Key, g.Value.AskedUntil))
                        .OrderBy(w => w.Host, StringComparer.Ordinal),
                ];
            }
        }
    }

    /// <summary>Leaves hosts alone that asked for it in an earlier run.</summary>
    public void Obey(IEnumerable<HostWait> waits)
    {
        foreach (var wait in waits)
        {
            GateOf(wait.Host).Obey(wait.Until);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }

    private async Task<FetchResult> FollowAsync(
        Way way,
        Download download,
        Validators? known,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            if (_guard.Refusal(way.Now) is { } refusal)
            {
                return NotAllowed(way, refusal);
            }

            var gate = GateOf(way.Now);
            if (!(await RobotsAsync(gate, way, cancellation)).Allows(way.Now))
            {
                return way.Result(
                    FetchOutcome.Refused,
                    $"robots.txt of {way.Now.Authority} does not allow it"
                );
            }

            var answer = await AskAsync(gate, download, way, known, cancellation);
            if (answer.Location is not { } next)
            {
                return way.Of(answer, _clock.GetUtcNow());
            }

            if (!way.Go(next, isPermanent: answer.Status is 301 or 308, _options.MaxRedirects))
            {
                return way.Result(
                    FetchOutcome.Refused,
                    $"more than {_options.MaxRedirects} redirects, or in a circle, the last to {next}",
                    answer.Status
                );
            }
        }
    }

    private async Task<Answer> AskAsync(
        HostGate gate,
        Download download,
        Way way,
        Validators? known,
        CancellationToken cancellation
    )
    {
        var retry = new ResiliencePipelineBuilder<Answer> { TimeProvider = _clock }
            .AddRetry(
                new RetryStrategyOptions<Answer>
                {
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            args.Outcome.Exception is HttpFault
                                || args.Outcome.Result is { IsTransient: true }
                                    && FitsIn(args.Outcome.Result.RetryAfter)
                        ),
                    MaxRetryAttempts = _options.Retries,
                    Delay = _options.RetryDelay,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Randomizer = _chance,
                    // The gate holds the host, for other addresses too; this wait only must not be shorter. Null is the usual wait.
                    DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
                }
            )
            .Build();
        // The breaker counts addresses, not tries: one that fails is one, and keeps no other of its host from being asked.
        return FitsIn(gate.Wait)
            ? await gate.Breaker.ExecuteAsync(
                async outer =>
                    await retry.ExecuteAsync(
                        async token =>
                            FitsIn(gate.Wait)
                                ? await gate.InTurn(
                                    () => TryAsync(gate, download, way.Now, known, token),
                                    token
                                )
                                : new Answer(0, NoHeaders, RetryAfter: gate.Wait),
                        outer
                    ),
                cancellation
            )
            : new Answer(0, NoHeaders, RetryAfter: gate.Wait);

        bool FitsIn(TimeSpan? wait) =>
            wait is not { } asked || _clock.GetUtcNow() + asked < way.Deadline;
    }

    private async Task<Answer> TryAsync(
        HostGate gate,
        Download download,
        Uri address,
        Validators? known,
        CancellationToken cancellation
    )
    {
        try
        {
            var answer = await download.TryAsync(address, known, cancellation);
            if (answer.RetryAfter is { } wait)
            {
                gate.Obey(_clock.GetUtcNow() + wait);
            }

            gate.LastFault = answer.IsTransient
                ? $"{address.PathAndQuery}, status {answer.Status}"
                : gate.LastFault;
            return answer;
        }
        catch (HttpFault e)
        {
            gate.LastFault = $"{address.PathAndQuery}, {e.Message}";
            throw;
        }
    }

    private async Task<RobotsTxt> RobotsAsync(
        HostGate gate,
        Way way,
        CancellationToken cancellation
    )
    {
        await gate.RobotsTurn.WaitAsync(cancellation);
        try
        {
            return gate.Robots ??= await FetchRobotsAsync(gate, way, cancellation);
        }
        finally
        {
            gate.RobotsTurn.Release();
        }
    }

    private string FreshFile() =>
        Path.Combine(
            _temporary,
            Interlocked.Increment(ref _files).ToString(CultureInfo.InvariantCulture) + ".fetching"
        );

    private RobotsTxt Obeyed(HostGate gate, string text)
    {
        var robots = RobotsTxt.Parse(text, _options.UserAgent);
        if (robots.CrawlDelay is { } delay)
        {
            gate.TakeCrawlDelay(delay);
        }

        return robots;
    }

    // A host whose robots.txt is behind a redirect is followed as RFC 9309 has it, to hosts that may be asked.
    private async Task<RobotsTxt> FetchRobotsAsync(
        HostGate gate,
        Way asked,
        CancellationToken cancellation
    )
    {
        var file = FreshFile();
        try
        {
            var way = new Way(new Uri(asked.Now, "/robots.txt"), asked.Deadline);
            while (true)
            {
                // RFC 9309, 2.5: of a longer one the start counts.
                var download = new Download(
                    _http,
                    _options,
                    _clock,
                    file,
                    RobotsTxt.MaxBytes,
                    takesStart: true
                );
                var answer = await AskAsync(GateOf(way.Now), download, way, null, cancellation);
                if (
                    answer.Location is { } next
                    && way.Go(next, isPermanent: false, _options.MaxRedirects)
                    && _guard.Refusal(next) is null
                )
                {
                    continue;
                }

                if (answer.RetryAfter is { } wait)
                {
                    throw new HttpFault(way.AsksToWait(wait, _clock.GetUtcNow()), null)
                    {
                        IsLeftAlone = answer.Status == 0,
                    };
                }

                if (answer.IsTransient)
                {
                    // RFC 9309, 2.3.1.4: then everything is forbidden. The next run asks again.
                    throw new HttpFault(
                        $"robots.txt of {way.Now.Authority} could not be had (status {answer.Status}), so nothing is asked there",
                        null
                    );
                }

                return answer.Status == 200
                    ? Obeyed(gate, await File.ReadAllTextAsync(file, Encoding.UTF8, cancellation))
                    : RobotsTxt.AllowsAll;
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private HostGate GateOf(Uri address) => GateOf(address.Authority);

    private HostGate GateOf(string host)
    {
        lock (_gatesLock)
        {
            if (!_gates.TryGetValue(host, out var gate))
            {
                _gates[host] = gate = new HostGate(_options, _clock);
            }

            return gate;
        }
    }

    private static FetchResult Tidied(FetchResult result, string file)
    {
        if (result.File is null)
        {
            File.Delete(file);
        }

        return result;
    }
}

/// <summary>The addresses that one request was sent on to.</summary>
internal sealed class Way
{
    private readonly Uri _asked;
    private readonly HashSet<Uri> _seen;
    private bool _isPermanent = true;

    public Way(Uri asked, DateTimeOffset deadline) =>
        (_asked, _seen, Now, Deadline) = (asked, [asked], asked, deadline);

    /// <summary>When the request must be done, redirects and waits included.</summary>
    public DateTimeOffset Deadline { get; }

    public Uri Now { get; private set; }

    /// <summary>Takes a redirect; false where there were too many, or it leads back.</summary>
    public bool Go(Uri next, bool isPermanent, int most)
    {
        // The part behind # is the reader's own.
        var address = new Uri(next.GetLeftPart(UriPartial.Query));
        if (_seen.Count > most || !_seen.Add(address))
        {
            return false;
        }

        _isPermanent &= isPermanent;
        Now = address;
        return true;
    }

    /// <summary>What is said of a host that asks to wait.</summary>
    public string AsksToWait(TimeSpan wait, DateTimeOffset now) =>
        Invariant(
            $"{Now.Authority} asks to wait {Math.Ceiling(wait.TotalSeconds)} s, until {(now + wait).UtcDateTime:yyyy-MM-dd HH:mm} UTC, and is left alone until then"
        );

    public FetchResult Of(Answer answer, DateTimeOffset now)
    {
        var (outcome, message) = answer switch
        {
            { Refusal: { } refusal } => (FetchOutcome.Refused, refusal),
            { Status: 200 or 206 } => (FetchOutcome.Fetched, null),
            { Status: 304 } => (FetchOutcome.NotModified, null),
            { Status: 404 or 410 } => (FetchOutcome.Gone, $"status {answer.Status}"),
            { Status: 401 or 403 or 407 or 451 } => (
                FetchOutcome.Refused,
                $"status {answer.Status}: the server does not give it to everybody"
            ),
            { RetryAfter: { } wait } => (FetchOutcome.Failed, AsksToWait(wait, now)),
            _ => (FetchOutcome.Failed, (string?)$"status {answer.Status}"),
        };
        return Result(outcome, message, answer.Status, answer.Headers) with
        {
            IsLeftAlone = answer.Status == 0,
        };
    }

    public FetchResult Result(
        FetchOutcome outcome,
        string? message,
        int status = 0,
        IReadOnlyDictionary<string, string>? headers = null
    ) =>
        new(
            outcome,
            _asked,
            Now,
            _isPermanent && Now != _asked ? Now : null,
            status,
            message,
            headers?.GetValueOrDefault("content-type")?.Split(';')[0].Trim().ToLowerInvariant(),
            headers ?? new SortedDictionary<string, string>(StringComparer.Ordinal),
            null,
            0
        );
}
