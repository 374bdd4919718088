using Kompass.Mining.Evaluation;

namespace Kompass.Mining.Dataset.Feedback;

/// <summary>What became of the suggestions on one theme, over the last reading of each evaluator; what nobody looked at is not counted.</summary>
/// <param name="Theme">Code of the theme, or null for those without one.</param>
/// <param name="Kind">Of which list.</param>
/// <param name="Kept">Left as they were.</param>
/// <param name="Edited">Put in other words.</param>
/// <param name="Removed">Struck.</param>
public sealed record FeedbackRate(
    string? Theme,
    FindingKind Kind,
    int Kept,
    int Edited,
    int Removed
)
{
    /// <summary>All suggestions.</summary>
    public int Suggested => Kept + Edited + Removed;

    /// <summary>Share that was kept, edited or not, 0 to 1.</summary>
    public double UsedShare => (double)(Kept + Edited) / Suggested;
}

/// <summary>Counts feedback.</summary>
public static class FeedbackRates
{
    /// <summary>Rates by theme and list, themes by code.</summary>
    public static IReadOnlyList<FeedbackRate> ByTheme(IEnumerable<FeedbackRecord> feedback) =>
        [
            .. feedback
                .SelectMany(f => f.Current)
                .SelectMany(r => r.Outcomes)
                .Where(o => o.Fate is not (SuggestionFate.Skipped or SuggestionFate.Unsure))
                .GroupBy(o => (o.Theme, o.Kind))
                .Select(g => new FeedbackRate(
                    g.Key.Theme,
                    g.Key.Kind,
                    g.Count(o => o.Fate == SuggestionFate.Kept),
                    g.Count(o => o.Fate == SuggestionFate.Edited),
                    g.Count(o => o.Fate == SuggestionFate.Removed)
                ))
                .OrderBy(r => r.Theme, StringComparer.Ordinal)
                .ThenBy(r => r.Kind),
        ];

    /// <summary>How far evaluators of the same drafts agree on which suggestions stay (Gwet's AC1, -1 to 1), or null where no draft has two evaluators. Only the same words can be agreed on.</summary>
    public static double? Agreement(IEnumerable<FeedbackRecord> feedback) =>
        GwetAgreement.Of(
            feedback.SelectMany(f =>
                f.Current.SelectMany(r => r.Outcomes)
                    .Where(o => o.Fate is not (SuggestionFate.Skipped or SuggestionFate.Unsure))
                    .GroupBy(o => (o.SuggestionId, o.Sentence))
                    .Select(g =>
                        (
                            Yes: g.Count(o => o.Fate != SuggestionFate.Removed),
                            No: g.Count(o => o.Fate == SuggestionFate.Removed)
                        )
                    )
            )
        );
}
