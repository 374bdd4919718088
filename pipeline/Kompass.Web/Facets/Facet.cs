namespace Kompass.Web.Facets;

/// <summary>Something by which texts are counted and narrowed.</summary>
/// <param name="Name">Its name in addresses, that of the option of <c>kompass findings</c>.</param>
/// <param name="Swedish">What it is called.</param>
/// <param name="English">What it is called.</param>
/// <param name="IsOfReport">Whether all texts of a report have one value.</param>
public sealed record Facet(string Name, string Swedish, string English, bool IsOfReport)
{
    public static Facet Kind { get; } = new("kind", "Lista", "List", false);

    public static Facet Area { get; } = new("area", "Område", "Area", false);

    public static Facet Question { get; } = new("question", "Delfråga", "Sub-question", false);

    public static Facet Theme { get; } = new("theme", "Tema", "Theme", false);

    public static Facet Certainty { get; } =
        new("certainty", "Tillförlitlighet", "Certainty", false);

    public static Facet Year { get; } = new("year", "År", "Year", true);

    public static Facet Edition { get; } = new("edition", "Utgåva", "Edition", true);

    public static Facet County { get; } = new("county", "Län", "County", true);

    public static Facet Group { get; } = new("group", "Kommungrupp", "Municipality group", true);

    public static Facet Municipality { get; } = new("municipality", "Kommun", "Municipality", true);

    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<Facet> All { get; } =
    [Kind, Area, Theme, Question, Year, Edition, County, Group, Certainty, Municipality];

    /// <summary>Those of which each text has a value of its own.</summary>
    public static IReadOnlyList<Facet> OfTexts { get; } = [.. All.Where(f => !f.IsOfReport)];

    /// <summary>Those that a text has from its report.</summary>
    public static IReadOnlyList<Facet> OfReports { get; } = [.. All.Where(f => f.IsOfReport)];
}

/// <summary>A value of a facet.</summary>
/// <param name="Key">As it stands in addresses and in the store.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Detail">What it means, or null.</param>
public sealed record FacetValue(string Key, string Label, string? Detail = null);
