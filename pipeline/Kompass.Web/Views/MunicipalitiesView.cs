namespace Kompass.Web.Views;

/// <summary>The municipalities of the dataset.</summary>
public sealed record MunicipalitiesView(
    IReadOnlyList<(ReportHead Newest, Municipality? Known, int Reports)> All
) : View("Kommuner", "Municipalities")
{
    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            ViewTables.Of(
                "municipalities",
                All,
                ("municipality_code", m => m.Newest.MunicipalityCode),
                ("municipality_name", m => m.Newest.MunicipalityName),
                ("county", m => m.Known?.County),
                ("group_name", m => m.Known?.Group?.Name),
                ("reports", m => m.Reports),
                ("newest", m => m.Newest.Id)
            ),
        ];

    internal static MunicipalitiesView Load(ViewRequest request)
    {
        var reports = request.Snapshot.Reports;
        var counts = reports
            .All.CountBy(r => r.MunicipalityKey, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return new([
            .. reports.Newest.Select(r =>
                (
                    r,
                    request.Knowledge.Municipalities.FindByCode(r.MunicipalityKey),
                    counts[r.MunicipalityKey]
                )
            ),
        ]);
    }
}

/// <summary>A municipality: its evaluations and their points, side by side.</summary>
public sealed record MunicipalityView(string Name, Municipality? Known) : View(Name, "Municipality")
{
    public required IReadOnlyList<ReportHead> Reports { get; init; }

    public required Profile Profile { get; init; }

    public required Evaluations Evaluations { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [ViewTables.OfRecords("reports", Reports), Profile.Table()];

    internal static MunicipalityView? Load(ViewRequest request)
    {
        var evaluations = Evaluations.Of(request.Snapshot, request.Route("key"));
        if (evaluations is not { Here.Count: > 0 })
        {
            return null;
        }

        var newestFirst = evaluations.Here.Reverse().ToList();
        return new MunicipalityView(
            evaluations.Name,
            request.Knowledge.Municipalities.FindByCode(newestFirst[0].MunicipalityKey)
        )
        {
            Reports = newestFirst,
            Profile = Profile.Of(request.Snapshot, newestFirst),
            Evaluations = evaluations,
        };
    }
}

/// <summary>The shares of the highest points that evaluations reach in each area.</summary>
/// <param name="Areas">The areas, by number, as the first evaluation's edition names them; and what the others' call them that name them otherwise, or empty.</param>
/// <param name="Reports">The evaluations.</param>
/// <param name="Shares">By evaluation and area.</param>
public sealed record Profile(
    IReadOnlyList<(int Number, string Name, string Elsewhere)> Areas,
    IReadOnlyList<ReportHead> Reports,
    IReadOnlyList<IReadOnlyList<double?>> Shares
)
{
    /// <summary>Whether the evaluations are of editions on different scales.</summary>
    public required bool IsMixed { get; init; }

    /// <summary>Their editions, that of the first evaluation first.</summary>
    public required IReadOnlyList<Edition> Editions { get; init; }

    internal static Profile Of(Snapshot snapshot, IReadOnlyList<ReportHead> reports)
    {
        var editions = reports
            .Select(r => r.Edition)
            .Distinct(StringComparer.Ordinal)
            .Select(snapshot.Knowledge.FindEdition)
            .OfType<Edition>()
            .ToList();
        var areas = AreaNames
            .Of(snapshot)
            .Select(a =>
            {
                var names = editions
                    .Select(e => (e.Id, e.FindArea(a.Number)?.Name))
                    .Where(n => n.Name is not null)
                    .DistinctBy(n => n.Name, StringComparer.Ordinal)
                    .ToList();
                return (
                    a.Number,
                    names.Count == 0 ? a.Name : names[0].Name!,
                    string.Join("; ", names.Skip(1).Select(n => $"utgåva {n.Id}: {n.Name}"))
                );
            })
            .ToList();
        return new Profile(
            areas,
            reports,
            [.. reports.Select(r => SharesOf(snapshot, r, areas.ConvertAll(a => a.Number)))]
        )
        {
            IsMixed = editions.Any(e =>
                editions.Any(o =>
                    o.Id != e.Id && !e.Scale.ComparableWith.Contains(o.Id, StringComparer.Ordinal)
                )
            ),
            Editions = editions,
        };
    }

    internal ViewTable Table() =>
        ViewTables.Of(
            "profile",
            Reports.SelectMany(
                (r, i) =>
                    Areas
                        .Select((a, j) => (r, Area: (int?)a.Number, Share: Shares[i][j]))
                        // Of the total, without an area.
                        .Append((r, null, r.TotalValue / r.TotalMax))
            ),
            ("report_id", x => x.r.Id),
            ("municipality_name", x => x.r.MunicipalityName),
            ("year", x => x.r.Year),
            ("edition", x => x.r.Edition),
            ("area", x => x.Area),
            ("share", x => x.Share)
        );

    private static IReadOnlyList<double?> SharesOf(
        Snapshot snapshot,
        ReportHead report,
        List<int> areas
    )
    {
        var shares = snapshot
            .Rows<AreaShare>(
                "SELECT area, score / max FROM area_scores WHERE report_id = $id AND max > 0",
                report.Id
            )
            .ToDictionary(s => s.Area, s => s.Share);
        return areas.ConvertAll(a => shares.TryGetValue(a, out var share) ? (double?)share : null);
    }

    private sealed record AreaShare(int Area, double Share);
}
