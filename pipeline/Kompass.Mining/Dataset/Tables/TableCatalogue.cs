namespace Kompass.Mining.Dataset.Tables;

/// <summary>
/// The one list of the dataset's tables. Whoever adds a column here has it in the store, the CSVs, Parquet, the data package and the code book.
/// </summary>
public static class TableCatalogue
{
    /// <summary>All tables, each after those it refers to.</summary>
    public static IReadOnlyList<Table> All { get; } =
    [
        ReferenceTables.Editions,
        ReferenceTables.Areas,
        ReferenceTables.Questions,
        ReferenceTables.Themes,
        ReferenceTables.Municipalities,
        ReportTables.Reports,
        ReportTables.Documents,
        ReportTables.Evaluators,
        ScoreTables.AreaScores,
        ScoreTables.QuestionScores,
        ScoreTables.Previous,
        TextTables.Findings,
        TextTables.Remarks,
        TextTables.Exemplars,
        TextTables.Prose,
        TextTables.Notes,
        TextTables.Corrections,
    ];

    /// <summary>
    /// The tables that a run writes as CSV where it is asked to. The reports' prose is a third of them all in bytes: the store has it, and a publication its CSV.
    /// </summary>
    public static IReadOnlyList<Table> OfRuns { get; } = [.. All.Where(t => t != TextTables.Prose)];

    /// <summary>The tables whose texts are searched.</summary>
    public static IReadOnlyList<Table> Searched { get; } =
    [TextTables.Findings, TextTables.Remarks, TextTables.Prose];

    /// <summary>The reports.</summary>
    public static Table Reports => ReportTables.Reports;

    /// <summary>The findings.</summary>
    public static Table Findings => TextTables.Findings;

    /// <summary>The table of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Table Find(string name) =>
        All.FirstOrDefault(t => t.Name == name)
        ?? throw new ArgumentException($"there is no table {name}", nameof(name));
}
