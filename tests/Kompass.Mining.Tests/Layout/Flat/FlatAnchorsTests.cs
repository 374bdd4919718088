using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Tests.Layout.Flat;

public sealed class FlatAnchorsTests
{
    [Theory]
    [InlineData(
        "Slut. Område 3 Politisk styrning och kontroll Rubriker",
        "Area:Område 3 Politisk styrning och kontroll ScoreBox:Rubriker"
    )]
    [InlineData(
        "Slut. Område 3. Politisk styr- ning och kontroll Rubriker",
        "Area:Område 3. Politisk styr- ning och kontroll ScoreBox:Rubriker"
    )]
    [InlineData(
        "Styrkor Visa vad förslagen lett till Område 3 Politisk styrning och kontroll Rubriker",
        "Findings:Styrkor Area:Område 3 Politisk styrning och kontroll ScoreBox:Rubriker"
    )]
    [InlineData(
        "Slut. Politisk styrning och kontroll (område 3) 61 poäng av 100",
        "Area:Politisk styrning och kontroll (område 3)"
    )]
    [InlineData("Slut. Inom politisk styrning och kontroll (område 3) finns mycket.", "")]
    [InlineData(
        "Slut. 1.2 Information till medborgarna – 7 av 20 poäng Kommunen har",
        "Rubric:1.2 Information till medborgarna – 7 av 20 poäng"
    )]
    [InlineData(
        "Slut. Kapitel 3 Politisk styrning och kontroll Text",
        "Area:Kapitel 3 Politisk styrning och kontroll"
    )]
    [InlineData(
        "Slut. Område Politisk styrning och kontroll Rubriker",
        "Area:Område Politisk styrning och kontroll ScoreBox:Rubriker"
    )]
    [InlineData(
        "Slut. 3 Politisk styrning och kontroll Rubriker",
        "Area:3 Politisk styrning och kontroll ScoreBox:Rubriker"
    )]
    [InlineData(
        "Slut. Politisk styrning och kontroll Rubriker",
        "Area:Politisk styrning och kontroll ScoreBox:Rubriker"
    )]
    [InlineData(
        "Slut. Styrkor Bra stöd Svagheter Ingen plan",
        "Findings:Styrkor Findings:Svagheter"
    )]
    [InlineData(
        "Slut. Styrkor Chefer som tänker nytt Svagheter Ingen plan",
        "Findings:Styrkor Findings:Svagheter"
    )]
    [InlineData("Slut. Styrkor Chefer med Svagheter Ingen plan", "Findings:Styrkor")]
    // A page's end may cut an item behind any word; its rest stands on the next page.
    [InlineData(
        "Slut. Styrkor Bra stöd Chefer med Svagheter Ingen plan\ftydliga uppdrag",
        "Findings:Styrkor Findings:Svagheter"
    )]
    [InlineData(
        "Slut. Styrkor Bra stöd Chefer med Svagheter som är kända\ftydliga uppdrag",
        "Findings:Styrkor"
    )]
    [InlineData("Slut. Lista med Svagheter Ingen plan\ftydliga uppdrag", "")]
    // The next page may repeat the heads of a table above the rests of items.
    [InlineData(
        "Slut. Styrkor Mål som följs Svagheter Ingen plan som\fStyrkor upp varje år Svagheter de anställda känner till",
        "Findings:Styrkor Findings:Svagheter Findings:Styrkor Findings:Svagheter"
    )]
    [InlineData(
        "Slut. Styrkor Mål som följs Svagheter Ingen plan som\fStyrkor upp varje år med fler svagheter",
        "Findings:Styrkor Findings:Svagheter Findings:Styrkor"
    )]
    [InlineData(
        "Slut. Styrkor Mål som följs upp Svagheter Ingen plan\fFler Svagheter de anställda känner till",
        "Findings:Styrkor Findings:Svagheter"
    )]
    // Items may end with semicolons.
    [InlineData(
        "Slut. Styrkor Bra stöd; Svagheter Ingen plan",
        "Findings:Styrkor Findings:Svagheter"
    )]
    [InlineData(
        "Slut. Styrkor Förbättringsmöjligheter Bra stöd",
        "Findings:Styrkor Findings:Förbättringsmöjligheter"
    )]
    [InlineData(
        "Slut. Område 3 – Politisk styrning och kontroll Rubriker",
        "Area:Område 3 – Politisk styrning och kontroll ScoreBox:Rubriker"
    )]
    // Areas by their numbers alone: over lists, and over text where none is called "Område".
    [InlineData(
        "Slut. 3. Politisk styrning och kontroll Styrkor Bra stöd",
        "Area:3. Politisk styrning och kontroll Findings:Styrkor"
    )]
    [InlineData(
        "Slut. 3. Politisk styrning och kontroll Kommunen har en modell som alla känner till och som följs upp varje år.",
        "Area:3. Politisk styrning och kontroll"
    )]
    [InlineData(
        "Slut. Område 2 Tillgänglighet och brukarorientering Rubriker 58 Slut. 3. Politisk styrning och kontroll Kommunen har en modell som alla känner till och som följs upp varje år.",
        "Area:Område 2 Tillgänglighet och brukarorientering ScoreBox:Rubriker"
    )]
    [InlineData(
        "Slut. 3. Politisk styrning och kontroll 61 4. Ledarskap, ansvar och delegation 58",
        ""
    )]
    [InlineData(
        "Slut. 4. Politisk styrning och kontroll Kommunen har en modell som alla känner till och som följs upp varje år.",
        ""
    )]
    [InlineData(
        "Slut. Område 1. Offentlighet och demokrati 2. Tillgänglighet och brukarorientering 61 58",
        ""
    )]
    [InlineData(
        "Slut. Område 3 Politisk styrning och kontroll Poäng 63 av 100 Här prövas",
        "Area:Område 3 Politisk styrning och kontroll Score:Poäng 63 av 100"
    )]
    [InlineData(
        "Slut. Svagheter Inga Poäng område 3 63 Område 4 Ledarskap, ansvar och delegation Här",
        "Findings:Svagheter Score:Poäng område 3 63 Area:Område 4 Ledarskap, ansvar och delegation"
    )]
    [InlineData(
        "Slut. Styrkor: Bra stöd Svagheter: Inga Poäng för området: 63 (max 100) Slut",
        "Findings:Styrkor: Findings:Svagheter: Score:Poäng för området: 63 (max 100)"
    )]
    [InlineData("Kommunen fick Poäng 63 av 100 i detta", "")]
    [InlineData(
        "Slut. 3 Politisk styrning och kontroll 57,5 100 3.1 Finns en plan? 9 15 3.2 Hur?",
        "QuestionTable:3 Politisk styrning och kontroll"
    )]
    [InlineData("Slut.\fAllmänt Kommunen", "General:Allmänt")]
    [InlineData(
        "Slut. Styrkor ortsråd i byarna Svagheter ingen plan",
        "Findings:Styrkor Findings:Svagheter"
    )]
    [InlineData(
        "Slut. Styrkor Bra stöd Förbättringsmöjligheter goda idéer sprids",
        "Findings:Styrkor Findings:Förbättringsmöjligheter"
    )]
    [InlineData("Slut! Personalstrategi Kommunen har", "Rubric:Personalstrategi")]
    [InlineData("58 Allmänt Kommunen", "General:Allmänt")]
    [InlineData(
        "1. Offentlighet och demokrati Uppnått Max Procent 1.1",
        "QuestionTable:1. Offentlighet och demokrati"
    )]
    [InlineData(
        "33 100 33% Uppnått Max Procent 2. Tillgänglighet och brukarorientering 2.1 Finns",
        "QuestionTable:Uppnått Max Procent 2. Tillgänglighet och brukarorientering"
    )]
    [InlineData(
        "Slut. Styrkor \uF0B7 Tydliga mål Svagheter \uF0B7 Ingen plan",
        "Findings:Styrkor Findings:Svagheter"
    )]
    [InlineData(
        "Slut. 4 Översikt av poängfördelning 1. X",
        "Chapter:4 Översikt av poängfördelning"
    )]
    [InlineData(
        "Slut. 5 Kortfakta om Ekdals kommun Folkmängd 9000",
        "Chapter:5 Kortfakta om Ekdals kommun"
    )]
    [InlineData(
        "Slut. 2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång Utvärderingen",
        "Chapter:2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång Rubric:Utvärderingen"
    )]
    [InlineData("Slut. 2012 års Kompassutvärdering Område", "Chapter:2012 års Kompassutvärdering")]
    public void LabelWhereAHeadingCanStand_IsAnAnchor(string text, string anchors) =>
        Assert.Equal(anchors, Shown(text));

    [Theory]
    [InlineData("Nämnderna har höga Styrkor i detta")]
    [InlineData("Vi ser kommunens styrkor och svagheter tydligt.")]
    [InlineData("Slut. Rekrytering är svårt på landet.")]
    [InlineData("Slut. Styrkor som vi har sett är många.")]
    [InlineData("Arbetet med jämförelser går bra.")]
    [InlineData("Inom offentlighet och demokrati har mycket hänt.")]
    [InlineData("Vi tittade på Offentlighet och demokrati Förra året")]
    [InlineData("Det är en översikt av poängfördelning som saknas.")]
    [InlineData("Se bilden över Rubriker i rapporten")]
    [InlineData("På webben finns kortfakta om Ekdal för den som vill.")]
    [InlineData("Vi gjorde en sammanfattande genomgång av planerna.")]
    [InlineData("Sedan 2010 års Kommunkompass har mycket hänt.")]
    [InlineData("Slut. Utvärderingen 2010 gav ett lägre resultat.")]
    [InlineData("Mer står under område 3 Politisk styrning och kontroll i rapporten.")]
    [InlineData("I avsnittet Översikt av poängfördelning finns alla tabeller.")]
    [InlineData("Det beskrivs i Område 3 Politisk styrning och kontroll. Där står mer.")]
    [InlineData("Jämför (Område 3 Politisk styrning och kontroll) med detta.")]
    [InlineData("Slut. Kortfakta om Ekdal finns på webben.")]
    [InlineData("Slut. Vad är Kommunkompassen? undrar många.")]
    [InlineData("Slut. 2010 års Kommunkompass visade ett lägre resultat.")]
    public void LabelInsideASentence_IsNone(string text) => Assert.Empty(Shown(text));

    [Fact]
    public void RubricsWithinALists_AreItems() =>
        Assert.Equal(
            "Findings:Styrkor Findings:Svagheter Area:Område 5 Resultat och effektivitet",
            Shown(
                "Slut. Styrkor Bra chefer. Rekrytering Mångfald Svagheter Ingen plan. Mångfald Område 5 Resultat och effektivitet"
            )
        );

    [Fact]
    public void RubricsWithinATableOfSubQuestions_AreRows() =>
        Assert.Equal(
            "QuestionTable:1. Offentlighet och demokrati",
            Shown(
                "Slut. 1. Offentlighet och demokrati Uppnått Max 1.5 Etik 5 10 1.4 Medborgardialog 12 30"
            )
        );

    [Theory]
    [InlineData(
        "Delfrågor Poäng Max 1.1 Finns en plan? 9 15 1.2 Hur? 10 20 Styrkor Bra chefer",
        "Area:Område 1 Offentlighet och demokrati QuestionTable:Delfrågor Poäng Max  Findings:Styrkor"
    )]
    [InlineData(
        "Styrkor Bra chefer Poäng Max 1.1 Finns en plan? 9 15 1.2 Hur? 10 20 2.1 Plan? 9 15 2.2 Hur? 10 25",
        "Area:Område 1 Offentlighet och demokrati Findings:Styrkor QuestionTable:Poäng Max  QuestionTable:"
    )]
    [InlineData(
        "Läs 1.1 och 1.2 på sidan 9 15. Styrkor Bra chefer",
        "Area:Område 1 Offentlighet och demokrati Findings:Styrkor"
    )]
    [InlineData(
        "Läs 1.1 om 15 år. Det tog 9 15. Styrkor Bra chefer",
        "Area:Område 1 Offentlighet och demokrati Findings:Styrkor"
    )]
    // In a chapter of their own.
    [InlineData(
        "Styrkor Bra chefer 4 Översikt av poängfördelning Poäng Max 1.1 Finns en plan? 9 15 1.2 Hur? 10 20 2.1 Plan? 9 15 2.2 Hur? 10 25",
        "Area:Område 1 Offentlighet och demokrati Findings:Styrkor Chapter:4 Översikt av poängfördelning QuestionTable:Poäng Max  QuestionTable:"
    )]
    // The area's score may stand alone before its text.
    [InlineData(
        "Poäng: 61 av 100 Text. Poäng Max 1.1 Finns en plan? 9 15 1.2 Hur? 10 20",
        "Area:Område 1 Offentlighet och demokrati Score:Poäng: 61 av 100 QuestionTable:Poäng Max "
    )]
    public void TablesOfSubQuestionsWithinAnArea_BeginAtTheirFirstRow(
        string behind,
        string anchors
    ) => Assert.Equal(anchors, Shown($"Slut. Område 1 Offentlighet och demokrati {behind}"));

    [Theory]
    [InlineData("Poäng inom området: 56 (av 100). Allmänt.", true)]
    [InlineData("Inom området når kommunen 54 poäng av 100.", true)]
    [InlineData("Kommunen har 54 skolor av 100 möjliga.", false)]
    public void NumberAndNameBeforeALineWithItsScore_AreItsHeading(string behind, bool opens) =>
        Assert.Equal(
            opens,
            Find($"Slut. 3.1 Offentlighet och demokrati {behind}")
                .Exists(a => a.Kind == AnchorKind.Area)
        );

    [Fact]
    public void ListHeading_FollowsAWordThatCanEndAnItem()
    {
        Assert.Equal(
            "Findings:Styrkor Findings:Svagheter",
            Shown("Slut. Styrkor Bra dialog Svagheter Dyrt")
        );
        Assert.Equal("Findings:Styrkor", Shown("Slut. Styrkor Bra dialog om Svagheter Dyrt"));
        Assert.Equal(
            "Findings:Styrkor Findings:Svagheter",
            Shown("Slut. Styrkor Bra sam-\fSvagheter Dyrt")
        );
    }

    [Fact]
    public void ContentsWithLeaders_ArePassedOver()
    {
        const string Contents =
            "Innehåll 1 Vad är Kommunkompassen?... 3 Område 1 Offentlighet och demokrati... 5 Område 2 Tillgänglighet och brukarorientering... 7 4. Översikt av poängfördelning... 20";
        var text = "Titel " + Contents + Filler + "Område 1 Offentlighet och demokrati Rubriker 58";

        var anchors = Find(text);

        Assert.Equal(["Contents", "Area", "ScoreBox"], anchors.Select(a => a.Kind.ToString()));
        Assert.StartsWith("Innehåll", text[anchors[0].Start..], StringComparison.Ordinal);
        Assert.EndsWith("... 20", text[..anchors[0].End], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Styrkor Bra chefer 3. Våra iakttagelser Område 1", "3. Våra iakttagelser")]
    [InlineData("Styrkor Bra chefer 3 Våra iakttagelser Område 1", "3 Våra iakttagelser")]
    // Another number, no number, and within a sentence.
    [InlineData("Styrkor Bra chefer 4. Våra iakttagelser Område 1", null)]
    [InlineData("Styrkor Bra chefer Våra iakttagelser Område 1", null)]
    [InlineData("Slut. Läs om det i 3. Våra iakttagelser. Område 1", null)]
    public void NumberedHeadingsThatTheContentsName_AreChapters(string behind, string? chapter)
    {
        var text =
            "Innehåll 1. Om utvärderingen... 3 2. Det samlade resultatet... 4 3. Våra iakttagelser... 5 Område 1 Offentlighet och demokrati... 5 "
            + Filler
            + behind;

        Assert.Equal(
            chapter,
            Find(text)
                .Where(a => a.Kind == AnchorKind.Chapter)
                .Select(a => text[a.Start..a.End])
                .SingleOrDefault()
        );
    }

    [Fact]
    public void WordInnehållBeforeADotOrTwo_IsNoContents() =>
        Assert.Equal(
            ["General", "Rubric"],
            Find(
                    "Slut. Allmänt Webbplatsens innehåll är rikt... Mer finns att göra... Kanske. Ledarutveckling Chefer utbildas."
                        + Filler
                )
                .Select(a => a.Kind.ToString())
        );

    [Theory]
    [InlineData("Slut. Kortfakta om Ekdal Folkmängd 9000", "Chapter:Kortfakta om Ekdal")]
    [InlineData(
        "Slut. Kortfakta om Upplands Väsby Folkmängd",
        "Chapter:Kortfakta om Upplands Väsby"
    )]
    public void NameInTheHeadingOfFacts_EndsBeforeTheFirstFact(string text, string anchors) =>
        Assert.Equal(anchors, Shown(text));

    [Fact]
    public void ContentsWithoutHeading_ArePassedOverByTheirDensity()
    {
        var text =
            "Område 1 Offentlighet och demokrati Område 2 Tillgänglighet och brukarorientering Område 3 Politisk styrning och kontroll Område 4 Ledarskap, ansvar och delegation"
            + Filler
            + "Område 1 Offentlighet och demokrati";

        Assert.Equal(["Contents", "Area"], Find(text).Select(a => a.Kind.ToString()));
    }

    // The numbers of the pages, and "Innehåll", were taken as columns of their own.
    [Fact]
    public void ContentsWithoutNumbers_ArePassedOverByTheirLeaders()
    {
        var leaders = " " + new string('.', 90) + "\n";
        var text =
            $"Vad är Kommunkompassen?{leaders}Område 1 Offentlighet och demokrati{leaders}Område 2 Tillgänglighet och brukarorientering{leaders}Område 3 Politisk styrning och kontroll{leaders}Område 4 Ledarskap, ansvar och delegation{leaders}Översikt av poängfördelning{leaders}\n3\n4\n6\nInnehåll\n1\n2\n{Filler}\nOmråde 1 Offentlighet och demokrati\nAllmänt\n{Filler}";
        // Points behind leaders are no pages.
        var points = text.Replace(leaders, leaders.TrimEnd() + " 61\n", StringComparison.Ordinal);

        Assert.Equal(["Contents", "Area", "General"], Kinds(text));
        Assert.DoesNotContain("Contents", Kinds(points));

        static IEnumerable<string> Kinds(string text) => Find(text).Select(a => a.Kind.ToString());
    }

    [Fact]
    public void NameInTheHeadingOfFacts_EndsWithThePage() =>
        Assert.Equal(
            "Chapter:Kortfakta om Rubric:Rekrytering",
            Shown("Slut. Kortfakta om\fRekrytering Kommunen har")
        );

    [Fact]
    public void Anchors_TellAreaAndKind()
    {
        var anchors = Find("Slut. Område 7 Verksamhetsutveckling Rubriker Svagheter Ingen");

        Assert.Equal(7, anchors[0].Area);
        Assert.Equal(
            Mining.Corpus.FindingKind.Weakness,
            anchors.Single(a => a.Kind == AnchorKind.Findings).Finding
        );
    }

    // Two headings of the prose of area 6, and the area's lists or none.
    [Theory]
    [InlineData("Styrkor Bra stöd", "Findings:Styrkor")]
    [InlineData(
        "Område 7 Verksamhetsutveckling Rubriker",
        "Area:Område 7 Verksamhetsutveckling ScoreBox:Rubriker"
    )]
    public void ListsNameThatBeginsASentenceOfTheProse_HeadsNoList(string behind, string anchors)
    {
        var prose = string.Concat(
            Enumerable.Repeat("Arbetet följs upp varje år av en grupp chefer. ", 6)
        );

        Assert.Equal(
            "Rubric:Mångfald Rubric:Personalstrategi Rubric:Arbetsmiljöarbete " + anchors,
            Shown(
                $"Slut. Mångfald Planen finns. Svagheter förs upp på en lista. {prose}Personalstrategi {prose}Arbetsmiljöarbete {prose}{behind}"
            )
        );
        // A list whose items are worded like headings of the prose.
        Assert.StartsWith(
            "Findings:Svagheter",
            Shown(
                $"Slut. Svagheter Personalstrategi saknas Arbetsmiljöarbete följs inte upp {behind}"
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Styrkor Mentorer för nya chefer Inledning ", "Findings:Styrkor General:Inledning")]
    [InlineData("Styrkor Mentorer för nya chefer Inledning för alla ", "Findings:Styrkor")]
    public void ListsAboveTheProse_EndWithItsGeneralPart(string lists, string anchors) =>
        Assert.Equal(
            "Area:Område 6 Kommunen som arbetsgivare personalpolitik General:Allmänt " + anchors,
            Shown(Head + lists + Filler)
        );

    // Of area 6: where its prose follows the lists, the first heading of it has no sentence before it.
    [Fact]
    public void ListsAboveTheProse_EndWithItsFirstHeading()
    {
        Assert.Equal(
            "Area:Område 6 Kommunen som arbetsgivare personalpolitik General:Allmänt Findings:Styrkor Rubric:Personalstrategi Rubric:Rekrytering Rubric:Arbetsmiljöarbete Rubric:Mångfald",
            Shown(
                $"{Head}Styrkor Mentorer för nya chefer Rekrytering sköts väl Personalstrategi {Filler}Rekrytering {Filler}Arbetsmiljöarbete {Filler}Mångfald {Filler}"
            )
        );
        // The first heading's last word is another than the edition has.
        Assert.Equal(
            "Area:Område 5 Resultat och effektivitet General:Allmänt Findings:Styrkor Rubric:Strategi för resultatstyrning och effektivitet Rubric:Jämförelser Rubric:Extern samverkan Rubric:Kostnader och resultat i budgetprocessen",
            Shown(
                $"Slut. Område 5 Resultat och effektivitet Allmänt Det handlar om pengar. Styrkor Nyckeltal för kostnader Strategi för resultatstyrning och effektivitet {Filler}Jämförelser {Filler}Extern samverkan {Filler}Kostnader och resultat i budgetprocessen {Filler}"
            )
        );
        // The same on a line of its own, with an item above that is worded so.
        Assert.EndsWith(
            "Findings:Styrkor Rubric:Strategi för resultatstyrning och effektivitet Rubric:Jämförelser Rubric:Extern samverkan Rubric:Kostnader och resultat i budgetprocessen",
            Shown(
                $"Slut. Område 5 Resultat och effektivitet Allmänt Det handlar om pengar. Styrkor Strategi för resultatstyrning och effektiviteten Nyckeltal för kostnader\nStrategi för resultatstyrning och effektivitet\n{Filler}Jämförelser {Filler}Extern samverkan {Filler}Kostnader och resultat i budgetprocessen {Filler}"
            ),
            StringComparison.Ordinal
        );
        // Items that are worded like headings, with the prose above.
        Assert.Equal(
            "Area:Område 6 Kommunen som arbetsgivare personalpolitik General:Allmänt Rubric:Personalstrategi Rubric:Arbetsmiljöarbete Findings:Styrkor",
            Shown(
                $"{Head}Personalstrategi {Filler}Arbetsmiljöarbete {Filler}Styrkor Mentorer för nya chefer. Mångfald {Filler}Rekrytering {Filler}"
            )
        );
        // Of six headings two may be items of sentences.
        Assert.Equal(
            "Area:Område 6 Kommunen som arbetsgivare personalpolitik General:Allmänt Findings:Styrkor",
            Shown(
                $"{Head}Styrkor Mentorer för nya chefer. Mångfald {Filler}Arbetsmiljöarbete {Filler}"
            )
        );
    }

    private const string Head =
        "Slut. Område 6 Kommunen som arbetsgivare personalpolitik Allmänt Kommunen har många anställda. ";

    private const string Filler =
        " Här följer en lång text om kommunen och dess arbete. Den har många meningar. Ingen av dem säger något viktigt. Den är bara till för att skilja delarna åt. Så var det med det. Nu börjar det. Kommunen ligger vid en sjö. Där finns fisk och båtar. Sommaren är kort. ";

    private static string Shown(string text) =>
        string.Join(' ', Find(text).Select(a => $"{a.Kind}:{text[a.Start..a.End]}"));

    private static List<Anchor> Find(string text) =>
        FlatAnchors.Find(text, Subject.Labels, Subject.Knowledge.Swedish);
}
