using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Improvements.Drafts;

/// <summary>Drafts on Ekdal, which does not exist, with every kind of evidence; the sentences and the figures are our own.</summary>
internal static class Specimen
{
    private static readonly string[] Improve =
    [
        "Ta fram en samlad plan som visar vad kommunen vill och vem som ansvarar",
        "Berätta lättbegripligt för invånarna vad verksamheterna har åstadkommit, och jämför med tidigare år",
        "Pröva fler former för dialog och återkoppla vad synpunkterna har lett till",
        "Följ upp målen på samma sätt i alla nämnder och använd resultaten i nästa års planering",
    ];

    private static readonly string[] Praise =
    [
        "Kommunen har en tydlig och väl känd strategi",
        "Uppföljningen är regelbunden och används av cheferna",
        "God dialog mellan dem som beslutar och dem som utför",
    ];

    private static readonly NearestProfile[] Neighbours =
    [
        new(new MunicipalityName(null, "Björkvallen"), 2012, 4.2, 45, true, "bjorkvallen-2012"),
        new(new MunicipalityName(null, "Norrholma"), 2013, 6.8, 45, true, "norrholma-2013"),
        new(new MunicipalityName(null, "Sandfors"), 2015, 7.1, 8, false, null),
    ];

    /// <summary>All eight areas, with two to four suggestions a column.</summary>
    public static ImprovementDraft Full(Edition edition) => Make(edition, 8, new Measure(3, 4));

    /// <summary>Two areas with few suggestions, one column of them empty: small enough to read as a whole.</summary>
    public static ImprovementDraft Small(Edition edition) => Make(edition, 2, new Measure(1, 2));

    /// <summary>Only area scores are known, and the suggestions rest on a baseline.</summary>
    public static ImprovementDraft AreasOnly(Edition edition)
    {
        var draft = Full(edition);
        return draft with
        {
            Basis = new DraftBasis(
                BasisKind.Baseline,
                "base-rate",
                "Tumregel: vad som oftast nämns",
                "Ingen modell är bättre än tumregeln för en profil utan delfrågornas poäng."
            ),
            Profile = draft.Profile with
            {
                Questions =
                [
                    .. draft.Profile.Questions.Select(q =>
                        q with
                        {
                            Achieved = null,
                            Share = null,
                        }
                    ),
                ],
                Population = null,
            },
            Areas =
            [
                .. draft.Areas.Select(a =>
                    a with
                    {
                        Strengths = [],
                        Improvements =
                        [
                            .. a.Improvements.Select(i =>
                                i with
                                {
                                    Achieved = null,
                                    Evidence = new DraftEvidence([], [], [], []),
                                }
                            ),
                        ],
                    }
                ),
            ],
            Method = draft.Method with { ProfileKind = "areas", DataHash = null },
        };
    }

    private static ImprovementDraft Make(Edition edition, int areas, Measure measure)
    {
        var rubrics = DraftProfileWriter.Rubrics(edition);
        var questions = edition
            .Areas.Take(areas)
            .SelectMany(a => a.Questions)
            .Select(
                (q, i) =>
                {
                    var achieved = Math.Round(q.Max * (0.25m + 0.65m * (i * 7 % 11) / 10m));
                    return new ProfileQuestion(
                        q.Code,
                        q.Text,
                        achieved,
                        q.Max,
                        (double)achieved / q.Max,
                        rubrics.GetValueOrDefault(q.Code, q.Text)
                    );
                }
            )
            .ToList();
        var scores = edition
            .Areas.Take(areas)
            .Select(a => new ProfileArea(
                a.Number,
                a.Name,
                questions.Where(q => Of(q, a)).Sum(q => q.Achieved),
                100,
                48 + a.Number * 2.5,
                21
            ))
            .ToList();
        var ranks = questions
            .OrderBy(q => q.Share)
            .Select((q, i) => (q.Code, Rank: i + 1))
            .ToDictionary(q => q.Code, q => q.Rank, StringComparer.Ordinal);
        return new ImprovementDraft(
            ImprovementDraft.CurrentSchema,
            "ekdal-2014",
            new MunicipalityName(null, "Ekdal"),
            2014,
            edition.Id,
            new DraftBasis(
                BasisKind.Model,
                "improvements-1f2e3d4c",
                "Logistisk regression",
                "Den rangordnade delfrågorna bättre än alla tumregler när en kommun i taget lämnades utanför."
            ),
            new DraftProfile(
                "ekdal-2014",
                scores.Sum(s => s.Score),
                areas * 100,
                scores,
                questions,
                "Västmanlands län",
                "Varuproducerande kommuner",
                14210,
                [
                    new EarlierScores(
                        2008,
                        false,
                        new Dictionary<int, decimal> { [1] = 41.5m },
                        new Dictionary<string, decimal>(),
                        390.5m
                    ),
                ],
                "jämförbara utvärderingar"
            ),
            [
                .. edition
                    .Areas.Take(areas)
                    .Select(a => Area(a, [.. questions.Where(q => Of(q, a))], ranks, measure)),
            ],
            Neighbours,
            new DraftMethod(
                "questions",
                "9c0ffee1",
                "0.1.0",
                [
                    "Underlaget är litet, så intervallen är breda.",
                    "Modellen ser bara poäng, inte vad intervjuerna handlade om.",
                ]
            ),
            [
                .. questions
                    .OrderBy(q => ranks[q.Code])
                    .Select(q => new RankedQuestion(
                        ranks[q.Code],
                        q.Code,
                        Math.Round(0.9 - 0.015 * ranks[q.Code], 3),
                        Math.Round(0.2 + 0.01 * ranks[q.Code], 3)
                    )),
            ],
            FollowUpOf(questions),
            [
                new NoteEvidence(
                    "1.4",
                    1,
                    "intervju.docx",
                    "stycke 3",
                    "Vi saknar ett sätt att återkoppla till dem som varit med i dialogen.",
                    Stance.Missing
                ),
            ]
        );
    }

    private static DraftFollowUp FollowUpOf(IReadOnlyList<ProfileQuestion> questions) =>
        new(
            2011,
            "ekdal-2011",
            [
                new FollowUpItem(
                    "1.4",
                    questions.First(q => q.Code == "1.4").Text,
                    6,
                    questions.First(q => q.Code == "1.4").Achieved,
                    questions.First(q => q.Code == "1.4").Max,
                    FollowUpState.Risen,
                    [
                        new QuotedFinding(
                            "ekdal-2011",
                            "ekdal-2011/1/improvement/1",
                            new MunicipalityName(null, "Ekdal"),
                            2011,
                            "Återkoppla till dem som deltar i dialoger",
                            8
                        ),
                    ]
                ),
            ],
            []
        );

    private static DraftArea Area(
        Area area,
        IReadOnlyList<ProfileQuestion> questions,
        IReadOnlyDictionary<string, int> ranks,
        Measure measure
    )
    {
        var weakest = questions.OrderBy(q => q.Share).ToList();
        return new DraftArea(
            area.Number,
            area.Name,
            questions.Sum(q => q.Achieved),
            100,
            area.Number == 2
                ? []
                :
                [
                    .. weakest
                        .AsEnumerable()
                        .Reverse()
                        .Take(measure.Strengths)
                        .Select((q, i) => Item(FindingKind.Strength, q, i + 1)),
                ],
            [
                .. weakest
                    .Take(measure.Improvements)
                    .Select(q => Item(FindingKind.Improvement, q, ranks[q.Code])),
            ],
            0.97,
            2.6
        );
    }

    private static DraftItem Item(FindingKind kind, ProfileQuestion question, int rank)
    {
        var isStrength = kind == FindingKind.Strength;
        var probability = Math.Round(0.9 - 0.015 * rank, 3);
        var sentences = isStrength ? Praise : Improve;
        var area = question.Code[0] - '0';
        return new DraftItem(
            $"ekdal-2014/{(isStrength ? "strength" : "improvement")}/{question.Code}",
            kind,
            rank,
            question.Code,
            question.Text,
            PointLevel.Begun,
            "follow-up",
            "Uppföljning och analys",
            question.Achieved,
            question.Max,
            probability,
            probability > 0.75 ? "mycket troligt" : "troligt",
            sentences[(area + rank) % sentences.Length],
            [
                $"Delfrågan ligger {(isStrength ? "över" : "under")} medelvärdet för andra utvärderade kommuner.",
                "Skillnaden mot kommunens egen nivå är stor.",
            ],
            new DraftEvidence(
                [
                    new NearestOutcome(Neighbours[0], question.Max / 3, question.Max, true),
                    new NearestOutcome(Neighbours[1], null, question.Max, false),
                ],
                rank % 2 == 0
                    ? []
                    :
                    [
                        new QuotedFinding(
                            "bjorkvallen-2012",
                            $"bjorkvallen-2012/{area}/improvement/1",
                            Neighbours[0].Municipality,
                            2012,
                            "Låt nämnderna | redovisa sina resultat på *samma* sätt & jämför <öppet>",
                            14
                        ),
                    ],
                [
                    new ExemplarReference(
                        new MunicipalityName(null, "Lövhamra"),
                        area,
                        "Information om resultat",
                        "norrholma-2013",
                        "Lövhamra visar sina resultat på ett sätt som andra kan lära av.",
                        9,
                        new MunicipalityName(null, "Norrholma"),
                        2013
                    ),
                ],
                rank % 3 == 0
                    ?
                    [
                        new LaterOutcome(
                            new MunicipalityName(null, "Mossebo"),
                            2010,
                            2013,
                            question.Code,
                            area,
                            4,
                            9,
                            question.Max,
                            true,
                            false
                        ),
                    ]
                    : []
            )
        );
    }

    private static bool Of(ProfileQuestion question, Area area) =>
        question.Code.StartsWith($"{area.Number}.", StringComparison.Ordinal);

    private sealed record Measure(int Strengths, int Improvements);
}
