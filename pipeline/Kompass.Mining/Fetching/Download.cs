using System.Net;
using System.Net.Http.Headers;

namespace Kompass.Mining.Fetching;

/// <summary>One address on its way into a temporary file. A try that breaks off leaves what it has, and the next one goes on from there.</summary>
/// <param name="http">Sends.</param>
/// <param name="options">How long a try may take, and who asks.</param>
/// <param name="clock">Measures it.</param>
/// <param name="file">The temporary file.</param>
/// <param name="maxBytes">Largest content.</param>
/// <param name="takesStart">Whether the start of larger content is taken, instead of nothing.</param>
internal sealed class Download(
    HttpMessageInvoker http,
    FetchOptions options,
    TimeProvider clock,
    string file,
    long maxBytes,
    bool takesStart = false
)
{
    private const int BufferBytes = 64 * 1024;

    // What came so far, and of which version: only a strong validator may join two pieces (RFC 9110, 13.1.5).
    private string? _strongTag;
    private long _have;

    // While a body is on its way: whether, and how long it is to be, where that is said.
    private bool _isOnItsWay;
    private long? _whole;

    /// <summary>Requests that were sent.</summary>
    public int Tries { get; private set; }

    /// <summary>Asks once.</summary>
    /// <exception cref="HttpFault">The network or the server broke off.</exception>
    /// <exception cref="RefusedAddressException">The host has no address that may be asked.</exception>
    public async Task<Answer> TryAsync(
        Uri address,
        Validators? known,
        CancellationToken cancellation
    )
    {
        Tries++;
        _isOnItsWay = false;
        using var time = new CancellationTokenSource(options.TryTime, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            using var request = Request(address, known);
            using var response = await http.SendAsync(request, both.Token);
            return await TakeAsync(address, response, both.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpFault(
                Invariant($"no whole answer within {options.TryTime.TotalSeconds} s"),
                e
            );
        }
        catch (HttpRequestException e) when (e.InnerException is RefusedAddressException refused)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(refused);
            throw;
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException)
        {
            throw new HttpFault(BrokeOff() ?? (e.InnerException ?? e).Message, e);
        }
        catch (IOException e)
            when (e is not (HttpFault or RefusedAddressException) && e.HResult == HttpReset)
        {
            throw new HttpFault(BrokeOff() ?? e.Message, e);
        }
    }

    private string? BrokeOff() =>
        !_isOnItsWay
            ? null
            : Invariant(
                $"the transfer broke off after {_have:N0}{(_whole is { } whole ? $" of {whole:N0}" : "")} bytes"
            );

    // The generic code of IOException, which the network stream throws with; a full disk has one of its own.
    private static readonly int HttpReset = new IOException().HResult;

    private HttpRequestMessage Request(Uri address, Validators? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrHigher,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.TryAddWithoutValidation(
            "Accept",
            "application/pdf, text/html;q=0.9, text/plain;q=0.8, */*;q=0.1"
        );
        // Unpacked content cannot be resumed, and is what bombs are made of.
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (_have > 0 && _strongTag is { } tag)
        {
            request.Headers.Range = new RangeHeaderValue(_have, null);
            request.Headers.TryAddWithoutValidation("If-Range", tag);
        }
        else
        {
            _have = 0;
            if (known?.ETag is { } etag)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            }

            if (known?.LastModified is { } modified)
            {
                request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
            }
        }

        return request;
    }

    private async Task<Answer> TakeAsync(
        Uri address,
        HttpResponseMessage response,
        CancellationToken cancellation
    )
    {
        var status = (int)response.StatusCode;
        var headers = HeadersOf(response);
        if (status is 200 or 206)
        {
            return await BodyAsync(response, status, headers, cancellation);
        }

        if (
            status is 301 or 302 or 303 or 307 or 308
            && Uri.TryCreate(address, response.Headers.Location, out var location)
        )
        {
            return new Answer(status, headers, Location: location);
        }

        if (status == 416)
        {
            // What is here is no part of what is there: from the start.
            _have = 0;
            return new Answer(status, headers, IsTransient: true);
        }

        var passes = status is 408 or 425 or 429 or (>= 500 and not 501 and not 505);
        return new Answer(
            status,
            headers,
            passes,
            passes ? RetryAfter.Of(response.Headers.RetryAfter, clock) : null
        );
    }

    private async Task<Answer> BodyAsync(
        HttpResponseMessage response,
        int status,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellation
    )
    {
        if (status == 206 && response.Content.Headers.ContentRange?.From != _have)
        {
            _have = 0;
            return new Answer(status, headers, IsTransient: true);
        }

        _have = status == 206 ? _have : 0;
        _strongTag = response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null;
        if (!takesStart && _have + response.Content.Headers.ContentLength > maxBytes)
        {
            return new Answer(status, headers, Refusal: TooLarge());
        }

        (_isOnItsWay, _whole) = (true, _have + response.Content.Headers.ContentLength);
        await using var target = new FileStream(
            file,
            FileMode.OpenOrCreate,
            FileAccess.Write,
            FileShare.None,
            1
        );
        target.SetLength(_have);
        target.Position = _have;
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[BufferBytes];
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (_have + read > maxBytes && !takesStart)
            {
                return new Answer(status, headers, Refusal: TooLarge());
            }

            var taken = (int)Math.Min(read, maxBytes - _have);
            await target.WriteAsync(buffer.AsMemory(0, taken), cancellation);
            _have += taken;
            if (taken < read)
            {
                break;
            }
        }

        return new Answer(status, headers);
    }

    private string TooLarge() => Invariant($"it is larger than the limit of {maxBytes:N0} bytes");

    private static SortedDictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (name, values) in response.Headers.NonValidated.Concat(
                response.Content.Headers.NonValidated
            )
        )
        {
            headers[name.ToLowerInvariant()] = string.Join(", ", values);
        }

        return headers;
    }
}

/// <summary>Retry-After (RFC 9110, 10.2.3) in both of its forms.</summary>
internal static class RetryAfter
{
    /// <summary>How long to wait from now; null where nothing is asked, zero for a date that has passed.</summary>
    public static TimeSpan? Of(RetryConditionHeaderValue? header, TimeProvider clock) =>
        header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait
                ? wait
                : TimeSpan.Zero,
            _ => null,
        };
}
