namespace Kompass.Mining.Improvements.Profiles;

/// <summary>Reads the entries of a profile in JSON: see docs/improvements.md for the form.</summary>
internal static class ProfileJson
{
    /// <summary>All entries with a value; problems go into the list.</summary>
    public static IReadOnlyList<ProfileEntry> Read(
        string file,
        string text,
        List<ProfileProblem> problems
    )
    {
        try
        {
            using var document = JsonDocument.Parse(
                text,
                new JsonDocumentOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                }
            );
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return [.. Entries(document.RootElement, "", "")];
            }

            problems.Add(new ProfileProblem(file, "", "ett JSON-objekt { … } väntades"));
        }
        catch (JsonException e)
        {
            problems.Add(new ProfileProblem(file, "", $"är inte JSON: {e.Message}"));
        }

        return [];
    }

    // "areas": { "1": 60 } is the field area 1, "previous": { "questions": { "1.1": 9 } } the field previous 1.1.
    private static IEnumerable<ProfileEntry> Entries(JsonElement part, string path, string prefix)
    {
        foreach (var property in part.EnumerateObject())
        {
            var (name, value) = (property.Name, property.Value);
            var cell = path.Length == 0 ? name : $"{path}.{name}";
            var group = name switch
            {
                "areas" => "area ",
                "questions" => "",
                "previous" => "previous ",
                _ => null,
            };
            if (group is not null && value.ValueKind == JsonValueKind.Object)
            {
                foreach (var entry in Entries(value, cell, prefix + group))
                {
                    yield return entry;
                }
            }
            else if (TextOf(value) is { Length: > 0 } text)
            {
                yield return new ProfileEntry(ProfileFields.KeyOf(prefix + name), cell, text);
            }
        }
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Null => "",
            _ => value.GetRawText(),
        };
}
