using System.Text;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf.Recognition;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>Pictures of pages, made of boxes of one grey each.</summary>
public sealed class GrayImageTests
{
    private const int Width = 600;
    private const int Height = 400;
    private const byte Paper = 240;

    // At 72 dots an inch a pixel is a point.
    private const int Dots = 72;

    [Theory]
    [InlineData(170, true)]
    [InlineData(205, true)] // a hairline that scanning smeared over two rows
    [InlineData(232, false)] // the paper's grain
    public void PaleLine_IsARuleWhereItIsDarkerThanThePaper(byte grey, bool isErased)
    {
        var image = Picture((50, 200, 550, 202, grey), (100, 100, 160, 120, 20));

        var clean = image.WithoutRules(40, 4);

        Assert.Equal(isErased ? 255 : grey, clean.Pixels[(200 * Width) + 300]);
        Assert.Equal(20, clean.Pixels[(110 * Width) + 130]);
    }

    [Theory]
    [InlineData(180, 0)] // a faint copy
    [InlineData(60, 60)]
    public void InkOfAFaintCopy_IsMadeDark(byte ink, byte levelled) =>
        Assert.Equal(
            levelled,
            Picture((100, 100, 160, 120, ink)).Levelled().Pixels[(110 * Width) + 130]
        );

    [Fact]
    public void SquaresBeforeLines_AreBulletsWhereNoneWereRead()
    {
        List<Word> words =
        [
            Word("Öppna", 100),
            Word("Tydliga", 120),
            Word("mål", 120, 150),
            Word("som", 140),
            Word("Stöd", 160),
            Word("Färre", 180),
        ];
        var image = Picture(
            (82, 103, 86, 107, 20),
            (82, 123, 86, 127, 20),
            // A speck, a letter, and a square where no other stands.
            (83, 145, 84, 146, 20),
            (82, 161, 86, 169, 20),
            (88, 183, 92, 187, 20)
        );

        Assert.Equal(
            [100.0, 120],
            new UnseenBullets(image, Dots).Before(words).Select(b => b.Box.Top)
        );
    }

    [Fact]
    public void InkIsParted_WhereNothingIsForMoreThanAGap() =>
        Assert.Equal(
            [new Box(100, 102, 108, 110), new Box(130, 100, 160, 112)],
            Picture(
                    (100, 102, 108, 110, 20),
                    (130, 100, 140, 112, 20),
                    (145, 104, 160, 110, 20),
                    (200, 130, 210, 140, 20)
                )
                .PiecesIn(new Box(0, 95, Width, 120), 10, Dots)
        );

    [Fact]
    public void GrainOfThePaper_BecomesWhiteAndInkStaysDark()
    {
        var white = Picture((100, 100, 160, 120, 20), (200, 100, 260, 120, 215)).Whitened();

        Assert.Equal(
            [255, 255, true],
            new object[]
            {
                (int)white.Pixels[0],
                (int)white.Pixels[(110 * Width) + 230],
                white.Pixels[(110 * Width) + 130] < 30,
            }
        );
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void NumbersBesideLinesThatWereNotRead_AreSeen(int rows, bool areSeen)
    {
        var lines = Enumerable.Range(0, 6).ToList();
        var image = Picture([
            .. lines.Select(i => (100, 100 + (20 * i), 140, 110 + (20 * i), (byte)20)),
            .. lines.Take(rows).Select(i => (300, 100 + (20 * i), 310, 109 + (20 * i), (byte)20)),
            // A rule's rest and a picture are no numbers.
            (400, 103, 440, 105, 20),
            (450, 60, 560, 240, 20),
        ]);

        Assert.Equal(
            areSeen,
            PassedOver.IsIn(image, Dots, [.. lines.Select(i => Word("Plan", 100 + (20 * i)))])
        );
    }

    [Fact]
    public void SecondReading_GivesWhatTheFirstLacksOrGuessedAt()
    {
        Word[] first = [At("Plan", 100, 0.96), At("Fa", 60, 0.36), At("52", 200, 0.9)];
        Word[] second =
        [
            At("Plån", 100, 0.97),
            At("7.1", 60, 0.9),
            At("25", 200, 0.95),
            At("15", 240, 0.9),
            At("—", 280, 0.9),
        ];

        Assert.Equal(
            ["Plan", "7.1", "52", "15"],
            PassedOver.Joined(first, second).Select(w => w.Text)
        );

        static Word At(string text, double left, double confidence) =>
            Word(text, 100, left) with
            {
                Box = new Box(left, 100, left + 20, 110),
                Confidence = confidence,
            };
    }

    private static Word Word(string text, double top, double left = 100) =>
        new(text, new Box(left, top, left + 40, top + 10), 10);

    private static GrayImage Picture(
        params (int Left, int Top, int Right, int Bottom, byte Grey)[] boxes
    )
    {
        var pixels = new byte[Width * Height];
        Array.Fill(pixels, Paper);
        foreach (var (left, top, right, bottom, grey) in boxes)
        {
            for (var y = top; y < bottom; y++)
            {
                Array.Fill(pixels, grey, (y * Width) + left, right - left);
            }
        }

        byte[] pgm = [.. Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"), .. pixels];
        return GrayImage.Parse(pgm, pgm.Length)!;
    }
}
