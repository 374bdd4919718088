using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;
using static Kompass.Mining.Improvements.Manuscripts.Parts;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>The annex: all that the suggestions rest on, which nobody keeps in a report.</summary>
internal static class AnnexPages
{
    /// <summary>The annex's heading.</summary>
    public const string Title = "Bilaga: underlag för förslagen";

    private const string MethodTitle = "Metod och begränsningar";

    /// <summary>The headings after which nothing belongs to an area any longer.</summary>
    public static IReadOnlySet<string> Headings { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Title, MethodTitle };

    public static IEnumerable<Part> Of(ImprovementDraft draft)
    {
        yield return new Part.Heading(1, Title, "underlag", OnNewPage: true);
        yield return Small(
            new Inline(
                "Hur sannolikt det är att en rapport nämner delfrågan så, vad som väger mest, och vad andra rapporter säger. Bilagan hör inte till rapporten; ta bort den när utkastet är färdigt."
            )
        );
        foreach (var part in Suggestions(draft))
        {
            yield return part;
        }

        if (draft.Nearest.Count > 0)
        {
            yield return Small(
                new Inline("Utvärderingar med mest lik poängprofil:", Tone.Strong),
                new Inline(
                    $" {string.Join("; ", draft.Nearest.Select(n => $"{NameOf(n.Municipality.Name, n.Year)} ({Fixed(n.Distance, 1)})"))} (skillnad i medel, procentenheter)."
                )
            );
        }

        var method = draft.Method;
        yield return new Part.Heading(2, MethodTitle, "metod");
        yield return Small(
            new Inline(
                $"{draft.Basis.Explanation} Sannolikheten gäller att en rapport nämner delfrågan, inte att något faktiskt är bra eller dåligt. {string.Join(' ', method.Limits)} Utkast {draft.Id}, instrumentets version {draft.Edition}. Beräknat med {draft.Basis.Name} ({draft.Basis.Id}), programversion {method.CodeVersion}{(method.DataHash is { } hash ? $", data {hash}" : "")}."
            )
        );
    }

    private static IEnumerable<Part> Suggestions(ImprovementDraft draft)
    {
        var notes = new EvidenceNotes(draft.Profile);
        foreach (var area in draft.Areas.Where(a => a.Strengths.Count + a.Improvements.Count > 0))
        {
            yield return new Part.Paragraph(
                ParagraphRole.SmallFirst,
                [
                    new Inline($"{Plain(area.Area)} {area.Name}.", Tone.Strong),
                    new Inline(
                        Likely("Som styrka", area.Strengths)
                            + Likely("Som förbättringsmöjlighet", area.Improvements)
                    ),
                ]
            );
            foreach (var text in area.Improvements.Select(notes.Of).OfType<IReadOnlyList<Inline>>())
            {
                yield return Small([.. text]);
            }
        }
    }

    private static Part.Paragraph Small(params Inline[] text) => new(ParagraphRole.Small, text);

    private static string Likely(string list, IReadOnlyList<DraftItem> items) =>
        items.Any(i => i.Probability is not null)
            ? $" {list}: {string.Join(", ", items.Select(i => $"{i.Question} {i.ProbabilityWords}{(i.Achieved is null ? "" : $" ({Percent(i.Probability)})")}"))}."
            : "";
}
