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
        var (rows, codes, count, findings, doubted) = Count(records);
        var l = run.Ledger;
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Quality of the dataset

            Written by the run of {run.Started:yyyy-MM-dd HH:mm} UTC, extraction {run.Reader}.

            ## The books

            | seen | extracted | unchanged | set aside | balances |
            |---:|---:|---:|---:|---|
            | {l.Seen} | {l.Extracted} | {l.Unchanged} | {l.SetAside} | {(
                l.Balances ? "yes" : "**no**"
            )} |

            {count} reports with {findings} findings, {doubted} of them in doubt (confidence below {Finding.DoubtBelow}).

            ## Set aside

            {SetAside(run)}

            ## Reports

            | report | edition | total | areas | sub-questions | findings | in doubt | warnings | rounding | read from |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---|
            {rows}
            ## Notes by code

            What each code means stands in docs/record.md.

            | code | notes | reports |
            |---|---:|---:|

            """
        );
        foreach (var (code, (notes, reports)) in codes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {code} | {notes} | {reports} |");
        }

        WriteFeedback(text, feedback);

        return text.Replace("\r\n", "\n").ToString();
    }

    private static (
        string Rows,
        SortedDictionary<string, (int Notes, int Reports)> Codes,
        int Reports,
        int Findings,
        int Doubted
    ) Count(IEnumerable<ReportRecord> records)
    {
        var codes = new SortedDictionary<string, (int Notes, int Reports)>(StringComparer.Ordinal);
        var rows = new StringBuilder();
        var (count, findings, doubted) = (0, 0, 0);
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

            rows.AppendLine(Row(r, inDoubt));
        }

        return (rows.ToString(), codes, count, findings, doubted);
    }

    private static string Row(ReportRecord r, int inDoubt)
    {
        var total = r.Total?.Value.ToString("0.#", CultureInfo.InvariantCulture) ?? "–";
        var kinds = (r.Documents ?? [r.Document])
            .Select(d => d.Kind.ToString().ToLowerInvariant())
            .Distinct(StringComparer.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {r.Id} | {r.Edition} | {total} | {r.Areas.Count} | {r.Questions.Count} | {r.Findings.Count} | {inDoubt} | {r.Notes.Count(n => n.Severity == Severity.Warning)} | {r.Notes.Count(n => n.Severity == Severity.Info)} | {string.Join(", ", kinds)} |"
        );
    }

    private static string SetAside(RunSummary run) =>
        run.SetAside.Count == 0
            ? "Nothing."
            : string.Join(
                '\n',
                run.SetAside.Select(a => $"| {Cell(a.File)} | {a.Cause} | {Cell(a.Message)} |")
                    .Prepend("|---|---|---|")
                    .Prepend("| file | cause | what was found |")
            );

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
