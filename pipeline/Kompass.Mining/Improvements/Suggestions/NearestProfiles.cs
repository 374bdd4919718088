using Kompass.Mining.Improvements.Evaluations;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Suggestions;

/// <summary>Known evaluations of other municipalities, those with the most alike points first.</summary>
internal static class NearestProfiles
{
    private const int FewestAreas = 4;
    private const int FewestQuestions = 10;

    /// <summary>
    /// All that can be compared: by mean absolute difference of area scores where both have at least four, else of sub-questions where both have
    /// at least ten. Ties by id.
    /// </summary>
    public static IReadOnlyList<(KnownEvaluation Evaluation, NearestProfile Profile)> Of(
        ScoreProfile profile,
        KnownEvaluations known
    )
    {
        var own = profile.WithoutQuestions().Areas;
        return
        [
            .. known
                .ComparableWith(profile)
                .Where(e => !RecordProfile.IsSame(e.Municipality, profile.Municipality))
                .Select(e => (Evaluation: e, Profile: Compare(profile, own, e)))
                .Where(n => n.Profile is not null)
                .Select(n => (n.Evaluation, n.Profile!))
                .OrderBy(n => n.Item2.Distance)
                .ThenBy(n => n.Evaluation.Profile.Id, StringComparer.Ordinal),
        ];
    }

    private static NearestProfile? Compare(
        ScoreProfile profile,
        IReadOnlyDictionary<int, decimal> own,
        KnownEvaluation other
    )
    {
        var theirs = other.Profile.WithoutQuestions().Areas;
        var areas = own.Where(a => theirs.ContainsKey(a.Key))
            .Select(a => (double)Math.Abs(a.Value - theirs[a.Key]) / profile.Edition.Scale.AreaMax)
            .ToList();
        var questions = profile
            .Edition.Areas.SelectMany(a => a.Questions)
            .Select(q => profile.ShareOf(q) - other.Profile.ShareOf(q))
            .OfType<double>()
            .Select(Math.Abs)
            .ToList();
        var (differences, onQuestions) = (areas.Count, questions.Count) switch
        {
            (>= FewestAreas, _) => (areas, false),
            (_, >= FewestQuestions) => (questions, true),
            _ => ([], false),
        };
        return differences.Count == 0
            ? null
            : new NearestProfile(
                other.Municipality,
                other.Year,
                Math.Round(differences.Average() * 100, 1, MidpointRounding.AwayFromZero),
                differences.Count,
                onQuestions,
                other.Record?.Id
            );
    }
}
