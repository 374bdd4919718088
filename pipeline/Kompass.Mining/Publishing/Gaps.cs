using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Publishing;

/// <summary>Which evaluations are known to have been made and are not in the dataset.</summary>
internal static class Gaps
{
    /// <summary>Evaluations that are known by municipality and year.</summary>
    public static IEnumerable<(PublishedEvaluation Evaluation, string Id)> Known(
        Knowledge knowledge
    ) =>
        knowledge
            .Catalogue.Where(e => e is { Municipality: not null, Year: not null })
            .Select(e =>
                (
                    e,
                    ReportId.Of(
                        knowledge.Municipalities,
                        new MunicipalityName(e.MunicipalityCode, e.Municipality!),
                        e.Year
                    )
                )
            )
            .DistinctBy(e => e.Item2, StringComparer.Ordinal);

    /// <summary>Those that are missing, as CSV: <c>report_id</c>, <c>municipality_code</c>, <c>municipality_name</c>, <c>year</c>, <c>edition</c>, <c>url</c>.</summary>
    public static string Csv(Knowledge knowledge, DatasetVersion version) =>
        CsvExport.Text(
            Known(knowledge)
                .Where(e => !version.Records.ContainsKey(e.Id))
                .OrderBy(e => e.Id, StringComparer.Ordinal)
                .Select(e => new Gap(
                    e.Id,
                    e.Evaluation.MunicipalityCode,
                    e.Evaluation.Municipality,
                    e.Evaluation.Year,
                    e.Evaluation.Edition,
                    e.Evaluation.Url
                ))
        );

    private sealed record Gap(
        string ReportId,
        string? MunicipalityCode,
        string? MunicipalityName,
        int? Year,
        string? Edition,
        string? Url
    );
}
