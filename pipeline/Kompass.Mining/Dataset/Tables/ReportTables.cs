using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of reports and of what they score.</summary>
internal static class ReportTables
{
    public static Table Reports { get; } =
        Table.OfRecord<ReportRecord>(
            new(
                "reports",
                ["id"],
                [
                    ForeignKey.To("municipalities", "code", "municipality_code"),
                    ForeignKey.To("editions", "id", "edition"),
                ]
            ),
            c =>
                [
                    c.Name("id", r => r.Id),
                    c.Text("municipality_code", r => r.Municipality.Code),
                    c.Name("municipality_name", r => r.Municipality.Name),
                    c.Integer("year", r => r.Year),
                    c.Name("edition", r => r.Edition),
                    c.Text("evaluated", r => r.Evaluated),
                    c.Text("report_date", r => r.ReportDate),
                    c.Integer("ordinal", r => r.Ordinal),
                    c.Integer("interviewees", r => r.Interviewees),
                    c.Number("total_value", r => (double?)r.Total?.Value),
                    c.Integer("total_max", r => r.Total?.Max),
                    c.Number("total_confidence", r => r.Total?.Confidence),
                    c.Text("total_via", r => r.Total?.Source.Via),
                    c.Integer("population", r => r.Facts?.Population),
                    c.Integer("population_change", r => r.Facts?.PopulationChange),
                    c.Integer("employees", r => r.Facts?.Employees),
                    c.Text("municipality_group", r => r.Facts?.MunicipalityGroup),
                    c.Text("governing", r => r.Facts?.Governing),
                    Has(c, "has_strengths", FindingKind.Strength),
                    Has(c, "has_improvements", FindingKind.Improvement),
                    Has(c, "has_weaknesses", FindingKind.Weakness),
                    c.Count("notes", r => r.Notes.Count),
                ],
            r => [r]
        );

    public static Table Evaluators { get; } =
        Table.OfReport(
            new("evaluators", [], [CommonCells.ToReport]),
            c =>
                [
                    .. c.Whose(),
                    c.Name("name", x => x.Item.Name),
                    c.Text("affiliation", x => x.Item.Affiliation),
                ],
            r => r.Evaluators
        );

    public static Table Documents { get; } =
        Table.OfReport(
            new("documents", ["report_id", "id"], [CommonCells.ToReport]),
            c =>
                [
                    c.Name("report_id", x => x.Report.Id),
                    c.Name("id", x => CommonCells.DocumentId(x.Item.Sha256)),
                    c.Name("file", x => x.Item.File),
                    c.Name("sha256", x => x.Item.Sha256),
                    c.Integer("pages", x => x.Item.Pages),
                    c.Name("kind", x => ContentId.NameOf(x.Item.Kind)),
                    c.Name("engine", x => x.Item.Engine),
                ],
            r => CommonCells.DocumentsOf(r)
        );

    private static Cell<ReportRecord> Has(Cells<ReportRecord> c, string name, FindingKind kind) =>
        c.Flag(name, r => r.Findings.Any(f => f.Kind == kind));
}
