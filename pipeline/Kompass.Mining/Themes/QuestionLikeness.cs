namespace Kompass.Mining.Themes;

/// <summary>How like a text is to what the edition says of each sub-question, its wording and the headings above its prose: cosine of tf-idf over word parts.</summary>
internal sealed class QuestionLikeness
{
    private readonly TextFeatures _features;
    private readonly Func<string, double> _rarity;
    private readonly Dictionary<int, List<Profile>> _profiles;

    public QuestionLikeness(Edition edition, TextFeatures features, TextVocabulary vocabulary)
    {
        _features = features;
        _rarity = vocabulary.RarityOfPart;
        _profiles = edition.Areas.ToDictionary(
            a => a.Number,
            a => a.Questions.Select(q => ProfileOf(a, q)).ToList()
        );
    }

    /// <summary>Name of the feature for a sub-question.</summary>
    public static string NameOf(string question) => "likeness " + question;

    /// <summary>Likeness to each sub-question of an area, 0 to 1, those above 0.</summary>
    public IEnumerable<KeyValuePair<string, double>> Of(string text, int area)
    {
        if (!_profiles.TryGetValue(area, out var profiles))
        {
            yield break;
        }

        var parts = _features
            .Parts(text)
            .Distinct(StringComparer.Ordinal)
            .Select(p => (Part: p, Square: Math.Pow(_rarity(p), 2)))
            .ToList();
        var length = Math.Sqrt(parts.Sum(p => p.Square));
        foreach (var profile in profiles)
        {
            var shared = parts.Where(p => profile.Parts.Contains(p.Part)).Sum(p => p.Square);
            if (shared > 0)
            {
                yield return new(NameOf(profile.Question), shared / (length * profile.Length));
            }
        }
    }

    private Profile ProfileOf(Area area, Question question)
    {
        var headings = area
            .Rubrics.Where(r => r.Questions.Contains(question.Code, StringComparer.Ordinal))
            .SelectMany(r => r.Variants.Prepend(r.Heading));
        var parts = _features
            .Parts($"{question.Text} {string.Join(' ', headings)}")
            .ToHashSet(StringComparer.Ordinal);
        return new Profile(question.Code, parts, LengthOf(parts));
    }

    private double LengthOf(HashSet<string> parts) =>
        Math.Sqrt(parts.Sum(p => Math.Pow(_rarity(p), 2)));

    private sealed record Profile(string Question, HashSet<string> Parts, double Length);
}
