namespace Kompass.Web.Views;

/// <summary>An area as its editions name it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Names">By edition, in order.</param>
/// <param name="Name">In the edition that has most reports.</param>
public sealed record AreaNames(
    int Number,
    IReadOnlyList<(string Edition, string Name)> Names,
    string Name
)
{
    /// <summary>The areas of the editions that have reports; of the newest where none has.</summary>
    internal static IReadOnlyList<AreaNames> Of(Snapshot snapshot)
    {
        var editions = snapshot.EditionsByReports();
        return
        [
            .. snapshot
                .Knowledge.Editions.Where(e => editions.Contains(e.Id, StringComparer.Ordinal))
                .SelectMany(e => e.Areas.Select(a => (a.Number, Name: (e.Id, a.Name))))
                .GroupBy(a => a.Number)
                .OrderBy(g => g.Key)
                .Select(g => new AreaNames(
                    g.Key,
                    [.. g.Select(a => a.Name)],
                    g.MinBy(a => Array.IndexOf(editions, a.Name.Id)).Name.Name
                )),
        ];
    }
}

/// <summary>The instrument's areas.</summary>
/// <param name="Areas">Those of all editions, by number.</param>
/// <param name="Editions">That of most reports first.</param>
public sealed record AreasView(IReadOnlyList<AreaNames> Areas, IReadOnlyList<string> Editions)
    : View("Områden", "Areas")
{
    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            ViewTables.Of(
                "areas",
                Areas.SelectMany(a => a.Names.Select(n => (a.Number, n.Edition, n.Name))),
                ("area", x => x.Number),
                ("edition", x => x.Edition),
                ("name", x => x.Name)
            ),
        ];

    internal static AreasView Load(ViewRequest request) =>
        new(AreaNames.Of(request.Snapshot), request.Snapshot.EditionsByReports());
}

/// <summary>How often something is in the lists of a kind.</summary>
/// <param name="Kind">Which lists.</param>
/// <param name="Texts">Findings.</param>
/// <param name="Reports">In how many reports.</param>
/// <param name="Base">Of how many that have such a list at all, and of an area of how many whose list was found.</param>
public readonly record struct KindCount(FindingKind Kind, int Texts, int Reports, int Base);

/// <summary>How often something is praised, asked for, and called weak.</summary>
/// <param name="Value">What.</param>
/// <param name="Kinds">By kind of list.</param>
public sealed record PraisedAndAsked(FacetValue Value, IReadOnlyList<KindCount> Kinds);

/// <summary>How often each of several things is praised, asked for, and called weak in the reports of an edition; another asked other questions, and may have other areas.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Editions">Those that have reports.</param>
/// <param name="Rows">The things, in order.</param>
public sealed record PraisedInEdition(
    string Edition,
    IReadOnlyList<string> Editions,
    IReadOnlyList<PraisedAndAsked> Rows
)
{
    // Their plurals are names of columns.
    private static readonly (FindingKind Kind, string Name, string Plural)[] All =
    [
        (FindingKind.Strength, "strength", "strengths"),
        (FindingKind.Improvement, "improvement", "improvements"),
        (FindingKind.Weakness, "weakness", "weaknesses"),
    ];

    /// <summary>Of each value of a facet that the edition has, among findings that pass a filter.</summary>
    internal static PraisedInEdition Of(ViewRequest request, QueryFilter filter, Facet facet)
    {
        var snapshot = request.Snapshot;
        var editions = snapshot.EditionsByReports();
        var edition = request.OneOf("edition", editions);
        var counts = snapshot.Counted(
            edition,
            filter,
            Enum.Parse<CountDimension>(facet.Name, ignoreCase: true),
            CountDimension.Kind
        );
        return new PraisedInEdition(
            edition,
            [.. editions.Order(StringComparer.Ordinal)],
            [
                .. snapshot
                    .ValuesOf(facet, edition)
                    .Where(v => counts.ContainsKey((v.Key, All[0].Name)))
                    .Select(v => new PraisedAndAsked(
                        v,
                        [.. All.Select(k => Count(k.Kind, counts[(v.Key, k.Name)]))]
                    )),
            ]
        );

        static KindCount Count(FindingKind kind, CountedCell cell) =>
            new(kind, cell.Count.Findings, cell.Count.Reports, (int)cell.Base);
    }

    internal ViewTable Table(string name) =>
        ViewTables.Of(
            name,
            Rows,
            [
                ("edition", _ => Edition),
                ("value", r => r.Value.Key),
                ("label", r => r.Value.Label),
                .. All.SelectMany(
                    (k, i) =>
                        new (string, Func<PraisedAndAsked, object?>)[]
                        {
                            (k.Plural, r => r.Kinds[i].Texts),
                            ($"reports_with_{k.Name}", r => r.Kinds[i].Reports),
                        }
                ),
                .. All.Select(
                    (k, i) =>
                        (
                            $"reports_with_{k.Name}_list",
                            (Func<PraisedAndAsked, object?>)(r => r.Kinds[i].Base)
                        )
                ),
            ]
        );
}

/// <summary>An area of an edition: its sub-questions and themes, and the reports' points.</summary>
public sealed record AreaView(Area Area) : View($"Område {Area.Number}: {Area.Name}", "Area")
{
    public required PraisedInEdition Questions { get; init; }

    public required PraisedInEdition Themes { get; init; }

    /// <summary>The points of each edition's area that is the same or most like it.</summary>
    public required IReadOnlyList<AreaPoints> Scores { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            Questions.Table("questions"),
            Themes.Table("themes"),
            ViewTables.Of(
                "scores",
                Scores,
                ("edition", s => s.Edition),
                ("area", s => s.Area.Number),
                ("name", s => s.Area.Name),
                ("reports", s => s.Shares.Count),
                ("least", s => s.Least),
                ("median", s => s.Median),
                ("most", s => s.Most)
            ),
        ];

    internal static AreaView? Load(ViewRequest request)
    {
        if (
            !int.TryParse(
                request.Route("area"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return null;
        }

        var filter = QueryFilter.None with { Areas = [new NumberRange(number, number)] };
        var themes = PraisedInEdition.Of(request, filter, Facet.Theme);
        return request.Knowledge.FindEdition(themes.Edition)?.FindArea(number) is { } area
            ? new AreaView(area)
            {
                Questions = PraisedInEdition.Of(request, filter, Facet.Question),
                Themes = themes,
                Scores = [.. themes.Editions.SelectMany(e => PointsOf(request, e, area))],
            }
            : null;
    }

    private static IEnumerable<AreaPoints> PointsOf(
        ViewRequest request,
        string edition,
        Area area
    ) =>
        request
            .Knowledge.FindEdition(edition)
            ?.Areas.Where(a => a.Subject == area.Subject)
            .Select(a => new AreaPoints(
                edition,
                a,
                [
                    .. request
                        .Snapshot.Rows<AreaShare>(
                            "SELECT area, score / max FROM area_scores WHERE edition = $id AND max > 0 ORDER BY 2",
                            edition
                        )
                        .Where(s => s.Area == a.Number)
                        .Select(s => s.Share),
                ]
            ))
        ?? [];

    private sealed record AreaShare(int Area, double Share);
}

/// <summary>The points that the reports of an edition give an area.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Area">Its area.</param>
/// <param name="Shares">Of the highest points, a report each, the least first.</param>
public sealed record AreaPoints(string Edition, Area Area, IReadOnlyList<double> Shares)
{
    /// <summary>The least share, or null where no report has points.</summary>
    public double? Least => Shares.Count > 0 ? Shares[0] : null;

    public double? Median =>
        Shares.Count > 0 ? (Shares[(Shares.Count - 1) / 2] + Shares[Shares.Count / 2]) / 2 : null;

    public double? Most => Shares.Count > 0 ? Shares[^1] : null;
}
