namespace Kompass.Mining.Themes.Training;

/// <summary>Reads findings of real reports that people have labelled: JSON files with <c>id</c> and <c>findings</c> in the order of their lists, of <c>text</c>, <c>area</c>, <c>kind</c>, <c>question</c>, <c>theme</c>, <c>theme2</c>.</summary>
public static class GoldFile
{
    /// <summary>All labelled findings of the files of a folder, in order of file name.</summary>
    /// <exception cref="CorpusException">A file is no such JSON; the message names it.</exception>
    public static IReadOnlyList<LabelledFinding> ReadAll(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetFiles(folder, "*.json")
                    .Order(StringComparer.Ordinal)
                    .SelectMany(Read),
            ]
            : [];

    private static IEnumerable<LabelledFinding> Read(string file)
    {
        var gold = CorpusJson.Read(
            file,
            GoldJson.Default.GoldReport,
            "is not the expected JSON of labelled findings"
        );
        return
        [
            .. gold
                .Findings.Where(f => f is { Question: not null, Theme: not null })
                .Select(f => new LabelledFinding(
                    f.Text,
                    f.Area,
                    f.Question!,
                    f.Theme,
                    f.Theme2,
                    LabelSource.Gold,
                    gold.Id
                )
                {
                    List = Enum.TryParse<FindingKind>(f.Kind, ignoreCase: true, out var kind)
                        ? kind
                        : null,
                }),
        ];
    }
}

internal sealed record GoldReport(string Id, IReadOnlyList<GoldFinding> Findings);

internal sealed record GoldFinding(
    int Area,
    string Text,
    string? Question,
    string? Theme,
    string? Theme2,
    string? Kind
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false
)]
[JsonSerializable(typeof(GoldReport))]
internal sealed partial class GoldJson : JsonSerializerContext;
