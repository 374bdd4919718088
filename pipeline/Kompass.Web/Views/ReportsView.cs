namespace Kompass.Web.Views;

/// <summary>All reports of the dataset, or those on one municipality.</summary>
public sealed record ReportsView(IReadOnlyList<ReportHead> Reports) : View("Rapporter", "Reports")
{
    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [ViewTables.OfRecords("reports", Reports)];

    internal static ReportsView Load(ViewRequest request) =>
        new([
            .. request
                .Snapshot.Reports.All.OrderBy(r => r.MunicipalityName, FacetValues.Swedish)
                .ThenBy(r => r.Year),
        ]);
}
