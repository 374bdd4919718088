namespace Kompass.Mining.Fetching;

/// <summary>One place where a document was published, as it answered.</summary>
/// <param name="Address">The address that was asked for.</param>
/// <param name="AnsweredBy">The address that answered after redirects, where it is another; else null.</param>
/// <param name="First">When the content was first had there (UTC).</param>
/// <param name="Last">When the content was last seen there (UTC).</param>
/// <param name="Source">The id of the source that led to it.</param>
/// <param name="Headers">Headers of the first answer.</param>
public sealed record Publication(
    string Address,
    string? AnsweredBy,
    DateTimeOffset First,
    DateTimeOffset Last,
    string Source,
    IReadOnlyDictionary<string, string> Headers
);

/// <summary>A document that was fetched: its content once, and every place where it was published.</summary>
/// <param name="Sha256">Lower-case hexadecimal hash of the content, by which records name their document.</param>
/// <param name="Length">In bytes.</param>
/// <param name="MunicipalityCode">As its source says, or null.</param>
/// <param name="Year">As its source says, or null.</param>
/// <param name="Publications">At least one, in order of address.</param>
public sealed record FetchedDocument(
    string Sha256,
    long Length,
    string? MunicipalityCode,
    int? Year,
    IReadOnlyList<Publication> Publications
);

/// <summary>What the last visits to an address told.</summary>
/// <param name="Address">The address.</param>
/// <param name="Sha256">Content it had, or null where there was none yet.</param>
/// <param name="ETag">For the next conditional request.</param>
/// <param name="LastModified">For the next conditional request.</param>
/// <param name="IsGone">Whether the last visit found nothing there.</param>
/// <param name="MovedTo">Where permanent redirects led at the last visit, or null.</param>
public sealed record KnownAddress(
    string Address,
    string? Sha256,
    string? ETag,
    string? LastModified,
    bool IsGone = false,
    string? MovedTo = null
);

/// <summary>What is known of a source from earlier visits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Visited">The last visit that came to an end (UTC), or null.</param>
/// <param name="First">The first one, or null.</param>
/// <param name="MostListed">Most documents that it listed at one visit.</param>
/// <param name="Arrivals">Visits, but the first, that found something new (UTC).</param>
/// <param name="Addresses">Every address that it led to, in order.</param>
/// <param name="Standing">What was wrong with it at the last visit; null in a file of an earlier version.</param>
/// <param name="Waits">Hosts that asked to be left alone; null as above.</param>
/// <param name="NotAllowed">Hosts that our own rules kept from being asked, as <c>--allow-host</c> names them; null as above.</param>
public sealed record SourceState(
    string Id,
    DateTimeOffset? Visited,
    DateTimeOffset? First,
    int MostListed,
    IReadOnlyList<DateTimeOffset> Arrivals,
    IReadOnlyList<KnownAddress> Addresses,
    IReadOnlyList<FetchTrouble>? Standing = null,
    IReadOnlyList<HostWait>? Waits = null,
    IReadOnlyList<string>? NotAllowed = null
)
{
    /// <summary>A source that was never visited.</summary>
    public static SourceState New(string id) => new(id, null, null, 0, [], []);

    /// <summary>What is known of an address, or null.</summary>
    public KnownAddress? Find(Uri address) =>
        Addresses.FirstOrDefault(a => a.Address == address.AbsoluteUri);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(FetchedDocument))]
[JsonSerializable(typeof(SourceState))]
[JsonSerializable(typeof(FetchSummary))]
internal sealed partial class FetchJson : JsonSerializerContext;
