using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Prose, lists, charts, running lines, and pages that are turned, shared or missing.</summary>
public sealed class PageShapeTests
{
    private static readonly string[] Left =
    [
        "Invånarna kan följa fullmäktige på nätet",
        "och lämna synpunkter i förväg. Det görs",
        "av allt fler för varje år som går. Också",
        "handlingarna läggs ut en vecka tidigare",
        "än förr, och sammandrag ges på fem språk",
        "som talas av många i kommunens tätorter.",
    ];

    private static readonly string[] Right =
    [
        "Nämnderna har egna planer för sin dialog",
        "med dem som berörs. Socialnämnden kallar",
        "till möten varje vår och höst, och svarar",
        "på varje fråga inom en vecka. Det har man",
        "gjort sedan flera år, och med gott utfall",
        "enligt den mätning som nyligen har gjorts.",
    ];

    [Fact]
    public void ProseInTwoColumns_IsReadLeftBeforeRight()
    {
        var blocks = new Paper()
            .Heading("Allmänt")
            .Columns((Paper.Margin, Left), (300, Right))
            .Columns((Paper.Margin, Left), (300, Right))
            .Show();

        Assert.Equal(
            [string.Join(' ', Left), string.Join(' ', Left), string.Join(' ', Right)],
            blocks.Skip(1).Take(3)
        );
    }

    [Fact]
    public void ListsThatFlowFromColumnToColumn_AreReadOneAfterTheOther()
    {
        const double Middle = 300;
        var paper = new Paper().Usual();
        foreach (var area in new[] { "1 Offentlighet och demokrati", "3 Politisk styrning" })
        {
            paper
                .Heading($"Område {area}")
                .Heading("Allmänt", 10)
                .Columns((Paper.Margin, Left), (Middle, Right))
                .Prose(
                    "Det är en helhet som utvärderarna tycker att kommunen kan vara stolt över i dag."
                )
                .Columns(
                    (
                        Paper.Margin,
                        [
                            "Styrkor",
                            "• Mötena sänds på webben för alla",
                            "• Ortsråden får svar inom två veckor",
                            "• Riktlinjer mot mutor i alla led",
                        ]
                    ),
                    (
                        Middle,
                        [
                            "• Etiken har en egen plan",
                            "Förbättringsmöjligheter",
                            "• Visa resultat för var och en",
                            "• Bjud in ungdomar tidigare",
                        ]
                    )
                );
        }

        // The list goes on over the page, in two columns again.
        paper
            .NextPage()
            .Columns((Paper.Margin, ["• Fler språk på webben"]), (Middle, ["• Svara snabbare"]));

        var show = string.Join('\n', paper.Show());

        Assert.Contains(
            """
            # Styrkor
            • Mötena sänds på webben för alla • Ortsråden får svar inom två veckor • Riktlinjer mot mutor i alla led • Etiken har en egen plan
            # Förbättringsmöjligheter
            • Visa resultat för var och en • Bjud in ungdomar tidigare
            """,
            show
        );
        Assert.EndsWith(
            "tidigare • Fler språk på webben • Svara snabbare",
            show,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ThreeHeadsBesideEachOther_AreATable_AlsoWhereProseHasColumns()
    {
        var paper = new Paper(height: 1200);
        for (var i = 0; i < 2; i++)
        {
            paper
                .Heading("Allmänt")
                .Columns((Paper.Margin, Left), (300, Right))
                .Rows(
                    [Paper.Margin, 200, 350],
                    "Styrkor|Förbättringsområden|Svagheter",
                    "• Öppna möten|• Färre mål i budgeten|• Svaga bolag"
                );
        }

        Assert.Equal(
            2,
            paper.Lay().Blocks.OfType<Block.FindingsTable>().Count(t => t.Columns.Count == 3)
        );
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)] // two heads may stand so by chance
    public void HeadsBesideTheText_StandBeforeIt(int areas)
    {
        var paper = new Paper(height: 2000).Usual();
        for (var i = 0; i < areas; i++)
        {
            paper
                .Rows(
                    [Paper.Margin, 220],
                    "Samspel och|Arbetet går framåt, och alla",
                    "dialog|är med."
                )
                .Rows([Paper.Margin, 220], "Styrkor|• Öppna möten", "|• Nya former av samverkan")
                .Rows([Paper.Margin, 220], "Svagheter|• Få mål", "|• Dyrt");
        }

        var show = paper.Show();

        Assert.Equal(
            areas > 1,
            string.Join('\n', show)
                .Contains(
                    """
                    # Samspel och dialog
                    Arbetet går framåt, och alla är med.
                    # Styrkor
                    • Öppna möten • Nya former av samverkan
                    # Svagheter
                    • Få mål • Dyrt
                    """,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void HeadsBesideTheirLists_StandBeforeThem_AlsoWhereProseHasColumns()
    {
        var paper = new Paper(height: 2000);
        for (var i = 0; i < 4; i++)
        {
            paper
                .Rows([Paper.Margin, 220], "Styrkor|• Öppna möten", "|• Nya former av samverkan")
                .Rows([Paper.Margin, 220], "Svagheter|• Få mål", "|• Dyrt")
                .Heading("Allmänt")
                .Columns((Paper.Margin, Left), (300, Right));
        }

        Assert.Equal(
            [
                "# Styrkor",
                "• Öppna möten • Nya former av samverkan",
                "# Svagheter",
                "• Få mål • Dyrt",
            ],
            paper.Show().Take(4)
        );
    }

    [Fact]
    public void FindingsTableBelowProseInColumns_StaysATable()
    {
        var blocks = new Paper()
            .Columns((Paper.Margin, Left), (300, Right))
            .Columns((Paper.Margin, Left), (300, Right))
            .Rows(
                [Paper.Margin, 300],
                "Styrkor|Förbättringsmöjligheter",
                "• Öppna möten|• Färre mål"
            )
            .Show();

        Assert.Equal(
            "Styrkor | Förbättringsmöjligheter // • Öppna möten | • Färre mål",
            blocks[^1]
        );
    }

    [Fact]
    public void ListBelowColumns_IsNotPartOfTheLeftOne()
    {
        var blocks = new Paper()
            .Columns((Paper.Margin, Left), (300, Right))
            .Columns((Paper.Margin, Left), (300, Right))
            .Heading("Styrkor", 10)
            .Prose("• Öppna möten", "• Tydliga mål")
            .Usual()
            .Show();

        var right = Array.FindLastIndex(
            blocks,
            b => b.Contains(Right[^1], StringComparison.Ordinal)
        );
        Assert.Equal(["# Styrkor", "• Öppna möten • Tydliga mål"], blocks.Skip(right + 1).Take(2));
    }

    [Fact]
    public void LabelsBesideValues_AreATableAndNoColumns()
    {
        var blocks = new Paper()
            .Usual()
            .Rows(
                [Paper.Margin, 320],
                "Folkmängd|23 418",
                "Antal anställda|1 876",
                "Partier i styret|Moderaterna och Centern"
            )
            .Show();

        Assert.Equal(
            "Folkmängd | 23 418 // Antal anställda | 1 876 // Partier i styret | Moderaterna och Centern",
            blocks[^1]
        );
    }

    [Theory]
    [InlineData("•")]
    [InlineData("\uF0B7")] // of a symbol font
    [InlineData("–")]
    [InlineData("o")] // the ring of Word's second level
    [InlineData("➜")]
    [InlineData("»")]
    public void ListWithAnyBullet_GivesItsItems(string bullet)
    {
        var paper = new Paper().Usual().Heading("Styrkor", 10);
        foreach (var line in new[] { "Tydliga mål som alla", "Öppna möten" })
        {
            paper.At(Paper.Margin, paper.Y, bullet).At(Paper.Margin + 14, paper.Y, line);
            paper.Down(Paper.Leading);
        }

        Assert.Equal("• Tydliga mål som alla • Öppna möten", paper.Show()[^1]);
    }

    [Theory]
    [InlineData("Svagheter", 0, true)]
    [InlineData("svagheter", 14, false)] // the rest of an item
    public void HeadRightBelowAList_EndsIt(string line, double indent, bool isHead)
    {
        var paper = new Paper().Usual().Heading("Styrkor", 10);
        Item("Öppna samtal om styrkor och");
        paper.Column(Paper.Margin + indent, line);
        Item("Få mål");

        Assert.Equal(
            isHead
                ? ["• Öppna samtal om styrkor och", "# Svagheter", "• Få mål"]
                : ["• Öppna samtal om styrkor och svagheter • Få mål"],
            paper.Show().SkipWhile(b => b != "# Styrkor").Skip(1)
        );

        void Item(string text) =>
            paper.At(Paper.Margin, paper.Y, "•").Column(Paper.Margin + 14, text);
    }

    [Theory]
    [InlineData("", "• Tydliga mål som alla känner till • Öppna möten")]
    [InlineData(".", "• Tydliga mål som alla känner till. • Öppna möten.")]
    [InlineData(". De är få.", null)] // prose
    public void ItemsThatOnlySpaceParts_AreAListUnderTheirHead(string end, string? items)
    {
        var show = new Paper()
            .Usual()
            .Heading("Styrkor", 10)
            .Prose("Tydliga mål som alla", "känner till" + end)
            .Prose("Öppna möten" + end)
            .Show();

        Assert.Equal(items is not null, show[^1] == items);
    }

    [Fact]
    public void RestOfAnItemUnderItsDash_GoesOnWithIt()
    {
        var show = new Paper()
            .Usual()
            .Heading("Styrkor", 10)
            .Column(Paper.Margin, "- Tydliga mål som alla", "känner till", "- Öppna möten")
            .Down(Paper.Leading)
            .Usual()
            .Show();

        Assert.Contains("• Tydliga mål som alla känner till • Öppna möten", show);
    }

    [Theory]
    [InlineData("ü", 14, "• Tydliga mål. Alla följs upp • Öppna möten. Protokollen läggs ut")]
    // A word that a blank parts from the next is text.
    [InlineData("I", 7.5, "• I Tydliga mål. Alla följs upp • I Öppna möten. Protokollen läggs ut")]
    public void LetterThatStandsOffBeforeItems_IsTheSignOfAnIconFont(
        string letter,
        double indent,
        string items
    )
    {
        var paper = new Paper().Usual().Rows([Paper.Margin, 300], "Styrkor|Svagheter");
        foreach (
            var item in new[] { "Tydliga mål. Alla följs upp", "Öppna möten. Protokollen läggs ut" }
        )
        {
            paper
                .At(Paper.Margin, paper.Y, letter)
                .At(Paper.Margin + indent, paper.Y, item)
                .Down(Paper.Leading);
        }

        Assert.Equal($"Styrkor | Svagheter // {items} | ", paper.Show()[^1]);
    }

    [Theory]
    [InlineData(".")]
    [InlineData(")")]
    public void NumberedListUnderItsHeading_GivesItsItems(string sign)
    {
        var paper = new Paper().Usual().Heading("Styrkor", 10);
        var items = Enumerable.Range(1, 10).Select(i => $"Öppna möten på plats {i}").ToList();
        for (var i = 0; i < items.Count; i++)
        {
            // Numbers end below each other.
            var left = i < 9 ? Paper.Margin + 5 : Paper.Margin;
            paper.At(left, paper.Y, $"{i + 1}{sign}").At(Paper.Margin + 20, paper.Y, items[i]);
            paper.Down(Paper.Leading);
        }

        paper.At(Paper.Margin + 20, paper.Y, "och i ett andra hus");

        Assert.Equal(
            string.Join(' ', items.Select(i => "• " + i)) + " och i ett andra hus",
            paper.Show()[^1]
        );
    }

    [Fact]
    public void NumbersThatDoNotCountFromOne_StayInTheItems()
    {
        var paper = new Paper().Usual().Heading("Styrkor", 10);
        foreach (var line in new[] { "Öppna möten", "2. Tydliga mål", "7. Tydlig plan" })
        {
            paper.At(Paper.Margin, paper.Y, "•").At(Paper.Margin + 14, paper.Y, line);
            paper.Down(Paper.Leading);
        }

        Assert.Equal("• Öppna möten • 2. Tydliga mål • 7. Tydlig plan", paper.Show()[^1]);
    }

    [Fact]
    public void DashUnderTheTextOfAnItem_GoesOnWithIt()
    {
        var paper = new Paper().Usual().Heading("Styrkor", 10);
        var top = paper.Y;
        paper
            .At(70, top, "•")
            .At(84, top, "En väl rotad kultur av gott bemötande i hela")
            .At(84, top + 12, "– ”Alltid ett gott möte” heter den")
            .At(70, top + 24, "•")
            .At(84, top + 24, "Öppna möten");

        Assert.Equal(
            "• En väl rotad kultur av gott bemötande i hela – ”Alltid ett gott möte” heter den • Öppna möten",
            paper.Show()[^1]
        );
    }

    [Fact]
    public void BarChart_GivesTheNumbersAboveItsBars()
    {
        var paper = new Paper().Usual();
        var top = paper.Y;
        paper.At(250, top, "Ekdals kommun 2014 - 404 p", 11);
        for (var tick = 0; tick <= 5; tick++)
        {
            paper.At(84, top + 20 + (20 * tick), $"{100 - (20 * tick)}".PadLeft(3), 7);
        }

        for (var bar = 0; bar < 8; bar++)
        {
            paper.At(120 + (50 * bar), top + 40 + (3 * bar), $"{72 - (2 * bar)}", 7);
        }

        paper.Down(160).Usual();

        var figure = Assert.Single(paper.Lay().Blocks.OfType<Block.Figure>());
        Assert.Equal([72, 70, 68, 66, 64, 62, 60, 58], figure.Numbers.Select(n => (int)n.Value));
        Assert.Contains("404 p", figure.Title.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sveriges Kommuner och Landsting 2014-12-19 {0} (6)")]
    [InlineData("Kommunkompassen Analys av Ekdals kommun {0}")]
    [InlineData("{0}")]
    public void RunningLines_AreNoText(string header)
    {
        var blocks = Numbered(header, 1, 2, 3, 4, 5, 6).Show();

        Assert.All(
            blocks,
            b => Assert.StartsWith("Kommunen har en plan", b, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void LineWhoseOtherEndNamesTheChapter_RunsToo()
    {
        var paper = new Paper();
        foreach (var chapter in new[] { "Inledning", "3.1 Demokrati", "3.2 Dialog", "Bilaga" })
        {
            paper.At(Paper.Margin, 40, "Sveriges Kommuner").At(400, 40, chapter).Usual().NextPage();
        }

        Assert.All(
            paper.Show(),
            b => Assert.StartsWith("Kommunen har en plan", b, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3, 4 }, false)]
    [InlineData(new[] { 40, 23, 81, 56 }, true)]
    public void LineWithANumberFarBehind_RunsWhereTheNumberCountsThePages(
        int[] numbers,
        bool isText
    )
    {
        string[] names = ["Demokrati", "Bemötande", "Styrning", "Ledarskap"];
        var paper = new Paper();
        foreach (var (name, number) in names.Zip(numbers))
        {
            paper.Usual().At(200, 800, name).At(500, 800, $"{number}").NextPage();
        }

        Assert.Equal(
            isText,
            paper.Show().Any(b => b.Contains("Ledarskap", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("Sveriges Kommuner och Landsting 2014-12-19 {0} (7)")]
    [InlineData("Kommunkompassen Analys av Ekdals kommun {0}")]
    [InlineData("{0}")]
    public void PageThatTheNumbersSkip_IsMissing(string header)
    {
        var layout = Numbered(header, 1, 2, 3, 5, 6, 7).Lay();

        Assert.Equal([4], layout.MissingPages);
        Assert.Equal([4], layout.Losses);
    }

    [Fact]
    public void LastPages_AreMissingWhereTheHeadersCountMore() =>
        Assert.Equal(
            [7, 8],
            Numbered("Sveriges Kommuner och Landsting 2014-12-19 {0} (8)", 1, 2, 3, 4, 5, 6)
                .Lay()
                .MissingPages
        );

    [Fact]
    public void OneWrongNumber_IsNoLoss() =>
        Assert.Empty(
            Numbered("Sveriges Kommuner och Landsting 2014-12-19 {0} (6)", 1, 2, 8, 4, 5, 6)
                .Lay()
                .MissingPages
        );

    [Fact]
    public void UnreadablePage_IsALoss()
    {
        var paper = new Paper().Usual().NextPage().NextPage(PageOrigin.Unreadable).Usual();

        var layout = paper.Lay();

        Assert.Equal([2], layout.UnreadablePages);
        Assert.Equal([2], layout.Losses);
        Assert.Empty(layout.MissingPages);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void TurnedPage_IsReadUpright(int degrees)
    {
        var paper = new Paper().Usual().Usual();

        Assert.Equal(paper.Show(), paper.Show(p => Turned(p, degrees)));
    }

    [Fact]
    public void HeaderOfAPageWhoseTableIsSetSideways_StandsAboveIt()
    {
        var sideways = Turned(new Paper().Usual().Usual().Pages()[0], 270);
        var header = new Paper(842, 595).At(70, 30, "Sidhuvud").Pages()[0].Words;

        var sheet = Assert.Single(
            Kompass.Mining.Layout.Geometry.Pages.Sheet.Of([
                sideways with
                {
                    Words = [.. header, .. sideways.Words],
                },
            ])
        );

        Assert.Equal(sheet.Words.Min(w => w.Box.Top), sheet.Words[0].Box.Top);
        Assert.True(sheet.Words[0].Box.Bottom < sheet.Words.Skip(1).Min(w => w.Box.Top));
        Assert.Equal(header[0].Box, sheet.Words[0].Place.Box);
    }

    [Fact]
    public void TwoPagesOnASheet_AreReadOneAfterTheOther()
    {
        var paper = new Paper(842, 595);
        for (var sheet = 0; sheet < 3; sheet++)
        {
            foreach (var left in new[] { 50, 471 })
            {
                for (var line = 0; line < Left.Length; line++)
                {
                    var page = (char)('A' + (2 * sheet) + (left > 100 ? 1 : 0));
                    paper.At(left, 80 + (12 * line), $"{Left[line]} {page}{page}");
                }
            }

            paper.NextPage();
        }

        var words = string.Join(' ', paper.Show());
        var ends = "ABCDEF".Select(p =>
            words.IndexOf($"tätorter. {p}{p}", StringComparison.Ordinal)
        );
        Assert.Equal(ends.Order(), ends);
        Assert.DoesNotContain(-1, ends);
    }

    // The front sides were scanned before the backs; the cover states no number.
    [Theory]
    [InlineData("1 3 5 7 2 4 6 8", "12345678")]
    [InlineData("1 2 3 4 5 6 7 8", "12345678")]
    // A plate without a number, and a last page.
    [InlineData("2 3 4 1 5 6 7", "2341567")]
    [InlineData("2 3 4 5 6 7 1", "2345671")]
    // Numbers that begin anew, or of which some are missing, tell no order.
    [InlineData("1 3 5 2 4 3 4 5", "13524345")]
    [InlineData("1 3 5 7 2 4 6 12", "135724612")]
    public void PagesInAnotherOrder_AreReadByTheirNumbers(string sheets, string read)
    {
        var paper = new Paper();
        foreach (var number in sheets.Split(' '))
        {
            paper.Usual().Heading($"Sida {number}").Usual();
            paper.At(280, 800, number == "1" ? "Kompassen" : number).NextPage();
        }

        Assert.Equal(
            read,
            string.Concat(
                paper
                    .Show()
                    .Where(b => b.StartsWith("# Sida", StringComparison.Ordinal))
                    .Select(b => b[7..])
            )
        );
    }

    [Fact]
    public void PagesOfAnUnfoldedBooklet_AreReadByTheirNumbers()
    {
        var paper = new Paper(842, 595);
        foreach (var (onLeft, onRight) in new[] { (8, 1), (2, 7), (6, 3), (4, 5) })
        {
            foreach (var (left, number) in new[] { (50, onLeft), (471, onRight) })
            {
                for (var line = 0; line < Left.Length; line++)
                {
                    paper.At(
                        left,
                        80 + (12 * line),
                        $"{Left[line]} {(char)('@' + number)}{(char)('@' + number)}"
                    );
                }

                paper.At(left + 160, 560, $"{number}");
            }

            paper.NextPage();
        }

        var words = string.Join(' ', paper.Show());
        var ends = "ABCDEFGH".Select(p =>
            words.IndexOf($"tätorter. {p}{p}", StringComparison.Ordinal)
        );
        Assert.Equal(ends.Order(), ends);
        Assert.DoesNotContain(-1, ends);
    }

    [Fact]
    public void WideSheetWithTwoColumns_IsOnePage()
    {
        var paper = new Paper(842, 595);
        for (var sheet = 0; sheet < 3; sheet++)
        {
            paper.Columns((80, Left), (425, Right)).Columns((80, Left), (425, Right)).NextPage();
        }

        // Columns 20 points apart on a page with margins of 80: its width stays that of the page.
        Assert.Equal(3, Kompass.Mining.Layout.Geometry.Pages.Sheet.Of(paper.Pages()).Count());
    }

    private static Paper Numbered(string header, params int[] numbers)
    {
        var paper = new Paper();
        foreach (var number in numbers)
        {
            paper
                .At(
                    Paper.Margin,
                    40,
                    string.Format(CultureInfo.InvariantCulture, header, number),
                    8
                )
                .Usual()
                .NextPage();
        }

        return paper;
    }

    private static Page Turned(Page page, int degrees) =>
        page with
        {
            Width = degrees == 180 ? page.Width : page.Height,
            Height = degrees == 180 ? page.Height : page.Width,
            Words =
            [
                .. page.Words.Select(w =>
                    w with
                    {
                        QuarterTurns = degrees / 90,
                        Box = degrees switch
                        {
                            90 => new Box(
                                page.Height - w.Box.Bottom,
                                w.Box.Left,
                                page.Height - w.Box.Top,
                                w.Box.Right
                            ),
                            180 => new Box(
                                page.Width - w.Box.Right,
                                page.Height - w.Box.Bottom,
                                page.Width - w.Box.Left,
                                page.Height - w.Box.Top
                            ),
                            _ => new Box(
                                w.Box.Top,
                                page.Width - w.Box.Right,
                                w.Box.Bottom,
                                page.Width - w.Box.Left
                            ),
                        },
                    }
                ),
            ],
        };
}
