using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Tests.Layout.Flat;

public sealed class FlatTextTests
{
    private const string Header = "Sveriges Kommuner och Landsting 2013-07-04";

    [Theory]
    [InlineData(
        "Titel\nAnnat dokument\nTranskript:\nRapporten börjar här och går vidare en bra bit till.",
        "Rapporten börjar"
    )]
    [InlineData(
        "Titel\n\nTranskript\n\n1 Rapporten börjar här och går vidare en bra bit till.",
        "1 Rapporten"
    )]
    [InlineData(
        "Titel TRANSCRIPT Rapporten börjar här och går vidare en bra bit till.",
        "Rapporten börjar"
    )]
    [InlineData("Rapporten börjar här och går vidare en bra bit till.", "Rapporten börjar")]
    [InlineData(
        "Transkriptionen är gjord av en värd. Rapporten går vidare en bra bit till.",
        "Transkriptionen"
    )]
    [InlineData(
        "Rapporten går vidare en bra bit till och är slut. Transkript: nej",
        "Rapporten går"
    )]
    [InlineData(
        "Transkriptioner\nTranskript:\nRapporten börjar här och går vidare en bra bit till.",
        "Rapporten börjar"
    )]
    [InlineData(
        "Rapporten. Avskrift av protokollen läggs ut på webben. Här går rapporten vidare en bra bit till.",
        "Rapporten. Avskrift"
    )]
    public void HostPart_EndsAtItsMark(string text, string start) =>
        Assert.StartsWith(start, Of(text).Body.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "Titel av värden\nAnnat\nTranskript:\nRapporten börjar här och går en bit till.",
        "Titel av värden"
    )]
    [InlineData("\n\n  Titel  \nTranskript: Rapporten börjar här och går en bit till.", "Titel")]
    [InlineData("Rapporten börjar här.", null)]
    public void HostTitle_IsTheFirstLineOfTheHostPart(string text, string? title) =>
        Assert.Equal(title, Of(text).HostTitle?.Text);

    [Theory]
    [InlineData("")]
    // The header of the next page comes behind the number.
    [InlineData("Rapport om Kommunkompassen ")]
    public void FooterOfThePageAndTheHostsNumberOfTheNext_AreOneHeader(string header)
    {
        var text = Of(
            string.Join(
                "\n\n",
                Enumerable
                    .Range(1, 8)
                    .Select(p =>
                        $"Sida {p}\n\n{header}{string.Join(' ', Enumerable.Range(0, 90).Select(w => $"ord{(char)('a' + p)}{w}x"))} Om Ekdals kommun {p}"
                    )
            )
        );

        Assert.DoesNotContain("Sida 4", text.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ekdals", text.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rapport", text.Body.Text, StringComparison.Ordinal);
        Assert.Equal(4, PageOf(text, "orde0x"));
    }

    // "… 2013-07-04 3 Kapitel tre": the number behind the header is the chapter's.
    [Fact]
    public void NumberAtThePagesFoot_IsItsOwnWhateverTheNextPageBeginsWith()
    {
        var text = Of(
            string.Join(
                "\n\n",
                Enumerable
                    .Range(2, 8)
                    .Select(p =>
                        $"{Header} {(p == 6 ? "3 " : "")}Kapitel {string.Join(' ', Enumerable.Range(0, 90).Select(w => $"ord{(char)('a' + p)}{w}x"))} {p} (9)"
                    )
            )
        );

        Assert.DoesNotContain("(9)", text.Body.Text, StringComparison.Ordinal);
        Assert.Equal(6, PageOf(text, "ordg0x"));
        Assert.Equal(7, PageOf(text, "ordh0x"));
    }

    [Fact]
    public void Headers_PartThePagesAndTellThemApart()
    {
        var text = Of($"Omslag {Header} 2 (9) Innehåll {Header} 3 (9) Kapitel ett");

        Assert.Equal("Omslag\fInnehåll\fKapitel ett", text.Body.Text);
        Assert.Equal(1, PageOf(text, "Omslag"));
        Assert.Equal(2, PageOf(text, "Innehåll"));
        Assert.Equal(3, PageOf(text, "Kapitel"));
        Assert.Equal(9, text.Pages);
        Assert.Equal("2013-07-04", text.HeaderDate);
        Assert.True(text.HasHeaders);
        Assert.Empty(text.MissingPages);
    }

    [Fact]
    public void TwoPagesOfOneHeader_AreNoneMissing()
    {
        var text = Of("Page 1 and 2: Omslag\nPage 3 and 4: Kapitel ett\nPage 7 and 8: Slut");

        Assert.Equal("Omslag\fKapitel ett\fSlut", text.Body.Text);
        Assert.Equal([5, 6], text.MissingPages);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\nslutet av sidan, som ingen siffra har under sig, men några rader till", 0)]
    public void NumbersAloneOnTheirLines_AreThoseOfPages(string tail, int isAtFoot)
    {
        // A score stands alone on its line too.
        var pages = Enumerable
            .Range(1, 8)
            .Select(p =>
                $"sida {p} av en text som\n47\ngår vidare över flera rader och lite till\n{p}"
            );

        var text = Of(string.Join('\n', pages) + tail);

        Assert.Contains("av en text som\n47\ngår", text.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n3\n", text.Body.Text, StringComparison.Ordinal);
        Assert.Equal(2 + isAtFoot, PageOf(text, "sida 3"));
        Assert.False(text.HasHeaders);
    }

    [Fact]
    public void LineThatStandsApartBesideMostNumbers_IsAPartOfTheHeader()
    {
        var text = Of(
            string.Join(
                '\n',
                Enumerable
                    .Range(1, 8)
                    .Select(p =>
                        $"\nKommunkompassen i Ekdal\n\n{p} (8)\n\nsida {p} av en text som\ngår vidare över flera rader och som ännu inte är slut på denna"
                    )
            )
        );

        Assert.DoesNotContain("Ekdal", text.Body.Text, StringComparison.Ordinal);
        Assert.Equal(3, PageOf(text, "sida 3"));
    }

    [Fact]
    public void LinesThatCountAreas_AreNotThoseOfPages()
    {
        var text = Of(
            string.Join(
                '\n',
                Enumerable
                    .Range(1, 8)
                    .Select(p =>
                        $"område {p} av en text som går vidare över flera rader till\nPoäng område {p}"
                    )
            )
        );

        Assert.Contains("Poäng område 3", text.Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\f", text.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void LineBetweenTwoNumbers_IsCountedOnce()
    {
        // Every page but the last is nothing but the line that all have.
        const string Line =
            "Kommunkompassen i Ekdal, en utvärdering av Sveriges Kommuner och Landsting";
        var text = Of(
            string.Concat(Enumerable.Range(1, 8).Select(p => $"{p}\n\n{Line}\n\n"))
                + "slutet av den sista sidan, med några rader till som bara den har"
        );

        Assert.Equal(
            "slutet av den sista sidan, med några rader till som bara den har",
            text.Body.Text.Trim('\n', '\f')
        );
    }

    [Fact]
    public void FootersOfOneWordingThatCountUp_AreThoseOfPages()
    {
        var text = Of(
            string.Join(
                '\n',
                Enumerable
                    .Range(1, 8)
                    .Select(p =>
                        $"Område {p}\nsida {p} av en text som\ngår vidare över flera rader\nKommunkompassen i Ekdal Sida {p} av 8\n{p}"
                    )
            )
        );

        Assert.DoesNotContain("Ekdal", text.Body.Text, StringComparison.Ordinal);
        Assert.Contains("flera rader\fOmråde 4\nsida 4", text.Body.Text, StringComparison.Ordinal);
        Assert.Equal(3, PageOf(text, "sida 3"));
    }

    [Fact]
    public void FooterBeforeTheHostsHeader_IsAPartOfThat()
    {
        var text = Of(
            string.Join(
                '\n',
                Enumerable
                    .Range(1, 8)
                    .Select(p =>
                        $"Page {p}: Sidan {(char)('a' + p)} av en text\nsom går vidare över flera rader.\nEkdals kommun | Kommunkompassen 2015 {p}"
                    )
            )
        );

        Assert.DoesNotContain("Ekdals", text.Body.Text[..^60], StringComparison.Ordinal);
        Assert.Equal(8, text.Body.Text.Split('\f').Length);
        Assert.Empty(text.MissingPages);
    }

    [Fact]
    public void HeadersThatNoEditionKnows_PartPagesAndStateNoDate()
    {
        var text = Of(
            string.Join(
                '\n',
                Enumerable
                    .Range(1, 6)
                    .Select(p =>
                        $"Rapport om Ekdal {string.Concat(Enumerable.Repeat($"{(char)('a' + p)}ord ", 90))}"
                    )
            )
        );

        Assert.DoesNotContain("Rapport", text.Body.Text, StringComparison.Ordinal);
        Assert.Equal(6, text.Body.Text.Split('\f').Length);
        Assert.False(text.HasHeaders);
    }

    [Fact]
    public void FewNumbersAloneOnTheirLines_AreNone() =>
        Assert.Contains(
            "\n3\n",
            Of(
                "ett\n1\noch annat\n2\noch tredje\n3\noch resten av en lång text som går vidare"
            ).Body.Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("\n2 ", "Omslag")]
    [InlineData("\n3 ", "Omslag\n3")]
    [InlineData(" 2 ", "Omslag 2")]
    public void NumberOfAPageBeforeItsHeader_IsNoText(string between, string body) =>
        Assert.Equal($"{body}\fInnehåll", Of($"Omslag{between}{Header} 2 (9) Innehåll").Body.Text);

    [Fact]
    public void TextWithoutHeaders_HasNoPages()
    {
        var text = Of("Omslag och allt annat");

        Assert.Null(text.Pages);
        Assert.Null(text.HeaderDate);
        Assert.False(text.HasHeaders);
        Assert.Null(text.Body.Place.Page);
    }

    [Fact]
    public void HeaderWithoutNumber_IsTheNextPage()
    {
        var text = Of(
            "A Sveriges Kommuner och Landsting (9) B Sveriges Kommuner och Landsting (9) C"
        );

        Assert.Equal(3, PageOf(text, "C"));
    }

    [Fact]
    public void TextThatBeginsLater_CountsFromItsFirstHeader() =>
        Assert.Equal(6, PageOf(Of($"Rest av sidan {Header} 7 (9) Ny sida"), "Rest"));

    [Theory]
    [InlineData(new[] { 2, 3, 4 }, new int[0])]
    [InlineData(new[] { 2, 4, 5 }, new[] { 3 })]
    [InlineData(new[] { 2, 6 }, new[] { 3, 4, 5 })]
    [InlineData(new[] { 2, 3, 3 }, new int[0])]
    [InlineData(new[] { 2, 90 }, new int[0])]
    [InlineData(new[] { 4, 3 }, new int[0])]
    public void NumbersThatHeadersSkip_AreMissingPages(int[] pages, int[] missing)
    {
        var text = string.Concat(pages.Select(p => $" Text {Header} {p} (99)")) + " Slut";

        Assert.Equal(missing, Of(text).MissingPages);
    }

    [Fact]
    public void PageGivenTwice_IsKeptOnce()
    {
        const string Page = "Kommunen har en modern organisation med korta vägar till beslut.";

        var text = Of($"A {Header} 2 (9) {Page} {Header} 3 (9) {Page} {Header} 4 (9) Nytt");

        Assert.Equal($"A\f{Page}\fNytt", text.Body.Text);
        Assert.Equal(4, PageOf(text, "Nytt"));
    }

    [Fact]
    public void ShortPageGivenTwice_MayBeTwoPages() =>
        Assert.Equal("A\fBild\fBild", Of($"A {Header} 2 (9) Bild {Header} 3 (9) Bild").Body.Text);

    [Theory]
    [InlineData("(9)", "(9)", "(8)", 9)]
    [InlineData("(8)", "(9)", "(9)", 9)]
    public void NumberOfPages_IsWhatMostHeadersState(string a, string b, string c, int pages) =>
        Assert.Equal(pages, Of($"{Header} 2 {a} x {Header} 3 {b} y {Header} 4 {c} z").Pages);

    [Fact]
    public void Body_KnowsThePlacesInTheFile()
    {
        var source = SourceText.From($"Värd\r\nTranskript:\r\nMål {Header} 2 (9) Åtta områden");
        var text = Of(source);
        var at = text.Body.Text.IndexOf("Åtta", StringComparison.Ordinal);

        var place = text.Body.PlaceOf(at, at + 4);

        Assert.Equal("Åtta", source.Text[(place.Start!.Value - 2)..(place.End!.Value - 2)]);
    }

    private static int? PageOf(FlatText text, string piece)
    {
        var at = text.Body.Text.IndexOf(piece, StringComparison.Ordinal);
        return text.Body.PlaceOf(at, at + piece.Length).Page;
    }

    private static FlatText Of(string text) => Of(SourceText.From(text));

    private static FlatText Of(SourceText source)
    {
        var edition = Subject.Knowledge.Edition("2010");
        return FlatText.Of(source, edition, new RunningHeaders(edition));
    }
}
