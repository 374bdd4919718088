using CsvHelper;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Publishing;

/// <summary>A table as CSV that a Swedish Excel opens by double click: byte order mark, semicolons, decimal commas.</summary>
internal static class ExcelCsv
{
    private static readonly CultureInfo Swedish = WithHyphen();

    private static readonly CsvWriterOptions Options = new()
    {
        Separator = ';',
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        FormatProvider = Swedish,
    };

    // The culture's own minus, U+2212, makes a text of a number in every spreadsheet.
    private static CultureInfo WithHyphen()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("sv-SE").Clone();
        culture.NumberFormat.NegativeSign = "-";
        return CultureInfo.ReadOnly(culture);
    }

    public static void Write(string file, Table table, SqliteConnection connection) =>
        AtomicFile.Write(file, stream => WriteRows(stream, table.Names, table.Read(connection)));

    /// <summary>Writes rows to a stream that stays open.</summary>
    public static void WriteRows(
        Stream stream,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows
    ) => CsvExport.WriteRows(CsvWriter.Create(stream, Options, leaveOpen: true), columns, rows);
}
