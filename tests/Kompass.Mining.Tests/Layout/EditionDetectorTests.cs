using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class EditionDetectorTests
{
    private const string Names2010 =
        "Offentlighet och demokrati. Tillgänglighet och brukarorientering. Politisk styrning och kontroll. Resultat och effektivitet. Verksamhetsutveckling.";

    private const string Names2016 =
        "Offentlighet och demokrati. Brukarfokus, tillgänglighet och bemötande. Politisk styrning och kontroll. Resultat och effektivitet. Ständiga förbättringar.";

    [Theory]
    [InlineData(Names2010, "2010")]
    [InlineData(Names2016, "2016")]
    [InlineData(Names2010 + " Instrumentet reviderades år 2010.", "2010")]
    [InlineData(Names2010 + " Instrumentet reviderades 2010 och 2016.", "2010")]
    [InlineData(
        "Offentlighet och demokrati. Reviderades 2010 och 2016.",
        "2016",
        Skip = "bug: the mark of 2010 is found within that of 2016"
    )]
    [InlineData(Names2010 + " Svenska Kommunförbundet ger ut rapporten.", "2002")]
    [InlineData(Names2010 + " Svenska Kommunförbundet. Reviderades 2010.", "2010")]
    [InlineData(
        "Samspel mellan förtroendevalda och medborgare. Samhällsutveckling. Styrning och kontroll. Effektivitet. Arbetsliv.",
        "2020"
    )]
    [InlineData("OFFENTLIGHET OCH DEMOKRATI", "2010")]
    [InlineData("", "2010")]
    [InlineData("Ingenting om kompassen.", "2010")]
    [InlineData(
        "Rapporten beskriver kommunen.",
        "2010",
        Skip = "bug: the mark \"SKR\" of 2020 is found in \"beskriver\""
    )]
    [InlineData(
        "Område 5 Resultat och effektivitet. Rapporten beskriver kommunen.",
        "2010",
        Skip = "bug: \"Effektivitet\" is found within the name of 2010, \"SKR\" in \"beskriver\"; the text passes for one of 2020"
    )]
    [InlineData(
        "Område 3 Politisk styrning och kontroll. Område 5 Resultat och effektivitet. Vi skriver om samhällsutveckling.",
        "2010",
        Skip = "bug: names of 2020 are found within those of 2010"
    )]
    public void Detect_GoesByTheMajorityOfNamesThenByMarks(string text, string edition) =>
        Assert.Equal(edition, EditionDetector.Detect(text, Subject.Knowledge).Id);

    [Fact]
    public void WordsOfAnotherEditionInProse_DoNotOutweighTheHeadings() =>
        Assert.Equal(
            "2010",
            EditionDetector
                .Detect(
                    Names2010
                        + " Vi talade om effektivitet, arbetsliv och samhällsutveckling i SKR.",
                    Subject.Knowledge
                )
                .Id
        );
}
