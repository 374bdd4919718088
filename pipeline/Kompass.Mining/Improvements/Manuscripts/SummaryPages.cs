using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;
using static Kompass.Mining.Improvements.Manuscripts.Parts;

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
        var counts = followUp.Asked.CountBy(i => i.State).ToDictionary();
        yield return Body(
            $"Rapporten {year} tog upp {Count(followUp.Asked.Count)} delfrågor som förbättringsområden. Av dem har {Count(counts.GetValueOrDefault(FollowUpState.Reached))} nu minst 85\u00a0% av poängen, {Count(counts.GetValueOrDefault(FollowUpState.Risen))} har stigit, {Count(counts.GetValueOrDefault(FollowUpState.Unchanged))} står kvar och {Count(counts.GetValueOrDefault(FollowUpState.Fallen))} har sjunkit. Vad som gjorts sedan dess syns inte i poängen; fråga efter det."
        );
        if (followUp.Asked.Count > 0)
        {
            yield return Table(draft, followUp, "Efterfrågat då", followUp.Asked);
        }

        if (followUp.LostStrengths.Count > 0)
        {
            yield return Body(
                $"Delfrågor som rapporten {year} nämnde som styrkor och som har färre poäng nu:"
            );
            yield return Table(draft, followUp, "Styrka då", followUp.LostStrengths);
        }
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
                            ? Unknown
                            : string.Join(
                                " ",
                                i.Findings.Select(f =>
                                    $"”{f.Text}”{(f.Page is { } p ? $" (s.\u00a0{Plain(p)})" : "")}"
                                )
                            )
                    ),
                    Number(Points(i.Then)),
                    Number(Points(i.Now)),
                    Cell(StateOf(i.State)),
                ])),
            ]
        );

    private static string RubricOf(ImprovementDraft draft, FollowUpItem item) =>
        draft.Profile.Questions.First(q => q.Code == item.Question).Rubric;

    private static string StateOf(FollowUpState state) =>
        state switch
        {
            FollowUpState.Reached => "i stort sett nått",
            FollowUpState.Risen => "stigit, poäng kvar",
            FollowUpState.Unchanged => "oförändrat",
            FollowUpState.Fallen => "sjunkit",
            FollowUpState.Unknown => "syns inte",
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
        return $"{basis} Underlag: {profile.Source}.{(place.Length > 0 ? $" {place}." : "")}";
    }
}
