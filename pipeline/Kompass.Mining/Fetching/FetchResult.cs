namespace Kompass.Mining.Fetching;

/// <summary>What came of asking for one address.</summary>
public enum FetchOutcome
{
    /// <summary>Its content is here.</summary>
    Fetched,

    /// <summary>The server says that it has not changed.</summary>
    NotModified,

    /// <summary>404 or 410: it is there no longer.</summary>
    Gone,

    /// <summary>It must not or cannot be had: robots.txt, a private network, a login, too large, a type that is not read.</summary>
    Refused,

    /// <summary>It could not be had this time: the network, the server, a limit of time. The next run asks again.</summary>
    Failed,
}

/// <summary>A host that asks to be left alone (Retry-After).</summary>
/// <param name="Host">With its port where that is not the scheme's own.</param>
/// <param name="Until">When it may be asked again (UTC).</param>
public sealed record HostWait(string Host, DateTimeOffset Until);

/// <summary>What a server said that lets the next visit ask whether anything has changed.</summary>
/// <param name="ETag">As sent, or null.</param>
/// <param name="LastModified">As sent, or null.</param>
public sealed record Validators(string? ETag, string? LastModified);

/// <summary>The answer to one address.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Asked">The address that was asked for.</param>
/// <param name="Address">The address that answered, after redirects.</param>
/// <param name="MovedTo">The address to ask in future, where every redirect on the way was permanent; else null.</param>
/// <param name="Status">Last HTTP status, or 0 where there was none.</param>
/// <param name="Message">What went wrong, or null.</param>
/// <param name="Type">Media type as the server declares it, lower case, without parameters; or null.</param>
/// <param name="Headers">The headers of the answer, names in lower case, values joined by a comma.</param>
/// <param name="File">A temporary file with the content; the caller removes it. Null but where <see cref="FetchOutcome.Fetched"/>.</param>
/// <param name="Tries">Requests that were sent.</param>
public sealed record FetchResult(
    FetchOutcome Outcome,
    Uri Asked,
    Uri Address,
    Uri? MovedTo,
    int Status,
    string? Message,
    string? Type,
    IReadOnlyDictionary<string, string> Headers,
    string? File,
    int Tries
)
{
    /// <summary>The host, as <c>--allow-host</c> names it, that our own rules kept from being asked; else null.</summary>
    public string? NotAllowed { get; init; }

    /// <summary>Whether nothing was asked: the host asked to be left alone, or keeps failing. Only where <see cref="FetchOutcome.Failed"/>.</summary>
    public bool IsLeftAlone { get; init; }

    /// <summary>What to ask with next time.</summary>
    public Validators Validators =>
        new(Headers.GetValueOrDefault("etag"), Headers.GetValueOrDefault("last-modified"));
}
