using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Drafts;

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
        var (sum, count, onQuestions) = (0.0, 0, false);
        foreach (var (area, score) in own)
        {
            if (other.AreaScores.TryGetValue(area, out var theirs))
            {
                sum += (double)Math.Abs(score - theirs) / profile.Edition.Scale.AreaMax;
                count++;
            }
        }

        if (count < FewestAreas)
        {
            (sum, count, onQuestions) = (0, 0, true);
            foreach (var question in profile.Edition.Questions)
            {
                if (profile.ShareOf(question) - other.Profile.ShareOf(question) is { } difference)
                {
                    sum += Math.Abs(difference);
                    count++;
                }
            }
        }

        return onQuestions && count < FewestQuestions
            ? null
            : new NearestProfile(
                other.Municipality,
                other.Year,
                Math.Round(sum / count * 100, 1, MidpointRounding.AwayFromZero),
                count,
                onQuestions,
                other.Record?.Id
            );
    }
}
