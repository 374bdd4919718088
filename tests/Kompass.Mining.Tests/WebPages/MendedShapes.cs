namespace Kompass.Mining.Tests.WebPages;

/// <summary>Pages of kinds that were once read wrongly or not at all, and to which rules were fitted since.</summary>
internal static class MendedShapes
{
    public static IReadOnlyList<PageShape> All { get; } =
    [
        new(
            "a goal over the mean, which is told",
            _ =>
                "<p>Målet är att hamna över snittet i landet, som är omkring 461 poäng av 800.</p>",
            _ => PageTruth.Nothing
        ),
        new(
            "a goal of two halves",
            _ =>
                "<p>Målet är att se en förbättring inom alla områden, och att nå 520 poäng totalt.</p>",
            _ => PageTruth.Nothing
        ),
        new(
            "the own total, which is told",
            d => $"<p>Vi är stolta över kommunens poäng, som är {d.Total} av 800.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "two years in one breath",
            d =>
                $"<p>Totalpoängen för kommunen i Kommunkompassen {d.Year} blev {d.Total} och {d.EarlierYear} {d.EarlierTotal}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        ),
        new(
            "two years of the mean in one breath",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Snittet för alla kommuner i Kommunkompassen {d.Year} blev 461 och {d.EarlierYear} 452.</p>",
            PageTruth.OnlyTotal
        ),
    ];
}
