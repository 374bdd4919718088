using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class LexiconTests
{
    private static readonly Lexicon Own = Lexicon.Of([
        "Utveckla dialogen med medborgare",
        "Utveckla medborgarråd, dialog och råd om budget",
        "Tydlig plan för Ekdal",
        "en samverka-strategi",
        "medborgarbudget finns",
    ]);

    [Theory]
    [InlineData("dialogen", true)]
    [InlineData("DIALOGEN", true)]
    [InlineData("plan", true)]
    [InlineData("Ekdal", false)]
    [InlineData("Utveckla", false)]
    [InlineData("samverka-strategi", true)]
    [InlineData("", false)]
    public void Contains_WhatTheTextsWriteInLowerCase(string word, bool known) =>
        Assert.Equal(known, Own.Contains(word));

    [Theory]
    [InlineData("planen", true)]
    [InlineData("planerna", true)]
    [InlineData("medborgares", true)]
    [InlineData("planet", true)]
    [InlineData("plansch", false)]
    [InlineData("Ekdals", false)]
    [InlineData("pl", false)]
    public void ContainsInflected_KnowsFormsOfItsWords(string word, bool known) =>
        Assert.Equal(known, Own.ContainsInflected(word));

    [Theory]
    [InlineData("Planering", true)]
    [InlineData("Trygghet", true)]
    [InlineData("Dialogplan", true)]
    [InlineData("Budgetsplan", true)]
    [InlineData("IT-plan", true)]
    [InlineData("IT-chef", false)]
    [InlineData("Budget-plan", true)]
    [InlineData("Medborgarplan", true)]
    [InlineData("Ekdal", false)]
    [InlineData("Brolund", false)]
    [InlineData("Mål", false)]
    [InlineData("", false)]
    public void LooksSwedish_WhatIsBuiltOfItsWordsOrHasAKnownEnding(string word, bool looks) =>
        Assert.Equal(looks, Own.LooksSwedish(word));

    [Fact]
    public void LooksSwedish_CountsWhatIsKnownElsewhere()
    {
        Assert.False(Own.LooksSwedish("Isbudget"));
        Assert.False(Own.LooksSwedish("Vattenbudget"));
        Assert.True(Own.LooksSwedish("Vattenbudget", w => w == "Vatten"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("-- a-")]
    public void Of_OddTexts_Works(string text) => Assert.False(Lexicon.Of([text]).Contains("plan"));

    [Theory]
    [InlineData("medborgare", true)]
    [InlineData("Uppföljning", true)]
    [InlineData("Granmåla", false)]
    public void Knowledge_HasTheWordsOfItsList(string word, bool known) =>
        Assert.Equal(known, Subject.Knowledge.Lexicon.Contains(word));

    [Fact]
    public void Read_OfAMissingFile_SaysWhich()
    {
        var file = Path.Combine(Path.GetTempPath(), "no-such-lexicon.txt");

        var error = Assert.Throws<CorpusException>(() => Lexicon.Read(file));

        Assert.Contains("no-such-lexicon.txt", error.Message, StringComparison.Ordinal);
    }
}
