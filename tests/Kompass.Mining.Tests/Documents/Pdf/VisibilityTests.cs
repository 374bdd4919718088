using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>What a reader of the page sees is read; what is left out keeps its reason.</summary>
public sealed class VisibilityTests : IDisposable
{
    private const string Line = "BT /F1 11 Tf 72 700 Td (Styrkor i styrningen) Tj ET\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Hidden =>
        [
            // Without ink.
            "3 Tr " + PdfFile.Show(72, 600, "gömt") + " 0 Tr",
            // As pale as what lies under it.
            "1 g " + PdfFile.Show(72, 600, "gömt") + " 0 g",
            "0.97 0.98 1 rg " + PdfFile.Show(72, 600, "gömt") + " 0 g",
            "0 0 1 rg 60 580 100 40 re f " + PdfFile.Show(72, 600, "gömt") + " 0 g",
            // Covered.
            PdfFile.Show(72, 600, "gömt") + "1 g 60 580 100 40 re f 0 g\n",
            // Too small.
            PdfFile.Show(72, 600, "gömt", 0.6),
            // Outside of what is drawn.
            "q 300 500 100 100 re W n " + PdfFile.Show(72, 600, "gömt") + " Q",
            // Struck through.
            PdfFile.Show(72, 600, "gömt") + "0.6 w 70 603.5 m 110 603.5 l S\n",
            // A watermark.
            "BT /F1 30 Tf 0.707 0.707 -0.707 0.707 200 500 Tm (gömt) Tj ET\n",
            // A stamp.
            "1 0 0 rg 1 0 0 RG 60 590 80 30 re S " + PdfFile.Show(72, 600, "gömt") + " 0 g",
        ];

    [Theory]
    [MemberData(nameof(Hidden))]
    public void WhatIsNotPartOfTheText_IsLeftOut(string content)
    {
        var page = Page(Line + content);

        Assert.Equal("Styrkor i styrningen", TextOf(page));
        Assert.Equal("gömt", Assert.Single(page.LeftOut).Text);
    }

    public static TheoryData<string> Seen =>
        [
            // White on a dark head, and on a picture.
            "0 0 0.5 rg 60 580 100 40 re f 1 g " + PdfFile.Show(72, 600, "sedd") + " 0 g",
            // On a coloured ground, and on one that was drawn over white.
            "1 1 0 rg 60 580 100 40 re f 0 g " + PdfFile.Show(72, 600, "sedd"),
            // Underlined, in a box, above a rule.
            PdfFile.Show(72, 600, "sedd") + "0.6 w 70 598 m 110 598 l S 60 580 100 40 re S\n",
            // A frame drawn as what lies between two rectangles covers nothing.
            PdfFile.Show(72, 600, "sedd") + "0 g 50 570 120 60 re 51 571 118 58 re f* 0 g\n",
            // A line of a chart's grid runs through the number above a bar.
            "0.8 G 0.7 w 40 603.5 m 500 603.5 l S 0 G " + PdfFile.Show(72, 600, "sedd"),
            // Grey as small print is.
            "0.5 g " + PdfFile.Show(72, 600, "sedd", 7) + " 0 g",
            // A colour alone makes no stamp.
            "1 0 0 rg " + PdfFile.Show(72, 600, "sedd") + " 0 g",
        ];

    [Theory]
    [MemberData(nameof(Seen))]
    public void WhatAReaderSees_IsRead(string content) =>
        Assert.Equal("Styrkor i styrningen sedd", TextOf(Page(Line + content)));

    [Fact]
    public void ScoreThatIsPastedOver_IsTheNewOne()
    {
        var page = Page(
            PdfFile.Show(300, 600, "40", 26)
                + "1 g 290 590 60 40 re f 0 g\n"
                + PdfFile.Show(300, 600, "49", 26)
        );

        Assert.Equal("49", TextOf(page));
    }

    [Fact]
    public void StruckWordRightBeforeTheOneInItsPlace_IsLeftOutAlone()
    {
        var page = Page(PdfFile.Show(72, 600, "gamlanya") + "0.6 w 72 603.5 m 104.7 603.5 l S\n");

        Assert.Equal("nya", TextOf(page));
        Assert.Equal("gamla", Assert.Single(page.LeftOut).Text);
    }

    // Fields of forms, and what was typed or laid over a page, whatever state its content leaves open.
    [Theory]
    [InlineData("Widget", 4, "BT /F1 12 Tf 2 5 Td (58) Tj ET", "40 58")]
    [InlineData("FreeText", 4, "BT /F1 12 Tf 2 5 Td (58) Tj ET", "40 58")]
    [InlineData("Square", 4, "1 g 0 0 60 20 re f", "")]
    [InlineData("StrikeOut", 4, "0.6 w 2 8.5 m 15 8.5 l S", "")]
    [InlineData("Widget", 2, "BT /F1 12 Tf 2 5 Td (58) Tj ET", "40")] // hidden
    [InlineData("Highlight", 4, "1 1 0 rg 0 0 60 20 re f", "40")]
    [InlineData("Widget", 4, "/NoFont 12 Tf (58) Tj /None Do q q", "40")] // cannot be drawn
    public void WhatAnAnnotationShows_IsSeen(string kind, int flags, string shows, string seen)
    {
        var page = Page(
            PdfFile.Show(302, 595, "40") + "2 0 0 2 0 0 cm q\n",
            $"/Annots [<< /Type /Annot /Subtype /{kind} /F {flags} /Rect [300 590 360 610] /AP << /N 7 0 R >> >>]",
            appearance: shows
        );

        Assert.Equal(seen, TextOf(page));
    }

    // A frame or a line that a reader drew onto the page parts nothing in it.
    [Theory]
    [InlineData("Square", 0)]
    [InlineData("StrikeOut", 1)]
    public void LinesOfAnnotations_AreNoRules_ButWhatStrikesWords(string kind, int lines)
    {
        var page = Page(
            "",
            $"/Annots [<< /Type /Annot /Subtype /{kind} /Rect [300 590 360 610] /AP << /N 7 0 R >> >>]",
            appearance: "1 w 1 10 m 59 10 l S"
        );

        Assert.Equal(lines, page.Lines.Count);
    }

    [Fact]
    public void ShadowOfAWord_IsDrawnTwice_AndTheDigitsOf11AreNot()
    {
        var page = Page(
            "0.7 g "
                + PdfFile.Show(73.2, 698.8, "Styrkor", 16)
                + "0 g "
                + PdfFile.Show(72, 700, "Styrkor", 16)
                + PdfFile.Show(200, 700, "1", 10)
                + PdfFile.Show(205.56, 700, "1", 10)
        );

        Assert.Equal("Styrkor 11", TextOf(page));
        Assert.Equal("Styrkor", Assert.Single(page.LeftOut).Text);
    }

    [Fact]
    public void WordDrawnAgainAndAgainForBold_IsOneWord_HoweverFarItsLettersStandApart()
    {
        var page = Page(
            PdfFile.Show(72, 700, "Styrkor", 10)
                + PdfFile.Show(73.5, 700, "Styrkor", 10)
                + PdfFile.Show(75, 700, "Styrkor", 10)
                + PdfFile.Show(72, 600, "Plan i tid", 10)
                + PdfFile.Show(75, 600, "Plan i tid", 10)
                + PdfFile.Show(300, 600, "63", 26)
                + PdfFile.Show(303, 600, "63", 26)
        );

        Assert.Equal("Styrkor Plan i tid 63", TextOf(page));
    }

    [Fact]
    public void RaisedFootnoteMark_IsNotPartOfTheScore_AndASquareMetreIs()
    {
        var page = Page(
            PdfFile.Show(72, 600, "67", 26)
                + PdfFile.Show(72 + 29, 612, "1", 11)
                + PdfFile.Show(72, 500, "300 m", 11)
                + PdfFile.Show(72 + 36, 504, "2", 7)
        );

        Assert.Equal("67 300 m 2", TextOf(page));
        Assert.Equal("1", Assert.Single(page.LeftOut).Text);
    }

    [Theory]
    [InlineData("0.8 g", "BT /F1 40 Tf 150 400 Td (UTKAST) Tj ET")]
    [InlineData("0 g", "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (UTKAST) Tj ET")]
    [InlineData("0.8 g", "BT /F1 11 Tf 72 640 Td (UTKAST) Tj ET")]
    public void WordThatStandsOnEveryPagePaleLargeOrTurned_IsAWatermark(string colour, string mark)
    {
        var pages = Pages(
            PdfFile.OfContents([
                .. Enumerable.Range(0, 4).Select(i => $"{colour} {mark} 0 g\n{Line}"),
            ])
        );

        Assert.All(
            pages,
            p =>
            {
                Assert.Equal("Styrkor i styrningen", TextOf(p));
                Assert.Equal("UTKAST", Assert.Single(p.LeftOut).Text);
            }
        );
    }

    [Fact]
    public void WhiteHeadInItsDarkRowOnEveryPage_IsNoWatermark()
    {
        var head =
            "0 0 0.5 rg 60 580 200 40 re f 1 g " + PdfFile.Show(72, 600, "Styrkor") + " 0 g\n";

        var pages = Pages(PdfFile.OfContents([.. Enumerable.Repeat(head + Line, 4)]));

        Assert.Equal(4, pages.Count);
        Assert.All(
            pages,
            p => Assert.Contains(p.Words, w => w.Text == "Styrkor" && w.Box.Top > 200)
        );
        Assert.All(pages, p => Assert.Empty(p.LeftOut));
    }

    [Theory]
    [InlineData("/D << /OFF [<< /Type /OCG /Name (Utkast) >>] >>", false)]
    [InlineData("/OCGs [<< /Type /OCG /Name (Utkast) >>] /D << /BaseState /OFF >>", false)]
    [InlineData("/D << /ON [<< /Type /OCG /Name (Utkast) >>] >>", true)]
    public void Layer_IsReadWhereItIsOn(string states, bool isOn)
    {
        var pages = Pages(
            PdfFile.OfContents(
                [$"{Line}/OC /L1 BDC {PdfFile.Show(72, 600, "lager")} EMC\n"],
                resources: "/Properties << /L1 << /Type /OCG /Name (Utkast) >> >>",
                catalog: $"/OCProperties << {states} >>"
            )
        );

        Assert.Equal(
            isOn ? "Styrkor i styrningen lager" : "Styrkor i styrningen",
            TextOf(Assert.Single(pages))
        );
    }

    [Fact]
    public void PageThatIsCut_HasWhatIsWithinItsCropBox_PlacedFromItsCorner()
    {
        var page = Assert.Single(
            Pages(
                PdfFile.OfContents(
                    [Line + PdfFile.Show(72, 30, "sidfot")],
                    "/CropBox [50 100 545 792]"
                )
            )
        );

        Assert.Equal("Styrkor i styrningen", TextOf(page));
        Assert.Equal((495, 692), (page.Width, page.Height));
        Assert.Equal(22, page.Words[0].Box.Left, 0.1);
    }

    [Fact]
    public void DrawnDisc_IsABullet_AndALegendsSquareIsNot()
    {
        var page = Page(
            // A disc of 3 points as Chromium draws it, of four curves.
            "75 704 m 75 704.83 74.33 705.5 73.5 705.5 c 72.67 705.5 72 704.83 72 704 c 72 703.17 72.67 702.5 73.5 702.5 c 74.33 702.5 75 703.17 75 704 c f "
                + PdfFile.Show(84, 700, "Tydliga mål")
                + "0 0.6 0 rg 72 603 5 5 re f 0 g "
                + PdfFile.Show(84, 600, "uppnått")
        );

        Assert.Equal("• Tydliga mål uppnått", TextOf(page));
    }

    [Theory]
    // Chromium rounds a square of 6 points to its pixels; a legend explains several colours.
    [InlineData("0.1 0.2 0.5 rg", "• Tydliga mål • Öppna möten")]
    [InlineData("0.6 0 0 rg", "Tydliga mål Öppna möten")]
    public void SquaresOfOneColour_AreBullets(string colour, string text) =>
        Assert.Equal(
            text,
            TextOf(
                Page(
                    "0.1 0.2 0.5 rg 72 702 6 6 re f 0 g "
                        + PdfFile.Show(84, 700, "Tydliga mål")
                        + $"{colour} 72 602 6 5.25 re f 0 g "
                        + PdfFile.Show(84, 600, "Öppna möten")
                )
            )
        );

    [Theory]
    [InlineData("demokrati?.....12", "demokrati? ..... 12")]
    [InlineData(".....12", "..... 12")]
    [InlineData("och så vidare...", "och så vidare...")]
    [InlineData("2.4.1.", "2.4.1.")]
    public void DotsThatLeadToANumber_AreAWordOfTheirOwn(string shown, string text) =>
        Assert.Equal(text, TextOf(Page(PdfFile.Show(72, 700, shown))));

    [Theory]
    // Word's stroke of 0.5 points, Chromium's filled rectangle of 0.75, a box.
    [InlineData("0.5 w 200 500 m 200 600 l S")]
    [InlineData("200 500 0.75 100 re f")]
    [InlineData("q 1 0 0 1 200 500 cm 0 0 m 0 100 l 0.5 w S Q")]
    public void Border_IsALine(string content)
    {
        var line = Assert.Single(Page(Line + content).Lines);

        Assert.Equal(200, line.Left, 0.5);
        Assert.True(line.Width < 1);
        Assert.Equal((242, 342), (Math.Round(line.Top), Math.Round(line.Bottom)));
    }

    [Fact]
    public void PageTurnedByNumbersOfTwentyDecimals_KeepsItsWordsAndTheirPlaces()
    {
        // The first is what a printing of two pages a sheet writes; strings, comments and pictures within the content keep what looks like a number.
        var page = Page(
            "q 0.70710678118654752440 0 0 0.70710678118654752440 10.00000000000000000000 20 cm % 0.12345678901234567890\n"
                + "BT /F1 20 Tf 100 500 Td (0.12345678901234567890) Tj ET\n"
                + "BI /W 1 /H 1 /BPC 8 /CS /G ID .EI Q\n"
        );

        var word = Assert.Single(page.Words);
        Assert.Equal("0.12345678901234567890", word.Text);
        Assert.Equal(10 + 70.71, word.Box.Left, 0.1);
        Assert.Equal(14.14, word.Size, 0.01);
    }

    private static string TextOf(Page page) => string.Join(' ', page.Words.Select(w => w.Text));

    private Page Page(string content, string pageEntries = "", string appearance = "") =>
        Assert.Single(Pages(PdfFile.OfContents([content], pageEntries, appearance: appearance)));

    private IReadOnlyList<Page> Pages(byte[] pdf)
    {
        var file = _folder.File("page.pdf");
        File.WriteAllBytes(file, pdf);
        return PdfSubject.Pages(file);
    }
}
