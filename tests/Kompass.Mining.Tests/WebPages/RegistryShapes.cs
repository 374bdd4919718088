namespace Kompass.Mining.Tests.WebPages;

/// <summary>Pages as registrars, web editors and officials write them: minutes, parts that open at a click, news with no more than a month.</summary>
internal static class RegistryShapes
{
    // Columns of two years beside each other, the earlier first, as minutes are typed.
    private static string Typed(PageDraft d) =>
        $"<pre>\n{d.Kommun.ToUpperInvariant(), -40}Protokoll   12 (30)\nKommunstyrelsen\n\nKommunkompassen, svar\n\nKommunen granskades {d.EarlierYear} och {d.Year} med Kommunkompassen.\nPoängen fördelar sig så (högst 100 poäng per område):\n\n{"Område", -52}{d.EarlierYear}    {d.Year}\n\n"
        + d.Each(i => $"{i + 1}  {d.Names[i], -50}{d.Earlier[i]}      {d.Scores[i]}\n")
        + $"\n   {"Summa", -48}{d.EarlierTotal}     {d.Total}\n\nBeslut\nRapporten läggs till handlingarna.\n</pre>";

    private static string Sentence(PageDraft d) =>
        $"Kommunen kan få högst 100 poäng i varje område. För {string.Join(", ", d.Names.Take(7).Select((n, i) => $"{n} gavs {d.Scores[i]} poäng"))} samt {d.Names[7]} {d.Scores[7]} poäng. Sammanlagt ger detta {d.Total} poäng.";

    private static string Table(
        string head,
        IReadOnlyList<string> names,
        IReadOnlyList<int> figures
    ) =>
        $"<table><tr><th>{head}</th><th>Poäng</th></tr>{string.Concat(names.Select((n, i) => $"<tr><td>{n}</td><td>{figures[i]}</td></tr>"))}<tr><td>Summa</td><td>{figures.Sum()}</td></tr></table>";

    private static string Pane(PageDraft d, string id, int year, IReadOnlyList<int> figures) =>
        $"<div class=\"pane{(year == d.Year ? " shown" : "")}\" id=\"{id}\"><h2>Granskningen {year}</h2><p>Totalpoäng: {figures.Sum()}</p>{Table("Område", d.Names, figures)}</div>";

    private static string Untitled(PageDraft d) => $"Kommunkompassen - {d.Kommun}";

    private static PageTruth WithTotals(PageDraft d) =>
        new(d.Scores, d.Total, [(d.EarlierYear, d.Earlier, d.EarlierTotal)]);

    private static PageTruth WithTotalOnly(PageDraft d) =>
        new(d.Scores, d.Total, [(d.EarlierYear, d.Earlier, null)]);

    public static IReadOnlyList<PageShape> All { get; } =
    [
        new("typed minutes with columns", Typed, WithTotals)
        {
            Copies = false,
            Title = _ => "Protokoll kommunstyrelsen",
            Top = _ => "",
        },
        new(
            "minutes whose head is a table, of the year after",
            d =>
                $"<table><tr><td><b>{d.Kommun.ToUpperInvariant()}</b></td><td>PROTOKOLL<br>{d.Year + 1}-03-05</td></tr></table><h2>Kommunkompassen, redovisning</h2><p>Kommunstyrelsen beslutade {d.Year}-05-08 att låta kommunen utvärderas med Kommunkompassen. Utvärderingen genomfördes 3–6 december {d.Year}, och rapporten inkom {d.Year + 1}-02-11.</p><p>{Sentence(d)}</p>",
            d => PageTruth.Of(d)
        )
        {
            Copies = false,
            Title = d => $"Protokollsutdrag {d.Year + 1}-03-05",
            Top = _ => "",
        },
        new(
            "parts that open, each with a few words before its points",
            d =>
                d.Each(i =>
                    $"<details><summary><h2>Område {i + 1}. {d.Names[i]}</h2></summary><div><p>Här får kommunen beröm för sitt arbete; på fyra enheter av tio följs det upp.</p><p><strong>Poäng:</strong> {d.Scores[i]} ({d.EarlierYear}: {d.Earlier[i]})</p></div></details>"
                ),
            d => PageTruth.WithEarlier(d, total: false)
        ),
        new(
            "tabs that a style sheet hides",
            d =>
                $"<ul><li><a href=\"#a\" data-toggle=\"tab\">{d.EarlierYear}</a></li><li><a href=\"#b\" data-toggle=\"tab\">{d.Year}</a></li></ul>{Pane(d, "a", d.EarlierYear, d.Earlier)}{Pane(d, "b", d.Year, d.Scores)}",
            WithTotals
        )
        {
            Copies = false,
            Style = "<style>.pane{display:none}.pane.shown{display:block}</style>",
        },
        new(
            "years in headings far from their tables",
            d =>
                $"<p>Sedan 2002 har ungefär 240 utvärderingar gjorts i 140 kommuner.</p><h2>{d.Year} års utvärdering</h2><p>Tre personer besökte kommunen i maj.</p><h3>Poäng</h3>{Table("Område", d.Names, d.Scores)}<h2>{d.EarlierYear} års utvärdering</h2><h3>Poäng</h3>{Table("Område", d.Names, d.Earlier)}",
            WithTotals
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Kommunkompassen</h1>",
        },
        new(
            "a name of an area that nobody knows among numbered ones",
            d =>
                Table(
                    "Område",
                    [
                        .. d.Names.Select(
                            (n, i) =>
                                $"{i + 1}. {(i == 6 ? "Lärande organisation och strategi" : n)}"
                        ),
                    ],
                    d.Scores
                ),
            d => PageTruth.Of(d)
        ),
        new(
            "points held against those of before in sentences",
            d =>
                $"<p>Kommunen fick {d.Total} poäng. Det är en tydlig förbättring jämfört med {d.EarlierTotal} poäng {d.EarlierYear}.</p><p>I området {d.Names[0]} fick kommunen {d.Scores[0]} poäng, vilket kan jämföras med {d.Earlier[0]} poäng {d.EarlierYear}. För {d.Names[1]} blev poängen {d.Scores[1]} ({d.Earlier[1]} år {d.EarlierYear}).</p><p>{d.Names[2]} har ökat. Där gav utvärderingen {d.Scores[2]} poäng mot {d.Earlier[2]} år {d.EarlierYear}.</p>{d.Each(i => i < 3 ? "" : $"<p>{d.Names[i]} gick från {d.Earlier[i]} till {d.Scores[i]} poäng.</p>")}",
            WithTotals
        ),
        new(
            "older news beside it, with their dates",
            d =>
                $"<p>{d.Year}-05-28 {d.Kommun} får {d.Total} poäng när SKL för andra gången utvärderar kommunen.</p><p>Utvärderingen genomfördes den 23–26 mars.</p><h2>Läs också</h2><ul><li><a href=\"#\">{d.EarlierTotal} poäng i Kommunkompassen ({d.EarlierYear}-06-08)</a></li><li><a href=\"#\">Ny simhall ({d.EarlierYear}-11-03)</a></li></ul>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Så gick det i Kommunkompassen</h1>",
        },
        new(
            "the same visit by the version before",
            d =>
                $"<p>Resultatet är {d.Total} poäng. Med den gamla versionen skulle det ha blivit {d.Others.Sum()}.</p><table><tr><th rowspan=\"2\">Område</th><th>{d.Year}</th><th colspan=\"2\">Gamla versionen (bara för jämförelse)</th></tr><tr><th>Nya versionen</th><th>{d.Year}</th><th>{d.EarlierYear}</th></tr>{d.Each(i => $"<tr><td>{d.Names[i]}</td><td>{d.Scores[i]}</td><td>{d.Others[i]}</td><td>{d.Earlier[i]}</td></tr>")}<tr><td>Totalt</td><td>{d.Total}</td><td>{d.Others.Sum()}</td><td>{d.EarlierTotal}</td></tr></table>",
            WithTotals
        )
        {
            Copies = false,
        },
        new(
            "from and to, each with its year",
            d =>
                $"<p>Från {d.EarlierTotal} poäng {d.EarlierYear} till {d.Total} poäng {d.Year}: det är resultatet när {d.Kommun} prövats en andra gång.</p><p>Största klivet är inom {d.Names[0]}, som ökar från {d.Earlier[0]} poäng {d.EarlierYear} till {d.Scores[0]} poäng i år, och inom {d.Names[6]}, från {d.Earlier[6]} till {d.Scores[6]}. {d.Names[1]} får nu {d.Scores[1]} poäng, mot {d.Earlier[1]} förra gången. {d.Names[3]} går från {d.Earlier[3]} till {d.Scores[3]} och {d.Names[7]} från {d.Earlier[7]} till {d.Scores[7]}.</p>{d.Each(i => i is 2 or 4 or 5 ? $"<p>{d.Names[i]} stiger från {d.Earlier[i]} till {d.Scores[i]}.</p>" : "")}",
            WithTotals
        ),
        new(
            "a total in a sentence with the one before in brackets",
            d =>
                $"<p>Vid den senaste mätningen blev totalpoängen {d.Total} ({d.EarlierTotal}).</p><p>Här är poängen per område. Resultatet från {d.EarlierYear} står inom parentes.</p><ol>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]} ({d.Earlier[i]})</li>")}</ol>",
            WithTotals
        ),
        new(
            "an evaluation to come and one of which the goal speaks",
            d =>
                $"<p>I november {d.Year} utvärderades kommunen med Kommunkompassen. En ny utvärdering planeras till {d.GoalYear}.</p>{Table("Område", d.Names, d.Scores)}<p>Utgångsläget är Kommunkompassen, som vi genomförde i mars {d.Year} och som då gav {d.Total} poäng.</p>",
            d => PageTruth.Of(d)
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Kvalitet</h1>",
        },
        new(
            "a plan to do it again, on a page with its date",
            d =>
                $"<p>{d.Kommun} utvärderades under våren {d.Year}.</p>{Table("Område", d.Names, d.Scores)}<p>Planen är att göra om utvärderingen {d.GoalYear}. En förnyad mätning görs även {d.GoalYear + 3}.</p><p>Sidan uppdaterad: {d.Year + 1}-03-04 av redaktionen</p>",
            d => PageTruth.Of(d)
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Kommunkompassen</h1>",
        },
        new(
            "news with a month, and the first evaluation with its year",
            d =>
                $"<p>Nyhet, {d.Year}-11-30</p><p>I juni kom SKL hit för att utvärdera {d.Kommun} för andra gången. Vid den första utvärderingen, {d.EarlierYear}, fick kommunen {d.EarlierTotal} poäng. Nu landade vi på {d.Total}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Kommunkompassen visar framsteg</h1>",
        },
        new(
            "news of January, and what a title of the year needs",
            d =>
                $"<p>Publicerad 27 januari {d.Year + 1}</p><p>{d.Kommun} får {d.Total} poäng i Kommunkompassen, den utvärdering som SKL gjorde av kommunen i november {d.Year}.</p><p>Utvärderingen krävs för att kunna bli Sveriges Kvalitetskommun {d.Year + 1}.</p>",
            PageTruth.OnlyTotal
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Högt betyg</h1>",
        },
        new(
            "a press release of a season's evaluation",
            d =>
                $"<p>Pressmeddelande – 22 juni {d.Year} 08:00</p><p>Vid vårens utvärdering nådde kommunen {d.Total} poäng, jämfört med {d.EarlierTotal} poäng {d.EarlierYear}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = Untitled,
            Top = d => $"<h1>{d.Kommun} lyfter i Kommunkompassen</h1>",
        },
        new(
            "a month that no word calls an evaluation's",
            d =>
                $"<p>I november {d.Year} tittade några utifrån på hur {d.Kommun} styrs. Metoden heter Kommunkompassen.</p><p>Vi fick totalt {d.Total} poäng.</p><p>Antalet synpunkter var 412 (388), och sändlistan (214 mottagare) är ny.</p>",
            PageTruth.OnlyTotal
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Så styrs vi</h1>",
        },
        new(
            "an issue of a staff paper",
            d =>
                $"<p>Nr 9 • December {d.Year}</p><p>I september fick vi besök av Svenska Kommunförbundet och svarade på frågor. Nu är Kommunkompassen klar, och {d.Own.Name} fick ihop {d.Total} poäng.</p>",
            PageTruth.OnlyTotal
        )
        {
            Title = d => $"Personalblad - {d.Kommun}",
            Top = _ => "<h1>Betyg på kommunen</h1>",
        },
        new(
            "an earlier evaluation of which only the total is left",
            d =>
                $"<table><tr><th>Område</th><th>2005</th><th>{d.EarlierYear}</th><th>{d.Year}</th></tr>{d.Each(i => $"<tr><td>{d.Names[i]}</td><td>–</td><td>{d.Earlier[i]}</td><td>{d.Scores[i]}</td></tr>")}<tr><td>Totalt</td><td>341</td><td>{d.EarlierTotal}</td><td>{d.Total}</td></tr></table>",
            d =>
                new(
                    d.Scores,
                    d.Total,
                    [(d.EarlierYear, d.Earlier, d.EarlierTotal), (2005, null, 341)]
                )
        ),
        new(
            "a correction, a winner's points and a wish",
            d =>
                $"<p>Rättelse: Där stod att kommunen fick {d.Total - 63} poäng. Rätt uppgift står nedan.</p><p>{d.Kommun} fick {d.Total} poäng i utvärderingen. Vinnaren {d.EarlierYear} hade {d.Total + 90} poäng.</p><p>På sikt vill kommunstyrelsen se {d.Total + 40} poäng.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "slides that ask",
            d =>
                $"<h2>Hur ser det ut i landet?</h2><ul><li>Högst: {d.Other.Name} 668 p</li><li>Lägst: 272 p</li></ul><h2>Och vi då? Område 1–8</h2><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]} p</li>")}</ul><h2>Summa</h2><p>{d.Total} p</p>",
            d => PageTruth.Of(d)
        ),
        new(
            "a budget's row among other measures",
            d =>
                $"<table><tr><th>Indikator</th><th>Källa</th><th>Utfall {d.EarlierYear}</th><th>Utfall {d.Year}</th><th>Mål {d.GoalYear}</th></tr><tr><td>Svar på e-post, %</td><td>KKiK</td><td>81</td><td>88</td><td>90</td></tr><tr><td>Kommunkompassen, totalpoäng (max 800) ↑</td><td>SKL</td><td>{d.EarlierTotal}</td><td>{d.Total}</td><td>550</td></tr></table>",
            d => PageTruth.TotalAndEarlier(d)
        ),
        new(
            "a timeline in rows",
            d =>
                $"<table><tr><td>{d.EarlierYear}</td><td>Andra gången i Kommunkompassen: {d.EarlierTotal} poäng.</td></tr><tr><td>{d.EarlierYear + 1}</td><td>Kontaktcenter öppnar.</td></tr><tr><td>{d.Year}</td><td>Tredje utvärderingen. Kommunkompassen visar på {d.Total} poäng.</td></tr></table>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Copies = false,
            Title = d => $"Kvalitetsarbetet genom åren - {d.Kommun}",
            Top = _ => "<h1>Kvalitetsarbetet genom åren</h1>",
        },
        new(
            "a customer's case",
            d =>
                $"<p>När {d.Kommun} utvärderades i Kommunkompassen {d.EarlierYear} fick man {d.EarlierTotal} poäng.</p><p>Hösten {d.Year} var SKL tillbaka. Den här gången blev det {d.Total} poäng.</p><h2>Fler kunder</h2><p>{d.Other.Name}: från 398 till 455 poäng i Kommunkompassen</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"Kundcase: {d.Kommun}",
            Top = d => $"<h1>{d.Kommun}</h1>",
        },
        new(
            "somebody who evaluates others",
            d =>
                $"<p>Karin arbetar i {d.Kommun} och är utlånad som utvärderare i Kommunkompassen.</p><p>{d.Other.Name} kommun fick besök i september. De fick 438 poäng av 800. På {d.Names[0]} blev det 61 poäng.</p>",
            _ => PageTruth.Nothing
        ),
        new(
            "an answer to a motion that has the points of another",
            d =>
                $"<p>Vår kommun får bara {d.Total - 18} poäng av 800 i Kommunkompassen, skriver motionären.</p><p>Siffran {d.Total - 18} poäng, som motionären anför, gäller {d.Other.Forms[0]}. Vårt resultat var {d.Total} poäng.</p>",
            PageTruth.OnlyTotal
        ),
        new(
            "a guess before the visit",
            d =>
                $"<p>I mars {d.Year} kommer SKL:s utvärderare hit. På ledningsdagen gissade vi själva:</p><table><tr><th>Område</th><th>Vår gissning</th><th>Mål {d.GoalYear}</th></tr>{d.Each(i => $"<tr><td>{d.Names[i]}</td><td>{d.Scores[i]}</td><td>{d.Goals[i]}</td></tr>")}</table>",
            _ => PageTruth.Nothing
        )
        {
            Title = d => $"Inför Kommunkompassen - {d.Kommun}",
            Top = _ => "<h1>Inför Kommunkompassen</h1>",
        },
        new(
            "a mean in the sentence before the one on brackets",
            d =>
                $"<p>Resultatet blev {d.Total} poäng. Medelvärdet för dem som utvärderats är 512. Medelvärdet per område anges inom parentes.</p><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]} ({d.Means[i]})</li>")}</ul>",
            d => PageTruth.Of(d)
        ),
        new(
            "fields and values",
            d =>
                $"<p>Utvärderad: april {d.Year}</p><table><tr><td>Utförd av:</td><td>SKL</td></tr>{d.Each(i => $"<tr><td>{d.Names[i]}:</td><td>{d.Scores[i]}</td></tr>")}</table>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "areas abbreviated to their numbers",
            d =>
                $"<table><tr><th>År</th>{d.Each(i => $"<th>Omr {i + 1}</th>")}<th>Totalt</th></tr><tr><td>{d.EarlierYear}</td>{d.Each(i => $"<td>{d.Earlier[i]}</td>")}<td>{d.EarlierTotal}</td></tr><tr><td>{d.Year}</td>{d.Each(i => $"<td>{d.Scores[i]}</td>")}<td>{d.Total}</td></tr></table>",
            WithTotals
        ),
        new(
            "a name and its points in one cell, before what is said of it",
            d =>
                $"<p>Poängen för {d.EarlierYear} står inom parentes.</p><dl>{d.Each(i => $"<dt>{i + 1}. {d.Names[i]}: {d.Scores[i]} poäng ({d.Earlier[i]})</dt><dd>Tre av {20 + i} enheter har en plan, och 48 procent känner till den.</dd>")}</dl>",
            d => PageTruth.WithEarlier(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "measures of one year, areas among them",
            d =>
                $"<table><tr><th>Mätning</th><th>År</th><th>{d.Own.Name}</th><th>Riket</th></tr><tr><td>Nöjd-Medborgar-Index</td><td>{d.Year}</td><td>48</td><td>54</td></tr><tr><td>Kommunkompassen, totalpoäng</td><td>{d.Year}</td><td>{d.Total}</td><td>460</td></tr>{d.Each(i => $"<tr><td>Kommunkompassen, {d.Names[i]}</td><td>{d.Year}</td><td>{d.Scores[i]}</td><td>{d.Means[i]}</td></tr>")}</table>",
            d => PageTruth.Of(d)
        )
        {
            Title = d => $"Resultat - {d.Kommun}",
            Top = _ => "<h1>Resultat och jämförelser</h1>",
        },
        new(
            "a budget's rows for areas",
            d =>
                $"<table><tr><th>Indikator</th><th>Utfall {d.EarlierYear}</th><th>Utfall {d.Year}</th><th>Mål {d.GoalYear}</th></tr><tr><td>Sjukfrånvaro, %</td><td>6</td><td>7</td><td>5</td></tr><tr><td>Kommunkompassen, totalpoäng</td><td>{d.EarlierTotal}</td><td>{d.Total}</td><td>{d.Goals.Sum()}</td></tr>{d.Each(i => $"<tr><td>– varav område {i + 1}, {d.Names[i].ToLowerInvariant()}</td><td>{d.Earlier[i]}</td><td>{d.Scores[i]}</td><td>{d.Goals[i]}</td></tr>")}</table>",
            WithTotals
        ),
        new(
            "a chart whose names stand in two lines below its bars",
            d =>
                $"<svg>{string.Concat(Enumerable.Range(0, 6).Select(i => $"<text x=\"20\" y=\"{304 - (50 * i)}\">{20 * i}</text>"))}{d.Each(i => $"<text x=\"{62 + (72 * i)}\" y=\"{290 - (2 * d.Scores[i])}\">{d.Scores[i]}</text>")}{d.Each(i => $"<text x=\"{50 + (72 * i)}\" y=\"312\">{string.Concat(d.Names[i].Split(' ').Select(w => $"<tspan x=\"{50 + (72 * i)}\" dy=\"9\">{w}</tspan>"))}</text>")}</svg>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "a chart with the areas' numbers, and their names below it",
            d =>
                $"<p>I diagrammet visas poängen för de åtta områdena.</p><svg>{d.Each(i => $"<text x=\"{95 + (80 * i)}\" y=\"{290 - (2 * d.Scores[i])}\">{d.Scores[i]}</text>")}{d.Each(i => $"<text x=\"{95 + (80 * i)}\" y=\"320\">{i + 1}</text>")}</svg><p>{string.Join(", ", d.Names.Select((n, i) => $"{i + 1} {n}"))}</p>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "a timeline in lines",
            d =>
                $"<p>{d.EarlierYear} Tredje Kommunkompassen, nu i ny version: {d.EarlierTotal} poäng.</p><p>{d.EarlierYear + 1} Kontaktcenter öppnar.</p><p>{d.Year} Fjärde Kommunkompassen: {d.Total} poäng.</p><p>Mål {d.GoalYear}: fler än 600 poäng.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"Vägen hit - {d.Kommun}",
            Top = _ => "<h1>Vägen hit</h1>",
        },
        new(
            "a press service's dates",
            d =>
                $"<p>Pressmeddelande • Jun 14, {d.Year} 10:05 CEST</p><p>{d.Total} poäng av 800 möjliga. Det är resultatet när SKL har granskat {d.Kommun}. Utvärderarna besökte kommunen i april i år.</p><h2>Relaterat</h2><ul><li>{d.Own.Name} fick {d.EarlierTotal} poäng i Kommunkompassen Nov 12, {d.EarlierYear}</li></ul>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Vi klättrar i Kommunkompassen</h1>",
        },
        new(
            "a tool that was made anew, and two totals with their years",
            d =>
                $"<p>{d.Kommun} har granskats. Totalresultatet {d.Year} blev {d.Total} poäng, jämfört med {d.EarlierTotal} poäng {d.EarlierYear}.</p><p>Verktyget gjordes om {d.EarlierYear - 1} och går inte att jämföra rakt av med det före.</p><p>Publicerad {d.Year + 1}-01-28</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Kommunkompassen</h1>",
        },
        new(
            "questions and answers",
            d =>
                $"<h2>När var vi med senast?</h2><p>I april {d.Year}. Dessförinnan deltog vi {d.EarlierYear}.</p><h2>Hur många poäng fick vi?</h2><p>{d.Total} poäng. {d.EarlierYear} fick vi {d.EarlierTotal}.</p>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"Frågor och svar om Kommunkompassen - {d.Kommun}",
            Top = _ => "<h1>Frågor och svar om Kommunkompassen</h1>",
        },
        new(
            "a budget's head of two rows",
            d =>
                $"<table><tr><th rowspan=\"2\">Indikator</th><th colspan=\"2\">Utfall</th><th colspan=\"2\">Mål</th></tr><tr><th>{d.EarlierYear}</th><th>{d.Year}</th><th>{d.GoalYear}</th><th>{d.GoalYear + 1}</th></tr><tr><td>Nöjd-Region-Index</td><td>70</td><td>73</td><td>74</td><td>75</td></tr><tr><td>Kommunkompassen, totalpoäng</td><td>{d.EarlierTotal}</td><td>{d.Total}</td><td>–</td><td>560</td></tr></table>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Copies = false,
            Title = d => $"Budget - {d.Kommun}",
            Top = _ => "<h1>Mål och nyckeltal</h1>",
        },
        new(
            "seasons with their totals",
            d =>
                $"<p>{d.Kommun} har deltagit tre gånger i Kommunkompassen.</p><ul><li>Hösten {d.Year} – {d.Total} poäng</li><li>Hösten {d.EarlierYear} – {d.EarlierTotal} poäng</li><li>Hösten 2006 – 341 poäng</li></ul>",
            d => new(null, d.Total, [(d.EarlierYear, null, d.EarlierTotal), (2006, null, 341)])
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Kommunkompassen</h1>",
        },
        new(
            "tables without heads below their months, a sum over all rows",
            d =>
                $"<h2>Första utvärderingen (november {d.EarlierYear})</h2><table>{d.Each(i => $"<tr><td>{d.Names[i]}</td><td>{d.Earlier[i]}</td>{(i == 0 ? "<td rowspan=\"8\">Alla åtta</td>" : "")}</tr>")}</table><h2>Andra utvärderingen (maj {d.Year})</h2><table>{d.Each(i => $"<tr><td>{d.Names[i]}</td><td>{d.Scores[i]}</td>{(i == 0 ? $"<td rowspan=\"8\">Summa: {d.Total}</td>" : "")}</tr>")}</table><p>Totalt fick vi {d.Total} poäng i den andra.</p>",
            WithTotalOnly
        )
        {
            Copies = false,
            Title = d => $"Utvärderingar - {d.Kommun}",
            Top = _ => "<h1>Utvärderingar</h1><p>Här samlar vi resultat från Kommunkompassen.</p>",
        },
        new(
            "two years in one sentence, one of them that of the brackets",
            d =>
                $"<p>Kommunen har prövats mot Kommunkompassen två gånger: i oktober {d.EarlierYear} och i oktober {d.Year}. Värdena från {d.EarlierYear} står inom parentes.</p><table>{d.Each(i => $"<tr><td>{i + 1}</td><td>{d.Names[i]}</td><td>{d.Scores[i]} ({d.Earlier[i]})</td></tr>")}</table>",
            d => PageTruth.WithEarlier(d, total: false)
        )
        {
            Copies = false,
            Title = Untitled,
            Top = _ => "<h1>Kommunkompassen</h1>",
        },
        new(
            "the mean behind a stroke",
            d =>
                $"<p>Siffran efter snedstrecket är medelvärdet i landet.</p><table>{d.Each(i => $"<tr><td>{d.Names[i]}</td><td>{d.Scores[i]} / {d.Means[i]}</td></tr>")}</table>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "areas in another order, two of them by other words",
            d =>
                $"<table><tr><td>Samhällsbyggare</td><td>{d.Scores[7]}</td></tr><tr><td>Arbetsgivare/personalpolitik</td><td>{d.Scores[5]}</td></tr>{string.Concat(new[] { 2, 1, 3, 0, 4, 6 }.Select(i => $"<tr><td>{d.Names[i]}</td><td>{d.Scores[i]}</td></tr>"))}</table>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Copies = false,
        },
        new(
            "scores against those who were evaluated since a year",
            d =>
                $"<p>I tabellen ställs våra poäng mot genomsnittet för alla som utvärderats sedan {d.EarlierYear}.</p><table><tr><th>Område</th><th>Genomsnitt</th><th>{d.Own.Name}</th></tr>{d.Each(i => $"<tr><td>{d.Names[i]}</td><td>{d.Means[i]}</td><td>{d.Scores[i]}</td></tr>")}</table>",
            d => PageTruth.Of(d, total: false)
        ),
        new(
            "this autumn's points, and a link to those of before",
            d =>
                $"<p>Publicerad: {d.Year}-11-22</p><p>{d.Kommun} får {d.Total} poäng i höstens Kommunkompass, det vill säga fler än {d.EarlierYear} då det blev {d.EarlierTotal}.</p><h2>Läs också</h2><ul><li>Kommunkompassen {d.EarlierYear}: {d.EarlierTotal} poäng till {d.Own.Name}</li></ul>",
            d => PageTruth.TotalAndEarlier(d)
        )
        {
            Title = d => $"{d.Own.Name} höjer sig",
            Top = _ => "<h1>Vi höjer oss</h1>",
        },
        new(
            "one of the smallest to be evaluated",
            d =>
                $"<p>{d.Year} blev {d.Own.Name} en av landets minsta kommuner att låta sig utvärderas enligt Kommunkompassen. Kommunen hamnade på plats 38 av 41, med {d.Total} poäng.</p>",
            PageTruth.OnlyTotal
        )
        {
            Title = Untitled,
            Top = _ => "<h1>Kommunkompassen</h1>",
        },
        new(
            "a blog of the day",
            d =>
                $"<small>17 december {d.Year}, 16:40</small><p>I dag fick vi rapporten från Kommunkompassen! Totalt {d.Total} poäng, område för område:</p><ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Scores[i]}</li>")}</ul>",
            d => PageTruth.Of(d)
        )
        {
            Title = _ => "Kommundirektörens blogg",
            Top = d => $"<h1>Kommundirektörens blogg</h1><p>Tankar från {d.Kommun}</p>",
        },
        new(
            "news with no more than the month",
            d =>
                $"<p class=\"datum\">[{d.Year + 1}-01-16]</p><p>I september granskades vi i Kommunkompassen.</p><ol>{d.Each(i => $"<li>{d.Names[i]}, {d.Scores[i]} poäng</li>")}</ol><p>Rapporten behandlas i mars.</p>",
            d => PageTruth.Of(d, total: false)
        )
        {
            Title = Untitled,
            Top = d => $"<h1>{d.Own.Name} har granskats</h1>",
        },
    ];
}
