using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry.Words;

namespace Kompass.Mining.Tests.Layout.Geometry;

public sealed class LigaturesTests
{
    private static readonly Lexicon Known = Lexicon.Of([
        "x att flera informera information bättre finns medborgare inflytande demokratisk tills ett elev definition",
    ]);

    [Theory]
    [InlineData("aƩ bäƩre eƩ", "att bättre ett")]
    [InlineData("informaƟon, demokraƟsk och Ɵlls", "information, demokratisk och tills")]
    [InlineData("”ûnns” üera och inüytande: deûnition", "”finns” flera och inflytande: definition")]
    // One long word is enough, one short word is not.
    [InlineData("informaƟon", "information")]
    [InlineData("aƩ", "aƩ")]
    // Words that no lexicon has go with those that it has.
    [InlineData("aƩ bäƩre ägglåƩa", "att bättre ägglåtta")]
    // Compounds, and words that the document has elsewhere.
    [InlineData("elevinüytande", "elevinflytande")]
    [InlineData("fluktuera och üuktuera", "fluktuera och fluktuera")]
    public void Sign_IsWrittenOutAsTheLettersThatMakeWords(string printed, string text) =>
        Assert.Equal(text, WriteOut(printed));

    [Theory]
    [InlineData("Müller, Lübeck och Nürnberg")]
    [InlineData("flera bättre")]
    [InlineData("idé café à là Århus Tromsø")]
    [InlineData("Ωmega ήταν καλά")]
    [InlineData("")]
    public void NamesAndOtherLanguages_StayAsTheyAre(string printed) =>
        Assert.Equal(printed, WriteOut(printed));

    [Fact]
    public void RecognisedWords_TellNothing()
    {
        var page = PageOf("informaƟon") is var p
            ? p with
            {
                Words = [.. p.Words.Select(w => w with { Confidence = 0.9 })],
            }
            : null!;

        Assert.Equal("informaƟon", Ligatures.WriteOut([page], Known)[0].Words[0].Text);
    }

    [Fact]
    public void Text_IsWrittenOutAndKnowsWhereItStood()
    {
        var text = Ligatures.WriteOut(SourceText.From("Mer informaƟon\nom aƩ Ɵlls"), Known);

        Assert.Equal("Mer information\nom aƩ tills", text.Text);
        Assert.Equal((11, 12), (text.PlaceOf(11, 13).Start, text.OriginalEnd(12)));
    }

    [Fact]
    public void PagesWithoutSigns_AreTheSamePages()
    {
        Page[] pages = [PageOf("flera bättre")];

        Assert.Same(pages, Ligatures.WriteOut(pages, Known));
    }

    private static string WriteOut(string printed) =>
        string.Join(' ', Ligatures.WriteOut([PageOf(printed)], Known)[0].Words.Select(w => w.Text));

    private static Page PageOf(string text) =>
        new(
            1,
            595,
            842,
            [
                .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select((w, i) => new Word(w, new Box(10 * i, 10, (10 * i) + 9, 20), 10)),
            ]
        );
}
