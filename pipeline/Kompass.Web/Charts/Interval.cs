using Kompass.Mining.Evaluation;

namespace Kompass.Web.Charts;

/// <summary>A share: of how many how many have something.</summary>
/// <param name="Count">How many have it.</param>
/// <param name="Of">Of how many.</param>
public readonly record struct Interval(int Count, int Of)
{
    /// <summary>The share, 0 to 1; null of nothing.</summary>
    public double? Share => Of > 0 ? (double)Count / Of : null;

    /// <summary>The interval in which the true share lies with 95 % confidence; null of nothing.</summary>
    public WilsonInterval? Bounds => WilsonInterval.Of(Count, Of);
}
