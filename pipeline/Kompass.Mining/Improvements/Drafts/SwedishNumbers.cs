namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// Numbers as Swedish prints them: comma, a space before the per cent sign, halves away from zero. Not of the machine's culture data, so that every machine
/// writes the same.
/// </summary>
internal static class SwedishNumbers
{
    /// <summary>Where a number is not known.</summary>
    public const string Unknown = "–";

    private static readonly NumberFormatInfo Swedish = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00a0",
        NegativeSign = "−",
    };

    /// <summary>Points: <c>58</c>, <c>52,5</c>.</summary>
    public static string Points(decimal? points) => points?.ToString("0.##", Swedish) ?? Unknown;

    /// <summary>A share of 0 to 1 in whole per cent: <c>93 %</c>, with a space that does not break.</summary>
    public static string Percent(double? share) =>
        share is { } s ? Whole(100 * s) + "\u00a0%" : Unknown;

    /// <summary><c>12 procentenheter</c> of a difference of shares, without its sign.</summary>
    public static string PercentPoints(double difference)
    {
        var number = Whole(Math.Abs(difference) * 100);
        return number + (number == "1" ? " procentenhet" : " procentenheter");
    }

    /// <summary>With a fixed number of decimals: <c>0,78</c>.</summary>
    public static string Fixed(double value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero)
            .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), Swedish);

    /// <summary>A count in groups of three: <c>140 499</c>.</summary>
    public static string Count(int count) => count.ToString("#,0", Swedish);

    /// <summary>A number without a thousands separator: a year, a page, an area.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Whole(double value) =>
        Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", Swedish);
}
