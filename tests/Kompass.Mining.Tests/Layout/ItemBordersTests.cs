using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class ItemBordersTests
{
    // What the document says elsewhere: which words it writes small, which names it knows.
    private const string Document =
        "Vi besökte Granmåla och mötte Vattenhuset. Arbetet i Granmåla och med Vattenhuset fortsätter. Servicelinjen är öppen.";

    private static readonly ItemBorders Borders = new(
        Subject.Words(Document),
        Subject.Knowledge.Lexicon,
        Subject.Knowledge
    );

    [Theory]
    [InlineData("", "")]
    [InlineData("  \n\f ", "")]
    [InlineData("Tydliga mål", "Tydliga mål")]
    [InlineData("utan versaler alls", "utan versaler alls")]
    // One after the other, without a mark.
    [InlineData(
        "Tydlig styrmodell God dialog med invånarna Öppna nämndmöten",
        "Tydlig styrmodell | God dialog med invånarna | Öppna nämndmöten"
    )]
    [InlineData(
        "Strategi för bemötande Handledning för nya chefer Utbildning i klarspråk",
        "Strategi för bemötande | Handledning för nya chefer | Utbildning i klarspråk"
    )]
    [InlineData("Tydliga mål. God dialog. Öppna möten", "Tydliga mål. | God dialog. | Öppna möten")]
    [InlineData("Finns en plan? Ja! Bra", "Finns en plan? | Ja! | Bra")]
    // Names go on.
    [InlineData(
        "Dialog med invånarna i Granmåla Uppföljning av målen",
        "Dialog med invånarna i Granmåla | Uppföljning av målen"
    )]
    [InlineData(
        "Samverkan med Nacka och Ale Uppföljning av målen",
        "Samverkan med Nacka och Ale | Uppföljning av målen"
    )]
    [InlineData(
        "Kontakt med Röda Korset Uppföljning av målen",
        "Kontakt med Röda Korset | Uppföljning av målen"
    )]
    [InlineData(
        "Projektet ”Nära dig” pågår Uppföljning av målen",
        "Projektet ”Nära dig” pågår | Uppföljning av målen"
    )]
    // What cannot end an item.
    [InlineData(
        "Stöd till KS och Kommunchefen Uppföljning av målen",
        "Stöd till KS och Kommunchefen | Uppföljning av målen"
    )]
    [InlineData("Dialog, Uppföljning och Analys", "Dialog, Uppföljning och Analys")]
    [InlineData("Tydliga Mål", "Tydliga Mål")]
    [InlineData("Samverkan bl.a. Nacka", "Samverkan bl.a. Nacka")]
    [InlineData(
        "Priser, stipendier m.m. Uppföljning av målen",
        "Priser, stipendier m.m. | Uppföljning av målen"
    )]
    [InlineData(
        "Service (t.ex. Kontaktcenter. Växel) Uppföljning av målen",
        "Service (t.ex. Kontaktcenter. Växel) | Uppföljning av målen"
    )]
    [InlineData(
        "Stöd för var och en Uppföljning av målen",
        "Stöd för var och en | Uppföljning av målen"
    )]
    // Numbers.
    [InlineData(
        "Planen gäller till 2020 och 30 mål finns Uppföljning",
        "Planen gäller till 2020 och 30 mål finns | Uppföljning"
    )]
    [InlineData("Målen nås. 12 enheter deltar", "Målen nås. | 12 enheter deltar")]
    // The rest of an item from before a page break.
    [InlineData("och följer upp dem. Tydliga mål", "och följer upp dem. | Tydliga mål")]
    [InlineData("Tydliga mål. som följs upp", "Tydliga mål. | som följs upp")]
    // Acronyms and places that begin a sentence of their own.
    [InlineData(
        "Bra möten i nämnderna KS deltar på chefsdagar",
        "Bra möten i nämnderna | KS deltar på chefsdagar"
    )]
    [InlineData("Ledningen använder SWOT", "Ledningen använder SWOT")]
    // What is not told apart.
    [InlineData(
        "Satsningen “Nära dig” pågår Uppföljning av målen",
        "Satsningen “Nära dig” pågår | Uppföljning av målen"
    )]
    [InlineData(
        "Satsningen „Nära dig“ pågår Uppföljning av målen",
        "Satsningen „Nära dig“ pågår | Uppföljning av målen"
    )]
    [InlineData(
        "Stöd till nya (chefer Uppföljning av målen. Öppna möten. God dialog med invånarna",
        "Stöd till nya (chefer | Uppföljning av målen. | Öppna möten. | God dialog med invånarna"
    )]
    [InlineData(
        "Satsningen »Nära dig» pågår Uppföljning av målen",
        "Satsningen »Nära dig» pågår | Uppföljning av målen"
    )]
    [InlineData(
        "Service (enligt ”Nära dig” Plan) varje år Uppföljning av målen",
        "Service (enligt ”Nära dig” Plan) varje år | Uppföljning av målen"
    )]
    [InlineData(
        "Frågan är \"Varför då?\" Uppföljning av målen",
        "Frågan är \"Varför då?\" | Uppföljning av målen"
    )]
    public void Cut_GivesTheItems(string run, string pieces) =>
        Assert.Equal(
            pieces,
            string.Join(" | ", Borders.Cut(Subject.Passage(run)).Select(p => p.Text.Text))
        );

    [Theory]
    [InlineData("Tydlig styrmodell Utveckla dialogen med invånarna", true)]
    [InlineData("Tydliga mål. Öppna möten.", true)]
    [InlineData("Bra möten Qwerin Zyxel", false)]
    [InlineData("Kontakt med Röda Korset", false)]
    [InlineData("Kontakt med Granmåla", true)]
    public void Cut_SaysHowSureABorderIs(string run, bool sure)
    {
        var pieces = Borders.Cut(Subject.Passage(run));

        Assert.Equal(sure, pieces.All(p => p.Confidence >= Mining.Reports.Finding.DoubtBelow));
    }

    [Fact]
    public void Cut_OfARunLongerThanAnyItem_DoubtsIt()
    {
        var run =
            "Tydlig " + string.Concat(Enumerable.Repeat("och mycket väl spridd ", 12)) + "plan";

        var piece = Assert.Single(Borders.Cut(Subject.Passage(run)));

        Assert.True(piece.Confidence <= 0.5, $"{piece.Confidence}");
    }

    [Fact]
    public void Cut_TellsThePieceThatGoesOn()
    {
        var pieces = Borders.Cut(Subject.Passage("och följs upp. Tydliga mål"));

        Assert.Equal([true, false], pieces.Select(p => p.GoesOn));
    }
}
