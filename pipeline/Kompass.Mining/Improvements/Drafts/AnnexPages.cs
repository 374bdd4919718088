using static Kompass.Mining.Improvements.Drafts.Parts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The annex: all that the suggestions rest on, which nobody keeps in a report.</summary>
internal static class AnnexPages
{
    private const int ThemesShown = 6;

    /// <summary>The annex's heading.</summary>
    public const string Title = "Bilaga: underlag för förslagen";

    /// <summary>The headings after which nothing belongs to an area any longer.</summary>
    public static IReadOnlySet<string> Headings { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            Title,
            OverviewPages.Title,
            MethodPages.Title,
        };

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
            foreach (var item in area.Strengths.Concat(area.Improvements))
            {
                yield return new Part.Paragraph(ParagraphRole.Small, EvidenceNote.Of(item));
            }
        }

        if (draft.Themes.Count > 0)
        {
            yield return new Part.Paragraph(
                ParagraphRole.Small,
                [
                    new Inline(
                        "Teman som troligast återkommer bland förbättringsmöjligheterna:",
                        Tone.Strong
                    ),
                    new Inline(
                        $" {string.Join("; ", draft.Themes.Take(ThemesShown).Select(t => $"{t.Label} ({Percent(t.Probability)}; {string.Join(", ", t.Questions)})"))}."
                    ),
                ]
            );
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

        foreach (var part in OverviewPages.Of(draft).Concat(MethodPages.Of(draft)))
        {
            yield return part;
        }
    }
}
