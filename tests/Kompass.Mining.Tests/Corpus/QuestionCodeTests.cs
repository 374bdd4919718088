using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class QuestionCodeTests
{
    [Theory]
    [InlineData("1.4", 1, 4)]
    [InlineData("9.0", 9, 0)]
    public void Code_IsReadAndWrittenAlike(string text, int area, int number)
    {
        Assert.True(QuestionCode.TryParse(text, out var code));

        Assert.Equal(new QuestionCode(area, number), code);
        Assert.Equal(text, code.ToString());
        Assert.Equal(area, QuestionCode.AreaOf(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0.1")]
    [InlineData("1,4")]
    [InlineData("1.4 ")]
    [InlineData("1.10")]
    [InlineData("10.1")]
    public void OtherText_IsNoCode(string? text)
    {
        Assert.False(QuestionCode.TryParse(text, out _));
    }

    [Fact]
    public void OtherText_IsSaidWithWhatWasExpected()
    {
        var error = Assert.Throws<FormatException>(() => QuestionCode.AreaOf("4"));

        Assert.Contains("\"4\" was found", error.Message, StringComparison.Ordinal);
        Assert.Contains("(1.4)", error.Message, StringComparison.Ordinal);
    }
}
