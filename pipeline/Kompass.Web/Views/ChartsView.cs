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
public sealed record HeatMapView(CrossCount Counts, string KindName)
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

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            ViewTables.Of(
                "cells",
                Counts.Rows.Values.All.SelectMany(
                    (area, a) =>
                        Counts.Columns.Values.All.Select(
                            (theme, t) => (area, theme, A: a + 1, T: t + 1)
                        )
                ),
                ("edition", _ => Edition),
                ("kind", _ => KindName),
                ("area", x => x.area.Key),
                ("theme", x => x.theme.Key),
                ("findings", x => Counts.At(x.A, x.T).Texts),
                ("reports", x => Counts.At(x.A, x.T).Reports),
                ("base", _ => Counts.Base)
            ),
        ];

    internal static HeatMapView Load(ViewRequest request)
    {
        var snapshot = request.Snapshot;
        var name = request.OneOf("kind", HeatMapView.Kinds);
        var kind = Enum.Parse<FindingKind>(name, true);
        var editions = snapshot.EditionsByReports();
        var edition = request.OneOf("edition", editions);
        var index = snapshot.Index(TextPlace.Lists);
        var filter = QueryFilter.None with { Kinds = [kind], Editions = [edition] };
        return new HeatMapView(
            CrossCount.Run(
                index,
                Selection.Of(filter, index, snapshot),
                Facet.Area,
                Facet.Theme,
                report => snapshot.Reports.All[report].HasList(kind)
            ),
            name
        )
        {
            Edition = edition,
            Editions = [.. editions.Order(StringComparer.Ordinal)],
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
        var newest = request
            .Snapshot.Reports.All.GroupBy(r => r.MunicipalityKey, StringComparer.Ordinal)
            .Select(g => g.MaxBy(r => r.Year)!)
            .OrderBy(r => r.MunicipalityName, FacetValues.Swedish)
            .ToList();
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
