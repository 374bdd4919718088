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
            [
                .. Head(),
                .. Facts(),
                Has("has_strengths", FindingKind.Strength),
                Has("has_improvements", FindingKind.Improvement),
                Has("has_weaknesses", FindingKind.Weakness),
                Cells<ReportRecord>.Count("notes", r => r.Notes.Count),
            ],
            r => [r]
        );

    public static Table Evaluators { get; } =
        Table.OfReport(
            new("evaluators", [], [CommonCells.ToReport]),
            [
                .. CommonCells.Whose<Evaluator>(),
                Cells<InReport<Evaluator>>.Name("name", x => x.Item.Name),
                Cells<InReport<Evaluator>>.Text("affiliation", x => x.Item.Affiliation),
            ],
            r => r.Evaluators
        );

    public static Table Documents { get; } =
        Table.OfReport(
            new("documents", ["report_id", "id"], [CommonCells.ToReport]),
            [
                Cells<InReport<DocumentInfo>>.Name("report_id", x => x.Report.Id),
                Cells<InReport<DocumentInfo>>.Name(
                    "id",
                    x => CommonCells.DocumentId(x.Item.Sha256)
                ),
                Cells<InReport<DocumentInfo>>.Name("file", x => x.Item.File),
                Cells<InReport<DocumentInfo>>.Name("sha256", x => x.Item.Sha256),
                Cells<InReport<DocumentInfo>>.Integer("pages", x => x.Item.Pages),
                Cells<InReport<DocumentInfo>>.Name("kind", x => ContentId.NameOf(x.Item.Kind)),
                Cells<InReport<DocumentInfo>>.Name("engine", x => x.Item.Engine),
            ],
            r => CommonCells.DocumentsOf(r)
        );

    private static Cell<ReportRecord>[] Head() =>
        [
            Cells<ReportRecord>.Name("id", r => r.Id),
            Cells<ReportRecord>.Text("municipality_code", r => r.Municipality.Code),
            Cells<ReportRecord>.Name("municipality_name", r => r.Municipality.Name),
            Cells<ReportRecord>.Integer("year", r => r.Year),
            Cells<ReportRecord>.Name("edition", r => r.Edition),
            Cells<ReportRecord>.Text("evaluated", r => r.Evaluated),
            Cells<ReportRecord>.Text("report_date", r => r.ReportDate),
            Cells<ReportRecord>.Integer("ordinal", r => r.Ordinal),
            Cells<ReportRecord>.Integer("interviewees", r => r.Interviewees),
            Cells<ReportRecord>.Number("total_value", r => (double?)r.Total?.Value),
            Cells<ReportRecord>.Integer("total_max", r => r.Total?.Max),
            Cells<ReportRecord>.Number("total_confidence", r => r.Total?.Confidence),
            Cells<ReportRecord>.Text("total_via", r => r.Total?.Source.Via),
        ];

    private static Cell<ReportRecord>[] Facts() =>
        [
            Cells<ReportRecord>.Integer("population", r => r.Facts?.Population),
            Cells<ReportRecord>.Integer("population_change", r => r.Facts?.PopulationChange),
            Cells<ReportRecord>.Integer("employees", r => r.Facts?.Employees),
            Cells<ReportRecord>.Text("municipality_group", r => r.Facts?.MunicipalityGroup),
            Cells<ReportRecord>.Text("governing", r => r.Facts?.Governing),
        ];

    private static Cell<ReportRecord> Has(string name, FindingKind kind) =>
        Cells<ReportRecord>.Flag(name, r => r.Findings.Any(f => f.Kind == kind));
}
