using Kompass.Mining.Dataset.Queries;

namespace Kompass.Mining.Tests.Dataset.Queries;

public sealed class NumberRangeTests
{
    [Theory]
    [InlineData("2013", 2013, 2013, "2013")]
    [InlineData("2010-2014", 2010, 2014, "2010-2014")]
    [InlineData(" 2010 – 2014 ", 2010, 2014, "2010-2014")]
    [InlineData("2010-", 2010, null, "2010-")]
    [InlineData("-2014", null, 2014, "-2014")]
    public void Range_IsRead(string text, int? from, int? to, string written)
    {
        var range = NumberRange.TryParse(text);

        Assert.Equal(new NumberRange(from, to), range);
        Assert.Equal(written, range.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("2014-2010")]
    [InlineData("2010-x")]
    [InlineData("x")]
    [InlineData("1.5")]
    public void Others_AreNone(string text) => Assert.Null(NumberRange.TryParse(text));
}
