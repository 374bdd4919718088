namespace Kompass.Mining.Tests.WebPages;

/// <summary>Figures in tables.</summary>
internal static class TableShapes
{
    private static string Row(params object[] cells) =>
        $"<tr>{string.Concat(cells.Select(c => $"<td>{c}</td>"))}</tr>";

    private static string Head(params object[] cells) =>
        $"<tr>{string.Concat(cells.Select(c => $"<th>{c}</th>"))}</tr>";

    private static string Table(params string[] rows) => $"<table>{string.Concat(rows)}</table>";

    private static string Total(PageDraft d) =>
        $"<p>Totalt fick {d.Own.Name} {d.Total} poäng av 800 möjliga.</p>";

    private static string Plain(PageDraft d, IReadOnlyList<int> figures, string head = "Poäng") =>
        Table(Head("Område", head), d.Each(i => Row(d.Numbered(i), figures[i])));

    private static PageShape Of(
        string name,
        Func<PageDraft, string> body,
        Func<PageDraft, PageTruth>? truth = null
    ) => new(name, body, truth ?? (d => PageTruth.Of(d)));

    public static IReadOnlyList<PageShape> All { get; } =
    [
        Of("plain", d => Plain(d, d.Scores) + Total(d)),
        Of(
            "goal before",
            d =>
                Table(
                    Head("Område", $"Mål {d.GoalYear}", $"Utfall {d.Year}"),
                    d.Each(i => Row(d.Numbered(i), d.Goals[i], d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "goal after, no years",
            d =>
                Table(
                    Head("Område", "Resultat", "Målvärde"),
                    d.Each(i => Row(d.Names[i], d.Scores[i], d.Goals[i]))
                ) + Total(d)
        ),
        Of(
            "maximum and share",
            d =>
                Table(
                    Head("Område", "Poäng", "Maxpoäng", "Andel"),
                    d.Each(i => Row(d.Numbered(i), d.Scores[i], 100, d.Scores[i] + " %"))
                ) + Total(d)
        ),
        Of(
            "maximum first",
            d =>
                Table(
                    Head("Huvudområde", "Max", "Uppnådda poäng"),
                    d.Each(i => Row(d.Numbered(i), 100, d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "weights",
            d =>
                Table(
                    Head("Område", "Vikt", "Poäng"),
                    d.Each(i => Row(d.Numbered(i), 10 + i, d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "two years and change",
            d =>
                Table(
                    Head("Område", d.Year, d.EarlierYear, "Förändring"),
                    d.Each(i =>
                        Row(
                            d.Numbered(i),
                            d.Scores[i],
                            d.Earlier[i],
                            $"+{d.Scores[i] - d.Earlier[i]}"
                        )
                    )
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "earlier year first",
            d =>
                Table(
                    Head("Område", $"Resultat {d.EarlierYear}", $"Resultat {d.Year}"),
                    d.Each(i => Row(d.Names[i], d.Earlier[i], d.Scores[i]))
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "mean beside",
            d =>
                Table(
                    Head("Område", "Poäng", "Medel alla kommuner"),
                    d.Each(i => Row(d.Numbered(i), d.Scores[i], d.Means[i]))
                ) + Total(d)
        ),
        Of(
            "mean before own",
            d =>
                Table(
                    Head("Område", "Rikssnitt", d.Own.Name),
                    d.Each(i => Row(d.Numbered(i), d.Means[i], d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "mean of a year",
            d =>
                Table(
                    Head("Område", d.Year, $"Genomsnitt {d.Year}"),
                    d.Each(i => Row(d.Numbered(i), d.Scores[i], d.Means[i]))
                ) + Total(d)
        ),
        Of(
            "others beside",
            d =>
                Table(
                    Head("Område", d.Other.Name, d.Own.Name),
                    d.Each(i => Row(d.Numbered(i), d.Others[i], d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "place among others",
            d =>
                Table(
                    Head("Område", "Placering", "Poäng"),
                    d.Each(i => Row(d.Numbered(i), 1 + (i * 7), d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "transposed",
            d =>
                Table(Head(["Område", .. d.Names]), Row(["Poäng", .. d.Scores.Cast<object>()]))
                + Total(d)
        ),
        Of(
            "transposed, years",
            d =>
                Table(
                    Head(["År", .. d.Names]),
                    Row([d.EarlierYear, .. d.Earlier.Cast<object>()]),
                    Row([d.Year, .. d.Scores.Cast<object>()])
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "transposed, municipalities",
            d =>
                Table(
                    Head(["Kommun", .. d.Names, "Totalt"]),
                    Row([d.Other.Name, .. d.Others.Cast<object>(), d.Others.Sum()]),
                    Row([d.Own.Name, .. d.Scores.Cast<object>(), d.Total]),
                    Row(["Medel", .. d.Means.Cast<object>(), d.Means.Sum()])
                )
        ),
        Of(
            "head of two levels",
            d =>
                Table(
                    $"<tr><th rowspan=2>Område</th><th colspan=2>{d.EarlierYear}</th><th colspan=2>{d.Year}</th></tr>",
                    Head("Poäng", "Mål", "Poäng", "Mål"),
                    d.Each(i =>
                        Row(d.Numbered(i), d.Earlier[i], d.Earlier[i] + 2, d.Scores[i], d.Goals[i])
                    )
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "a row for area and year",
            d =>
                Table(
                    Head("Område", "År", "Poäng"),
                    d.Each(i =>
                        Row(d.Names[i], d.EarlierYear, d.Earlier[i])
                        + Row(d.Names[i], d.Year, d.Scores[i])
                    )
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "areas over two rows",
            d =>
                Table(
                    Head("Område", "År", "Poäng"),
                    d.Each(i =>
                        $"<tr><td rowspan=\"2\">{d.Names[i]}</td><td>{d.Year}</td><td>{d.Scores[i]}</td></tr>"
                        + Row(d.EarlierYear, d.Earlier[i])
                    )
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "captions",
            d =>
                $"<table><caption>Resultat {d.EarlierYear}</caption>{Head("Område", "Poäng")}{d.Each(i => Row(d.Names[i], d.Earlier[i]))}</table><table><caption>Resultat {d.Year}</caption>{Head("Område", "Poäng")}{d.Each(i => Row(d.Names[i], d.Scores[i]))}</table>"
                + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "another's table below",
            d =>
                Plain(d, d.Scores)
                + Total(d)
                + $"<h2>Så gick det för {d.Other.Name}</h2>"
                + Plain(d, d.Others)
        ),
        Of(
            "another's table above",
            d =>
                $"<h2>{d.Other.Name}</h2>"
                + Plain(d, d.Others)
                + $"<h2>{d.Own.Name}</h2>"
                + Plain(d, d.Scores)
                + Total(d)
        ),
        Of(
            "goals under their heading",
            d =>
                "<h2>Resultat</h2>"
                + Plain(d, d.Scores)
                + Total(d)
                + $"<h2>Mål för {d.GoalYear}</h2>"
                + Plain(d, d.Goals)
        ),
        Of(
            "goals under heading and subheading",
            d =>
                $"<h2>Våra mål {d.GoalYear}</h2><h3>Per område</h3>"
                + Plain(d, d.Goals)
                + "<h2>Resultat</h2><h3>Per område</h3>"
                + Plain(d, d.Scores)
                + Total(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "means only",
            d => "<h2>Medelvärden för alla kommuner</h2>" + Plain(d, d.Means),
            _ => PageTruth.Nothing
        ),
        Of("goals only", d => Plain(d, d.Goals, $"Mål {d.GoalYear}"), _ => PageTruth.Nothing),
        Of(
            "changes only",
            d =>
                Table(
                    Head("Område", $"Förändring sedan {d.EarlierYear}"),
                    d.Each(i => Row(d.Numbered(i), $"+{d.Scores[i] - d.Earlier[i]}"))
                ) + Total(d),
            PageTruth.OnlyTotal
        ),
        Of(
            "places only",
            d =>
                Table(Head("Område", "Placering"), d.Each(i => Row(d.Numbered(i), 3 + (5 * i))))
                + Total(d),
            PageTruth.OnlyTotal
        ),
        Of(
            "weights only",
            d => Table(Head("Område", "Viktning"), d.Each(i => Row(d.Numbered(i), 12))) + Total(d),
            PageTruth.OnlyTotal
        ),
        Of(
            "number in its own column",
            d =>
                Table(
                    Head("Nr", "Område", "Poäng"),
                    d.Each(i => Row(i + 1, d.Names[i], d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "score before area",
            d =>
                Table(Head("Poäng", "Område"), d.Each(i => Row(d.Scores[i], d.Names[i]))) + Total(d)
        ),
        Of(
            "total row",
            d =>
                Table(
                    Head("Område", d.Year, d.EarlierYear),
                    d.Each(i => Row(d.Numbered(i), d.Scores[i], d.Earlier[i])),
                    Row("Totalt", d.Total, d.EarlierTotal)
                ),
            d => new PageTruth(d.Scores, d.Total, [(d.EarlierYear, d.Earlier, d.EarlierTotal)])
        ),
        Of(
            "total row first",
            d =>
                Table(
                    Head("", "Poäng"),
                    Row("Totalpoäng", d.Total),
                    d.Each(i => Row(d.Numbered(i), d.Scores[i]))
                )
        ),
        Of(
            "sections in one table",
            d =>
                $"<table><tr><th colspan=2>Resultat {d.EarlierYear}</th></tr>{d.Each(i => Row(d.Names[i], d.Earlier[i]))}<tr><th colspan=2>Resultat {d.Year}</th></tr>{d.Each(i => Row(d.Names[i], d.Scores[i]))}</table>"
                + Total(d),
            d => PageTruth.WithEarlier(d)
        ) with
        {
            Copies = false,
        },
        Of(
            "score of hundred",
            d =>
                Table(
                    Head("Område", "Resultat"),
                    d.Each(i => Row(d.Numbered(i), $"{d.Scores[i]} av 100"))
                ) + Total(d)
        ),
        Of(
            "points written",
            d =>
                Table(
                    Head("Område", "Resultat"),
                    d.Each(i => Row(d.Numbered(i), $"{d.Scores[i]} poäng"))
                ) + Total(d)
        ),
        Of(
            "change in brackets",
            d =>
                Table(
                    Head("Område", $"{d.Year} (förändring sedan {d.EarlierYear})"),
                    d.Each(i =>
                        Row(d.Numbered(i), $"{d.Scores[i]} (+{d.Scores[i] - d.Earlier[i]})")
                    )
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "earlier in brackets",
            d =>
                Table(
                    Head("Område", $"Poäng {d.Year} ({d.EarlierYear})"),
                    d.Each(i => Row(d.Numbered(i), $"{d.Scores[i]} ({d.Earlier[i]})"))
                ) + Total(d),
            d => PageTruth.WithEarlier(d)
        ),
        Of(
            "mean in brackets",
            d =>
                Table(
                    Head("Område", "Poäng (medel)"),
                    d.Each(i => Row(d.Numbered(i), $"{d.Scores[i]} ({d.Means[i]})"))
                ) + Total(d)
        ),
        Of(
            "last time",
            d =>
                Table(
                    Head("Område", "Förra utvärderingen", "Denna gång"),
                    d.Each(i => Row(d.Numbered(i), d.Earlier[i], d.Scores[i]))
                ) + Total(d),
            d => PageTruth.WithEarlier(d, year: false)
        ),
        Of(
            "ampersands",
            d =>
                Table(
                    Head("Område", "Poäng"),
                    d.Each(i =>
                        Row(
                            d.Names[i].Replace(" och ", " &amp; ", StringComparison.Ordinal),
                            d.Scores[i]
                        )
                    )
                ) + Total(d)
        ),
        Of(
            "number glued to the name",
            d =>
                Table(
                    Head("Område", "Poäng"),
                    d.Each(i => Row($"{i + 1}.{d.Names[i]}", d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "an area renamed",
            d =>
                Table(
                    Head("Område", "Poäng"),
                    d.Each(i =>
                        Row(i == 6 ? "7. Utveckling av verksamheten" : d.Numbered(i), d.Scores[i])
                    )
                ) + Total(d)
        ),
        Of("names of 2016", d => Plain(d, d.Scores) + Total(d)) with
        {
            Edition = "2016",
        },
        Of("names of 2020", d => Plain(d, d.Scores) + Total(d)) with
        {
            Edition = "2020",
        },
        Of(
            "names of 2020, no numbers",
            d =>
                Table(Head("Område", "Poäng"), d.Each(i => Row(d.Names[i], d.Scores[i]))) + Total(d)
        ) with
        {
            Edition = "2020",
        },
        Of(
            "first name of 2010 beside those of 2020",
            d =>
                Table(
                    Head("Område", "Poäng", "Medel"),
                    d.Each(i =>
                        Row(
                            i == 0 ? "Offentlighet och demokrati" : d.Names[i],
                            d.Scores[i],
                            d.Means[i]
                        )
                    )
                ) + Total(d)
        ) with
        {
            Edition = "2020",
        },
        Of(
            "no head",
            d =>
                $"<h2>Poäng per område</h2>{Table(d.Each(i => Row(d.Numbered(i), d.Scores[i])))}"
                + Total(d)
        ),
        Of(
            "two columns without heads",
            d => Table(d.Each(i => Row(d.Numbered(i), d.Scores[i], d.Means[i]))) + Total(d),
            PageTruth.OnlyTotal
        ),
        Of(
            "best of the country",
            d =>
                Table(
                    Head("Område", "Bästa kommun", d.Own.Name),
                    d.Each(i => Row(d.Numbered(i), d.Others[i] + 9, d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "own judgement",
            d =>
                Table(
                    Head("Område", "Självskattning", "Resultat"),
                    d.Each(i => Row(d.Numbered(i), d.Goals[i], d.Scores[i]))
                ) + Total(d)
        ),
        Of(
            "years down the side, totals",
            d =>
                Table(
                    Head("År", "Totalpoäng"),
                    Row(d.EarlierYear, d.EarlierTotal),
                    Row(d.Year, d.Total)
                ),
            d => PageTruth.TotalAndEarlier(d)
        ),
        Of(
            "total in a small table",
            d => Table(Row("Kommun", d.Kommun), Row("Totalpoäng", $"{d.Total} av 800")),
            PageTruth.OnlyTotal
        ),
    ];
}
