namespace Kompass.Mining.Tests.WebPages;

/// <summary>Totals that sentences state.</summary>
internal static class ProseShapes
{
    private static PageShape Of(
        string name,
        Func<PageDraft, string> sentence,
        Func<PageDraft, PageTruth>? truth = null
    ) => new(name, d => $"<p>{sentence(d)}</p>", truth ?? PageTruth.OnlyTotal);

    public static IReadOnlyList<PageShape> All { get; } =
    [
        Of("of 800", d => $"{d.Own.Name} fick {d.Total} av 800 poäng."),
        Of("total was", d => $"Den samlade poängen blev {d.Total}."),
        Of("in all", d => $"Sammanlagt nådde kommunen {d.Total} poäng i årets utvärdering."),
        Of("result in points", d => $"Resultatet blev {d.Total} poäng av 800 möjliga."),
        Of(
            "from to, with year",
            d =>
                $"Kommunen har höjt sitt resultat från {d.EarlierTotal} poäng ({d.EarlierYear}) till {d.Total} poäng.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Of(
            "from to",
            d => $"Resultatet gick från {d.EarlierTotal} till {d.Total} poäng.",
            d => PageTruth.TotalAndEarlier(d, year: false)
        ),
        Of(
            "last time in brackets",
            d => $"Totalt blev det {d.Total} poäng (förra gången {d.EarlierTotal}).",
            d => PageTruth.TotalAndEarlier(d, year: false)
        ),
        Of(
            "year in brackets",
            d => $"Totalt blev det {d.Total} poäng ({d.EarlierTotal} poäng {d.EarlierYear}).",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Of(
            "up by",
            d => $"Kommunen har ökat med {d.Total - d.EarlierTotal} poäng till {d.Total} poäng."
        ),
        Of("up by, hundreds", d => $"Med en ökning på 151 poäng når kommunen nu {d.Total} poäng."),
        Of(
            "mean of all",
            d => $"Kommunen fick {d.Total} poäng. Genomsnittet för alla kommuner är 455 poäng."
        ),
        Of(
            "mean in the same sentence",
            d => $"Kommunen fick {d.Total} poäng, medan snittet i landet är 455 poäng."
        ),
        Of(
            "above the mean in brackets",
            d => $"Med {d.Total} poäng ligger kommunen över snittet (455)."
        ),
        Of(
            "highest possible",
            d => $"Högsta möjliga poäng är 800 och kommunen fick {d.Total} poäng."
        ),
        Of("goal", d => $"Kommunen fick {d.Total} poäng. Målet är att nå 650 poäng {d.GoalYear}."),
        Of(
            "goal in the same sentence",
            d => $"Kommunen fick {d.Total} poäng men siktar på 650 poäng {d.GoalYear}."
        ),
        Of(
            "another municipality",
            d => $"{d.Own.Name} fick {d.Total} poäng och {d.Other.Name} 612 poäng."
        ),
        Of(
            "another first",
            d =>
                $"{d.Other.Name} fick högst poäng av alla med 702 poäng. {d.Own.Name} fick {d.Total} poäng."
        ),
        Of(
            "compared with a year",
            d =>
                $"Kommunen fick {d.Total} poäng jämfört med {d.EarlierTotal} poäng år {d.EarlierYear}.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Of(
            "two sentences",
            d =>
                $"År {d.EarlierYear} fick kommunen {d.EarlierTotal} poäng. År {d.Year} blev resultatet {d.Total} poäng.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Of(
            "years listed",
            d => $"{d.EarlierYear}: {d.EarlierTotal} poäng, {d.Year}: {d.Total} poäng.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Of(
            "then",
            d =>
                $"Kommunen utvärderades även {d.EarlierYear}. Då blev det {d.EarlierTotal} poäng. Nu fick kommunen {d.Total} poäng.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Of("in words", d => $"Kommunen fick {Words.Of(d.Total)} poäng."),
        Of("words and digits", d => $"Kommunen fick {Words.Of(d.Total)} ({d.Total}) poäng av 800."),
        Of(
            "people and pages",
            d =>
                $"Omkring 245 personer svarade och 350 sidor lästes. Totalt fick kommunen {d.Total} poäng."
        ),
        Of("slash", d => $"Totalpoäng: {d.Total}/800"),
        Of("bold line", d => $"<strong>Totalt: {d.Total} poäng</strong>"),
        Of(
            "only a mean",
            d => "Genomsnittet för alla kommuner är 455 poäng.",
            _ => PageTruth.Nothing
        ),
        Of("only a goal", d => $"Målet är 650 poäng {d.GoalYear}.", _ => PageTruth.Nothing),
        Of("only another's", d => $"{d.Other.Name} fick 644 poäng.", _ => PageTruth.Nothing),
        Of("place", d => $"Kommunen hamnade på plats 151 av 240 med {d.Total} poäng."),
        Of(
            "year now",
            d =>
                $"I år blev resultatet {d.Total} poäng, en förbättring med {d.Total - d.EarlierTotal} poäng sedan {d.EarlierYear}.",
            d => PageTruth.TotalAndEarlier(d)
        ),
    ];
}
