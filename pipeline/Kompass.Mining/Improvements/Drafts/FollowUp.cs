using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>What became of an earlier report of the same municipality.</summary>
/// <param name="Year">Year of the earlier evaluation.</param>
/// <param name="ReportId">Id of its record on this machine, or null where only its outcomes are known.</param>
/// <param name="Asked">The sub-questions that it named for sure as improvement areas or weaknesses, in order of number.</param>
/// <param name="LostStrengths">The sub-questions that it named as strengths and that have fewer points now.</param>
public sealed record DraftFollowUp(
    int Year,
    string? ReportId,
    IReadOnlyList<FollowUpItem> Asked,
    IReadOnlyList<FollowUpItem> LostStrengths
)
{
    /// <summary>
    /// Codes of the sub-questions that it may have named as improvement areas or weaknesses, in order: its text, or what was read of it, does not tell for sure.
    /// </summary>
    public IReadOnlyList<string> InDoubt { get; init; } = [];
}

/// <summary>A sub-question of an earlier report.</summary>
/// <param name="Question">Its code.</param>
/// <param name="QuestionText">The edition's wording.</param>
/// <param name="Then">Points then, or null.</param>
/// <param name="Now">Points now, or null.</param>
/// <param name="Max">Highest points.</param>
/// <param name="State">What the points tell.</param>
/// <param name="Findings">What the earlier report said, word for word; empty where its record is not here.</param>
public sealed record FollowUpItem(
    string Question,
    string QuestionText,
    decimal? Then,
    decimal? Now,
    int Max,
    FollowUpState State,
    IReadOnlyList<QuotedFinding> Findings
);

/// <summary>What the points tell of something that was asked for.</summary>
public enum FollowUpState
{
    /// <summary>The points are at the top now, whatever they were.</summary>
    Reached,

    /// <summary>There are more points than then, and some left.</summary>
    Risen,

    /// <summary>There are as many as then.</summary>
    Unchanged,

    /// <summary>There are fewer than then.</summary>
    Fallen,

    /// <summary>One of the two is not known, and the points are not known to be at the top now.</summary>
    Unknown,
}

/// <summary>Makes the follow-up.</summary>
internal static class FollowUp
{
    /// <summary>The follow-up of the latest earlier report whose lists are known and whose scale is the same, or null where there is none.</summary>
    public static DraftFollowUp? Of(ScoreProfile profile, KnownEvaluations known)
    {
        var earlier = known.ReportBefore(profile);
        return earlier is null
            ? null
            : new DraftFollowUp(
                earlier.Year!.Value,
                earlier.Record?.Id,
                [.. Items(FindingKind.Improvement)],
                [.. Items(FindingKind.Strength).Where(i => i.State == FollowUpState.Fallen)]
            )
            {
                InDoubt = [.. Named(FindingKind.Improvement, isInDoubt: true).Select(q => q.Code)],
            };

        IEnumerable<FollowUpItem> Items(FindingKind column) =>
            Named(column, isInDoubt: false).Select(q => Item(profile, earlier, q, column));

        IEnumerable<Question> Named(FindingKind column, bool isInDoubt) =>
            profile.Edition.Questions.Where(q =>
                earlier.Names(q.Code, column) == true && earlier.Outcomes[q.Code].Doubt == isInDoubt
            );
    }

    private static FollowUpItem Item(
        ScoreProfile profile,
        KnownEvaluation earlier,
        Question question,
        FindingKind column
    )
    {
        var then = earlier.Profile.PointsOn(question.Code);
        var now = profile.PointsOn(question.Code);
        return new FollowUpItem(
            question.Code,
            question.Text,
            then,
            now,
            question.Max,
            StateOf(then, now, question.Max, column),
            [.. QuotedFinding.On(earlier, question.Code, column)]
        );
    }

    private static FollowUpState StateOf(
        decimal? then,
        decimal? now,
        int max,
        FindingKind column
    ) =>
        column == FindingKind.Improvement
        && now is { } points
        && PointLevels.Of((double)points / max) == PointLevel.Good
            ? FollowUpState.Reached
            : (now - then) switch
            {
                null => FollowUpState.Unknown,
                > 0 => FollowUpState.Risen,
                < 0 => FollowUpState.Fallen,
                _ => FollowUpState.Unchanged,
            };
}
