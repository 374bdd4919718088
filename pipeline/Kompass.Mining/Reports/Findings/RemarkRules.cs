namespace Kompass.Mining.Reports.Findings;

/// <summary>Tells from the words of a sentence whether it praises or names an improvement area.</summary>
internal sealed partial class RemarkRules(Swedish swedish)
{
    /// <summary>What the sentence says, or null where it says neither.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="self">Name of the municipality.</param>
    public FindingKind? KindOf(string text, string self)
    {
        var (improvement, praise) = (
            Cue(text, swedish.ImprovementCues),
            Cue(text, swedish.PraiseCues)
        );
        var isImprovement = improvement >= 0 && !IsWithinExample(text, praise, improvement);
        var at = isImprovement ? improvement : praise;
        return at < 0 || IsOfEarlier(text) || IsAim(text, at) || IsEmpty(text, self) ? null
            : isImprovement ? FindingKind.Improvement
            : IsOfOthers(text) ? null
            : FindingKind.Strength;
    }

    // Where the first phrase stands that occurs; -1 where none does.
    private static int Cue(string text, IReadOnlyList<string> cues) =>
        cues.Select(c => text.IndexOf(c, StringComparison.OrdinalIgnoreCase))
            .Where(at => at >= 0)
            .DefaultIfEmpty(-1)
            .Min();

    // "ett gott exempel på hur man kan utveckla …"
    private static bool IsWithinExample(string text, int praise, int improvement) =>
        praise >= 0
        && praise < improvement
        && text[praise..improvement].Contains(" hur ", StringComparison.OrdinalIgnoreCase);

    // "I förra utvärderingen var ett förbättringsområde att …", unless it is so still.
    private bool IsOfEarlier(string text)
    {
        var words = Words(text);
        var earlier = words.FindIndex(w => swedish.NotRemarks.Earlier.Contains(w));
        return earlier >= 0
            && words
                .Skip(earlier + 1)
                // "i den förra stora kommunkompassutvärderingen"
                .Take(3)
                .Any(w =>
                    swedish.NotRemarks.Evaluations.Any(e =>
                        w.Contains(e, StringComparison.OrdinalIgnoreCase)
                    )
                )
            && words.Exists(w => swedish.NotRemarks.Past.Contains(w))
            && !words.Exists(w => swedish.NotRemarks.Today.Contains(w));
    }

    // "Goda exempel finns bland de nominerade kommunerna."
    private bool IsOfOthers(string text) =>
        swedish.NotRemarks.Others.Any(o => text.Contains(o, StringComparison.OrdinalIgnoreCase));

    // "som syftar till ett väl utvecklat ledarskap": what is aimed at is not there.
    private bool IsAim(string text, int cue) =>
        swedish.NotRemarks.Aims.Any(a =>
            text.IndexOf(a, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at <= cue
        );

    // "Det finns förbättringsmöjligheter inom området." A sentence that points to the one before it has its content there ("Detta är ett utvecklingsområde"),
    // but of several it only announces them ("Detta är förslag på förbättringsområden").
    private bool IsEmpty(string text, string self)
    {
        var words = Words(text);
        var cues = swedish
            .ImprovementCues.Concat(swedish.PraiseCues)
            .SelectMany(c => c.Split(' '))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = Words(self);
        var isOfSeveral = words.Exists(w =>
            w.EndsWith("områden", StringComparison.OrdinalIgnoreCase)
            || w.EndsWith("möjligheter", StringComparison.OrdinalIgnoreCase)
        );
        return (isOfSeveral || !swedish.NotRemarks.Pointing.Contains(words[0]))
            && words.TrueForAll(w =>
                swedish.NotRemarks.Empty.Contains(w)
                || cues.Contains(w)
                || names.Exists(n => w.StartsWith(n, StringComparison.OrdinalIgnoreCase))
            );
    }

    private static List<string> Words(string text) => [.. Word.Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }
}
