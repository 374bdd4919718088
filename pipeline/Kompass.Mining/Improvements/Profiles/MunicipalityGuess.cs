namespace Kompass.Mining.Improvements.Profiles;

/// <summary>Which municipality a misspelt name may mean.</summary>
public static class MunicipalityGuess
{
    /// <summary>One letter in so many may be wrong, missing or too many; more means another name.</summary>
    private const int LettersAnEdit = 4;

    private const int ShortestName = 4;

    /// <summary>Behind a message on an unknown name: <c>; menade du Borås?</c>, or nothing where none is near.</summary>
    public static string Question(string name, Knowledge knowledge) =>
        Of(name, knowledge) is { } guess ? $"; menade du {guess.Name}?" : "";

    /// <summary>The municipality whose name is nearest by edits (Levenshtein 1966), or null where none is near or two are as near.</summary>
    public static Municipality? Of(string name, Knowledge knowledge)
    {
        var plain = name.Trim().ToLowerInvariant();
        if (plain.Length < ShortestName)
        {
            return null;
        }

        var near = knowledge
            .Municipalities.All.Select(m =>
                (
                    Municipality: m,
                    Edits: EditDistance.Within(
                        plain,
                        m.Name.ToLowerInvariant(),
                        plain.Length / LettersAnEdit
                    )
                )
            )
            .Where(m => m.Edits is not null)
            .OrderBy(m => m.Edits)
            .Take(2)
            .ToList();
        return near.Count == 1 || (near.Count == 2 && near[0].Edits < near[1].Edits)
            ? near[0].Municipality
            : null;
    }
}
