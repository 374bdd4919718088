using Kompass.Mining.Reports;
using Spectre.Console;

namespace Kompass.Cli;

/// <summary>Writes a record for people: scores as small bars, findings, notes.</summary>
internal static class ReportView
{
    private const int BarWidth = 25;

    /// <summary>Writes it.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="record">The record.</param>
    /// <param name="withQuestions">Whether the sub-questions' points stand below each area.</param>
    public static void Write(Terminal terminal, ReportRecord record, bool withQuestions = false)
    {
        var o = terminal.Out;
        o.WriteLine();
        o.MarkupLine($"[bold]{Markup.Escape(Title(record))}[/]");
        foreach (var line in Facts(record))
        {
            o.MarkupLine($"[grey]{Markup.Escape(line)}[/]");
        }

        o.WriteLine();
        Scores(o, record, withQuestions);
        Previous(o, record);
        Findings(o, record);
        Notes(o, record);
        Corrections(o, record);
    }

    private static string Title(ReportRecord record) =>
        $"{record.Municipality.Name}{(record.Municipality.Code is { } code ? $" ({code})" : "")} {record.Year?.ToString(CultureInfo.InvariantCulture) ?? "(year not known)"}, edition {record.Edition}";

    private static IEnumerable<string> Facts(ReportRecord record)
    {
        var parts = new List<string> { $"id {record.Id}" };
        Add(record.Ordinal is { } ordinal ? $"evaluation no. {ordinal}" : null);
        Add(record.Evaluated is { } month ? $"visit {month}" : null);
        Add(record.ReportDate is { } date ? $"report {date}" : null);
        Add(record.Interviewees is { } people ? $"{people} interviewed" : null);
        yield return string.Join(" · ", parts);
        if (record.Evaluators.Count > 0)
        {
            yield return "by "
                + string.Join(
                    "; ",
                    record.Evaluators.Select(e =>
                        e.Affiliation is null ? e.Name : $"{e.Name}, {e.Affiliation}"
                    )
                );
        }

        var others = (record.Documents?.Count ?? 1) - 1;
        yield return $"{record.Document.File} ({record.Document.Kind.ToString().ToLowerInvariant()}, {record.Document.Engine}){(others > 0 ? $" and {others} more" : "")}";

        void Add(string? part)
        {
            if (part is not null)
            {
                parts.Add(part);
            }
        }
    }

    private static void Scores(IAnsiConsole o, ReportRecord record, bool withQuestions)
    {
        var width = record.Areas.Select(a => a.Name.Length).DefaultIfEmpty(10).Max();
        foreach (var area in record.Areas)
        {
            var filled = (int)Math.Round(area.Score / area.Max * BarWidth);
            o.MarkupLine(
                $"  {area.Area} {Markup.Escape(area.Name.PadRight(width))} [blue]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/] {area.Score.ToString("0.#", CultureInfo.InvariantCulture), 5}{Doubt(area.Confidence)}{Corrected(record, $"areas/{area.Area}")}"
            );
            foreach (
                var question in record.Questions.Where(q =>
                    withQuestions && QuestionCode.AreaOf(q.Code) == area.Area
                )
            )
            {
                o.MarkupLine(
                    $"      {question.Code} {Points(question.Achieved), 5} of {Points(question.Max), -4} [grey]{Markup.Escape(question.Text)}[/]{Doubt(question.Confidence)}{Corrected(record, $"questions/{question.Code}")}"
                );
            }
        }

        if (record.Total is { } total)
        {
            var how = total.Source.Via == Via.Sum ? " (added up)" : "";
            o.MarkupLine(
                $"  {"".PadRight(width + 2)} {"".PadRight(BarWidth)} [bold]{total.Value.ToString("0.#", CultureInfo.InvariantCulture), 5}[/] of {total.Max}{how}{Doubt(total.Confidence)}{Corrected(record, "total")}"
            );
        }

        o.WriteLine();
    }

    private static string Doubt(double confidence) =>
        confidence < Finding.DoubtBelow ? " [yellow]?[/]" : "";

    private static void Previous(IAnsiConsole o, ReportRecord record)
    {
        foreach (var earlier in record.Previous)
        {
            var scores = string.Join(" ", earlier.Areas.Select(a => Points(a.Value)));
            var total = earlier.Total is { } points ? $"total {Points(points)}" : "";
            o.WriteLine(
                $"  {earlier.Year?.ToString(CultureInfo.InvariantCulture) ?? "an earlier year"}: {string.Join(", ", new[] { scores, total }.Where(s => s.Length > 0))}{(earlier.Comparable ? "" : " (another scale, not comparable)")}"
            );
        }

        if (record.Previous.Count > 0)
        {
            o.WriteLine();
        }
    }

    private static void Findings(IAnsiConsole o, ReportRecord record)
    {
        foreach (var area in record.Findings.GroupBy(f => f.Area))
        {
            var name = record.Areas.FirstOrDefault(a => a.Area == area.Key)?.Name ?? "";
            o.MarkupLine($"  [bold]{area.Key} {Markup.Escape(name)}[/]");
            foreach (var finding in area)
            {
                var (sign, colour) = finding.Kind switch
                {
                    FindingKind.Strength => ('+', "green"),
                    FindingKind.Improvement => ('>', "yellow"),
                    _ => ('-', "red"),
                };
                var labels = string.Join(
                    ' ',
                    new[]
                    {
                        Either(finding.Question, finding.QuestionOr),
                        Either(finding.Theme, finding.ThemeOr),
                    }.Where(l => l.Length > 0)
                );
                var shown = labels.Length > 0 ? $" [grey]({labels})[/]" : "";
                o.MarkupLine(
                    $"    [{colour}]{sign}[/] {Markup.Escape(finding.Text)}{shown}{Doubt(finding.Confidence)}{Corrected(record, finding)}"
                );
            }
        }

        if (record.Findings.Count > 0)
        {
            o.WriteLine();
        }
    }

    private static string Either(string? label, string? or) =>
        or is null ? $"{label}" : $"{label} or {or}";

    private static void Notes(IAnsiConsole o, ReportRecord record)
    {
        foreach (var note in record.Notes)
        {
            o.MarkupLine(
                note.Severity == Severity.Warning
                    ? $"  [yellow]![/] {Markup.Escape(note.Message)} [grey]({note.Code})[/]"
                    : $"  [grey]i {Markup.Escape(note.Message)} ({note.Code})[/]"
            );
        }
    }

    // What an analyst has set right, as it was read and why it was changed.
    private static void Corrections(IAnsiConsole o, ReportRecord record)
    {
        foreach (var correction in record.Corrections ?? [])
        {
            o.MarkupLine($"  [green]*[/] {Markup.Escape(CorrectionsOf.Words(correction))}");
        }
    }

    private static string Corrected(ReportRecord record, string path) =>
        CorrectionsOf.Value(record, path).Any() ? " [green]*[/]" : "";

    private static string Corrected(ReportRecord record, Finding finding) =>
        CorrectionsOf.Value(record, $"findings/{finding.Id}").Any() ? " [green]*[/]" : "";

    private static string Points(decimal? points) =>
        points?.ToString("0.##", CultureInfo.InvariantCulture) ?? "?";
}
