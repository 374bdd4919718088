namespace Kompass.Mining.Fetching;

/// <summary>How politely, how long and how much is fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>What a site's owner sees: a name and where to complain.</summary>
    public string UserAgent { get; init; } =
        "KompassMining/0.1 (text mining of Kommunkompassen reports)";

    /// <summary>Largest document, also when it is unpacked; 128 MiB as the reader of documents takes it.</summary>
    public long MaxBytes { get; init; } = 128L << 20;

    /// <summary>Largest web page or sitemap that is searched for links.</summary>
    public long MaxListingBytes { get; init; } = 8L << 20;

    /// <summary>Most documents of one listing.</summary>
    public int MaxLinks { get; init; } = 2000;

    /// <summary>Least time between two requests to one host. A longer Crawl-delay in its robots.txt goes before, up to a minute.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time of one try, body included.</summary>
    public TimeSpan TryTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time of one address with all its tries and waits. A host that asks to wait longer is left for the next run.</summary>
    public TimeSpan TotalTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Tries after the first.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>Wait before the second try; it doubles, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Addresses, half of them or more failed with all their tries, after which a host is not asked for <see cref="BreakTime"/>. Polly takes no fewer than 2.</summary>
    public int BreakAfter { get; init; } = 5;

    /// <summary>How long a failing host is left alone.</summary>
    public TimeSpan BreakTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Most redirects of one address.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Hosts asked at a time; each of them is sent one request at a time.</summary>
    public int Hosts { get; init; } = 4;

    /// <summary>Hosts, with port, that may have a private or loopback address: <c>127.0.0.1:8080</c>.</summary>
    public IReadOnlySet<string> AllowedHosts { get; init; } =
        new HashSet<string>(StringComparer.Ordinal);
}
