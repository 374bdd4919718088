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
    /// <summary>The areas of the editions that have reports; of all editions where none has.</summary>
    internal static IReadOnlyList<AreaNames> Of(Snapshot snapshot)
    {
        var used = snapshot
            .Reports.All.GroupBy(r => r.Edition, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return
        [
            .. snapshot
                .Knowledge.Editions.Where(e => used.Count == 0 || used.ContainsKey(e.Id))
                .SelectMany(e => e.Areas.Select(a => (a.Number, Name: (e.Id, a.Name))))
                .GroupBy(a => a.Number)
                .OrderBy(g => g.Key)
                .Select(g => new AreaNames(
                    g.Key,
                    [.. g.Select(a => a.Name)],
                    g.MaxBy(a => used.GetValueOrDefault(a.Name.Id)).Name.Name
                )),
        ];
    }
}

/// <summary>The instrument's areas.</summary>
public sealed record AreasView(IReadOnlyList<AreaNames> Areas) : View("Områden", "Areas")
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

    internal static AreasView Load(ViewRequest request) => new(AreaNames.Of(request.Snapshot));
}

/// <summary>How often something is in the lists of a kind.</summary>
/// <param name="Kind">Which lists.</param>
/// <param name="Texts">Findings.</param>
/// <param name="Reports">In how many reports.</param>
/// <param name="Base">Of how many that have such a list at all.</param>
public readonly record struct KindCount(FindingKind Kind, int Texts, int Reports, int Base);

/// <summary>How often something is praised, asked for, and called weak.</summary>
/// <param name="Value">What.</param>
/// <param name="Kinds">By kind of list.</param>
public sealed record PraisedAndAsked(FacetValue Value, IReadOnlyList<KindCount> Kinds)
{
    // Their plurals are names of columns.
    private static readonly (FindingKind Kind, string Name, string Plural)[] All =
    [
        (FindingKind.Strength, "strength", "strengths"),
        (FindingKind.Improvement, "improvement", "improvements"),
        (FindingKind.Weakness, "weakness", "weaknesses"),
    ];

    /// <summary>Of each value of a facet, among findings that pass a filter.</summary>
    internal static IReadOnlyList<PraisedAndAsked> Of(
        Snapshot snapshot,
        QueryFilter filter,
        Facet facet
    )
    {
        var counts = snapshot.Counted(
            filter,
            Enum.Parse<CountDimension>(facet.Name, ignoreCase: true),
            CountDimension.Kind
        );
        var bases = All.Select(k =>
                (k.Kind, k.Name, Reports: snapshot.Reports.All.Count(r => r.HasList(k.Kind)))
            )
            .ToList();
        return
        [
            .. snapshot
                .ValuesOf(facet)
                .All.Select(v => new PraisedAndAsked(v, [.. bases.Select(b => Count(v, b))])),
        ];

        KindCount Count(FacetValue value, (FindingKind Kind, string Name, int Reports) of)
        {
            var count = counts.GetValueOrDefault((value.Key, of.Name))?.Count ?? default;
            return new KindCount(of.Kind, count.Findings, count.Reports, of.Reports);
        }
    }

    internal static ViewTable Table(string name, IEnumerable<PraisedAndAsked> rows) =>
        ViewTables.Of(
            name,
            rows,
            [
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

/// <summary>An area: its sub-questions and themes, and the reports' points.</summary>
public sealed record AreaView(AreaNames Area) : View($"Område {Area.Number}: {Area.Name}", "Area")
{
    public required IReadOnlyList<PraisedAndAsked> Questions { get; init; }

    public required IReadOnlyList<PraisedAndAsked> Themes { get; init; }

    /// <summary>Points by edition: how many reports, least, median and most share of the highest points.</summary>
    public required IReadOnlyList<(
        string Edition,
        int Reports,
        double Least,
        double Median,
        double Most
    )> Scores { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            PraisedAndAsked.Table("questions", Questions),
            PraisedAndAsked.Table("themes", Themes),
            ViewTables.Of(
                "scores",
                Scores,
                ("edition", s => s.Edition),
                ("reports", s => s.Reports),
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
            || AreaNames.Of(request.Snapshot).FirstOrDefault(a => a.Number == number)
                is not { } area
        )
        {
            return null;
        }

        var filter = QueryFilter.None with { Areas = [new NumberRange(number, number)] };
        var own = number.ToString(CultureInfo.InvariantCulture) + ".";
        return new AreaView(area)
        {
            Questions =
            [
                .. PraisedAndAsked
                    .Of(request.Snapshot, filter, Facet.Question)
                    .Where(q => q.Value.Key.StartsWith(own, StringComparison.Ordinal)),
            ],
            Themes = PraisedAndAsked.Of(request.Snapshot, filter, Facet.Theme),
            Scores = ScoresOf(request.Snapshot, number),
        };
    }

    private static IReadOnlyList<(string, int, double, double, double)> ScoresOf(
        Snapshot snapshot,
        int area
    ) =>
        [
            .. snapshot
                .Rows<EditionShare>(
                    "SELECT edition, score / max FROM area_scores WHERE area = $id AND max > 0 ORDER BY edition, 2",
                    area.ToString(CultureInfo.InvariantCulture)
                )
                .GroupBy(s => s.Edition, s => s.Share, StringComparer.Ordinal)
                .Select(g =>
                    g.ToArray() is var s ? (g.Key, s.Length, s[0], Median(s), s[^1]) : default
                ),
        ];

    private sealed record EditionShare(string Edition, double Share);

    private static double Median(double[] sorted) =>
        (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
