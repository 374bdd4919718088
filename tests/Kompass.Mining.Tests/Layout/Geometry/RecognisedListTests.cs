using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Geometry;
using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Lists as recognition gives them: bullets misread, and the next column's bullet at the end of the line.</summary>
public class RecognisedListTests
{
    private const double Unsure = 0.3;

    [Fact]
    public void NextColumnsBullet_IsNoTextOfThisOne()
    {
        var items = Items(
            [("«", Unsure), ("Tydlig", 0.97), ("strategi", 0.97), ("   «+", Unsure)],
            [("»", Unsure), ("Uppföljning", 0.97), ("av", 0.97), ("målen", 0.97), ("   le", Unsure)]
        );

        Assert.Equal(["Tydlig strategi", "Uppföljning av målen"], items.Select(i => i.Text.Text));
    }

    [Fact]
    public void BulletReadAsTwoSigns_IsOne() =>
        Assert.Equal(
            "Tydlig strategi",
            Items(
                [("«", Unsure), ("-", Unsure), ("Tydlig", 0.97), ("strategi", 0.97)],
                [("«", Unsure), ("Uppföljning", 0.97)]
            )[0].Text.Text
        );

    [Fact]
    public void SignWithinABrokenWord_IsNoBullet() =>
        Assert.Equal(
            ["Bör innehålla ett avsnitt om bemötande", "Uppföljning"],
            Items(
                    [
                        ("«", Unsure),
                        ("Bör", 0.97),
                        ("innehålla", 0.97),
                        ("ett", 0.97),
                        ("avs-", 0.97),
                    ],
                    [("=", Unsure), ("nitt", 0.97), ("om", 0.97), ("bemötande", 0.97)],
                    [("«", Unsure), ("Uppföljning", 0.97)]
                )
                .Select(i => i.Text.Text)
        );

    [Fact]
    public void ShortWordThatIsSure_StaysAtTheEndOfItsLine() =>
        Assert.Equal(
            "Målen tas fram i",
            Items([("«", Unsure), ("Målen", 0.97), ("tas", 0.97), ("fram", 0.97), ("   i", 0.95)])[
                0
            ].Text.Text
        );

    // "… nätverk med kommuner" over "Kolada används …" may be one item or two: the other lines tell whether recognition loses bullets.
    [Theory]
    [InlineData(20, 0, 21)]
    [InlineData(3, 3, 8)]
    public void LineWithoutABullet_BeginsAnItemWhereOthersHaveLostTheirs(
        int bulleted,
        int without,
        int items
    )
    {
        (string, double)[] lost = [("  Tydlig", 0.97), ("strategi", 0.97)];
        var rows = Enumerable
            .Repeat<(string, double)[]>(
                [("«", Unsure), ("Tydlig", 0.97), ("strategi", 0.97)],
                bulleted
            )
            .Concat(Enumerable.Repeat(lost, without))
            .Append([("«", Unsure), .. Sure("Resultaten jämförs i nätverk med andra")])
            .Append([.. Sure("  Kolada används av alla nämnder")]);

        Assert.Equal(items, Items([.. rows]).Count);
    }

    // No space above it, and bullets that were read as letters.
    [Theory]
    [InlineData(PageOrigin.Recognised, "# Förbättringsområden")]
    [InlineData(PageOrigin.TextLayer, null)]
    public void HeadOfTheNextList_WithSpaceBelow_IsNoItem(PageOrigin origin, string? heading)
    {
        var paper = new Paper().Usual().Heading("Område 1 Offentlighet och demokrati");
        paper.Heading("Styrkor", 10);
        foreach (var item in new[] { "e|Öppna möten i alla delar", "e|Budget för medborgare" })
        {
            paper.Rows([70, 90], item).Down(-Paper.Leading);
        }

        paper.At(70, paper.Y, "Förbättringsområden").Down(2 * Paper.Leading);
        paper.Rows([70, 90], "e|Fler möten på kvällstid", "e|Tydliga svar").Usual();

        Assert.Equal(
            heading,
            paper
                .Show(p =>
                    p with
                    {
                        Origin = origin,
                        Words = [.. p.Words.Select(w => w with { Confidence = 0.96 })],
                    }
                )
                .FirstOrDefault(b => b == "# Förbättringsområden")
        );
    }

    private static IEnumerable<(string, double)> Sure(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((w, i) => (i == 0 && text[0] == ' ' ? "  " + w : w, 0.97));

    // A line a row, 20 points apart; letters are 5 points wide; a blank before a word is one letter.
    private static IReadOnlyList<Item> Items(params (string Text, double Confidence)[][] rows)
    {
        var words = new List<SheetWord>();
        for (var row = 0; row < rows.Length; row++)
        {
            var left = 50.0;
            foreach (var (text, confidence) in rows[row])
            {
                var shown = text.TrimStart();
                left += 5 * (1 + text.Length - shown.Length);
                var box = new Box(
                    left,
                    100 + (20 * row),
                    left + (5 * shown.Length),
                    110 + (20 * row)
                );
                words.Add(new SheetWord(shown, box, 10, null, confidence, Place.Unknown));
                left = box.Right;
            }
        }

        var sheet = new Sheet(1, 595, 842, words, IsRecognised: true);
        var lines = VisualLine.LinesOf(sheet, words);
        var statistics = WordStatistics.Of(
            string.Join('\n', lines.Select(l => l.Text.Text)),
            Subject.Knowledge.Swedish.OpenWords.Contains
        );
        var context = new LayoutContext(
            lines,
            Measures.Of([lines]),
            Subject.Labels,
            statistics,
            Subject.Lines(statistics),
            Subject.Knowledge.Lexicon
        );
        return ItemLines.Read(lines, 300, context);
    }
}
