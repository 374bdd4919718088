using Kompass.Mining.Layout;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

public sealed class SectionSplitterTests
{
    private static readonly Block Box3 = Blocks.Recognised(
        Blocks.Table("Rubriker|Poäng", "• Tydliga politiska mål • Uppföljning och rapportering|58")
    )[0];
    private static readonly Block Box4 = Blocks.Recognised(
        Blocks.Table("Rubriker|Poäng", "• Ledarutveckling • Tvärsektoriellt samarbete|61")
    )[0];
    private static readonly Block Text = Blocks.Paragraph("Text.");

    [Fact]
    public void Report_IsPartedByItsHeadings()
    {
        var sections = Split(
            Blocks.Heading("ANALYS AV"),
            Blocks.Heading("1 Vad är Kommunkompassen?"),
            Blocks.Paragraph("Om instrumentet."),
            Blocks.Heading(
                "2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång"
            ),
            Blocks.Paragraph("Sammanfattning."),
            Blocks.Heading("3 Detaljerad genomgång"),
            Blocks.Heading("Område 3 Politisk styrning och kontroll"),
            Box3,
            Text,
            Blocks.Heading("Område 4 Ledarskap, ansvar och delegation"),
            Box4,
            Blocks.Heading("4 Översikt av poängfördelning"),
            Blocks.Paragraph("Tabeller."),
            Blocks.Heading("5 Kortfakta om Ekdal"),
            Blocks.Paragraph("Fakta.")
        );

        Assert.Equal("# ANALYS AV", Blocks.Show(sections.Cover));
        Assert.EndsWith("Sammanfattning.", Blocks.Show(sections.Summary), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Om instrumentet",
            Blocks.Show(sections.Summary),
            StringComparison.Ordinal
        );
        Assert.Equal([3, 4], sections.Areas.Select(a => a.Area));
        Assert.Equal([Box3, Text], sections.Areas[0].Blocks);
        Assert.Equal("Tabeller.", Blocks.Show(sections.Overview));
        Assert.EndsWith("Fakta.", Blocks.Show(sections.Facts), StringComparison.Ordinal);
        Assert.Empty(sections.Appendices);
    }

    [Fact]
    public void ChartThatMovedToThePageBeforeItsChapter_IsOfTheSummary()
    {
        Block chart = new Block.Figure(new Passage("Ekdals kommun 2013 - 431 p", []), []);

        var sections = Split(
            Blocks.Heading("1 Vad är Kommunkompassen?"),
            Blocks.Paragraph("Om instrumentet."),
            chart,
            Blocks.Heading(
                "2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång"
            )
        );

        Assert.Contains(chart, sections.Summary);
    }

    [Fact]
    public void SummaryWhoseHeadingIsLost_BeginsWithItsSections()
    {
        var sections = Split(
            Blocks.Heading("1 Vad är Kommunkompassen?"),
            Blocks.Paragraph("Om instrumentet."),
            Blocks.Paragraph("2 Ekdals kommun i förhållande till Kommun-"),
            Blocks.Heading("Sammanfattning av resultat"),
            Blocks.Paragraph("Tabellen."),
            Blocks.Heading("Område 3 Politisk styrning och kontroll"),
            Box3
        );

        Assert.Equal(
            "# Sammanfattning av resultat Tabellen.",
            string.Join(' ', sections.Summary.Select(Blocks.Show))
        );
    }

    [Theory]
    [InlineData("Område 4 Ledarskap, ansvar och delegation 61")]
    [InlineData("Område 4 Ledarskap, ansvar och delegation – bedömning")]
    public void AreasHeadingWithSomethingBehindIt_OpensIt(string heading) =>
        Assert.Equal(
            [3, 4],
            Split(
                Blocks.Heading("Område 3 Politisk styrning och kontroll"),
                Box3,
                Blocks.Heading(heading),
                Text
            )
                .Areas.Select(a => a.Area)
        );

    [Fact]
    public void AreasWithTheirTablesOfSubQuestionsInThem_AreSections()
    {
        var questions = Blocks.Recognised(
            Blocks.Table("|Uppnått|Max|Procent", "3.1 Finns en plan?|10|15|67 %")
        )[0];
        var list = Blocks.List("Tydliga mål");

        Assert.Equal(
            [3, 4],
            Areas(
                Blocks.Heading("Område 3 Politisk styrning och kontroll"),
                Blocks.Heading("Styrkor"),
                list,
                questions,
                Blocks.Heading("Område 4 Ledarskap, ansvar och delegation"),
                Blocks.Heading("Poäng: 61 av 100"),
                Blocks.Heading("Allmänt"),
                Text,
                questions,
                // In the chapter of the tables.
                Blocks.Heading("Område 5 Resultat och effektivitet"),
                questions
            )
        );
    }

    [Fact]
    public void TableOfAnAreasSubQuestions_LeavesTheAreaOpen()
    {
        var questions = Blocks.Recognised(
            Blocks.Table("|Uppnått|Max|Procent", "3.1 Finns en plan?|10|15|67 %")
        )[0];
        var list = Blocks.List("Tydliga mål");

        var sections = Split(
            Blocks.Heading("Område 3 Politisk styrning och kontroll"),
            Box3,
            questions,
            Blocks.Heading("Styrkor"),
            list,
            Blocks.Heading("Område 4 Ledarskap, ansvar och delegation"),
            Box4,
            // A chapter of tables, whose heading is lost.
            questions,
            Blocks.Heading("Anmärkning"),
            Text
        );

        Assert.Equal("# Styrkor", Blocks.Show(sections.Areas[0].Blocks[1]));
        Assert.Equal(list, sections.Areas[0].Blocks[2]);
        Assert.Equal([Box4], sections.Areas[1].Blocks);
        Assert.Equal(2, sections.Overview.Count(b => b == questions));
        Assert.Contains(Text, sections.Overview);
    }

    [Fact]
    public void ChapterOfAllFindings_BelongsToTheAreasThatItNames()
    {
        var findings = Blocks.Recognised(
            Blocks.Table("Styrkor|Förbättringsmöjligheter", "• Öppna möten|• Färre mål")
        )[0];
        var names = Subject.Labels.Edition.Areas.Select(a => a.Name).ToList();

        var sections = Split([
            .. names.SelectMany((n, i) => new[] { Blocks.Heading($"Område {i + 1} {n}"), Text }),
            Blocks.Heading("4. Styrkor och förslag per område"),
            .. names.SelectMany((n, i) => new[] { Blocks.Heading($"{i + 1}. {n}"), findings }),
        ]);

        Assert.Empty(sections.Appendices);
        Assert.Equal(8, sections.Areas.Count);
        Assert.All(sections.Areas, a => Assert.Single(a.Blocks, findings));
    }

    [Fact]
    public void Contents_AreNoSections()
    {
        var sections = Split(
            Blocks.Heading("Innehåll"),
            Blocks.Heading("Område 1 Offentlighet och demokrati"),
            Blocks.Heading("Område 2 Tillgänglighet och brukarorientering"),
            Blocks.Heading("Område 3 Politisk styrning och kontroll"),
            Box3
        );

        Assert.Equal([3], sections.Areas.Select(a => a.Area));
    }

    [Fact]
    public void SummaryWhoseHeadingAndTheInstrumentsAreLost_IsNotDroppedWithTheContents()
    {
        var sections = Split(
            Blocks.Heading("Innehåll"),
            Blocks.Paragraph("1 Vad ar Kommunkonpassen ....... 3"),
            Blocks.Heading("Utvärderingen"),
            Text
        );

        Assert.Equal([Text], sections.Summary.OfType<Block.Paragraph>());
    }

    [Fact]
    public void SummaryBehindContentsThatNameTheAreas_IsTheSummary() =>
        Assert.EndsWith(
            "Text.",
            Blocks.Show(
                Split(
                    Blocks.Heading("Innehåll"),
                    Blocks.Heading("Område 1 Offentlighet och demokrati"),
                    Blocks.Heading("4 Översikt av poängfördelning"),
                    Blocks.Heading("1 Vad är Kommunkompassen?"),
                    Blocks.Heading("2 Ekdals kommun – en sammanfattande genomgång"),
                    Text,
                    Blocks.Heading("Område 1 Offentlighet och demokrati"),
                    Blocks.Paragraph("Annat.")
                ).Summary
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void NameOfAnAreaAlone_OpensItWhereItsBoxOrItsGeneralPartFollows()
    {
        Assert.Equal([3], Areas(Blocks.Heading("3. Politisk styrning och kontroll"), Box3));
        Assert.Equal(
            [3],
            Areas(Blocks.Heading("Politisk styrning och kontroll"), Blocks.Heading("Allmänt"), Text)
        );
        Assert.Empty(Areas(Blocks.Heading("Politisk styrning och kontroll"), Text));
    }

    [Fact]
    public void LostHeading_IsToldByTheNextScoreBox() =>
        Assert.Equal([3, 4], Areas(Blocks.Heading("Område 3"), Box3, Text, Box4, Text));

    [Fact]
    public void LostHeading_IsToldByARubricOfTheNextArea() =>
        Assert.Equal(
            [3, 4],
            Areas(Blocks.Heading("Område 3"), Box3, Text, Blocks.Heading("Ledarutveckling"), Text)
        );

    [Theory]
    [InlineData("Tydliga politiska mål")]
    [InlineData("Personalstrategi och annat")]
    [InlineData("Hållbar utveckling")]
    public void RubricOfTheSameOrAFarArea_OpensNone(string heading) =>
        Assert.Equal(
            [3],
            Areas(Blocks.Heading("Område 3"), Box3, Text, Blocks.Heading(heading), Text)
        );

    [Fact]
    public void TableOfSubQuestions_EndsTheAreas()
    {
        var questions = Blocks.Recognised(
            Blocks.Table("3.|Politisk styrning|Uppnått|Max", "3.1|Helhet?|9|15")
        )[0];

        var sections = Split(Blocks.Heading("Område 3"), Box3, Text, questions);

        Assert.Equal([Box3, Text], Assert.Single(sections.Areas).Blocks);
        Assert.Equal([questions], sections.Overview);
    }

    [Fact]
    public void FindingsThatNameTheirArea_AreOfItsSection_WhereverTheyStand()
    {
        var findings = new Block.FindingsTable([]) { Area = 3 };

        var sections = Split(
            Blocks.Heading("Område 3"),
            Box3,
            Text,
            Blocks.Heading("Område 4"),
            findings,
            Text
        );

        Assert.Equal(
            [
                [Box3, Text, findings],
                [Text],
            ],
            sections.Areas.Select(a => a.Blocks.AsEnumerable())
        );
    }

    [Fact]
    public void AreaNamedTwice_IsOneSection()
    {
        var section = Assert.Single(
            Split(Blocks.Heading("Område 3"), Box3, Blocks.Heading("Område 3"), Text).Areas
        );

        Assert.Equal([Box3, Text], section.Blocks);
    }

    [Fact]
    public void ChapterOfAnEarlierEvaluation_IsKeptApart()
    {
        var sections = Split([
            .. EightAreas(),
            Blocks.Heading("4 Översikt av poängfördelning"),
            Blocks.Paragraph("Tabeller."),
            Blocks.Heading("5 2009 års Kompassutvärdering"),
            .. EightAreas(),
        ]);

        Assert.Equal(Enumerable.Range(1, 8), sections.Areas.Select(a => a.Area));
        var appendix = Assert.Single(sections.Appendices);
        Assert.Equal(2009, appendix.Year);
        Assert.Equal(Enumerable.Range(1, 8), appendix.Areas.Select(a => a.Area));
        Assert.Equal("Tabeller.", Blocks.Show(sections.Overview));
    }

    [Fact]
    public void AreasThatBeginAgain_AreAnEarlierEvaluationOfAnUnknownYear()
    {
        var sections = Split([.. EightAreas(), .. EightAreas()]);

        Assert.Equal(8, sections.Areas.Count);
        Assert.All(sections.Areas, a => Assert.Single(a.Blocks.OfType<Block.Paragraph>()));
        Assert.Null(Assert.Single(sections.Appendices).Year);
    }

    [Fact]
    public void NameOfAnAppendixBeforeTheAreas_OpensNone() =>
        Assert.Empty(
            Split([Blocks.Heading("2009 års Kompassutvärdering"), .. EightAreas()]).Appendices
        );

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void NameOfAnEarlierEvaluationWithinAnArea_OpensNone(int area)
    {
        var report = EightAreas().ToList();
        report.InsertRange(area * 2, [Blocks.Heading("Utvärderingen 2009"), Text]);

        var sections = Split([
            .. report,
            Blocks.Heading("4 Översikt av poängfördelning"),
            Blocks.Paragraph("Tabeller."),
        ]);

        Assert.Empty(sections.Appendices);
        Assert.Equal(Enumerable.Range(1, 8), sections.Areas.Select(a => a.Area));
        Assert.Equal(
            "Text.\n# Utvärderingen 2009\nText.",
            Blocks.Show(sections.Areas[area - 1].Blocks)
        );
        Assert.Equal("Tabeller.", Blocks.Show(sections.Overview));
    }

    [Theory]
    [InlineData("Ledarutveckling")]
    [InlineData("Extern samverkan")]
    public void RubricOfALaterArea_OpensNoneWhereTheNextHasItsHeading(string rubric)
    {
        var sections = Split(
            Blocks.Heading("Område 3"),
            Box3,
            Blocks.Heading(rubric),
            Text,
            Blocks.Heading("Område 4"),
            Box4
        );

        Assert.Equal([3, 4], sections.Areas.Select(a => a.Area));
        Assert.Contains(Text, sections.Areas[0].Blocks);
    }

    [Fact]
    public void ScoreAboveATableInTheOverview_OpensNoArea()
    {
        var sections = Split([
            Blocks.Heading("Område 3 Politisk styrning och kontroll"),
            Box3,
            Blocks.Heading("4 Översikt av poängfördelning"),
            .. Blocks.Recognised(
                Blocks.Heading("3. Politisk styrning och kontroll"),
                Blocks.Table("Poäng|63 av 100"),
                Blocks.Table("3.1|Helhetstänkande?|10 av 15", "3.2|Tydliga mål?|20 av 25")
            ),
        ]);

        Assert.Equal([3], sections.Areas.Select(a => a.Area));
        Assert.NotEmpty(sections.Overview);
    }

    [Theory]
    [InlineData("Vad är Kommunkompassen?")]
    [InlineData("Innehåll")]
    public void ChapterBeforeTheAreas_DropsNothingOfAnArea(string heading)
    {
        var section = Assert.Single(
            Split(Blocks.Heading("Område 3"), Box3, Blocks.Heading(heading), Text).Areas
        );

        Assert.Contains(Text, section.Blocks);
    }

    [Fact]
    public void ChapterOfListsBeforeTheAreas_IsNoEarlierEvaluation_AndStandsBehindTheAreasText()
    {
        var list = Blocks.List("Öppna möten", "Tydliga mål");
        var head = Blocks.Heading("Styrkor");
        var sections = Split([
            .. Subject.Labels.Edition.Areas.SelectMany(a =>
                new Block[] { Blocks.Heading($"Område {a.Number} {a.Name}"), head, list }
            ),
            .. Subject.Labels.Edition.Areas.SelectMany(a =>
                new Block[]
                {
                    Blocks.Heading($"Område {a.Number} {a.Name}"),
                    Text,
                    Blocks.Heading(a.Rubrics[0].Heading),
                    Text,
                }
            ),
        ]);

        Assert.Empty(sections.Appendices);
        Assert.All(
            sections.Areas,
            a => Assert.Equal([Text, Text, list], a.Blocks.Where(b => b is not Block.Heading))
        );
    }

    [Fact]
    public void AreasBehindAChapterOfLists_NeedNoMoreThanTheirNames()
    {
        var sections = Split([
            .. Subject.Labels.Edition.Areas.SelectMany(a =>
                new Block[]
                {
                    Blocks.Heading(a.Name),
                    Blocks.Heading("Styrkor"),
                    Blocks.List("Mål"),
                }
            ),
            .. Subject.Labels.Edition.Areas.SelectMany(a =>
                new Block[] { Blocks.Heading($"{a.Number}. {a.Name}"), Text }
            ),
        ]);

        Assert.Equal(8, sections.Areas.Count);
        Assert.All(sections.Areas, a => Assert.Equal(Text, a.Blocks[0]));
    }

    [Theory]
    [InlineData("Innehåll")]
    [InlineData("Vad är Kommunkompassen?")]
    public void TableOfAllAreas_IsOfTheSummary_ThoughItsHeadingIsUnknown(string chapter)
    {
        var table = Blocks.Recognised(
            Blocks.Table(
                "Område|2013|2010",
                "1. Offentlighet och demokrati|61|44",
                "2. Tillgänglighet och brukarorientering|57|46",
                "3. Politisk styrning och kontroll|63|52"
            )
        )[0];

        var sections = Split(
            Blocks.Heading(chapter),
            Blocks.Paragraph("Om instrumentet."),
            Blocks.Heading("Kommunen i sammandrag"),
            table,
            Text
        );

        Assert.Equal([table, Text], sections.Summary);
    }

    [Fact]
    public void Contents_EndWithTheFirstHeadingThatHasText()
    {
        var text = Blocks.Paragraph(
            "Besöket gjordes i mars av tre utvärderare som mötte många av kommunens förtroendevalda, chefer och medarbetare i samtal under tre dagar."
        );
        var heading = Blocks.Heading("Uppdraget");

        Assert.Equal(
            [heading, text],
            Split(Blocks.Heading("Innehåll"), Blocks.Heading("Bilagor"), heading, text).Summary
        );
    }

    [Fact]
    public void NoBlocks_GiveEmptySections()
    {
        var sections = Split();

        Assert.Empty(sections.Cover);
        Assert.Empty(sections.Areas);
    }

    private static IEnumerable<Block> EightAreas() =>
        Subject.Labels.Edition.Areas.SelectMany(a =>
            new Block[] { Blocks.Heading($"Område {a.Number} {a.Name}"), Text }
        );

    private static IEnumerable<int> Areas(params Block[] blocks) =>
        Split(blocks).Areas.Select(a => a.Area);

    private static Sections Split(params Block[] blocks) =>
        SectionSplitter.Split(blocks, Subject.Labels);
}
