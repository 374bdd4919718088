using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>
/// What the prediction sees of a sub-question: figures of the profile and of what it is compared with, and what the report before named; never the report's text. Where the points of the
/// sub-question are not known, the share of its area stands in, and a feature of its own says so.
/// </summary>
internal static class QuestionFeatures
{
    /// <summary>Share of points, 0 to 1.</summary>
    public const string Share = "share";

    /// <summary>Points left to win.</summary>
    public const string PointsLeft = "points-left";

    /// <summary>Rank of its share within the area, 0 for the lowest, 1 for the highest; one half where not known.</summary>
    public const string Rank = "rank-in-area";

    /// <summary>Share less the mean of known evaluations.</summary>
    public const string ToMean = "to-mean";

    /// <summary>Share less the municipality's own level.</summary>
    public const string ToOwnLevel = "to-own-level";

    /// <summary>Log-odds of the rate at which lists name it.</summary>
    public const string BaseRate = "base-rate";

    /// <summary>The municipality's own level, 0 to 1.</summary>
    public const string OwnLevel = "own-level";

    /// <summary>Share less the share of last time (of the area, where its own is not known); 0 where there is no last time on the same scale.</summary>
    public const string Change = "change";

    /// <summary>1 where the municipality's report before names it in the column, -1 where it does not; 0 where that is not known.</summary>
    public const string NamedBefore = "named-before";

    /// <summary>1 where its points are not known.</summary>
    public const string PointsUnknown = "points-unknown";

    /// <summary>All, in the order of a row.</summary>
    public static readonly FeatureSpace Space = new([
        Share,
        PointsLeft,
        Rank,
        ToMean,
        ToOwnLevel,
        BaseRate,
        OwnLevel,
        Change,
        NamedBefore,
        PointsUnknown,
    ]);

    /// <summary>The two that every evaluator looks at; the others must earn their weight (a stronger penalty).</summary>
    public static bool IsPrimary(int index) => index < 2;

    /// <summary>The row of a sub-question.</summary>
    /// <param name="profile">Whose points.</param>
    /// <param name="area">Its area.</param>
    /// <param name="question">Which.</param>
    /// <param name="reference">What the points are compared with.</param>
    /// <param name="before">The municipality's report before this one, or null.</param>
    /// <param name="kind">In which column it may be named.</param>
    public static double[] Of(
        ScoreProfile profile,
        Area area,
        Question question,
        Reference reference,
        KnownEvaluation? before,
        FindingKind kind
    )
    {
        var known = profile.ShareOf(question);
        var share = known ?? profile.ShareOf(area);
        var rate = reference.BaseRate(kind, question.Code);
        var level = profile.Level;
        return
        [
            share,
            question.Max * (1 - share),
            RankOf(profile, area, known),
            share - reference.MeanOf(area, question),
            share - level,
            Math.Log(rate / (1 - rate)),
            level,
            ChangeOf(profile, area, question) ?? 0,
            before?.Names(question.Code, kind) switch
            {
                true => 1,
                false => -1,
                null => 0,
            },
            known is null ? 1 : 0,
        ];
    }

    /// <summary>Difference of share to last time, or null where there is no last time on the same scale.</summary>
    public static double? ChangeOf(ScoreProfile profile, Area area, Question question)
    {
        if (profile.LastComparable is not { } last)
        {
            return null;
        }

        if (profile.ShareOf(question) is { } now && Shares.Of(last.Questions, question) is { } then)
        {
            return now - then;
        }

        return Shares.Of(profile.Edition, last.Areas, last.Questions, area) is { } before
            ? profile.ShareOf(area) - before
            : null;
    }

    private static double RankOf(ScoreProfile profile, Area area, double? share)
    {
        var shares = area.Questions.Select(profile.ShareOf).OfType<double>().ToList();
        if (share is not { } own || shares.Count < 2)
        {
            return 0.5;
        }

        var below = shares.Count(s => s < own);
        var alike = shares.Count(s => s == own) - 1;
        return (below + (alike / 2.0)) / (shares.Count - 1);
    }
}
