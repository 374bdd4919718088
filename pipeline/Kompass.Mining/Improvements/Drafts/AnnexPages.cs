using static Kompass.Mining.Improvements.Drafts.Parts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

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
        yield return Body(
            "Här står vad varje förslag vilar på. Bilagan hör inte till rapporten och tas bort när utkastet är färdigbearbetat."
        );
        yield return new Part.Heading(2, "Förslag för förslag", "skal");
        foreach (var area in draft.Areas.Where(a => a.Strengths.Count + a.Improvements.Count > 0))
        {
            yield return new Part.Heading(
                3,
                $"{Plain(area.Area)} {area.Name}",
                $"skal-{Plain(area.Area)}"
            );
            // What a municipality does well it tells itself; a line is enough.
            if (area.Strengths.Count > 0)
            {
                yield return new Part.Paragraph(
                    ParagraphRole.Small,
                    [
                        new Inline("Som styrka:", Tone.Strong),
                        new Inline($" {string.Join("; ", area.Strengths.Select(Likely))}."),
                    ]
                );
            }

            foreach (var item in area.Improvements)
            {
                yield return new Part.Paragraph(ParagraphRole.Small, EvidenceNote.Of(item));
            }
        }

        if (draft.Nearest.Count > 0)
        {
            yield return new Part.Paragraph(
                ParagraphRole.Small,
                [
                    new Inline("Utvärderingar med mest lik poängprofil:", Tone.Strong),
                    new Inline(
                        $" {string.Join("; ", draft.Nearest.Select(n => $"{NameOf(n.Municipality.Name, n.Year)} (skiljer i medel {Fixed(n.Distance, 1)} procentenheter på {Count(n.Compared)} {(n.OnQuestions ? "delfrågor" : "områden")})"))}."
                    ),
                ]
            );
        }

        var method = draft.Method;
        yield return new Part.Heading(2, MethodTitle, "metod");
        yield return Body(
            $"{draft.Basis.Explanation} Sannolikheten gäller att en rapport nämner delfrågan som förbättringsmöjlighet eller svaghet (för styrkor: som styrka), inte att något faktiskt är bra eller dåligt."
        );
        yield return new Part.Bullets([.. method.Limits.Select(Item)]);
        yield return Body(
            $"Utkast {draft.Id}, instrumentets version {draft.Edition}. Underlag: {draft.Profile.Source}. Beräknat med {draft.Basis.Name} ({draft.Basis.Id}), programversion {method.CodeVersion}{(method.DataHash is { } hash ? $", data {hash}" : "")}."
        );
    }

    private static string Likely(DraftItem item) =>
        $"{item.Question}{(item.Probability is { } p ? $" {item.ProbabilityWords} ({Percent(p)})" : "")}, {Points(item.Achieved)} av {Points(item.Max)}";
}
