namespace Kompass.Mining.Tests.WebPages;

/// <summary>
/// Pages put together by chance: the scores' column among others that are no scores of the municipality, in any order, and sentences that state anything
/// but its points beside one that states them.
/// </summary>
internal static class ComposedShapes
{
    private const int Pages = 40;

    private sealed record Column(Func<PageDraft, string> Head, Func<PageDraft, int, object> Cell);

    private static readonly IReadOnlyList<Func<PageDraft, string>> ScoreHeads =
    [
        d => $"{d.Year}",
        d => $"Resultat {d.Year}",
        d => "Poäng",
        d => d.Own.Name,
        d => $"{d.Own.Name} {d.Year}",
        _ => "Kommunens poäng",
        _ => "Utfall",
    ];

    private static readonly IReadOnlyList<Column> Others =
    [
        new(d => $"Mål {d.GoalYear}", (d, i) => d.Goals[i]),
        new(_ => "Målnivå", (d, i) => d.Goals[i]),
        new(d => $"Prognos {d.GoalYear}", (d, i) => d.Goals[i]),
        new(_ => "Länssnitt", (d, i) => d.Means[i]),
        new(_ => "Medelvärde alla kommuner", (d, i) => d.Means[i]),
        new(_ => "Jämförbara kommuner", (d, i) => d.Means[i]),
        new(_ => "Möjliga poäng", (_, _) => 100),
        new(_ => "Placering", (_, i) => 3 + (i * 5 % 17)),
        new(d => d.Other.Name, (d, i) => d.Others[i]),
        new(d => $"{d.Other.Name} {d.Year - 1}", (d, i) => d.Others[i]),
        new(_ => "Bästa kommun", (d, i) => d.Others[i] + 5),
        new(_ => "Självskattning", (d, i) => d.Means[i] + 9),
        new(_ => "Antal frågor", (_, i) => 10 + (i % 4)),
        new(_ => "Andel", (d, i) => $"{d.Scores[i]} %"),
        new(_ => "Vikt", (_, i) => $"{10 + i} %"),
        new(_ => "Trend", (_, i) => "↑→↓"[i % 3]),
        new(_ => "Kommentar", (_, _) => "Se sid 14"),
    ];

    // Each area is meant, since their names hold the words and commas that part clauses.
    private static readonly IReadOnlyList<Func<PageDraft, int, string>> Sentences =
    [
        (d, i) => $"Genomsnittet i området {d.Names[i]} är {d.Means[i]} poäng.",
        (d, i) => $"{d.Other.Name} är bäst på {d.Names[i]} med {d.Others[i]} poäng.",
        (d, i) => $"Målet i {d.Names[i]} är {d.Goals[i]} poäng.",
        (d, _) =>
            $"De kommuner som har utvärderats får i snitt {d.Means.Sum()} poäng, och spännvidden är {d.Means.Sum() - 150}–{d.Means.Sum() + 150} poäng.",
        (d, _) => $"{d.Other.Forms[0]} nådde {d.Others.Sum()} poäng {d.Year - 1}.",
        (d, _) => $"Vi siktar på {d.Goals.Sum()} poäng år {d.GoalYear}.",
        (d, _) => $"Rekordet innehas av {d.Other.Name} med {d.Others.Sum() + 90} poäng.",
        (_, _) => "Personalenkäten gav ett index på 71 av 100.",
        (d, i) =>
            $"Snittet för {d.Names[i]} är {d.Means[i]} poäng och för {d.Names[7 - i]} {d.Means[7 - i]} poäng.",
        (d, i) =>
            $"Målen är {d.Goals[i]} poäng för {d.Names[i]} och {d.Goals[7 - i]} poäng för {d.Names[7 - i]}.",
        (d, i) => $"Området {d.Names[i]} tappar {10 + i} poäng.",
        (d, _) =>
            $"Kommunerna har fått mellan {d.Means.Sum() - 150} och {d.Means.Sum() + 150} poäng.",
        (d, _) =>
            $"Resultaten varierar från {d.Means.Sum() - 150} till {d.Means.Sum() + 150} poäng.",
        (d, _) => $"Genomsnittet för de 33 kommuner som deltagit är {d.Means.Sum()} poäng.",
        (d, _) => $"Det saknas {800 - d.Total} poäng till full pott.",
        (d, _) =>
            $"År {d.EarlierYear - 2} genomförde {d.Other.Forms[0]} utvärderingen och fick {d.Others.Sum()} poäng.",
    ];

    public static IReadOnlyList<PageShape> All { get; } =
    [
        .. Enumerable.Range(0, Pages).Select(Table),
        .. Sentences.Select(
            (sentence, n) =>
                new PageShape(
                    $"beside sentence {n}",
                    d =>
                        $"<p>{string.Join(' ', Enumerable.Range(0, 8).Where(i => i % 3 == n % 3).Select(i => sentence(d, i)))} Totalt fick kommunen {d.Total} poäng av 800.</p>",
                    PageTruth.OnlyTotal
                )
        ),
        .. new[] { "Snitt", "Mål", "Placering", "Maxpoäng" }.Select(head => new PageShape(
            $"totals by year beside {head}",
            d =>
                $"<table>{Row("th", "År", "Poäng", head)}{Row("td", d.EarlierYear, d.EarlierTotal, head == "Placering" ? 12 : d.Goals.Sum())}{Row("td", d.Year, d.Total, head == "Placering" ? 9 : d.Goals.Sum() + 3)}</table>",
            d => PageTruth.TotalAndEarlier(d)
        )),
    ];

    private static PageShape Table(int number)
    {
        var random = new Random(number);
        var head = ScoreHeads[random.Next(ScoreHeads.Count)];
        var hasEarlier = random.Next(2) == 0;
        List<Column> columns =
        [
            new(head, (d, i) => d.Scores[i]),
            .. Others.OrderBy(_ => random.Next()).Take(random.Next(4)),
        ];
        if (hasEarlier)
        {
            columns.Add(new(d => $"{d.EarlierYear}", (d, i) => d.Earlier[i]));
        }

        columns = [.. columns.OrderBy(_ => random.Next())];
        return new PageShape(
            $"composed {number}: {string.Join('|', columns.Select(c => c.Head(new PageDraft(1))))}",
            d =>
                $"<table>{Row("th", ["Område", .. columns.Select(c => c.Head(d))])}{d.Each(i => Row("td", [d.Names[i], .. columns.Select(c => c.Cell(d, i))]))}</table><p>Totalt fick kommunen {d.Total} poäng av 800.</p>",
            d => hasEarlier ? PageTruth.WithEarlier(d) : PageTruth.Of(d)
        );
    }

    private static string Row(string cell, params object[] texts) =>
        $"<tr>{string.Concat(texts.Select(t => $"<{cell}>{t}</{cell}>"))}</tr>";
}
