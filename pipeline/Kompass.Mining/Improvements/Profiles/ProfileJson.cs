using System.Text.Json;

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
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problems.Add(new ProfileProblem(file, "", "a JSON object was expected"));
                return [];
            }

            var entries = new List<ProfileEntry>();
            Collect(file, document.RootElement, "", "", entries, problems);
            return entries;
        }
        catch (JsonException e)
        {
            problems.Add(new ProfileProblem(file, "", $"is no JSON: {e.Message}"));
            return [];
        }
    }

    private static void Collect(
        string file,
        JsonElement part,
        string path,
        string prefix,
        List<ProfileEntry> entries,
        List<ProfileProblem> problems
    )
    {
        foreach (var property in part.EnumerateObject())
        {
            var cell = path + property.Name;
            switch (property.Name)
            {
                case "areas" when property.Value.ValueKind == JsonValueKind.Object:
                    Points(property.Value, cell, prefix + ProfileFields.AreaPrefix, entries);
                    break;
                case "questions" when property.Value.ValueKind == JsonValueKind.Object:
                    Points(property.Value, cell, prefix, entries);
                    break;
                case "previous"
                    when prefix.Length == 0 && property.Value.ValueKind == JsonValueKind.Object:
                    Collect(
                        file,
                        property.Value,
                        cell + ".",
                        ProfileFields.PreviousPrefix,
                        entries,
                        problems
                    );
                    break;
                case "areas" or "questions" or "previous":
                    if (property.Value.ValueKind != JsonValueKind.Null)
                    {
                        problems.Add(
                            new ProfileProblem(file, cell, "an object { … } was expected")
                        );
                    }

                    break;
                default:
                    Add(entries, prefix + property.Name, cell, property.Value);
                    break;
            }
        }
    }

    private static void Points(
        JsonElement points,
        string path,
        string prefix,
        List<ProfileEntry> entries
    )
    {
        foreach (var property in points.EnumerateObject())
        {
            Add(entries, prefix + property.Name, $"{path}[\"{property.Name}\"]", property.Value);
        }
    }

    private static void Add(List<ProfileEntry> entries, string key, string cell, JsonElement value)
    {
        var text =
            value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim()
            : value.ValueKind == JsonValueKind.Null ? ""
            : value.GetRawText();
        if (text.Length > 0)
        {
            entries.Add(new ProfileEntry(key.ToLowerInvariant(), cell, text));
        }
    }
}
