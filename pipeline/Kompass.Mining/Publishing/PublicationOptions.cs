namespace Kompass.Mining.Publishing;

/// <summary>How a dataset is published.</summary>
public sealed record PublicationOptions
{
    /// <summary>Who publishes it.</summary>
    public string Publisher { get; init; } = "Kompass Mining";

    /// <summary>What kind of publisher that is, one of <see cref="PublisherTypes"/>; data portals require it.</summary>
    public string PublisherType { get; init; } = PublisherTypes[0];

    /// <summary>The kinds of publishers that DCAT-AP-SE knows (http://purl.org/adms/publishertype/).</summary>
    public static IReadOnlyList<string> PublisherTypes { get; } =
    [
        "NonProfitOrganisation",
        "Academia-ScientificOrganisation",
        "Company",
        "IndustryConsortium",
        "LocalAuthority",
        "NationalAuthority",
        "NonGovernmentalOrganisation",
        "PrivateIndividual(s)",
        "RegionalAuthority",
        "StandardisationBody",
        "SupraNationalAuthority",
    ];

    /// <summary>Where the folder will be found, ending in <c>/</c>.</summary>
    public string Url { get; init; } = "https://example.org/kompass/";

    /// <summary>The licence.</summary>
    public License License { get; init; } = License.All[0];

    /// <summary>Leaves out the evaluators' names.</summary>
    public bool WithoutNames { get; init; }

    /// <summary>Leaves out the paragraphs of the reports' prose, and the sentences quoted from it: remarks and exemplars.</summary>
    public bool WithoutProse { get; init; }
}

/// <summary>A licence that open data carry.</summary>
/// <param name="Id">Its SPDX identifier.</param>
/// <param name="Title">Its name.</param>
/// <param name="Url">Its text.</param>
public sealed record License(string Id, string Title, string Url)
{
    /// <summary>Those that can be chosen; the first is the default.</summary>
    public static IReadOnlyList<License> All { get; } =
    [
        new(
            "CC-BY-4.0",
            "Creative Commons Attribution 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/"
        ),
        new("CC0-1.0", "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ];
}
