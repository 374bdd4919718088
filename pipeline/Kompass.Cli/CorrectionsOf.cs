using Kompass.Mining.Reports;

namespace Kompass.Cli;

/// <summary>What analysts have set right in a record, told beside the values.</summary>
internal static class CorrectionsOf
{
    /// <summary>The corrections of a value, whatever name of it each gives.</summary>
    public static IEnumerable<AppliedCorrection> Value(ReportRecord record, string name) =>
        ValuePath.Find(record, name) is { } value
            ? (record.Corrections ?? []).Where(c =>
                ValuePath.Find(record, NameOf(c.Path)) is { } corrected
                && ReferenceEquals(corrected.Source, value.Source)
                && corrected.Shown == value.Shown
            )
            : [];

    // "areas/3" of areas/3/score; the total has no fields.
    private static string NameOf(string path) =>
        path.LastIndexOf('/') is > 0 and var field ? path[..field] : path;

    /// <summary><c>areas/3/score: 52 set right to 54 on 2026-01-02: misprinted</c>.</summary>
    public static string Words(AppliedCorrection correction) =>
        $"{correction.Path}: {correction.Original ?? "nothing"} set right to {(correction.Value.Length > 0 ? correction.Value : "nothing")} on {correction.Date}: {correction.Reason}";
}
