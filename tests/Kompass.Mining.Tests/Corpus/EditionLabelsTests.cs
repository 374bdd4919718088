using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class EditionLabelsTests
{
    [Theory]
    [InlineData("Offentlighet och demokrati", 1)]
    [InlineData("OFFENTLIGHET OCH DEMOKRATI", 1)]
    [InlineData("1. Offentlighet och demokrati", 1)]
    [InlineData("1 Offentlighet och demokrati", 1)]
    [InlineData("1) Offentlighet och demokrati:", 1)]
    [InlineData("Område 1 Offentlighet och demokrati", 1)]
    [InlineData("Område 1. Offentlighet och demokrati", 1)]
    [InlineData("Område Offentlighet och demokrati", 1)]
    [InlineData("3.1 Område 1 Offentlighet och demokrati", 1)]
    [InlineData("Område: Verksamhetsutveckling", 7)]
    [InlineData("OMRÅDE 3: Politisk styrning och kontroll", 3)]
    [InlineData("Område 3", 3)]
    [InlineData("## Område 7 Verksamhetsutveckling", 7)]
    [InlineData("Kommunen som arbetsgivare - personalpolitik", 6)]
    [InlineData("Kommunen som arbetsgivare, personal-politik", 6)]
    [InlineData("Kommunen som arbetsgivare", 6)]
    [InlineData("Kommun som samhällsbyggare", 8)]
    [InlineData("Offentlighet och demokrati (område 1)", 1)]
    [InlineData("3.3 Politisk styrning och kontroll – område 3", 3)]
    [InlineData("Kapitel 3 Politisk styrning och kontroll", 3)]
    [InlineData("Avsnitt 7. Verksamhetsutveckling", 7)]
    public void Lookup_OfAnAreaName_TellsItsNumber(string line, int area) =>
        Assert.Equal(area, One<Label.AreaName>(line).Area);

    [Theory]
    [InlineData("Område 9 Framtiden")]
    [InlineData("Område 12 Offentlighet och demokrati")]
    [InlineData("Vi såg i 3.1 Område 1 Offentlighet och demokrati")]
    [InlineData("Område")]
    [InlineData("Område med vatten")]
    [InlineData("Kapitel 3")]
    [InlineData("Kapitel 5 Resultat")]
    [InlineData("Framtiden (område 1)")]
    [InlineData("Område 3 En egen rubrik om kontroll")]
    [InlineData("Området Offentlighet och demokrati har utvecklats")]
    [InlineData("Offentlighet och demokrati i Ekdal")]
    [InlineData("Offentlighet")]
    [InlineData("Styrkor fortsätter")]
    [InlineData("Motverka korruption forts.")]
    [InlineData("Ekdals kommun")]
    [InlineData("12")]
    [InlineData("…")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Rapporten innehåller även en detaljerad genomgång.")]
    [InlineData("Här följer en sammanfattande genomgång")]
    [InlineData("Kortfakta om vattnet i kommunens sjöar")]
    public void Lookup_OfWhatIsNoLabel_IsEmpty(string line) =>
        Assert.Empty(Subject.Labels.Lookup(line));

    [Theory]
    [InlineData("Område 8 Samhällsbyggare i samverkan", 8)]
    [InlineData("Område 3 Politisk styrning och kontroll – bedömning", 3)]
    // Another area's word; no word of an area's name; an entry of the contents.
    [InlineData("Område 4 Samhällsbyggare i samverkan", null)]
    [InlineData("Område 8 En egen rubrik", null)]
    [InlineData("Område 8 Samhällsbyggare i samverkan ..... 12", null)]
    public void LookupHeading_KnowsANumberedAreaWordedOtherwise(string heading, int? area) =>
        Assert.Equal(
            area,
            Subject.Labels.LookupHeading(heading).OfType<Label.AreaName>().FirstOrDefault()?.Area
        );

    [Theory]
    [InlineData("Brukarfokus, tillgänglighet och bemötande", 2)]
    [InlineData("BRUKARFOKUS – tillgänglighet och bemötande", 2)]
    [InlineData("Tillgänglighet och brukarorientering", 2)]
    [InlineData("Ständiga förbättringar", 7)]
    [InlineData("Verksamhetsutveckling", 7)]
    [InlineData("Politisk styrning och kontroll", 3)]
    public void AreaNumberOf_In2016_KnowsNewNamesAndOld(string name, int area) =>
        Assert.Equal(area, Labels("2016").AreaNumberOf(name));

    [Theory]
    [InlineData("2010", "Ständiga förbättringar")]
    [InlineData("2010", "Effektivitet")]
    [InlineData("2020", "Resultat och effektivitet")]
    [InlineData("2010", "")]
    [InlineData("2010", "Styrkor")]
    public void AreaNumberOf_AnotherName_IsNull(string edition, string name) =>
        Assert.Null(Labels(edition).AreaNumberOf(name));

    [Theory]
    [InlineData("Styrkor", FindingKind.Strength)]
    [InlineData("**Styrkor**", FindingKind.Strength)]
    [InlineData("Styrkor forts.", FindingKind.Strength)]
    [InlineData("Förbättringsområden (fortsättning)", FindingKind.Improvement)]
    [InlineData("Styrkor – forts. från föregående sida", FindingKind.Strength)]
    [InlineData("Det här är våra styrkor", FindingKind.Strength)]
    [InlineData("Det här kan vi bli bättre på", FindingKind.Improvement)]
    [InlineData("Förbättringsområden", FindingKind.Improvement)]
    [InlineData("Förbättrings-\nmöjligheter", FindingKind.Improvement)]
    [InlineData("UTVECKLINGSOMRÅDEN:", FindingKind.Improvement)]
    [InlineData("Svagheter", FindingKind.Weakness)]
    public void Lookup_OfAListHeading_TellsItsKind(string line, FindingKind kind) =>
        Assert.Equal(kind, One<Label.FindingsHeading>(line).Kind);

    [Theory]
    [InlineData("Motverka korruption", 1)]
    [InlineData("Etik – motverkan av korruption", 1)]
    [InlineData("Tvärsektoriellt arbete", 4)]
    [InlineData("IT stöd", 7)]
    [InlineData("3.1 System för styrning och uppföljning", 3)]
    [InlineData("3.3.1 System för styrning och uppföljning", 3)]
    public void Lookup_OfARubric_TellsItsArea(string line, int area) =>
        Assert.Equal(area, One<Label.RubricHeading>(line).Area);

    [Theory]
    [InlineData("1 Vad är Kommunkompassen?", Chapter.Instrument)]
    [InlineData("Innehållsförteckning", Chapter.Contents)]
    [InlineData(
        "2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång",
        Chapter.Summary
    )]
    [InlineData("2 Ekdals kommun – en sammanfattande genomgång", Chapter.Summary)]
    [InlineData("3 Detaljerad genomgång per område", Chapter.Areas)]
    [InlineData("4. Översikt av poängfördelning", Chapter.Overview)]
    [InlineData("5 Kortfakta om Ekdals kommun", Chapter.Facts)]
    public void Lookup_OfAChapter_TellsWhich(string line, Chapter chapter) =>
        Assert.Equal(chapter, One<Label.ChapterHeading>(line).Chapter);

    [Theory]
    [InlineData("2012 års Kompassutvärdering", 2012)]
    [InlineData("5. 2012 års Kompassutvärdering", 2012)]
    [InlineData("Utvärderingen  2009", 2009)]
    public void Lookup_OfAnAppendix_TellsItsYear(string line, int year) =>
        Assert.Equal(year, One<Label.Appendix>(line).Year);

    [Theory]
    [InlineData("Vad har hänt efter 2012?", 2012)]
    [InlineData("Vad har hänt sedan 2011?", 2011)]
    public void Lookup_OfWhatHappenedSince_TellsTheYear(string line, int year) =>
        Assert.Equal(year, One<Label.SinceLast>(line).Year);

    [Theory]
    [InlineData("I 2012 års Kompassutvärdering sades att mer behövs")]
    [InlineData("Utvärderingen 2012 gav ett annat resultat")]
    [InlineData("Utvärderingen 12")]
    public void Lookup_OfASentenceWithAYear_IsNoAppendix(string line) =>
        Assert.DoesNotContain(Subject.Labels.Lookup(line), l => l is Label.Appendix);

    [Fact]
    public void Lookup_OfALabelWithTwoMeanings_GivesBoth()
    {
        // "Jämförelser" heads a part of the summary and a rubric of area 5.
        var labels = Subject.Labels.Lookup("Jämförelser");

        Assert.Contains(labels, l => l is Label.RubricHeading { Area: 5 });
        Assert.Contains(labels, l => l is Label.SummarySection);
    }

    private static T One<T>(string line)
        where T : Label => Assert.IsType<T>(Assert.Single(Subject.Labels.Lookup(line)));

    private static EditionLabels Labels(string edition) =>
        Subject.Knowledge.Labels(Subject.Knowledge.Edition(edition));
}
