using CsvHelper;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>
/// What tables and columns mean, in both languages of the code book: <c>columns.csv</c>, a row a table (without a column) and a row a column. What a column
/// means in every table that has no row of its own for it stands in one of table <c>*</c>. What the values of columns mean that have a few only stands in
/// <c>values.csv</c>.
/// </summary>
internal static class Meanings
{
    private static readonly Dictionary<(string, string), (string, string)> All = Read(
            "columns.csv",
            row =>
                (
                    (row.GetString("table"), row.GetString("column")),
                    (row.GetString("swedish"), row.GetString("english"))
                )
        )
        .ToDictionary(r => r.Item1, r => r.Item2);

    /// <summary>The tables and columns that have a row.</summary>
    public static IReadOnlyCollection<(string Table, string Column)> Explained => All.Keys;

    /// <exception cref="KeyNotFoundException">It has no row.</exception>
    public static (string Swedish, string English) Of(string table, string column = "") =>
        All.TryGetValue((table, column), out var own) ? own : All[("*", column)];

    /// <summary>The only values of a column, in the order of the code book; none where it may have others.</summary>
    public static IReadOnlyList<ColumnValue> ValuesOf(string table, string column) =>
        [.. Values.Contains($"{table}.{column}") ? Values[$"{table}.{column}"] : Values[column]];

    // By column; with its table before it where a column of another table has other values.
    private static readonly ILookup<string, ColumnValue> Values = Read(
            "values.csv",
            row =>
                (
                    Columns: row.GetString("column").Split(' '),
                    Value: new ColumnValue(
                        row.GetString("value"),
                        row.GetString("swedish"),
                        row.GetString("english")
                    )
                )
        )
        .SelectMany(v => v.Columns.Select(c => (Column: c, v.Value)))
        .ToLookup(v => v.Column, v => v.Value, StringComparer.Ordinal);

    private static List<T> Read<T>(string name, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.Create(
            typeof(Meanings).Assembly.GetManifestResourceStream(typeof(Meanings), name)!,
            new CsvReaderOptions(),
            leaveOpen: false
        );
        var rows = new List<T>();
        while (csv.Read())
        {
            rows.Add(read(csv));
        }

        return rows;
    }
}
