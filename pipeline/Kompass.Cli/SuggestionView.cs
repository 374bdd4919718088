using Kompass.Mining.Improvements.Drafts;
using Spectre.Console;

namespace Kompass.Cli;

/// <summary>Writes a draft's ranked list for people: in colours at a terminal, tab-separated when piped.</summary>
internal static class SuggestionView
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Writes the list.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="top">Most improvement areas.</param>
    /// <param name="area">Only this area, or null for all.</param>
    public static void Write(Terminal terminal, ImprovementDraft draft, int top, int? area)
    {
        var items = draft
            .Areas.Where(a => area is null || a.Area == area)
            .SelectMany(a => a.Improvements)
            .OrderBy(i => i.Rank)
            .Take(top)
            .ToList();
        if (terminal.IsPlain)
        {
            Plain(terminal, items);
        }
        else
        {
            ForPeople(terminal, draft, items);
        }

        terminal.Say(draft.Basis.Explanation);
    }

    private static void Plain(Terminal terminal, IEnumerable<DraftItem> items) =>
        terminal.Table(
            items,
            ("rank", i => i.Rank),
            ("question", i => i.Question),
            ("points", i => i.Achieved?.ToString("0.##", Invariant)),
            ("max", i => i.Max),
            // Words that were held back have no figure beside them; --json has all.
            (
                "probability",
                i => i.Achieved is null ? null : i.Probability?.ToString("0.00", Invariant)
            ),
            ("words", i => i.ProbabilityWords),
            ("theme", i => i.Theme),
            ("suggestion", i => i.Sentence),
            ("reasons", i => string.Join(" ", i.Reasons))
        );

    private static void ForPeople(
        Terminal terminal,
        ImprovementDraft draft,
        IReadOnlyList<DraftItem> items
    )
    {
        var o = terminal.Out;
        o.WriteLine();
        o.MarkupLine(
            $"[bold]{Markup.Escape(draft.Municipality.Name)} {draft.Year?.ToString(Invariant)}[/]  [yellow]UTKAST[/]"
        );
        o.MarkupLine(
            $"[grey]Förslag till förbättringsmöjligheter · {Markup.Escape(draft.Basis.Name)}[/]"
        );
        o.WriteLine();
        var list = new Grid()
            .AddColumn(new GridColumn().RightAligned().NoWrap())
            .AddColumn(new GridColumn());
        foreach (var item in items)
        {
            list.AddRow(
                new Markup(item.Rank.ToString(Invariant)),
                new Markup(string.Join('\n', LinesOf(item)))
            );
        }

        o.Write(list);
        o.WriteLine();
        o.MarkupLine("[bold]Områden[/]");
        terminal.Table(
            draft.Areas,
            ("område", a => $"{a.Area} {a.Name}"),
            (
                "poäng",
                a =>
                    SwedishNumbers.Points(a.Score)
                    + (draft.Profile.Areas.Any(p => p.Area == a.Area && p.IsInDoubt) ? " ?" : "")
            ),
            ("väntat antal", a => SwedishNumbers.Fixed(a.Expected, 1))
        );
        o.MarkupLine("[bold]Närmaste profiler[/]");
        terminal.Table(
            draft.Nearest,
            ("kommun", n => n.Municipality.Name),
            ("år", n => n.Year),
            ("avstånd", n => SwedishNumbers.Fixed(n.Distance, 1))
        );
    }

    private static IEnumerable<string> LinesOf(DraftItem item)
    {
        var points = $"{SwedishNumbers.Points(item.Achieved)}/{item.Max.ToString(Invariant)}";
        yield return $"[bold]{item.Question}[/] {Markup.Escape(item.QuestionText)} [grey]({points})[/]  [blue]{ProbabilityWords.FigureOf(item)}[/] {Markup.Escape(item.ProbabilityWords ?? "")}";
        yield return Markup.Escape(item.Sentence);
        yield return $"[grey]{Markup.Escape(string.Join(" ", item.Reasons))}[/]";
        foreach (var finding in item.Evidence.Findings.Take(1))
        {
            var page = finding.Page is { } number ? $", s. {number.ToString(Invariant)}" : "";
            yield return $"[grey]{Markup.Escape($"”{finding.Text}” ({finding.Municipality.Name} {finding.Year?.ToString(Invariant)}{page}{(finding.IsWeakness ? ", svaghet" : "")})")}[/]";
        }
    }
}
