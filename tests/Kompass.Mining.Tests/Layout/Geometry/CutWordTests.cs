using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Geometry;
using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Words that are too long for their column, and go on on the next line without a hyphen.</summary>
public sealed class CutWordTests
{
    [Theory]
    // The rest is short and no word of the document, or a longer one that is a word only together with the first piece.
    [InlineData("• Otydlig|kommunikationsstrat|egi", "Otydlig kommunikationsstrategi")]
    [InlineData("• Kompetensförsörjnin|gsplan finns", "Kompetensförsörjningsplan finns")]
    // Two words that only happen to fill their lines.
    [InlineData("• Kommunledningens|strategi", "Kommunledningens strategi")]
    [InlineData("• Medborgardialoger|och panel", "Medborgardialoger och panel")]
    // The first word does not fill its line.
    [InlineData(
        "• Tydlig uppföljning av mål|Medborgar|egi",
        "Tydlig uppföljning av mål Medborgar egi"
    )]
    public void WordThatFillsItsLine_GoesOnWhereTheRestIsNoWord(string lines, string item) =>
        Assert.Equal(item, Assert.Single(Items(lines.Split('|'))).Text.Text);

    private static IReadOnlyList<Item> Items(string[] printed)
    {
        var words = new List<SheetWord>();
        for (var i = 0; i < printed.Length; i++)
        {
            var left = 100.0;
            foreach (var text in printed[i].Split(' '))
            {
                // Text hangs behind the bullet.
                left = left < 112 && text != "•" ? 112 : left;
                var box = new Box(left, 100 + (14 * i), left + (5 * text.Length), 110 + (14 * i));
                words.Add(new SheetWord(text, box, 10, null, 1, new Place(1, null, null, box)));
                left = box.Right + 3;
            }
        }

        var sheet = new Sheet(1, 595, 842, words, IsRecognised: false);
        var lines = VisualLine.LinesOf(sheet, words);
        var statistics = WordStatistics.Of(
            string.Join('\n', lines.Select(l => l.Text.Text)),
            Subject.Knowledge.Swedish.OpenWords.Contains
        );
        return ItemLines.Read(
            lines,
            lines.Max(l => l.Box.Right),
            new LayoutContext(
                lines,
                Measures.Of([lines]),
                Subject.Labels,
                statistics,
                Subject.Lines(statistics),
                Subject.Knowledge.Lexicon
            )
        );
    }
}
