using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Tests.Layout.Geometry;

public sealed class LineNumbersTests
{
    [Theory]
    [InlineData(30, 1)]
    [InlineData(30, 5)]
    [InlineData(560, 1)]
    public void NumbersThatCountTheLinesInAMargin_AreNoText(double left, int step) =>
        Assert.Equal(0, NumbersLeft(left, i => (i + 1) * step));

    [Fact]
    public void NumbersInUnevenSteps_AreText() =>
        Assert.Equal(18, NumbersLeft(560, i => 10 + (i * i)));

    [Fact]
    public void NumbersRightBesideTheText_AreText() =>
        Assert.Equal(18, NumbersLeft(Paper.Margin - 8, i => i + 1));

    [Fact]
    public void NumbersOnFewOfTheSheets_AreText() =>
        Assert.Equal(18, NumbersLeft(30, i => i + 1, without: 4));

    private static int NumbersLeft(double left, Func<int, int> number, int without = 0)
    {
        var paper = new Paper();
        for (var page = 0; page < 3 + without; page++)
        {
            paper.Usual().Usual();
            for (var line = 0; page < 3 && line < 6; line++)
            {
                paper.At(
                    left,
                    100 + (line * 16),
                    number(line).ToString(CultureInfo.InvariantCulture),
                    7
                );
            }

            paper.NextPage();
        }

        return Sheet.Of(paper.Pages()).Sum(s => s.Words.Count(w => w.Text.All(char.IsAsciiDigit)));
    }
}
