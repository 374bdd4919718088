using Kompass.Web.Components;

namespace Kompass.Web.Views;

/// <summary>Which charts there are.</summary>
public sealed record ChartsView() : View("Diagram", "Charts")
{
    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [];

    internal static ChartsView Load(ViewRequest request) => new();
}

/// <summary>Areas by themes: in which share of the reports there is such a finding.</summary>
public sealed record HeatMapView(string KindName)
    : View(
        $"{Words.Kinds(KindName).Swedish} per område och tema",
        $"{Words.Kinds(KindName).English} by area and theme"
    )
{
    /// <summary>The lists, that of most reports first.</summary>
    public static string[] Kinds { get; } = ["improvement", "strength", "weakness"];

    /// <summary>The edition.</summary>
    public required string Edition { get; init; }

    /// <summary>Those that have reports.</summary>
    public required IReadOnlyList<string> Editions { get; init; }

    public required IReadOnlyList<FacetValue> Areas { get; init; }

    public required IReadOnlyList<FacetValue> Themes { get; init; }

    /// <summary>Reports of the edition that have the list.</summary>
    public int Base => (int)Counts.Values.Select(c => c.Base).DefaultIfEmpty(0).Max();

    internal IReadOnlyDictionary<(string Area, string Theme), CountedCell> Counts { get; init; } =
        new Dictionary<(string, string), CountedCell>();

    /// <summary>The most reports that an area and a theme have.</summary>
    public int Most => Counts.Values.Select(c => c.Count.Reports).DefaultIfEmpty(0).Max();

    /// <summary>How many findings of an area have a theme, in how many reports, and of how many whose list of the area was found.</summary>
    public (int Findings, int Reports, int Base) At(FacetValue area, FacetValue theme) =>
        Counts.GetValueOrDefault((area.Key, theme.Key)) is { Count: var count, Base: var of }
            ? (count.Findings, count.Reports, (int)of)
            : default;

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            ViewTables.Of(
                "cells",
                Areas.SelectMany(area =>
                    Themes.Select(theme => (area, theme, Count: At(area, theme)))
                ),
                ("edition", _ => Edition),
                ("kind", _ => KindName),
                ("area", x => x.area.Key),
                ("theme", x => x.theme.Key),
                ("findings", x => x.Count.Findings),
                ("reports", x => x.Count.Reports),
                ("base", x => x.Count.Base)
            ),
        ];

    internal static HeatMapView Load(ViewRequest request)
    {
        var snapshot = request.Snapshot;
        var name = request.OneOf("kind", Kinds);
        var kind = Enum.Parse<FindingKind>(name, true);
        var editions = snapshot.EditionsByReports();
        var edition = request.OneOf("edition", editions);
        var filter = QueryFilter.None with { Kinds = [kind] };
        return new HeatMapView(name)
        {
            Edition = edition,
            Editions = [.. editions.Order(StringComparer.Ordinal)],
            Areas = snapshot.ValuesOf(Facet.Area, edition),
            Themes = snapshot.ValuesOf(Facet.Theme).All,
            Counts = snapshot.Counted(edition, filter, CountDimension.Area, CountDimension.Theme),
        };
    }
}

/// <summary>The newest evaluations of chosen municipalities beside each other.</summary>
public sealed record ProfileView(Profile Profile) : View("Jämför profiler", "Compare profiles")
{
    /// <summary>What was chosen, in order.</summary>
    public required IReadOnlyList<string> Chosen { get; init; }

    /// <summary>All municipalities to choose from.</summary>
    public required IReadOnlyList<ReportHead> All { get; init; }

    /// <summary>More cannot be told apart.</summary>
    public const int Most = 5;

    /// <inheritdoc/>
    public override string? About =>
        Profile.Reports.Count > 0
            ? string.Join(", ", Profile.Reports.Select(r => r.MunicipalityName))
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [Profile.Table()];

    internal static ProfileView Load(ViewRequest request)
    {
        var newest = request.Snapshot.Reports.Newest;
        var chosen = SearchState.Of(request).ValuesOf("municipality");
        if (chosen.Count > Most)
        {
            throw new BadAddressException(
                $"municipality: högst {Most} kommuner väntades",
                $"municipality: at most {Most} were expected"
            );
        }

        var reports = chosen
            .Select(key => newest.FirstOrDefault(r => r.MunicipalityKey == key))
            .OfType<ReportHead>()
            .ToList();
        return new ProfileView(Profile.Of(request.Snapshot, reports))
        {
            Chosen = chosen,
            All = newest,
        };
    }
}
