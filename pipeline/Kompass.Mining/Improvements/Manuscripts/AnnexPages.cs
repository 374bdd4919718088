using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>The annex: all that the suggestions rest on, which nobody keeps in a report.</summary>
internal static class AnnexPages
{
    public const string Title = "Bilaga: underlag för förslagen";

    private const string MethodTitle = "Metod och begränsningar";

    /// <summary>The headings after which nothing belongs to an area any longer.</summary>
    public static IReadOnlySet<string> Headings { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Title, MethodTitle };

    public static IEnumerable<Part> Of(ImprovementDraft draft)
    {
        var isRanked = draft.Ranking.Count > 0;
        yield return new Part.Heading(1, Title, "underlag", OnNewPage: true);
        yield return Small(
            new Inline(
                isRanked
                    ? "Hur sannolikt det är att en rapport nämner delfrågan så, vad som väger mest, och vad andra rapporter säger. Bilagan hör inte till rapporten; ta bort den när utkastet är färdigt."
                    : "Bilagan hör inte till rapporten; ta bort den när utkastet är färdigt."
            )
        );
        foreach (var part in Suggestions(draft))
        {
            yield return part;
        }

        if (Peers(draft.Profile) is { } peers)
        {
            yield return peers;
        }

        if (draft.Nearest.Count > 0)
        {
            yield return Small(
                new Inline("Utvärderingar med mest likartad poängprofil:", Tone.Strong),
                new Inline(
                    $" {string.Join("; ", draft.Nearest.Select(n => $"{new PeerEvaluation(n.Municipality.Name, n.Year)} ({Fixed(n.Distance, 1)})"))} (skillnad i medel, procentenheter)."
                )
            );
        }

        yield return new Part.Heading(2, MethodTitle, "metod");
        foreach (var part in Method(draft, isRanked))
        {
            yield return part;
        }
    }

    // Plain words first, figures for those who know them last.
    private static IEnumerable<Part> Method(ImprovementDraft draft, bool isRanked)
    {
        var method = draft.Method;
        var limits = method.Limits.AsEnumerable();
        if (isRanked)
        {
            yield return Small(
                new Inline(
                    $"Sannolikheten gäller att en rapport nämner delfrågan, inte att något faktiskt är bra eller dåligt. {limits.FirstOrDefault()}"
                )
            );
            limits = limits.Skip(1);
        }

        yield return Small(new Inline(string.Join(' ', limits.Prepend(draft.Basis.Explanation))));
        if (method.Measured is { } measured)
        {
            yield return Small(new Inline(measured));
        }

        yield return Small(
            new Inline(
                $"Utkast {draft.Id}, utgåva {draft.Edition}. Beräknat med {draft.Basis.Name} ({draft.Basis.Id}), programversion {method.CodeVersion}{(method.DataHash is { } hash ? $", data {hash}" : "")}."
            )
        );
    }

    // Which evaluations the means are of, and why those.
    private static Part.Paragraph? Peers(DraftProfile profile) =>
        profile.PeerEvaluations.Count == 0
            ? null
            : Small(
                new Inline("Jämförelsen", Tone.Strong),
                new Inline(
                    profile.OnlyPeer is { } one
                        ? $" är med {one}, en utvärdering av en annan kommun på samma poängskala; inget medelvärde görs av den."
                        : $" är med {Listed([.. profile.PeerEvaluations.Select(p => p.ToString())])}: utvärderingar av andra kommuner på samma poängskala vars områdespoäng är kända{(profile.Areas.Select(a => a.MeanOf).Distinct().Count() > 1 ? ", inte alltid på alla områden" : "")}."
                )
            );

    private static IEnumerable<Part> Suggestions(ImprovementDraft draft)
    {
        var notes = new EvidenceNotes(draft.Profile);
        foreach (var area in draft.Areas.Where(a => a.Strengths.Count + a.Improvements.Count > 0))
        {
            var likely =
                Likely("Som styrka", area.Strengths)
                + Likely("Som förbättringsmöjlighet", area.Improvements);
            var texts = area.Improvements.Select(notes.Of).ToList();
            if (likely.Length == 0 && texts.Count == 0)
            {
                continue;
            }

            yield return new Part.Paragraph(
                ParagraphRole.SmallFirst,
                [new Inline($"{Plain(area.Area)} {area.Name}.", Tone.Strong), new Inline(likely)]
            );
            foreach (var text in texts)
            {
                yield return Small([.. text]);
            }
        }
    }

    private static Part.Paragraph Small(params Inline[] text) => new(ParagraphRole.Small, text);

    private static string Likely(string list, IReadOnlyList<DraftItem> items) =>
        items.Any(i => i.Probability is not null)
            ? $" {list}: {string.Join(", ", items.Select(i => $"{i.Question} {i.ProbabilityWords}{(ProbabilityWords.FigureOf(i) is { } figure ? $" ({figure})" : "")}"))}."
            : "";
}
