using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Dataset.Records;

/// <summary>Labels that analysts have set right, to learn from as gold. A label of the same finding that nobody has looked at is not taken in.</summary>
public static class CorrectedLabels
{
    /// <summary>The corrected findings of a dataset, in the order of the corrections.</summary>
    /// <param name="records">The dataset's records.</param>
    /// <param name="corrections">The corrections.</param>
    /// <param name="knowledge">Tells which area one of another edition is like.</param>
    public static IReadOnlyList<LabelledFinding> Read(
        RecordStore records,
        Corrections corrections,
        Knowledge knowledge
    )
    {
        return
        [
            .. corrections
                .All.Select(c => c.Report)
                .Distinct(StringComparer.Ordinal)
                .Select(records.Find)
                .OfType<ReportRecord>()
                .SelectMany(r => Corrected(r, knowledge.Edition(r.Edition))),
        ];
    }

    private const string Findings = "findings/";

    private static IEnumerable<LabelledFinding> Corrected(ReportRecord record, Edition edition)
    {
        // "findings/3/strength/2/theme": the finding's name and the field.
        var corrected = (record.Corrections ?? [])
            .Where(c => c.Path.StartsWith(Findings, StringComparison.Ordinal))
            .Select(c => (At: c.Path.LastIndexOf('/'), c.Path))
            .Where(c => c.At >= Findings.Length)
            .Select(c => (Name: c.Path[Findings.Length..c.At], Field: c.Path[(c.At + 1)..]))
            .ToList();
        foreach (var finding in record.Findings)
        {
            var like = edition.FindArea(finding.Area)?.LikeArea;
            var question = like is null && IsCorrected("question") ? finding.Question : null;
            var theme = IsCorrected("theme") ? finding.Theme : null;
            if (question is not null || theme is not null)
            {
                yield return new LabelledFinding(
                    finding.Text,
                    like ?? finding.Area,
                    question,
                    theme,
                    theme is null ? null : finding.Theme2,
                    LabelSource.Gold,
                    record.Id
                );
            }

            bool IsCorrected(string field) =>
                corrected.Any(c => c.Field == field && ContentId.Means(finding, record.Id, c.Name));
        }
    }
}
