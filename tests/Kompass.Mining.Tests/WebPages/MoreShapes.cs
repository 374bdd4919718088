namespace Kompass.Mining.Tests.WebPages;

/// <summary>Pages written after the rules, to see what they are worth on what nobody thought of.</summary>
internal static class MoreShapes
{
    private static string Total(PageDraft d) =>
        $"<p>Totalt fick {d.Own.Name} {d.Total} poäng av 800 möjliga.</p>";

    private static string Row(params object[] cells) =>
        $"<tr>{string.Concat(cells.Select(c => $"<td>{c}</td>"))}</tr>";

    private static string Table(PageDraft d, string heads, Func<int, object[]> cells) =>
        $"<table><thead><tr><th>{heads.Replace("|", "</th><th>", StringComparison.Ordinal)}</th></tr></thead><tbody>{d.Each(i => Row(cells(i)))}</tbody></table>";

    private static string Lower(PageDraft d, int area) =>
        d.Names[area][..1].ToLowerInvariant() + d.Names[area][1..];

    private static PageShape Of(
        string name,
        Func<PageDraft, string> body,
        Func<PageDraft, PageTruth>? truth = null
    ) => new(name, body, truth ?? (d => PageTruth.Of(d)));

    private static PageShape Says(
        string name,
        Func<PageDraft, string> sentence,
        Func<PageDraft, PageTruth>? truth = null
    ) => new(name, d => $"<p>{sentence(d)}</p>", truth ?? PageTruth.OnlyTotal);

    public static IReadOnlyList<PageShape> All { get; } =
    [
        Of(
            "row heads",
            d =>
                $"<table><tr><td></td><th scope=col>Poäng</th></tr>{d.Each(i => $"<tr><th scope=row>{d.Names[i]}</th><td>{d.Scores[i]}</td></tr>")}</table>"
                + Total(d)
        ),
        Of(
            "points of hundred in the head",
            d => Table(d, "Område|Poäng (max 100)", i => [d.Numbered(i), d.Scores[i]]) + Total(d)
        ),
        Of(
            "own and the association's mean",
            d =>
                Table(
                    d,
                    "Område|Kommunens resultat|Genomsnitt SKL",
                    i => [d.Names[i], d.Scores[i], d.Means[i]]
                ) + Total(d)
        ),
        Of(
            "own, mean, highest",
            d =>
                Table(
                    d,
                    "Område|Vår poäng|Snittpoäng|Högsta poäng",
                    i => [d.Names[i], d.Scores[i], d.Means[i], d.Others[i]]
                ) + Total(d)
        ),
        Of(
            "a neighbour whose name is a word",
            d =>
                Table(d, $"Område|{d.Own.Name}|Kil", i => [d.Names[i], d.Scores[i], d.Others[i]])
                + Total(d)
        ),
        Of(
            "two years and a goal",
            d =>
                Table(
                    d,
                    $"Delområde|{d.EarlierYear}|{d.Year}|Mål {d.GoalYear}",
                    i => [d.Names[i], d.Earlier[i], d.Scores[i], d.Goals[i]]
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "title row over the table",
            d =>
                $"<table><tr><th colspan=3>Kommunkompassen {d.Year}</th></tr><tr><th>Område</th><th>Poäng</th><th>Medel</th></tr>{d.Each(i => Row(d.Names[i], d.Scores[i], d.Means[i]))}</table>"
                + Total(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "description under the name",
            d =>
                Table(
                    d,
                    "Område|Poäng",
                    i =>
                        [
                            $"<a href=\"#{i}\">{d.Names[i]}</a><br><small>Här beskrivs området kort.</small>",
                            d.Scores[i],
                        ]
                ) + Total(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "earlier in small print",
            d =>
                Table(
                    d,
                    $"Område|Poäng {d.Year} ({d.EarlierYear})",
                    i => [d.Names[i], $"{d.Scores[i]}<br><small>({d.Earlier[i]})</small>"]
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "arrows",
            d => Table(d, "Område|Poäng", i => [d.Names[i], $"{d.Scores[i]} ↑"]) + Total(d)
        ),
        Of(
            "slash hundred",
            d => Table(d, "Område|Resultat", i => [d.Names[i], $"{d.Scores[i]}/100"]) + Total(d)
        ),
        Of(
            "decimals",
            d => Table(d, "Område|Poäng", i => [d.Names[i], $"{d.Scores[i]},0"]) + Total(d)
        ),
        Of(
            "three heads with years",
            d =>
                Table(
                    d,
                    $"Område|Poäng {d.Year}|Poäng {d.EarlierYear}|Snitt {d.Year}",
                    i => [d.Names[i], d.Scores[i], d.Earlier[i], d.Means[i]]
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "last evaluation with its year",
            d =>
                Table(
                    d,
                    $"Område|Föregående utvärdering ({d.EarlierYear})|Resultat",
                    i => [d.Names[i], d.Earlier[i], d.Scores[i]]
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "capitals",
            d =>
                Table(
                    d,
                    "OMRÅDE|POÄNG",
                    i => [d.Names[i].ToUpper(CultureInfo.GetCultureInfo("sv-SE")), d.Scores[i]]
                ) + Total(d)
        ),
        Of(
            "words for readers of the screen",
            d =>
                Table(
                    d,
                    "Område|Poäng",
                    i => [d.Names[i], $"<span class=\"sr-only\">Poäng: </span>{d.Scores[i]}"]
                ) + Total(d)
        ) with
        {
            Copies = false,
            Style = "<style>.sr-only{position:absolute;width:1px;clip:rect(0,0,0,0)}</style>",
        },
        Of(
            "a chart as a list",
            d =>
                $"<figure><figcaption>Poäng per område {d.Year}</figcaption><ul>{d.Each(i => $"<li><span class=\"label\">{d.Names[i]}</span><span class=\"value\">{d.Scores[i]}</span></li>")}</ul></figure>"
                + Total(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "two municipalities side by side",
            d =>
                $"<table><tr><td><h3>{d.Own.Name}</h3>{Table(d, "Område|Poäng", i => [d.Names[i], d.Scores[i]])}</td><td><h3>{d.Other.Name}</h3>{Table(d, "Område|Poäng", i => [d.Names[i], d.Others[i]])}</td></tr></table>"
                + Total(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "municipalities by total",
            d =>
                $"<table><tr><th>Kommun</th><th>Totalpoäng</th></tr>{Row(d.Other.Name, 612)}{Row(d.Own.Name, d.Total)}</table>",
            PageTruth.OnlyTotal
        ),
        Of(
            "heading tells the brackets",
            d =>
                $"<h2>Poäng per område ({d.EarlierYear} års resultat inom parentes)</h2><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]} ({d.Earlier[i]})</li>")}</ul>"
                + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "prognosis",
            d =>
                Table(
                    d,
                    $"Område|Prognos {d.GoalYear}|Utfall {d.Year}",
                    i => [d.Names[i], d.Goals[i], d.Scores[i]]
                ) + Total(d)
        ),
        Of(
            "draft above",
            d =>
                $"<h2>Preliminärt resultat</h2>{Table(d, "Område|Poäng", i => [d.Names[i], d.Scores[i] - 4])}<h2>Slutligt resultat</h2>{Table(d, "Område|Poäng", i => [d.Names[i], d.Scores[i]])}"
                + Total(d)
        ),
        Of(
            "old results below",
            d =>
                $"<h2>Resultat</h2>{Table(d, "Område|Poäng", i => [d.Names[i], d.Scores[i]])}{Total(d)}<h2>Tidigare utvärdering {d.EarlierYear}</h2>{Table(d, "Område|Poäng", i => [d.Names[i], d.Earlier[i]])}",
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "sub-questions beside",
            d =>
                Table(d, "Område|Antal frågor|Poäng", i => [d.Names[i], 5 + i, d.Scores[i]])
                + Total(d)
        ),
        Of(
            "quartiles",
            d =>
                Table(
                    d,
                    "Område|Min|Poäng|Max",
                    i => [d.Names[i], d.Scores[i] - 20, d.Scores[i], d.Scores[i] + 15]
                ) + Total(d)
        ),
        Says(
            "better than a year",
            d =>
                $"{d.Own.Name} fick {d.Total} poäng, vilket är {d.Total - d.EarlierTotal} poäng bättre än {d.EarlierYear}.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Says("between commas", d => $"Resultatet, {d.Total} poäng, är det bästa hittills."),
        Says(
            "between years",
            d =>
                $"Kommunen ökade från {d.EarlierTotal} till {d.Total} poäng mellan {d.EarlierYear} och {d.Year}.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Says("of 800 first", d => $"Av 800 möjliga poäng fick kommunen {d.Total}."),
        Says("landed on", d => $"Maxpoängen är 800. {d.Own.Name} landade på {d.Total} poäng."),
        Says(
            "place of many",
            d => $"Med sina {d.Total} poäng placerar sig {d.Own.Name} på plats 23 av 200 kommuner."
        ),
        Says(
            "mean and own",
            d => $"Rikssnittet ligger på 461 poäng och kommunens resultat på {d.Total} poäng."
        ),
        Says(
            "last time told apart",
            d =>
                $"Vid den förra mätningen {d.EarlierYear} var poängen {d.EarlierTotal}. Årets poäng är {d.Total}.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Says(
            "goal and result",
            d => $"Kommunens mål var 480 poäng. Utfallet blev {d.Total} poäng."
        ),
        Says(
            "points with a dash",
            d => $"{d.Total} poäng – så mycket fick {d.Own.Name} i Kommunkompassen."
        ),
        Of(
            "heading of points",
            d => $"<h2>{d.Total} poäng av 800</h2><p>Tack till alla som medverkade.</p>",
            PageTruth.OnlyTotal
        ),
        Says(
            "both years and the mean",
            d =>
                $"Totalpoängen blev {d.Total} ({d.EarlierYear}: {d.EarlierTotal}). Medelvärdet för samtliga kommuner är 458.",
            d => PageTruth.TotalAndEarlier(d)
        ),
        Says(
            "raised",
            d =>
                $"Sedan {d.EarlierYear} har kommunen höjt sin totalpoäng med {d.Total - d.EarlierTotal} poäng, till {d.Total}."
        ),
        Says(
            "record of another",
            d => $"Rekordet har {d.Other.Name} med 668 poäng. {d.Own.Name} når {d.Total} poäng."
        ),
        Says(
            "no points at all",
            d => $"Kommunen har 15 342 invånare och 812 anställda. Telefon 0510-385 000.",
            _ => PageTruth.Nothing
        ),
        Says(
            "names in lower case",
            d =>
                $"Bäst gick det inom {Lower(d, 7)}, där poängen blev {d.Scores[7]}, och inom {Lower(d, 2)} ({d.Scores[2]} poäng). För {Lower(d, 0)} fick vi {d.Scores[0]} poäng, för {Lower(d, 1)} {d.Scores[1]} poäng och för {Lower(d, 3)} {d.Scores[3]} poäng. {d.Names[4]} gav {d.Scores[4]} poäng. Området {Lower(d, 5)} stannade på {d.Scores[5]} poäng, medan {Lower(d, 6)} fick {d.Scores[6]}. Varje område kan ge högst 100 poäng.",
            d => PageTruth.Of(d, total: false)
        ),
        Says(
            "names in lower case that get no points",
            d =>
                $"Kommunen fick {d.Total} poäng. Arbetet med {Lower(d, 6)} tog 14 månader och {Lower(d, 0)} diskuterades i 35 möten om poängen."
        ),
        Of(
            "this year",
            d =>
                $"<p>Publicerad 12 maj {d.Year}</p><p>I år har {d.Kommun} utvärderats enligt Kommunkompassen. Resultatet blev {d.Total} poäng, vilket är {d.Total - d.EarlierTotal} poäng mer än förra gången, {d.EarlierYear}, då vi fick {d.EarlierTotal}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        ) with
        {
            Title = d => $"Bättre resultat i Kommunkompassen - {d.Kommun}",
            Top = _ => "<h1>Bättre resultat i Kommunkompassen</h1>",
        },
        Says(
            "future",
            d => $"Nästa utvärdering görs {d.GoalYear} och då vill vi ha minst 600 poäng.",
            _ => PageTruth.Nothing
        ),
    ];
}
