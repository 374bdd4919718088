using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of reports and of what they score.</summary>
internal static class ReportTables
{
    public static Table Reports { get; } =
        Table.OfRecord<ReportRecord>(
            new(
                "reports",
                "En utvärdering: en rapport om en kommun ett år",
                "An evaluation: one report on one municipality in one year",
                ["id"],
                [
                    ForeignKey.To("municipalities", "code", "municipality_code"),
                    ForeignKey.To("editions", "id", "edition"),
                ],
                ["municipality_code", "municipality_name", "year"]
            ),
            [
                .. Head(),
                .. Facts(),
                .. Lists(),
                Cells<ReportRecord>.Count(
                    "notes",
                    r => r.Notes.Count,
                    "Antal anmärkningar om sådant som är osäkert eller saknas",
                    "Number of notes on what is uncertain or missing"
                ),
            ],
            r => [r]
        );

    public static Table Evaluators { get; } =
        Table.OfRecord(
            new(
                "evaluators",
                "En utvärderare som rapportens omslag nämner",
                "An evaluator whom the report's cover names",
                [],
                [CommonCells.ToReport],
                ["report_id"]
            ),
            [
                .. CommonCells.Whose<Evaluator>(),
                Cells<InReport<Evaluator>>.Name("name", x => x.Item.Name, "Namn", "Name"),
                Cells<InReport<Evaluator>>.Text(
                    "affiliation",
                    x => x.Item.Affiliation,
                    "Arbetsgivare",
                    "Employer"
                ),
            ],
            r => r.Evaluators.Select(e => new InReport<Evaluator>(r, e))
        );

    public static Table Documents { get; } =
        Table.OfRecord(
            new(
                "documents",
                "Ett dokument som en rapport lästes ur",
                "A document from which a report was read",
                ["report_id", "id"],
                [CommonCells.ToReport]
            ),
            [
                Cells<InReport<DocumentInfo>>.Name(
                    "report_id",
                    x => x.Report.Id,
                    "Rapporten",
                    "The report"
                ),
                Cells<InReport<DocumentInfo>>.Name(
                    "id",
                    x => CommonCells.DocumentId(x.Item.Sha256),
                    "Dokumentets id: början av dess kontrollsumma",
                    "Id of the document: the beginning of its hash"
                ),
                Cells<InReport<DocumentInfo>>.Name(
                    "file",
                    x => x.Item.File,
                    "Filens namn, räknat från inkorgen",
                    "Name of the file, relative to the inbox"
                ),
                Cells<InReport<DocumentInfo>>.Name(
                    "sha256",
                    x => x.Item.Sha256,
                    "Filens kontrollsumma (SHA-256)",
                    "Hash of the file (SHA-256)"
                ),
                Cells<InReport<DocumentInfo>>.Integer(
                    "pages",
                    x => x.Item.Pages,
                    "Antal sidor; tomt för text",
                    "Number of pages; empty for text"
                ),
                Cells<InReport<DocumentInfo>>.Name(
                    "kind",
                    x => ContentId.NameOf(x.Item.Kind),
                    "Slag: pdf, scan, text eller html",
                    "Kind: pdf, scan, text or html"
                ),
                Cells<InReport<DocumentInfo>>.Name(
                    "engine",
                    x => x.Item.Engine,
                    "Programmet som läste filen",
                    "What read the file"
                ),
            ],
            r => CommonCells.DocumentsOf(r).Select(d => new InReport<DocumentInfo>(r, d))
        );

    private static Cell<ReportRecord>[] Head() =>
        [
            Cells<ReportRecord>.Name(
                "id",
                r => r.Id,
                "Rapportens id: kommun och år",
                "Id of the report: municipality and year"
            ),
            Cells<ReportRecord>.Text(
                "municipality_code",
                r => r.Municipality.Code,
                "Kommunkod, fyra siffror som text; tom om namnet inte är en av de 290 kommunerna",
                "Municipality code, four digits as text; empty where the name is none of the 290 municipalities"
            ),
            Cells<ReportRecord>.Name(
                "municipality_name",
                r => r.Municipality.Name,
                "Kommunens namn",
                "Name of the municipality"
            ),
            Cells<ReportRecord>.Integer(
                "year",
                r => r.Year,
                "Utvärderingens år enligt omslaget; tomt om det inte gick att läsa",
                "Year of the evaluation as on the cover; empty where it could not be read"
            ),
            Cells<ReportRecord>.Name("edition", r => r.Edition, "Utgåva", "Edition"),
            Cells<ReportRecord>.Text(
                "evaluated",
                r => r.Evaluated,
                "Månad för besöket (åååå-mm)",
                "Month of the visit (yyyy-mm)"
            ),
            Cells<ReportRecord>.Text(
                "report_date",
                r => r.ReportDate,
                "Rapportens datum (åååå-mm-dd)",
                "Date of the report (yyyy-mm-dd)"
            ),
            Cells<ReportRecord>.Integer(
                "ordinal",
                r => r.Ordinal,
                "Kommunens utvärdering i ordningen, från 1",
                "Which of the municipality's evaluations it is, from 1"
            ),
            Cells<ReportRecord>.Integer(
                "interviewees",
                r => r.Interviewees,
                "Antal intervjuade personer enligt rapporten",
                "Number of persons interviewed as the report tells"
            ),
            Cells<ReportRecord>.Number(
                "total_value",
                r => (double?)r.Total?.Value,
                "Poäng totalt",
                "Points in all"
            ),
            Cells<ReportRecord>.Integer(
                "total_max",
                r => r.Total?.Max,
                "Högsta möjliga poäng totalt",
                "Highest points in all"
            ),
            Cells<ReportRecord>.Number(
                "total_confidence",
                r => r.Total?.Confidence,
                "Sannolikheten att totalen är den tryckta, från 0 till 1; under 0,8 är den osäker",
                "Probability that the total is the printed one, from 0 to 1; below 0.8 it is in doubt"
            ),
            Cells<ReportRecord>.Text(
                "total_via",
                r => r.Total?.Source.Via,
                "Hur totalen lästes; sum om den är hopräknad av områdena",
                "By which way the total was read; sum where it was added up of the areas"
            ),
        ];

    private static Cell<ReportRecord>[] Facts() =>
        [
            Cells<ReportRecord>.Integer(
                "population",
                r => r.Facts?.Population,
                "Invånare enligt rapportens kortfakta",
                "Inhabitants as the report's facts tell"
            ),
            Cells<ReportRecord>.Integer(
                "population_change",
                r => r.Facts?.PopulationChange,
                "Förändring av antalet invånare på ett år enligt rapporten",
                "Change of inhabitants over a year as the report tells"
            ),
            Cells<ReportRecord>.Integer(
                "employees",
                r => r.Facts?.Employees,
                "Anställda i kommunen enligt rapporten",
                "Employees of the municipality as the report tells"
            ),
            Cells<ReportRecord>.Text(
                "municipality_group",
                r => r.Facts?.MunicipalityGroup,
                "Kommungrupp som rapporten skriver den",
                "Group of municipalities as the report prints it"
            ),
            Cells<ReportRecord>.Text(
                "governing",
                r => r.Facts?.Governing,
                "Styrande partier enligt rapporten",
                "The governing parties as the report tells"
            ),
        ];

    private static Cell<ReportRecord>[] Lists() =>
        [
            Has("has_strengths", FindingKind.Strength, "styrkor", "strengths"),
            Has(
                "has_improvements",
                FindingKind.Improvement,
                "förbättringsmöjligheter",
                "improvement areas"
            ),
            Has("has_weaknesses", FindingKind.Weakness, "svagheter", "weaknesses"),
        ];

    private static Cell<ReportRecord> Has(
        string name,
        FindingKind kind,
        string swedish,
        string english
    ) =>
        Cells<ReportRecord>.Flag(
            name,
            r => r.Findings.Any(f => f.Kind == kind),
            $"Om rapporten har listor över {swedish}; basen när sådana räknas",
            $"Whether the report has lists of {english}; the base when they are counted"
        );
}
