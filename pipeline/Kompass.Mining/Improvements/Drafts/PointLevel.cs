namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Where the points of a sub-question stand; wordings go by it.</summary>
public enum PointLevel
{
    /// <summary>Next to nothing is there.</summary>
    None,

    /// <summary>Something has begun.</summary>
    Begun,

    /// <summary>It works, though not everywhere or in every part.</summary>
    Uneven,

    /// <summary>It is good.</summary>
    Good,
}

/// <summary>The levels of shares of points. Where their bounds stand was decided, not learned.</summary>
internal static class PointLevels
{
    private const double Begun = 0.2;
    private const double Uneven = 0.5;
    private const double Good = 0.85;

    /// <summary>From here on an area is so good that most of it is in place.</summary>
    public const double High = 0.7;

    /// <summary>From here on nothing is left that an evaluator could ask for.</summary>
    public const double Full = 0.95;

    /// <summary>The level of a share of 0 to 1.</summary>
    public static PointLevel Of(double share) =>
        share < Begun ? PointLevel.None
        : share < Uneven ? PointLevel.Begun
        : share < Good ? PointLevel.Uneven
        : PointLevel.Good;
}
