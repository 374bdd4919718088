namespace Kompass.Mining.Corpus;

/// <summary>
/// One edition of the instrument: its areas, sub-questions, maximum points and the headings under which reports print them.
/// Read from <c>corpus/editions/&lt;id&gt;.json</c>; nothing of it stands in code.
/// </summary>
/// <param name="Id">The year from which the edition was used: <c>2002</c>, <c>2010</c>, <c>2016</c>, <c>2020</c>.</param>
/// <param name="Title">Its Swedish name, for people.</param>
/// <param name="FirstMonth">First month of use, <c>yyyy-MM</c>.</param>
/// <param name="LastMonth">Last month of use, <c>yyyy-MM</c>, or null where it is still in use.</param>
/// <param name="Scale">Points of an area and of the whole, and which editions may be compared with it.</param>
/// <param name="ScaleNote">What a reader must know before comparing figures, in Swedish.</param>
/// <param name="Marks">Phrases that only reports of this edition (or of its family) carry.</param>
/// <param name="QuestionsKnown">False where the sub-questions and their maximum points are not known to us.</param>
/// <param name="Areas">The areas, ordered by number from 1.</param>
/// <param name="Headings">The fixed headings of a report.</param>
/// <param name="RunningHeaders">Regular expressions of page headers with groups <c>page</c>, <c>pages</c>, <c>date</c>.</param>
public sealed record Edition(
    string Id,
    string Title,
    string FirstMonth,
    string? LastMonth,
    Scale Scale,
    string ScaleNote,
    IReadOnlyList<string> Marks,
    bool QuestionsKnown,
    IReadOnlyList<Area> Areas,
    ReportHeadings Headings,
    IReadOnlyList<string> RunningHeaders
)
{
    /// <summary>The area with this number, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The edition has no such area.</exception>
    public Area Area(int number) =>
        FindArea(number)
        ?? throw new ArgumentOutOfRangeException(
            nameof(number),
            number,
            $"edition {Id} has no area {number}"
        );

    /// <summary>The area with this number, or null.</summary>
    public Area? FindArea(int number) => Areas.FirstOrDefault(a => a.Number == number);

    /// <summary>The sub-questions of all areas, in order; none where they are not known.</summary>
    public IEnumerable<Question> Questions => Areas.SelectMany(a => a.Questions);

    /// <summary>The sub-question with this code (<c>1.4</c>), or null.</summary>
    public Question? FindQuestion(string code) => Questions.FirstOrDefault(q => q.Code == code);

    /// <summary>Whether figures of an evaluation made in <paramref name="year"/> stand on the same scale as this edition's.</summary>
    public bool IsComparableWithYear(int year, IEnumerable<Edition> editions)
    {
        var then = editions.LastOrDefault(e => e.CoversYear(year));
        return then is not null
            && (
                string.Equals(then.Id, Id, StringComparison.Ordinal)
                || Scale.ComparableWith.Contains(then.Id, StringComparer.Ordinal)
            );
    }

    /// <summary>Whether an evaluation of that year can have used this edition (both years of a change count).</summary>
    public bool CoversYear(int year) =>
        YearOf(FirstMonth) <= year && (LastMonth is null || year <= YearOf(LastMonth));

    private static int YearOf(string month) =>
        int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture);
}

/// <summary>Points of the instrument.</summary>
/// <param name="AreaMax">Highest points of one area.</param>
/// <param name="TotalMax">Highest points of all areas together.</param>
/// <param name="ComparableWith">Ids of the editions whose figures stand on the same scale.</param>
public sealed record Scale(int AreaMax, int TotalMax, IReadOnlyList<string> ComparableWith);

/// <summary>One of the instrument's areas.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Name">Its name as the edition prints it.</param>
/// <param name="LikeArea">
/// Of an area that its edition has instead of those of the edition it extends: number of the one there that is about the same, so that findings get their themes as that one's do; else
/// null.
/// </param>
public sealed record Area(int Number, string Name, int? LikeArea = null)
{
    /// <summary>Number of the area that means this subject where no areas are replaced: alike in areas of two editions that are the same, or most like each other.</summary>
    public int Subject => LikeArea ?? Number;

    // What a file leaves out is given as null to members that are set once.
    /// <summary>Other spellings and names met in reports.</summary>
    public IReadOnlyList<string> Variants
    {
        get => field ?? [];
        init;
    }

    /// <summary>The headings that divide the area's prose, in order.</summary>
    public IReadOnlyList<Rubric> Rubrics
    {
        get => field ?? [];
        init;
    }

    /// <summary>Its sub-questions, in order; empty where they are not known.</summary>
    public IReadOnlyList<Question> Questions
    {
        get => field ?? [];
        init;
    }

    /// <summary>What sentences call it: <c>som arbetsgivare</c>. No name of its own.</summary>
    public IReadOnlyList<string> Spoken
    {
        get => field ?? [];
        init;
    }
}

/// <summary>A heading in an area's prose and the sub-questions that stand under it.</summary>
public sealed record Rubric(string Heading, IReadOnlyList<string> Questions)
{
    /// <summary>Other wordings met in reports.</summary>
    public IReadOnlyList<string> Variants
    {
        get => field ?? [];
        init;
    }
}

/// <summary>A sub-question (delfråga).</summary>
/// <param name="Code">Area number, dot, number: <c>1.4</c>.</param>
/// <param name="Text">Its wording.</param>
/// <param name="Max">Highest points.</param>
public sealed record Question(string Code, string Text, int Max);

/// <summary>The fixed headings of a report, each with its variants; of unusual findings those that head a list only in a report that has none of the usual.</summary>
public sealed record ReportHeadings(
    IReadOnlyList<string> General,
    ReportHeadings.Box ScoreBox,
    IReadOnlyDictionary<FindingKind, IReadOnlyList<string>> Findings,
    IReadOnlyDictionary<FindingKind, IReadOnlyList<string>> UnusualFindings,
    IReadOnlyList<string> NoFindings,
    ReportHeadings.Columns QuestionTable,
    IReadOnlyList<string> SummaryTotal,
    IReadOnlyList<string> Mean,
    IReadOnlyList<string> Change,
    IReadOnlyDictionary<Chapter, IReadOnlyList<string>> Chapters,
    IReadOnlyList<string> SummarySections,
    IReadOnlyList<string> Appendix,
    IReadOnlyList<string> SinceLast,
    IReadOnlyDictionary<Fact, IReadOnlyList<string>> Facts,
    IReadOnlyList<string> HostMarks
)
{
    /// <summary>The heads of a score box.</summary>
    public sealed record Box(IReadOnlyList<string> Rubrics, IReadOnlyList<string> Points);

    /// <summary>The heads of a table of sub-questions.</summary>
    public sealed record Columns(
        IReadOnlyList<string> Question,
        IReadOnlyList<string> Achieved,
        IReadOnlyList<string> Max,
        IReadOnlyList<string> Percent
    );
}

/// <summary>What a finding says of the municipality: the heading of the list in which it stands.</summary>
public enum FindingKind
{
    /// <summary>Styrkor.</summary>
    Strength,

    /// <summary>Förbättringsmöjligheter, Förbättringsområden, Utvecklingsområden.</summary>
    Improvement,

    /// <summary>Svagheter.</summary>
    Weakness,
}

/// <summary>The chapters of a report.</summary>
public enum Chapter
{
    /// <summary>Innehåll: the table of contents.</summary>
    Contents,

    /// <summary>Vad är Kommunkompassen?</summary>
    Instrument,

    /// <summary>The summary with totals and comparison tables.</summary>
    Summary,

    /// <summary>The detailed walk through the areas.</summary>
    Areas,

    /// <summary>Översikt av poängfördelning: the tables of sub-questions.</summary>
    Overview,

    /// <summary>Kortfakta om kommunen.</summary>
    Facts,

    /// <summary>One chapter with the findings of all areas (pre-2010 reports).</summary>
    CollectedFindings,
}

/// <summary>The facts of the chapter Kortfakta.</summary>
public enum Fact
{
    /// <summary>Inhabitants.</summary>
    Population,

    /// <summary>Change of inhabitants over a year.</summary>
    PopulationChange,

    /// <summary>Employees of the municipality.</summary>
    Employees,

    /// <summary>Group in SKL's classification, as printed.</summary>
    MunicipalityGroup,

    /// <summary>The parties that govern.</summary>
    Governing,
}
