using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Findings;

namespace Kompass.Mining.Tests.Reports.Findings;

public sealed class ProseReaderTests
{
    private static readonly ProseReader Prose = new(Subject.Knowledge, Subject.Labels);
    private static readonly MunicipalityName Self = new("1380", "Halmstad");

    [Fact]
    public void Sentences_StandUnderTheRubricAboveThem()
    {
        var sentences = Read(
            Blocks.Paragraph("Före allt."),
            Blocks.Heading("Allmänt"),
            Blocks.Paragraph("Detta är allmänt."),
            Blocks.Heading("Ledarutveckling"),
            Blocks.Paragraph("Ett. Två."),
            Blocks.Heading("Egen rubrik"),
            Blocks.Paragraph("Tre."),
            Blocks.Heading("Tvärsektoriellt arbete/Ledarutveckling"),
            Blocks.Paragraph("Fyra.")
        );

        Assert.Equal(
            [
                ("Före allt.", null, ""),
                ("Ett.", "Ledarutveckling", "4.6"),
                ("Två.", "Ledarutveckling", "4.6"),
                ("Tre.", "Egen rubrik", ""),
                ("Fyra.", "Tvärsektoriellt arbete/Ledarutveckling", "4.3 4.6"),
            ],
            sentences.Select(s => (s.Text.Text, s.Rubric, string.Join(' ', s.Questions)))
        );
    }

    [Fact]
    public void ListsAndTables_AreNoProse() =>
        Assert.Equal(
            ["Prosa."],
            Read(
                    Blocks.Heading("Ledarutveckling"),
                    Blocks.Paragraph("Prosa."),
                    Blocks.Heading("Styrkor"),
                    Blocks.Paragraph("En punkt utan tecken."),
                    Blocks.List("En punkt."),
                    Blocks.Table("Styrkor|Svagheter", "• a|• b")
                )
                .Select(s => s.Text.Text)
        );

    [Theory]
    [InlineData("I Nacka finns ett gott exempel på detta.", "Nacka")]
    [InlineData("Nacka och Ale har tagit fram var sin modell.", "Nacka Ale")]
    [InlineData("Nacka är bra, och Nacka visar det.", "Nacka")]
    [InlineData("Halmstad kan titta på hur Ale gör.", "Ale")]
    [InlineData("Halmstad är ett gott exempel.", "")]
    [InlineData("Kommunen samarbetar med Ale och Nacka om vatten.", "")]
    [InlineData("Tillsammans med Ale drivs en skola.", "")]
    [InlineData("Räddningstjänsten delas med Ale.", "")]
    [InlineData("Driften köps av Nacka.", "")]
    [InlineData("Lönerna delas med Ale och Nacka.", "")]
    [InlineData("Kursen drivs med Nacka.", "")]
    [InlineData("Nacka har köpt in ett bra system.", "Nacka")]
    [InlineData("Kursen ges av Göteborgs universitet.", "")]
    [InlineData("Kursen ges av Högskolan i Borås.", "")]
    [InlineData("Forskare vid universitetet i Lund följer arbetet.", "")]
    [InlineData("Västerås stift och Örebro län nämns.", "")]
    [InlineData("Vara tydlig är målet.", "")]
    [InlineData("Ekdal är ett gott exempel.", "")]
    public void Exemplars_AreOthersThatAreNoPartners(string sentence, string names) =>
        Assert.Equal(
            names,
            string.Join(
                ' ',
                Prose.Exemplars(Sentence(sentence), Self).Select(e => e.Municipality.Name)
            )
        );

    [Theory]
    [InlineData("Ett förbättringsområde är uppföljningen av målen.", FindingKind.Improvement)]
    [InlineData("Återkopplingen kan utvecklas på flera sätt.", FindingKind.Improvement)]
    [InlineData("Ett gott exempel är den nya medborgarpanelen.", FindingKind.Strength)]
    [InlineData("Den nya panelen är föredömlig på många sätt.", FindingKind.Strength)]
    [InlineData("Ett gott exempel kan utvecklas ännu mer.", FindingKind.Improvement)]
    // What was so in an earlier evaluation is a remark where it still is.
    [InlineData(
        "I förra utvärderingen var bemötandet ett förbättringsområde, vilket det är än.",
        FindingKind.Improvement
    )]
    [InlineData(
        "Liksom i den förra utvärderingen är delegationen ett utvecklingsområde.",
        FindingKind.Improvement
    )]
    [InlineData(
        "Sedan förra utvärderingen, som var 2010, har webben blivit föredömlig.",
        FindingKind.Strength
    )]
    [InlineData(
        "Den senaste medarbetarenkäten var föredömlig i sin uppföljning.",
        FindingKind.Strength
    )]
    // An aim after what is named is its reason.
    [InlineData(
        "Ett förbättringsområde är att samla bidragen, i syfte att spara tid.",
        FindingKind.Improvement
    )]
    [InlineData("Den föredömliga panelen syftar till att höra de unga.", FindingKind.Strength)]
    // The sentence before has the content.
    [InlineData("Detta är ett utvecklingsområde för kommunen.", FindingKind.Improvement)]
    [InlineData("Här finns en förbättringspotential för Halmstad.", FindingKind.Improvement)]
    [InlineData("Ett annat utvecklingsområde är delegationen.", FindingKind.Improvement)]
    [InlineData("Det finns förbättringsmöjligheter i vården.", FindingKind.Improvement)]
    [InlineData(
        "Panelen är ett gott exempel på hur man kan utveckla sin dialog.",
        FindingKind.Strength
    )]
    public void Remarks_SayWhatIsGoodOrCanBeBetter(string sentence, FindingKind kind)
    {
        var remark = Assert.Single(Prose.Remarks(Sentence(sentence), Self));

        Assert.Equal((kind, sentence, "4.6"), (remark.Kind, remark.Text, remark.Question));
        Assert.Equal(Via.Prose, remark.Source.Via);
    }

    [Theory]
    [InlineData("Kommunen har en plan för saken.")]
    [InlineData("Ett gott exempel finns i Nacka där panelen används.")]
    [InlineData("Mycket bra!")]
    [InlineData("I förra utvärderingen var ett förbättringsområde att samla planerna.")]
    [InlineData("Vid det tidigare besöket konstaterades att bemötandet kunde bli en styrka.")]
    [InlineData(
        "I den föregående Kommunkompassen pekades delegationen ut som ett utvecklingsområde."
    )]
    [InlineData("Programmet syftar till ett väl utvecklat ledarskap bland alla chefer.")]
    [InlineData("Enkäten görs i syfte att hitta förbättringsområden i skolan.")]
    [InlineData("Ambitionen är att hemtjänsten ska vara föredömlig.")]
    [InlineData("På mässan får medarbetarna sprida goda exempel till varandra.")]
    [InlineData("Detta är förslag på förbättringsområden inom området.")]
    [InlineData("Det finns dock ett antal olika förbättringsmöjligheter.")]
    [InlineData("Ytterligare ett förbättringsområde finns för Halmstad.")]
    [InlineData("Nedan följande utvecklingsområden kan ses för kommunen.")]
    [InlineData("Goda exempel på budgetar finns bland vinnarna av priset.")]
    public void Remarks_AreNotWhatSpeaksOfOthersOrSaysNothing(string sentence) =>
        Assert.Empty(Prose.Remarks(Sentence(sentence), Self));

    [Fact]
    public void Remark_UnderARubricOfTwoQuestions_HasNone()
    {
        var sentence = new ProseSentence(
            3,
            "Ansvar",
            ["3.4", "3.5"],
            Subject.Passage("Ett förbättringsområde är rollerna i nämnden.")
        );

        Assert.Null(Assert.Single(Prose.Remarks([sentence], Self)).Question);
    }

    private static List<ProseSentence> Read(params Block[] blocks) =>
        [.. Prose.Read(new AreaSection(4, blocks))];

    private static List<ProseSentence> Sentence(string text) =>
        [new(4, "Ledarutveckling", ["4.6"], Subject.Passage(text))];
}
