namespace Kompass.Web.Views;

/// <summary>A score of an area or of a sub-question; <c>Confidence</c> is the probability that it is the printed one.</summary>
public sealed record ScoreRow(
    int Area,
    string? Code,
    string Name,
    double? Score,
    double? Max,
    double Confidence,
    int? SourcePage,
    string? SourceDocument,
    string? SourceBox,
    string? DocumentFile,
    string? SourceVia
)
{
    /// <summary>Whether an analyst has set it: then no reading is sure of it.</summary>
    public bool IsCorrected => SourceVia == Kompass.Mining.Reports.Via.Correction;

    /// <summary>The address of its page's picture with the place marked, or null.</summary>
    public string? Picture =>
        this is { SourceDocument: { } document, SourcePage: { } page, SourceBox: { } box }
            ? Hosting.PageImages.Address(
                document,
                page,
                System.Text.Json.JsonSerializer.Deserialize<double[]>(box)!
            )
            : null;

    /// <summary>Share of the highest points, or null.</summary>
    public double? Share => Score is { } score && Max is > 0 and var max ? score / max : null;
}

/// <summary>A note on the reading of a report.</summary>
public sealed record NoteRow(
    string ReportId,
    string Code,
    string Severity,
    string About,
    int? Area,
    string? Question,
    string Message
);

/// <summary>A document of a report.</summary>
public sealed record DocumentRow(
    string Id,
    string File,
    string Sha256,
    int? Pages,
    string Kind,
    string Engine
);

/// <summary>Who evaluated.</summary>
public sealed record EvaluatorRow(string Name, string? Affiliation);

/// <summary>What else the report tells of its making and of the municipality; null what it does not.</summary>
public sealed record ReportFacts(
    string? Evaluated,
    string? ReportDate,
    int? Ordinal,
    int? Interviewees,
    int? Population,
    int? PopulationChange,
    int? Employees,
    string? MunicipalityGroup,
    string? Governing
);

/// <summary>A score of an earlier evaluation that the report quotes; of the total without an area.</summary>
public sealed record PreviousRow(
    int? Year,
    bool Comparable,
    int? Area,
    double? Score,
    double? Confidence
);

/// <summary>A report: its scores, its lists, what it holds up, and what a reader must be warned of.</summary>
public sealed record ReportView(ReportHead Report)
    : View($"{Report.MunicipalityName} {Report.Year}", "Report")
{
    public required IReadOnlyList<ScoreRow> Areas { get; init; }

    public required IReadOnlyList<ScoreRow> Questions { get; init; }

    public required IReadOnlyList<TextRow> Findings { get; init; }

    public required IReadOnlyList<TextRow> Remarks { get; init; }

    /// <summary>Municipalities that it holds up as examples.</summary>
    public required IReadOnlyList<ExemplarRow> Exemplars { get; init; }

    public required IReadOnlyList<NoteRow> Notes { get; init; }

    public required IReadOnlyList<DocumentRow> Documents { get; init; }

    public required IReadOnlyList<EvaluatorRow> Evaluators { get; init; }

    public required ReportFacts Facts { get; init; }

    /// <summary>Scores of earlier evaluations that it quotes.</summary>
    public required IReadOnlyList<PreviousRow> Previous { get; init; }

    /// <summary>What analysts have set right.</summary>
    public required IReadOnlyList<CorrectionRow> Corrections { get; init; }

    /// <summary>Other reports on the municipality.</summary>
    public required IReadOnlyList<ReportHead> Others { get; init; }

    /// <summary>The edition's title.</summary>
    public required string EditionTitle { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            TextTable.Of("findings", Findings),
            TextTable.Of("remarks", Remarks),
            ViewTables.OfRecords("scores", Areas.Concat(Questions)),
            ViewTables.OfRecords("notes", Notes),
            ViewTables.OfRecords("documents", Documents),
            ViewTables.OfRecords("facts", [Facts]),
            ViewTables.OfRecords("previous", Previous),
            ViewTables.OfRecords("exemplars", Exemplars),
            ViewTables.OfRecords("corrections", Corrections),
        ];

    private static string Place =>
        $"source_page, source_document, source_box, {StoreQueries.DocumentFile}, source_via";

    internal static ReportView? Load(ViewRequest request)
    {
        var snapshot = request.Snapshot;
        if (snapshot.Reports.Find(request.Route("id")) is not { } report)
        {
            return null;
        }

        return new ReportView(report)
        {
            Areas = snapshot.Rows<ScoreRow>(
                $"SELECT area, NULL, name, score, max, confidence, {Place} FROM area_scores t WHERE report_id = $id ORDER BY area",
                report.Id
            ),
            Questions = snapshot.Rows<ScoreRow>(
                $"SELECT area, code, text, achieved, max, confidence, {Place} FROM question_scores t WHERE report_id = $id ORDER BY rowid",
                report.Id
            ),
            Findings = TextRows.OfReport(snapshot, TextPlace.Lists, report.Id),
            Remarks = TextRows.OfReport(snapshot, TextPlace.Remarks, report.Id),
            Exemplars = ExemplarRow.Where(snapshot, "report_id = $id", report.Id),
            Notes = snapshot.Rows<NoteRow>(
                "SELECT report_id, code, severity, about, area, question, message FROM notes WHERE report_id = $id ORDER BY rowid",
                report.Id
            ),
            Documents = snapshot.Rows<DocumentRow>(
                "SELECT id, file, sha256, pages, kind, engine FROM documents WHERE report_id = $id ORDER BY rowid",
                report.Id
            ),
            Evaluators = request.Options.WithoutNames
                ? []
                : snapshot.Rows<EvaluatorRow>(
                    "SELECT name, affiliation FROM evaluators WHERE report_id = $id ORDER BY rowid",
                    report.Id
                ),
            Facts = snapshot.Rows<ReportFacts>(
                $"SELECT {string.Join(", ", StoreRow<ReportFacts>.Columns)} FROM reports WHERE id = $id",
                report.Id
            )[0],
            Previous = snapshot.Rows<PreviousRow>(
                "SELECT year, comparable, area, score, confidence FROM previous WHERE report_id = $id ORDER BY rowid",
                report.Id
            ),
            Corrections = CorrectionRow.Of(snapshot, report.Id),
            Others =
            [
                .. snapshot.Reports.All.Where(r =>
                    r.MunicipalityKey == report.MunicipalityKey && r.Id != report.Id
                ),
            ],
            EditionTitle = request.Knowledge.FindEdition(report.Edition)?.Title ?? report.Edition,
        };
    }
}
