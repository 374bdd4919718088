using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Tables whose borders are drawn are read by these, and not by what their words look like.</summary>
public sealed class DrawnTablesTests
{
    private const double Right = 520;
    private static readonly double[] Two = [Paper.Margin, 300];
    private static readonly double[] Points = [Paper.Margin, 100, 330, 390, 450];

    [Fact]
    public void RowAPair_IsAnItemACell_ThoughLinesWouldHaveHadRoom() =>
        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Investeringar prövas (förstudie, kalkyl) • Delårsrapport i tid | • Färre mål",
            Table(
                Two,
                [1, 2, 1],
                "Styrkor|Förbättringsmöjligheter",
                "Investeringar prövas|Färre mål",
                "(förstudie, kalkyl)|",
                "Delårsrapport i tid|"
            )
        );

    // Sentences, of which one cell may have two.
    [Fact]
    public void HeadsInTheFirstColumn_HaveTheRowsBesideThem() =>
        Assert.Equal(
            "Styrkor | Svagheter // • Målen följs upp varje år. • Mötena sänds. Många ser dem. | • Planen är gammal.",
            Table(
                [Paper.Margin, 170],
                [1, 1, 1],
                "Styrkor|Målen följs upp varje år.",
                "|Mötena sänds. Många ser dem.",
                "Svagheter|Planen är gammal."
            )
        );

    // No sign but a little more space tells where an item begins: not its capital, nor that its first word had room above.
    [Fact]
    public void ListBesideItsHead_IsPartedBySpace()
    {
        var paper = new Paper().Usual();
        var lines = Lattice([Paper.Margin, 170], paper.Y, [7, 1]);
        var end = paper.Y + (7 * Paper.Leading);
        paper
            .At(Paper.Margin, paper.Y, "Styrkor")
            .Column(170, "Målen följs upp", "varje år av de sju", "förtroendevalda", "Revisorerna")
            .Down(3)
            .Column(170, "Mötena sänds")
            .Down(3)
            .Column(170, "Många ser dem");
        paper.Down(end - paper.Y).Rows([Paper.Margin, 170], "Svagheter|Planen är gammal.").Usual();

        Assert.Equal(
            "Styrkor | Svagheter // • Målen följs upp varje år av de sju förtroendevalda Revisorerna • Mötena sänds • Många ser dem | • Planen är gammal.",
            Show(paper.Lay(p => p with { Lines = lines }))
        );
    }

    [Fact]
    public void RowsOfSubQuestionsWithoutRulesBetweenThem_AreReadLineByLine()
    {
        var paper = new Paper().Usual();
        var top = paper.Y;
        paper.Rows(
            Points,
            "1.1|Finns en plan för demokrati?|10|15|67 %",
            "1.2|Hur informeras medborgarna?|10|20|50 %"
        );

        Assert.Contains(
            "1.1 | Finns en plan för demokrati? | 10 | 15 | 67 // 1.2 | Hur informeras medborgarna? | 10 | 20 | 50",
            paper.Show(p =>
                p with
                {
                    Lines =
                    [
                        DrawnTableTests.Level(Paper.Margin - 5, top - 4, Right),
                        DrawnTableTests.Level(Paper.Margin - 5, top + (2 * Paper.Leading), Right),
                        .. new[] { Paper.Margin - 5, 95, 325, 385, 445, Right }.Select(x =>
                            DrawnTableTests.Upright(x, top - 4, top + (2 * Paper.Leading))
                        ),
                    ],
                }
            )
        );
    }

    [Fact]
    public void RowsWithRulesBetweenThem_AreAnItemEach()
    {
        var paper = new Paper().Usual();
        var top = paper.Y;
        paper
            .Rows(
                Two,
                "Styrkor|Förbättringsmöjligheter",
                "Öppna möten|Korta handläggningstiden till högst",
                "|9 veckor",
                "Nya former|Nyttja fonder"
            )
            .Usual();

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten • Nya former | • Korta handläggningstiden till högst 9 veckor • Nyttja fonder",
            Show(
                paper.Lay(p =>
                    p with
                    {
                        Lines =
                        [
                            .. new[] { 1, 3, 4 }.Select(r =>
                                DrawnTableTests.Level(
                                    Paper.Margin - 5,
                                    top + (r * Paper.Leading) - 1,
                                    Right
                                )
                            ),
                        ],
                    }
                )
            )
        );
    }

    [Fact]
    public void WordingOverTwoLines_StaysInItsRow_WithNumbersInAnyOrder() =>
        Assert.Equal(
            "1.1 | Finns en plan för demokrati? | 10 | 15 | 67 // 1.2 | Hur informeras medborgarna? | 12 | 20 // ! 1.2",
            Table(
                Points,
                [1, 2, 1],
                "1.|Offentlighet och demokrati|Uppnått|Max|Procent",
                "1.1|Finns en plan för|10|15|67 %",
                "|demokrati?|||",
                "1.2|Hur informeras medborgarna?|12 av 20||"
            )
        );

    [Theory]
    [InlineData(
        10,
        "• Nya former prövas. Det sker med stöd av Nacka • Öppna möten i alla kommundelar • Tydliga mål"
    )]
    // One edge: the wordings tell.
    [InlineData(
        0,
        "• Nya former prövas. • Det sker med stöd av Nacka • Öppna möten i alla kommundelar • Tydliga mål"
    )]
    public void LinesThatHangBelowTheirFirst_GoOnWithIt(double indent, string items)
    {
        var paper = new Paper().Usual();
        var lines = Lattice([Paper.Margin, 300], paper.Y, [1, 6]);
        paper
            .At(Paper.Margin, paper.Y, "Styrkor")
            .At(300, paper.Y, "Svagheter")
            .Down(Paper.Leading);
        foreach (
            var (text, hangs) in new[]
            {
                ("Nya former prövas.", false),
                ("Det sker med stöd", true),
                ("av Nacka", true),
                ("Öppna möten i alla", false),
                ("kommundelar", true),
                ("Tydliga mål", false),
            }
        )
        {
            paper.At(Paper.Margin + (hangs ? indent : 0), paper.Y, text).Down(Paper.Leading);
        }

        paper.At(300, paper.Y - Paper.Leading, "Dyrt").Usual();

        Assert.Equal(
            $"Styrkor | Svagheter // {items} | • Dyrt",
            Show(paper.Lay(p => p with { Lines = lines }))
        );
    }

    [Fact]
    public void WordingOverTwoLines_BesideNumbersInNoColumnOfTheirOwn_StaysInItsRow()
    {
        var paper = new Paper().Usual();
        var lines = Lattice([Paper.Margin, 100], paper.Y, [1, 2, 1]);

        Assert.Equal(
            "1.1 | Finns en plan för demokrati? | 10 | 15 // 1.2 | Hur informeras medborgarna? | 12 | 20",
            Show(
                paper
                    .Rows(
                        Points,
                        "1.|Offentlighet och demokrati|Uppnått|Max",
                        "1.1|Finns en plan för|10|15",
                        "|demokrati?||",
                        "1.2|Hur informeras medborgarna?|12|20"
                    )
                    .Usual()
                    .Lay(p => p with { Lines = lines })
            )
        );
    }

    // Browsers draw the rule below a row cell by cell; numbers stand in the middle of their row.
    [Fact]
    public void RulesBetweenRows_TellColumnsWhereTheirPiecesMeet()
    {
        var paper = new Paper().Usual();
        var top = paper.Y;
        paper
            .Rows(Points, "1.|Offentlighet och demokrati|Uppnått|Max|Procent")
            .Column(Points[1], "Finns en plan för demokrati", "och insyn?")
            .Down(-1.5 * Paper.Leading)
            .Rows(Points, "1.1||10|15|67 %")
            .Rows(Points, "1.2|Hur informeras medborgarna?|12|20|60 %")
            .Rows(Points, "2.|Tillgänglighet och brukarorientering|Uppnått|Max|Procent")
            .Column(Points[1], "Finns det en strategi för", "brukare?")
            .Down(-1.5 * Paper.Leading)
            .Rows(Points, "2.1||8|15|53 %")
            .Usual();

        Assert.Equal(
            "1.1 | Finns en plan för demokrati och insyn? | 10 | 15 | 67 // 1.2 | Hur informeras medborgarna? | 12 | 20 | 60\n2.1 | Finns det en strategi för brukare? | 8 | 15 | 53",
            Blocks.Show(
                paper
                    .Lay(p => p with { Lines = Rules(top, 1.3, 4.3, 6, 8, 11) })
                    .Blocks.OfType<Block.QuestionTable>()
            )
        );
    }

    [Fact]
    public void RowOfTheTableAbove_IsNoHeadOfTheNextOne()
    {
        var paper = new Paper().Usual();
        var top = paper.Y;
        paper
            .Rows(Two, "Styrkor|Förbättringsmöjligheter", "Öppna möten i alla delar|Färre mål")
            .Down(-0.3 * Paper.Leading)
            .Rows(Points, "1.|Offentlighet och demokrati|Uppnått|Max|Procent")
            .Down(-Paper.Leading)
            .Rows(Points, "1.1|Finns en plan?|10|15|67 %")
            .Down(-Paper.Leading)
            .Rows(Points, "1.2|Hur informeras medborgarna?|12|20|60 %")
            .Usual();

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten i alla delar | • Färre mål\n1.1 | Finns en plan? | 10 | 15 | 67 // 1.2 | Hur informeras medborgarna? | 12 | 20 | 60",
            Blocks.Show(
                paper
                    .Lay(p =>
                        p with
                        {
                            Lines =
                            [
                                .. RulesOf(Two, top, -0.1, 0.9, 1.9),
                                .. Rules(top, 2.6, 3.6, 4.6, 5.6),
                            ],
                        }
                    )
                    .Blocks.Where(Blocks.IsTable)
            )
        );
    }

    [Fact]
    public void CellOfFacts_GoesOnWithADashBeforeANumber()
    {
        var paper = new Paper().Usual();
        var top = paper.Y;
        paper.Rows(
            Two,
            "Kommungrupp enligt|9. Kommuner med 50.000",
            "definitionerna|– 200.000 invånare",
            "Folkmängd|140.499"
        );

        Assert.Equal(
            "Kommungrupp enligt definitionerna | 9. Kommuner med 50.000 – 200.000 invånare // Folkmängd | 140.499",
            Blocks.Show(
                paper
                    .Usual()
                    .Lay(p => p with { Lines = RulesOf(Two, top, -0.1, 1.9, 2.9) })
                    .Blocks.Where(Blocks.IsTable)
            )
        );
    }

    [Fact]
    public void ProseBetweenRules_IsNoTable() =>
        Assert.DoesNotContain(
            new Paper().Usual().Lay(p => p with { Lines = Rules(100, 0.9, 1.9, 2.9) }).Blocks,
            Blocks.IsTable
        );

    // Each drawn column by column, so many lines below a height.
    private static IReadOnlyList<Box> Rules(double top, params double[] lines) =>
        RulesOf(Points, top, lines);

    private static IReadOnlyList<Box> RulesOf(double[] lefts, double top, params double[] lines)
    {
        double[] xs = [.. lefts.Select(x => x - 5), Right];
        return
        [
            .. lines.SelectMany(l =>
                xs.Zip(
                    xs.Skip(1),
                    (left, right) => DrawnTableTests.Level(left, top + (l * Paper.Leading), right)
                )
            ),
        ];
    }

    [Fact]
    public void TableGoesOnOverThePage_WhereItsColumnsDo()
    {
        var first = new Paper().Usual();
        var lines = new List<IReadOnlyList<Box>>
        {
            Lattice(Two, first.Y, [1, 2]),
            Lattice(Two, 100, [1]),
        };
        var layout = first
            .Rows(Two, "Styrkor|Förbättringsmöjligheter", "• Tydliga mål för|• Färre mål", "alla|")
            .NextPage()
            .Rows(Two, "nämnder|• Tydligare roller")
            .Usual()
            .Lay(p => p with { Lines = lines[p.Number - 1] });

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Tydliga mål för alla nämnder | • Färre mål • Tydligare roller",
            Show(layout)
        );
    }

    [Theory]
    [InlineData(300, 1)]
    // A title across the table, or one that stands over the border, is no pair of heads.
    [InlineData(110, 0)]
    [InlineData(280, 0)]
    public void HeadsInADarkRow_AreACellEach_WhereEachStandsOverItsColumn(double points, int boxes)
    {
        var paper = new Paper().Usual();
        var top = paper.Y;
        var lines = Lattice(Two, top, [1, 2])
            .Where(l => l.Bottom - l.Top < 1)
            .Concat(
                new[] { Paper.Margin, 300, Right + 5 }.Select(x =>
                    DrawnTableTests.Upright(x - 5, top + 11, top + 35)
                )
            )
            .Append(DrawnTableTests.Upright(Paper.Margin - 5, top - 1, top + 11))
            .Append(DrawnTableTests.Upright(Right, top - 1, top + 11))
            .ToList();
        var layout = paper
            .At(Paper.Margin, top, "Rubriker")
            .At(points, top, "Poäng")
            .Down(Paper.Leading)
            .Rows(Two, "• Etik|58", "• Medborgardialog|")
            .Usual()
            .Lay(p => p with { Lines = lines });

        Assert.Equal(
            boxes,
            layout.Blocks.OfType<Block.ScoreBox>().Count(b => b.Rubrics.Count == 2)
        );
    }

    [Theory]
    // Both columns go on with one cell each, or only the right one has another.
    [InlineData("Nya former|Tydligare roller", "• Öppna möten • Nya former")]
    [InlineData("|Tydligare roller", "• Öppna möten")]
    public void ColumnsOfBoxes_GoOnOverThePage_WithACellEach(string rest, string strengths)
    {
        var first = new Paper().Usual();
        var lines = new List<IEnumerable<Box>>
        {
            Boxes(0, first.Y, [1, 1]).Concat(Boxes(1, first.Y, [1, 1])),
            Boxes(1, 100, [1]).Concat(rest.StartsWith('|') ? [] : Boxes(0, 100, [1])),
        };
        var layout = first
            .Rows(Two, "Styrkor|Förbättringsmöjligheter", "Öppna möten|Färre mål")
            .NextPage()
            .Rows(Two, rest)
            .Usual()
            .Lay(p => p with { Lines = [.. lines[p.Number - 1]] });

        Assert.Equal(
            $"Styrkor | Förbättringsmöjligheter // {strengths} | • Färre mål • Tydligare roller",
            Show(layout)
        );

        static IReadOnlyList<Box> Boxes(int column, double top, int[] heights) =>
            Lattice([Two[column]], top, heights, column == 0 ? 280 : Right);
    }

    [Fact]
    public void FindingsInTheMiddleOfAWorkbooksSheet_AreATable()
    {
        var paper = new Paper().Usual();
        var lines = Lattice(Two, paper.Y, [1, 1, 1, 2, 1]);
        var layout = paper
            .Rows(
                Two,
                "Område 3 Politisk styrning|Poäng",
                "Politiska mål|63",
                "Styrkor|Förbättringsmöjligheter",
                "Investeringar prövas|Färre mål",
                "(förstudie, kalkyl)|",
                "Delårsrapport i tid|"
            )
            .Lay(p => p with { Lines = lines });

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Investeringar prövas (förstudie, kalkyl) • Delårsrapport i tid | • Färre mål",
            Blocks.Show(Assert.Single(layout.Blocks.OfType<Block.FindingsTable>()))
        );
    }

    [Fact]
    public void ItemAboveAHead_IsNoTitleOfItsTable()
    {
        var paper = new Paper().Usual();
        var lines = Lattice(Two, paper.Y, [1, 2, 1, 1, 1]);
        var show = paper
            .Rows(
                Two,
                "Styrkor|",
                "- Öppna möten i|",
                "alla delar|",
                "- Tydlig plan|",
                "Svagheter|",
                "- Få mål|"
            )
            .Show(p => p with { Lines = lines });

        Assert.Contains("Tydlig plan", string.Join('\n', show), StringComparison.Ordinal);
    }

    [Fact]
    public void MatrixOfAreas_GoesOnOverThePage_BelowItsHeadAgain()
    {
        const string Head = "Område|Poäng|Styrkor|Svagheter";
        double[] lefts = [Paper.Margin, 280, 330, 420];

        var layout = new Paper()
            .Rows(
                lefts,
                Head,
                "1. Offentlighet och demokrati|47|Öppna möten|Få mål",
                "2. Tillgänglighet och brukarorientering|39|Plan|Dyrt"
            )
            .NextPage()
            .Rows(lefts, Head, "3. Politisk styrning och kontroll|59|Roller|Trångt")
            .Usual()
            .Lay(p => p with { Lines = Lattice(lefts, 100, p.Number == 1 ? [1, 1, 1] : [1, 1]) });

        Assert.Equal(
            ["1: • Öppna möten | • Få mål", "2: • Plan | • Dyrt", "3: • Roller | • Trångt"],
            layout
                .Blocks.OfType<Block.FindingsTable>()
                .Select(f => $"{f.Area}: {Blocks.Show(f).Split(" // ")[1]}")
        );
    }

    [Fact]
    public void FrameAroundText_IsNoTable()
    {
        var paper = new Paper().Usual();
        var lines = Lattice([Paper.Margin, 400], paper.Y, [30]);

        Assert.DoesNotContain(
            paper.Usual().Usual().Lay(p => p with { Lines = lines }).Blocks,
            Blocks.IsTable
        );
    }

    // One table in a lattice of rows that are so many lines high.
    private static string Table(double[] lefts, int[] heights, params string[] rows)
    {
        var paper = new Paper().Usual();
        var lines = Lattice(lefts, paper.Y, heights);
        return Show(paper.Rows(lefts, rows).Usual().Lay(p => p with { Lines = lines }));
    }

    private static string Show(DocumentLayout layout) =>
        Blocks.Show(Assert.Single(layout.Blocks, Blocks.IsTable));

    private static IReadOnlyList<Box> Lattice(
        double[] lefts,
        double top,
        int[] heights,
        double right = Right
    )
    {
        var bottom = top + (heights.Sum() * Paper.Leading);
        var at = top;
        return
        [
            DrawnTableTests.Level(lefts[0] - 5, top - 1, right),
            .. heights.Select(h =>
                DrawnTableTests.Level(lefts[0] - 5, (at += h * Paper.Leading) - 1, right)
            ),
            .. lefts
                .Append(right + 5)
                .Select(x => DrawnTableTests.Upright(x - 5, top - 1, bottom - 1)),
        ];
    }
}
