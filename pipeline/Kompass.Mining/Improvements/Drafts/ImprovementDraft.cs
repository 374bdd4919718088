using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// What an evaluator is given for one scored municipality: the sub-questions that are likely to be named as improvement areas, and those likely to be praised,
/// area by area, with reasons and evidence. Plain data; drafts in every format (docx, md, html, json) are drawn from it and from nothing else.
/// </summary>
/// <param name="Schema">Number of this contract; <see cref="CurrentSchema"/>.</param>
/// <param name="Id">Id of the profile it was made for, as of a report: <c>avesta-2014</c>.</param>
/// <param name="Municipality">Whose profile it is.</param>
/// <param name="Year">Year of the evaluation, or null where the profile gives none.</param>
/// <param name="Edition">Id of the instrument's edition.</param>
/// <param name="Basis">What the probabilities rest on.</param>
/// <param name="Profile">The points that were given.</param>
/// <param name="Areas">All areas of the edition, by number; each with its suggestions.</param>
/// <param name="Nearest">The nearest score profiles among the known evaluations, nearest first; at most five.</param>
/// <param name="Method">How good the probabilities are, and their limits.</param>
/// <param name="Ranking">Every sub-question of the edition, most likely improvement area first; <paramref name="Areas"/> holds only what is proposed.</param>
/// <param name="FollowUp">What became of the municipality's last report, or null where none is known.</param>
/// <param name="Notes">What the municipality's own papers say of the sub-questions, in the papers' order.</param>
public sealed record ImprovementDraft(
    int Schema,
    string Id,
    MunicipalityName Municipality,
    int? Year,
    string Edition,
    DraftBasis Basis,
    DraftProfile Profile,
    IReadOnlyList<DraftArea> Areas,
    IReadOnlyList<NearestProfile> Nearest,
    DraftMethod Method,
    IReadOnlyList<RankedQuestion> Ranking,
    DraftFollowUp? FollowUp,
    IReadOnlyList<NoteEvidence> Notes
)
{
    /// <summary>The contract that this code writes.</summary>
    public const int CurrentSchema = 3;
}

/// <summary>Whether the ranking is the model's or a baseline's.</summary>
public enum BasisKind
{
    /// <summary>The trained model.</summary>
    Model,

    /// <summary>A baseline rule, because no model beats it for this kind of profile or none fits.</summary>
    Baseline,
}

/// <summary>What the probabilities of a draft rest on.</summary>
/// <param name="Kind">Model or baseline.</param>
/// <param name="Id">Id of the model or rule: <c>improvements-1f2e3d4c</c>, <c>lowest-share</c>.</param>
/// <param name="Name">Its name in Swedish, for people.</param>
/// <param name="Explanation">One or two Swedish sentences on why it is used for this profile.</param>
public sealed record DraftBasis(BasisKind Kind, string Id, string Name, string Explanation);

/// <summary>The points of a profile as given.</summary>
/// <param name="Source">Where they come from: id of a record, or the file as given.</param>
/// <param name="Total">Sum of the areas or the printed total, null where neither is known.</param>
/// <param name="TotalMax">Highest total.</param>
/// <param name="Areas">All areas of the edition, by number.</param>
/// <param name="Questions">All sub-questions of the edition, by code.</param>
/// <param name="County">Name of the municipality's county, or null.</param>
/// <param name="GroupName">Swedish name of its group in SKL's classification of 2011, or null.</param>
/// <param name="Population">Inhabitants, or null.</param>
/// <param name="Previous">Earlier evaluations of the same municipality, latest first.</param>
/// <param name="Peers">Whom the means are of, in Swedish, to stand behind a number: <c>jämförbara utvärderingar</c>.</param>
public sealed record DraftProfile(
    string Source,
    decimal? Total,
    int TotalMax,
    IReadOnlyList<ProfileArea> Areas,
    IReadOnlyList<ProfileQuestion> Questions,
    string? County,
    string? GroupName,
    int? Population,
    IReadOnlyList<EarlierScores> Previous,
    string Peers
)
{
    /// <summary>Whether the total was perhaps not rightly read.</summary>
    public bool IsTotalInDoubt { get; init; }

    /// <summary>The evaluations that the means are of; not every one has points on every area.</summary>
    public IReadOnlyList<PeerEvaluation> PeerEvaluations { get; init; } = [];

    // The name of the one that is compared with, where there is only one: no mean is made of it.
    internal string? OnlyPeer => PeerEvaluations.Count == 1 ? PeerEvaluations[0].ToString() : null;
}

/// <summary>An evaluation that is compared with.</summary>
/// <param name="Municipality">Its municipality's name.</param>
/// <param name="Year">Its year, or null.</param>
public sealed record PeerEvaluation(string Municipality, int? Year)
{
    /// <summary>As reports are spoken of.</summary>
    public override string ToString() =>
        Year is { } year
            ? $"{Municipality}\u00a0{year.ToString(CultureInfo.InvariantCulture)}"
            : $"{Municipality}, okänt år";
}

/// <summary>An area of a profile.</summary>
/// <param name="Area">1 to 8.</param>
/// <param name="Name">The edition's name of it.</param>
/// <param name="Score">Points, 0 to <paramref name="Max"/>; null where not given.</param>
/// <param name="Max">Highest points.</param>
/// <param name="Mean">Mean score of comparable known evaluations (this one left out), or null.</param>
/// <param name="MeanOf">Number of evaluations in the mean.</param>
public sealed record ProfileArea(
    int Area,
    string Name,
    decimal? Score,
    int Max,
    double? Mean,
    int MeanOf
)
{
    /// <summary>Whether the score was perhaps not rightly read.</summary>
    public bool IsInDoubt { get; init; }

    // A mean of one is none.
    internal bool HasMean => Mean is not null && MeanOf > 1;
}

/// <summary>A sub-question of a profile.</summary>
/// <param name="Code">Area, dot, number.</param>
/// <param name="Text">The edition's wording.</param>
/// <param name="Achieved">Points, 0 to <paramref name="Max"/>; null where not given.</param>
/// <param name="Max">Highest points.</param>
/// <param name="Share"><paramref name="Achieved"/> by <paramref name="Max"/>, 0 to 1; null where not given.</param>
/// <param name="Rubric">The edition's short name of it, or its wording where it has none of its own.</param>
public sealed record ProfileQuestion(
    string Code,
    string Text,
    decimal? Achieved,
    int Max,
    double? Share,
    string Rubric
)
{
    /// <summary>Whether the points were perhaps not rightly read.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>Whether it belongs to an area.</summary>
    public bool IsIn(int area) =>
        Code.StartsWith(
            area.ToString(CultureInfo.InvariantCulture) + ".",
            StringComparison.Ordinal
        );
}

/// <summary>One area of a draft: the box and the two columns.</summary>
/// <param name="Area">1 to 8.</param>
/// <param name="Name">The edition's name of it.</param>
/// <param name="Score">Points, or null where not given.</param>
/// <param name="Max">Highest points.</param>
/// <param name="Strengths">Suggested strengths, most likely first; may be empty.</param>
/// <param name="Improvements">Suggested improvement areas, most likely first; may be empty.</param>
/// <param name="Probability">Probability that at least one of the area's sub-questions is named, 0 to 1.</param>
/// <param name="Expected">Expected number of its sub-questions that are named.</param>
public sealed record DraftArea(
    int Area,
    string Name,
    decimal? Score,
    int Max,
    IReadOnlyList<DraftItem> Strengths,
    IReadOnlyList<DraftItem> Improvements,
    double Probability,
    double Expected
);

/// <summary>A sub-question's place in the whole ranking.</summary>
/// <param name="Rank">1 for the most likely improvement area.</param>
/// <param name="Question">Its code.</param>
/// <param name="Improvement">Probability that it is named as improvement area or weakness, 0 to 1.</param>
/// <param name="Strength">Probability that it is named as strength, 0 to 1.</param>
public sealed record RankedQuestion(int Rank, string Question, double Improvement, double Strength);

/// <summary>One suggestion.</summary>
/// <param name="SuggestionId">Stable over runs: <c>avesta-2014/improvement/1.2</c>.</param>
/// <param name="Kind">For which column.</param>
/// <param name="Rank">1 for the most likely of its kind in the whole draft.</param>
/// <param name="Question">Code of the sub-question; of the area, where the edition's sub-questions are not known.</param>
/// <param name="QuestionText">The edition's wording.</param>
/// <param name="Level">Where its points stand.</param>
/// <param name="Theme">Code of the sentence's theme, or null.</param>
/// <param name="ThemeLabel">Its Swedish label, or null.</param>
/// <param name="Achieved">Points on the sub-question, or null.</param>
/// <param name="Max">Highest points.</param>
/// <param name="Probability">Probability that a report names the sub-question so, 0 to 1; null where there is nothing to learn it from.</param>
/// <param name="ProbabilityWords">The same in Swedish words: <c>sannolikt</c>, with caution where its points are not known; null with it.</param>
/// <param name="Sentence">Our own Swedish sentence for the list; of a strength the question that the evaluator answers.</param>
/// <param name="Reasons">What carried it, in plain Swedish, the weightiest first; at least one.</param>
/// <param name="Evidence">What is known of others.</param>
public sealed record DraftItem(
    string SuggestionId,
    FindingKind Kind,
    int Rank,
    string Question,
    string QuestionText,
    PointLevel Level,
    string? Theme,
    string? ThemeLabel,
    decimal? Achieved,
    int Max,
    double? Probability,
    string? ProbabilityWords,
    string Sentence,
    IReadOnlyList<string> Reasons,
    DraftEvidence Evidence
)
{
    /// <summary>The id of a suggestion.</summary>
    public static string IdOf(string draft, FindingKind kind, string question) =>
        $"{draft}/{(kind == FindingKind.Strength ? "strength" : "improvement")}/{question}";
}

/// <summary>Evidence for a suggestion. Each list may be empty.</summary>
/// <param name="Nearest">What the nearest profiles had on the same sub-question; only profiles of which that is known.</param>
/// <param name="Findings">Findings of known reports on the same sub-question, those of the nearest profiles first.</param>
/// <param name="Exemplars">Municipalities that reports hold up as examples under the sub-question's rubric, or in its area.</param>
/// <param name="Later">What became of the sub-question (or its area) in a later evaluation.</param>
public sealed record DraftEvidence(
    IReadOnlyList<NearestOutcome> Nearest,
    IReadOnlyList<QuotedFinding> Findings,
    IReadOnlyList<ExemplarReference> Exemplars,
    IReadOnlyList<LaterOutcome> Later
);

/// <summary>A known evaluation with a like profile.</summary>
/// <param name="Municipality">Which.</param>
/// <param name="Year">When, or null.</param>
/// <param name="Distance">Mean absolute difference over what both know, in percent points of the maximum, 0 to 100.</param>
/// <param name="Compared">How many figures were compared.</param>
/// <param name="OnQuestions">True where sub-questions were compared, false where area scores were.</param>
/// <param name="ReportId">Id of its record on this machine, or null where only figures are known.</param>
public sealed record NearestProfile(
    MunicipalityName Municipality,
    int? Year,
    double Distance,
    int Compared,
    bool OnQuestions,
    string? ReportId
);

/// <summary>What a near profile had on a sub-question.</summary>
/// <param name="Profile">Which profile.</param>
/// <param name="Achieved">Its points, or null where not known.</param>
/// <param name="Max">Highest points.</param>
/// <param name="Named">Whether its report names the sub-question in the suggestion's column.</param>
public sealed record NearestOutcome(NearestProfile Profile, decimal? Achieved, int Max, bool Named);

/// <summary>A finding of another report, word for word, with its source. Only from records present on this machine.</summary>
/// <param name="ReportId">Id of its record.</param>
/// <param name="FindingId">Id of the finding.</param>
/// <param name="Municipality">Whose report.</param>
/// <param name="Year">Its year.</param>
/// <param name="Text">The finding as printed.</param>
/// <param name="Page">Page, or null where the text has none.</param>
public sealed record QuotedFinding(
    string ReportId,
    string FindingId,
    MunicipalityName Municipality,
    int? Year,
    string Text,
    int? Page
)
{
    /// <summary>Whether the report calls it a weakness.</summary>
    public bool IsWeakness { get; init; }

    /// <summary>The findings of a known evaluation on a sub-question in a column; none where its record is not on this machine. Those in doubt are left out.</summary>
    internal static IEnumerable<QuotedFinding> On(
        KnownEvaluation evaluation,
        string question,
        FindingKind column
    ) =>
        (evaluation.Record?.Findings ?? [])
            .Where(f =>
                f.Question == question
                && QuestionOutcome.ColumnOf(f.Kind) == column
                && f.Confidence >= Finding.DoubtBelow
            )
            .Select(f => Of(evaluation, f));

    /// <summary>A finding of an evaluation's record.</summary>
    internal static QuotedFinding Of(KnownEvaluation evaluation, Finding finding) =>
        new(
            evaluation.Record!.Id,
            finding.Id,
            evaluation.Municipality,
            evaluation.Year,
            finding.Text,
            finding.Source.Page
        )
        {
            IsWeakness = finding.Kind == FindingKind.Weakness,
        };
}

/// <summary>A municipality that a report holds up as an example.</summary>
/// <param name="Municipality">The example.</param>
/// <param name="Area">In which area's prose it is named.</param>
/// <param name="Rubric">Under which heading, or null.</param>
/// <param name="ReportId">Id of the record that names it.</param>
/// <param name="Text">The sentence as printed.</param>
/// <param name="Page">Page, or null.</param>
/// <param name="NamedBy">Whose report names it.</param>
/// <param name="NamedByYear">Year of that report.</param>
public sealed record ExemplarReference(
    MunicipalityName Municipality,
    int Area,
    string? Rubric,
    string ReportId,
    string Text,
    int? Page,
    MunicipalityName NamedBy,
    int? NamedByYear
);

/// <summary>What became of a sub-question or its area between two evaluations of one municipality.</summary>
/// <param name="Municipality">Which.</param>
/// <param name="FromYear">Year of the earlier evaluation.</param>
/// <param name="ToYear">Year of the later one.</param>
/// <param name="Question">The sub-question, or null where only the area's score is known.</param>
/// <param name="Area">The area.</param>
/// <param name="From">Points then.</param>
/// <param name="To">Points later.</param>
/// <param name="Max">Highest points.</param>
/// <param name="NamedBefore">Whether the earlier report named the sub-question, or null where that is not known.</param>
/// <param name="NamedAgain">Whether the later report named it, or null where that is not known.</param>
public sealed record LaterOutcome(
    MunicipalityName Municipality,
    int FromYear,
    int ToYear,
    string? Question,
    int Area,
    decimal From,
    decimal To,
    int Max,
    bool? NamedBefore,
    bool? NamedAgain
);

/// <summary>How good the probabilities are, measured, and what they cannot do.</summary>
/// <param name="ProfileKind"><c>questions</c> where sub-questions' points are known, <c>areas</c> where only area scores are.</param>
/// <param name="DataHash">Hash of the data learned from, or null for a baseline without data.</param>
/// <param name="CodeVersion">Version of the code that trained.</param>
/// <param name="Limits">Limits, Swedish sentences.</param>
public sealed record DraftMethod(
    string ProfileKind,
    string? DataHash,
    string CodeVersion,
    IReadOnlyList<string> Limits
)
{
    /// <summary>How good it was measured to be, in Swedish, or null where nothing is measured for such a profile.</summary>
    public string? Measured { get; init; }
}
