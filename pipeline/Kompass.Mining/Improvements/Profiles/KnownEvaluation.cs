using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>An evaluation of which figures or lists are known: published scores, carried-over outcomes, a record of this machine, or several of them.</summary>
/// <param name="Profile">Its points.</param>
/// <param name="Outcomes">What its lists name, by code; empty where the lists are not known.</param>
/// <param name="Record">Its record, where the machine has it.</param>
public sealed record KnownEvaluation(
    ScoreProfile Profile,
    IReadOnlyDictionary<string, QuestionOutcome> Outcomes,
    ReportRecord? Record
)
{
    /// <summary>Whose it is.</summary>
    public MunicipalityName Municipality => Profile.Municipality;

    /// <summary>Its year, or null.</summary>
    public int? Year => Profile.Year;

    /// <summary>Its area scores, those that complete sub-questions add up to among them.</summary>
    internal IReadOnlyDictionary<int, decimal> AreaScores { get; } =
        Profile.WithoutQuestions().Areas;

    /// <summary>Whether an evaluator's edited draft tells its outcomes: no report, and written with the model's own suggestions in hand.</summary>
    public bool IsFeedback { get; } =
        Outcomes.Values.Any(o => o.Source == QuestionOutcome.FeedbackSource);

    /// <summary>Whether its lists name a sub-question in a column; null where that is not known.</summary>
    public bool? Names(string question, FindingKind kind) =>
        Outcomes.TryGetValue(question, out var outcome) ? outcome.Is(kind) : null;
}
