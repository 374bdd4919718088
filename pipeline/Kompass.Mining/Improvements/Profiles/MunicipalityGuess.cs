using Kompass.Mining.Corpus;

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
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(knowledge);
        var plain = name.Trim().ToLowerInvariant();
        if (plain.Length < ShortestName)
        {
            return null;
        }

        var near = knowledge
            .Municipalities.All.Select(m =>
                (Municipality: m, Edits: Edits(plain, m.Name.ToLowerInvariant()))
            )
            .Where(m => m.Edits <= plain.Length / LettersAnEdit)
            .OrderBy(m => m.Edits)
            .Take(2)
            .ToList();
        return near.Count == 1 || (near.Count == 2 && near[0].Edits < near[1].Edits)
            ? near[0].Municipality
            : null;
    }

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
