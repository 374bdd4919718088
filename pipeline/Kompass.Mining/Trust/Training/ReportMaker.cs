using Kompass.Mining.Layout.Lists.Training;

namespace Kompass.Mining.Trust.Training;

/// <summary>Makes up reports: scores by chance, findings from examples, and prose that says nothing.</summary>
internal sealed class ReportMaker(Edition edition, IReadOnlyList<TrainingExample> examples)
{
    private static readonly string[] Municipalities =
    [
        "Ekdal",
        "Björkvallen",
        "Sandfors",
        "Mossebo",
        "Lövhamra",
        "Norrholma",
        "Vintermark",
        "Tallvik",
    ];

    private static readonly string[] Sentences =
    [
        "Kommunen har en plan för området som antogs av fullmäktige och följs upp en gång om året.",
        "De intervjuade beskriver ett arbete som har kommit olika långt i nämnderna.",
        "Flera förvaltningar har egna rutiner, men de är inte samlade i något gemensamt dokument.",
        "Cheferna träffas varje månad och går igenom läget i verksamheten.",
        "Uppföljningen sker i samband med delårsrapporten och redovisas för kommunstyrelsen.",
        "Enheterna redovisar sina resultat i en mall som är lika för alla.",
        "Här återstår en del att göra innan arbetssättet är känt av alla medarbetare.",
        "Invånarna kan lämna synpunkter på webben och får svar inom två veckor.",
        "Politikerna beskriver samarbetet som öppet och förtroendefullt.",
        "Det finns ett intresse för att lära av grannkommunerna.",
    ];

    private readonly ILookup<(int, FindingKind), string> _pool = examples.ToLookup(
        e => (e.Area, e.Kind),
        e => e.Text
    );
    private readonly Dictionary<FindingKind, List<string>> _all = examples
        .GroupBy(e => e.Kind)
        .ToDictionary(g => g.Key, g => g.Select(e => e.Text).ToList());

    /// <summary>A report and the pieces that state it. One in seven is a page of the web on one.</summary>
    public (MadeReport Report, List<Piece> Pieces) Make(Random random, bool isPage)
    {
        var year = random.Next(2011, 2016);
        var name = Municipalities[random.Next(Municipalities.Length)];
        var kinds = random.Next(5) == 0 ? 3 : 2;
        var writer = new ItemWriter(
            random,
            new ListSetting { Name = "made" }.Drawn(random),
            name,
            (Stops)random.Next(4)
        )
        {
            ShareOfStops = random.NextDouble(),
        };
        var report = new MadeReport(
            name,
            year,
            year - random.Next(2, 5),
            [.. edition.Areas.Select(a => MakeArea(a, kinds, writer, random))]
        );
        return (report, isPage ? Page(report, random) : Pieces(report, random));
    }

    // Points come in quarters and are printed as whole ones; so a sum may be off by rounding.
    private MadeArea MakeArea(Area area, int kinds, ItemWriter writer, Random random)
    {
        var points = area
            .Questions.Select(q =>
                (Question: q, Quarters: random.Next(random.Next(3) * q.Max, (4 * q.Max) + 1))
            )
            .ToList();
        return new MadeArea(
            area,
            Whole(points.Sum(p => p.Quarters) / 4m),
            Math.Clamp(Whole(points.Sum(p => p.Quarters) / 4m) + random.Next(-15, 12), 5, 100),
            [
                .. points.Select(p => new MadeQuestion(
                    p.Question,
                    Whole(p.Quarters / 4m),
                    Whole(25m * p.Quarters / p.Question.Max)
                )),
            ],
            [
                .. Enum.GetValues<FindingKind>()
                    .Take(kinds)
                    .SelectMany(k =>
                        Some(_pool[(area.Number, k)], random)
                            .Select(t => (k, writer.Write(t, [Any(k), Any(k)])))
                    ),
            ]
        );

        string Any(FindingKind kind) => _all[kind][random.Next(_all[kind].Count)];

        static int Whole(decimal value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<string> Some(IEnumerable<string> pool, Random random)
    {
        var all = pool.ToArray();
        random.Shuffle(all);
        return all.Take(random.Next(1, 5) + random.Next(4));
    }

    // Chance is asked in the order of the pieces: the same data give the same reports.
    private static List<Piece> Pieces(MadeReport report, Random random)
    {
        var name = report.Municipality;
        return
        [
            Title("KommunKompassen"),
            Title("ANALYS AV"),
            Title($"{name.ToUpperInvariant()}S KOMMUN"),
            Title(Text(report.Year)),
            Chapter(
                $"2 {name}s kommun i förhållande till Kommunkompassen: En sammanfattande genomgång"
            ),
            Paragraph($"{name} utvärderades i april {report.Year}. {Prose(random)}"),
            .. If(
                random.Next(4) > 0,
                () => Paragraph($"{name} får sammanlagt {report.Total} poäng av 800 möjliga.")
            ),
            .. If(random.Next(4) > 0, () => Summary(report, random.Next(3) > 0)),
            Chapter("3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden"),
            .. report.Areas.SelectMany(a => OfArea(a, KindsOf(report), random)),
            .. random.Next(5) > 0 ? Overview(report) : [],
        ];
    }

    private static IEnumerable<Piece> Overview(MadeReport report) =>
        [
            Chapter("4. Översikt av poängfördelning"),
            Paragraph($"Tabellerna nedan visar {report.Municipality}s poäng i varje delfråga."),
            .. report.Areas.Select(Questions),
        ];

    private static int KindsOf(MadeReport report) =>
        report.Areas.Max(a => a.Findings.Max(f => (int)f.Kind)) + 1;

    private static Piece Title(string text) => new(PieceKind.Title, text);

    private static Piece Chapter(string text) => new(PieceKind.Chapter, text);

    private static Piece Paragraph(string text) => new(PieceKind.Paragraph, text);

    private static IEnumerable<Piece> If(bool condition, Func<Piece> piece) =>
        condition ? [piece()] : [];

    private static IEnumerable<Piece> OfArea(MadeArea area, int kinds, Random random)
    {
        yield return new Piece(PieceKind.Area, $"Område {area.Area.Number} {area.Area.Name}");
        yield return new Piece(
            PieceKind.Box,
            "",
            ["Rubriker", "Poäng"],
            [string.Join('\n', area.Area.Rubrics.Select(r => r.Heading)), Text(area.Score)]
        );
        yield return new Piece(PieceKind.Rubric, "Allmänt");
        yield return Paragraph(Prose(random));
        foreach (var rubric in area.Area.Rubrics)
        {
            yield return new Piece(PieceKind.Rubric, rubric.Heading);
            yield return Paragraph(Prose(random));
        }

        var heads = new[] { "Styrkor", "Förbättringsmöjligheter", "Svagheter" }[..kinds];
        yield return new Piece(
            PieceKind.Findings,
            "",
            heads,
            [
                .. heads.Select(
                    (_, k) =>
                        string.Join(
                            '\n',
                            area.Findings.Where(f => (int)f.Kind == k).Select(f => f.Text)
                        )
                ),
            ]
        );
    }

    private static Piece Questions(MadeArea area) =>
        new(
            PieceKind.Questions,
            "",
            [
                [$"{area.Area.Number}.", area.Area.Name, "Uppnått", "Max", "Procent"],
                .. area.Questions.Select(q =>
                    (string[])
                        [
                            q.Question.Code,
                            q.Question.Text,
                            Text(q.Points),
                            Text(q.Question.Max),
                            $"{q.Percent}%",
                        ]
                ),
                ["", "", Text(area.Score), "100", $"{area.Score}%"],
            ]
        );

    private static Piece Summary(MadeReport report, bool withEarlier)
    {
        string[][] rows =
        [
            ["Område", Text(report.Year), Text(report.EarlierYear)],
            .. report.Areas.Select(a =>
                (string[])[$"{a.Area.Number}. {a.Area.Name}", Text(a.Score), Text(a.Earlier)]
            ),
            ["TOTALT", Text(report.Total), Text(report.EarlierTotal)],
        ];
        return new Piece(PieceKind.Summary, "", [.. rows.Select(r => r[..(withEarlier ? 3 : 2)])]);
    }

    private static List<Piece> Page(MadeReport report, Random random)
    {
        var name = report.Municipality;
        List<Piece> pieces =
        [
            Title($"{name} i Kommunkompassen"),
            Paragraph(
                $"År {report.Year} utvärderades {name}s kommun med Kommunkompassen. {Prose(random)}"
            ),
            Summary(report, random.Next(2) == 0),
        ];
        if (random.Next(2) == 0)
        {
            pieces.Insert(
                2,
                Paragraph($"{name} fick sammanlagt {report.Total} poäng av 800 möjliga.")
            );
        }

        pieces.Add(Paragraph(Prose(random)));
        return pieces;
    }

    private static string Prose(Random random) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, random.Next(1, 5))
                .Select(_ => Sentences[random.Next(Sentences.Length)])
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
