using Kompass.Mining.Documents;

namespace Kompass.Mining.Reports;

/// <summary>
/// What extraction yields: one record a report. Its JSON form is the contract on which the store, the exports and other tools build
/// (docs/record.md); names are never changed without a new <see cref="CurrentSchema"/>.
/// </summary>
public sealed record ReportRecord
{
    /// <summary>The schema that this code writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Number of the contract.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary><c>&lt;municipality slug&gt;-&lt;year&gt;</c>; <c>undated</c> stands where no year could be found.</summary>
    public required string Id { get; init; }

    /// <summary>The evaluated municipality.</summary>
    public required MunicipalityName Municipality { get; init; }

    /// <summary>The year by which the evaluation is known: that of the cover. Null where none could be found.</summary>
    public int? Year { get; init; }

    /// <summary>Id of the instrument's edition.</summary>
    public required string Edition { get; init; }

    /// <summary>Month of the visit, <c>yyyy-MM</c>.</summary>
    public string? Evaluated { get; init; }

    /// <summary>Date of the report, <c>yyyy-MM-dd</c>.</summary>
    public string? ReportDate { get; init; }

    /// <summary>1 for the municipality's first evaluation, and so on.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Number of persons interviewed, as far as the report tells ("ett 40-tal" is 40).</summary>
    public int? Interviewees { get; init; }

    /// <summary>The evaluators as the cover names them.</summary>
    public IReadOnlyList<Evaluator> Evaluators { get; init; } = [];

    /// <summary>The printed total, or the sum of the areas where none is printed.</summary>
    public Total? Total { get; init; }

    /// <summary>The areas' scores, by number.</summary>
    public IReadOnlyList<AreaScore> Areas { get; init; } = [];

    /// <summary>The sub-questions, by code.</summary>
    public IReadOnlyList<QuestionScore> Questions { get; init; } = [];

    /// <summary>Earlier evaluations that the report quotes, latest first.</summary>
    public IReadOnlyList<PreviousEvaluation> Previous { get; init; } = [];

    /// <summary>The lists' items.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Other municipalities that the text holds up as good examples.</summary>
    public IReadOnlyList<Exemplar> Exemplars { get; init; } = [];

    /// <summary>Improvement areas and praise that stand in the prose.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>The paragraphs of the summary and of the areas' prose, in reading order; lists and tables are no prose.</summary>
    public IReadOnlyList<Prose> Prose { get; init; } = [];

    /// <summary>Kortfakta.</summary>
    public MunicipalityFacts? Facts { get; init; }

    /// <summary>What a reader must be warned of.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>The document from which it was read.</summary>
    public required DocumentInfo Document { get; init; }

    /// <summary>All documents of the evaluation, in a dataset's record; null as extracted.</summary>
    public IReadOnlyList<DocumentInfo>? Documents { get; init; }

    /// <summary>What analysts have set right, in a dataset's record; null where nothing.</summary>
    public IReadOnlyList<AppliedCorrection>? Corrections { get; init; }
}

/// <summary>A value that an analyst has set right (<c>corpus/corrections.csv</c>).</summary>
/// <param name="Path">Which value.</param>
/// <param name="Original">What it was, or null.</param>
/// <param name="Value">What it is now.</param>
/// <param name="Reason">Why.</param>
/// <param name="Date">When it was decided, <c>yyyy-MM-dd</c>.</param>
public sealed record AppliedCorrection(
    string Path,
    string? Original,
    string Value,
    string Reason,
    string Date
);

/// <summary>A municipality by code and name; the code is null where it is none of the 290.</summary>
public sealed record MunicipalityName(string? Code, string Name)
{
    internal static MunicipalityName Of(Municipality municipality) =>
        new(municipality.Code, municipality.Name);
}

/// <summary>An evaluator and for whom she works.</summary>
public sealed record Evaluator(string Name, string? Affiliation);

/// <summary>Where a value was read.</summary>
/// <param name="Page">1-based page, null where the text has none.</param>
/// <param name="Start">First character, an offset in the file's text; null for pages with geometry.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Box">Left, top, right, bottom in points, origin top left; null for text.</param>
/// <param name="Via">By which way: one of <see cref="Reports.Via"/>.</param>
public sealed record Source(int? Page, int? Start, int? End, IReadOnlyList<double>? Box, string Via)
{
    /// <summary>
    /// Which of the record's <see cref="ReportRecord.Documents"/> it stands in, counted from 0; null for the first, which is <see cref="ReportRecord.Document"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Document { get; init; }

    /// <summary>The first of the values that were added up.</summary>
    internal Source AddedUp => this with { Via = Reports.Via.Sum };

    /// <summary>The place of a value that an analyst has set right.</summary>
    internal Source Corrected => this with { Via = Reports.Via.Correction };

    internal static Source Of(Place place, string via) =>
        new(
            place.Page,
            place.Start,
            place.End,
            place.Box is { } b
                ?
                [
                    Math.Round(b.Left, 1),
                    Math.Round(b.Top, 1),
                    Math.Round(b.Right, 1),
                    Math.Round(b.Bottom, 1),
                ]
                : null,
            via
        );
}

/// <summary>The ways by which values are read.</summary>
public static class Via
{
    /// <summary>The box at the head of an area.</summary>
    public const string RubricBox = "rubric-box";

    /// <summary>The table of all areas in the summary.</summary>
    public const string SummaryTable = "summary-table";

    /// <summary>The table of sub-questions.</summary>
    public const string ScoreTable = "score-table";

    /// <summary>The labels of a chart.</summary>
    public const string Chart = "chart";

    /// <summary>A sentence.</summary>
    public const string Prose = "prose";

    /// <summary>A table of findings.</summary>
    public const string FindingsTable = "findings-table";

    /// <summary>A list under a heading.</summary>
    public const string FindingsList = "findings-list";

    /// <summary>Running text cut at item borders.</summary>
    public const string FlatRun = "flat-run";

    /// <summary>A list of a web page.</summary>
    public const string WebList = "web-list";

    /// <summary>Added up, not read.</summary>
    public const string Sum = "sum";

    /// <summary>Worked out: 68 (+16) tells of an earlier 52, a sub-question's percentage of its points.</summary>
    public const string Derived = "derived";

    /// <summary>The chapter of an earlier evaluation.</summary>
    public const string Appendix = "appendix";

    /// <summary>The cover, a title, a heading.</summary>
    public const string Title = "title";

    /// <summary>The table Kortfakta.</summary>
    public const string FactsTable = "facts-table";

    /// <summary>Set by an analyst; the place says what was read.</summary>
    public const string Correction = "correction";
}

/// <summary>The whole.</summary>
/// <param name="Value">Points, 0 to <paramref name="Max"/>.</param>
/// <param name="Max">Highest points.</param>
/// <param name="Source">Where it stands; <c>via</c> is <c>sum</c> where it was added up.</param>
public sealed record Total(decimal Value, int Max, Source Source)
{
    /// <summary>How probable it is that the value is the printed one, 0 to 1; below <see cref="Finding.DoubtBelow"/> a note says so.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>An area's score.</summary>
/// <param name="Area">1 to 8.</param>
/// <param name="Name">The edition's name of the area.</param>
/// <param name="Score">Points, 0 to <paramref name="Max"/>.</param>
/// <param name="Max">Highest points.</param>
/// <param name="Source">Where the value stands.</param>
/// <param name="Witnesses">Every place that states it.</param>
public sealed record AreaScore(
    int Area,
    string Name,
    decimal Score,
    int Max,
    Source Source,
    IReadOnlyList<ScoreWitness> Witnesses
)
{
    /// <summary>How probable it is that the score is the printed one, 0 to 1; below <see cref="Finding.DoubtBelow"/> a note says so.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>A place that states a score, and what it states.</summary>
public sealed record ScoreWitness(decimal Value, Source Source);

/// <summary>A sub-question's points.</summary>
/// <param name="Code">Area, dot, number.</param>
/// <param name="Text">The wording as printed.</param>
/// <param name="Achieved">Points, null where they could not be read.</param>
/// <param name="Max">Highest points as printed.</param>
/// <param name="Percent">Percentage as printed, or worked out where the area's table has no column of it.</param>
/// <param name="Source">Where the row stands.</param>
public sealed record QuestionScore(
    string Code,
    string Text,
    decimal? Achieved,
    decimal? Max,
    decimal? Percent,
    Source Source
)
{
    /// <summary>How probable it is that points, maximum and percentage are the printed ones, 0 to 1; below <see cref="Finding.DoubtBelow"/> a note says so.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The points as a whole percentage of the highest points; null where one is not known.</summary>
    internal decimal? Share =>
        this is { Achieved: { } achieved, Max: { } max } && max > 0
            ? Math.Round(100 * achieved / max, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>The sub-questions by code, with percentages worked out for areas whose tables print none.</summary>
    internal static IReadOnlyList<QuestionScore> WithPercentages(
        IEnumerable<QuestionScore> questions
    ) =>
        [
            .. questions
                .GroupBy(q => QuestionCode.AreaOf(q.Code))
                .SelectMany(area =>
                    area.Any(q => q.Percent is not null)
                        ? area
                        : area.Select(q => q.Share is { } share ? q with { Percent = share } : q)
                )
                .OrderBy(q => q.Code, StringComparer.Ordinal),
        ];
}

/// <summary>An earlier evaluation that the report quotes.</summary>
/// <param name="Year">Its year; null where the report (or its host) does not tell.</param>
/// <param name="Comparable">False where the scale was another.</param>
/// <param name="Areas">Score by area number.</param>
/// <param name="Total">Its printed total.</param>
/// <param name="Source">Where the first of its scores stands.</param>
public sealed record PreviousEvaluation(
    int? Year,
    bool Comparable,
    IReadOnlyDictionary<int, decimal> Areas,
    decimal? Total,
    Source Source
)
{
    /// <summary>Where each score stands, by area number, and by <c>total</c>; empty in records of earlier versions.</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; init; } =
        new Dictionary<string, Source>(StringComparer.Ordinal);

    /// <summary>The scores of the areas, and the total (null) where it is told.</summary>
    public IEnumerable<(int? Area, decimal Score)> Scores() =>
        Total is { } total
            ? Areas.Select(a => ((int?)a.Key, a.Value)).Append((null, total))
            : Areas.Select(a => ((int?)a.Key, a.Value));

    /// <summary>Where the score of an area stands, or the total (null).</summary>
    public Source SourceOf(int? area) => Sources.GetValueOrDefault(KeyOf(area)) ?? Source;

    /// <summary>The key of an area, or of the total (null), in <see cref="Sources"/>.</summary>
    internal static string KeyOf(int? area) =>
        area?.ToString(CultureInfo.InvariantCulture) ?? "total";

    /// <summary>How probable it is that all of its figures are the printed ones, 0 to 1; below <see cref="Finding.DoubtBelow"/> a note says so.</summary>
    public double Confidence { get; init; } = 1;
}

/// <summary>An item of the lists of strengths, improvement areas and weaknesses.</summary>
/// <param name="Id">Report, area, kind and a hash of the text (<see cref="ContentId"/>): it stays while other findings come and go.</param>
/// <param name="Area">1 to 8.</param>
/// <param name="Kind">The list in which it stands.</param>
/// <param name="Order">From 1 within area and kind, in reading order.</param>
/// <param name="Text">One line, hyphenation undone, no bullet sign, the report's own spelling.</param>
/// <param name="Question">Code of the sub-question it answers, or null where it was not classified.</param>
/// <param name="Theme">Code of its theme, or null.</param>
/// <param name="Theme2">Code of a second theme that an analyst has given it, or null; a model gives none.</param>
/// <param name="Confidence">How sure its text and list are, 0 to 1; below 0.8 it is in doubt.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Finding(
    string Id,
    int Area,
    FindingKind Kind,
    int Order,
    string Text,
    string? Question,
    string? Theme,
    string? Theme2,
    double Confidence,
    Source Source
)
{
    /// <summary>Below this confidence a finding is in doubt.</summary>
    public const double DoubtBelow = Layout.Item.DoubtBelow;

    /// <summary>What rules doubt of it.</summary>
    internal Layout.ItemDoubt Doubt { get; init; }

    /// <summary>Probability that <see cref="Question"/> is right, 0 to 1; null where it was not classified.</summary>
    public double? QuestionProbability { get; init; }

    /// <summary>Probability that <see cref="Theme"/> is right, 0 to 1; null where it was not classified.</summary>
    public double? ThemeProbability { get; init; }

    /// <summary>The second likeliest sub-question where <see cref="Question"/> is in doubt, else null.</summary>
    public string? QuestionOr { get; init; }

    /// <summary>The second likeliest theme where <see cref="Theme"/> is in doubt, else null.</summary>
    public string? ThemeOr { get; init; }

    /// <summary>What <see cref="Question"/> rests on, one of <see cref="LabelBasis"/>; null where it was not classified.</summary>
    public string? QuestionBasis { get; init; }

    /// <summary>Id of the model that gave the labels; null where none did.</summary>
    public string? Labels { get; init; }
}

/// <summary>What a sub-question was given by.</summary>
public static class LabelBasis
{
    /// <summary>The training examples, and what this report says itself under the heading of each sub-question.</summary>
    public const string OwnProse = "own-prose";

    /// <summary>The training examples alone: the report has too little prose under headings.</summary>
    public const string Examples = "examples";

    /// <summary>The heading above a sentence.</summary>
    public const string Heading = "heading";
}

/// <summary>Another municipality that the text holds up as an example.</summary>
/// <param name="Municipality">Which.</param>
/// <param name="Area">In which area's prose.</param>
/// <param name="Rubric">Under which heading, or null.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Exemplar(
    MunicipalityName Municipality,
    int Area,
    string? Rubric,
    string Text,
    Source Source
)
{
    /// <summary>Report, area, <c>exemplar</c> and a hash of the municipality and the text.</summary>
    public string Id { get; init; } = "";
}

/// <summary>An improvement area or praise in the prose.</summary>
/// <param name="Kind">Improvement or strength.</param>
/// <param name="Area">In which area's prose.</param>
/// <param name="Question">The sub-question of the heading above; where it has none or several, the one a model gives, or null.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Theme">Code of its theme, or null.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Remark(
    FindingKind Kind,
    int Area,
    string? Question,
    string Text,
    string? Theme,
    Source Source
)
{
    /// <summary>Report, area, <c>remark</c> and a hash of kind and text.</summary>
    public string Id { get; init; } = "";

    /// <summary>Probability that <see cref="Question"/> is right, 0 to 1; null where the heading above tells it or it was not classified.</summary>
    public double? QuestionProbability { get; init; }

    /// <summary>Probability that <see cref="Theme"/> is right, 0 to 1; null where it was not classified.</summary>
    public double? ThemeProbability { get; init; }

    /// <summary>The second likeliest sub-question where <see cref="Question"/> is in doubt, else null.</summary>
    public string? QuestionOr { get; init; }

    /// <summary>The second likeliest theme where <see cref="Theme"/> is in doubt, else null.</summary>
    public string? ThemeOr { get; init; }

    /// <summary>What <see cref="Question"/> rests on, one of <see cref="LabelBasis"/>; null where it was not classified.</summary>
    public string? QuestionBasis { get; init; }

    /// <summary>Id of the model that gave the labels; null where none did.</summary>
    public string? Labels { get; init; }
}

/// <summary>A paragraph of a report's prose.</summary>
/// <param name="Area">In which area's chapter, or null in the summary.</param>
/// <param name="Rubric">Under which heading, or null.</param>
/// <param name="Question">The sub-question of that heading; null where it has none or several.</param>
/// <param name="Order">From 1 within the report, in reading order.</param>
/// <param name="Text">One line, hyphenation undone.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Prose(
    int? Area,
    string? Rubric,
    string? Question,
    int Order,
    string Text,
    Source Source
)
{
    /// <summary>Report, area (0 in the summary), <c>prose</c> and a hash of the text.</summary>
    public string Id { get; init; } = "";
}

/// <summary>Kortfakta as printed.</summary>
public sealed record MunicipalityFacts(
    int? Population,
    int? PopulationChange,
    int? Employees,
    string? MunicipalityGroup,
    string? Governing,
    Source Source
);

/// <summary>How grave a note is.</summary>
public enum Severity
{
    /// <summary>Explained: a rounding difference.</summary>
    Info,

    /// <summary>A value is missing or may be wrong.</summary>
    Warning,
}

/// <summary>What a note speaks of.</summary>
public enum About
{
    /// <summary>The document as a whole.</summary>
    Document,

    /// <summary>The total.</summary>
    Total,

    /// <summary>An area's score.</summary>
    Area,

    /// <summary>A sub-question's points, or all of an area.</summary>
    Question,

    /// <summary>An earlier evaluation.</summary>
    Previous,

    /// <summary>The lists of an area.</summary>
    Findings,

    /// <summary>One finding.</summary>
    Finding,
}

/// <summary>A warning. It covers what it names and nothing more.</summary>
/// <param name="Code">One of <see cref="NoteCode"/>.</param>
/// <param name="Severity">How grave.</param>
/// <param name="About">What it speaks of.</param>
/// <param name="Area">Which area, where it speaks of one.</param>
/// <param name="Question">Which sub-question, where it speaks of one.</param>
/// <param name="Message">What was found and what was expected, in English, for people.</param>
/// <param name="Source">Where.</param>
public sealed record Note(
    string Code,
    Severity Severity,
    About About,
    int? Area,
    string? Question,
    string Message,
    Source? Source
)
{
    /// <summary>Report, <c>note</c> and a hash of what it says.</summary>
    public string Id { get; init; } = "";
}

/// <summary>The document from which a record was read.</summary>
/// <param name="File">The path as it was given.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Pages">Number of pages, or null.</param>
/// <param name="Kind">Pdf, scan, text or html.</param>
/// <param name="Engine">What read it.</param>
public sealed record DocumentInfo(
    string File,
    string Sha256,
    int? Pages,
    DocumentKind Kind,
    string Engine
)
{
    internal static DocumentInfo Of(Document document, int? pages) =>
        new(document.File, document.Sha256, pages, document.Kind, document.Engine);
}
