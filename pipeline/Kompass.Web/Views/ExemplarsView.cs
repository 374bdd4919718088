namespace Kompass.Web.Views;

/// <summary>A municipality that a report holds up as an example, and the sentence that does.</summary>
public sealed record ExemplarRow(
    string Id,
    string? ExemplarCode,
    string ExemplarName,
    string ReportId,
    string MunicipalityName,
    int? Year,
    int Area,
    string? Rubric,
    string Text,
    int? SourcePage
)
{
    internal static IReadOnlyList<ExemplarRow> Where(
        Snapshot snapshot,
        string condition,
        string? id = null
    ) =>
        [
            .. snapshot
                .Rows<ExemplarRow>(
                    $"SELECT {string.Join(", ", StoreRow<ExemplarRow>.Columns)} FROM exemplars WHERE {condition} ORDER BY rowid",
                    id
                )
                .OrderBy(e => e.ExemplarName, FacetValues.Swedish),
        ];
}

/// <summary>The municipalities that the reports' prose holds up as examples, or one of them.</summary>
public sealed record ExemplarsView(Municipality? Municipality, IReadOnlyList<ExemplarRow> Rows)
    : View("Kommuner som lyfts fram som exempel", "Municipalities held up as examples")
{
    /// <inheritdoc/>
    public override string? About => Municipality?.Name;

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [ViewTables.OfRecords("exemplars", Rows)];

    internal static ExemplarsView Load(ViewRequest request)
    {
        var given = request.One("municipality");
        var all = request.Knowledge.Municipalities;
        var municipality = given is null
            ? null
            : all.Find(given)
                ?? throw new BadAddressException(
                    $"municipality: ”{given}” är ingen av Sveriges 290 kommuner",
                    $"municipality: \"{given}\" is none of the 290"
                );
        return new ExemplarsView(
            municipality,
            ExemplarRow.Where(
                request.Snapshot,
                municipality is null ? "true" : "exemplar_code = $id",
                municipality?.Code
            )
        );
    }
}
