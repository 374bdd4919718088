using CsvHelper;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>
/// Reads the entries of a profile from a table: the columns <c>fält</c> and <c>värde</c> count (<c>field</c> and <c>value</c> too), others are for the reader. Comma,
/// semicolon or tab, as spreadsheets of different languages write it.
/// </summary>
internal static class ProfileTable
{
    /// <summary>The names of the columns, as the template writes them.</summary>
    public static readonly string[] Columns = ["fält", "värde", "högst", "lydelse"];

    /// <summary>The rows of a CSV file, with their lines.</summary>
    /// <exception cref="FormatException">It is no table.</exception>
    public static IEnumerable<(int Row, IReadOnlyDictionary<int, string> Cells)> Csv(string text)
    {
        var header = text.AsSpan()[..Math.Max(text.IndexOf('\n', StringComparison.Ordinal), 0)];
        var separator =
            header.Contains(';') ? ';'
            : header.Contains('\t') ? '\t'
            : ',';
        foreach (var (row, cells) in Rows(text, separator))
        {
            // A table with commas that a Swedish Excel opened and saved: all of a row stands in the first cell, what was typed in in one behind it.
            var inner =
                cells[0].Contains(',', StringComparison.Ordinal)
                && (separator == ';' || cells.Length == 1)
                    ? Rows(cells[0], ',').First().Cells
                    : null;
            if (
                inner is { Length: > 1 }
                && cells.Skip(1).FirstOrDefault(c => c.Length > 0) is { } typed
            )
            {
                inner[1] = inner[1].Length > 0 ? inner[1] : typed;
            }

            var all = inner ?? cells;
            yield return (row, all.Index().ToDictionary(c => c.Index, c => c.Item));
        }
    }

    /// <summary>All entries with a value; problems go into the list.</summary>
    public static IReadOnlyList<ProfileEntry> Read(
        string file,
        IEnumerable<(int Row, IReadOnlyDictionary<int, string> Cells)> rows,
        List<ProfileProblem> problems
    )
    {
        var entries = new List<ProfileEntry>();
        (int Field, int Value, int Last)? columns = null;
        foreach (var (row, cells) in rows)
        {
            if (columns is not var (field, value, last))
            {
                columns = (
                    Column(cells, Columns[0], "field"),
                    Column(cells, Columns[1], "value"),
                    cells.Keys.Max()
                );
                if (columns is { Field: < 0 } or { Value: < 0 })
                {
                    problems.Add(
                        new ProfileProblem(
                            file,
                            "A1",
                            $"kolumnerna {Columns[0]} och {Columns[1]} väntades i första raden; kompass suggest --template profil.xlsx skriver en tabell att fylla i"
                        )
                    );
                    return [];
                }

                continue;
            }

            if (Entry(row, cells, field, value) is not { } entry)
            {
                continue;
            }

            entries.Add(entry);
            if (cells.Any(c => c.Key > last && c.Value.Length > 0))
            {
                problems.Add(
                    new ProfileProblem(
                        file,
                        entry.Cell,
                        "raden har fler kolumner än den första raden; i en tabell med komma mellan kolumnerna skrivs decimaltal med punkt (52.5)"
                    )
                );
            }
        }

        if (entries.Count == 0)
        {
            problems.Add(new ProfileProblem(file, "", "inget värde är ifyllt"));
        }

        return entries;
    }

    private static ProfileEntry? Entry(
        int row,
        IReadOnlyDictionary<int, string> cells,
        int field,
        int value
    )
    {
        var key = cells.GetValueOrDefault(field, "").Trim();
        var text = cells.GetValueOrDefault(value, "").Trim();
        return key.Length == 0 || text.Length == 0
            ? null
            : new ProfileEntry(
                ProfileFields.KeyOf(key),
                Invariant($"{(char)('A' + Math.Min(value, 25))}{row} ({key})"),
                text
            );
    }

    private static int Column(
        IReadOnlyDictionary<int, string> head,
        string swedish,
        string english
    ) =>
        head.Where(c =>
                c.Value.Trim().Equals(swedish, StringComparison.OrdinalIgnoreCase)
                || c.Value.Trim().Equals(english, StringComparison.OrdinalIgnoreCase)
            )
            .Select(c => c.Key)
            .DefaultIfEmpty(-1)
            .First();

    private static IEnumerable<(int Row, string[] Cells)> Rows(string text, char separator)
    {
        using var csv = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = separator,
                HasHeader = false,
                TrackLineNumbers = true,
                TrimWhitespace = true,
            }
        );
        while (csv.Read())
        {
            yield return (
                (int)csv.LineNumber,
                [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim())]
            );
        }
    }
}
