using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;

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

    /// <summary>
    /// What it asked for, or called a weakness, that stands with none of the sub-questions in <see cref="Asked"/>: it is of another sub-question, of a whole area, or
    /// its text or label is in doubt. Empty where its record is not here.
    /// </summary>
    public IReadOnlyList<UnplacedFinding> Unplaced { get; init; } = [];
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

/// <summary>A finding of an earlier report of which it is not sure what sub-question it answers.</summary>
/// <param name="Finding">Word for word.</param>
/// <param name="Questions">The sub-questions that it may be of, the likeliest first; <c>6.0</c> is area 6 as a whole.</param>
/// <param name="IsTextInDoubt">Whether its words, or its list, were perhaps not rightly read.</param>
public sealed record UnplacedFinding(
    QuotedFinding Finding,
    IReadOnlyList<string> Questions,
    bool IsTextInDoubt
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
        if (known.ReportBefore(profile) is not { } earlier)
        {
            return null;
        }

        var asked = Items(FindingKind.Improvement).ToList();
        return new DraftFollowUp(
            earlier.Year!.Value,
            earlier.Record?.Id,
            asked,
            [.. Items(FindingKind.Strength).Where(i => i.State == FollowUpState.Fallen)]
        )
        {
            InDoubt = [.. Named(FindingKind.Improvement, isInDoubt: true).Select(q => q.Code)],
            Unplaced = [.. Unplaced(earlier, asked)],
        };

        IEnumerable<FollowUpItem> Items(FindingKind column) =>
            Named(column, isInDoubt: false).Select(q => Item(profile, earlier, q, column));

        IEnumerable<Question> Named(FindingKind column, bool isInDoubt) =>
            profile.Edition.Questions.Where(q =>
                earlier.Names(q.Code, column) == true
                && (earlier.Outcomes[q.Code].Doubt && !IsNamedForSure(earlier, q.Code, column))
                    == isInDoubt
            );
    }

    // What is in doubt beside it does not make it doubtful.
    private static bool IsNamedForSure(
        KnownEvaluation earlier,
        string question,
        FindingKind column
    ) =>
        earlier.Record?.Findings.Any(f =>
            f.Question == question
            && QuestionOutcome.ColumnOf(f.Kind) == column
            && f.Confidence >= Finding.DoubtBelow
            && f.QuestionProbability is not < RecordOutcomes.LeastLikely
        ) == true;

    private static IEnumerable<UnplacedFinding> Unplaced(
        KnownEvaluation earlier,
        List<FollowUpItem> asked
    )
    {
        var quoted = asked
            .SelectMany(i => i.Findings)
            .Select(f => f.FindingId)
            .ToHashSet(StringComparer.Ordinal);
        return (earlier.Record?.Findings ?? [])
            .Where(f =>
                QuestionOutcome.ColumnOf(f.Kind) == FindingKind.Improvement
                && f.Question is not null
                && !quoted.Contains(f.Id)
            )
            .Select(f => new UnplacedFinding(
                QuotedFinding.Of(earlier, f),
                [.. new[] { f.Question, f.QuestionOr }.OfType<string>()],
                f.Confidence < Finding.DoubtBelow
            ));
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
