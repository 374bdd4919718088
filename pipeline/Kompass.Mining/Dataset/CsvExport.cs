using CsvHelper;
using Kompass.Mining.Dataset.Tables;

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
    ) => WriteRows(CsvWriter.Create(stream, Options, leaveOpen: true), columns, rows);

    /// <summary>The same to a writer.</summary>
    public static void WriteRows(
        TextWriter writer,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows
    ) => WriteRows(CsvWriter.Create(writer, Options, leaveOpen: true), columns, rows);

    /// <summary>Writes records to a writer: their columns are the parameters of their constructor.</summary>
    public static void WriteRecords<T>(TextWriter writer, IEnumerable<T> records) =>
        WriteRows(writer, StoreRow<T>.Columns, records.Select(StoreRow<T>.Of));

    /// <summary>The same as a text.</summary>
    internal static string Text<T>(IEnumerable<T> records)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        WriteRecords(text, records);
        return text.ToString();
    }

    /// <summary>The same in another form; the writer is closed.</summary>
    internal static void WriteRows(
        CsvWriter csv,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows
    )
    {
        using var closed = csv;
        csv.WriteHeader([.. columns]);
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                WriteValue(csv, value);
            }

            csv.EndRecord();
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

    // Numbers are no texts: a minus is not taken for the beginning of a formula.
    private static void WriteValue(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case decimal number:
                csv.WriteField(number, "0.####", csv.Options.FormatProvider);
                break;
            case double number:
                csv.WriteField(number, "0.####", csv.Options.FormatProvider);
                break;
            case bool flag:
                csv.WriteField(flag ? "1" : "0");
                break;
            case Enum name:
                csv.WriteField(name.ToString().ToLowerInvariant());
                break;
            default:
                csv.WriteField(value);
                break;
        }
    }
}
