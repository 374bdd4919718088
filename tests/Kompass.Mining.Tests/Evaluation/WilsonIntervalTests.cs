using Kompass.Mining.Evaluation;

namespace Kompass.Mining.Tests.Evaluation;

public sealed class WilsonIntervalTests
{
    // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(29, 29, 0.8830, 1)]
    public void Interval_IsThatOfTheLiterature(long successes, long cases, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, cases)!.Value;

        Assert.Equal(low, interval.Low, 0.0001);
        Assert.Equal(high, interval.High, 0.0001);
    }

    [Fact]
    public void WithoutCases_ThereIsNone() => Assert.Null(WilsonInterval.Of(0, 0));
}
