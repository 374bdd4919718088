using Kompass.Mining.Publishing;

namespace Kompass.Web.Views;

/// <summary>A kind of note and how often it occurs.</summary>
public sealed record NoteCount(string Code, string Severity, int Notes, int Reports);

/// <summary>What of the dataset is in doubt, and what is not in it.</summary>
public sealed record QualityView() : View("Kvalitet", "Quality")
{
    /// <summary>Notes by code, the most frequent first.</summary>
    public required IReadOnlyList<NoteCount> Codes { get; init; }

    /// <summary>Findings by certainty.</summary>
    public required IReadOnlyList<(FacetValue Value, int Findings)> Certainty { get; init; }

    /// <summary>All findings.</summary>
    public required int Findings { get; init; }

    /// <summary>Reports with warnings, the most first, and how many.</summary>
    public required IReadOnlyList<(ReportHead Report, int Warnings)> Warned { get; init; }

    /// <summary>Evaluations that are known by municipality and year and not in the dataset.</summary>
    public required IReadOnlyList<PublishedEvaluation> Missing { get; init; }

    /// <summary>Rows of the catalogue without municipality or year: whether they are here nobody can tell.</summary>
    public required int Unclear { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [
            ViewTables.OfRecords("notes", Codes),
            ViewTables.Of(
                "reports",
                Warned,
                ("id", w => w.Report.Id),
                ("warnings", w => w.Warnings)
            ),
            ViewTables.Of(
                "missing",
                Missing,
                ("municipality_code", m => m.MunicipalityCode),
                ("municipality_name", m => m.Municipality),
                ("year", m => m.Year),
                ("edition", m => m.Edition),
                ("total", m => (double?)m.Total),
                ("url", m => m.Url)
            ),
        ];

    internal static QualityView Load(ViewRequest request)
    {
        var snapshot = request.Snapshot;
        var certainties = snapshot.Index(TextPlace.Lists).Of(Facet.Certainty);
        var counts = certainties.Codes.CountBy(c => (int)c).ToDictionary();
        return new QualityView
        {
            Codes = snapshot.Rows<NoteCount>(
                "SELECT code, severity, count(*), count(DISTINCT report_id) FROM notes GROUP BY code, severity ORDER BY 3 DESC, code"
            ),
            Certainty =
            [
                .. certainties.Values.All.Select((v, i) => (v, counts.GetValueOrDefault(i + 1))),
            ],
            Findings = snapshot.Index(TextPlace.Lists).Count,
            Warned =
            [
                .. snapshot
                    .Rows<WarningCount>(
                        "SELECT report_id, count(*) FROM notes WHERE severity = 'warning' GROUP BY report_id ORDER BY 2 DESC, report_id LIMIT 200"
                    )
                    .Select(w => (Report: snapshot.Reports.Find(w.Report), w.Warnings))
                    .Where(w => w.Report is not null)
                    .Select(w => (w.Report!, w.Warnings)),
            ],
            Missing =
            [
                .. Gaps.Known(request.Knowledge)
                    .Where(e => snapshot.Reports.Find(e.Id) is null)
                    .Select(e => e.Evaluation)
                    .OrderBy(e => e.Municipality, FacetValues.Swedish)
                    .ThenBy(e => e.Year),
            ],
            Unclear = request.Knowledge.Catalogue.Count(e =>
                e is not { Municipality: not null, Year: not null }
            ),
        };
    }

    private sealed record WarningCount(string Report, int Warnings);
}
