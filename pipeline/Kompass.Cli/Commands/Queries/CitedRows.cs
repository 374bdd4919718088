using System.Text;
using CsvHelper;

namespace Kompass.Cli.Commands.Queries;

/// <summary>The rows of a cited query, at one time.</summary>
internal sealed class CitedRows
{
    private readonly IReadOnlyList<string> _columns;
    private readonly List<string[]> _rows;

    private CitedRows(IReadOnlyList<string> columns, List<string[]> rows) =>
        (_columns, _rows) = (columns, rows);

    /// <summary>Reads them as CSV.</summary>
    public static CitedRows Read(MemoryStream csv)
    {
        using var reader = CsvReader.FromText(
            Encoding.UTF8.GetString(csv.ToArray()),
            new CsvReaderOptions()
        );
        reader.ReadHeader();
        var columns = reader.Headers;
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. columns.Select((_, i) => reader.GetString(i))]);
        }

        return new CitedRows(columns, rows);
    }

    /// <summary>What became of them, in words: which are gone, which stand elsewhere, which are otherwise changed, and how many are new.</summary>
    /// <param name="today">The rows of the same query today.</param>
    public string Difference(CitedRows today)
    {
        var same = _rows.Select(Whole).ToHashSet(StringComparer.Ordinal);
        var (gone, added) = (
            _rows.ExceptBy(today._rows.Select(Whole), Whole, StringComparer.Ordinal).ToList(),
            today._rows.ExceptBy(same, Whole, StringComparer.Ordinal).ToList()
        );
        var count = $"today the same query gives {Terminal.Counted(today._rows.Count, "rows")}";
        if (gone.Count + added.Count == 0)
        {
            return "the same query gives the same rows today";
        }

        if (Key is not { } key || !_columns.SequenceEqual(today._columns, StringComparer.Ordinal))
        {
            return $"{count}: of the rows cited, {Are(gone.Count)} gone or changed; {Are(added.Count)} new or changed";
        }

        var now = added.ToLookup(key, StringComparer.Ordinal);
        var changes = gone.Where(r => now.Contains(key(r)))
            .Select(r => ChangedColumns(r, now[key(r)].First()))
            .ToList();
        var moved = changes.Count(c => c.TrueForAll(IsPlace));
        var changed = changes.Where(c => !c.TrueForAll(IsPlace)).ToList();
        string[] parts =
        [
            $"{Are(gone.Count - changes.Count)} gone",
            .. moved > 0
                ? [$"{moved} changed only in where it stands or is read from"]
                : (string[])[],
            .. changed.Count > 0
                ?
                [
                    $"{changed.Count} changed in {string.Join(", ", changed.SelectMany(c => c).Where(c => !IsPlace(c)).Distinct(StringComparer.Ordinal))}",
                ]
                : (string[])[],
            $"{Are(added.Count - changes.Count)} new",
        ];
        return $"{count}: of the rows cited, {string.Join("; ", parts)}";
    }

    // What names a row, where something does; of texts it holds a hash of what stands there, so another text is another row.
    private Func<string[], string>? Key =>
        At("id") is >= 0 and var id ? r => r[id]
        : At("report_id") is >= 0 and var report && At("code") is >= 0 and var code
            ? r => $"{r[report]} {r[code]}"
        : null;

    private int At(string column) => _columns.ToList().IndexOf(column);

    private List<string> ChangedColumns(string[] then, string[] now) =>
        [.. _columns.Where((_, i) => then[i] != now[i])];

    private static bool IsPlace(string column) =>
        column.StartsWith("source_", StringComparison.Ordinal)
        || column.StartsWith("document_", StringComparison.Ordinal);

    private static string Whole(string[] row) => string.Join('\u001f', row);

    private static string Are(int count) => $"{count} {(count == 1 ? "is" : "are")}";
}
