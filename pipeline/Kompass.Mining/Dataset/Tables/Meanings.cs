using CsvHelper;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>
/// What tables and columns mean, in both languages of the code book: <c>columns.csv</c>, a row a table (without a column) and a row a column. What a column
/// means in every table that has no row of its own for it stands in one of table <c>*</c>.
/// </summary>
internal static class Meanings
{
    private static readonly Dictionary<(string, string), (string, string)> All = Read();

    /// <summary>The tables and columns that have a row.</summary>
    public static IReadOnlyCollection<(string Table, string Column)> Explained => All.Keys;

    /// <exception cref="KeyNotFoundException">It has no row.</exception>
    public static (string Swedish, string English) Of(string table, string column = "") =>
        All.TryGetValue((table, column), out var own) ? own : All[("*", column)];

    private static Dictionary<(string, string), (string, string)> Read()
    {
        using var csv = CsvReader.Create(
            typeof(Meanings).Assembly.GetManifestResourceStream(typeof(Meanings), "columns.csv")!,
            new CsvReaderOptions(),
            leaveOpen: false
        );
        var all = new Dictionary<(string, string), (string, string)>();
        while (csv.Read())
        {
            all.Add(
                (csv.GetString("table"), csv.GetString("column")),
                (csv.GetString("swedish"), csv.GetString("english"))
            );
        }

        return all;
    }
}
