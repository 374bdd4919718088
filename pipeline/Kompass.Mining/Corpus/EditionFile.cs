namespace Kompass.Mining.Corpus;

/// <summary>
/// Reads <c>corpus/editions/*.json</c>. A file may extend another (<c>"extends": "2010"</c>): what it leaves out it takes from there, and
/// an area that it does name replaces the area's name and adds to its variants, or stands beside the others where they have none of its number.
/// </summary>
internal static class EditionFile
{
    public static IReadOnlyList<Edition> ReadAll(string folder)
    {
        var files = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToArray()
            : [];
        if (files.Length == 0)
        {
            throw new CorpusException(
                folder,
                "holds no edition (*.json); at least 2010.json is expected"
            );
        }

        var raw = new Dictionary<string, (string File, EditionDto Edition)>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var edition = CorpusJson.Read(
                file,
                EditionJson.Default.EditionDto,
                "is no edition file"
            );
            if (!raw.TryAdd(edition.Id, (file, edition)))
            {
                throw new CorpusException(
                    file,
                    $"holds edition {edition.Id}, as {Path.GetFileName(raw[edition.Id].File)} does"
                );
            }
        }

        return
        [
            .. raw
                .Values.Select(e => Resolve(e.Edition, raw, e.File))
                .OrderBy(e => e.Id, StringComparer.Ordinal),
        ];
    }

    private static Edition Resolve(
        EditionDto dto,
        Dictionary<string, (string File, EditionDto Edition)> all,
        string file
    )
    {
        var origin = dto.Extends is null ? null : Parent(dto, all, file);
        var headings = dto.Headings ?? origin?.Headings;
        var headers = dto.RunningHeaders ?? origin?.RunningHeaders;
        if (headings is null || headers is null)
        {
            throw new CorpusException(
                file,
                $"edition {dto.Id} has no headings or runningHeaders and extends no edition that has"
            );
        }

        var own = (dto.Areas ?? []).ToList();
        var areas =
            origin is null || dto.ReplaceAreas
                ? own
                :
                [
                    .. (origin.Areas ?? []).Select(a => Merge(a, own, dto)),
                    .. own.Where(o => (origin.Areas ?? []).All(a => a.Number != o.Number)),
                ];
        CheckPoints(areas, dto, file);
        CheckLikeness(areas, origin, file);
        return new Edition(
            dto.Id,
            dto.Title,
            dto.InUse.From,
            dto.InUse.To,
            dto.Scale,
            dto.ScaleNote,
            dto.Marks ?? [],
            dto.QuestionsKnown,
            areas,
            headings,
            headers
        );
    }

    private static EditionDto Parent(
        EditionDto dto,
        Dictionary<string, (string File, EditionDto Edition)> all,
        string file
    ) =>
        all.TryGetValue(dto.Extends!, out var parent) && parent.Edition.Extends is null
            ? parent.Edition
            : throw new CorpusException(
                file,
                $"edition {dto.Id} extends {dto.Extends}, which is not there or extends another itself"
            );

    private static Area Merge(Area inherited, List<Area> own, EditionDto dto)
    {
        var area = inherited with { Questions = dto.QuestionsKnown ? inherited.Questions : [] };
        var change = own.FirstOrDefault(o => o.Number == inherited.Number);
        return change is null
            ? area
            : area with
            {
                Name = change.Name,
                Variants = [.. change.Variants, .. inherited.Variants],
                Spoken = [.. change.Spoken, .. inherited.Spoken],
                Rubrics = change.Rubrics.Count > 0 ? change.Rubrics : inherited.Rubrics,
            };
    }

    private static void CheckLikeness(IReadOnlyList<Area> areas, EditionDto? origin, string file)
    {
        foreach (var area in areas.Where(a => a.LikeArea is not null))
        {
            if (origin?.Areas?.Any(a => a.Number == area.LikeArea) != true)
            {
                throw new CorpusException(
                    file,
                    $"area {area.Number} is like area {area.LikeArea}, which the edition that it extends does not have"
                );
            }
        }
    }

    private static void CheckPoints(IReadOnlyList<Area> areas, EditionDto dto, string file)
    {
        foreach (var area in areas.Where(a => a.Questions.Count > 0))
        {
            var sum = area.Questions.Sum(q => q.Max);
            if (sum != dto.Scale.AreaMax)
            {
                throw new CorpusException(
                    file,
                    $"edition {dto.Id}: the sub-questions of area {area.Number} add up to {sum} points, expected {dto.Scale.AreaMax}"
                );
            }
        }
    }
}

internal sealed record EditionDto(
    string Id,
    string Title,
    InUseDto InUse,
    Scale Scale,
    string ScaleNote,
    string? Extends = null,
    IReadOnlyList<string>? Marks = null,
    IReadOnlyList<Area>? Areas = null,
    ReportHeadings? Headings = null,
    IReadOnlyList<string>? RunningHeaders = null,
    bool QuestionsKnown = true,
    bool ReplaceAreas = false
);

internal sealed record InUseDto(string From, string? To = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(EditionDto))]
internal sealed partial class EditionJson : JsonSerializerContext;
