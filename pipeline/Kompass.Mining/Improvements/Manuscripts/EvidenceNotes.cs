using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>
/// What stands in the annex on each improvement area: how likely, what weighs most, how others put it, whom they hold up, what came later. JSON has all of it.
/// </summary>
internal sealed class EvidenceNotes(DraftProfile profile)
{
    private const int MostQuotes = 2;

    // What a report says of a whole area stands once, not with every sub-question.
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The note: at least what weighs most, which may be the points.</summary>
    public IReadOnlyList<Inline> Of(DraftItem item)
    {
        List<Inline> evidence =
        [
            .. Told(
                "Andra rapporter",
                item.Evidence.Findings.Where(f => Quotable.IsItem(f.Text))
                    .Take(MostQuotes)
                    .Select(Quote)
            ),
            .. Told("Förebilder", Exemplars(item.Evidence.Exemplars)),
            .. Told(
                "Senare",
                item.Evidence.Later.Where(l => l.Question is not null).Take(1).Select(Later)
            ),
        ];
        var rubric = profile.Questions.FirstOrDefault(q => q.Code == item.Question)?.Rubric;
        return
        [
            new Inline($"{item.Question} {rubric ?? item.QuestionText}.", Tone.Strong),
            new Inline($" {string.Join(" ", Weightiest(item.Reasons))}"),
            .. evidence,
        ];
    }

    private static IEnumerable<Inline> Told(string label, IEnumerable<string> told) =>
        string.Join("; ", told) is { Length: > 0 } text
            ? [new Inline($" {label}:", Tone.Strong), new Inline($" {text}.")]
            : [];

    // The first, and what speaks against, if anything does.
    private static IEnumerable<string> Weightiest(IReadOnlyList<string> reasons) =>
        reasons.Where((r, i) => i == 0 || r.StartsWith(Reasons.Against, StringComparison.Ordinal));

    private static string Quote(QuotedFinding finding) =>
        $"”{finding.Text}” ({new PeerEvaluation(finding.Municipality.Name, finding.Year)}{Page(finding.Page)}{(finding.IsWeakness ? ", svaghet" : "")})";

    private IEnumerable<string> Exemplars(IReadOnlyList<ExemplarReference> exemplars) =>
        exemplars
            .Where(e => Quotable.IsSentence(e.Text) && _told.Add(e.Text))
            .Take(1)
            .Select(e =>
                $"”{e.Text.TrimEnd('.')}” ({new PeerEvaluation(e.NamedBy.Name, e.NamedByYear)}{Page(e.Page)})"
            );

    private static string Later(LaterOutcome later) =>
        $"{later.Municipality.Name} gick {Plain(later.FromYear)}–{Plain(later.ToYear)} från {Points(later.From)} till {Points(later.To)} av {Points(later.Max)}{Again(later)}";

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

    private static string Page(int? page) => page is { } p ? $", s.\u00a0{Plain(p)}" : "";
}
