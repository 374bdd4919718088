using CsvHelper;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>
/// Reads the entries of a profile in CSV: the columns <c>field</c> and <c>value</c> count, others are for the reader. Comma, semicolon or tab, as
/// spreadsheets of different languages write it.
/// </summary>
internal static class ProfileCsv
{
    private const string FieldColumn = "field";
    private const string ValueColumn = "value";

    /// <summary>All entries with a value; problems go into the list.</summary>
    public static IReadOnlyList<ProfileEntry> Read(
        string file,
        string text,
        List<ProfileProblem> problems
    )
    {
        var header = text.AsSpan()[..Math.Max(text.IndexOf('\n', StringComparison.Ordinal), 0)];
        var separator =
            header.Contains(';') ? ';'
            : header.Contains('\t') ? '\t'
            : ',';
        var entries = new List<ProfileEntry>();
        try
        {
            using var csv = CsvReader.FromText(
                text,
                new CsvReaderOptions
                {
                    Separator = separator,
                    TrackLineNumbers = true,
                    TrimWhitespace = true,
                }
            );
            while (csv.Read())
            {
                if (
                    !csv.TryGetFieldIndex(FieldColumn, out var fieldAt)
                    || !csv.TryGetFieldIndex(ValueColumn, out var valueAt)
                )
                {
                    problems.Add(NoHeader(file));
                    return [];
                }

                var key = Field(csv, fieldAt);
                var value = Field(csv, valueAt);
                var cell = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ColumnName(valueAt)}{csv.LineNumber} ({key})"
                );
                if (value.Length > 0)
                {
                    entries.Add(new ProfileEntry(key.ToLowerInvariant(), cell, value));
                }
            }
        }
        catch (Exception e)
            when (e is CsvFormatException or FormatException or KeyNotFoundException)
        {
            problems.Add(
                new ProfileProblem(file, "", $"is no table that can be read: {e.Message}")
            );
            return [];
        }

        if (entries.Count == 0 && problems.Count == 0)
        {
            problems.Add(
                text.Contains(FieldColumn, StringComparison.OrdinalIgnoreCase)
                    ? new ProfileProblem(file, "", "no value is filled in")
                    : NoHeader(file)
            );
        }

        return entries;
    }

    private static ProfileProblem NoHeader(string file) =>
        new(
            file,
            "A1",
            $"the columns {FieldColumn} and {ValueColumn} were expected in the first row; kompass suggest --template writes a table to fill in"
        );

    private static string Field(CsvReader csv, int column) =>
        column < csv.FieldCount ? csv.GetString(column).Trim() : "";

    private static char ColumnName(int index) => (char)('A' + index);
}
