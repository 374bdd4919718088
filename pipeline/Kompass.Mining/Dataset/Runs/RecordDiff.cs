using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>Tells two versions of a report's record apart, value by value, and why.</summary>
internal static class RecordDiff
{
    /// <summary>The values that differ, in order of path.</summary>
    /// <param name="old">As the last run left it.</param>
    /// <param name="new">As it is now.</param>
    public static IReadOnlyList<ValueChange> Of(ReportRecord old, ReportRecord @new)
    {
        var (before, after) = (Values(old), Values(@new));
        var reasons = new Reasons(old, @new);
        return
        [
            .. before
                .Keys.Union(after.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(p =>
                    (Path: p, Old: before.GetValueOrDefault(p), New: after.GetValueOrDefault(p))
                )
                .Where(v => v.Old != v.New)
                .Select(v => new ValueChange(v.Path, v.Old, v.New, reasons.Of(v.Path))),
        ];
    }

    private static Dictionary<string, string?> Values(ReportRecord record)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["municipality"] = $"{record.Municipality.Code} {record.Municipality.Name}".Trim(),
            ["year"] = record.Year?.ToString(CultureInfo.InvariantCulture),
            ["edition"] = record.Edition,
            ["total"] = Number(record.Total?.Value),
            ["evaluators"] = string.Join("; ", record.Evaluators.Select(e => e.Name)),
        };
        foreach (var area in record.Areas)
        {
            values[$"areas/{area.Area}"] = Number(area.Score);
        }

        foreach (var question in record.Questions)
        {
            values[$"questions/{question.Code}"] =
                $"{Number(question.Achieved)} of {Number(question.Max)}";
        }

        foreach (var previous in record.Previous)
        {
            values[$"previous/{previous.Year}"] =
                $"{Number(previous.Total)} ({string.Join(", ", previous.Areas.OrderBy(a => a.Key).Select(a => $"{a.Key}: {Number(a.Value)}"))})";
        }

        foreach (var finding in record.Findings)
        {
            values[$"findings/{finding.Id}"] = finding.Text;
            values[$"findings/{finding.Id}/question"] = finding.Question;
            values[$"findings/{finding.Id}/theme"] = finding.Theme;
        }

        return values;
    }

    private static string? Number(decimal? number) =>
        number?.ToString("0.####", CultureInfo.InvariantCulture);

    // A label may change for the model alone; all else for what was read.
    private sealed class Reasons(ReportRecord old, ReportRecord @new)
    {
        private readonly bool _otherDocuments = !Hashes(old).SetEquals(Hashes(@new));

        // Corrections name a finding by its place or its content (findings/3/strength/2/theme) and a score with its field (areas/3/score).
        private readonly HashSet<string> _corrected =
        [
            .. Applied(old)
                .Except(Applied(@new))
                .Union(Applied(@new).Except(Applied(old)))
                .SelectMany(c => PathsOf(c.Path, old).Concat(PathsOf(c.Path, @new))),
        ];

        public ChangeReason Of(string path) =>
            _corrected.Contains(path) ? ChangeReason.Correction
            : _otherDocuments ? ChangeReason.Document
            : IsLabel(path) ? ChangeReason.Model
            : ChangeReason.Reading;

        private static IEnumerable<string> PathsOf(string correction, ReportRecord record) =>
            correction.Split('/') switch
            {
                // What was added up follows.
                ["areas", var area, _] => [$"areas/{area}", "total"],
                ["questions", var code, _] =>
                [
                    $"questions/{code}",
                    $"areas/{QuestionCode.AreaOf(code)}",
                    "total",
                ],
                ["findings", .. var place, var field] => record
                    .Findings.Where(f => ContentId.Means(f, record.Id, string.Join('/', place)))
                    .Select(f => $"findings/{f.Id}{(field == "text" ? "" : "/" + field)}"),
                _ => [correction],
            };

        private static bool IsLabel(string path) =>
            path.EndsWith("/question", StringComparison.Ordinal)
            || path.EndsWith("/theme", StringComparison.Ordinal);

        private static HashSet<string> Hashes(ReportRecord record) =>
            [.. (record.Documents ?? [record.Document]).Select(d => d.Sha256)];

        private static IEnumerable<AppliedCorrection> Applied(ReportRecord record) =>
            record.Corrections ?? [];
    }
}
