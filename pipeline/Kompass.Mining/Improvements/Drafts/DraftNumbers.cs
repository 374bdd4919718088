namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Numbers as Swedish text writes them, whatever the machine's culture is.</summary>
internal static class DraftNumbers
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

    /// <summary>A share of 0 to 1 in whole percent: <c>93 %</c>, with a space that does not break.</summary>
    public static string Percent(double? share) =>
        share is { } s ? Math.Round(100 * s).ToString("0", Swedish) + "\u00a0%" : Unknown;

    /// <summary>With a fixed number of decimals: <c>0,78</c>.</summary>
    public static string Fixed(double value, int decimals) =>
        value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), Swedish);

    /// <summary>A count in groups of three: <c>140 499</c>.</summary>
    public static string Count(int count) => count.ToString("#,0", Swedish);
}
