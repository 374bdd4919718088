using Kompass.Mining.Reports;

namespace Kompass.Web.Views;

/// <summary>Two evaluations of a municipality that follow one another.</summary>
/// <param name="FromYear">Of the earlier.</param>
/// <param name="ToYear">Of the later.</param>
/// <param name="FromEdition">Of the earlier; null where it is only quoted by the later.</param>
/// <param name="ToEdition">Of the later.</param>
/// <param name="IsComparable">Whether both stand on one scale.</param>
/// <param name="Reason">Why not, or null.</param>
/// <param name="Areas">The areas' points then and now, of the highest points of the edition.</param>
public sealed record EvaluationPair(
    int? FromYear,
    int? ToYear,
    string? FromEdition,
    string ToEdition,
    bool IsComparable,
    string? Reason,
    IReadOnlyList<ChangeRow> Areas
);

/// <summary>An area's (or, without a number, the total's) points in two evaluations that follow one another.</summary>
public sealed record ChangeRow(
    string? MunicipalityCode,
    string MunicipalityName,
    int? Area,
    int? FromYear,
    string? FromEdition,
    double? FromScore,
    int? ToYear,
    string ToEdition,
    double? ToScore,
    double? Change,
    bool Comparable,
    string? Reason,
    string? FromSource,
    string? ToSource,
    double? FromConfidence,
    double? ToConfidence
)
{
    /// <summary>Whether one of the two may not be the printed one.</summary>
    public bool IsDoubtful =>
        FromConfidence is < Finding.DoubtBelow || ToConfidence is < Finding.DoubtBelow;
}

/// <summary>How points changed between evaluations that follow one another: of one municipality as a chart, of all as a list.</summary>
public sealed record ChangeView()
    : View("Förändring mellan två utvärderingar", "Change between two evaluations")
{
    // As many as a person reads.
    private const int MostListed = 100;

    /// <summary>The municipality, or null for all.</summary>
    public string? Municipality { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The area by which all are listed; null for the total.</summary>
    public int? Area { get; init; }

    public required IReadOnlyList<ChangeRow> Rows { get; init; }

    public required IReadOnlyList<AreaNames> Areas { get; init; }

    /// <summary>Municipalities to choose from.</summary>
    public required IReadOnlyList<ReportHead> All { get; init; }

    /// <summary>The municipality's pairs, the latest first.</summary>
    public IReadOnlyList<EvaluationPair> Pairs =>
        Municipality is null
            ? []
            :
            [
                .. Rows.GroupBy(r => (r.FromYear, r.ToYear))
                    .OrderByDescending(g => g.Key.ToYear)
                    .Select(g => new EvaluationPair(
                        g.Key.FromYear,
                        g.Key.ToYear,
                        g.First().FromEdition,
                        g.First().ToEdition,
                        g.Any(r => r.Comparable),
                        g.All(r => !r.Comparable) ? g.First().Reason : null,
                        [.. g.OrderBy(r => r.Area ?? int.MaxValue)]
                    )),
            ];

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [ViewTables.OfRecords("changes", Rows)];

    internal static ChangeView Load(ViewRequest request)
    {
        var snapshot = request.Snapshot;
        var state = SearchState.Of(request);
        var municipality = state.ValuesOf("municipality").FirstOrDefault();
        var areas = AreaNames.Of(snapshot);
        var area = request.Number("area", 0, 1, areas.Max(a => a.Number));
        var rows = snapshot
            .Changes.Where(r =>
                municipality is null ? (r.Area ?? 0) == area
                : r.MunicipalityCode is null ? r.MunicipalityName == municipality
                : r.MunicipalityCode == municipality
            )
            .Take(municipality is null ? MostListed : int.MaxValue)
            .ToList();
        return new ChangeView
        {
            Municipality = municipality,
            Name = municipality is null
                ? null
                : snapshot
                    .Reports.All.FirstOrDefault(r => r.MunicipalityKey == municipality)
                    ?.MunicipalityName,
            Area = area == 0 ? null : area,
            Rows = rows,
            Areas = areas,
            All =
            [
                .. snapshot
                    .Reports.All.DistinctBy(r => r.MunicipalityKey, StringComparer.Ordinal)
                    .OrderBy(r => r.MunicipalityName, FacetValues.Swedish),
            ],
        };
    }

    /// <summary>All changes of the dataset, the greatest improvement first, then what cannot be compared.</summary>
    internal static IReadOnlyList<ChangeRow> Read(
        Microsoft.Data.Sqlite.SqliteConnection connection,
        Kompass.Mining.Corpus.Municipalities municipalities
    ) =>
        [
            .. new ProgressQuery(connection, municipalities)
                .Changes(QueryFilter.None)
                .Rows()
                .Select(StoreRow<ChangeRow>.Of),
        ];
}
