using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Documents.Pdf.Visible;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>A text layer and what recognition sees, put together.</summary>
public sealed class WitnessesTests
{
    [Fact]
    public void WordsThatAreNotBelieved_GiveWayToWhatIsSeen_AndTheOthersStay()
    {
        var shifted = At(10, "Tuzslps");
        var layer = Page(At(100, "Styrning"), shifted) with { Doubted = [shifted] };
        var seen = Recognised(At(101, "Styrniag", 0.9), At(11, "Styrkor", 0.9));

        var page = Witnesses.Complete(layer, seen);

        Assert.True(Witnesses.IsWanting(layer));
        Assert.Equal(["Styrning", "Styrkor"], page.Words.Select(w => w.Text));
        Assert.Equal(PageOrigin.TextLayer, page.Origin);
    }

    [Fact]
    public void BulletOfTheLayer_DoesNotKeepTheWordBehindItAway()
    {
        var nameless = At(16, "\uE001\uE002\uE003");
        var layer = Page(At(10, "•"), nameless) with { Doubted = [nameless] };

        Assert.Equal(
            ["•", "Tydlig"],
            Witnesses.Complete(layer, Recognised(At(10, "«Tydlig", 0.9))).Words.Select(w => w.Text)
        );
    }

    [Fact]
    public void PictureInPlaceOfText_IsRead_AndAPhotographIsNot()
    {
        var picture = new Box(0, 100, 500, 800);
        var layer = Page(At(10, "Sidhuvud", y: 20)) with { Pictures = [picture] };
        var text = Enumerable
            .Range(0, 40)
            .Select(i => At(10, $"ord{i}", 0.9, 110 + (12 * i)))
            .ToArray();

        Assert.True(Witnesses.IsWanting(layer));
        Assert.Equal(
            41,
            Witnesses
                .Complete(layer, Recognised([At(10, "Sidhuvnd", 0.9, 20), .. text]))
                .Words.Count
        );
        Assert.Equal(
            ["Sidhuvud"],
            Witnesses.Complete(layer, Recognised(text[..5])).Words.Select(w => w.Text)
        );
    }

    [Fact]
    public void NumbersThatBothSay_AreSure_OthersAreNot()
    {
        var scanners = Page(At(10, "68"), At(50, "52"), At(90, "mal"));
        var seen = Recognised(At(10, "63", 0.9), At(50, "52", 0.9), At(90, "mål", 0.85));

        var page = Witnesses.Compare(scanners, seen);

        Assert.Equal(
            [("63", 0.5), ("52", 0.97), ("mål", 0.85)],
            page.Words.Select(w => (w.Text, w.Confidence))
        );
    }

    [Fact]
    public void NumberThatOnlyTheScannerSaw_IsRead_AndDoubted()
    {
        var scanners = Page(At(10, "7"), At(50, "35%"), At(90, "plan"));
        var seen = Recognised(At(10, "TÅ", 0.4));

        Assert.Equal(
            [("7", 0.5), ("35%", 0.5)],
            Witnesses.Compare(scanners, seen).Words.Select(w => (w.Text, w.Confidence))
        );
    }

    [Theory]
    [InlineData("63", 0.9, "63")]
    // Not sure enough, another count of digits, no number.
    [InlineData("63", 0.7, "68")]
    [InlineData("6", 0.9, "68")]
    [InlineData("6B", 0.9, "68")]
    public void NumberThatIsSurelySeenOtherwise_IsExchanged(
        string seen,
        double confidence,
        string expected
    ) =>
        Assert.Equal(
            expected,
            Assert
                .Single(
                    Witnesses
                        .Exchange(Page(At(10, "68")), Recognised(At(10, seen, confidence)), 0.8)
                        .Words
                )
                .Text
        );

    [Fact]
    public void LettersOfSwedish_AreTold_FromShiftedOnes()
    {
        const string Text =
            "Kommunen har en plan för hur invånarna kan följa och påverka det som beslutas. Nämnderna redovisar sina mål i en gemensam mall som är lätt att läsa.";
        var shifted = string.Concat(Text.Select(c => c == ' ' ? c : (char)(c + 1)));

        Assert.True(FontTrust.LooksSwedish(Text.Split(' ')));
        Assert.False(FontTrust.LooksSwedish(shifted.Split(' ')));
        // A font of a few heads says too little about itself.
        Assert.True(FontTrust.LooksSwedish(["Tuzslps", "Tuzslps", "Qpåoh"]));
    }

    [Theory]
    [InlineData("\uE014\uE022\uE031", "\uE031", true)] // letters without a name
    [InlineData("\uE014", "\uE014", false)] // bullets
    [InlineData("e\uE014ek\uE022v", "e\uE014ekt", false)] // ligatures
    public void SignsOfTheFontsOwnThatMakeWords_AreNotBelieved(
        string word,
        string other,
        bool isDoubted
    )
    {
        DrawnWord[] words =
        [
            new(At(10, word), new Paint(1), 0, "F1"),
            new(At(50, other), new Paint(2), 0, "F1"),
            new(At(90, "Styrkor"), new Paint(3), 0, "F1"),
        ];
        var doubted = FontTrust.Doubted(words);

        Assert.Equal([isDoubted, isDoubted, false], words.Select(w => doubted(w)));
    }

    private static Word At(double x, string text, double confidence = 1, double y = 50) =>
        new(text, new Box(x, y, x + 30, y + 10), 10, null, confidence);

    private static Page Page(params Word[] words) => new(1, 500, 800, words);

    private static Page Recognised(params Word[] words) =>
        Page(words) with
        {
            Origin = PageOrigin.Recognised,
        };
}
