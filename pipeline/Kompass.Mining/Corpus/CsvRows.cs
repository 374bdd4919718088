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

        using var csv = CsvReader.FromFile(
            file,
            new CsvReaderOptions
            {
                Separator = ',',
                TrackLineNumbers = true,
                TrimWhitespace = true,
            }
        );
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
