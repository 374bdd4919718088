using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Tests.Layout.Flat;

/// <summary>Score boxes and tables of sub-questions in running text; what stands within prose is in <see cref="FlatTablesInProseTests"/>.</summary>
public sealed class FlatTablesTests
{
    [Theory]
    [InlineData(
        "Rubriker Personalstrategi Rekrytering Poäng 58 Allmänt Kommunen har chefer.",
        "Rubriker // • Personalstrategi Rekrytering Poäng | 58",
        " Allmänt Kommunen har chefer."
    )]
    [InlineData(
        "Rubriker Poäng Personalstrategi Rekrytering 58 Allmänt",
        "Rubriker // • Poäng Personalstrategi Rekrytering | 58",
        " Allmänt"
    )]
    [InlineData(
        "Rubriker Personalstrategi Poäng 2015 2012 74 68 Allmänt",
        "Rubriker | 2015 | 2012 // • Personalstrategi Poäng 2015 2012 | 74 | 68",
        " Allmänt"
    )]
    [InlineData(
        "Rubriker 2015 2012 Personalstrategi 74 68 Allmänt",
        "Rubriker | 2015 | 2012 // • 2015 2012 Personalstrategi | 74 | 68",
        " Allmänt"
    )]
    [InlineData(
        "Rubriker Personalstrategi 52,5 Allmänt",
        "Rubriker // • Personalstrategi | 52.5",
        " Allmänt"
    )]
    [InlineData(
        "Rubriker Personalstrategi 58 Kommunen har 90 chefer. De är bra.",
        "Rubriker // • Personalstrategi | 58 | 90",
        " chefer. De är bra."
    )]
    [InlineData(
        "Rubriker 2015 2012 Personalstrategi 7 (22) 52 41 Allmänt",
        "Rubriker | 2015 | 2012 // • 2015 2012 Personalstrategi 7 (22) | 52 | 41",
        " Allmänt"
    )]
    [InlineData("Rubriker Stöd av IT-2000 58 Nu", "Rubriker // • Stöd av IT-2000 | 58", " Nu")]
    public void ScoreBox_GoesToItsLastNumberBeforeTheProse(string text, string box, string rest)
    {
        var (block, end) = Tables(text).ScoreBox(First(text, AnchorKind.ScoreBox), text.Length);

        Assert.Equal(box, Blocks.Show(block));
        Assert.Equal(rest, text[end..]);
    }

    [Theory]
    [InlineData("Rubriker Personalstrategi Rekrytering Allmänt")]
    [InlineData("Rubriker Personalstrategi. Kommunen har 90 chefer.")]
    [InlineData("Rubriker")]
    public void ScoreBox_WithoutNumbers_IsNone(string text)
    {
        var (block, end) = Tables(text).ScoreBox(First(text, AnchorKind.ScoreBox), text.Length);

        Assert.Null(block);
        Assert.Equal("Rubriker", text[..end]);
    }

    [Theory]
    [InlineData(
        "6.1 Finns en strategi? 10 15 67% 6.2 Hur rekryteras? 12 20 60% 22 100 22%",
        "6.1 | Finns en strategi? | 10 | 15 | 67 // 6.2 | Hur rekryteras? | 12 | 20 | 60 // = 22"
    )]
    [InlineData(
        "6.1 Finns en 10 15 67% strategi? 6.2 Hur 12 20 60 % rekryteras? 22 100 22%",
        "6.1 | Finns en strategi? | 10 | 15 | 67 // 6.2 | Hur rekryteras? | 12 | 20 | 60 // = 22"
    )]
    [InlineData(
        "6.1 Finns en strategi? 10 15 6.2 Hur rekryteras? 12 20 6.3 Hur utvecklas? 20 25 42 100",
        "6.1 | Finns en strategi? | 10 | 15 // 6.2 | Hur rekryteras? | 12 | 20 // 6.3 | Hur utvecklas? | 20 | 25 // = 42 // ! 6.1 // ! 6.2 // ! 6.3"
    )]
    [InlineData(
        "6.1 Finns en strategi? 10 15 67% 6.2 Hur rekryteras? 12 60% 6.3 Hur utvecklas? 20 25 80% 42 100 42%",
        "6.1 | Finns en strategi? | 10 | 15 | 67 // 6.2 | Hur rekryteras? | 12 | 60 // 6.3 | Hur utvecklas? | 20 | 25 | 80 // = 42 // ! 6.2"
    )]
    [InlineData(
        "6. 1 Finns en strategi? 10 15 67% 6 .2 Hur rekryteras? 12 20 60% 22 100 22%",
        "6.1 | Finns en strategi? | 10 | 15 | 67 // 6.2 | Hur rekryteras? | 12 | 20 | 60 // = 22"
    )]
    [InlineData(
        "6.1 Finns det 3 mål för 20 år? 10 15 67% 6.2 Hur? 12 20 60% 22 100 22%",
        "6.1 | Finns det 3 mål för 20 år? | 10 | 15 | 67 // 6.2 | Hur? | 12 | 20 | 60 // = 22"
    )]
    [InlineData(
        "6.1 Finns en strategi? 10/15 (67 %) 6.2 Hur rekryteras? 12 av 20 60 % 22/100 22 %",
        "6.1 | Finns en strategi? | 10 | 15 | 67 // 6.2 | Hur rekryteras? | 12 | 20 | 60 // = 22"
    )]
    [InlineData(
        "6.1 Finns en strategi? 10 15 67% 6.2 Hur rekryteras? 12 20 60% Summa område 6 22 100 22",
        "6.1 | Finns en strategi? | 10 | 15 | 67 // 6.2 | Hur rekryteras? Summa område 6 | 12 | 20 | 60 // = 22"
    )]
    // The first number of most rows was copied within their wording, the last row's too.
    [InlineData(
        "6.1 Finns en strategi? 10 15 67 % 6.2 Hur rekryteras 12 nya? 20 60 % 6.3 Hur utvecklas 20 alla? 25 80 % 6.4 Hur sätts 9 lön? 15 60 % 51 100 51 %",
        "6.1 | Finns en strategi? | 10 | 15 | 67 // 6.2 | Hur rekryteras nya? | 12 | 20 | 60 // 6.3 | Hur utvecklas alla? | 20 | 25 | 80 // 6.4 | Hur sätts lön? | 9 | 15 | 60 // = 51"
    )]
    [InlineData("inga koder alls 10 15 67%", "nothing")]
    public void Questions_BecomeRowsWhateverIsWrapped(string table, string rows)
    {
        var text = "6. Kommunen som arbetsgivare Uppnått Max Procent " + table;

        var block = Questions(text).Read(First(text, AnchorKind.QuestionTable), text.Length);

        Assert.Equal(rows, Blocks.Show(block));
    }

    [Theory]
    [InlineData("46 100")]
    [InlineData("46 100 46")]
    [InlineData("46 100 46 %")]
    public void RowOfAnArea_OpensItsTableInATableOfAll(string numbers)
    {
        var text =
            $"Slut. Område/delfråga Poäng Max Procent 1 Offentlighet och demokrati 54 100 54 1.1 Finns en plan? 10 15 69 1.2 Hur informeras medborgarna? 13 20 63 2 Tillgänglighet och brukarorientering {numbers} 2.1 Finns en strategi? 6 15 43 2.2 Hur är det? 12 25 49";

        Assert.Equal(
            [1, 2],
            FlatAnchors
                .Find(text, Subject.Labels, Subject.Knowledge.Swedish)
                .Where(a => a.Kind == AnchorKind.QuestionTable)
                .Select(a => a.Area)
        );
    }

    [Theory]
    [InlineData(
        "Max Uppnått Procent 6. Kommunen som arbetsgivare 6.1 Finns en strategi? 15 10 67%"
    )]
    [InlineData(
        "6. Kommunen som arbetsgivare 6.1 Max Uppnått Procent Finns en strategi? 15 10 67%"
    )]
    // What stands at the left as far as the heads' line, then the heads.
    [InlineData(
        "6. Kommunen som arbetsgivare 6.1 Finns en strategi? 6.2 Max Uppnått Procent 15 10 67%",
        ""
    )]
    public void Questions_HeadsMayStandBeforeTheNameOrBehindOneOfTheFirstCodes(
        string rows,
        string second = "6.2"
    )
    {
        var text = $"Slut. {rows} {second} Hur rekryteras? 20 12 60% 100 22 22%";

        var block = Questions(text).Read(First(text, AnchorKind.QuestionTable), text.Length);

        Assert.Equal(
            "6.1 | Finns en strategi? | 10 | 15 | 67 // 6.2 | Hur rekryteras? | 12 | 20 | 60 // = 22",
            Blocks.Show(block)
        );
    }

    [Theory]
    [InlineData("", "15", true)]
    [InlineData("Poäng Högsta Andel", "15", true)]
    // The maximum of 6.1 is 15.
    [InlineData("", "16", false)]
    [InlineData("Området är viktigt.", "15", false)]
    public void Questions_WithoutKnownHeadsAreKnownByTheMaximumOfTheFirst(
        string heads,
        string maximum,
        bool isTable
    )
    {
        var text =
            $"Slut. 6. Kommunen som arbetsgivare {heads} 6.1 Finns en strategi? 10 {maximum} 67% 6.2 Hur rekryteras? 12 20 60%";

        Assert.Equal(
            isTable,
            FlatAnchors
                .Find(text, Subject.Labels, Subject.Knowledge.Swedish)
                .Exists(a => a.Kind == AnchorKind.QuestionTable)
        );
    }

    [Theory]
    [InlineData("61 100 2. Tillgänglighet och brukarorientering 57 100", false)]
    [InlineData("1.1 Finns en plan? 10 15 1.2 Hur? 12 20", true)]
    public void HeadsBeforeARowOfAreas_AreThoseOfNoQuestions(string behind, bool isTable) =>
        Assert.Equal(
            isTable,
            FlatAnchors
                .Find(
                    $"Slut. Område Poäng Max 1. Offentlighet och demokrati {behind}",
                    Subject.Labels,
                    Subject.Knowledge.Swedish
                )
                .Exists(a => a.Kind == AnchorKind.QuestionTable)
        );

    [Fact]
    public void Questions_WithoutCodes_AreToldByTheirWordings()
    {
        const string Text =
            "Slut. 6. Kommunen som arbetsgivare Uppnått Max Procent Finns en kommunövergripande personalstrategi? 10 15 67% Hur bedrivs kommunens arbetsmiljöarbete? 12 15 80% 22 100 22% Slut";

        Assert.Equal(
            "6.1 | Finns en kommunövergripande personalstrategi? | 10 | 15 | 67 // 6.5 | Hur bedrivs kommunens arbetsmiljöarbete? | 12 | 15 | 80 // = 22",
            Blocks.Show(Questions(Text).Read(First(Text, AnchorKind.QuestionTable), Text.Length))
        );
        // Wordings that are none.
        const string Others =
            "Slut. 6. Kommunen som arbetsgivare Uppnått Max Procent Kommunens mål? 10 15 67% Annat 12 15 80%";
        Assert.Null(Questions(Others).Read(First(Others, AnchorKind.QuestionTable), Others.Length));
    }

    [Fact]
    public void Questions_BelowTheAreasOwnRow_HaveItAsTheirSum()
    {
        const string Text =
            "Slut. 3 Politisk styrning och kontroll 42,5 100 3.1 Finns en plan? 9,5 15 3.2 Hur? 33 25";

        Assert.Equal(
            "3.1 | Finns en plan? | 9.5 | 15 // 3.2 | Hur? | 33 | 25 // = 42.5",
            Blocks.Show(Questions(Text).Read(First(Text, AnchorKind.QuestionTable), Text.Length))
        );
    }

    [Fact]
    public void Questions_WhoseLastRowAndSumLackANumberBetweenThem_KeepAllInOne()
    {
        const string Text =
            "6. Kommunen som arbetsgivare Uppnått Max Procent 6.1 Strategi? 10 15 67% 6.2 Rekrytering? 12 20 60% 6.3 Utveckling? 20 80% 42 100 42%";

        var block = Questions(Text).Read(First(Text, AnchorKind.QuestionTable), Text.Length);

        var table = Assert.IsType<Block.QuestionTable>(block);
        Assert.Equal("6.3 Utveckling? 20 80% 42 100 42%", table.Rows[^1].Whole.Text);
        Assert.Equal(["6.3"], table.Unclear);
    }

    [Fact]
    public void Passages_KnowTheirPlaces()
    {
        const string Text = "Rubriker Personalstrategi Poäng 2015 2012 74 68 Allmänt";

        var (block, _) = Tables(Text).ScoreBox(First(Text, AnchorKind.ScoreBox), Text.Length);

        Assert.All(
            block!.Passages,
            p => Assert.Equal(p.Text, Text[p.Place.Start!.Value..p.Place.End!.Value])
        );
    }

    [Fact]
    public void HeadsOfTheNextTable_AreNotTheOnesBehindAName()
    {
        // Found by generated texts: the next table begins with its heads, and its name follows.
        const string Text =
            "Politisk styrning och kontroll Uppnått Procent Verksamhetsutveckling Förbättringsmöjlighet";

        Assert.Null(Questions(Text).Read(First(Text, AnchorKind.QuestionTable), 31));
    }

    private static Anchor First(string text, AnchorKind kind) =>
        FlatAnchors
            .Find(text, Subject.Labels, Subject.Knowledge.Swedish)
            .First(a => a.Kind == kind);

    private static FlatQuestionTable Questions(string text) =>
        new(Passage.Of(SourceText.From(text), 0, text.Length), Subject.Labels, Subject.Words(text));

    private static FlatTables Tables(string text) =>
        new(Passage.Of(SourceText.From(text), 0, text.Length), Subject.Labels);
}
