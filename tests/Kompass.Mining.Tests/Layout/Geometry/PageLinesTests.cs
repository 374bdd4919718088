using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry;
using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Tests.Layout.Geometry;

/// <summary>Words become lines, and words in pieces whole.</summary>
public sealed class PageLinesTests
{
    [Fact]
    public void WordsALittleHigherOrLower_AreOnOneLine() =>
        Assert.Equal(
            ["Tydliga mål 15 och"],
            Lines(("Tydliga", 50, 100), ("mål", 90, 101.5), ("15", 110, 98.5), ("och", 125, 100))
        );

    // A dash before an item, and a rule: recognition calls both "-".
    [Theory]
    [InlineData("-", 6, true)]
    [InlineData("—", 10, true)]
    [InlineData("-", 60, false)]
    [InlineData("|", 2, false)]
    public void RecognisedDash_IsOneWhereItIsNoLongerThanALetter(
        string sign,
        double width,
        bool isItem
    )
    {
        var paper = new Paper().Usual();
        for (var i = 0; i < 3; i++)
        {
            paper.At(90, paper.Y, "Öppna möten för alla").Down(Paper.Leading);
        }

        var blocks = paper.Show(p =>
            p with
            {
                Origin = PageOrigin.Recognised,
                Words =
                [
                    .. p.Words.Select(w => w with { Confidence = 0.96 }),
                    .. p
                        .Words.Where(w => w.Text == "Öppna")
                        .Select(w => new Word(
                            sign,
                            new Box(
                                Paper.Margin,
                                w.Box.Top + 5,
                                Paper.Margin + width,
                                w.Box.Top + 6
                            ),
                            10
                        )
                        {
                            Confidence = 0.8,
                        }),
                ],
            }
        );

        Assert.Equal(
            isItem,
            blocks.Contains("• Öppna möten för alla • Öppna möten för alla • Öppna möten för alla")
        );
    }

    [Theory]
    [InlineData("=", 4, true)] // a square bullet
    [InlineData("=", 60, false)] // a double rule
    [InlineData("|", 1, false)]
    public void RecognisedSign_IsTextWhereItIsNoRule(string sign, double width, bool isText) =>
        Assert.Equal(
            isText,
            new Paper()
                .Usual()
                .Show(p =>
                    p with
                    {
                        Origin = PageOrigin.Recognised,
                        Words =
                        [
                            .. p.Words,
                            new Word(sign, new Box(300, 600, 300 + width, 604), 10, null, 0.8),
                        ],
                    }
                )
                .Any(b => b.Contains(sign, StringComparison.Ordinal))
        );

    [Fact]
    public void LinesBelowEachOther_ComeFromTheTop() =>
        Assert.Equal(["Mål", "Uppföljning"], Lines(("Uppföljning", 50, 112), ("Mål", 50, 100)));

    [Fact]
    public void LargeScore_IsALineOfItsOwn() =>
        Assert.Equal(
            ["Information till medborgare", "58", "Dialog med medborgare"],
            VisualLine
                .LinesOf(
                    Sheet,
                    [
                        Word("Information", 50, 100),
                        Word("till", 110, 100),
                        Word("medborgare", 135, 100),
                        Word("Dialog", 50, 112),
                        Word("med", 85, 112),
                        Word("medborgare", 105, 112),
                        Word("58", 400, 95, 30),
                    ]
                )
                .Select(l => l.Text.Text)
        );

    // A speck in the column above it.
    [Theory]
    [InlineData(true, 118, "Chefs- och ledarskap", "Hur leds det som görs?")]
    [InlineData(true, 300, "ledarskap", "Chefs- och", "Hur leds det som görs?")]
    [InlineData(false, 118, "ledarskap", "Chefs- och", "Hur leds det som görs?")]
    public void TallRecognisedWord_GoesOnBehindTheWordBeforeIt(
        bool isRecognised,
        double left,
        params string[] lines
    ) =>
        Assert.Equal(
            lines,
            VisualLine
                .LinesOf(
                    Sheet with
                    {
                        IsRecognised = isRecognised,
                    },
                    [
                        Word("Chefs-", 50, 100),
                        Word("och", 100, 100),
                        Word("ledarskap", left, 92, 25),
                        .. "Hur leds det som görs?"
                            .Split(' ')
                            .Select((w, i) => Word(w, 50 + (40 * i), 130)),
                    ]
                )
                .Select(l => l.Text.Text)
        );

    [Theory]
    [InlineData("besk", "riva", 0, "beskriva")] // kerned apart
    [InlineData("besk", "riva", 0.7, "beskriva")]
    [InlineData("besk", "riva", 2.5, "besk riva")] // a blank
    [InlineData("Effek\u00AD", "tiv", -4, "Effektiv")] // over a hyphen that is not printed
    [InlineData("Värdskap\u00AD", "-", -4, "Värdskap-")] // and one that is
    [InlineData("(", "juni", 0.2, "(juni")]
    [InlineData("plan", ",", 0, "plan,")]
    [InlineData("1", "4", 0, "14")]
    [InlineData("•", "Mål", 0, "• Mål")] // a bullet is no piece of a word
    [InlineData("Mål", "Mål", -15, "Mål Mål")] // drawn twice
    public void PiecesThatTouch_AreOneWord(string left, string right, double gap, string line) =>
        Assert.Equal(
            [line],
            VisualLine
                .LinesOf(
                    Sheet,
                    [Word(left, 50, 100), Word(right, 50 + (5 * left.Length) + gap, 100)]
                )
                .Select(l => l.Text.Text)
        );

    [Theory]
    [InlineData("STYRKOR OCH", 1, 4, "STYRKOR OCH")]
    [InlineData("Styrkor", 4, 9, "Styrkor")]
    [InlineData("ABC", 1, 4, "A B C")] // too few to tell
    [InlineData("ABCDE", 12, 20, "A B C D E")] // the heads of columns
    [InlineData("12345", 1, 4, "1 2 3 4 5")] // numbers
    public void LettersAtAnEvenDistance_AreWords(
        string text,
        double spacing,
        double blank,
        string line
    )
    {
        var left = 50.0;
        var words = new List<(string, double, double)>();
        foreach (var c in text)
        {
            if (c == ' ')
            {
                left += blank - spacing;
                continue;
            }

            words.Add((c.ToString(), left, 100));
            left += 5 + spacing;
        }

        Assert.Equal([line], Lines([.. words]));
    }

    [Theory]
    [InlineData("MRÅDE", 8, 101.56, "OMRÅDE")] // on the base line
    [InlineData("MRÅDE", 8, 99, "O MRÅDE")] // raised
    [InlineData("mråde", 8, 101.56, "O mråde")]
    [InlineData("MRÅDE", 4, 103.1, "O MRÅDE")] // far too small
    public void CapitalBeforeSmallCapitals_IsOfTheirWord(
        string rest,
        double size,
        double top,
        string line
    ) =>
        Assert.Equal(
            [line],
            VisualLine
                .LinesOf(Sheet, [Word("O", 50, 100), Word(rest, 56, top, size)])
                .Select(l => l.Text.Text)
        );

    [Fact]
    public void RaisedNumber_IsNoPieceOfItsWord() =>
        Assert.Equal(
            ["skalan 1"],
            VisualLine
                .LinesOf(Sheet, [Word("skalan", 50, 100), Word("1", 80, 99, 6)])
                .Select(l => l.Text.Text)
        );

    [Fact]
    public void SoftHyphenAtTheEndOfALine_IsAHyphen() =>
        Assert.Equal(["utveck-", "ling"], Lines(("utveck\u00AD", 50, 100), ("ling", 50, 112)));

    private static Sheet Sheet { get; } = new(1, 595, 842, [], false);

    private static string[] Lines(params (string Text, double Left, double Top)[] words) =>
        [
            .. VisualLine
                .LinesOf(Sheet, words.Select(w => Word(w.Text, w.Left, w.Top)))
                .Select(l => l.Text.Text),
        ];

    private static SheetWord Word(string text, double left, double top, double size = 10) =>
        new(
            text,
            new Box(left, top, left + (size / 2 * text.Length), top + size),
            size,
            null,
            1,
            Place.Unknown
        );
}
