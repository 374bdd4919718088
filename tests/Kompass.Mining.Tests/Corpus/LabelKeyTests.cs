using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class LabelKeyTests
{
    [Theory]
    [InlineData("Personal-politik", "personalpolitik")]
    [InlineData("  ÅTGÄRDER – 2 ", "åtgärder2")]
    [InlineData("3. Mål/medel", "3målmedel")]
    [InlineData("… – !", "")]
    [InlineData("", "")]
    public void Of_KeepsLettersAndDigitsInLowerCase(string label, string key) =>
        Assert.Equal(key, LabelKey.Of(label));

    [Theory]
    [InlineData("Mål och medel", 0, 3, true)]
    [InlineData("Mål och medel", 3, 3, true)]
    [InlineData("Målen", 0, 3, false)]
    [InlineData("(mål)", 0, 3, true)]
    [InlineData("delmål", 3, 3, false)]
    [InlineData("del-mål", 3, 3, true)]
    public void SquashedText_TellsWholeWords(string text, int start, int length, bool whole)
    {
        var squashed = new SquashedText(text);

        Assert.Equal(
            whole,
            squashed.WordStarts.Contains(start) && squashed.EndsWord(start + length - 1)
        );
    }

    [Fact]
    public void SquashedText_LeadsBackToTheOriginal()
    {
        const string Text = "Tvär-\nsektor: 2!";
        var squashed = new SquashedText(Text);

        Assert.Equal("tvärsektor2", squashed.Key);
        Assert.Equal(
            squashed.Key,
            string.Concat(
                Enumerable
                    .Range(0, squashed.Key.Length)
                    .Select(i => char.ToLowerInvariant(Text[squashed.PositionOf(i)]))
            )
        );
    }
}
