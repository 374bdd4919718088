using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Tests.Themes.Language;

public sealed class WordsAndCompoundsTests
{
    [Theory]
    [InlineData("Fler e-tjänster, tack!", "fler etjänster tack")]
    [InlineData("IT-stöd för mål/resultat", "it stöd för mål resultat")]
    [InlineData("Vision 2020", "vision")]
    [InlineData("– Öppna ”möten”", "öppna möten")]
    [InlineData("medborgar- och brukarfokus", "medborgar och brukarfokus")]
    [InlineData("", "")]
    [InlineData("x", "x")]
    [InlineData("a-", "a")]
    public void Words_AreLowerCaseLettersOnly(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Words.Of(text)));

    [Theory]
    [InlineData("medborgardialogen", "medborg dialog")]
    [InlineData("kvalitetsarbete", "kvalitet arbet")]
    [InlineData("brukarundersökningar", "bruk undersökning")]
    [InlineData("dialog", "dialog")]
    [InlineData("xylofonspel", "xylofonspel")]
    public void Split_GivesTheStemsOfKnownParts(string word, string expected)
    {
        var splitter = CompoundSplitter.Of([
            "medborgare i dialog om kvalitet",
            "brukare svarar på undersökningar",
            "gott arbete",
        ]);

        Assert.Equal(expected, string.Join(' ', splitter.Split(SnowballStemmer.Stem(word))));
    }
}
