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

    private static string Table(string heads, PageDraft d, Func<int, string> cells) =>
        $"<table>{Row("th", heads)}{d.Each(i => Row("td", cells(i)))}</table>";

    private static string Row(string cell, string texts) =>
        $"<tr>{string.Concat(texts.Split('|').Select(t => $"<{cell}>{t}</{cell}>"))}</tr>";

    private static IReadOnlyList<string> Newer { get; } =
    [.. Subject.Knowledge.Edition("2020").Areas.Select(a => a.Name)];

    private static IReadOnlyList<string> ShortNames { get; } =
    [
        "Demokrati",
        "Tillgänglighet",
        "Styrning",
        "Ledarskap",
        "Effektivitet",
        "Arbetsgivare",
        "Utveckling",
        "Samhällsbyggare",
    ];

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
            "old and new names of the areas",
            d =>
                $"<h2>{d.Year}</h2>{Table("Område|Poäng", d, i => $"{Newer[i]}|{d.Scores[i]}")}<h2>{d.EarlierYear}</h2><p>Med den äldre versionen blev resultatet:</p>{Table("Område|Poäng", d, i => $"{d.Names[i]}|{d.Earlier[i]}")}",
            d => PageTruth.WithEarlier(d, total: false)
        )
        {
            Title = d => $"Kommunkompassen, nya och gamla resultat - {d.Kommun}",
            Top = _ => "<h1>Kommunkompassen, nya och gamla resultat</h1>",
        },
        new(
            "areas and points in one sentence, under a question about points",
            d =>
                $"<h3>Hur fördelar sig poängen?</h3><p>{string.Join("; ", d.Names.Select((n, i) => $"{n} {d.Scores[i]}"))}.</p>",
            d => PageTruth.Of(d, total: false)
        ),
        new(
            "areas and numbers in one sentence, which nobody calls points",
            d =>
                $"<h3>Hur många deltog?</h3><p>{string.Join("; ", d.Names.Select((n, i) => $"{n} {d.Scores[i]}"))}.</p><p>Kommunen fick {d.Total} poäng av 800.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "points of areas in words",
            d =>
                $"<p>{string.Join(" ", d.Names.Select((n, i) => $"{n} fick {Words.Of(d.Scores[i])} poäng."))}</p>",
            d => PageTruth.Of(d, total: false)
        ),
        new(
            "the earlier total to be compared with",
            d =>
                $"<p>Sammanlagt {d.Total} av 800 poäng, ska jämföras med {d.EarlierTotal} när kommunen utvärderades förra gången, {d.EarlierYear}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        ),
        new(
            "a neighbour, told of in passing",
            d =>
                $"<p>Kommunen fick {d.Total} poäng.</p><p>Grannkommunen, som utvärderades {d.EarlierYear}, har 449 poäng.</p><p>Kalle: i {d.Other.Name} fick vi 529 poäng!</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "earlier points in square brackets",
            d =>
                $"<p>I tabellen visas poängen {d.Year} med resultatet från {d.EarlierYear} inom hakparentes.</p>{Table("Område|Poäng", d, i => $"{d.Names[i]}|{d.Scores[i]} [{d.Earlier[i]}]")}",
            d => PageTruth.WithEarlier(d, total: false)
        ),
        new(
            "a list with changes since a year",
            d =>
                $"<p>Poäng {d.Year} och förändring sedan förra utvärderingen {d.EarlierYear}:</p><ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Scores[i]} (+{d.Scores[i] - d.Earlier[i]})</li>")}</ul>",
            d => PageTruth.WithEarlier(d, total: false)
        ),
        new(
            "a list with differences from the mean, which tell no earlier score",
            d =>
                $"<p>Poäng {d.Year}. Inom parentes står skillnaden mot genomsnittet för landets kommuner:</p><ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Scores[i]} (+{4 + i})</li>")}</ul>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Title = d => $"Kommunkompassen jämfört med riket - {d.Kommun}",
            Top = _ => "<h1>Kommunkompassen jämfört med riket</h1>",
        },
        new(
            "numbered heads with a legend below",
            d =>
                Numbered(d, "Så placerar sig kommunerna")
                + $"<p>{string.Join(", ", d.Names.Select((n, i) => $"{i + 1} {n}"))}.</p>",
            d => PageTruth.Of(d)
        ),
        new(
            "a row among other measures",
            d =>
                $"<table><tr><th>Indikator</th><th>Utfall {d.EarlierYear}</th><th>Utfall {d.Year}</th><th>Målvärde {d.GoalYear}</th></tr><tr><td>Sjukfrånvaro, %</td><td>6,2</td><td>7,1</td><td>5,5</td></tr><tr><td>Kommunkompassen, poäng</td><td>{d.EarlierTotal}</td><td>{d.Total}</td><td>650</td></tr></table>",
            d => PageTruth.TotalAndEarlier(d)
        ),
        new(
            "this year's evaluation, and one that is told of",
            d =>
                $"<p>{d.Year}-10-09</p><p>{d.Total} poäng blev det i årets Kommunkompass. Förra året vi deltog, {d.EarlierYear}, var poängen {d.EarlierTotal}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"Lyft i Kommunkompassen - {d.Kommun}",
            Top = _ => "<h1>Lyft i Kommunkompassen</h1>",
        },
        new(
            "two years of the mean in one breath",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Snittet för alla kommuner i Kommunkompassen {d.Year} blev 461 och {d.EarlierYear} 452.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "points with their years in brackets",
            d =>
                $"<p>{string.Join("<br>", d.Names.Select((n, i) => $"{n}: {d.Scores[i]} ({d.Year}), {d.Earlier[i]} ({d.EarlierYear})"))}</p><p>Totalpoäng: {d.Total} ({d.Year}), {d.EarlierTotal} ({d.EarlierYear})</p>",
            Whole
        )
        {
            Title = Undated,
            Top = UndatedTop,
        },
        new(
            "points with their year, and goals in brackets",
            d =>
                $"<ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Scores[i]} poäng {d.Year} (målet var {d.Goals[i]})</li>")}</ul><p>Sammanlagt nådde vi {d.Total} poäng. Målet var {d.Goals.Sum()} poäng.</p>",
            d => PageTruth.Of(d)
        )
        {
            Title = Undated,
            Top = UndatedTop,
        },
        new(
            "goals with their year in brackets",
            d =>
                $"<ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Goals[i]} (mål {d.GoalYear})</li>")}</ul><p>Kommunen fick {d.Total} poäng.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "areas listed under headings that group them",
            d => Grouped(d, ["Demokrati och samhällsutveckling", "Service och kvalitet"]),
            d => PageTruth.Of(d, total: false)
        )
        {
            Edition = "2020",
        },
        new(
            "areas listed under headings of which one is another's",
            d => Grouped(d, ["Demokrati och samhällsutveckling", d.Other.Forms[0]]),
            d => new([.. d.Scores.Take(4)], null, [])
        )
        {
            Edition = "2020",
        },
        new(
            "a list of points in words",
            d => $"<ul>{d.Each(i => $"<li>{d.Names[i]}: {Words.Of(d.Scores[i])}</li>")}</ul>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "a list of other numbers in words",
            d =>
                $"<p>Kommunen fick {d.Total} poäng.</p><ul>{d.Each(i => $"<li>{d.Names[i]}: {Words.Of(d.Scores[i])} frågor</li>")}</ul>",
            PageTruth.OnlyTotal
        ),
        new(
            "this year's total and one of some years ago",
            d =>
                $"<p>{d.Year}-10-09</p><p>Kommunen höjer sig till {d.Total} poäng i år, från {d.EarlierTotal} poäng för {Words.Of(d.Year - d.EarlierYear)} år sedan, då Kommunkompassen gjordes förra gången.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Copies = false,
            Title = Undated,
            Top = UndatedTop,
        },
        new(
            "some years ago, counted from when nobody says",
            d =>
                $"<p>Kommunen höjde sig till {d.Total} poäng, från {d.EarlierTotal} poäng för {Words.Of(d.Year - d.EarlierYear)} år sedan.</p>",
            d => PageTruth.TotalAndEarlier(d, year: false)
        ),
        new(
            "areas numbered in one sentence, under short names",
            d =>
                $"<p>Områdena är {d.Each(i => $"{i + 1}) {Short(d.Names[i])} {d.Scores[i]} p, ")}som ger {d.Total} p.</p>",
            d => PageTruth.Of(d)
        ),
        new(
            "numbers that name no area",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Våra mål är {d.Each(i => $"{i + 1}) Målet nummer {i + 1} {d.Goals[i]} p, ")}och inget mer.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "the own row among other municipalities, with years",
            d =>
                $"<table>{Row("th", "Kommun|År|Totalpoäng")}{Row("td", $"{d.Other.Name}|{d.EarlierYear}|{d.Others.Sum()}")}{Row("td", $"{d.Own.Name}|{d.Year}|{d.Total}")}</table>",
            PageTruth.OnlyTotal
        ),
        new(
            "the own item among other municipalities",
            d =>
                $"<p>Poäng i länet:</p><ul><li>{d.Other.Name}: {d.Others.Sum()} poäng ({d.EarlierYear})</li><li>{d.Own.Name}: {d.Total} poäng ({d.Year})</li><li>Granmåla: 455 poäng ({d.EarlierYear})</li></ul>",
            PageTruth.OnlyTotal
        ),
        new(
            "two areas and a sum, first another's",
            d =>
                $"<h2>{d.Other.Forms[0]} {d.Year}</h2>{TwoAreas(d, d.Others)}<h2>{d.Kommun} {d.Year}</h2>{TwoAreas(d, d.Scores)}",
            d => new([.. d.Scores.Take(2)], d.Total, [])
        ),
        new(
            "areas over their sub-questions",
            d =>
                $"<table>{Row("th", "|Uppnått|Max")}{Row("td", $"{d.Numbered(0)}|{d.Scores[0]}|100")}{Row("td", "1.1 Plan|9|15")}{Row("td", "1.2 Information|12|20")}{Row("td", "1.3 Resultat|13|25")}</table>",
            d => new([.. d.Scores.Take(1)], null, [])
        ),
        new(
            "points more than last time",
            d =>
                $"<p>Kommunen fick {d.Total} poäng, vilket är 38 poäng mer än vid utvärderingen {d.EarlierYear}.</p>",
            d => new(null, d.Total, [(d.EarlierYear, null, d.Total - 38)])
        ),
        new(
            "points fewer than the mean",
            d =>
                $"<p>Kommunen fick {d.Total} poäng, vilket är 38 poäng mindre än genomsnittet {d.EarlierYear}.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "an area's points then and now",
            d =>
                $"<p>Kommunen fick {d.Total} poäng, {d.EarlierTotal} poäng {d.EarlierYear}.</p><p>{d.Names[0]} har gått från {d.Earlier[0]} till {d.Scores[0]} poäng.</p>",
            d => new([d.Scores[0]], d.Total, [(d.EarlierYear, [d.Earlier[0]], d.EarlierTotal)])
        ),
        new(
            "points before the areas that they are for",
            d =>
                $"<p>Kommunen fick {d.Scores[0]} poäng för {d.Names[0]}{string.Concat(Enumerable.Range(1, 7).Select(i => $", {d.Scores[i]} för {d.Names[i]}"))}. Totalt {d.Total} poäng.</p>",
            d => PageTruth.Of(d)
        ),
        new(
            "points of areas in words, in a row",
            d =>
                $"<p>Poängen fördelar sig så: {string.Join(", ", Enumerable.Range(0, 8).Select(i => $"{d.Names[i]} {Words.Of(d.Scores[i])}"))}. Totalt {d.Total} poäng.</p>",
            d => PageTruth.Of(d)
        ),
        new(
            "the best area, on a line of its own",
            d => $"<p>Kommunen fick {d.Total} poäng.</p><p>Bäst: {d.Names[0]} {d.Scores[0]}</p>",
            d => new([d.Scores[0]], d.Total, [])
        ),
        new(
            "persons behind an area's name",
            d =>
                $"<p>Kommunen fick {d.Total} poäng.</p><p>I arbetet med {d.Names[0]} deltog 14 personer, och för {d.Names[6]} har vi 12 medarbetare.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "changes in brackets, one of them none",
            d =>
                $"<p>Inom parentes anges förändringen sedan {d.EarlierYear}.</p><table>{Row("th", "Område|Poäng")}{d.Each(i => Row("td", $"{d.Names[i]}|{d.Scores[i]} ({(i == 0 ? "±0" : $"+{d.Scores[i] - d.Earlier[i]}")})"))}</table>",
            d => new(d.Scores, null, [(d.EarlierYear, [d.Scores[0], .. d.Earlier.Skip(1)], null)])
        ),
        new(
            "what brackets hold, told in brackets",
            d =>
                $"<p>Så gick det i Kommunkompassen {d.Year} (inom parentes skillnaden mot {d.EarlierYear})</p><ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Scores[i]} (+{d.Scores[i] - d.Earlier[i]})</li>")}</ul>",
            d => PageTruth.WithEarlier(d, total: false)
        ),
        new(
            "lists under the heading of a year, their sums below them",
            d => Panel(d, d.EarlierYear, d.Earlier) + Panel(d, d.Year, d.Scores),
            Whole
        ),
        new(
            "numbered heads beside the word for areas",
            d =>
                $"<table><tr><th>Område</th>{d.Each(i => $"<th>{i + 1}</th>")}<th>Totalt</th></tr><tr><td>Poäng</td>{d.Each(i => $"<td>{d.Scores[i]}</td>")}<td>{d.Total}</td></tr></table>",
            d => PageTruth.Of(d)
        ),
        new(
            "figures beside bars that show them",
            d =>
                d.Each(i =>
                    $"<div><span>{d.Names[i]}</span> <meter max=\"100\" value=\"{d.Scores[i]}\"></meter> <span>{d.Scores[i]}</span></div>"
                ),
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "a drawn chart, its names before its figures",
            d =>
                $"<svg>{d.Each(i => $"<text x=\"0\" y=\"{20 * i}\">{d.Names[i]}</text>")}{d.Each(i => $"<g transform=\"translate(200,{20 * i})\"><text x=\"{d.Scores[i]}\" y=\"2\">{d.Scores[i]}</text></g>")}<text x=\"200\" y=\"200\">0</text><text x=\"300\" y=\"200\">100</text></svg>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "the year in a title that speaks of the result",
            d => $"<p>I Kommunkompassen fick kommunen {d.Total} poäng.</p>",
            PageTruth.OnlyTotal
        )
        {
            Title = d => $"{d.Kommun}: resultat {d.Year}",
            Top = d => $"<h1>{d.Kommun}: resultat {d.Year}</h1>",
        },
        new(
            "a report on the year in which the evaluation was made",
            d =>
                $"<p>Under året genomfördes en utvärdering enligt Kommunkompassen, som gav {d.Total} poäng. Genomsnittet för dem som utvärderats sedan {d.EarlierYear} är 461.</p>",
            PageTruth.OnlyTotal
        )
        {
            Title = d => $"Årsredovisning {d.Year}, {d.Kommun}",
            Top = d => $"<h1>Årsredovisning {d.Year}, {d.Kommun}</h1>",
        },
        new(
            "differences from a column of means",
            d =>
                Table(
                    $"Område|{d.Own.Name}|Medelvärde|Skillnad",
                    d,
                    i =>
                        $"{d.Names[i]}|{d.Scores[i]}|{d.Means[i]}|{d.Scores[i] - d.Means[i]:+0;-0;0}"
                ),
            d => PageTruth.Of(d, total: false)
        ),
        new(
            "a column of numbers before the names, and none before the total",
            d =>
                $"<table><caption>Poäng per område</caption>{Row("th", $"Nr|Område|{d.EarlierYear}|{d.Year}")}{d.Each(i => Row("td", $"{i + 1}|{d.Names[i]}|{d.Earlier[i]}|{d.Scores[i]}"))}{Row("td", $"|Summa|{d.EarlierTotal}|{d.Total}")}</table>",
            Whole
        ),
        new(
            "the result before, whose year a sentence tells",
            d =>
                $"<p>Kommunen har gjort Kommunkompassen två gånger, {d.EarlierYear} och {d.Year}.</p>"
                + Table(
                    "Område|Resultat|Förra resultatet",
                    d,
                    i => $"{d.Names[i]}|{d.Scores[i]}|{d.Earlier[i]}"
                ),
            d => PageTruth.WithEarlier(d, total: false)
        ),
        new(
            "places, municipalities and points",
            d =>
                $"<table>{Row("th", "Plats|Kommun|Poäng|År")}{Row("td", $"1|{d.Other.Name}|641|{d.Year - 1}")}{Row("td", $"2|{d.Own.Name}|{d.Total}|{d.Year}")}</table>",
            PageTruth.OnlyTotal
        ),
        new(
            "the mean of those that were evaluated",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Genomsnittet för de kommuner som utvärderats är 442 poäng. Vi ligger över genomsnittet för de kommuner som utvärderats, som är 442 poäng.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "another's points in an inserted clause",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Det är bättre än {d.Other.Name}, som fick 312 poäng.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "a text for a picture with the names in small letters",
            d =>
                $"<img src=\"k.png\" alt=\"Diagram över resultatet: {string.Join(", ", d.Names.Select((n, i) => $"{n.ToLowerInvariant()} {d.Scores[i]}"))}.\">",
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "a sentence below each area's name",
            d =>
                d.Each(i =>
                    $"<h3>{d.Names[i]}</h3><p>{(i % 2 == 0 ? $"Kommunen får {d.Scores[i]} poäng. Medelvärdet är {d.Means[i]} poäng." : $"Med {d.Scores[i]} poäng ligger kommunen nära snittet på {d.Means[i]}.")}</p>"
                ),
            d => PageTruth.Of(d, total: false)
        ),
        new(
            "short names in the order of the areas",
            d =>
                $"<ol>{d.Each(i => $"<li>{ShortNames[i]}: {d.Scores[i]}</li>")}</ol><p>Totalt {d.Total} poäng.</p>",
            d => PageTruth.Of(d)
        )
        {
            Copies = false,
        },
        new(
            "a sentence on the time before",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Vid förra mätningen, {d.EarlierYear}, var siffran {d.EarlierTotal}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        ),
        new(
            "a difference in a sentence of its own",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Det är en ökning med {d.Total - d.EarlierTotal} poäng sedan {d.EarlierYear}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        ),
        new(
            "a rough figure before the right one",
            d =>
                $"<p>Resultatet, drygt 390 poäng, är i nivå med snittet. Exakt fick kommunen {d.Total} poäng.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "the year before, beside this year's",
            d =>
                $"<p>Publicerad 21 november {d.Year}</p><p>Kommunen får {d.Total} poäng i årets Kommunkompass. Senast kommunen granskades var {d.EarlierYear}. Då blev det {d.EarlierTotal} poäng.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"Bättre betyg för {d.Own.Name}",
            Top = d => $"<h1>Bättre betyg för {d.Own.Name}</h1><p>{d.Kommun}</p>",
        },
        new(
            "the first evaluation, beside this year's",
            d =>
                $"<p>Publicerad 21 november {d.Year}</p><p>{d.Kommun} når {d.Total} poäng i årets utvärdering enligt Kommunkompassen. Vid den första utvärderingen, {d.EarlierYear}, fick vi {d.EarlierTotal} poäng.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"Bättre betyg för {d.Own.Name}",
            Top = d => $"<h1>Bättre betyg för {d.Own.Name}</h1><p>{d.Kommun}</p>",
        },
        new(
            "from a year's total to that of this year, without the word points",
            d =>
                $"<p>Pressmeddelande   •   Nov 30, {d.Year} 10:11 CET</p><p>Intervjuerna i {d.Own.Name} genomfördes i september. Trots det höjer {d.Own.Name} sitt resultat från {d.EarlierTotal} ({d.EarlierYear}) till {d.Total} i år.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"Stort kliv för {d.Own.Name}",
            Top = d => $"<h1>Stort kliv i Kommunkompassen</h1><p>{d.Kommun}</p>",
        },
        new(
            "from one year to another, then this one",
            d =>
                $"<p>{d.Own.Name} har gått från {d.EarlierTotal} poäng {d.EarlierYear} till {d.EarlierTotal + 9} poäng {d.EarlierYear + 1}. Nu ser vi resultatet för {d.Year} som ger {d.Total} poäng.</p>",
            d => new PageTruth(
                null,
                d.Total,
                [
                    (d.EarlierYear, null, d.EarlierTotal),
                    (d.EarlierYear + 1, null, d.EarlierTotal + 9),
                ]
            )
        ),
        new(
            "the best of all in a relative clause with a year",
            d =>
                $"<p>{d.Kommun} fick {d.Total} poäng. Den kommun som fått högst poäng i Sverige är {d.Other.Name}, som {d.EarlierYear} nådde 644 poäng.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "the day of the report before its total",
            d =>
                $"<p>{d.EarlierYear} gjorde kommunen sin första Kommunkompass och fick också då ett bra resultat.</p><p>{d.Kommun} får i undersökningen som stod klar i mars {d.Year}, {d.Total} poäng (förra gången {d.EarlierTotal}).</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"Bra resultat för {d.Own.Name}",
            Top = d => $"<h1>Bra resultat i andra Kommunkompassen</h1><p>{d.Kommun}</p>",
        },
    ];

    private static string Short(string name) =>
        name.Replace(", ", "/", StringComparison.Ordinal)
            .Replace(" och ", " o ", StringComparison.Ordinal)
            .Replace("utveckling", "utv.", StringComparison.Ordinal);

    private static string TwoAreas(PageDraft d, IReadOnlyList<int> figures) =>
        $"<table>{Row("td", $"{d.Names[0]}|{figures[0]}")}{Row("td", $"{d.Names[1]}|{figures[1]}")}{Row("td", $"Totalt|{figures.Sum()}")}</table>";

    private static string Panel(PageDraft d, int year, IReadOnlyList<int> figures) =>
        $"<h2>Resultat {year}</h2><ul>{d.Each(i => $"<li>{d.Names[i]} {figures[i]}</li>")}</ul><p>Summa {figures.Sum()} poäng</p>";

    private static string Undated(PageDraft d) => $"Resultat i Kommunkompassen - {d.Kommun}";

    private static string UndatedTop(PageDraft d) => "<h1>Resultat i Kommunkompassen</h1>";

    private static string Grouped(PageDraft d, IReadOnlyList<string> heads) =>
        string.Concat(
            heads.Select(
                (head, half) =>
                    $"<h2>{head}</h2>{string.Concat(Enumerable.Range(half * 4, 4).Chunk(2).Select(two => $"<ul>{string.Concat(two.Select(i => $"<li>{d.Names[i]}: {d.Scores[i]}</li>"))}</ul>"))}"
            )
        );
}
