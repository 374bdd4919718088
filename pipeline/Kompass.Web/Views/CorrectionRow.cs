namespace Kompass.Web.Views;

/// <summary>
/// A value that an analyst has set right: which (<c>areas/3/score</c>, <c>findings/ID/theme</c>), of which finding if of any, what stood there, what stands there now
/// (null for nothing), why and since when.
/// </summary>
public sealed record CorrectionRow(
    string Path,
    string? FindingId,
    string? Original,
    string? Value,
    string Reason,
    string Date
)
{
    internal static IReadOnlyList<CorrectionRow> Of(Snapshot snapshot, string report) =>
        snapshot.Rows<CorrectionRow>(
            "SELECT path, finding_id, original, value, reason, date FROM corrections WHERE report_id = $id ORDER BY rowid",
            report
        );

    /// <summary>What of the report it is, in Swedish: <c>område 3, poäng</c>.</summary>
    public string What =>
        Path.Split('/') switch
        {
            ["areas", var area, _] => $"område {area}, poäng",
            ["questions", var code, "max"] => $"delfråga {code}, högsta poäng",
            ["questions", var code, "percent"] => $"delfråga {code}, procent",
            ["questions", var code, _] => $"delfråga {code}, poäng",
            ["total"] => "totalpoäng",
            [.., "question"] => "delfråga",
            [.., "theme"] => "tema",
            [.., "theme2"] => "andra tema",
            _ => "text",
        };
}
