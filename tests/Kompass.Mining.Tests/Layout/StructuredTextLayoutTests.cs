using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class StructuredTextLayoutTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n \n", "")]
    [InlineData("Ett stycke med en mening.", "Ett stycke med en mening.")]
    [InlineData(
        "Här är ett stycke.\nDet går vidare här.\n\nOch ett till.",
        "Här är ett stycke. Det går vidare här.\nOch ett till."
    )]
    [InlineData("Ett stycke\növer två rader.", "Ett stycke över två rader.")]
    [InlineData("Punkt.\nEtt sam-\narbete.", "Punkt. Ett samarbete.")]
    [InlineData("Ett sam-\narbete.", "Ett samarbete.")]
    public void Paragraphs_AreJoinedAndPartedByBlankLines(string text, string blocks) =>
        Assert.Equal(blocks, Show(text));

    [Theory]
    [InlineData(
        "Område 1 Offentlighet och demokrati\nText följer här.",
        "# Område 1 Offentlighet och demokrati\nText följer här."
    )]
    [InlineData("Text före.\nAllmänt\nText efter.", "Text före.\n# Allmänt\nText efter.")]
    [InlineData("## Egen rubrik\nText.", "# Egen rubrik\nText.")]
    [InlineData("\nEgen rubrik\n\nText.", "# Egen rubrik\nText.")]
    [InlineData("\nEn rad som slutar med punkt.\n", "En rad som slutar med punkt.")]
    [InlineData("\nlitet i början\n", "litet i början")]
    [InlineData("Text före.\nInte en rubrik", "Text före. Inte en rubrik")]
    [InlineData("**Allmänt**\nText.", "# Allmänt\nText.")]
    [InlineData(
        "3. Genomgång\nOmråde 1 – Offentlighet och demokrati (52 poäng)\nText.",
        "# 3. Genomgång\n# Område 1 – Offentlighet och demokrati (52 poäng)\nText."
    )]
    [InlineData(
        "\n2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande\ngenomgång\nText.",
        "# 2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång\nText."
    )]
    public void Headings_AreLabelsOrShortLinesOfTheirOwn(string text, string blocks) =>
        Assert.Equal(blocks, Show(text));

    [Theory]
    [InlineData("• Mål\n• Dialog", "• Mål • Dialog")]
    [InlineData("•\nMål som går\nvidare\n•\nStyrkor", "• Mål som går vidare • Styrkor")]
    [InlineData(
        "• Mål för ledning och\nstyrkor\n• Dialog",
        "• Mål för ledning och styrkor • Dialog"
    )]
    [InlineData(
        "• Mål som\n\nSveriges Kommuner och Landsting\n\n2013-01-02\n\n3 (14)\ngår vidare\n• Dialog",
        "• Mål som går vidare • Dialog"
    )]
    [InlineData(
        "• Mål som\n\n7\n\nSveriges Kommuner och Landsting\n\n2013-01-02\n\ngår vidare\n• Dialog",
        "• Mål som går vidare • Dialog"
    )]
    [InlineData("• Mål\nPoäng område 3 61\nText.", "• Mål\nPoäng område 3 61\nText.")]
    [InlineData("- Mål\n- Dialog\n\n- Nytt", "• Mål • Dialog\n• Nytt")]
    [InlineData(
        "• Mål som går\nvidare på nästa rad\n• Dialog",
        "• Mål som går vidare på nästa rad • Dialog"
    )]
    [InlineData("• Mål\n\nEtt nytt stycke.", "• Mål\nEtt nytt stycke.")]
    [InlineData("o Mål\no Dialog", "• Mål • Dialog")]
    [InlineData("\nom mål\no liten", "om mål o liten")]
    [InlineData("Källor är:\n- möten\n- enkäter", "Källor är:\n• möten • enkäter")]
    [InlineData("-5 grader var det.", "-5 grader var det.")]
    [InlineData("• Styrkor\n• Svagheter", "• Styrkor • Svagheter")]
    [InlineData("§ Mål som går\nvidare\n§ Dialog", "• Mål som går vidare • Dialog")]
    [InlineData("§41 Dnr 311\ngäller ännu.", "§41 Dnr 311 gäller ännu.")]
    public void Lists_AreLinesBehindBulletsOrDashes(string text, string blocks) =>
        Assert.Equal(blocks, Show(text));

    [Theory]
    [InlineData(
        "Styrkor\n\nTydlig plan\nGod dialog\n\nSvagheter\n\nFå mål\n\nAllmänt\nText.",
        "# Styrkor\n• Tydlig plan • God dialog\n# Svagheter\n• Få mål\n# Allmänt\nText."
    )]
    [InlineData("Styrkor\n\nTydlig plan\n\nGod dialog", "# Styrkor\n• Tydlig plan • God dialog")]
    [InlineData(
        "Styrkor\nTydlig plan som alla\nkänner till\nGod dialog",
        "# Styrkor\n• Tydlig plan som alla känner till • God dialog"
    )]
    [InlineData(
        "Styrkor\nUtvärderarna ser följande:\n- Tydlig plan",
        "# Styrkor\nUtvärderarna ser följande:\n• Tydlig plan"
    )]
    [InlineData(
        "Styrkor\n\n1. Tydlig plan\n2. God dialog\nmed alla\n\n3. Information om resultat\n\n4 Översikt av poängfördelning",
        "# Styrkor\n• Tydlig plan • God dialog med alla\n• Information om resultat\n# 4 Översikt av poängfördelning"
    )]
    [InlineData(
        "#### Styrkor\n\n1. Etik\n1. God dialog\n\n2. Tillgänglighet och brukarorientering",
        "# Styrkor\n• Etik • God dialog\n# 2. Tillgänglighet och brukarorientering"
    )]
    [InlineData("Styrkor\nTydlig plan\n1. God dialog", "# Styrkor\n• Tydlig plan • 1. God dialog")]
    [InlineData("Styrkor\n3. God dialog", "# Styrkor\n• 3. God dialog")]
    // By their hanging indent, whatever letter a line begins with.
    [InlineData(
        "Styrkor\nTydlig plan som alla\n  känner till i\n  Ekdal\nen god dialog\n  med invånarna",
        "# Styrkor\n• Tydlig plan som alla känner till i Ekdal • en god dialog med invånarna"
    )]
    // By blank lines.
    [InlineData(
        "Styrkor\n\nEn tydlig plan som alla i\nEkdal och i dess omnejd\nkänner till\n\nen god dialog som förs\nmed invånarna\n\nMål och medel som hör\nihop",
        "# Styrkor\n• En tydlig plan som alla i Ekdal och i dess omnejd känner till • en god dialog som förs med invånarna • Mål och medel som hör ihop"
    )]
    public void ListsBelowTheirHeading_NeedNoBullets(string text, string blocks) =>
        Assert.Equal(blocks, Show(text));

    [Fact]
    public void LineWithACapitalThatHadNoRoomAbove_IsInDoubt()
    {
        var list = Lay(
                SourceText.From(
                    "Styrkor\nEn tydlig plan som alla\nkänner till\nGod dialog\nmed alla\nSamarbetet med grannarna\nVidby och Ekdal\nsom ger mycket"
                )
            )
            .OfType<Block.ItemList>()
            .Single();

        Assert.Equal(
            [
                ("En tydlig plan som alla känner till", false),
                ("God dialog med alla", false),
                ("Samarbetet med grannarna", true),
                ("Vidby och Ekdal som ger mycket", true),
            ],
            list.Items.Select(i => (i.Text.Text, i.Doubt != ItemDoubt.None))
        );
    }

    [Theory]
    [InlineData("A\tB\n1\t2", "A | B // 1 | 2")]
    [InlineData("A\tB\n\n1\t2", "A | B\n1 | 2")]
    [InlineData("\uF0A7\tMål\n\uF0A7\tDialog", "• Mål • Dialog")]
    [InlineData("• Mål\t• Dyrt", "• Mål | • Dyrt")]
    [InlineData("A\t\tB", "A |  | B")]
    [InlineData("1.1\tPlan?\t9\t15\t60%", "1.1 | Plan? | 9 | 15 | 60%")]
    [InlineData(
        "Styrkor\tSvagheter\n• Mål • Dialog\t• Dyrt",
        "Styrkor | Svagheter // • Mål • Dialog | • Dyrt"
    )]
    [InlineData(
        "Styrkor\tSvagheter\n• Mål\n• Dialog\t• Dyrt",
        "Styrkor | Svagheter // • Mål • Dialog | • Dyrt"
    )]
    [InlineData(
        "Styrkor\tSvagheter\n• Mål\t• Dyrt\nsom sträcker sig vidare",
        "Styrkor | Svagheter // • Mål | • Dyrt som sträcker sig vidare"
    )]
    [InlineData(
        "Rubriker\tPoäng\n<ul> • Etik • Valfrihet </ul>\t<p>66</p>",
        "Rubriker | Poäng // • Etik • Valfrihet | 66"
    )]
    [InlineData("| A | B |\n| 1 | 2 |", "A | B // 1 | 2")]
    [InlineData("| A | B |\n|---|---|\n| 1 | 2 |", "A | B // 1 | 2")]
    [InlineData("A\tB\n---\t---\n1\t2", "A | B // 1 | 2")]
    [InlineData(
        "A\tB\nOmråde 2 Tillgänglighet och brukarorientering\n1\t2",
        "A | B\n# Område 2 Tillgänglighet och brukarorientering\n1 | 2"
    )]
    [InlineData("Text.\nA\tB", "Text.\nA | B")]
    [InlineData("A | B\n1 | 2\n | 3", "A | B // 1 | 2 //  | 3")]
    [InlineData(
        "Styrkor | Svagheter\n• Mål • Dialog | • Dyrt",
        "Styrkor | Svagheter // • Mål • Dialog | • Dyrt"
    )]
    [InlineData("\nHem | Kontakt\n\nText.", "# Hem | Kontakt\nText.")]
    public void Tables_AreRowsOfTabsOrPipes(string text, string blocks) =>
        Assert.Equal(blocks, Show(text));

    [Theory]
    [InlineData(
        "Rubriker\nPoäng\n    • Etik\n    • Valfrihet\n66\n\nAllmänt",
        "Rubriker | Poäng // • Etik • Valfrihet | 66\n# Allmänt"
    )]
    [InlineData(
        "Rubriker\n2012\n2010\n• Etik\n• Valfrihet\n66\n61",
        "Rubriker | 2012 | 2010 // • Etik • Valfrihet | 66 | 61"
    )]
    [InlineData(
        "Område\n2012\n2010\nEtik\n66\n61\nTotalt\n66\n-",
        "Område | 2012 | 2010 // Etik | 66 | 61 // Totalt | 66 | -"
    )]
    [InlineData(
        "1.\nEtik\nUppnått\nMax\nProcent\n1.1\nPlan?\n9\n15\n60%\n1.2\nMål\noch medel?\n5\n10\n50%\n\n\n14\n25\n56%\n\nText.",
        "1. | Etik | Uppnått | Max | Procent // 1.1 | Plan? | 9 | 15 | 60% // 1.2 | Mål och medel? | 5 | 10 | 50% //  |  | 14 | 25 | 56%\nText."
    )]
    [InlineData(
        "1.1\nPlan?\n9\n15\n60%\n1.2\nMål?\n5\n10\n50%\n1.3\nEtik?\n5\n10\n50%\n19\n35\n54%",
        "1.1 | Plan? | 9 | 15 | 60% // 1.2 | Mål? | 5 | 10 | 50% // 1.3 | Etik? | 5 | 10 | 50% //  |  | 19 | 35 | 54%"
    )]
    [InlineData(
        "1.1\nPlan?\n9\n15\n60%\n1.2\nMål?\n5\n10\n50%\n1.3\nEtik?\n5\n10\n50%\n100",
        "1.1 | Plan? | 9 | 15 | 60% // 1.2 | Mål? | 5 | 10 | 50% // 1.3 | Etik? | 5 | 10 | 50% | 100"
    )]
    [InlineData(
        "Område\n2012\nEtik\n66\nhar ingen siffra",
        "# Område\n2012\n# Etik\n66 har ingen siffra"
    )]
    [InlineData(
        "4 Översikt av poängfördelning\n1. Offentlighet och demokrati\nUppnått\nMax\n1.1 Plan?\n9\n15\n1.2 Mål?\n5\n10\n2. Tillgänglighet och brukarorientering",
        "# 4 Översikt av poängfördelning\n# 1. Offentlighet och demokrati\nUppnått | Max // 1.1 | Plan? | 9 | 15 // 1.2 | Mål? | 5 | 10\n# 2. Tillgänglighet och brukarorientering"
    )]
    [InlineData(
        "1.1 Plan?\n9 / 15 / 60 %\n1.2 Mål?\n5 / 10 / 50 %\nSumma 14 / 25 / 56 %",
        "1.1 | Plan? | 9 | 15 | 60 % // 1.2 | Mål? | 5 | 10 | 50 % // Summa |  | 14 | 25 | 56 %"
    )]
    [InlineData(
        "1.1 Plan?\n9/15\n60 %\n\n1.2 Mål?\n5/10\n50 %\n\n1.3 Etik?\n5/10\n50 %\n\nText.",
        "1.1 | Plan? | 9 | 15 | 60 % // 1.2 | Mål? | 5 | 10 | 50 % // 1.3 | Etik? | 5 | 10 | 50 %\nText."
    )]
    [InlineData(
        "Område 1 Offentlighet och demokrati\nRubriker\nEtik\nValfrihet\nPoäng\n66\nAllmänt\nText.",
        "# Område 1 Offentlighet och demokrati\nRubriker | Poäng // Etik Valfrihet | 66\n# Allmänt\nText."
    )]
    // Blank lines between the cells, and the number of a page that ends within the box.
    [InlineData(
        "Rubriker\n• Etik\n• Valfrihet\n\nPoäng\n\n66\n\nAllmänt",
        "Rubriker | Poäng // • Etik • Valfrihet | 66\n# Allmänt"
    )]
    [InlineData(
        "Rubriker\n• Etik\n• Valfrihet\n11\n\nPoäng\n\n66\n\nAllmänt",
        "Rubriker | Poäng // • Etik • Valfrihet | 66\n# Allmänt"
    )]
    [InlineData(
        "Text före.\n• Mål\nDelfråga\n1.1\nPlan?\n9\n15\n1.2\nMål?\n5\n10\nTotalt för området 14 25\n\nText.",
        "Text före.\n• Mål\nDelfråga // 1.1 | Plan? | 9 | 15 // 1.2 | Mål? | 5 | 10 // Totalt för området |  | 14 | 25\nText."
    )]
    [InlineData(
        "1.4 Plan?\n9\n15\n1.5 Mål?\n5\n10\n\nText.",
        "1.4 | Plan? | 9 | 15 // 1.5 | Mål? | 5 | 10\nText."
    )]
    [InlineData("Rubriker\nEtik\nValfrihet\nDialog", "# Rubriker\n# Etik\n# Valfrihet\nDialog")]
    public void Tables_MayHaveACellALine(string text, string blocks) =>
        Assert.Equal(blocks, Show(text));

    [Theory]
    [InlineData(
        "Text här,\nSveriges Kommuner och Landsting 2013-07-04 7 (30)\nsom går vidare.",
        "Text här, som går vidare."
    )]
    [InlineData("Text.\n-----\nMer.", "Text.\nMer.")]
    [InlineData("A\tB\nSveriges Kommuner och Landsting 7 (30)\n1\t2", "A | B // 1 | 2")]
    [InlineData("Text.\fNy sida.", "Text. Ny sida.")]
    public void HeadersAndRules_AreNoText(string text, string blocks) =>
        Assert.Equal(blocks, Show(text));

    [Fact]
    public void Blocks_KnowTheirPlaces()
    {
        const string Text = "Styrkor\r\n• Sam-\r\nverkan\r\n\r\nA\tB";
        var source = SourceText.From(Text);

        var blocks = Lay(source);

        var item = Assert.Single(Assert.IsType<Block.ItemList>(blocks[1]).Items).Text;
        Assert.Equal("Samverkan", item.Text);
        Assert.Equal("Sam-\r\nverkan", Text[item.Place.Start!.Value..item.Place.End!.Value]);
        var cell = Assert.IsType<Block.Table>(blocks[2]).Rows[0].Cells[1].Text;
        Assert.Equal("B", Text[cell.Place.Start!.Value..cell.Place.End!.Value]);
    }

    private static string Show(string text) => Blocks.Show(Lay(SourceText.From(text)));

    private static IReadOnlyList<Block> Lay(SourceText source) =>
        StructuredTextLayout.Lay(
            source,
            Subject.Words(source.Text),
            Subject.Labels,
            new RunningHeaders(Subject.Labels.Edition)
        );
}
