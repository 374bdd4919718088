using System.Text;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset;

/// <summary>QUALITY.md: what the dataset holds, what was set aside, and what a reader must be warned of, report by report.</summary>
internal static class QualityReport
{
    public static string Write(RunSummary run, IEnumerable<ReportRecord> records)
    {
        var text = new StringBuilder();
        var codes = new SortedDictionary<string, (int Notes, int Reports)>(StringComparer.Ordinal);
        var rows = new StringBuilder();
        var count = 0;
        var findings = 0;
        var doubted = 0;
        foreach (var r in records)
        {
            count++;
            var inDoubt = r.Findings.Count(f => f.Confidence < Finding.DoubtBelow);
            findings += r.Findings.Count;
            doubted += inDoubt;
            foreach (var code in r.Notes.GroupBy(n => n.Code, StringComparer.Ordinal))
            {
                var (notes, reports) = codes.GetValueOrDefault(code.Key);
                codes[code.Key] = (notes + code.Count(), reports + 1);
            }

            rows.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {r.Id} | {r.Edition} | {r.Total?.Value.ToString("0.#", CultureInfo.InvariantCulture) ?? "–"} | {r.Areas.Count} | {r.Questions.Count} | {r.Findings.Count} | {inDoubt} | {r.Notes.Count(n => n.Severity == Severity.Warning)} | {r.Notes.Count(n => n.Severity == Severity.Info)} | {string.Join(", ", (r.Documents ?? [r.Document]).Select(d => d.Kind.ToString().ToLowerInvariant()).Distinct(StringComparer.Ordinal))} |"
            );
        }

        text.AppendLine("# Quality of the dataset").AppendLine();
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"Written by the run of {run.Started:yyyy-MM-dd HH:mm} UTC, extraction {run.Reader}."
            )
            .AppendLine();
        text.AppendLine("## The books").AppendLine();
        var l = run.Ledger;
        text.AppendLine("| seen | extracted | unchanged | set aside | balances |");
        text.AppendLine("|---:|---:|---:|---:|---|");
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {l.Seen} | {l.Extracted} | {l.Unchanged} | {l.SetAside} | {(l.Balances ? "yes" : "**no**")} |"
            )
            .AppendLine();
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{count} reports with {findings} findings, {doubted} of them in doubt (confidence below {Finding.DoubtBelow.ToString(CultureInfo.InvariantCulture)})."
            )
            .AppendLine();
        text.AppendLine("## Set aside").AppendLine();
        if (run.SetAside.Count == 0)
        {
            text.AppendLine("Nothing.").AppendLine();
        }
        else
        {
            text.AppendLine("| file | cause | what was found |");
            text.AppendLine("|---|---|---|");
            foreach (var a in run.SetAside)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {Cell(a.File)} | {a.Cause} | {Cell(a.Message)} |"
                );
            }

            text.AppendLine();
        }

        text.AppendLine("## Reports").AppendLine();
        text.AppendLine(
            "| report | edition | total | areas | sub-questions | findings | in doubt | warnings | rounding | read from |"
        );
        text.AppendLine("|---|---|---:|---:|---:|---:|---:|---:|---:|---|");
        text.Append(rows).AppendLine();
        text.AppendLine("## Notes by code").AppendLine();
        text.AppendLine("What each code means stands in docs/record.md.").AppendLine();
        text.AppendLine("| code | notes | reports |");
        text.AppendLine("|---|---:|---:|");
        foreach (var (code, (notes, reports)) in codes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {code} | {notes} | {reports} |");
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    private static string Cell(string text) => text.Replace('|', '/').Replace('\n', ' ');
}
