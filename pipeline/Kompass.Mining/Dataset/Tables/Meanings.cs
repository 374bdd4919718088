using CsvHelper;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>
/// What tables and columns mean, in both languages of the code book: <c>columns.csv</c>, a row a table (without a column) and a row a column. What a column
/// means in every table that has no row of its own for it stands in one of table <c>*</c>. What the values of columns mean that have a few only stands in
/// <c>values.csv</c>.
/// </summary>
internal static class Meanings
{
    private static readonly Dictionary<(string, string), (string, string)> All = Read();

    /// <summary>The tables and columns that have a row.</summary>
    public static IReadOnlyCollection<(string Table, string Column)> Explained => All.Keys;

    /// <exception cref="KeyNotFoundException">It has no row.</exception>
    public static (string Swedish, string English) Of(string table, string column = "") =>
        All.TryGetValue((table, column), out var own) ? own : All[("*", column)];

    /// <summary>The only values of a column, in the order of the code book; none where it may have others.</summary>
    public static IReadOnlyList<ColumnValue> ValuesOf(string table, string column) =>
        Values.GetValueOrDefault($"{table}.{column}") ?? Values.GetValueOrDefault(column) ?? [];

    // By column; with its table before it where a column of another table has other values.
    private static readonly Dictionary<string, List<ColumnValue>> Values = ReadValues();

    private static Dictionary<string, List<ColumnValue>> ReadValues()
    {
        using var csv = Open("values.csv");
        var all = new Dictionary<string, List<ColumnValue>>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var value = new ColumnValue(
                csv.GetString("value"),
                csv.GetString("swedish"),
                csv.GetString("english")
            );
            foreach (var column in csv.GetString("column").Split(' '))
            {
                if (!all.TryGetValue(column, out var values))
                {
                    all[column] = values = [];
                }

                values.Add(value);
            }
        }

        return all;
    }

    private static CsvReader Open(string name) =>
        CsvReader.Create(
            typeof(Meanings).Assembly.GetManifestResourceStream(typeof(Meanings), name)!,
            new CsvReaderOptions(),
            leaveOpen: false
        );

    private static Dictionary<(string, string), (string, string)> Read()
    {
        using var csv = Open("columns.csv");
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
