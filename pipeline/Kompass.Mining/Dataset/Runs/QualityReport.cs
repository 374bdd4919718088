using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>QUALITY.md: what the dataset holds, what was set aside, and what a reader must be warned of, report by report.</summary>
internal static class QualityReport
{
    /// <summary>Writes the report anew after something but the reports has changed. Nothing where no run has written one yet, or its summary is damaged: the next run writes both.</summary>
    public static void Refresh(DataFolder data)
    {
        if (RunSummary.Last(data) is { } run)
        {
            Write(data, run, Ledger.Read(data).Gone);
        }
    }

    /// <summary>Writes the report of a run.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="run">The run.</param>
    /// <param name="gone">What was read of content that is there no longer.</param>
    public static void Write(DataFolder data, RunSummary run, IReadOnlyList<LedgerEntry> gone) =>
        AtomicFile.WriteText(
            data.Quality,
            Write(run, data, gone, [.. new FeedbackStore(data).All()])
        );

    private static string Write(
        RunSummary run,
        DataFolder data,
        IReadOnlyList<LedgerEntry> gone,
        IReadOnlyList<FeedbackRecord> feedback
    )
    {
        using var store = SqliteStore.OpenForReading(data);
        var reports = QueryResult.Read(store, Reports).ToList();
        var codes = QueryResult.Read(store, Codes);
        var l = run.Ledger;
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Quality of the dataset

            Written by the run of {run.Started:yyyy-MM-dd HH:mm} UTC, extraction {run.Reader}. A later run that finds the same leaves it as it is; kompass runs lists them.

            ## The books

            | seen | extracted | unchanged | set aside | balances |
            |---:|---:|---:|---:|---|
            | {l.Seen} | {l.Extracted} | {l.Unchanged} | {l.SetAside} | {(
                l.Balances ? "yes" : "**no**"
            )} |

            {reports.Count} {(reports.Count == 1 ? "report" : "reports")} with {Sum(reports, Findings)} findings: of {Sum(reports, TextInDoubt)} text or list is in doubt (confidence below {Finding.DoubtBelow}), of {Sum(reports, LabelInDoubt)} more a label (probability below {FindingLabels.InDoubtBelow}).

            ## Set aside

            {SetAside(run)}
            {ProblemsOf(run)}{Gone(gone)}
            ## Reports

            | report | edition | total | areas | sub-questions | findings | text in doubt | label in doubt | warnings | explained | read from |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---:|---|
            {string.Concat(reports.Select(r => Row(r) + "\n"))}
            ## Notes by code

            What each code means stands in docs/record.md.

            | code | notes | reports |
            |---|---:|---:|

            """
        );
        foreach (var code in codes)
        {
            text.AppendLine(Row(code));
        }

        WriteFeedback(text, feedback);

        return text.Replace("\r\n", "\n").ToString();
    }

    private const int Findings = 5;
    private const int TextInDoubt = 6;
    private const int LabelInDoubt = 7;

    // Numbers are those of the record; the kinds of its documents come in their order.
    private const string Reports = """
        SELECT id, edition, total_value,
          (SELECT count(*) FROM area_scores WHERE report_id = r.id), (SELECT count(*) FROM question_scores WHERE report_id = r.id),
          (SELECT count(*) FROM findings WHERE report_id = r.id), (SELECT count(*) FROM findings WHERE report_id = r.id AND certainty = 'text'),
          (SELECT count(*) FROM findings WHERE report_id = r.id AND certainty = 'label'),
          (SELECT count(*) FROM notes WHERE report_id = r.id AND severity = 'warning'), (SELECT count(*) FROM notes WHERE report_id = r.id AND severity = 'info'),
          (SELECT group_concat(kind, ', ') FROM (SELECT kind FROM documents WHERE report_id = r.id GROUP BY kind ORDER BY min(rowid)))
        FROM reports r ORDER BY id
        """;

    private const string Codes =
        "SELECT code, count(*), count(DISTINCT report_id) FROM notes GROUP BY code ORDER BY code";

    private static long Sum(List<object?[]> rows, int column) => rows.Sum(r => (long)r[column]!);

    private static string Row(object?[] values) =>
        $"| {string.Join(" | ", values.Select(v => v switch { null => "–", double number => number.ToString("0.#", CultureInfo.InvariantCulture), _ => Convert.ToString(v, CultureInfo.InvariantCulture) }))} |";

    private static string SetAside(RunSummary run) =>
        run.SetAside.Count == 0
            ? "Nothing."
            : string.Join(
                '\n',
                run.SetAside.Select(a => $"| {Cell(a.File)} | {a.Cause} | {Cell(a.Message)} |")
                    .Prepend("|---|---|---|")
                    .Prepend("| file | cause | what was found |")
            );

    private static string ProblemsOf(RunSummary run) =>
        run.Problems is { Count: > 0 } problems
            ? $"\n## Problems\n\n{string.Concat(problems.Select(p => $"- {Cell(p)}\n"))}"
            : "";

    private static string Gone(IReadOnlyList<LedgerEntry> gone) =>
        gone.Count > 0
            ? $"\n## Gone\n\nWhat was read of these stays, though the file is there no longer, cannot be read any more, or holds another report.\n\n| file | report |\n|---|---|\n{string.Concat(gone.Select(g => $"| {Cell(g.File)} | {g.RecordId} |\n"))}"
            : "";

    private static void WriteFeedback(StringBuilder text, IReadOnlyList<FeedbackRecord> feedback)
    {
        if (feedback.Count == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("## Feedback on suggestions").AppendLine();
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"From {feedback.Count} edited {(feedback.Count == 1 ? "draft" : "drafts")}, the last reading of each evaluator; they added {feedback.Sum(f => f.Current.Sum(r => r.Added.Count))} items of their own. Used is kept or edited; what nobody looked at is not counted.{(FeedbackRates.Agreement(feedback) is { } ac1 ? $" Evaluators of the same draft agree on what stays with Gwet's AC1 = {ac1:0.00}." : "")}"
            )
            .AppendLine();
        foreach (var draft in feedback.Where(f => f.Differing.Count > 0))
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"- {draft.Id}: the drafts of its evaluators have different points: {Cell(string.Join("; ", draft.Differing))}"
            );
        }

        if (feedback.Any(f => f.Differing.Count > 0))
        {
            text.AppendLine();
        }

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
