namespace Kompass.Mining.Tests.WebPages;

/// <summary>Figures in whatever markup pages use.</summary>
internal static class MarkupShapes
{
    private static string Total(PageDraft d) =>
        $"<p>Totalt fick {d.Own.Name} {d.Total} poäng av 800 möjliga.</p>";

    private static string Rows(PageDraft d, Func<int, string> cell, string attributes = "") =>
        $"<table{attributes}><tr><th>Område</th><th>Poäng</th></tr>{d.Each(i => $"<tr><td>{d.Numbered(i)}</td><td>{cell(i)}</td></tr>")}</table>";

    private static string Draft(PageDraft d) => Rows(d, i => $"{d.Scores[i] - 9}");

    private static PageShape Of(
        string name,
        Func<PageDraft, string> body,
        Func<PageDraft, PageTruth>? truth = null,
        bool copies = false
    ) => new(name, body, truth ?? (d => PageTruth.Of(d))) { Copies = copies };

    public static IReadOnlyList<PageShape> All { get; } =
    [
        Of(
            "footnote marks",
            d =>
                Rows(d, i => i % 3 == 0 ? $"{d.Scores[i]}<sup>1</sup>" : $"{d.Scores[i]}")
                + Total(d)
                + "<p><sup>1</sup> Avrundat.</p>"
        ),
        Of(
            "footnote links",
            d => Rows(d, i => $"{d.Scores[i]}<sup><a href=\"#n{i}\">[{i + 1}]</a></sup>") + Total(d)
        ),
        Of(
            "struck scores",
            d =>
                Rows(
                    d,
                    i =>
                        i % 2 == 0
                            ? $"<del>{d.Scores[i] - 7}</del> <ins>{d.Scores[i]}</ins>"
                            : $"<s>{d.Scores[i] - 7}</s>{d.Scores[i]}"
                ) + Total(d)
        ),
        Of(
            "struck by style",
            d =>
                Rows(
                    d,
                    i =>
                        $"<span style=\"text-decoration: line-through\">{d.Scores[i] - 7}</span> {d.Scores[i]}"
                ) + Total(d)
        ),
        Of(
            "struck by class",
            d =>
                Rows(d, i => $"<span class=\"old\">{d.Scores[i] - 7}</span> {d.Scores[i]}")
                + Total(d)
        ) with
        {
            Style = "<style>.old { color: #999; text-decoration: line-through; }</style>",
        },
        Of(
            "hidden by attribute",
            d => $"<div hidden>{Draft(d)}</div>{Rows(d, i => $"{d.Scores[i]}")}" + Total(d)
        ),
        Of(
            "hidden by style",
            d =>
                $"<section style=\"display:none\">{Draft(d)}</section>{Rows(d, i => $"{d.Scores[i]}")}"
                + Total(d)
        ),
        Of(
            "hidden by visibility",
            d =>
                $"<section style=\"visibility: hidden;\">{Draft(d)}</section>{Rows(d, i => $"{d.Scores[i]}")}"
                + Total(d)
        ),
        Of(
            "hidden by class",
            d =>
                $"<div class=\"x draft\">{Draft(d)}</div>{Rows(d, i => $"{d.Scores[i]}")}"
                + Total(d)
        ) with
        {
            Style =
                "<style>body{margin:0} .draft, .print-only { display: none; } @media print { main { display: none } }</style>",
        },
        Of(
            "hidden by id, shown by class",
            d =>
                $"<div id=\"old\">{Draft(d)}</div><div class=\"tab open\">{Rows(d, i => $"{d.Scores[i]}")}</div>"
                + Total(d)
        ) with
        {
            Style = "<style>.tab{display:none}.tab.open{display:block}#old{display:none}</style>",
        },
        Of(
            "out of the screen",
            d =>
                $"<div style=\"position:absolute; left:-9999px\">{Draft(d)}</div>{Rows(d, i => $"{d.Scores[i]}")}"
                + Total(d)
        ),
        Of(
            "template and script",
            d =>
                $"<template>{Draft(d)}</template><script>var t='<td>99</td>';</script>{Rows(d, i => $"{d.Scores[i]}")}"
                + Total(d)
        ),
        Of(
            "details",
            d =>
                $"<details><summary>Resultat per område</summary>{Rows(d, i => $"{d.Scores[i]}")}</details>"
                + Total(d)
        ),
        Of(
            "details of another year",
            d =>
                $"{Rows(d, i => $"{d.Scores[i]}")}{Total(d)}<details><summary>Resultat {d.EarlierYear}</summary>{Rows(d, i => $"{d.Earlier[i]}")}</details>",
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "accordion of two years",
            d =>
                $"<div><button aria-expanded=\"true\">Resultat {d.Year}</button><div>{Rows(d, i => $"{d.Scores[i]}")}{Total(d)}</div></div><div><button aria-expanded=\"false\">Resultat {d.EarlierYear}</button><div>{Rows(d, i => $"{d.Earlier[i]}")}</div></div>",
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "tabs above their panels",
            d =>
                $"<div role=\"tablist\"><button role=\"tab\" aria-controls=\"now\">Resultat {d.Year}</button><a role=\"tab\" href=\"#then\">Resultat {d.EarlierYear}</a></div><div id=\"now\">{Rows(d, i => $"{d.Scores[i]}")}{Total(d)}</div><div id=\"then\">{Rows(d, i => $"{d.Earlier[i]}")}</div>",
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "a button in the midst of a list",
            d =>
                $"<h2>Poäng per område</h2><ul>{string.Concat(Enumerable.Range(0, 4).Select(i => $"<li>{d.Names[i]}: {d.Scores[i]}</li>"))}</ul><button aria-expanded=\"true\">Visa fler</button><ul>{string.Concat(Enumerable.Range(4, 4).Select(i => $"<li>{d.Names[i]}: {d.Scores[i]}</li>"))}</ul>{Total(d)}"
        ),
        Of(
            "bars with the mean below",
            d =>
                $"<div><div><span>{d.Total}</span><span>poäng totalt</span></div><div><span>800</span><span>maximal poäng</span></div></div><h2>Poäng per område</h2>{d.Each(i => $"<div class=\"row\"><div>{i + 1}. {d.Names[i]}</div><div><div>{d.Scores[i]}</div></div><div>Medel: {d.Goals[i]}</div></div>")}"
        ),
        Of(
            "rows of boxes",
            d =>
                d.Each(i =>
                    $"<div class=\"row\"><div>{d.Names[i]}</div><div class=\"bar\">{d.Scores[i]}</div></div>"
                ) + Total(d)
        ),
        Of(
            "rows of boxes with heads",
            d =>
                $"<div class=\"row\"><div>Område</div><div>Mål</div><div>Resultat</div></div>{d.Each(i => $"<div class=\"row\"><div>{d.Names[i]}</div><div>{d.Goals[i]}</div><div>{d.Scores[i]}</div></div>")}"
                + Total(d)
        ),
        Of(
            "boxes in one grid",
            d =>
                $"<div class=\"grid\">{d.Each(i => $"<div>{d.Names[i]}</div><div>{d.Scores[i]}</div>")}</div>"
                + Total(d)
        ),
        Of(
            "definition list",
            d =>
                $"<dl>{d.Each(i => $"<dt>{d.Numbered(i)}</dt><dd>{d.Scores[i]} poäng</dd>")}</dl>"
                + Total(d)
        ),
        Of(
            "definition list of two years",
            d =>
                $"<dl>{d.Each(i => $"<dt>{d.Names[i]}</dt><dd>{d.Year}: {d.Scores[i]}</dd><dd>{d.EarlierYear}: {d.Earlier[i]}</dd>")}</dl>"
                + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "items of spans",
            d =>
                $"<ul>{d.Each(i => $"<li><span>{d.Names[i]}</span><span>{d.Scores[i]}</span></li>")}</ul>"
                + Total(d)
        ),
        Of(
            "items of three spans",
            d =>
                $"<ul>{d.Each(i => $"<li><span>{d.Names[i]}</span><span>{d.Scores[i]}</span><span>+{d.Scores[i] - d.Earlier[i]}</span></li>")}</ul>"
                + Total(d),
            d => PageTruth.WithEarlier(d, year: false)
        ),
        Of(
            "cards",
            d =>
                d.Each(i =>
                    $"<div class=\"card\"><h3>{d.Names[i]}</h3><p>{d.Scores[i]} poäng</p></div>"
                ) + Total(d),
            copies: true
        ),
        Of(
            "cards in a grid",
            d =>
                $"<div class=\"g\">{d.Each(i => $"<div><span>{d.Names[i]}</span><span>{d.Scores[i]}</span></div>")}</div>"
                + Total(d)
        ) with
        {
            Style = "<style>.g { display: grid; grid-template-columns: repeat(2, 1fr); }</style>",
        },
        Of(
            "cards with goals",
            d =>
                d.Each(i =>
                    $"<div class=\"card\"><h3>{d.Names[i]}</h3><p>Poäng: {d.Scores[i]}</p><p>Mål: {d.Goals[i]}</p></div>"
                ) + Total(d),
            copies: true
        ),
        Of(
            "fields",
            d => Rows(d, i => $"<input type=\"text\" readonly value=\"{d.Scores[i]}\">") + Total(d)
        ),
        Of(
            "fields in a form",
            d =>
                $"<form id=\"aspnetForm\">{Rows(d, i => $"{d.Scores[i]}")}{Total(d)}<input type=\"hidden\" value=\"99\"></form>"
        ),
        Of(
            "pictures of numbers",
            d => Rows(d, i => $"<img src=\"{i}.png\" alt=\"{d.Scores[i]}\">") + Total(d)
        ),
        Of(
            "picture with its text",
            d => $"<img src=\"d.png\" alt=\"Diagram\">{Rows(d, i => $"{d.Scores[i]}")}" + Total(d)
        ),
        Of(
            "tables that place",
            d =>
                $"<table><tr><td><h2>Resultat</h2>{Rows(d, i => $"{d.Scores[i]}")}</td><td><h2>Kontakt</h2><p>Kommunhuset</p></td></tr></table>"
                + Total(d)
        ),
        Of(
            "meters",
            d => Rows(d, i => $"<meter max=\"100\" value=\"{d.Scores[i]}\"></meter>") + Total(d)
        ),
        Of(
            "lines in a paragraph",
            d => $"<p>{d.Each(i => $"{d.Numbered(i)}: {d.Scores[i]}<br>")}</p>" + Total(d),
            copies: true
        ),
        Of(
            "bullets in a paragraph",
            d => $"<p>{d.Each(i => $"• {d.Names[i]} {d.Scores[i]} p<br>")}</p>" + Total(d),
            copies: true
        ),
        Of(
            "dotted leaders",
            d => $"<p>{d.Each(i => $"{d.Names[i]} ........ {d.Scores[i]}<br>")}</p>" + Total(d),
            copies: true
        ),
        Of(
            "list with changes",
            d =>
                $"<p>Siffran i parentes är förändringen sedan {d.EarlierYear}.</p><ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Scores[i]} (+{d.Scores[i] - d.Earlier[i]})</li>")}</ul>"
                + Total(d),
            d => PageTruth.WithEarlier(d),
            copies: true
        ),
        Of(
            "list with changes, no year",
            d =>
                $"<ul>{d.Each(i => $"<li>{d.Names[i]}: {d.Scores[i]} (+{d.Scores[i] - d.Earlier[i]})</li>")}</ul>"
                + Total(d),
            d => PageTruth.WithEarlier(d, year: false),
            copies: true
        ),
        Of(
            "list with means",
            d =>
                $"<p>Medelvärdet för alla kommuner står inom parentes.</p><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]} ({d.Means[i]})</li>")}</ul>"
                + Total(d),
            copies: true
        ),
        Of(
            "list with last time",
            d =>
                $"<p>Inom parentes visas resultatet {d.EarlierYear}:</p><ul>{d.Each(i => $"<li>{d.Numbered(i)} {d.Scores[i]} ({d.Earlier[i]})</li>")}</ul>"
                + Total(d),
            d => PageTruth.WithEarlier(d),
            copies: true
        ),
        Of(
            "numbers first",
            d =>
                $"<ul>{d.Each(i => $"<li>{d.Scores[i]} poäng – {d.Names[i]}</li>")}</ul>"
                + Total(d),
            copies: true
        ),
        Of(
            "numbers over names",
            d =>
                d.Each(i =>
                    $"<div><div class=\"big\">{d.Scores[i]}</div></div><div>{d.Names[i]}</div>"
                ) + Total(d)
        ),
        Of(
            "nested list",
            d =>
                $"<ul><li>Resultat per område<ul>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]}</li>")}</ul></li></ul>"
                + Total(d)
        ),
        Of(
            "list of goals below",
            d =>
                $"<h2>Resultat {d.Year}</h2><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]}</li>")}</ul>{Total(d)}<h2>Målsättning {d.GoalYear}</h2><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Goals[i]}</li>")}</ul>",
            copies: true
        ),
        Of(
            "list of another municipality",
            d =>
                $"<h2>{d.Kommun}</h2><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Scores[i]}</li>")}</ul>{Total(d)}<h2>{d.Other.Forms[0]}</h2><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Others[i]}</li>")}</ul>",
            copies: true
        ),
        Of(
            "list of means only",
            d =>
                $"<p>Så här ser genomsnittet i landet ut:</p><ul>{d.Each(i => $"<li>{d.Names[i]} {d.Means[i]}</li>")}</ul>"
                + Total(d),
            PageTruth.OnlyTotal,
            copies: true
        ),
        Of(
            "entities and odd blanks",
            d => Rows(d, i => $"&nbsp;{d.Scores[i]}&#8203;&nbsp;p") + Total(d)
        ),
        Of(
            "numbers in words",
            d => Rows(d, i => $"{Words.Of(d.Scores[i])} ({d.Scores[i]})") + Total(d),
            copies: true
        ),
        Of("words alone", d => Rows(d, i => Words.Of(d.Scores[i])) + Total(d), copies: true),
        Of(
            "tabs of two years",
            d =>
                $"<section class=\"tab\"><h2>{d.EarlierYear}</h2>{Rows(d, i => $"{d.Earlier[i]}")}</section><section class=\"tab\"><h2>{d.Year}</h2>{Rows(d, i => $"{d.Scores[i]}")}</section>"
                + Total(d),
            d => PageTruth.WithEarlier(d),
            copies: true
        ),
        Of(
            "a later heading of an older year",
            d =>
                $"{Rows(d, i => $"{d.Scores[i]}")}{Total(d)}<h2>{d.EarlierYear}</h2><p>Då deltog kommunen för första gången.</p>",
            copies: true
        ),
        Of(
            "published later",
            d =>
                $"<p>Publicerad: {d.Year + 1}-01-12</p>{Rows(d, i => $"{d.Scores[i]}")}" + Total(d),
            copies: true
        ) with
        {
            Title = d => $"Bra resultat för {d.Kommun} i Kommunkompassen",
            Top = d =>
                $"<h1>Bra resultat i Kommunkompassen</h1><p>{d.Kommun} utvärderades i oktober {d.Year}.</p>",
        },
        Of(
            "changed later",
            d =>
                $"{Rows(d, i => $"{d.Scores[i]}")}{Total(d)}<p>Senast ändrad den 3 maj {d.Year + 2}</p><p>© {d.Year + 2} {d.Kommun}</p>",
            copies: true
        ) with
        {
            Title = d => $"Kommunkompassen - {d.Kommun}",
            Top = d => $"<h1>Kommunkompassen</h1><p>Resultatet av {d.Year} års utvärdering.</p>",
        },
    ];
}
