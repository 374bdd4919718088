using CsvHelper;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Publishing;

/// <summary>A table as CSV that a Swedish Excel opens by double click: byte order mark, semicolons, decimal commas.</summary>
internal static class ExcelCsv
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        FormatProvider = Swedish,
    };

    public static void Write(string file, Table table, SqliteConnection connection) =>
        AtomicFile.Write(
            file,
            stream =>
            {
                using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
                csv.WriteHeader([.. table.Columns.Select(c => c.Name)]);
                foreach (var row in StoreRows.Read(table, connection))
                {
                    foreach (var value in row)
                    {
                        csv.WriteField(
                            value switch
                            {
                                null => "",
                                double number => number.ToString("0.####", Swedish),
                                var other => Convert.ToString(other, Swedish),
                            }
                        );
                    }

                    csv.EndRecord();
                }

                csv.Flush();
            }
        );
}
