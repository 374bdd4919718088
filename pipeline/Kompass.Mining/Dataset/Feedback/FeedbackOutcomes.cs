namespace Kompass.Mining.Dataset.Feedback;

/// <summary>
/// Feedback as outcomes of sub-questions, in the form of <c>corpus/improvements/outcomes.csv</c> with the source <c>feedback</c>: what training reads. A
/// sub-question is named where an evaluator kept or edited a suggestion on it or added one, and not named where she struck it. What she did not look at, and what
/// could not be found again for sure, is left out. It is in doubt where evaluators are evenly divided, or their drafts had other points on it; then it has none.
/// </summary>
public static class FeedbackOutcomes
{
    /// <summary>What stands in the column <c>source</c>.</summary>
    public const string Source = "feedback";

    private static readonly string[] Columns =
    [
        "report",
        "municipality_code",
        "year",
        "edition",
        "question",
        "achieved",
        "max",
        "named",
        "praised",
        "doubt",
        "source",
    ];

    /// <summary>The rows of every draft on one of the 290 municipalities whose year is known; only sub-questions of which a reading tells something for sure.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<FeedbackRecord> feedback) =>
        feedback
            .Where(f => f is { Year: not null, Municipality.Code: not null })
            .SelectMany(f =>
                f.Current.SelectMany(r => r.Questions)
                    .DistinctBy(q => q.Code, StringComparer.Ordinal)
                    .Select(q => Row(f, q.Code, q.Max))
            )
            .OfType<IReadOnlyList<object?>>();

    /// <summary>Writes the file; nothing where there is no feedback.</summary>
    internal static void Write(DataFolder data, IReadOnlyList<FeedbackRecord> feedback) =>
        AtomicFile.Write(
            data.FeedbackOutcomes,
            stream => CsvExport.WriteRows(stream, Columns, Rows(feedback))
        );

    private static IReadOnlyList<object?>? Row(FeedbackRecord feedback, string question, int max)
    {
        var (named, isNamedOpen) = Vote(feedback, question, FindingKind.Improvement);
        var (praised, isPraisedOpen) = Vote(feedback, question, FindingKind.Strength);
        var points = feedback
            .Current.SelectMany(r => r.Questions)
            .Where(q => q.Code == question && q.Achieved is not null)
            .Select(q => q.Achieved)
            .Distinct()
            .ToList();
        return named is null && praised is null
            ? null
            :
            [
                feedback.Id,
                feedback.Municipality.Code,
                feedback.Year,
                feedback.Edition,
                question,
                points.Count == 1 ? points[0] : null,
                max,
                YesOrNo(named),
                YesOrNo(praised),
                isNamedOpen || isPraisedOpen || points.Count > 1 ? "yes" : "no",
                Source,
            ];
    }

    // One vote an evaluator: yes for what stands in the list, no for what was struck and nowhere added. Even votes are yes, in doubt.
    private static (bool? IsIn, bool IsOpen) Vote(
        FeedbackRecord feedback,
        string question,
        FindingKind kind
    )
    {
        var votes = feedback
            .Current.Select(r =>
                r.Added.Any(a => a.Kind == kind && a.Question == question) ? true
                : r.Outcomes.FirstOrDefault(o => o.Kind == kind && o.Question == question)
                    is { } outcome
                    ? outcome.Fate switch
                    {
                        SuggestionFate.Kept or SuggestionFate.Edited => true,
                        SuggestionFate.Removed when !IsOpen(r, outcome.Area) => false,
                        _ => (bool?)null,
                    }
                : null
            )
            .OfType<bool>()
            .ToList();
        var yes = votes.Count(v => v);
        return votes.Count == 0 ? (null, false) : (2 * yes >= votes.Count, 2 * yes == votes.Count);
    }

    // An item without a number may be on what was struck.
    private static bool IsOpen(FeedbackReading reading, int area) =>
        reading.Added.Any(a => a.Question is null && a.Area == area);

    private static string YesOrNo(bool? value) =>
        value switch
        {
            true => "yes",
            false => "no",
            null => "",
        };
}
