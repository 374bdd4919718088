using Kompass.Mining.Dataset.Queries;
using Kompass.Web.Store;

namespace Kompass.Web.Views;

/// <summary>A score of an area or of a sub-question; <c>Confidence</c> is the probability that it is the printed one.</summary>
public sealed record ScoreRow(
    int Area,
    string? Code,
    string Name,
    double? Score,
    double? Max,
    double Confidence,
    int? Page
)
{
    /// <summary>Share of the highest points, or null.</summary>
    public double? Share => Score is { } score && Max is > 0 and var max ? score / max : null;
}

/// <summary>A note on the reading of a report.</summary>
public sealed record NoteRow(
    string Report,
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

/// <summary>A report: its scores, its lists, what it holds up, and what a reader must be warned of.</summary>
public sealed record ReportView(ReportHead Report)
    : View($"{Report.Municipality} {Report.Year}", "Report")
{
    public required IReadOnlyList<ScoreRow> Areas { get; init; }

    public required IReadOnlyList<ScoreRow> Questions { get; init; }

    public required IReadOnlyList<TextRow> Findings { get; init; }

    public required IReadOnlyList<TextRow> Remarks { get; init; }

    public required IReadOnlyList<NoteRow> Notes { get; init; }

    public required IReadOnlyList<DocumentRow> Documents { get; init; }

    public required IReadOnlyList<(string Name, string? Affiliation)> Evaluators { get; init; }

    /// <summary>Other reports on the municipality.</summary>
    public required IReadOnlyList<ReportHead> Others { get; init; }

    /// <summary>The edition's title.</summary>
    public required string EditionTitle { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            TextTable.Of("findings", Findings),
            TextTable.Of("remarks", Remarks),
            ViewTables.Of(
                "scores",
                Areas.Concat(Questions),
                ("area", s => s.Area),
                ("code", s => s.Code),
                ("name", s => s.Name),
                ("score", s => s.Score),
                ("max", s => s.Max),
                ("confidence", s => s.Confidence),
                ("source_page", s => s.Page)
            ),
            NoteTable.Of(Notes),
            ViewTables.Of(
                "documents",
                Documents,
                ("id", d => d.Id),
                ("file", d => d.File),
                ("sha256", d => d.Sha256),
                ("pages", d => d.Pages),
                ("kind", d => d.Kind),
                ("engine", d => d.Engine)
            ),
        ];

    internal static ReportView? Load(ViewRequest request)
    {
        var snapshot = request.Snapshot;
        if (snapshot.Reports.Find(request.Route("id")) is not { } report)
        {
            return null;
        }

        return new ReportView(report)
        {
            Areas = Scores(
                snapshot,
                "SELECT area, NULL, name, score, max, confidence, source_page FROM area_scores WHERE report_id = $id ORDER BY area",
                report.Id
            ),
            Questions = Scores(
                snapshot,
                "SELECT area, code, text, achieved, max, confidence, source_page FROM question_scores WHERE report_id = $id ORDER BY rowid",
                report.Id
            ),
            Findings = TextRows.OfReport(snapshot, TextPlace.Lists, report.Id),
            Remarks = TextRows.OfReport(snapshot, TextPlace.Remarks, report.Id),
            Notes = NoteTable.Read(snapshot, report.Id),
            Documents = snapshot.Rows(
                "SELECT id, file, sha256, pages, kind, engine FROM documents WHERE report_id = $id ORDER BY rowid",
                r => new DocumentRow(
                    r.GetString(0),
                    r.GetString(1),
                    r.GetString(2),
                    r.IsDBNull(3) ? null : r.GetInt32(3),
                    r.GetString(4),
                    r.GetString(5)
                ),
                report.Id
            ),
            Evaluators = request.Options.WithoutNames
                ? []
                : snapshot.Rows(
                    "SELECT name, affiliation FROM evaluators WHERE report_id = $id ORDER BY rowid",
                    r => (r.GetString(0), r.IsDBNull(1) ? null : (string?)r.GetString(1)),
                    report.Id
                ),
            Others =
            [
                .. snapshot.Reports.All.Where(r =>
                    r.MunicipalityKey == report.MunicipalityKey && r.Id != report.Id
                ),
            ],
            EditionTitle =
                request.Knowledge.Editions.FirstOrDefault(e => e.Id == report.Edition)?.Title
                ?? report.Edition,
        };
    }

    private static IReadOnlyList<ScoreRow> Scores(Snapshot snapshot, string sql, string report) =>
        snapshot.Rows(
            sql,
            r => new ScoreRow(
                r.GetInt32(0),
                r.IsDBNull(1) ? null : r.GetString(1),
                r.GetString(2),
                r.IsDBNull(3) ? null : r.GetDouble(3),
                r.IsDBNull(4) ? null : r.GetDouble(4),
                r.GetDouble(5),
                r.IsDBNull(6) ? null : r.GetInt32(6)
            ),
            report
        );
}

/// <summary>Notes as a table.</summary>
internal static class NoteTable
{
    public static ViewTable Of(IEnumerable<NoteRow> notes) =>
        ViewTables.Of(
            "notes",
            notes,
            ("report_id", n => n.Report),
            ("code", n => n.Code),
            ("severity", n => n.Severity),
            ("about", n => n.About),
            ("area", n => n.Area),
            ("question", n => n.Question),
            ("message", n => n.Message)
        );

    /// <summary>The notes of a report.</summary>
    public static IReadOnlyList<NoteRow> Read(Snapshot snapshot, string report) =>
        snapshot.Rows(
            "SELECT report_id, code, severity, about, area, question, message FROM notes WHERE report_id = $id ORDER BY rowid",
            r => new NoteRow(
                r.GetString(0),
                r.GetString(1),
                r.GetString(2),
                r.GetString(3),
                r.IsDBNull(4) ? null : r.GetInt32(4),
                r.IsDBNull(5) ? null : r.GetString(5),
                r.GetString(6)
            ),
            report
        );
}
