using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class ColumnHeadsTests
{
    [Theory]
    [InlineData("Uppnått", ScoreColumn.Achieved)]
    [InlineData(" POÄNG ", ScoreColumn.Achieved)]
    [InlineData("Max", ScoreColumn.Max)]
    [InlineData("Maxpoäng", ScoreColumn.Max)]
    [InlineData("Procent", ScoreColumn.Percent)]
    [InlineData("%", ScoreColumn.Percent)]
    public void Of_AHead_IsItsColumn(string head, ScoreColumn column) =>
        Assert.Equal(column, ColumnHeads.Of(head, Subject.Labels.Edition.Headings));

    [Theory]
    [InlineData("Fråga")]
    [InlineData("Max poäng per fråga")]
    [InlineData("93 %")]
    [InlineData("")]
    public void Of_AnythingElse_IsNone(string head) =>
        Assert.Null(ColumnHeads.Of(head, Subject.Labels.Edition.Headings));

    [Theory]
    [InlineData("Uppnått Max Procent 1.1 Finns", "Achieved Max Percent")]
    [InlineData("  Max Procent\nUppnått 1.1", "Max Percent Achieved")]
    [InlineData("Uppnådd poäng Maxpoäng % 1.1", "Achieved Max Percent")]
    [InlineData("Uppnått Uppnått", "Achieved")]
    [InlineData("Maximera nyttan", "")]
    [InlineData("Finns Uppnått", "")]
    [InlineData("", "")]
    public void Read_GivesTheHeadsThatFollowEachOther(string text, string columns) =>
        Assert.Equal(
            columns,
            string.Join(
                ' ',
                ColumnHeads.Read(text, 0, Subject.Labels.Edition.Headings).Select(c => c.Column)
            )
        );

    [Fact]
    public void Read_TellsWhereTheLastHeadEnds() =>
        Assert.Equal(
            14,
            ColumnHeads.Read("x Uppnått  Max 1.1", 1, Subject.Labels.Edition.Headings)[^1].End
        );
}
