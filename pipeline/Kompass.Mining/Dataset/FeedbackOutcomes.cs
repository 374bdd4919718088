using Kompass.Mining.Corpus;

namespace Kompass.Mining.Dataset;

/// <summary>
/// Feedback as outcomes of sub-questions, in the form of <c>corpus/improvements/outcomes.csv</c> with the source <c>feedback</c>: what training reads. A
/// sub-question is named where a suggestion on it stands in the list still, or the evaluator added one. It is in doubt where nothing was suggested on it, so that
/// nobody struck it, or where an item without a sub-question was added in its area.
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

    /// <summary>The rows of the last reading of every draft on one of the 290 municipalities whose year is known.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<FeedbackRecord> feedback) =>
        feedback
            .Where(f => f is { Year: not null, Municipality.Code: not null })
            .SelectMany(f => f.Readings[^1].Questions.Select(q => Row(f, f.Readings[^1], q)));

    /// <summary>Writes the file; nothing where there is no feedback.</summary>
    internal static void Write(DataFolder data, IReadOnlyList<FeedbackRecord> feedback) =>
        AtomicFile.Write(
            data.FeedbackOutcomes,
            stream => CsvExport.WriteRows(stream, Columns, Rows(feedback))
        );

    private static IReadOnlyList<object?> Row(
        FeedbackRecord feedback,
        FeedbackReading reading,
        FeedbackPoints points
    )
    {
        var suggested = reading.Outcomes.Where(o => o.Question == points.Code).ToList();
        var named = IsIn(FindingKind.Improvement);
        var praised = IsIn(FindingKind.Strength);
        var isOpen = reading.Added.Any(a =>
            a.Question is null
            && points.Code.StartsWith(
                a.Area.ToString(CultureInfo.InvariantCulture) + ".",
                StringComparison.Ordinal
            )
        );
        return
        [
            feedback.Id,
            feedback.Municipality.Code,
            feedback.Year,
            feedback.Edition,
            points.Code,
            points.Achieved,
            points.Max,
            YesOrNo(named),
            YesOrNo(praised),
            YesOrNo(!named && !praised && (suggested.Count == 0 || isOpen)),
            Source,
        ];

        bool IsIn(FindingKind kind) =>
            suggested.Exists(o => o.Kind == kind && o.Fate != SuggestionFate.Removed)
            || reading.Added.Any(a => a.Kind == kind && a.Question == points.Code);
    }

    private static string YesOrNo(bool value) => value ? "yes" : "no";
}
