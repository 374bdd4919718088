using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;

namespace Kompass.Cli.Commands;

/// <summary>Writes what a query found to standard output.</summary>
internal static class RowOutput
{
    // Characters that are gathered before they are written: one write of the console costs more than thousands of them.
    private const int Buffer = 1 << 16;

    private static readonly JsonWriterOptions Readable = new()
    {
        // Swedish letters as they are.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes a result row by row, so that a million rows need no more memory than ten.</summary>
    /// <param name="format">JSON Lines or CSV; tables are written by the command.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="result">What was found.</param>
    /// <param name="cancellation">Stops it.</param>
    public static void Write(
        this Format format,
        Terminal terminal,
        QueryResult result,
        CancellationToken cancellation
    )
    {
        using var stream = new TextStream(terminal.Output, Buffer);
        var rows = result.Rows().TakeWhile(_ => !cancellation.IsCancellationRequested);
        if (format == Format.Csv)
        {
            CsvExport.WriteRows(stream, [.. result.Columns.Select(c => c.Name)], rows);
        }
        else
        {
            WriteJson(stream, result, rows);
        }

        stream.Flush();
        cancellation.ThrowIfCancellationRequested();
    }

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

    private static void WriteJson(Stream stream, QueryResult result, IEnumerable<object?[]> rows)
    {
        var names = result
            .Columns.Select(c =>
                JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(Camel(c.Name)))
            )
            .ToArray();
        var buffer = new ArrayBufferWriter<byte>(Buffer);
        using var writer = new Utf8JsonWriter(buffer, Readable);
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                writer.WritePropertyName(names[i]);
                WriteValue(writer, row[i], isJson: result.Columns[i].Name == "source_box");
            }

            writer.WriteEndObject();
            writer.Flush();
            stream.Write(buffer.WrittenSpan);
            stream.Write("\n"u8);
            buffer.ResetWrittenCount();
            writer.Reset();
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, bool isJson)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text when isJson:
                writer.WriteRawValue(text);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // municipality_name as municipalityName, as records write it.
    private static string Camel(string name) =>
        string.Concat(
            name.Split('_')
                .Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..])
        );
}
