using System.Text;

namespace Kompass.Mining.Tests.WebPages;

/// <summary>How a report set as HTML writes its parts; what is not given is written plainly.</summary>
internal sealed record HtmlReport
{
    /// <summary>Strengths and improvement areas of an area.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyList<string>, string> Findings { get; init; } =
        (a, b) =>
            $"<table><tr><th>Styrkor</th><th>Förbättringsmöjligheter</th></tr><tr><td>{List(a)}</td><td>{List(b)}</td></tr></table>";

    /// <summary>The score in its box.</summary>
    public Func<int, string> Score { get; init; } = s => s.ToString(CultureInfo.InvariantCulture);

    /// <summary>The box of an area: its rubrics and its score.</summary>
    public Func<IReadOnlyList<string>, string, string> Box { get; init; } =
        (rubrics, score) =>
            $"<table><tr><th>Rubriker</th><th>Poäng</th></tr><tr><td>{List(rubrics)}</td><td>{score}</td></tr></table>";

    /// <summary>A heading of a level.</summary>
    public Func<int, string, string> Heading { get; init; } =
        (level, text) => $"<h{level}>{text}</h{level}>";

    /// <summary>A number of a table of sub-questions.</summary>
    public Func<string, string> Number { get; init; } = n => $"<td>{n}</td>";

    /// <summary>A table of sub-questions: its head and its rows.</summary>
    public Func<
        IReadOnlyList<string>,
        IReadOnlyList<IReadOnlyList<string>>,
        string
    >? Table { get; init; }

    public string Style { get; init; } = "";

    public static string List(IEnumerable<string> items) =>
        $"<ul>{string.Concat(items.Select(i => $"<li>{i}</li>"))}</ul>";

    /// <summary>A report on Ekdal with scores of its own, and what stands in it: scores, and the items of each area.</summary>
    public (
        string Html,
        IReadOnlyList<int> Scores,
        IReadOnlyList<(int Area, string Kind, string Text)> Items
    ) Write(int seed)
    {
        var random = new Random(seed);
        var edition = Subject.Labels.Edition;
        var scores = new List<int>();
        var items = new List<(int, string, string)>();
        var areas = new StringBuilder();
        var tables = new StringBuilder();
        foreach (var area in edition.Areas)
        {
            var achieved = area.Questions.Select(q => random.Next(q.Max / 3, q.Max)).ToList();
            scores.Add(achieved.Sum());
            var strengths = Pick(Strengths, random);
            var improvements = Pick(Improvements, random);
            items.AddRange(strengths.Select(t => (area.Number, "Strength", t)));
            items.AddRange(improvements.Select(t => (area.Number, "Improvement", t)));
            areas.Append(Heading(2, $"Område {area.Number} {area.Name}"));
            areas.Append(Box([.. area.Rubrics.Select(r => r.Heading)], Score(scores[^1])));
            areas
                .Append(Heading(3, "Allmänt"))
                .Append("<p>Här beskrivs hur Ekdal arbetar med området.</p>");
            foreach (var rubric in area.Rubrics)
            {
                areas
                    .Append(Heading(3, rubric.Heading))
                    .Append("<p>Kommunen har en plan som den följer.</p>");
            }

            areas.Append(Findings(strengths, improvements));
            if (Table is not null)
            {
                tables.Append(
                    Table(
                        [$"{area.Number}. {area.Name}", "Uppnått", "Max", "Procent"],
                        [
                            .. area.Questions.Zip(
                                achieved,
                                (q, points) =>
                                    (IReadOnlyList<string>)
                                        [
                                            $"{q.Code} {q.Text}",
                                            $"{points}",
                                            $"{q.Max}",
                                            $"{Math.Round(100m * points / q.Max)} %",
                                        ]
                            ),
                            ["Summa", $"{scores[^1]}", "100", $"{scores[^1]} %"],
                        ]
                    )
                );
                continue;
            }

            tables.Append(
                CultureInfo.InvariantCulture,
                $"<table><tr><th>{area.Number}.</th><th>{area.Name}</th><th>Uppnått</th><th>Max</th><th>Procent</th></tr>"
            );
            foreach (var (question, points) in area.Questions.Zip(achieved))
            {
                tables.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>{question.Code}</td><td>{question.Text}</td>{Number($"{points}")}{Number($"{question.Max}")}{Number($"{Math.Round(100m * points / question.Max)} %")}</tr>"
                );
            }

            tables.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td></td><td></td>{Number($"{scores[^1]}")}{Number("100")}{Number($"{scores[^1]} %")}</tr></table>"
            );
        }

        var html =
            $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Kommunkompassen</title>{Style}</head><body>{Heading(1, "KommunKompassen")}<p>ANALYS AV</p><p>EKDALS KOMMUN</p><p>2013</p>"
            + Heading(
                1,
                "2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång"
            )
            + $"<p>Utvärderingen av Ekdals kommun genomfördes i april 2013. Ekdal får sammanlagt {scores.Sum()} poäng av 800 möjliga.</p>"
            + Heading(1, "3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden")
            + areas
            + Heading(1, "4. Översikt av poängfördelning")
            + tables
            + "</body></html>";
        return (html, scores, items);
    }

    private static List<string> Pick(string[] from, Random random) =>
        [.. from.OrderBy(_ => random.Next()).Take(2 + random.Next(3))];

    private static readonly string[] Strengths =
    [
        "Tydlig styrmodell som är väl känd i förvaltningarna",
        "God dialog med invånarna om deras vardag",
        "Väl utvecklad uppföljning av enheternas mål",
        "Regelbundna möten mellan chefer och politiker",
        "Synpunkter från invånare besvaras inom en vecka",
    ];

    private static readonly string[] Improvements =
    [
        "Utveckla former för återkoppling till föreningarna",
        "Förenkla planerna och gör dem lättare att läsa",
        "Säkerställ att målen följs upp av alla nämnder",
        "Överväg att jämföra resultatet med grannarnas",
        "Ta fram en strategi för hur kompetensen ska försörjas",
    ];
}
