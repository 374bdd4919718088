using Kompass.Mining.Publishing;

namespace Kompass.Web.Views;

/// <summary>Which evaluations of a municipality are in the dataset, and which are known and are not.</summary>
/// <param name="Name">The municipality's name.</param>
/// <param name="Here">The reports, by year.</param>
/// <param name="Missing">Years of those that are not here (<c>corpus/catalogue.csv</c>).</param>
/// <param name="HeldUp">How often reports hold it up as an example.</param>
public sealed record Evaluations(
    string Name,
    IReadOnlyList<ReportHead> Here,
    IReadOnlyList<int> Missing,
    int HeldUp
)
{
    /// <summary>Of the municipality that a code or name means; null where it is none of the 290 and has no report.</summary>
    internal static Evaluations? Of(Snapshot snapshot, string given)
    {
        var all = snapshot.Knowledge.Municipalities;
        var known = all.Find(given);
        var here = snapshot
            .Reports.All.Where(r =>
                known is null
                    ? r.MunicipalityCode is null
                        && r.MunicipalityName.Equals(given, StringComparison.OrdinalIgnoreCase)
                    : r.MunicipalityCode == known.Code
            )
            .OrderBy(r => r.Year)
            .ToList();
        return known is null && here.Count == 0
            ? null
            : new Evaluations(
                known?.Name ?? here[0].MunicipalityName,
                here,
                [
                    .. Gaps.Known(snapshot.Knowledge)
                        .Where(e =>
                            known is not null
                            && e.Evaluation.MunicipalityCode == known.Code
                            && snapshot.Reports.Find(e.Id) is null
                        )
                        .Select(e => e.Evaluation.Year!.Value)
                        .Order(),
                ],
                known is null
                    ? 0
                    : ExemplarRow.Where(snapshot, "exemplar_code = $id", known.Code).Count
            );
    }
}
