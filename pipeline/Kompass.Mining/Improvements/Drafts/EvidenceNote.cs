using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>What stands in the annex on an improvement area: how likely, why, and what is known of others. JSON has all of it.</summary>
internal static class EvidenceNote
{
    private const int MostQuotes = 2;
    private const int MostExemplars = 2;
    private const int MostLater = 1;

    public static IReadOnlyList<Inline> Of(DraftItem item)
    {
        List<Inline> text =
        [
            new($"{item.Question} {item.QuestionText}", Tone.Strong),
            new(
                $" –{(item.Probability is { } p ? $" {item.ProbabilityWords} ({Percent(p)})" : "")}. "
            ),
            new(string.Join(" ", item.Reasons.Select(Sentence))),
        ];
        Add(text, "Närmaste profiler", Nearest(item));
        Add(text, "Så har andra rapporter formulerat det", Quotes(item.Evidence.Findings));
        Add(text, "Förebilder", Exemplars(item.Evidence.Exemplars));
        Add(text, "Senare", Later([.. item.Evidence.Later.Where(l => l.Question is not null)]));
        return text;
    }

    private static string? Nearest(DraftItem item)
    {
        if (item.Evidence.Nearest.Count == 0)
        {
            return null;
        }

        return string.Join(
                "; ",
                item.Evidence.Nearest.Select(n =>
                {
                    var points = n.Achieved is null
                        ? ""
                        : $" {Points(n.Achieved)} av {Points(n.Max)},";
                    var name = Parts.NameOf(n.Profile.Municipality.Name, n.Profile.Year);
                    return $"{name}{points} {(n.Named ? "nämns" : "nämns inte")}";
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
                        $"”{f.Text}” ({Parts.NameOf(f.Municipality.Name, f.Year)}{Page(f.Page)})"
                    )
            ) + ".";

    private static string? Exemplars(IReadOnlyList<ExemplarReference> exemplars) =>
        exemplars.Count == 0
            ? null
            : string.Join(
                "; ",
                exemplars
                    .GroupBy(e => e.Text, StringComparer.Ordinal)
                    .Take(MostExemplars)
                    .Select(g =>
                        $"{string.Join(" och ", g.Select(e => e.Municipality.Name).Distinct(StringComparer.Ordinal))}: ”{g.Key.TrimEnd('.')}” ({Parts.NameOf(g.First().NamedBy.Name, g.First().NamedByYear)}{Page(g.First().Page)})"
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
                        $"{l.Municipality.Name} gick {Year(l.FromYear)}–{Year(l.ToYear)} från {Points(l.From)} till {Points(l.To)} av {Points(l.Max)} på delfrågan{Again(l)}"
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
            text.Add(new($" {label}:", Tone.Strong));
            text.Add(new(" " + told));
        }
    }

    private static string Page(int? page) =>
        page is { } p ? $", s.\u00a0{p.ToString(CultureInfo.InvariantCulture)}" : "";

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Sentence(string text) =>
        text.EndsWith('.') || text.EndsWith('?') || text.EndsWith('!') ? text : text + ".";
}
