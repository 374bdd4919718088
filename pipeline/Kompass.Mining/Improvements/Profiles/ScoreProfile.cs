using System.Collections.ObjectModel;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>How much a profile tells.</summary>
public enum ProfileKind
{
    /// <summary>Points of at least one sub-question are known.</summary>
    Questions,

    /// <summary>Nothing but area scores.</summary>
    Areas,
}

/// <summary>
/// The points of one municipality in one evaluation: what a suggestion starts from. Some sub-questions may be missing, and so may areas, but not all of both.
/// </summary>
/// <param name="Id">As of a report: <c>avesta-2014</c>.</param>
/// <param name="Source">Where it comes from, for people: <c>avesta-2014</c>, <c>profil.csv</c>, <c>corpus/catalogue.csv</c>.</param>
/// <param name="Municipality">Whose points they are; the code is null where it is none of the 290.</param>
/// <param name="Year">Year of the evaluation, or null.</param>
/// <param name="Edition">The instrument; one whose sub-questions are known.</param>
/// <param name="Areas">Score by area number, 0 to the edition's highest.</param>
/// <param name="Questions">Points by code of the sub-question, 0 to its highest.</param>
/// <param name="Total">Printed total, or null.</param>
/// <param name="Population">Inhabitants, or null.</param>
/// <param name="Previous">Earlier evaluations of the same municipality, latest first.</param>
public sealed record ScoreProfile(
    string Id,
    string Source,
    MunicipalityName Municipality,
    int? Year,
    Edition Edition,
    IReadOnlyDictionary<int, decimal> Areas,
    IReadOnlyDictionary<string, decimal> Questions,
    decimal? Total,
    int? Population,
    IReadOnlyList<EarlierScores> Previous
)
{
    /// <summary>What was perhaps not rightly read of a report, by name: <c>areas/3</c>, <c>questions/3.2</c>, <c>total</c>.</summary>
    public IReadOnlySet<string> InDoubt { get; init; } =
        new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How much it tells.</summary>
    public ProfileKind Kind => Questions.Count > 0 ? ProfileKind.Questions : ProfileKind.Areas;

    /// <summary>Whether it tells anything at all.</summary>
    public bool IsEmpty => Questions.Count == 0 && Areas.Count == 0;

    /// <summary>The municipality's own level, 0 to 1: the mean share of its areas. Where some are not known the total tells it better than the others do.</summary>
    public double Level =>
        Total is { } total && Areas.Count < Edition.Areas.Count
            ? (double)total / Edition.Scale.TotalMax
            : Shares.LevelOf(Edition, Areas, Questions) ?? 0.5;

    /// <summary>Whether anything tells the municipality's own level.</summary>
    internal bool IsLevelKnown =>
        Total is not null || Shares.LevelOf(Edition, Areas, Questions) is not null;

    /// <summary>Whether an area is known: its score, or sub-questions that hold half of its points.</summary>
    public bool Knows(Area area) => Shares.Of(Edition, Areas, Questions, area) is not null;

    /// <summary>The points on a sub-question, or null where they are not known.</summary>
    public decimal? PointsOn(string question) =>
        Questions.TryGetValue(question, out var points) ? points : null;

    /// <summary>The share of points on a sub-question, 0 to 1, or null where its points are not known.</summary>
    public double? ShareOf(Question question) => Shares.Of(Questions, question);

    /// <summary>
    /// The share of points in an area, 0 to 1: its score, else that of its known sub-questions where they hold half of its points, else the municipality's level.
    /// </summary>
    public double ShareOf(Area area) => Shares.Of(Edition, Areas, Questions, area) ?? Level;

    /// <summary>The latest earlier evaluation on the same scale, or null.</summary>
    public EarlierScores? LastComparable => Previous.FirstOrDefault(p => p.Comparable);

    /// <summary>The same profile as if only area scores had been published.</summary>
    public ScoreProfile WithoutQuestions()
    {
        var areas = new SortedDictionary<int, decimal>();
        foreach (var area in Edition.Areas)
        {
            if (Areas.TryGetValue(area.Number, out var score))
            {
                areas[area.Number] = score;
            }
            else if (area.Questions.All(q => Questions.ContainsKey(q.Code)))
            {
                areas[area.Number] = area.Questions.Sum(q => Questions[q.Code]);
            }
        }

        return this with
        {
            Areas = areas,
            Questions = ReadOnlyDictionary<string, decimal>.Empty,
            Previous =
            [
                .. Previous.Select(p =>
                    p with
                    {
                        Questions = ReadOnlyDictionary<string, decimal>.Empty,
                    }
                ),
            ],
        };
    }
}

/// <summary>What is known of an earlier evaluation of the same municipality.</summary>
/// <param name="Year">Its year, or null.</param>
/// <param name="Comparable">Whether its figures stand on the same scale.</param>
/// <param name="Areas">Score by area number.</param>
/// <param name="Questions">Points by code; empty where they are not known.</param>
/// <param name="Total">Its total, or null.</param>
public sealed record EarlierScores(
    int? Year,
    bool Comparable,
    IReadOnlyDictionary<int, decimal> Areas,
    IReadOnlyDictionary<string, decimal> Questions,
    decimal? Total
);

/// <summary>Shares of points, 0 to 1.</summary>
internal static class Shares
{
    public static double? Of(IReadOnlyDictionary<string, decimal> points, Question question) =>
        points.TryGetValue(question.Code, out var achieved)
            ? (double)achieved / question.Max
            : null;

    public static double? Of(
        Edition edition,
        IReadOnlyDictionary<int, decimal> areas,
        IReadOnlyDictionary<string, decimal> points,
        Area area
    )
    {
        if (areas.TryGetValue(area.Number, out var score))
        {
            return (double)score / edition.Scale.AreaMax;
        }

        // One or two of six sub-questions say little of the others.
        var known = area.Questions.Where(q => points.ContainsKey(q.Code)).ToList();
        return known.Count == 0 || 2 * known.Sum(q => q.Max) < area.Questions.Sum(q => q.Max)
            ? null
            : (double)known.Sum(q => points[q.Code]) / known.Sum(q => q.Max);
    }

    /// <summary>Mean over the areas of which something is known, or null.</summary>
    public static double? LevelOf(
        Edition edition,
        IReadOnlyDictionary<int, decimal> areas,
        IReadOnlyDictionary<string, decimal> points
    )
    {
        var shares = edition
            .Areas.Select(a => Of(edition, areas, points, a))
            .OfType<double>()
            .ToList();
        return shares.Count == 0 ? null : shares.Average();
    }
}
