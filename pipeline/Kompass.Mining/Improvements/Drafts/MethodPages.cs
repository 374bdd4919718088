using static Kompass.Mining.Improvements.Drafts.Parts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The last page: how the suggestions came about, how good they have proved, and what they cannot do.</summary>
internal static class MethodPages
{
    /// <summary>The chapter's heading.</summary>
    public const string Title = "Metod och begränsningar";

    public static IEnumerable<Part> Of(ImprovementDraft draft)
    {
        var method = draft.Method;
        yield return new Part.Heading(2, Title, "metod");
        yield return new Part.Paragraph(
            ParagraphRole.Body,
            $"{draft.Basis.Explanation} Sannolikheten gäller att en rapport nämner delfrågan som förbättringsmöjlighet eller svaghet (för styrkor: som styrka), inte att något faktiskt är bra eller dåligt."
        );
        if (method.Reports > 0)
        {
            yield return new Part.Paragraph(
                ParagraphRole.Body,
                $"Lärt av {Count(method.Reports)} rapporter från {Count(method.Municipalities)} kommuner med {Count(method.Rows)} bedömda delfrågor, av vilka {Percent(method.NamedShare)} nämns. {ProfileKind(method.ProfileKind)}"
            );
        }

        if (method.Figures.Count > 0)
        {
            yield return Figures(method.Figures);
        }

        if (method.Limits.Count > 0)
        {
            yield return new Part.Bullets([.. method.Limits.Select(Item)]);
        }

        yield return new Part.Paragraph(
            ParagraphRole.Body,
            $"Utkast {draft.Id}, instrumentets version {draft.Edition}. Underlag: {draft.Profile.Source}. Beräknat med {draft.Basis.Name} ({draft.Basis.Id}), programversion {method.CodeVersion}{(method.DataHash is { } hash ? $", data {hash}" : "")}."
        );
    }

    private static Part.Table Figures(IReadOnlyList<DraftFigure> figures) =>
        new(
            TableRole.Figures,
            "Träffsäkerhet på kända rapporter (en kommun utelämnad i taget) och på osedda",
            true,
            [
                new Column("Mått", 0.36),
                new Column("Osedda", 0.1, IsNumber: true),
                new Column("Kända", 0.2, IsNumber: true),
                new Column("Bästa tumregel (kända)", 0.34),
            ],
            [
                .. figures.Select(f => new Row([
                    Cell(f.Name),
                    Number(f.Unseen is { } unseen ? Fixed(unseen, 2) : Unknown),
                    Number($"{Fixed(f.Value, 2)} ({Fixed(f.Low, 2)}–{Fixed(f.High, 2)})"),
                    Cell($"{Fixed(f.Baseline, 2)} ({f.BaselineName})"),
                ])),
            ]
        );

    private static string ProfileKind(string kind) =>
        string.Equals(kind, "questions", StringComparison.Ordinal)
            ? "Siffrorna nedan gäller profiler där delfrågornas poäng är kända."
            : "Siffrorna nedan gäller profiler där bara områdenas poäng är kända.";
}
