namespace Kompass.Mining.Dataset.Feedback;

/// <summary>
/// The feedback as rows: <c>csv/feedback.csv</c>, one a suggestion or added item, marked as feedback so that nobody takes them for findings of printed reports.
/// </summary>
public static class FeedbackExport
{
    /// <summary>What stands in the column <c>origin</c>.</summary>
    public const string Origin = "feedback";

    private static readonly (string Name, Func<Line, object?> Value)[] Cells =
    [
        ("origin", _ => Origin),
        ("draft_id", x => x.Draft.Id),
        ("municipality_code", x => x.Draft.Municipality.Code),
        ("municipality_name", x => x.Draft.Municipality.Name),
        ("year", x => x.Draft.Year),
        ("edition", x => x.Draft.Edition),
        ("kind", x => x.Kind),
        ("area", x => x.Area),
        ("question", x => x.Question),
        ("theme", x => x.Theme),
        ("named", x => x.Named),
        ("outcome", x => x.Outcome),
        ("probability", x => x.Probability),
        ("achieved", x => x.Points?.Achieved),
        ("max", x => x.Points?.Max),
        ("text", x => x.Text),
        ("basis", x => x.Reading.Basis),
        ("evaluator", x => x.Reading.Evaluator),
    ];

    /// <summary>The columns. <c>named</c> is 1 where the evaluator names the sub-question in that list, 0 where the suggestion was struck, empty where nobody looked at it or it was not found for sure.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Cells.Select(c => c.Name)];

    /// <summary>The rows of each evaluator's last reading of every draft.</summary>
    public static IEnumerable<IReadOnlyList<object?>> Rows(IEnumerable<FeedbackRecord> feedback) =>
        feedback
            .SelectMany(f => f.Current.SelectMany(reading => Lines(f, reading)))
            .Select(line => Cells.Select(c => c.Value(line)).ToArray());

    private static IEnumerable<Line> Lines(FeedbackRecord draft, FeedbackReading reading) =>
        reading
            .Outcomes.Select(o => new Line(draft, reading, o.Kind, o.Area, o.Question)
            {
                Theme = o.Theme,
                Named = o.Fate switch
                {
                    SuggestionFate.Removed => 0,
                    SuggestionFate.Kept or SuggestionFate.Edited => 1,
                    _ => null,
                },
                Outcome = o.Fate.ToString().ToLowerInvariant(),
                Probability = o.Probability,
                Text = o.Text ?? o.Sentence,
            })
            .Concat(
                reading.Added.Select(a => new Line(draft, reading, a.Kind, a.Area, a.Question)
                {
                    Named = 1,
                    Outcome = "added",
                    Text = a.Text,
                })
            );

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

    // A suggestion, or an item that was added.
    private sealed record Line(
        FeedbackRecord Draft,
        FeedbackReading Reading,
        FindingKind Kind,
        int Area,
        string? Question
    )
    {
        public string? Theme { get; init; }

        public int? Named { get; init; }

        public required string Outcome { get; init; }

        public double? Probability { get; init; }

        public required string Text { get; init; }

        public FeedbackPoints? Points => Reading.Questions.FirstOrDefault(q => q.Code == Question);
    }
}
