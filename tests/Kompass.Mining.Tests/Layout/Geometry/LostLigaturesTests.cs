using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry.Words;

namespace Kompass.Mining.Tests.Layout.Geometry;

public sealed class LostLigaturesTests
{
    // Some pages of text in which nothing is missing, and none of the pairs occurs.
    private static readonly string Pages = string.Concat(
        Enumerable.Repeat("Kommunen har en plan som nämnderna arbetar efter varje år. ", 60)
    );

    private const string Missing =
        "det nns en o entlig pro l och e ektivitet, och det nns en strategi";

    [Fact]
    public void Letters_ArePutBackWhereOnePairMakesAWord()
    {
        var text = WriteOut(Pages + Missing);

        Assert.EndsWith(
            "det finns en offentlig profil och effektivitet, och det finns en strategi",
            text.Text,
            StringComparison.Ordinal
        );
        // "finns" stands where its rest is printed.
        var at = text.Text.IndexOf("nns", StringComparison.Ordinal);
        Assert.Equal(
            (Pages + Missing).IndexOf("nns", StringComparison.Ordinal),
            text.OriginalOffset(at)
        );
    }

    [Theory]
    // A text with such pairs has lost none.
    [InlineData("Det finns fler och fler profiler som är offentliga. ")]
    // Odd words alone are no loss.
    [InlineData("Kommunen arbetar med xyzzy och plugh. ")]
    public void TextThatLacksNothing_StaysAsItIs(string sentence)
    {
        var source = SourceText.From(Pages + sentence);

        Assert.Same(source, LostLigatures.WriteOut(source, Subject.Knowledge.Lexicon));
    }

    [Fact]
    public void ShortText_StaysAsItIs()
    {
        var source = SourceText.From(Missing);

        Assert.Same(source, LostLigatures.WriteOut(source, Subject.Knowledge.Lexicon));
    }

    private static SourceText WriteOut(string text) =>
        LostLigatures.WriteOut(SourceText.From(text), Subject.Knowledge.Lexicon);
}
