using Polly;
using Polly.CircuitBreaker;

namespace Kompass.Mining.Fetching;

/// <summary>
/// What all requests to one host share: one at a time, a pause between them, the time until which the host asked to be left alone, and a circuit breaker that counts addresses.
/// </summary>
internal sealed class HostGate(FetchOptions options, TimeProvider clock) : IDisposable
{
    // A crawl delay beyond this would keep a run from its end; robots.txt is a wish here, not a rule (RFC 9309 does not know it).
    private static readonly TimeSpan MostPause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private TimeSpan _pause = options.Pause;

    public ResiliencePipeline<Answer> Breaker { get; } =
        new ResiliencePipelineBuilder<Answer> { TimeProvider = clock }
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<Answer>
                {
                    // A host that says "later" is well; one that says nothing is not.
                    ShouldHandle = args =>
                        ValueTask.FromResult(
                            // An address that takes all its time is one that fails.
                            args.Outcome.Exception
                                is HttpFault
                                    or OperationCanceledException
                                || args.Outcome.Result is { IsTransient: true, RetryAfter: null }
                        ),
                    FailureRatio = 0.5,
                    MinimumThroughput = options.BreakAfter,
                    SamplingDuration = options.BreakTime,
                    BreakDuration = options.BreakTime,
                }
            )
            .Build();

    public SemaphoreSlim RobotsTurn { get; } = new(1, 1);

    public RobotsTxt? Robots { get; set; }

    /// <summary>Until when the host itself asked to be left alone; in the past where it did not.</summary>
    public DateTimeOffset AskedUntil { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>What went wrong the last time, with the path that was asked for, or null.</summary>
    public string? LastFault { get; set; }

    public void TakeCrawlDelay(TimeSpan delay) =>
        _pause = TimeSpan.FromTicks(
            Math.Clamp(delay.Ticks, _pause.Ticks, Math.Max(_pause.Ticks, MostPause.Ticks))
        );

    /// <summary>Leaves the host alone until then, as it asked.</summary>
    public void Obey(DateTimeOffset until)
    {
        AskedUntil = until > AskedUntil ? until : AskedUntil;
        Hold(until);
    }

    /// <summary>Leaves the host alone until then.</summary>
    public void Hold(DateTimeOffset until) => _notBefore = until > _notBefore ? until : _notBefore;

    /// <summary>How long the next request has to wait.</summary>
    public TimeSpan Wait =>
        _notBefore - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero;

    /// <summary>Waits for its turn and does the work; the pause begins when it ends.</summary>
    public async ValueTask<T> InTurn<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // A timer may fire a little early by this clock, and never earlier than asked is the promise.
            while (Wait is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, clock, cancellation);
            }

            return await work();
        }
        finally
        {
            Hold(clock.GetUtcNow() + _pause);
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        RobotsTurn.Dispose();
    }
}

/// <summary>A fault of the network or of HTTP that another try may pass.</summary>
internal sealed class HttpFault(string message, Exception? inner) : IOException(message, inner)
{
    /// <summary>Whether nothing was asked, because the host asked to be left alone.</summary>
    public bool IsLeftAlone { get; init; }
}

/// <summary>What one request gave.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="IsTransient">Whether another try may give something else.</param>
/// <param name="RetryAfter">How long the server asks to wait, or null.</param>
/// <param name="Location">Where it redirects to, or null.</param>
/// <param name="Refusal">Why what it sent is not taken, or null.</param>
internal sealed record Answer(
    int Status,
    IReadOnlyDictionary<string, string> Headers,
    bool IsTransient = false,
    TimeSpan? RetryAfter = null,
    Uri? Location = null,
    string? Refusal = null
);
