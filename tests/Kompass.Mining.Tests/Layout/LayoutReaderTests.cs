using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class LayoutReaderTests
{
    private const string Header = "Sveriges Kommuner och Landsting 2013-07-04";

    private static readonly string Flat =
        $"KommunKompassen ANALYS AV EKDALS KOMMUN 2013 {Header} 2 (5) "
        + "3 Detaljerad genomgång Område 1 Offentlighet och demokrati Rubriker Motverka korruption Poäng 58 Allmänt Kommunen är öppen. "
        + $"Motverka korruption En policy finns. Styrkor Tydlig styrmodell Förbättringsmöjligheter Utveckla dialogen {Header} 4 (5) "
        + "Område 2 Tillgänglighet och brukarorientering Rubriker Valfrihet Poäng 61 Allmänt Det går att välja. "
        + string.Concat(Enumerable.Repeat("Kommunen har många tjänster på webben. ", 40))
        + "4 Översikt av poängfördelning 1. Offentlighet och demokrati Uppnått Max Procent 1.1 Finns en plan? 9 15 60% 1.2 Hur informeras? 12 20 60% 21 100 21%";

    [Fact]
    public void FlatTranscript_BecomesTheSameBlocksAsOneWithLines()
    {
        var layout = Subject.Lay(Flat);

        Assert.Equal(LayoutShape.Flat, layout.Shape);
        Assert.Equal(
            [
                "KommunKompassen ANALYS AV EKDALS KOMMUN 2013",
                "# 3 Detaljerad genomgång",
                "# Område 1 Offentlighet och demokrati",
                "Rubriker // • Motverka korruption Poäng | 58",
                "# Allmänt",
                "Kommunen är öppen.",
                "# Motverka korruption",
                "En policy finns.",
                "Styrkor | Förbättringsmöjligheter // • Tydlig styrmodell | • Utveckla dialogen",
                "# Område 2 Tillgänglighet och brukarorientering",
                "Rubriker // • Valfrihet Poäng | 61",
                "# Allmänt",
            ],
            layout.Blocks.Select(Blocks.Show).Take(12)
        );
        Assert.Equal(
            "1.1 | Finns en plan? | 9 | 15 | 60 // 1.2 | Hur informeras? | 12 | 20 | 60 // = 21",
            Blocks.Show(layout.Blocks[^1])
        );
    }

    [Fact]
    public void FlatTranscript_TellsWhatItsHeadersSay()
    {
        var layout = Subject.Lay(Flat);

        Assert.Equal(5, layout.Pages);
        Assert.Equal("2013-07-04", layout.HeaderDate);
        Assert.Equal([3], layout.MissingPages);
        Assert.False(layout.YearsDropped);
        Assert.Equal("2010", layout.Edition.Id);
    }

    [Fact]
    public void TextWithLines_IsStructured()
    {
        var layout = Subject.Lay(
            "Område 1 Offentlighet och demokrati\n\nRubriker\tPoäng\nEtik\t58\n\nAllmänt\n\nKommunen är öppen.\n"
        );

        Assert.Equal(LayoutShape.Structured, layout.Shape);
        Assert.Equal(
            [
                "# Område 1 Offentlighet och demokrati",
                "Rubriker // • Etik | 58",
                "# Allmänt",
                "Kommunen är öppen.",
            ],
            layout.Blocks.Select(Blocks.Show)
        );
    }

    [Theory]
    [InlineData("\n\n", LayoutShape.Structured)]
    [InlineData(" ", LayoutShape.Flat)]
    public void ParagraphsThatHideTheirHeadings_AreATranscript(string parted, LayoutShape shape)
    {
        var layout = Subject.Lay(
            string.Join(
                parted,
                "1. Offentlighet och demokrati",
                "Poäng: 58 av 100.",
                "Kommunen är öppen.",
                "Styrkor\n\n• Öppna möten\n\n• Tydliga mål\n\nEn lista är slut.",
                "Förbättringsmöjligheter\n\n• Färre mål\n\nOckså den."
            )
        );

        Assert.Equal(shape, layout.Shape);
        Assert.Contains(
            layout.Blocks,
            b =>
                b
                    is Block.Heading
                    {
                        Text.Text: "1. Offentlighet och demokrati" or "1 Offentlighet och demokrati"
                    }
        );
    }

    [Fact]
    public void HyphensThatAHostKept_GoFromTextWithLinesToo() =>
        Assert.Equal(
            "• aktiviteter, nämnderna, uppföljning och verksamheten",
            Blocks.Show(
                Subject
                    .Lay(
                        "Område 1 Offentlighet och demokrati\n\nAktiviteter, nämnderna, uppföljning.\n\nStyrkor\n\n"
                            + "• akti-viteter, nämn-derna, upp-följning och verk-samheten\n"
                    )
                    .Blocks[^1]
            )
        );

    // A program that copies pages puts a blank line between all cells; some of its tables may look like rows.
    [Theory]
    [InlineData(0, LayoutShape.Flat)]
    [InlineData(1, LayoutShape.Flat)]
    [InlineData(4, LayoutShape.Structured)]
    public void CellsThatAreNoRows_AreATranscript(int inRows, LayoutShape shape)
    {
        var layout = Subject.Lay(
            string.Concat(
                Enumerable
                    .Range(1, 4)
                    .Select(a => (Area: a, Parted: a <= inRows ? "\t" : "\n\n"))
                    .Select(a =>
                        $"{a.Area}.{a.Parted}{Subject.Knowledge.Edition("2010").Area(a.Area).Name}{a.Parted}Uppnått{a.Parted}Max{a.Parted}Procent\n\n"
                        + string.Concat(
                            Subject
                                .Knowledge.Edition("2010")
                                .Area(a.Area)
                                .Questions.Select(q =>
                                    $"{q.Code}{a.Parted}{q.Text}{a.Parted}5{a.Parted}{q.Max}{a.Parted}{500 / q.Max}%\n{(a.Area <= inRows ? "" : "\n")}"
                                )
                        )
                        + "\n"
                    )
            )
        );

        Assert.Equal(shape, layout.Shape);
        Assert.Equal(4, layout.Blocks.OfType<Block.QuestionTable>().Count());
    }

    [Theory]
    [InlineData(12, "• Tydliga mål")]
    [InlineData(11, "o Tydliga mål")]
    public void LetterBeforeManyItems_IsTheirBullet(int items, string first)
    {
        var text = Bullets
            .Written(
                Kompass.Mining.Documents.SourceText.From(
                    string.Concat(Enumerable.Repeat("o Tydliga mål\n", items)) + "och så o vidare"
                )
            )
            .Text;

        Assert.StartsWith(first, text, StringComparison.Ordinal);
        Assert.EndsWith("och så o vidare", text, StringComparison.Ordinal);
    }

    [Fact]
    public void HostThatDropsYears_IsTold()
    {
        var text = string.Concat(
            Enumerable
                .Range(2, 8)
                .Select(p =>
                    $"Sveriges Kommuner och Landsting (9) Sidan {p} "
                    + string.Concat(
                        Enumerable.Repeat("Kommunen antog planen och den gäller ännu. ", 20)
                    )
                )
        );

        Assert.True(Subject.Lay(text).YearsDropped);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public void SameText_GivesTheSameBlocks(string file) =>
        Assert.Equal(
            Blocks.Show(Subject.Lay(Flat, file).Blocks),
            Blocks.Show(Subject.Lay(Flat, file).Blocks)
        );

    [Theory]
    [InlineData("Styrkor\n• Mål\n", DocumentForm.Report)]
    [InlineData("", DocumentForm.Page)]
    public void AreasWithTheirScoresBehindTheirNames_MakeAReportWhereListsStandBelow(
        string below,
        DocumentForm form
    ) =>
        Assert.Equal(
            form,
            Subject
                .Lay(
                    string.Concat(
                        Subject
                            .Labels.Edition.Areas.Take(3)
                            .Select(a => $"Område {a.Number} – {a.Name} (52 poäng)\n{below}")
                    )
                )
                .Form
        );
}
