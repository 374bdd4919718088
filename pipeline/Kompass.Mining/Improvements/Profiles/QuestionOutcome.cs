using CsvHelper;
using Kompass.Mining.Dataset.Feedback;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>What a report says of one sub-question. A row of <c>corpus/improvements/outcomes.csv</c>: facts, no prose.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="MunicipalityCode">Four digits.</param>
/// <param name="Year">Its year.</param>
/// <param name="Edition">Id of the instrument's edition.</param>
/// <param name="Question">Code of the sub-question.</param>
/// <param name="Achieved">Its points, or null where the report (or its transcript) lacks them.</param>
/// <param name="Max">Its highest points.</param>
/// <param name="Named">Whether the lists name it as improvement area or weakness; null where that cannot be told.</param>
/// <param name="Praised">Whether the lists name it as strength; null where that cannot be told.</param>
/// <param name="Doubt">True where the source does not tell for sure in which list the findings on it stand.</param>
/// <param name="Source"><c>report</c> where the lists were labelled by hand, <c>record</c> where the classifier labelled them, <c>feedback</c> where an evaluator's edited draft tells.</param>
public sealed record QuestionOutcome(
    string Report,
    string MunicipalityCode,
    int Year,
    string Edition,
    string Question,
    decimal? Achieved,
    int Max,
    bool? Named,
    bool? Praised,
    bool Doubt,
    string Source
)
{
    /// <summary>The two lists that are told apart: what is a weakness in an older report counts as an improvement area.</summary>
    public static IReadOnlyList<FindingKind> Columns { get; } =
    [FindingKind.Improvement, FindingKind.Strength];

    /// <summary>The column that a finding of a kind belongs in.</summary>
    public static FindingKind ColumnOf(FindingKind kind) =>
        kind == FindingKind.Strength ? kind : FindingKind.Improvement;

    /// <summary>What stands in <see cref="Source"/> where an edited draft tells.</summary>
    public const string FeedbackSource = FeedbackOutcomes.Source;

    /// <summary>Whether the lists name the sub-question in a column, or null.</summary>
    public bool? Is(FindingKind column) => column == FindingKind.Strength ? Praised : Named;

    /// <summary>The rows of a file.</summary>
    /// <exception cref="CorpusException">It is missing or wrong; the message names the line.</exception>
    public static IReadOnlyList<QuestionOutcome> ReadAll(string file) => CsvRows.Read(file, Read);

    private static QuestionOutcome Read(CsvReader row) =>
        new(
            row.Text("report"),
            row.Text("municipality_code"),
            int.Parse(row.Text("year"), CultureInfo.InvariantCulture),
            row.Text("edition"),
            row.Text("question"),
            row.NumberOrNull("achieved"),
            int.Parse(row.Text("max"), CultureInfo.InvariantCulture),
            YesOrNo(row, "named"),
            YesOrNo(row, "praised"),
            YesOrNo(row, "doubt")
                ?? throw new FormatException("column doubt: yes or no was expected, not ''"),
            row.Text("source")
        );

    private static bool? YesOrNo(CsvReader row, string column) =>
        row.Text(column) switch
        {
            "yes" => true,
            "no" => false,
            "" => null,
            var other => throw new FormatException(
                $"column {column}: yes or no was expected, not '{other}'"
            ),
        };
}
