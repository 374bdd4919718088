using Kompass.Mining.Corpus;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The note of a suggestion: which sub-question, why, and what is known of others. Short, since it stands at the foot of a page; JSON has all of it.</summary>
internal static class EvidenceNote
{
    private const int MostQuotes = 2;
    private const int MostExemplars = 3;
    private const int MostLater = 1;

    public static IReadOnlyList<Inline> Of(DraftItem item)
    {
        List<Inline> text =
        [
            Strong($"Delfråga {item.Question}."),
            Plain($" Sannolikhet {Percent(item.Probability)}. "),
            Strong("Skäl:"),
            Plain(" " + string.Join(" ", item.Reasons.Select(Sentence))),
        ];
        Add(text, "Närmaste profiler", Nearest(item));
        Add(text, "Ur andra rapporter", Quotes(item.Evidence.Findings));
        Add(text, "Förebilder", Exemplars(item.Evidence.Exemplars));
        Add(text, "Senare", Later(item.Evidence.Later));
        return text;
    }

    private static string? Nearest(DraftItem item)
    {
        if (item.Evidence.Nearest.Count == 0)
        {
            return null;
        }

        var list = item.Kind == FindingKind.Strength ? "styrka" : "förbättringsmöjlighet";
        return string.Join(
                "; ",
                item.Evidence.Nearest.Select(n =>
                {
                    var points = n.Achieved is null
                        ? ""
                        : $" {Points(n.Achieved)} av {Points(n.Max)},";
                    var name = SummaryPages.NameOf(n.Profile.Municipality.Name, n.Profile.Year);
                    return $"{name}{points} {(n.Named ? $"nämns som {list}" : "nämns inte")}";
                })
            ) + ".";
    }

    private static string? Quotes(IReadOnlyList<QuotedFinding> findings) =>
        findings.Count == 0
            ? null
            : string.Join(
                "; ",
                findings
                    .Take(MostQuotes)
                    .Select(f =>
                        $"”{f.Text}” ({SummaryPages.NameOf(f.Municipality.Name, f.Year)}{Page(f.Page)})"
                    )
            ) + ".";

    private static string? Exemplars(IReadOnlyList<ExemplarReference> exemplars) =>
        exemplars.Count == 0
            ? null
            : string.Join(
                "; ",
                exemplars
                    .DistinctBy(e => (e.Municipality.Name, e.ReportId))
                    .Take(MostExemplars)
                    .GroupBy(e => e.ReportId, StringComparer.Ordinal)
                    .Select(g =>
                        $"{string.Join(", ", g.Select(e => e.Municipality.Name + PageInParentheses(e.Page)))} enligt {g.Key}"
                    )
            ) + ".";

    private static string? Later(IReadOnlyList<LaterOutcome> later) =>
        later.Count == 0
            ? null
            : string.Join(
                "; ",
                later
                    .Take(MostLater)
                    .Select(l =>
                        $"{l.Municipality.Name} gick {Year(l.FromYear)}–{Year(l.ToYear)} från {Points(l.From)} till {Points(l.To)} av {Points(l.Max)} {(l.Question is null ? "i området" : "på delfrågan")}{Again(l)}"
                    )
            ) + ".";

    private static string Again(LaterOutcome later) =>
        (later.NamedBefore, later.NamedAgain) switch
        {
            (true, true) => ", nämndes båda gångerna",
            (true, false) => ", nämndes först men inte sedan",
            (false, true) => ", nämndes sedan men inte först",
            (_, true) => ", nämndes den senare gången",
            (_, false) => ", nämndes inte den senare gången",
            _ => "",
        };

    private static void Add(List<Inline> text, string label, string? told)
    {
        if (told is not null)
        {
            text.Add(Strong($" {label}:"));
            text.Add(Plain(" " + told));
        }
    }

    private static string Page(int? page) =>
        page is { } p ? $", s.\u00a0{p.ToString(CultureInfo.InvariantCulture)}" : "";

    private static string PageInParentheses(int? page) =>
        page is { } p ? $" (s.\u00a0{p.ToString(CultureInfo.InvariantCulture)})" : "";

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Sentence(string text) =>
        text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') ? text : text + ".";

    private static Inline.Words Strong(string text) => new(text, Tone.Strong);

    private static Inline.Words Plain(string text) => new(text);
}
