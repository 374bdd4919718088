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
    private static readonly DraftJsonContext Context = new(Options(indented: true));
    private static readonly DraftJsonContext OneLine = new(Options(indented: false));

    private static JsonSerializerOptions Options(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters =
            {
                new PlainDecimal(),
                new JsonStringEnumConverter<BasisKind>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<FindingKind>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<PointLevel>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<FollowUpState>(JsonNamingPolicy.CamelCase),
                new JsonStringEnumConverter<Stance>(JsonNamingPolicy.CamelCase),
            },
        };

    /// <summary>Indented; ends with a line feed.</summary>
    public static string Write(ImprovementDraft draft) =>
        JsonSerializer.Serialize(draft, Context.ImprovementDraft) + "\n";

    /// <summary>On one line, half as large, as the dataset keeps them; ends with a line feed.</summary>
    public static string WriteLine(ImprovementDraft draft) =>
        JsonSerializer.Serialize(draft, OneLine.ImprovementDraft) + "\n";

    /// <summary>Reads a draft.</summary>
    /// <exception cref="JsonException">It is no draft of this schema; the message says what was found.</exception>
    public static ImprovementDraft Read(string json)
    {
        var draft =
            JsonSerializer.Deserialize(json, Context.ImprovementDraft)
            ?? throw new JsonException("the draft is null");
        return draft.Schema == ImprovementDraft.CurrentSchema
            ? draft
            : throw new JsonException(
                $"draft schema {draft.Schema} was found, this version reads schema {ImprovementDraft.CurrentSchema}"
            );
    }
}

[JsonSerializable(typeof(ImprovementDraft))]
internal sealed partial class DraftJsonContext : JsonSerializerContext;
