using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Feedback;

/// <summary>What evaluators made of the draft of one evaluation: a file of <c>feedback/</c>. Every reading is kept; the last one of each evaluator counts.</summary>
/// <param name="Schema">Number of this contract; <see cref="CurrentSchema"/>.</param>
/// <param name="Id">Id of the draft: <c>avesta-2014</c>.</param>
/// <param name="Municipality">Whose draft.</param>
/// <param name="Year">Year of the evaluation, or null.</param>
/// <param name="Edition">Id of the instrument's edition.</param>
/// <param name="Readings">The edited documents that were read, oldest first; at least one.</param>
public sealed record FeedbackRecord(
    int Schema,
    string Id,
    MunicipalityName Municipality,
    int? Year,
    string Edition,
    IReadOnlyList<FeedbackReading> Readings
)
{
    /// <summary>The contract that this code writes. It reads the first one too, in which nobody had a name and what nobody looked at counted as kept.</summary>
    public const int CurrentSchema = 2;

    /// <summary>The last reading of each evaluator, in the order of their first.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<FeedbackReading> Current =>
        [
            .. Readings
                .GroupBy(r => r.Evaluator, StringComparer.OrdinalIgnoreCase)
                .Select(g => g.Last()),
        ];

    /// <summary>The reading of the same document that another name was given for, or null.</summary>
    public FeedbackReading? UnderOtherName(FeedbackReading reading) =>
        Readings.LastOrDefault(r => r.Sha256 == reading.Sha256 && r.Evaluator != reading.Evaluator);

    /// <summary>The points that the drafts of its evaluators do not share, sub-questions by code before areas; empty where all were made of the same points.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<DifferingPoints> Differing
    {
        get
        {
            var questions = Differ(
                Current.SelectMany(r => r.Questions.Select(q => (q.Code, r, q.Achieved)))
            );
            var areas = Differ(
                Current.SelectMany(r =>
                    r.Areas.Select(a => (a.Area.ToString(CultureInfo.InvariantCulture), r, a.Score))
                )
            );
            return
            [
                .. questions,
                // An area's sum differs where its sub-questions do.
                .. areas.Where(a =>
                    !questions.Exists(q =>
                        q.Figure.StartsWith(a.Figure + ".", StringComparison.Ordinal)
                    )
                ),
            ];
        }
    }

    private static List<DifferingPoints> Differ(
        IEnumerable<(string Figure, FeedbackReading Reading, decimal? Points)> figures
    ) =>
        [
            .. figures
                .Where(f => f.Points is not null)
                .GroupBy(
                    f => f.Figure,
                    f => (f.Reading.Evaluator, f.Points!.Value),
                    StringComparer.Ordinal
                )
                .Where(g => g.DistinctBy(p => p.Value).Skip(1).Any())
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new DifferingPoints(g.Key, [.. g])),
        ];
}

/// <summary>A figure that evaluators of one draft do not share.</summary>
/// <param name="Figure">Code of the sub-question, or number of the area.</param>
/// <param name="Points">Whose draft has how many points; an evaluator without a name is null.</param>
public sealed record DifferingPoints(
    string Figure,
    IReadOnlyList<(string? Evaluator, decimal Points)> Points
)
{
    /// <summary>In Swedish: <c>1.4 (13 hos Cilla, 3 hos Eva)</c>.</summary>
    public override string ToString() =>
        $"{(Figure.Contains('.', StringComparison.Ordinal) ? "" : "område ")}{Figure} ({string.Join(", ", Points.Select(p => $"{p.Points.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',')} hos {p.Evaluator ?? "någon utan namn"}"))})";
}

/// <summary>What one edited document says.</summary>
/// <param name="Read">When it was read (UTC).</param>
/// <param name="File">Its name, without its folder.</param>
/// <param name="Sha256">Hash of its bytes; a document is not read in twice in a row.</param>
/// <param name="Basis">Id of the model or rule that the suggestions rested on.</param>
/// <param name="Areas">The profile's area scores.</param>
/// <param name="Questions">The profile's points on sub-questions.</param>
/// <param name="Outcomes">What became of each suggestion, in the draft's order.</param>
/// <param name="Added">What the evaluator added to the lists.</param>
/// <param name="OwnWords">What the evaluator wrote besides, by area; areas without any are left out.</param>
/// <param name="Evaluator">Who edited it, or null where that is not known.</param>
public sealed record FeedbackReading(
    DateTimeOffset Read,
    string File,
    string Sha256,
    string Basis,
    IReadOnlyList<FeedbackAreaScore> Areas,
    IReadOnlyList<FeedbackPoints> Questions,
    IReadOnlyList<SuggestionOutcome> Outcomes,
    IReadOnlyList<AddedFinding> Added,
    IReadOnlyList<OwnWords> OwnWords,
    string? Evaluator = null
);

/// <summary>An area's score in the profile of a draft.</summary>
public sealed record FeedbackAreaScore(int Area, decimal? Score, int Max);

/// <summary>A sub-question's points in the profile of a draft.</summary>
public sealed record FeedbackPoints(string Code, decimal? Achieved, int Max);

/// <summary>What an evaluator did with a suggestion.</summary>
public enum SuggestionFate
{
    /// <summary>Left as it was in an area that was gone through; spaces, quotation marks and the full stop do not count.</summary>
    Kept,

    /// <summary>Put in other words.</summary>
    Edited,

    /// <summary>Struck, or moved into the other list.</summary>
    Removed,

    /// <summary>Left as it was in an area where nothing says that anybody looked, or a question that was not answered: says nothing.</summary>
    Skipped,

    /// <summary>Not found, and not struck for sure: says nothing.</summary>
    Unsure,
}

/// <summary>What became of a suggestion.</summary>
/// <param name="SuggestionId">Its id.</param>
/// <param name="Kind">Of which list.</param>
/// <param name="Area">Of which area.</param>
/// <param name="Question">Its sub-question.</param>
/// <param name="Theme">Code of its theme, or null.</param>
/// <param name="Probability">The probability it was given, 0 to 1, or null.</param>
/// <param name="Fate">What was done with it.</param>
/// <param name="Sentence">As it was suggested.</param>
/// <param name="Text">As it stands now; null where it was removed or not found.</param>
public sealed record SuggestionOutcome(
    string SuggestionId,
    FindingKind Kind,
    int Area,
    string Question,
    string? Theme,
    double? Probability,
    SuggestionFate Fate,
    string Sentence,
    string? Text
);

/// <summary>An item that the evaluator added to a list.</summary>
/// <param name="Kind">Of which list.</param>
/// <param name="Area">Of which area.</param>
/// <param name="Question">Its sub-question, where its number stands at the text's beginning or end or it was a suggestion elsewhere; else null.</param>
/// <param name="Text">Its text, without that number.</param>
/// <param name="From">Id of the suggestion that was moved here, or null.</param>
public sealed record AddedFinding(
    FindingKind Kind,
    int Area,
    string? Question,
    string Text,
    string? From
);

/// <summary>What an evaluator wrote in an area besides the lists.</summary>
public sealed record OwnWords(int Area, string Text);
