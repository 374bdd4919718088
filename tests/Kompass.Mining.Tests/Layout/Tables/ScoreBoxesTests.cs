using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Tests.Layout.Tables;

public sealed class ScoreBoxesTests
{
    [Theory]
    [InlineData("Rubriker|Poäng", "• Etik • Medborgardialog|58", "58")]
    [InlineData("Poäng|Rubriker", "58|• Etik • Medborgardialog", "58")]
    [InlineData("Rubriker|Poäng", "• 3 mål • Etik|58", "58")]
    [InlineData("Rubriker|Poäng", "• Etik|58 av 100", "58")]
    [InlineData("Rubriker|Poäng 58", "• Etik|", "58")]
    [InlineData("Rubriker|Poäng", "• Etik|52,5", "52.5")]
    [InlineData("Rubriker|Poäng", "• Etik|52.5", "52.5")]
    [InlineData("Rubriker|2015|2012", "• Etik|58|47", "2015:58 2012:47")]
    [InlineData("Rubriker|2015 2012", "• Etik|58 47", "2015:58 2012:47")]
    [InlineData("Rubriker|Poäng 2015|Poäng 2012", "• Etik|58|47", "2015:58 2012:47")]
    [InlineData("Rubriker|Poäng", "• Etik|2015 2012 58 47", "2015:58 2012:47")]
    [InlineData("Rubriker|Poäng", "• Etik|58 47", "58 47")]
    [InlineData("Rubriker|2015", "• Etik|58 47", "58 47")]
    [InlineData("Rubriker|Poäng", "• Etik|58 %", "")]
    [InlineData("Rubriker|Poäng", "• Etik|", "")]
    [InlineData("Rubriker|Poäng", "• Etik|1234", "")]
    public void Box_HasItsScoresAndTheirYears(string head, string row, string scores) =>
        Assert.Equal(
            scores,
            string.Join(
                ' ',
                ScoreBoxes
                    .Of(Blocks.Table(head, row), Subject.Labels)!
                    .Scores.Select(s =>
                        (s.Year is { } year ? $"{year}:" : "")
                        + s.Value.ToString(CultureInfo.InvariantCulture)
                    )
            )
        );

    [Fact]
    public void YearsOnARowOfTheirOwn_AreTheScores()
    {
        var scores = ScoreBoxes
            .Of(Blocks.Table("Rubriker|Poäng|", "|2015|2012", "• Etik|58|47"), Subject.Labels)!
            .Scores;

        Assert.Equal([(2015, 58m), (2012, 47m)], scores.Select(s => (s.Year!.Value, s.Value)));
    }

    [Theory]
    [InlineData("Titel|", "Rubriker|Poäng", true)]
    [InlineData("Rubrik:|", "58|", true)]
    [InlineData("Område|Poäng", "Etik|58", false)]
    // Two rubrics or more below whatever head.
    [InlineData(
        "Här bedöms|Poäng",
        "Medborgardialog och deltagande, information om resultat|58",
        true
    )]
    [InlineData(
        "Här bedöms|Poäng",
        "Medborgardialog och deltagande, information om resultat|580",
        false
    )]
    [InlineData(
        "Här bedöms|Svar",
        "Medborgardialog och deltagande, information om resultat|58",
        false
    )]
    [InlineData("Här bedöms|Poäng", "Medborgardialog och deltagande|58", false)]
    [InlineData("Styrkor|Svagheter", "• Bra|• Dyrt", false)]
    [InlineData("Poäng|58", "Högsta möjliga|100", true)]
    [InlineData("Poäng|431", "Högsta möjliga|800", false)]
    [InlineData("Poäng|58", "Etik|61", false)]
    [InlineData("Antal svar|58", "Högsta möjliga|100", false)]
    public void Box_IsToldByTheHeadOfItsRubrics(string first, string second, bool box) =>
        Assert.Equal(box, ScoreBoxes.Of(Blocks.Table(first, second), Subject.Labels) is not null);
}
