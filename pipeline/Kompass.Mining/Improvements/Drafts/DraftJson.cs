using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The draft's JSON form, as records have theirs: camelCase names, lower-case enumerations, nulls written. All of the evidence is in it.</summary>
public static class DraftJson
{
    private static readonly DraftJsonContext Context = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters =
            {
                new PlainDecimal(),
                new JsonStringEnumConverter<BasisKind>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<FindingKind>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<PointLevel>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<FollowUpState>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<Stance>(JsonNamingPolicy.CamelCase),
            },
        }
    );

    /// <summary>Indented; ends with a line feed.</summary>
    public static string Write(ImprovementDraft draft) =>
        JsonSerializer.Serialize(draft, Context.ImprovementDraft) + "\n";
}

[JsonSerializable(typeof(ImprovementDraft))]
internal sealed partial class DraftJsonContext : JsonSerializerContext;
