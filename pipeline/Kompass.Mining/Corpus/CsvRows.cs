using CsvHelper;

namespace Kompass.Mining.Corpus;

/// <summary>Reads the comma-separated files of <c>corpus/</c>: a header, UTF-8, RFC 4180.</summary>
internal static class CsvRows
{
    /// <summary>All rows of a file.</summary>
    /// <exception cref="CorpusException">The file is missing, or a row is wrong; the message says which line.</exception>
    public static IReadOnlyList<T> Read<T>(string file, Func<CsvReader, T> read)
    {
        if (!File.Exists(file))
        {
            throw new CorpusException(file, "is missing");
        }

        using var csv = CsvReader.FromFile(file, Options(','));
        return Rows(file, csv, read);
    }

    /// <summary>All rows of a file that a spreadsheet may have saved: with commas, semicolons or tabs between columns.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">What stands in it.</param>
    /// <param name="read">Makes something of a row.</param>
    /// <exception cref="CorpusException">A row is wrong; the message says which line.</exception>
    public static IReadOnlyList<T> Read<T>(string file, string text, Func<CsvReader, T> read)
    {
        using var csv = CsvReader.FromText(text, Options(SeparatorOf(text)));
        return Rows(file, csv, read);
    }

    /// <summary>What stands between the columns of a table's first line.</summary>
    public static char SeparatorOf(string text)
    {
        var head = text.Split('\n', 2)[0];
        return head.Contains(',', StringComparison.Ordinal) ? ','
            : head.Contains(';', StringComparison.Ordinal) ? ';'
            : head.Contains('\t', StringComparison.Ordinal) ? '\t'
            : ',';
    }

    private static CsvReaderOptions Options(char separator) =>
        new()
        {
            Separator = separator,
            TrackLineNumbers = true,
            TrimWhitespace = true,
        };

    private static List<T> Rows<T>(string file, CsvReader csv, Func<CsvReader, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (csv.Read())
            {
                rows.Add(read(csv));
            }
        }
        catch (Exception e)
            when (e
                    is CsvFormatException
                        or FormatException
                        or ArgumentException
                        or KeyNotFoundException
                        or OverflowException
            )
        {
            throw new CorpusException(file, $"line {csv.LineNumber}: {e.Message}", e);
        }

        return rows;
    }

    /// <summary>A field as text, empty where it is missing.</summary>
    public static string Text(this CsvReader row, string column) => row.GetString(column).Trim();

    /// <summary>A field as text, null where it is empty.</summary>
    public static string? TextOrNull(this CsvReader row, string column) =>
        row.Text(column) is { Length: > 0 } text ? text : null;

    /// <summary>A field as a number, null where it is empty.</summary>
    public static decimal? NumberOrNull(this CsvReader row, string column) =>
        row.Text(column) is { Length: > 0 } text
            ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture)
            : null;
}
