using Kompass.Web.Store;

namespace Kompass.Web.Views;

/// <summary>All reports of the dataset, or those on one municipality.</summary>
public sealed record ReportsView(IReadOnlyList<ReportHead> Reports) : View("Rapporter", "Reports")
{
    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [ReportTable.Of(Reports)];

    internal static ReportsView Load(ViewRequest request) => new(request.Snapshot.Reports.All);
}

/// <summary>Reports as a table.</summary>
internal static class ReportTable
{
    public static ViewTable Of(IEnumerable<ReportHead> reports) =>
        ViewTables.Of(
            "reports",
            reports,
            ("id", r => r.Id),
            ("municipality_code", r => r.MunicipalityCode),
            ("municipality_name", r => r.Municipality),
            ("year", r => r.Year),
            ("edition", r => r.Edition),
            ("total_value", r => r.Total),
            ("total_max", r => r.TotalMax),
            ("total_confidence", r => r.TotalConfidence),
            ("has_strengths", r => r.HasStrengths),
            ("has_improvements", r => r.HasImprovements),
            ("has_weaknesses", r => r.HasWeaknesses),
            ("notes", r => r.Notes)
        );
}
