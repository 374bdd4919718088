using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kompass.Mining.Dataset;

namespace Kompass.Cli.Commands;

/// <summary>Writes what a query found to standard output.</summary>
internal static class RowOutput
{
    /// <summary>Writes rows in a format.</summary>
    /// <param name="format">JSON Lines, CSV, or a table for people.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="rows">What was found.</param>
    /// <param name="json">How a row is written as JSON.</param>
    /// <param name="columns">The heads of the CSV.</param>
    /// <param name="cells">A row of the CSV, as many cells as heads.</param>
    /// <param name="table">Writes the table.</param>
    public static void Write<T>(
        this Format format,
        Terminal terminal,
        IReadOnlyList<T> rows,
        JsonTypeInfo<T> json,
        IReadOnlyList<string> columns,
        Func<T, IReadOnlyList<object?>> cells,
        Action table
    )
    {
        switch (format)
        {
            case Format.Json:
                foreach (var row in rows)
                {
                    terminal.Output.WriteLine(JsonSerializer.Serialize(row, json));
                }

                break;
            case Format.Csv:
                using (var buffer = new MemoryStream())
                {
                    CsvExport.WriteRows(buffer, columns, rows.Select(cells));
                    terminal.Output.Write(Encoding.UTF8.GetString(buffer.ToArray()));
                }

                break;
            default:
                table();
                break;
        }
    }
}
