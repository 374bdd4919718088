using Kompass.Mining.Corpus;
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
    // A report may tell what areas were called before, or what they are called now.
    [InlineData(
        Names2016
            + Names2016
            + " Tidigare hette område 2 Tillgänglighet och brukarorientering och område 7 Verksamhetsutveckling.",
        "2016"
    )]
    [InlineData(
        Names2010
            + Names2010
            + " Numera heter område 2 Brukarfokus, tillgänglighet och bemötande och område 7 Ständiga förbättringar.",
        "2010"
    )]
    [InlineData(Names2010 + " Instrumentet reviderades år 2010.", "2010")]
    [InlineData(Names2010 + " Instrumentet reviderades 2010 och 2016.", "2010")]
    [InlineData("Offentlighet och demokrati. Reviderades 2010 och 2016.", "2016")]
    [InlineData(Names2010 + " Svenska Kommunförbundet ger ut rapporten.", "2002")]
    [InlineData(Names2010 + " Svenska Kommunförbundet. Reviderades 2010.", "2010")]
    // Marks of an edition that was over when the report was written are a cover that was used on.
    [InlineData("RAPPORT 2010-12-08 " + Names2010 + " Svenska Kommunförbundet ger ut.", "2010")]
    [InlineData("RAPPORT 2010-06-08 " + Names2010 + " Svenska Kommunförbundet ger ut.", "2002")]
    [InlineData(
        "Samspel mellan förtroendevalda och medborgare. Samhällsutveckling. Styrning och kontroll. Effektivitet. Arbetsliv.",
        "2020"
    )]
    [InlineData("OFFENTLIGHET OCH DEMOKRATI", "2010")]
    [InlineData("", "2010")]
    [InlineData("Ingenting om kompassen.", "2010")]
    [InlineData("Rapporten beskriver kommunen.", "2010")]
    [InlineData("Område 5 Resultat och effektivitet. Rapporten beskriver kommunen.", "2010")]
    [InlineData(
        "Område 3 Politisk styrning och kontroll. Område 5 Resultat och effektivitet. Vi skriver om samhällsutveckling.",
        "2010"
    )]
    public void Detect_GoesByTheMajorityOfNamesThenByMarks(string text, string edition) =>
        Assert.Equal(edition, EditionDetector.Detect(text, Subject.Knowledge).Id);

    [Theory]
    [InlineData("Goda exempel Mål följs upp. Förslag Visa mer.", true)]
    [InlineData("Goda exempel\n• Mål följs upp\nFörslag\n• Visa mer\n", true)]
    // The usual heads, as often; words of sentences.
    [InlineData(
        "Styrkor Mål följs upp. Goda exempel Förbättringsområden Visa mer. Förslag Mer.",
        false
    )]
    [InlineData("Goda exempel finns. Förslag lämnas till \"Förslag\" (Goda exempel)", false)]
    public void UnusualHeadsOfLists_AreThoseOfADocumentThatHasNoUsualOnes(string lists, bool known)
    {
        var edition = EditionDetector.Detect(
            Names2010 + string.Concat(Enumerable.Repeat(" " + lists, 8)),
            Subject.Knowledge
        );
        var labels = Subject.Knowledge.Labels(edition);

        Assert.Equal(
            known
                ? [FindingKind.Strength, FindingKind.Improvement]
                : new FindingKind?[] { null, null },
            new[] { "Goda exempel", "Förslag" }.Select(labels.ListHeading)
        );
        Assert.Null(Subject.Labels.ListHeading("Förslag"));
    }

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
