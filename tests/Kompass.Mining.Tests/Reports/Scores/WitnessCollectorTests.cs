using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Tests.Reports.Scores;

public sealed class WitnessCollectorTests
{
    private static readonly Block Chart = new Block.Figure(
        Subject.Passage("Ekdals kommun 2013-431 p"),
        [
            .. new[] { 49, 52, 60, 51, 47, 57, 44, 71 }.Select(v => new ChartNumber(
                v,
                Kompass.Mining.Documents.Place.Unknown
            )),
        ]
    );

    [Fact]
    public void ScoreBox_StatesItsAreasScore() =>
        Assert.Equal(
            "3:58 rubric-box",
            Show(InArea(3, Blocks.Table("Rubriker|Poäng", "• Etik|58")))
        );

    [Theory]
    [InlineData("Rubriker|2013|2010", "3:58 rubric-box; 2010/3:47 rubric-box")]
    [InlineData("Rubriker|2010|2013", "2010/3:58 rubric-box; 3:47 rubric-box")]
    public void ScoreBoxOfTwoYears_StatesBoth(string head, string witnesses) =>
        Assert.Equal(witnesses, Show(InArea(3, Blocks.Table(head, "• Etik|58|47"))));

    [Fact]
    public void ScoreBoxOfTwoNumbersWithoutYears_StatesTheFirstAndDoubtsTheOther()
    {
        var stated = InArea(3, Blocks.Table("Rubriker|Poäng", "• Etik|58 47"));

        Assert.Equal("3:58 rubric-box", Show(stated));
        var note = Assert.Single(stated.Notes);
        Assert.Equal((NoteCode.PreviousUnclear, 3), (note.Code, note.Area));
    }

    [Theory]
    [InlineData("Området får femtioåtta poäng av hundra möjliga.", "3:58 prose")]
    [InlineData("Mycket är bra. Området fick 58 poäng.", "3:58 prose")]
    [InlineData(
        "Arbetet för brukarna är bra. Inom detta område når kommunen 58 av 100 poäng.",
        "3:58 prose"
    )]
    [InlineData("Mycket är bra. Sammantaget ger detta 58 poäng (av högst 100).", "3:58 prose")]
    [InlineData("Inom området når grannarna 58 poäng.", "")]
    [InlineData("Området får höga poäng.", "")]
    [InlineData("Området fick 47 poäng förra gången.", "")]
    [InlineData("Området får 158 poäng.", "")]
    [InlineData("Området får två poäng mer nu.", "")]
    [InlineData("Ett annat mått inom Området får 58 poäng.", "")]
    public void SentenceOnTheArea_StatesItsScore(string prose, string witnesses) =>
        Assert.Equal(witnesses, Show(InArea(3, Blocks.Paragraph(prose))));

    [Fact]
    public void Chart_StatesEveryAreaAndItsTitleTheTotal() =>
        Assert.Equal(
            "1:49 chart; 2:52 chart; 3:60 chart; 4:51 chart; 5:47 chart; 6:57 chart; 7:44 chart; 8:71 chart; 0:431 chart",
            Show(InSummary(Chart))
        );

    [Fact]
    public void TableOfSubQuestions_StatesItsSum()
    {
        var stated = Collect(
            Sections(
                overview:
                [
                    Blocks.Table(
                        "3.|Styrning|Uppnått|Max|Procent",
                        "3.1|Helhet?|9|15|60%",
                        "||60|100|60%"
                    ),
                ]
            )
        );

        Assert.Equal("3:60 score-table", Show(stated));
        Assert.Equal(["3.1"], Assert.Single(stated.Tables).Rows.Select(r => r.Code));
    }

    [Fact]
    public void TableOfSubQuestionsCutByAPage_IsOne()
    {
        var stated = Collect(
            Sections(
                overview:
                [
                    Blocks.Table("3.|Styrning|Uppnått|Max|Procent", "3.1|Helhet?|9|15|60%"),
                    Blocks.Table(
                        "3.2|Tydliga mål?|15|25|60%",
                        "3.3|Rapporter?|15|25|60%",
                        "||39|100|39%"
                    ),
                    Blocks.Table("3.|Styrning|Uppnått|Max|Procent", "3.1|Helhet?|1|15|7%"),
                ]
            )
        );

        Assert.Equal(["3.1", "3.2", "3.3"], Assert.Single(stated.Tables).Rows.Select(r => r.Code));
        Assert.Equal(9, stated.Tables[0].Rows[0].Achieved);
    }

    [Theory]
    [InlineData("Område|2013|2010", "1:61 2:57 3:63 | 2010/1:44 2010/2:46 2010/3:52")]
    [InlineData("Område|2010|2013", "2010/1:61 2010/2:57 2010/3:63 | 1:44 2:46 3:52")]
    [InlineData("Område|Poäng|2010", "1:61 2:57 3:63 | 2010/1:44 2010/2:46 2010/3:52")]
    [InlineData("Område|2013|Medel", "1:61 2:57 3:63 | ")]
    // Another municipality's are no earlier ones.
    [InlineData("Område|2013|Nacka 2010", "1:61 2:57 3:63 | ")]
    [InlineData("Område|Ekdal 2013|Lövnäs 2010", "1:61 2:57 3:63 | ")]
    [InlineData("Område|Ekdal 2013|Ekdal 2010", "1:61 2:57 3:63 | 2010/1:44 2010/2:46 2010/3:52")]
    [InlineData("Område|Poäng 2013|Poäng 2010", "1:61 2:57 3:63 | 2010/1:44 2010/2:46 2010/3:52")]
    [InlineData("Område|2011|2010", "1:61 2:57 3:63 | 2010/1:44 2010/2:46 2010/3:52")]
    public void SummaryTable_StatesThisEvaluationAndEarlierOnes(string head, string witnesses)
    {
        var stated = InSummary(Summary(head));

        Assert.Equal(
            witnesses,
            string.Join(
                " | ",
                new[] { 0, 1 }.Select(column =>
                    string.Join(
                        ' ',
                        stated
                            .Witnesses.Where(w => w.Value is 61 or 57 or 63 == (column == 0))
                            .Select(Show)
                    )
                )
            )
        );
    }

    [Theory]
    [InlineData(61, "1:61 2:57 3:63 2010/1:44 2010/2:46 2010/3:52")]
    // Nothing bears out which column is this evaluation's.
    [InlineData(60, "2010/1:61 2010/2:57 2010/3:63")]
    public void OneYearOverTwoColumns_IsThatOfTheOneThatTheBoxesDoNotBearOut(
        int box,
        string witnesses
    )
    {
        int[] boxes = [box, box == 61 ? 57 : 58, box == 61 ? 63 : 62];

        var stated = Collect(
            Sections(
                summary: [Summary("Område|2010|")],
                areas:
                [
                    .. boxes.Select(
                        (score, i) =>
                            new AreaSection(
                                i + 1,
                                Blocks.Recognised(Blocks.Table("Rubriker|Poäng", $"• Etik|{score}"))
                            )
                    ),
                ]
            )
        );

        Assert.Equal(
            witnesses,
            string.Join(' ', stated.Witnesses.Where(w => w.Via == Via.SummaryTable).Select(Show))
        );
    }

    [Theory]
    [InlineData(44, 46, 52, "1:44 2:46 3:52 0:142")]
    [InlineData(61, 57, 63, "1:61 2:57 3:63 0:181")]
    public void OfColumnsWithoutHeads_TheSumsOfTheSubQuestionsTellWhichIsThisEvaluations(
        int first,
        int second,
        int third,
        string witnesses
    )
    {
        int[] sums = [first, second, third];

        var stated = Collect(
            Sections(
                summary:
                [
                    Blocks.Table(
                        "Område|Ekdal|Granby",
                        "1. Offentlighet och demokrati|61|44",
                        "2. Tillgänglighet och brukarorientering|57|46",
                        "3. Politisk styrning och kontroll|63|52",
                        "Summa|181|142"
                    ),
                ],
                overview:
                [
                    .. sums.Select(
                        (sum, i) =>
                            Blocks.Table(
                                $"{i + 1}.|Område|Uppnått|Max|Procent",
                                $"{i + 1}.1|Helhet?|9|15|60%",
                                $"||{sum}|100|{sum}%"
                            )
                    ),
                ]
            )
        );

        Assert.Equal(
            witnesses,
            string.Join(' ', stated.Witnesses.Where(w => w.Via == Via.SummaryTable).Select(Show))
        );
    }

    [Fact]
    public void ColumnWithoutHead_IsLeftOutWithANote()
    {
        var stated = InSummary(Summary("Område|2013|"));

        Assert.Equal(3, stated.Witnesses.Count);
        Assert.Equal(NoteCode.PreviousUnclear, Assert.Single(stated.Notes).Code);
    }

    [Theory]
    [InlineData("Ekdal når totalt 513 poäng.", "0:513")]
    [InlineData("Ekdal får sammanlagt femhundratretton poäng av åttahundra möjliga.", "0:513")]
    [InlineData("Kommunen är några hundra poäng bättre.", "")]
    [InlineData("Resultatet är 513 poäng av 800.", "0:513")]
    [InlineData("Ekdal får 513 av 800 möjliga.", "0:513")]
    [InlineData("Ekdal fick 413 poäng 2010.", "")]
    [InlineData("Medelvärdet är 461 poäng.", "")]
    [InlineData("Målet i budgeten är minst 520 poäng.", "")]
    [InlineData("Högsta poäng i landet är 650 poäng.", "")]
    [InlineData("Förra gången fick kommunen 413 poäng.", "")]
    [InlineData("Man når 913 poäng.", "")]
    [InlineData("Kommunen har 513 anställda.", "")]
    [InlineData("Ekdals kommun 2013 - 513 p", "0:513")]
    [InlineData("Ekdals kommun 2010 - 413 p", "")]
    [InlineData("Nacka kommun 2013 - 613 p", "")]
    [InlineData("Resultatet är gott för kommunen, som når sammanlagt 513 poäng.", "0:513")]
    [InlineData("Resultatet för Nacka är 613 poäng.", "")]
    [InlineData("Ekdal når 513 av maximalt 800 poäng.", "0:513")]
    [InlineData("Ekdal får 513 poäng av totalt 800 poäng.", "0:513")]
    [InlineData("Av maximalt 800 poäng når Ekdal 513 poäng.", "0:513")]
    [InlineData("Det maximala är 800 poäng.", "")]
    [InlineData("I genomsnitt för bl.a. större kommuner är resultatet 514 poäng.", "")]
    [InlineData("Medelvärdet, dvs. det vanliga, är ca. 461 poäng. Ekdal når 513 poäng.", "0:513")]
    public void Sentence_StatesTheTotalOnlyWhereItIsThisOne(string sentence, string witnesses) =>
        Assert.Equal(
            witnesses,
            string.Join(' ', InSummary(Blocks.Paragraph(sentence)).Witnesses.Select(Show))
        );

    [Theory]
    [InlineData(2010, "2010/3:58 appendix")]
    [InlineData(null, "")]
    public void Appendix_StatesAnEarlierEvaluationWhereItTellsTheYear(int? year, string witnesses)
    {
        var stated = Collect(
            new Sections(
                [],
                [],
                [],
                [],
                [],
                [
                    new AppendixSection(
                        year,
                        null,
                        [
                            new AreaSection(
                                3,
                                Blocks.Recognised(Blocks.Table("Rubriker|Poäng", "• Etik|58"))
                            ),
                        ],
                        []
                    ),
                ]
            )
        );

        Assert.Equal(witnesses, Show(stated));
        Assert.Equal(year is null, stated.Notes.Count == 1);
    }

    [Fact]
    public void Messages_AreTheSameInEveryCulture()
    {
        string[] Messages() =>
            [
                .. InArea(3, Blocks.Table("Rubriker|Poäng", "• Etik|52,5 47,5"))
                    .Notes.Select(n => n.Message),
            ];

        Assert.Single(Messages());
        Assert.Equal(Messages(), Cultures.In("sv-SE", Messages));
    }

    private static Block.Table Summary(string head) =>
        Blocks.Table(
            head,
            "1. Offentlighet och demokrati|61|44",
            "2. Tillgänglighet och brukarorientering|57|46",
            "3. Politisk styrning och kontroll|63|52"
        );

    private static StatedScores InArea(int area, params Block[] blocks) =>
        Collect(Sections(areas: [new AreaSection(area, Blocks.Recognised(blocks))]));

    private static StatedScores InSummary(params Block[] blocks) =>
        Collect(Sections(summary: blocks));

    private static StatedScores Collect(Sections sections) =>
        new WitnessCollector(
            Subject.Labels,
            Subject.Knowledge.Swedish,
            2013,
            head => head.Contains("Nacka", StringComparison.Ordinal),
            head => head.Contains("Ekdal", StringComparison.Ordinal)
        ).Collect(sections);

    private static Sections Sections(
        Block[]? summary = null,
        AreaSection[]? areas = null,
        Block[]? overview = null
    ) =>
        new(
            [],
            Blocks.Recognised(summary ?? []),
            areas ?? [],
            Blocks.Recognised(overview ?? []),
            [],
            []
        );

    private static string Show(StatedScores stated) =>
        string.Join("; ", stated.Witnesses.Select(w => $"{Show(w)} {w.Via}"));

    private static string Show(Witness w) =>
        (w.Year is { } year ? $"{year}/" : "")
        + $"{w.Area}:{w.Value.ToString(CultureInfo.InvariantCulture)}";
}
