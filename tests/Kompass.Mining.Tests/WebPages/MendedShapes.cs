namespace Kompass.Mining.Tests.WebPages;

/// <summary>Pages of kinds that were once read wrongly or not at all, and to which rules were fitted since.</summary>
internal static class MendedShapes
{
    private static string List(PageDraft d, string head, IReadOnlyList<int> figures) =>
        $"<section><h2>{head}</h2><ul>{d.Each(i => $"<li>{d.Names[i]} – {figures[i]}</li>")}<li>Sammanlagt – {figures.Sum()}</li></ul></section>";

    private static string Numbered(PageDraft d, string caption) =>
        $"<table><caption>{caption}</caption><tr><th>Kommun</th>{d.Each(i => $"<th>{i + 1}</th>")}<th>Totalt</th></tr>"
        + $"<tr><td>{d.Other.Name}</td>{d.Each(i => $"<td>{d.Others[i]}</td>")}<td>{d.Others.Sum()}</td></tr>"
        + $"<tr><td>{d.Own.Name}</td>{d.Each(i => $"<td>{d.Scores[i]}</td>")}<td>{d.Total}</td></tr></table>";

    private static PageTruth Whole(PageDraft d) =>
        new(d.Scores, d.Total, [(d.EarlierYear, d.Earlier, d.EarlierTotal)]);

    public static IReadOnlyList<PageShape> All { get; } =
    [
        new(
            "a list each evaluation, its year in brackets",
            d =>
                $"<div style=\"display:flex\">{List(d, $"Förra utvärderingen ({d.EarlierYear})", d.Earlier)}{List(d, $"Senaste utvärderingen ({d.Year})", d.Scores)}</div>",
            Whole
        )
        {
            Copies = false,
            Title = d => $"Kommunkompassen, två utvärderingar - {d.Kommun}",
            Top = _ => "<h1>Kommunkompassen, två utvärderingar</h1>",
        },
        new(
            "numbered heads under a caption that speaks of areas",
            d => Numbered(d, "Poäng per område (1–8) och totalt"),
            d => PageTruth.Of(d)
        ),
        new(
            "numbered heads of which nothing says that they are areas",
            d => Numbered(d, "Deltävlingar"),
            _ => PageTruth.Nothing
        ),
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
            "a list of years and one of totals",
            d =>
                $"<p>Åren {d.EarlierYear} och {d.Year} fick kommunen {d.EarlierTotal} och {d.Total} poäng.</p>",
            d => PageTruth.TotalAndEarlier(d)
        ),
        new(
            "a list of totals and one of years",
            d =>
                $"<p>Kommunen fick {d.EarlierTotal} respektive {d.Total} poäng i Kommunkompassen {d.EarlierYear} respektive {d.Year}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        ),
        new(
            "a list of years and the last total",
            d =>
                $"<p>Kommunen utvärderades {d.EarlierYear} och {d.Year}, och fick {d.Total} poäng av 800.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "two years of the mean in one breath",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Snittet för alla kommuner i Kommunkompassen {d.Year} blev 461 och {d.EarlierYear} 452.</p>",
            PageTruth.OnlyTotal
        ),
    ];
}
