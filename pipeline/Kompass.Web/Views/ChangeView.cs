namespace Kompass.Web.Views;

/// <summary>Two evaluations of a municipality that follow one another.</summary>
/// <param name="Rows">The total, and the areas' points then and now, of the highest points of the edition.</param>
public sealed record EvaluationPair(IReadOnlyList<ChangeRow> Rows)
{
    /// <summary>Of the earlier.</summary>
    public int? FromYear => Rows[0].FromYear;

    /// <summary>Of the later.</summary>
    public int? ToYear => Rows[0].ToYear;

    /// <summary>Of the earlier; null where it is only quoted, of a year of two editions.</summary>
    public string? FromEdition => Rows[0].FromEdition;

    /// <summary>Of the later.</summary>
    public string ToEdition => Rows[0].ToEdition;

    /// <summary>Whether the earlier is known as the later quotes it.</summary>
    public bool IsQuoted => Rows[0].FromSource == Rows[0].ToSource;

    /// <summary>Whether both stand on one scale.</summary>
    public bool IsComparable => Rows.Any(r => r.Comparable);

    /// <summary>Why not, or null.</summary>
    public string? Reason => IsComparable ? null : Rows[0].Reason;
}

/// <summary>How points changed between evaluations that follow one another: of one municipality as a chart, of all as a list.</summary>
public sealed record ChangeView()
    : View("Förändring mellan två utvärderingar", "Change between two evaluations")
{
    // As many as a person reads.
    private const int MostListed = 100;

    /// <summary>The municipality, or null for all.</summary>
    public string? Municipality { get; init; }

    /// <summary>Its evaluations, or null.</summary>
    public Evaluations? Evaluations { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name => Evaluations?.Name;

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
                    .Select(g => new EvaluationPair([.. g])),
            ];

    /// <inheritdoc/>
    public override string? About => Name;

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
        if (municipality is not null)
        {
            rows = [.. rows.OrderByDescending(r => r.ToYear).ThenBy(r => r.Area ?? 0)];
        }

        return new ChangeView
        {
            Municipality = municipality,
            Evaluations = municipality is null ? null : Evaluations.Of(snapshot, municipality),
            Area = area == 0 ? null : area,
            Rows = rows,
            Areas = areas,
            All = snapshot.Reports.Newest,
        };
    }
}
