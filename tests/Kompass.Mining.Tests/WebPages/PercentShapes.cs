namespace Kompass.Mining.Tests.WebPages;

/// <summary>Pages that print an area's points of 100 in percent, and pages whose percent are something else.</summary>
internal static class PercentShapes
{
    private static string Total(PageDraft d) =>
        $"<p>Totalt fick {d.Own.Name} {d.Total} poäng av 800 möjliga.</p>";

    private static string Table(PageDraft d, string heads, Func<int, object[]> cells) =>
        $"<table><tr><th>{heads.Replace("|", "</th><th>", StringComparison.Ordinal)}</th></tr>{d.Each(i => $"<tr>{string.Concat(cells(i).Select(c => $"<td>{c}</td>"))}</tr>")}</table>";

    private static PageShape Of(
        string name,
        Func<PageDraft, string> body,
        Func<PageDraft, PageTruth>? truth = null
    ) => new(name, body, truth ?? (d => PageTruth.Of(d)));

    private static PageTruth NoTotal(PageDraft d) => PageTruth.Of(d, total: false);

    public static IReadOnlyList<PageShape> All { get; } =
    [
        Of(
            "with a blank",
            d => Table(d, "Område|Poäng", i => [d.Numbered(i), $"{d.Scores[i]} %"]) + Total(d)
        ),
        Of(
            "without a blank",
            d => Table(d, "Område|Resultat", i => [d.Names[i], $"{d.Scores[i]}%"]) + Total(d)
        ),
        Of(
            "the word",
            d => Table(d, "Område|Poäng", i => [d.Names[i], $"{d.Scores[i]} procent"]) + Total(d)
        ),
        Of(
            "in the head alone",
            d => Table(d, "Område|Resultat (%)", i => [d.Names[i], d.Scores[i]]) + Total(d)
        ),
        Of(
            "a head that says percent and no more",
            d => Table(d, "Område|Procent", i => [d.Names[i], $"{d.Scores[i]} %"]) + Total(d)
        ),
        Of(
            "share of the maximum",
            d =>
                Table(d, "Område|Andel av maxpoäng", i => [d.Names[i], $"{d.Scores[i]} %"])
                + Total(d)
        ),
        Of(
            "no total, a head of points",
            d => Table(d, "Område|Uppnådd poäng", i => [d.Names[i], $"{d.Scores[i]} %"]),
            NoTotal
        ),
        Of(
            "no total, the sentence says of what",
            d =>
                "<p>Varje område kan ge max 100 poäng. Så här stor andel av poängen fick kommunen:</p>"
                + Table(d, "Område|Procent", i => [d.Names[i], $"{d.Scores[i]} %"]),
            NoTotal
        ),
        Of(
            "two years",
            d =>
                Table(
                    d,
                    $"Område|{d.EarlierYear}|{d.Year}",
                    i => [d.Names[i], $"{d.Earlier[i]} %", $"{d.Scores[i]} %"]
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "with changes in percent",
            d =>
                Table(
                    d,
                    "Område|Resultat",
                    i => [d.Names[i], $"{d.Scores[i]} % (+{d.Scores[i] - d.Earlier[i]} %)"]
                ) + Total(d),
            d => PageTruth.WithEarlier(d, year: false)
        ),
        Of(
            "points with changes in percent, which tell no points",
            d =>
                Table(d, "Område|Poäng", i => [d.Names[i], $"{d.Scores[i]} (+{4 + i} %)"])
                + Total(d)
        ),
        Of(
            "a list",
            d => $"<ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Scores[i]} %</li>")}</ul>" + Total(d)
        ),
        Of(
            "a list with the word",
            d =>
                $"<ul>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]} procent</li>")}</ul>" + Total(d)
        ),
        Of(
            "terms",
            d =>
                $"<dl>{d.Each(i => $"<dt>{d.Names[i]}</dt><dd>{d.Scores[i]} %</dd>")}</dl>"
                + Total(d)
        ),
        Of(
            "a sentence an area",
            d =>
                d.Each(i =>
                    $"<p>Inom området {d.Names[i]} fick kommunen {d.Scores[i]} procent av poängen.</p>"
                ) + Total(d)
        ),
        Of(
            "beside points",
            d =>
                Table(d, "Område|Poäng|Andel", i => [d.Names[i], d.Scores[i], $"{d.Scores[i]} %"])
                + Total(d)
        ),
        Of(
            "weights beside points",
            d =>
                Table(d, "Område|Poäng|Vikt", i => [d.Names[i], d.Scores[i], $"{10 + i} %"])
                + Total(d)
        ),
        Of(
            "weights alone",
            d => Table(d, "Område|Vikt", i => [d.Names[i], $"{10 + i} %"]) + Total(d),
            PageTruth.OnlyTotal
        ),
        Of(
            "changes alone",
            d => Table(d, "Område|Förändring", i => [d.Names[i], $"{4 + i} %"]) + Total(d),
            PageTruth.OnlyTotal
        ),
        Of(
            "shares of something else",
            d => Table(d, "Område|Andel nöjda", i => [d.Names[i], $"{d.Means[i]} %"]) + Total(d),
            PageTruth.OnlyTotal
        ),
        Of(
            "the mean of others",
            d => Table(d, "Område|Snitt riket", i => [d.Names[i], $"{d.Means[i]} %"]) + Total(d),
            PageTruth.OnlyTotal
        ),
        Of(
            "shares in sentences",
            d =>
                $"<p>Inom området {d.Names[5]} har 45 procent av medarbetarna gått en utbildning.</p>"
                + Total(d),
            PageTruth.OnlyTotal
        ),
    ];
}
