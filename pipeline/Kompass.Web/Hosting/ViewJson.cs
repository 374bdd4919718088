using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Kompass.Web.Hosting;

/// <summary>A view as JSON: which dataset, which view, and its tables as lists of objects.</summary>
internal static class ViewJson
{
    // Letters as they are; a browser never takes this for a page (nosniff).
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static async Task Write(HttpContext context, View view, PageInfo info)
    {
        // Asked for first: where the address cannot be answered, nothing is written yet.
        var tables = view.Tables;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteStartObject("dataset");
        foreach (var (name, value) in info.Facts!.Meta)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteString("title", view.English);
        json.WriteString("address", info.Address);
        if (view.CutAt is { } limit)
        {
            json.WriteBoolean("cut", true);
            json.WriteNumber("limit", limit);
        }

        json.WriteStartObject("tables");
        foreach (var table in tables)
        {
            json.WriteStartArray(table.Name);
            foreach (var row in table.Rows)
            {
                context.RequestAborted.ThrowIfCancellationRequested();
                json.WriteStartObject();
                for (var i = 0; i < table.Columns.Count; i++)
                {
                    json.WritePropertyName(table.Columns[i]);
                    JsonSerializer.Serialize(
                        json,
                        // JSON has no number for what is none.
                        row[i] is double number
                        && !double.IsFinite(number)
                            ? number.ToString(CultureInfo.InvariantCulture)
                            : row[i]
                    );
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }
}
