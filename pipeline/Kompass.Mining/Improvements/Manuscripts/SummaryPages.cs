using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>The first pages: what this is, what became of the last report, and the first draft of the summary.</summary>
internal static class SummaryPages
{
    public static IEnumerable<Part> Of(ImprovementDraft draft)
    {
        yield return new Part.Paragraph(
            ParagraphRole.Notice,
            [
                new Inline("Det här är ett utkast. ", Tone.Strong),
                new Inline(
                    "Förslagen vilar på poängen och på det som står här, inget annat. Pröva dem mot intervjuer och dokument: behåll, skriv om eller stryk. Under Styrkor står frågor; byt dem mot svar eller stryk dem. Lägg till egna punkter, gärna med delfrågans nummer sist: (1.4). Kryssa för varje område som du gått igenom."
                ),
            ]
        );
        if (draft.FollowUp is { } followUp)
        {
            foreach (var part in FollowedUp(draft, followUp))
            {
                yield return part;
            }
        }

        yield return new Part.Heading(1, "Sammanfattning", "sammanfattning");
        foreach (var paragraph in FigureText.Summary(draft))
        {
            yield return Body(paragraph);
        }

        yield return Body(Facts(draft));
        yield return ProfileCharts.Radar(draft);
    }

    private static IEnumerable<Part> FollowedUp(ImprovementDraft draft, DraftFollowUp followUp)
    {
        var year = Plain(followUp.Year);
        yield return new Part.Heading(1, $"Uppföljning av rapporten {year}", "uppfoljning");
        yield return Body(Told(followUp));
        if (followUp.Asked.Count > 0)
        {
            yield return Table(draft, followUp, "Förbättringsmöjlighet då", followUp.Asked);
        }

        if (followUp.Unplaced.Count > 0)
        {
            yield return Body(
                $"Det här står också bland förbättringsmöjligheter och svagheter {year}, men hör inte säkert till någon av delfrågorna ovan:"
            );
            yield return new Part.Bullets([.. followUp.Unplaced.Select(Unplaced)]);
        }

        if (followUp.LostStrengths.Count > 0)
        {
            yield return Body(
                $"Delfrågor som rapporten {year} nämnde som styrkor och som har färre poäng nu:"
            );
            yield return Table(draft, followUp, "Styrka då", followUp.LostStrengths);
        }
    }

    // What adds up to all that was asked for.
    private static string Told(DraftFollowUp followUp)
    {
        var counts = followUp.Asked.CountBy(i => i.State).ToDictionary();
        var asked = followUp.Asked.Count;
        var (reached, unknown) = (Of(FollowUpState.Reached), Of(FollowUpState.Unknown));
        List<string> sentences =
        [
            $"Rapporten {Plain(followUp.Year)} nämner {InWords(asked, isNeuter: false)} {(asked < 2 ? "delfråga" : "delfrågor")} bland förbättringsmöjligheter och svagheter.",
        ];
        if (unknown == asked)
        {
            sentences.Add(asked == 0 ? "" : "Ingen av dem går att jämföra i poäng.");
        }
        else if (asked > 1)
        {
            sentences.Add(
                $"{UpperFirst(InWords(reached, isNeuter: false))} av dem har nu minst 85\u00a0% av poängen."
            );
            var moved = new[]
            {
                (Count: Of(FollowUpState.Risen), How: "fler"),
                (Count: Of(FollowUpState.Unchanged), How: "lika många"),
                (Count: Of(FollowUpState.Fallen), How: "färre"),
            }
                .Where(m => m.Count > 0)
                .Select(
                    (m, i) =>
                        InWords(m.Count, isNeuter: false)
                        + (i == 0 ? $" har fått {m.How} poäng" : $" {m.How}")
                )
                .ToList();
            var rest = new[]
            {
                Listed(moved),
                unknown == 0 ? "" : $"{InWords(unknown, isNeuter: false)} går inte att jämföra",
            };
            var text = string.Join("; ", rest.Where(r => r.Length > 0));
            sentences.Add(text.Length > 0 ? UpperFirst(text) + "." : "");
        }

        if (followUp.InDoubt.Count > 0)
        {
            sentences.Add(
                $"Osäkert är om den också nämner {Listed(followUp.InDoubt)}: där går det inte säkert att läsa vilken delfråga eller lista som menas, och de räknas inte. Se efter i rapporten."
            );
        }

        sentences.Add(
            "Poängen visar inte vad kommunen har gjort sedan dess; ta upp det i intervjuerna."
        );
        return string.Join(' ', sentences.Where(s => s.Length > 0));

        int Of(FollowUpState state) => counts.GetValueOrDefault(state);
    }

    private static Part.Table Table(
        ImprovementDraft draft,
        DraftFollowUp followUp,
        string head,
        IReadOnlyList<FollowUpItem> items
    ) =>
        new(
            TableRole.Figures,
            $"{head}, och poängen då och nu",
            [
                new Column("Delfråga", 0.34),
                new Column(head, 0.35),
                new Column(Plain(followUp.Year), 0.08, IsNumber: true),
                new Column(draft.Year is { } now ? Plain(now) : "Nu", 0.08, IsNumber: true),
                new Column("Läget", 0.15),
            ],
            [
                .. items.Select(i => new Row([
                    Cell($"{i.Question} {RubricOf(draft, i)} ({Points(i.Max)})"),
                    Cell(
                        i.Findings.Count == 0
                            ? followUp.ReportId is null
                                ? Unknown
                                : "osäkert vilka ord"
                            : string.Join(
                                " ",
                                i.Findings.Select(f =>
                                    $"”{f.Text}”{Aside(PageOf(f), WeaknessOf(f))}"
                                )
                            )
                    ),
                    Number(Points(i.Then)),
                    Number(Points(i.Now)),
                    Cell(StateOf(i.State)),
                ])),
            ]
        );

    private static Bullet Unplaced(UnplacedFinding unplaced) =>
        new([
            new Inline($"”{unplaced.Finding.Text}”"),
            new Inline(
                Aside(
                    string.Join(" eller ", unplaced.Questions.Select(PlaceOf)),
                    PageOf(unplaced.Finding),
                    WeaknessOf(unplaced.Finding),
                    unplaced.IsTextInDoubt ? "osäkert läst" : null
                ),
                Tone.Aside
            ),
        ]);

    // 6.0 is the whole area.
    private static string PlaceOf(string question) =>
        question.EndsWith(".0", StringComparison.Ordinal) ? $"område {question[..^2]}" : question;

    private static string? PageOf(QuotedFinding finding) =>
        finding.Page is { } page ? $"s.\u00a0{Plain(page)}" : null;

    private static string? WeaknessOf(QuotedFinding finding) =>
        finding.IsWeakness ? "svaghet" : null;

    private static string Aside(params string?[] told) =>
        string.Join(", ", told.OfType<string>()) is { Length: > 0 } text ? $" ({text})" : "";

    private static string RubricOf(ImprovementDraft draft, FollowUpItem item) =>
        draft.Profile.Questions.First(q => q.Code == item.Question).Rubric;

    private static string StateOf(FollowUpState state) =>
        state switch
        {
            FollowUpState.Reached => "nära högsta poäng",
            FollowUpState.Risen => "fler poäng",
            FollowUpState.Unchanged => "lika många poäng",
            FollowUpState.Fallen => "färre poäng",
            FollowUpState.Unknown => "går inte att jämföra",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Facts(ImprovementDraft draft)
    {
        var profile = draft.Profile;
        var known = profile.Questions.Count(q => q.Achieved is not null);
        var basis =
            profile.Questions.Count == 0 || known == 0
                ? "Bara områdenas poäng är kända, inte delfrågornas."
            : known < profile.Questions.Count
                ? $"Poängen är kända på {Count(known)} av {Count(profile.Questions.Count)} delfrågor."
            : "Poängen på alla delfrågor är kända.";
        var place = string.Join(
            ", ",
            new[]
            {
                profile.County,
                profile.GroupName is { } group ? $"kommungruppen {group}" : null,
                profile.Population is { } people ? $"{Count(people)} invånare" : null,
            }.OfType<string>()
        );
        return $"{basis}{Doubted(profile)} Underlag: {profile.Source}.{(place.Length > 0 ? $" {place}." : "")}";
    }

    private static string Doubted(DraftProfile profile)
    {
        var doubted = profile
            .Areas.Where(a => a.IsInDoubt)
            .Select(a => $"område {Plain(a.Area)}")
            .Concat(profile.Questions.Where(q => q.IsInDoubt).Select(q => q.Code))
            .Concat(profile.IsTotalInDoubt ? ["summan"] : [])
            .ToList();
        return doubted.Count == 0
            ? ""
            : $" Poäng med ? är osäkert lästa ur rapporten: {Listed(doubted)}. Jämför dem med den innan du bygger på dem.";
    }

    private static Part.Paragraph Body(string text) => new(ParagraphRole.Body, text);

    private static IReadOnlyList<Part> Cell(string text) =>
        [new Part.Paragraph(ParagraphRole.Cell, text)];

    private static IReadOnlyList<Part> Number(string text) =>
        [new Part.Paragraph(ParagraphRole.Number, text)];
}
