using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry.Pages;
using Kompass.Mining.Layout.Geometry.Words;

namespace Kompass.Mining.Tests.Layout.Geometry;

public class RecognisedWordsTests
{
    [Theory]
    [InlineData("strategi", 0.3, true)] // in the lexicon
    [InlineData("strategierna,", 0.3, true)] // an inflected form of it
    [InlineData("Kvarnbacken", 0.3, true)] // stands elsewhere, surely read
    [InlineData("Plan/strategi", 0.3, true)] // each part
    [InlineData("Kvornbacken", 0.3, false)]
    [InlineData("strategi", 0.05, false)] // too unsure for anything to vouch
    [InlineData("av", 0.3, false)] // short words are soon met by chance
    [InlineData("52", 0.3, false)] // a figure has nothing that vouches for it
    public void Word_IsSurerThanRecognitionSays_WhereItIsKnown(
        string text,
        double confidence,
        bool isSure
    )
    {
        var weighed = Weigh(true, ("Kvarnbacken", 0.96), ("av", 0.95), (text, confidence));

        Assert.Equal(isSure ? 0.97 : confidence, weighed[2].Confidence);
    }

    [Fact]
    public void Word_DoesNotVouchForItself() =>
        Assert.Equal(0.92, Weigh(true, ("Kvornbacken", 0.92))[0].Confidence);

    // 10 points from one word to the next.
    [Theory]
    [InlineData(". Tydlig strategi", "• Tydlig strategi")]
    [InlineData("« Tydlig strategi", "• Tydlig strategi")]
    [InlineData("\" Tydlig strategi", "• Tydlig strategi")]
    [InlineData("\"Tydlig strategi", "Tydlig strategi")]
    [InlineData("\"Nära dig\" heter strategin", "\"Nära dig\" heter strategin")]
    [InlineData("Mål . Tydlig", "Mål . Tydlig")]
    [InlineData(". tydlig strategi", ". tydlig strategi")]
    [InlineData("- Tydlig strategi", "- Tydlig strategi")]
    public void SignBeforeALine_IsABulletOrNothing(string read, string line) =>
        Assert.Equal(
            line,
            string.Join(
                ' ',
                Weigh(true, [.. read.Split(' ').Select(w => (w, 0.8))]).Select(w => w.Text)
            )
        );

    [Theory]
    [InlineData(0, 100, 101, "bemanningen")] // a speck before the line
    [InlineData(120, 108, 109, "bemanningen")] // behind it
    [InlineData(0, 103, 106, ". bemanningen")] // as large as a bullet
    [InlineData(102, 108, 109, "bemanningen .")] // the line's full stop
    public void SpeckBesideALine_IsNoSign(int left, int top, int bottom, string line)
    {
        var word = new SheetWord(
            "bemanningen",
            new Box(50, 98, 100, 110),
            10,
            null,
            0.97,
            Place.Unknown
        );
        var sign = word with { Text = ".", Box = new Box(left, top, left + 1, bottom) };
        SheetWord[] words = left < 50 ? [sign, word] : [word, sign];

        Assert.Equal(line, string.Join(' ', Weigh(true, words).Select(w => w.Text)));
    }

    [Fact]
    public void WordsOfATextLayer_StayAsTheyAre() =>
        Assert.Equal(0.5, Weigh(false, ("strategi", 0.5))[0].Confidence);

    private static IReadOnlyList<SheetWord> Weigh(
        bool isRecognised,
        params (string Text, double Confidence)[] words
    ) =>
        Weigh(
            isRecognised,
            [
                .. words.Select(
                    (w, i) =>
                        new SheetWord(
                            w.Text,
                            new Box(50 + (60 * i), 100, 100 + (60 * i), 110),
                            10,
                            null,
                            w.Confidence,
                            Place.Unknown
                        )
                ),
            ]
        );

    private static IReadOnlyList<SheetWord> Weigh(bool isRecognised, SheetWord[] words) =>
        RecognisedWords
            .Weigh([new Sheet(1, 595, 842, words, isRecognised)], Subject.Knowledge.Lexicon)[0]
            .Words;
}
