using System.Text;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

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
