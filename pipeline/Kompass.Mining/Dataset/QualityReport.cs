using System.Text;
using System.Text.Json;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset;

/// <summary>QUALITY.md: what the dataset holds, what was set aside, and what a reader must be warned of, report by report.</summary>
internal static class QualityReport
{
    /// <summary>Writes the report anew after something but the reports has changed. Nothing where no run has written one yet.</summary>
    public static void Refresh(DataFolder data)
    {
        if (!File.Exists(data.Run))
        {
            return;
        }

        try
        {
            if (
                JsonSerializer.Deserialize(
                    File.ReadAllBytes(data.Run),
                    RunJson.Default.RunSummary
                ) is
                { } run
            )
            {
                Write(data, run);
            }
        }
        catch (JsonException e)
        {
            throw new DatasetException(
                $"{data.Run}: is no summary of a run: {e.Message}; delete it and run nightly again",
                e
            );
        }
    }

    /// <summary>Writes the report of a run.</summary>
    public static void Write(DataFolder data, RunSummary run) =>
        AtomicFile.WriteText(
            data.Quality,
            Write(run, new RecordStore(data.Records).All(), [.. new FeedbackStore(data).All()])
        );

    /// <summary>The report as text.</summary>
    public static string Write(
        RunSummary run,
        IEnumerable<ReportRecord> records,
        IReadOnlyList<FeedbackRecord> feedback
    )
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

        WriteFeedback(text, feedback);

        return text.Replace("\r\n", "\n").ToString();
    }

    private static void WriteFeedback(StringBuilder text, IReadOnlyList<FeedbackRecord> feedback)
    {
        if (feedback.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("## Feedback on suggestions").AppendLine();
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"From {feedback.Count} edited drafts, the last reading of each evaluator; they added {feedback.Sum(f => f.Current.Sum(r => r.Added.Count))} items of their own. Used is kept or edited; what nobody looked at is not counted.{(FeedbackRates.Agreement(feedback) is { } ac1 ? $" Evaluators of the same draft agree on what stays with Gwet's AC1 = {ac1:0.00}." : "")}"
            )
            .AppendLine();
        text.AppendLine("| theme | list | suggested | kept | edited | removed | used |");
        text.AppendLine("|---|---|---:|---:|---:|---:|---:|");
        foreach (var rate in FeedbackRates.ByTheme(feedback))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {Cell(rate.Theme ?? "(none)")} | {rate.Kind.ToString().ToLowerInvariant()} | {rate.Suggested} | {rate.Kept} | {rate.Edited} | {rate.Removed} | {rate.UsedShare * 100:0} % |"
            );
        }
    }

    // Names of files may hold anything; a line feed would end the row, an escape reach a terminal.
    private static string Cell(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Replace('|', '/');
}
