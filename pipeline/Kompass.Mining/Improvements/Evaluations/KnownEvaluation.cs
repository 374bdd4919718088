using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Evaluations;

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

    /// <summary>Whether its lists name a sub-question in a column; null where that is not known.</summary>
    public bool? Names(string question, SuggestionKind kind) =>
        Outcomes.TryGetValue(question, out var outcome) ? outcome.Is(kind) : null;
}

/// <summary>Reads an outcome by column.</summary>
internal static class OutcomeKinds
{
    public static bool Is(this QuestionOutcome outcome, SuggestionKind kind) =>
        kind == SuggestionKind.Improvement ? outcome.Named : outcome.Praised;

    public static SuggestionKind KindOf(FindingKind kind) =>
        kind == FindingKind.Strength ? SuggestionKind.Strength : SuggestionKind.Improvement;
}
