namespace Kompass.Mining.Reports;

/// <summary>The codes of notes: few, stable, and explained here and in docs/record.md.</summary>
public static class NoteCode
{
    /// <summary>document: the municipality is none of the 290.</summary>
    public const string MunicipalityUnknown = "municipality-unknown";

    /// <summary>document: title, headings and text name different municipalities.</summary>
    public const string MunicipalityDiffers = "municipality-differs";

    /// <summary>document: title and headings name no municipality; the one that the text names most often was taken.</summary>
    public const string MunicipalityInferred = "municipality-inferred";

    /// <summary>document: no year could be found.</summary>
    public const string YearMissing = "year-missing";

    /// <summary>document: the year is not in the text; it was taken from the file's name or the catalogue.</summary>
    public const string YearInferred = "year-inferred";

    /// <summary>document: the host took dates and years out of the text.</summary>
    public const string YearsDropped = "years-dropped";

    /// <summary>document: the text ends before the report does.</summary>
    public const string Truncated = "truncated";

    /// <summary>document: a chapter repeats an earlier evaluation; its figures are kept apart.</summary>
    public const string Appendix = "appendix";

    /// <summary>document: nothing was printed that could be read as text on some pages.</summary>
    public const string PageUnreadable = "page-unreadable";

    /// <summary>document: characters of the file were damaged in a way that could be undone.</summary>
    public const string TextRepaired = "text-repaired";

    /// <summary>document: the report is a file attached to it.</summary>
    public const string Attached = "attached";

    /// <summary>area: no score could be read.</summary>
    public const string ScoreMissing = "score-missing";

    /// <summary>area: the places that state the score do not agree.</summary>
    public const string ScoreDiffers = "score-differs";

    /// <summary>area: the score is printed nowhere and was added up from the sub-questions.</summary>
    public const string ScoreFromSum = "score-from-sum";

    /// <summary>area: printed in percent and read as points of 100; no printed total bears it out.</summary>
    public const string ScoreFromShare = "score-from-share";

    /// <summary>area: the sub-questions do not add up to the printed score; rounding explains it.</summary>
    public const string SumRounding = "sum-rounding";

    /// <summary>area: the sub-questions do not add up to the printed score, and rounding does not explain it.</summary>
    public const string SumDiffers = "sum-differs";

    /// <summary>total: the areas do not add up to the printed total; rounding explains it.</summary>
    public const string TotalRounding = "total-rounding";

    /// <summary>total: the areas do not add up to the printed total, or two printed totals differ.</summary>
    public const string TotalDiffers = "total-differs";

    /// <summary>total: added up from areas that are in doubt, or a printed one may be lost.</summary>
    public const string TotalUncertain = "total-uncertain";

    /// <summary>total: neither printed nor to be added up.</summary>
    public const string TotalMissing = "total-missing";

    /// <summary>question: the points were not read for sure; of what may stand there they alone add up to the area's score.</summary>
    public const string QuestionWorkedOut = "question-worked-out";

    /// <summary>question: the row, or a whole area's table, is not there.</summary>
    public const string QuestionMissing = "question-missing";

    /// <summary>question: the row's points could not be told apart.</summary>
    public const string QuestionUnclear = "question-unclear";

    /// <summary>question: points, maximum and percentage do not fit each other.</summary>
    public const string PercentDiffers = "percent-differs";

    /// <summary>question: the printed maximum is not the instrument's.</summary>
    public const string MaxDiffers = "max-differs";

    /// <summary>previous: the areas do not add up to the printed total; rounding explains it.</summary>
    public const string PreviousRounding = "previous-rounding";

    /// <summary>previous: the areas do not add up to the printed total, or two places differ.</summary>
    public const string PreviousDiffers = "previous-differs";

    /// <summary>previous: figures of an earlier evaluation whose year, or whether they are one, the document does not tell.</summary>
    public const string PreviousUnclear = "previous-unclear";

    /// <summary>findings: an area without findings, or without the list of strengths or of improvement areas.</summary>
    public const string FindingsMissing = "findings-missing";

    /// <summary>findings: pages or headings are lost, so that an area's lists may be cut or another area's.</summary>
    public const string SectionUncertain = "section-uncertain";

    /// <summary>findings: in which list some items stand is not certain.</summary>
    public const string ColumnUncertain = "column-uncertain";

    /// <summary>findings: where some items begin or end is not certain.</summary>
    public const string CutUncertain = "cut-uncertain";

    /// <summary>any value: for no single reason, but of values that are read so too many are wrong.</summary>
    public const string ValueUncertain = "value-uncertain";

    /// <summary>any value: characters were recognised with low confidence.</summary>
    public const string ReadUncertain = "read-uncertain";

    /// <summary>any: two documents of one evaluation state different values.</summary>
    public const string DocumentsDiffer = "documents-differ";
}
