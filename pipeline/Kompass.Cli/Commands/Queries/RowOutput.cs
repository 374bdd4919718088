using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Cli.Commands.Queries;

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
        var rows = result.Rows(cancellation);
        if (format == Format.Csv)
        {
            CsvExport.WriteRows(terminal.Output, result.Names, rows);
        }
        else
        {
            WriteJson(terminal.Output, result, rows);
        }

        terminal.Output.Flush();
    }

    private static void WriteJson(
        TextWriter output,
        QueryResult result,
        IEnumerable<object?[]> rows
    )
    {
        var names = result.Columns.Select(c => JsonEncodedText.Encode(Camel(c.Name))).ToArray();
        var buffer = new ArrayBufferWriter<byte>(Buffer);
        using var writer = new Utf8JsonWriter(buffer, Readable);
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                writer.WritePropertyName(names[i]);
                WriteValue(writer, row[i], result.Columns[i]);
            }

            writer.WriteEndObject();
            writer.Flush();
            buffer.Write("\n"u8);
            writer.Reset();
            if (buffer.WrittenCount > Buffer)
            {
                Hand();
            }
        }

        Hand();

        void Hand()
        {
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            buffer.ResetWrittenCount();
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, ResultColumn column)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text when column.Name == "source_box":
                writer.WriteRawValue(text);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case long or int when column.Type == ColumnType.Boolean:
                writer.WriteBooleanValue(Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0);
                break;
            case long or int:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
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
