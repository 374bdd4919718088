using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

public sealed class ScoreBoxReaderTests
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
    public void Read_GivesTheScoresAndTheirYears(string head, string row, string scores) =>
        Assert.Equal(
            scores,
            string.Join(
                ' ',
                ScoreBoxReader
                    .Read(Blocks.Table(head, row), Subject.Labels)
                    .Select(s =>
                        (s.Year is { } year ? $"{year}:" : "")
                        + s.Value.ToString(CultureInfo.InvariantCulture)
                    )
            )
        );

    [Fact]
    public void Read_OfYearsOnARowOfTheirOwn_GivesThemToTheScores()
    {
        var scores = ScoreBoxReader.Read(
            Blocks.Table("Rubriker|Poäng|", "|2015|2012", "• Etik|58|47"),
            Subject.Labels
        );

        Assert.Equal([(2015, 58m), (2012, 47m)], scores.Select(s => (s.Year!.Value, s.Value)));
    }

    [Theory]
    [InlineData("Titel|", "Rubriker|Poäng", true)]
    [InlineData("Rubrik:|", "58|", true)]
    [InlineData("Område|Poäng", "Etik|58", false)]
    [InlineData("Styrkor|Svagheter", "• Bra|• Dyrt", false)]
    public void IsScoreBox_ByTheHeadOfItsRubrics(string first, string second, bool box)
    {
        var table = Blocks.Table(first, second);

        Assert.Equal(box, ScoreBoxReader.IsScoreBox(table, Subject.Labels));
        Assert.True(box || ScoreBoxReader.Read(table, Subject.Labels).Count == 0);
    }
}
