using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>What PdfPig tells of a file, from its child process.</summary>
public sealed class PdfEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Words_StandWhereTheyAreDrawn()
    {
        var page = Page(PdfFile.Show(72, 700, "Målen är tydliga"));

        Assert.Equal(["Målen", "är", "tydliga"], page.Words.Select(w => w.Text));
        Assert.Equal((595, 842), (page.Width, page.Height));
        Assert.Equal(72, page.Words[0].Box.Left, 0.5);
        // 32.68 points: M, å, l, e, n of Helvetica have 833 + 556 + 222 + 556 + 556 thousandths.
        Assert.Equal(72 + 32.68, page.Words[0].Box.Right, 0.5);
        Assert.All(
            page.Words,
            w =>
            {
                // The base line is 142 points below the upper edge; letters rise three quarters of the size above it, and descend a quarter below.
                Assert.InRange(w.Box.Top, 142 - 13, 142 - 8);
                Assert.InRange(w.Box.Bottom, 142 + 1.5, 142 + 4);
                Assert.Equal(1, w.Confidence);
            }
        );
    }

    [Fact]
    public void Sizes_AreThoseOfTheFont()
    {
        var page = Page(PdfFile.Show(72, 700, "61", 30, "F2") + PdfFile.Show(72, 600, "poäng", 10));

        Assert.Equal(3, page.Words[0].Size / page.Words[1].Size, 0.01);
        Assert.Equal(10, page.Words[1].Size);
    }

    [Fact]
    public void SizesAndBoldLetters_AreTold()
    {
        var page = Page(
            PdfFile.Show(72, 700, "Styrkor", 11, "F2") + PdfFile.Show(72, 680, "Mål", 9.5)
        );

        Assert.Equal([(11, true), (9.5, false)], page.Words.Select(w => (w.Size, w.Bold!.Value)));
    }

    [Fact]
    public void Pages_AreAllThere_AlsoEmptyOnes()
    {
        var pages = Read(
            Write("a.pdf", PdfFile.Show(72, 700, "ett"), "", PdfFile.Show(72, 700, "tre"))
        );

        Assert.Equal([1, 2, 3], pages.Select(p => p.Number));
        Assert.Equal(
            ["ett", "", "tre"],
            pages.Select(p => string.Join(' ', p.Words.Select(w => w.Text)))
        );
    }

    [Fact]
    public void KernedWord_IsOneWord_AndGapIsABlank()
    {
        // Thousandths of the size are taken away: 120 draws closer, -300 makes a gap.
        var page = Page("BT /F1 12 Tf 72 700 Td [(T) 120 (ydlig) -300 (politisk) 10 (t)] TJ ET");

        Assert.Equal(["Tydlig", "politiskt"], page.Words.Select(w => w.Text));
    }

    [Fact]
    public void AccentDrawnOverItsLetter_IsOneLetterWithIt()
    {
        // a is 6.67 points wide at 12 points, the dots 4.0: drawn over its middle.
        var page = Page(
            PdfFile.Show(72, 700, "m")
                + PdfFile.Show(72 + 10, 700, "a")
                + PdfFile.Show(72 + 10 + 1.3, 700, "\u00A8")
                + PdfFile.Show(72 + 16.67, 700, "rke")
        );

        Assert.Equal(["märke"], page.Words.Select(w => w.Text));
    }

    [Fact]
    public void WordDrawnTwiceForBold_IsOneWord()
    {
        var page = Page(PdfFile.Show(72, 700, "Styrkor") + PdfFile.Show(72.3, 700, "Styrkor"));

        Assert.Equal(["Styrkor"], page.Words.Select(w => w.Text));
    }

    [Fact]
    public void LettersDrawnOutOfOrder_AreWordsAsTheyStand()
    {
        // Letters of one width in Helvetica, 0.556 of the size. First all vowels of three lines, then the rest, backwards.
        const string Line = "boende hade en god dag";
        var letters = Enumerable
            .Range(0, 3 * Line.Length)
            .Select(i =>
                (Letter: Line[i % Line.Length], Column: i % Line.Length, Row: i / Line.Length)
            )
            .Where(l => l.Letter != ' ')
            .OrderByDescending(l => "aeo".Contains(l.Letter, StringComparison.Ordinal))
            .ThenByDescending(l => l.Column);

        var page = Page(
            string.Concat(
                letters.Select(l =>
                    PdfFile.Show(72 + (6.67 * l.Column), 700 - (20 * l.Row), $"{l.Letter}")
                )
            )
        );

        Assert.Equal(
            string.Join(' ', Line, Line, Line),
            string.Join(' ', page.Words.Select(w => w.Text))
        );
    }

    [Fact]
    public void TextOffThePage_IsLeftOut()
    {
        var page = Page(PdfFile.Show(-300, 700, "borta") + PdfFile.Show(72, 700, "här"));

        Assert.Equal(["här"], page.Words.Select(w => w.Text));
    }

    [Fact]
    public void TurnedPage_HasItsWordsAsTheyAreSeen()
    {
        // Seen turned by 90° clockwise, the page is 842 wide, and what stands 100 from the left and 60 from the bottom stands 60 from the left
        // and 100 from the top, running down.
        var page = Assert.Single(
            Read(
                Write(
                    "a.pdf",
                    PdfFile.OfContents(
                        [PdfFile.Show(100, 60, "Förbättringsmöjligheter")],
                        "/Rotate 90"
                    )
                )
            )
        );

        var word = Assert.Single(page.Words);
        Assert.Equal("Förbättringsmöjligheter", word.Text);
        Assert.True(word.Box.Height > 5 * word.Box.Width, word.Box.ToString());
        Assert.Equal(100, word.Box.Top, 0.5);
        Assert.InRange(word.Box.Left, 55, 60);
    }

    [Fact]
    public void FileNames_AreNeverOptions()
    {
        foreach (var name in new[] { "-l.pdf", "a\nb.pdf", "å ä 'ö'.pdf", "$(x).pdf" })
        {
            var file = Write(name, PdfFile.Show(72, 700, "ja"));

            Assert.Equal("ja", Assert.Single(Assert.Single(Read(file)).Words).Text);
        }
    }

    [Fact]
    public void MorePagesThanTheLimit_AreSetAside()
    {
        var page = PdfFile.Show(72, 700, "ja");
        var file = Write("a.pdf", page, page, page);

        Assert.Equal(3, Read(file, new PdfLimits(Pages: 3)).Count);
        var aside = NotRead(file, new PdfLimits(Pages: 2));

        Assert.Equal(SetAsideCause.LimitPassed, aside.Cause);
        Assert.Equal("it has more than 2 pages (limit pages)", aside.Message);
    }

    [Fact]
    public void MoreWordsThanTheLimit_AreSetAside()
    {
        var file = Write("a.pdf", PdfFile.Show(72, 700, "ett två tre"));

        Assert.Single(Read(file, new PdfLimits(WordsPerPage: 3)));
        var aside = NotRead(file, new PdfLimits(WordsPerPage: 2));

        Assert.Equal(SetAsideCause.LimitPassed, aside.Cause);
        Assert.Equal("page 1 has more than 2 words (limit words-per-page)", aside.Message);
    }

    [Fact]
    public void MoreOutputThanTheLimit_IsSetAside()
    {
        var lines = string.Concat(
            Enumerable.Range(0, 200).Select(i => PdfFile.Show(72, 800 - (3 * i), "ord", 3))
        );
        var file = Write("a.pdf", lines);

        var aside = NotRead(file, new PdfLimits(OutputBytes: 4096));

        Assert.Equal(SetAsideCause.LimitPassed, aside.Cause);
        Assert.EndsWith("(limit output-mb)", aside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoPdf_IsSetAsideAsDamaged()
    {
        var aside = NotRead(_folder.Write("a.pdf", "%PDF-1.4\ningenting"));

        Assert.Equal(SetAsideCause.Damaged, aside.Cause);
        Assert.StartsWith("is a damaged PDF: ", aside.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', aside.Message);
    }

    [Fact]
    public void FileWithoutBytes_IsSetAsideAsEmpty() =>
        Assert.Equal(SetAsideCause.Empty, NotRead(_folder.Write("a.pdf", "")).Cause);

    [Fact]
    public void UserPassword_IsANamedCause_AndOwnerPasswordIsRead()
    {
        var hostile = Path.Combine(Repository.RequireShared(), "corpus", "hostile");

        var locked = NotRead(Path.Combine(hostile, "encrypted-user.pdf"));
        var open = Read(Path.Combine(hostile, "encrypted-owner.pdf"));

        Assert.Equal(SetAsideCause.Encrypted, locked.Cause);
        Assert.Equal(27, open.Count);
    }

    [Fact]
    public void FontsWithoutMapping_GiveNoUsableText()
    {
        var hostile = Path.Combine(Repository.RequireShared(), "corpus", "hostile");

        var pages = Read(Path.Combine(hostile, "nofonts.pdf"));

        Assert.Equal(27, pages.Count);
        Assert.All(pages, p => Assert.False(TextLayerQuality.IsUsable(p), $"page {p.Number}"));
    }

    [Theory]
    [InlineData("Innehåll av rapporten", ".", true)] // leaders, dot by dot
    [InlineData("Innehåll av rapporten", "x", false)]
    public void LeadersOfContents_AreNoLettersTornApart(string text, string sign, bool isUsable)
    {
        string[] words = [.. text.Split(' '), .. Enumerable.Repeat(sign, 60)];

        Assert.Equal(
            isUsable,
            TextLayerQuality.IsUsable(
                new Page(
                    1,
                    595,
                    842,
                    [.. words.Select(w => new Word(w, new Box(50, 50, 60, 60), 10))]
                )
            )
        );
    }

    [Fact]
    public void Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var file = Write("a.pdf", PdfFile.Show(72, 700, "ja"));

        Assert.Throws<OperationCanceledException>(() =>
            PdfSubject.Engine.Read(file, null, new PdfLimits(), source.Token)
        );
    }

    private Page Page(string content) => Assert.Single(Read(Write("page.pdf", content)));

    private string Write(string name, params string[] contents) =>
        Write(name, PdfFile.OfContents(contents));

    private string Write(string name, byte[] pdf)
    {
        var file = _folder.File(name);
        File.WriteAllBytes(file, pdf);
        return file;
    }

    private static IReadOnlyList<Page> Read(string file, PdfLimits? limits = null) =>
        PdfSubject.Pages(file, limits);

    private static PdfReading.NotRead NotRead(string file, PdfLimits? limits = null) =>
        Assert.IsType<PdfReading.NotRead>(
            PdfSubject.Engine.Read(
                file,
                null,
                limits ?? new PdfLimits(),
                TestContext.Current.CancellationToken
            )
        );
}
