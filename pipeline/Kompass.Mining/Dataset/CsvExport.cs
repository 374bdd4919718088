using System.Security.Cryptography;
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
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        using var csv = Open(stream, columns, leaveOpen: true);
        foreach (var row in rows)
        {
            WriteRow(csv, row);
        }

        csv.Flush();
    }

    /// <summary>Hash of rows as <see cref="WriteRows"/> writes them, 64 hexadecimal digits, and how many they are.</summary>
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

    internal static CsvWriter Open(Stream stream, IReadOnlyList<string> columns, bool leaveOpen)
    {
        var csv = CsvWriter.Create(stream, Options, leaveOpen);
        csv.WriteHeader([.. columns]);
        return csv;
    }

    internal static void WriteRow(CsvWriter csv, IReadOnlyList<object?> row)
    {
        foreach (var value in row)
        {
            WriteValue(csv, value);
        }

        csv.EndRecord();
    }

    private static void WriteValue(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                csv.WriteField("");
                break;
            case decimal number:
                csv.WriteField(number, "0.####", CultureInfo.InvariantCulture);
                break;
            case double number:
                csv.WriteField(number, "0.####", CultureInfo.InvariantCulture);
                break;
            case int number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case long number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case bool flag:
                csv.WriteField(flag ? 1 : 0, default, CultureInfo.InvariantCulture);
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
