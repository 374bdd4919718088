using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kompass.Mining.Reports;

/// <summary>How records, drafts and feedback are written as JSON: camelCase names, lower-case enumerations, nulls, points as printed.</summary>
internal static class JsonForm
{
    /// <summary>Options; indented ones are for people.</summary>
    /// <param name="indented">Whether each value has a line.</param>
    /// <param name="names">Enumerations beside the kinds of findings, each as <see cref="Names{T}"/>.</param>
    public static JsonSerializerOptions Options(bool indented, params JsonConverter[] names)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            // Swedish letters and quotation marks stay readable; nothing of this is put into HTML unescaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            RespectNullableAnnotations = true,
            Converters = { new PlainDecimal(), Names<FindingKind>() },
        };
        foreach (var converter in names)
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    /// <summary>The names of an enumeration, in lower case.</summary>
    public static JsonStringEnumConverter<T> Names<T>()
        where T : struct, Enum => new(JsonNamingPolicy.CamelCase);
}
