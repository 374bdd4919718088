namespace Kompass.Mining.Reports.Scores;

/// <summary>How far printed figures may lie from what they stand for, since they are rounded.</summary>
internal static class Rounding
{
    /// <summary>Points are printed whole.</summary>
    public const decimal OfPoints = 0.5m;

    /// <summary>Percentages are printed whole: half a hundredth of the points that they are of.</summary>
    public const decimal OfShare = 0.005m;

    /// <summary>Whether so many whole numbers can miss their whole sum by as much as the two differ.</summary>
    public static bool Explains(decimal sum, decimal printed, int parts) =>
        Math.Abs(sum - printed) <= parts * OfPoints;
}
