using CsvHelper;

namespace Kompass.Mining.Dataset;

/// <summary>
/// The dataset as CSV files, one a table: RFC 4180, UTF-8, invariant numbers, the store's column names. A text that a spreadsheet would run as a formula is
/// escaped with an apostrophe.
/// </summary>
public static class CsvExport
{
    private static readonly CsvWriterOptions Options = new()
    {
        Injection = CsvInjection.Escape,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    /// <summary>Writes rows of a query's result to a stream that stays open.</summary>
    public static void WriteRows(
        Stream stream,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows
    ) =>
        WriteRows(
            CsvWriter.Create(stream, Options, leaveOpen: true),
            columns,
            rows,
            CultureInfo.InvariantCulture
        );

    /// <summary>The same to a writer.</summary>
    public static void WriteRows(
        TextWriter writer,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows
    ) =>
        WriteRows(
            CsvWriter.Create(writer, Options, leaveOpen: true),
            columns,
            rows,
            CultureInfo.InvariantCulture
        );

    /// <summary>The same in another form; the writer is closed.</summary>
    internal static void WriteRows(
        CsvWriter csv,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows,
        IFormatProvider numbers
    )
    {
        using var closed = csv;
        csv.WriteHeader([.. columns]);
        foreach (var row in rows)
        {
            WriteRow(csv, row, numbers);
        }

        csv.Flush();
    }

    /// <summary>Hash of rows as <c>WriteRows</c> writes them, 64 hexadecimal digits, and how many they are.</summary>
    public static (string Sha256, long Rows) Hash(
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows
    )
    {
        var count = 0L;
        using var sha = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write))
        {
            WriteRows(
                stream,
                columns,
                rows.Select(r =>
                {
                    count++;
                    return r;
                })
            );
        }

        return (Convert.ToHexStringLower(sha.Hash!), count);
    }

    /// <summary>Writes a row; numbers are no texts, so that a minus is not taken for the beginning of a formula.</summary>
    /// <param name="csv">Where to.</param>
    /// <param name="row">The values.</param>
    /// <param name="numbers">How numbers are written; null as the invariant culture does.</param>
    internal static void WriteRow(
        CsvWriter csv,
        IReadOnlyList<object?> row,
        IFormatProvider? numbers = null
    )
    {
        foreach (var value in row)
        {
            WriteValue(csv, value, numbers ?? CultureInfo.InvariantCulture);
        }

        csv.EndRecord();
    }

    private static void WriteValue(CsvWriter csv, object? value, IFormatProvider numbers)
    {
        switch (value)
        {
            case null or DBNull:
                csv.WriteField("");
                break;
            case decimal number:
                csv.WriteField(number, "0.####", numbers);
                break;
            case double number:
                csv.WriteField(number, "0.####", numbers);
                break;
            case int number:
                csv.WriteField(number, default, numbers);
                break;
            case long number:
                csv.WriteField(number, default, numbers);
                break;
            case bool flag:
                csv.WriteField(flag ? 1 : 0, default, numbers);
                break;
            case Enum name:
                csv.WriteField(name.ToString().ToLowerInvariant());
                break;
            default:
                csv.WriteField(value.ToString());
                break;
        }
    }
}
