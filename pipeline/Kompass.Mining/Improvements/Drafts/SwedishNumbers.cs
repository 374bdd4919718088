namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// Numbers as Swedish prints them: comma, a space before the per cent sign, halves away from zero. Not of the machine's culture data, so that every machine
/// writes the same.
/// </summary>
public static class SwedishNumbers
{
    /// <summary>Where a number is not known.</summary>
    public const string Unknown = "–";

    private static readonly string[] Words =
    [
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
    ];

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

    /// <summary>A count in words up to twelve: <c>inget</c>, <c>ett</c>, <c>tre</c>, <c>13</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="isNeuter">Whether what is counted is neuter: ett område, en delfråga.</param>
    public static string InWords(int count, bool isNeuter = true) =>
        count switch
        {
            0 => isNeuter ? "inget" : "ingen",
            1 => isNeuter ? "ett" : "en",
            < 13 and > 1 => Words[count - 2],
            _ => Count(count),
        };

    /// <summary>An enumeration: <c>1.1, 1.2 och 1.5</c>.</summary>
    public static string Listed(IReadOnlyList<string> items) =>
        items.Count < 2
            ? string.Concat(items)
            : $"{string.Join(", ", items.SkipLast(1))} och {items[^1]}";

    /// <summary>A sentence with its first letter large.</summary>
    public static string UpperFirst(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>A number without a thousands separator: a year, a page, an area.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Whole(double value) =>
        Math.Round(value, MidpointRounding.AwayFromZero).ToString("0", Swedish);
}
