namespace Kompass.Mining.Dataset.Records;

/// <summary>An analyst's word against a record: a row of <c>corpus/corrections.csv</c>.</summary>
/// <param name="Report">Id of the report: <c>vasteras-2012</c>.</param>
/// <param name="Path">What is wrong: <c>findings/1/strength/2/theme</c> (or <c>question</c>, <c>theme2</c>, <c>text</c>), <c>areas/3/score</c>, <c>questions/1.2/achieved</c> (or <c>max</c>, <c>percent</c>).</param>
/// <param name="Value">What is right; empty takes a second theme away.</param>
/// <param name="Reason">Why, for those who come after.</param>
/// <param name="Date">When it was decided, <c>yyyy-MM-dd</c>.</param>
/// <param name="Line">Line of the file.</param>
public sealed record Correction(
    string Report,
    string Path,
    string Value,
    string Reason,
    string Date,
    int Line
);
