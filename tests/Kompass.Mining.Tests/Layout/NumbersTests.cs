using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("58", "58")]
    [InlineData(" 58 ", "58")]
    [InlineData("52,5", "52.5")]
    [InlineData("52.5", "52.5")]
    [InlineData("58 p", "58")]
    [InlineData("58 poäng.", "58")]
    [InlineData("0", "0")]
    [InlineData("100", "100")]
    [InlineData("1000", null)]
    [InlineData("58 62", null)]
    [InlineData("58%", null)]
    [InlineData("-5", null)]
    [InlineData("58,125", null)]
    [InlineData("ca 58", null)]
    [InlineData("", null)]
    public void Points_OfANumberAndNothingElse(string text, string? number) =>
        Assert.Equal(number, Numbers.Points(text)?.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("93%", "93")]
    [InlineData("20 %", "20")]
    [InlineData("93", "93")]
    [InlineData("66,7 %", "66.7")]
    [InlineData("93 % 14", null)]
    [InlineData("%", null)]
    public void Percent_WithOrWithoutItsSign(string text, string? number) =>
        Assert.Equal(number, Numbers.Percent(text)?.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("140.499", 140499)]
    [InlineData("140 499 invånare", 140499)]
    [InlineData("ca 9.421", 9421)]
    [InlineData("-12", -12)]
    [InlineData("−1 012", -1012)]
    [InlineData("880", 880)]
    [InlineData("12.34", 12)]
    [InlineData("99999999999", null)]
    [InlineData("ingen", null)]
    [InlineData("", null)]
    public void Count_WithItsThousandsApart(string text, int? count) =>
        Assert.Equal(count, Numbers.Count(text));

    [Theory]
    [InlineData("2010 och 2013", new[] { 2010, 2013 })]
    [InlineData("2010-2013", new[] { 2010, 2013 })]
    [InlineData("20101, 12010, 1979, 2050", new int[0])]
    [InlineData("åren 1980/81", new[] { 1980 })]
    [InlineData("", new int[0])]
    public void Years_FromNineteenEighty(string text, int[] years) =>
        Assert.Equal(years, Numbers.Years(text).Select(y => y.Year));

    [Theory]
    [InlineData("58 av 100", new[] { "58" })]
    [InlineData("58/100", new[] { "58" })]
    [InlineData("58 52,5", new[] { "58", "52,5" })]
    [InlineData("58% 60 % +3 -4 −5", new string[0])]
    [InlineData("2013 är inget", new string[0])]
    [InlineData("v58 58p 3,14,15", new string[0])]
    [InlineData("1.1 Finns", new string[0])]
    [InlineData("ca 52.5", new[] { "52.5" })]
    [InlineData("(58)", new[] { "58" })]
    public void AllPoints_ArePlainNumbersWhereTheyStand(string text, string[] numbers) =>
        Assert.Equal(numbers, Numbers.AllPoints(text).Select(p => text[p.Start..p.End]));
}
