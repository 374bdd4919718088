using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The first pages: what this is, the likeliest suggestions, and the profile as charts.</summary>
internal static class SummaryPages
{
    private const int LikeliestShown = 10;
    private const int ThemesShown = 6;

    public static IEnumerable<Part> Of(ImprovementDraft draft, RubricNames rubrics)
    {
        yield return new Part.Paragraph(
            ParagraphRole.Notice,
            [
                new Inline.Words("Det här är ett utkast. ", Tone.Strong),
                new Inline.Words(
                    "Förslagen är räknade fram ur poängprofilen. De är till för att prövas: behåll, skriv om eller stryk. Bedömningen är utvärderarens."
                ),
            ]
        );
        yield return new Part.Heading(1, "Sammanfattning", "sammanfattning");
        yield return new Part.Paragraph(ParagraphRole.Body, Profile(draft));
        if (Earlier(draft.Profile.Previous) is { } earlier)
        {
            yield return new Part.Paragraph(ParagraphRole.Body, earlier);
        }

        yield return new Part.Paragraph(
            ParagraphRole.Body,
            $"Beräkningssätt: {draft.Basis.Name}. {draft.Basis.Explanation}"
        );
        yield return ProfileCharts.Radar(draft);
        yield return new Part.Heading(2, "Troligast att nämnas", "troligast", OnNewPage: true);
        yield return Likeliest(draft, rubrics);
        if (draft.Themes.Count > 0)
        {
            yield return Themes(draft.Themes);
        }

        if (draft.Nearest.Count > 0)
        {
            yield return new Part.Heading(2, "Närmaste profiler", "narmaste-profiler");
            yield return Nearest(draft.Nearest);
        }

        yield return new Part.Heading(2, "Så används utkastet", "anvandning");
        yield return new Part.Bullets([
            Item(
                "Pröva varje förslag mot intervjuer och dokument. Behåll, skriv om eller stryk det."
            ),
            Item(
                "Lägg till egna punkter i tabellerna, gärna med delfrågans nummer sist inom parentes: (1.4). Skriv fritt under rubriken Utvärderarens egna ord."
            ),
            Item(
                "Noten till varje förslag säger vilken delfråga det gäller, varför det föreslås och vad som är känt från andra kommuner."
            ),
            Item(
                "Lämna filen tillbaka när den är klar. Det som behållits, ändrats, strukits och lagts till läses med kommandot kompass feedback och blir underlag när sannolikheterna räknas om. Spårade ändringar räknas som godtagna."
            ),
        ]);
        yield return new Part.Heading(2, "Poängprofilen", "poangprofilen", OnNewPage: true);
        yield return ProfileCharts.Bars(draft, rubrics);
    }

    private static string Profile(ImprovementDraft draft)
    {
        var profile = draft.Profile;
        var known = profile.Questions.Count(q => q.Achieved is not null);
        var total = profile.Total is { } points
            ? $"{draft.Municipality.Name} har {Points(points)} av {Points(profile.TotalMax)} poäng."
            : $"{draft.Municipality.Name}s totalpoäng är inte känd.";
        var basis =
            known == profile.Questions.Count ? "Poängen på alla delfrågor är kända."
            : known > 0
                ? $"Poängen är kända på {Count(known)} av {Count(profile.Questions.Count)} delfrågor."
            : "Bara områdenas poäng är kända, inte delfrågornas; förslagen är därför försiktigare.";
        var place = string.Join(
            ", ",
            new[]
            {
                profile.County,
                profile.GroupName is { } group ? $"kommungruppen {group}" : null,
                profile.Population is { } people ? $"{Count(people)} invånare" : null,
            }.OfType<string>()
        );
        return $"{total} {basis}{(place.Length > 0 ? $" {place}." : "")} Underlag: {profile.Source}.";
    }

    private static string? Earlier(IReadOnlyList<ProfileEarlier> previous)
    {
        var told = previous
            .Where(p => p.Total is not null)
            .Select(p =>
                $"{p.Year?.ToString(CultureInfo.InvariantCulture) ?? "okänt år"} ({Points(p.Total)} poäng{(p.Comparable ? "" : " på en annan skala")})"
            )
            .ToList();
        return told.Count > 0 ? $"Tidigare utvärderingar: {string.Join("; ", told)}." : null;
    }

    private static Part.Table Likeliest(ImprovementDraft draft, RubricNames rubrics) =>
        new(
            TableRole.Figures,
            "De delfrågor som troligast nämns som förbättringsmöjligheter",
            true,
            [
                new Column("Delfråga", 0.6),
                new Column("Poäng", 0.17, IsNumber: true),
                new Column("Sannolikhet", 0.23),
            ],
            [
                .. draft
                    .Areas.SelectMany(a => a.Improvements)
                    .OrderBy(i => i.Rank)
                    .Take(LikeliestShown)
                    .Select(i => new Row([
                        Cell($"{i.Question} {rubrics.Of(i.Question, i.QuestionText)}"),
                        Number($"{Points(i.Achieved)} av {Points(i.Max)}"),
                        Cell($"{i.ProbabilityWords} ({Percent(i.Probability)})"),
                    ])),
            ]
        );

    private static Part.Table Themes(IReadOnlyList<DraftTheme> themes) =>
        new(
            TableRole.Figures,
            "De teman som troligast återkommer bland förbättringsmöjligheterna",
            true,
            [
                new Column("Tema", 0.42),
                new Column("Delfrågor som bär det", 0.35),
                new Column("Sannolikhet", 0.23),
            ],
            [
                .. themes
                    .Take(ThemesShown)
                    .Select(t => new Row([
                        Cell(t.Label),
                        Cell(string.Join(", ", t.Questions)),
                        Cell(Percent(t.Probability)),
                    ])),
            ]
        );

    private static Part.Table Nearest(IReadOnlyList<NearestProfile> nearest) =>
        new(
            TableRole.Figures,
            "De utvärderingar vars poängprofil är mest lik",
            true,
            [
                new Column("Utvärdering", 0.42),
                new Column("Medelskillnad, procentenheter", 0.33, IsNumber: true),
                new Column("Jämfört på", 0.25),
            ],
            [
                .. nearest.Select(n => new Row([
                    Cell(NameOf(n.Municipality.Name, n.Year)),
                    Number(Fixed(n.Distance, 1)),
                    Cell($"{Count(n.Compared)} {(n.OnQuestions ? "delfrågor" : "områden")}"),
                ])),
            ]
        );

    /// <summary>An item of a list without marks.</summary>
    internal static Bullet Item(string text) => new([new Inline.Words(text)]);

    /// <summary>A municipality and a year, as reports are spoken of.</summary>
    internal static string NameOf(string municipality, int? year) =>
        year is { } y
            ? $"{municipality}\u00a0{y.ToString(CultureInfo.InvariantCulture)}"
            : $"{municipality}, okänt år";

    internal static IReadOnlyList<Part> Cell(string text) =>
        [new Part.Paragraph(ParagraphRole.Cell, text)];

    internal static IReadOnlyList<Part> Number(string text) =>
        [new Part.Paragraph(ParagraphRole.Number, text)];
}
