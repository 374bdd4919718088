namespace Kompass.Mining.Evaluation;

/// <summary>
/// The interval in which a share lies with some confidence (Wilson, Probable inference, the law of succession, and statistical inference, JASA 22, 1927): also for few
/// cases, and never outside 0 to 1. It tells the chance of the draw only, not whether the reports that are in the dataset are like those that are not.
/// </summary>
/// <param name="Low">0 to 1.</param>
/// <param name="High">0 to 1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    /// <summary>The normal distribution's 97.5th percentile: both bounds together hold with 95 % confidence.</summary>
    public const double TwoSided = 1.959964;

    /// <summary>Its 95th percentile: each bound does.</summary>
    public const double OneSided = 1.644854;

    /// <summary>Of <paramref name="successes"/> among <paramref name="cases"/>, with the percentile <paramref name="z"/>; null without cases.</summary>
    public static WilsonInterval? Of(long successes, long cases, double z = TwoSided)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, cases);
        if (cases == 0)
        {
            return null;
        }

        var share = successes / (double)cases;
        var weight = 1 + (z * z / cases);
        var middle = (share + (z * z / (2 * cases))) / weight;
        var half =
            z / weight * Math.Sqrt((share * (1 - share) / cases) + (z * z / (4.0 * cases * cases)));
        return new WilsonInterval(
            successes == 0 ? 0 : Math.Max(0, middle - half),
            successes == cases ? 1 : Math.Min(1, middle + half)
        );
    }
}
