using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Documents.Pdf.Recognition;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>Numbers of a drawn page whose first reading is given, right or wrong. Where Tesseract is not installed they are skipped.</summary>
public sealed class NumberRecognitionTests
{
    private const int Dots = 300;

    // Four rows of two columns that readings know, a fifth below them, and two scores in large type.
    private static readonly string[] Points = ["14 15", "12 20", "18 25", "27 40"];
    private static readonly string[] Drawn = [.. Points, "33 50"];
    private static readonly (double Left, double Right)[] Columns = [(300, 312), (360, 372)];

    [Fact]
    public void NumbersThatTwoReadingsAgreeOn_AreCertain() =>
        Assert.Equal(
            [
                "14 sure",
                "15 sure",
                "12 sure",
                "20 sure",
                "18 sure",
                "25 sure",
                "27 sure",
                "40 sure",
            ],
            Mend(Read(Points))
        );

    [Fact]
    public void NumberMisreadInItsColumn_IsReadAgain()
    {
        var mended = Mend(Read("14 15", "l2 20", "18 25", "27 40"));

        Assert.Equal("12", mended[2].Split(' ')[0]);
    }

    [Fact]
    public void LargeScoreParted_IsOneNumberAgain()
    {
        Word[] score = [Word("6", 400, 128, 420, 154, 0.6), Word("/", 421, 128, 433, 154, 0.6)];

        Assert.Contains("67 sure", Mend([.. Read(Points), .. score]));
    }

    [Fact]
    public void ScoreHalfAgainAsHighAsTheText_IsLargeToo()
    {
        Word[] score = [Word("5", 500, 142, 509, 154, 0.9), Word("8", 510, 142, 519, 154, 0.4)];

        Assert.Contains("58 sure", Mend([.. Read(Points), .. score]));
    }

    [Theory]
    [InlineData("2.3")]
    [InlineData("5.")]
    [InlineData("52,5")]
    public void CodeOrHalfPointInLargeType_KeepsItsSign(string text) =>
        Assert.Contains(
            text + " sure",
            Mend([.. Read(Points), Word(text, 400, 128, 426, 154, 0.9)])
        );

    [Theory]
    [InlineData(323, true)]
    [InlineData(363, false)] // nothing stands beside it
    public void NumbersThatNoReadingSaw_AreReadBesideTheirLine(double top, bool areSeen)
    {
        var mended = Mend([.. Read(Points), Word("Plan", 100, top, 125, top + 9, 0.9)]);

        Assert.Equal(
            areSeen ? ["Plan sure", "33 sure", "50 sure"] : ["Plan sure"],
            mended[Read(Points).Length..]
        );
    }

    [Fact]
    public void WordsThatAreNoNumbers_StayAsTheyAre()
    {
        Word[] words = [Word("Uppnått", 290, 60, 330, 69, 0.9), Word("Max", 355, 60, 375, 69, 0.4)];

        Assert.Equal(words, Recognition().Mend([.. words]));
    }

    [Fact]
    public void NumberOfWhichThePageShowsNothing_IsDoubted() =>
        Assert.Contains("99 doubted", Mend([.. Read(Points), Word("99", 100, 600, 126, 626, 0.9)]));

    [Fact]
    public void NoWords_AreNone() => Assert.Empty(Recognition().Mend([]));

    private static Word[] Read(params string[] rows) =>
        [
            .. rows.SelectMany(
                (row, i) =>
                    row.Split(' ')
                        .Select(
                            (text, c) =>
                                Word(
                                    text,
                                    Columns[c].Left,
                                    203 + (30 * i),
                                    Columns[c].Right,
                                    212 + (30 * i),
                                    0.9
                                )
                        )
            ),
        ];

    private static Word Word(
        string text,
        double left,
        double top,
        double right,
        double bottom,
        double confidence
    ) => new(text, new Box(left, top, right, bottom), bottom - top, null, confidence);

    // From the top, left to right.
    private static string[] Mend(Word[] words) =>
        [
            .. Recognition()
                .Mend([.. words])
                .OrderBy(w => Math.Round(w.Box.Bottom / 20))
                .ThenBy(w => w.Box.Left)
                .Select(w => $"{w.Text} {(w.Confidence < 0.8 ? "doubted" : "sure")}"),
        ];

    private static NumberRecognition Recognition()
    {
        Assert.SkipWhen(RecognitionEngine.Find() is null, "Tesseract or pdftoppm is not installed");
        var content =
            string.Concat(
                Drawn.SelectMany(
                    (row, i) =>
                        row.Split(' ')
                            .Select(
                                (text, c) => PdfFile.Show(Columns[c].Left, 630 - (30 * i), text)
                            )
                )
            )
            + PdfFile.Show(400, 688, "67", 36)
            + PdfFile.Show(500, 688, "58", 17);
        using var folder = new TemporaryFolder();
        var file = folder.File("points.pdf");
        File.WriteAllBytes(file, PdfFile.OfContents([content]));
        var limits = new PdfLimits();
        var drawn = PageRenderer.Render(
            file,
            1,
            Dots,
            inColour: false,
            limits,
            TestContext.Current.CancellationToken
        );
        return new NumberRecognition(
            GrayImage.Parse(drawn!.Value.Span, limits.PixelsPerPage)!,
            Dots,
            limits,
            TestContext.Current.CancellationToken
        );
    }
}
