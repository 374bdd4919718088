namespace Kompass.Mining.Improvements.Suggestions;

/// <summary>Numbers as Swedish prints them: comma, a space before the per cent sign. Not of the machine's culture data, so that every machine writes the same.</summary>
internal static class SwedishNumbers
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary><c>9,5</c>, <c>12</c>.</summary>
    public static string Points(decimal points) =>
        points.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary><c>47 %</c> of a share of 0 to 1.</summary>
    public static string Percent(double share) =>
        Whole(share * 100) + NoBreakSpace.ToString() + "%";

    /// <summary><c>12 procentenheter</c> of a difference of shares, without its sign.</summary>
    public static string PercentPoints(double difference)
    {
        var number = Whole(Math.Abs(difference) * 100);
        return number + (number == "1" ? " procentenhet" : " procentenheter");
    }

    /// <summary><c>0,86</c>.</summary>
    public static string Decimals(double value) =>
        value.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',').Replace('-', '−');

    private static string Whole(double value) =>
        Math.Round(value, MidpointRounding.AwayFromZero)
            .ToString("0", CultureInfo.InvariantCulture);
}
