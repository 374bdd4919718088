using Kompass.Mining.Corpus;

namespace Kompass.Mining.Dataset.Feedback;

/// <summary>
/// The feedback as rows: <c>csv/feedback.csv</c>, one a suggestion or added item, marked as feedback so that nobody takes them for findings of printed reports.
/// </summary>
public static class FeedbackExport
{
    /// <summary>What stands in the column <c>origin</c>.</summary>
    public const string Origin = "feedback";

    /// <summary>The columns. <c>named</c> is 1 where the evaluator names the sub-question in that list, 0 where the suggestion was struck, empty where nobody looked at it or it was not found for sure.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "origin",
        "draft_id",
        "municipality_code",
        "municipality_name",
        "year",
        "edition",
        "kind",
        "area",
        "question",
        "theme",
        "named",
        "outcome",
        "probability",
        "achieved",
        "max",
        "text",
        "basis",
        "evaluator",
    ];

    /// <summary>The rows of each evaluator's last reading of every draft.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<FeedbackRecord> feedback) =>
        feedback.SelectMany(f => f.Current.SelectMany(reading => Rows(f, reading)));

    private static IEnumerable<IReadOnlyList<object?>> Rows(
        FeedbackRecord f,
        FeedbackReading reading
    )
    {
        var points = reading.Questions.ToDictionary(q => q.Code, StringComparer.Ordinal);
        return reading
            .Outcomes.Select(o =>
                Row(
                    o.Kind,
                    o.Area,
                    o.Question,
                    o.Theme,
                    o.Fate switch
                    {
                        SuggestionFate.Removed => 0,
                        SuggestionFate.Kept or SuggestionFate.Edited => 1,
                        _ => null,
                    },
                    o.Fate.ToString().ToLowerInvariant(),
                    o.Probability,
                    o.Text ?? o.Sentence
                )
            )
            .Concat(
                reading.Added.Select(a =>
                    Row(a.Kind, a.Area, a.Question, null, 1, "added", null, a.Text)
                )
            );

        IReadOnlyList<object?> Row(
            FindingKind kind,
            int area,
            string? question,
            string? theme,
            int? named,
            string outcome,
            double? probability,
            string text
        )
        {
            var known = question is null ? null : points.GetValueOrDefault(question);
            return
            [
                Origin,
                f.Id,
                f.Municipality.Code,
                f.Municipality.Name,
                f.Year,
                f.Edition,
                kind,
                area,
                question,
                theme,
                named,
                outcome,
                probability,
                known?.Achieved,
                known?.Max,
                text,
                reading.Basis,
                reading.Evaluator,
            ];
        }
    }

    /// <summary>Writes this file and <see cref="FeedbackOutcomes"/>; nothing where there is no feedback.</summary>
    internal static void WriteIfAny(DataFolder data)
    {
        var feedback = new FeedbackStore(data).All().ToList();
        if (feedback.Count > 0)
        {
            AtomicFile.Write(
                Path.Combine(data.Csv, "feedback.csv"),
                stream => CsvExport.WriteRows(stream, Columns, Rows(feedback))
            );
            FeedbackOutcomes.Write(data, feedback);
        }
    }
}
