using Kompass.Mining.Documents;

namespace Kompass.Mining.Reports.Scores;

/// <summary>A place that states an area's score or the total, for this evaluation (<see cref="Year"/> null) or an earlier one.</summary>
/// <param name="Area">1 to 8, or 0 for the total.</param>
/// <param name="Year">The evaluation's year as its column or chapter tells, null where it is this evaluation's.</param>
/// <param name="Value">The stated value.</param>
/// <param name="Place">Where.</param>
/// <param name="Via">By which way.</param>
/// <param name="Confidence">How surely its characters were read.</param>
internal sealed record Witness(
    int Area,
    int? Year,
    decimal Value,
    Place Place,
    string Via,
    double Confidence = 1
)
{
    /// <summary>The area number of a total.</summary>
    public const int Total = 0;

    /// <summary>The year of an earlier evaluation that the document does not tell.</summary>
    public const int UnknownYear = 0;

    public Source Source => Source.Of(Place, Via);
}
