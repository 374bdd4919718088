namespace Kompass.Mining.Dataset.Search;

/// <summary>
/// The parts of compounds by which search finds them: <c>måluppfyllelse</c> by mål and by uppfyllelse. Of several cuts into two known words that with the best
/// geometric mean of counts wins (Koehn, Knight, Empirical Methods for Compound Splitting, EACL 2003), and the parts are cut again.
/// </summary>
/// <param name="counts">How often each stem that is a word occurs.</param>
internal sealed class CompoundParts(IReadOnlyDictionary<string, int> counts)
{
    private const int ShortestPart = 3;

    /// <summary>The stems of the lexicon, and those of words whose inflections are known.</summary>
    public static IReadOnlySet<string> KnownStems => Lexicon.Value;

    private static readonly Lazy<HashSet<string>> Lexicon = new(() =>
    {
        using var lexicon = new StreamReader(
            typeof(CompoundParts).Assembly.GetManifestResourceStream(
                "Kompass.Mining.Corpus.lexicon.txt"
            )!
        );
        return lexicon
            .ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries)
            .Where(word => word.Length >= ShortestPart)
            .Select(SearchWords.Stem)
            .Concat(WordForms.Stems)
            .ToHashSet(StringComparer.Ordinal);
    });

    /// <summary>By the known stems alone, whatever a dataset has.</summary>
    public static CompoundParts OfLexicon => FromLexicon.Value;

    private static readonly Lazy<CompoundParts> FromLexicon = new(() =>
        new CompoundParts(KnownStems.ToDictionary(s => s, _ => 1, StringComparer.Ordinal))
    );

    // A part beside one that is no known word (kart|dialog, webb|sändning), or after one that joins with a vowel (fråge|stund): so long that it is
    // hardly an ending.
    private const int ShortestLast = 5;
    private const int ShortestFirst = 4;
    private const string Vowels = "aeiouyåäö";

    // What joins parts (arbets, fråge, hälso), and vowels that end other words too.
    private const string Joins = "saeou";
    private const string Endings = "aeiuyåäö";

    // för|slag and till|gång are no compounds of för and till.
    private static readonly string[] Prefixes = "för till upp över under med mot sam".Split(' ');

    /// <summary>The stems of the parts, none where it is no compound.</summary>
    /// <param name="stem">The stem of the word.</param>
    public IEnumerable<string> Of(string stem)
    {
        var (best, first, last) = (0.0, (string?)null, (string?)null);
        for (var cut = ShortestPart; cut <= stem.Length - ShortestPart; cut++)
        {
            var rest = stem[cut..];
            if (
                counts.TryGetValue(rest, out var count)
                && FirstOf(stem[..cut], rest.Length) is { } known
                && Math.Sqrt((double)count * counts[known]) is var score
                && score > best
            )
            {
                (best, first, last) = (score, known, rest);
            }
        }

        if (first is null)
        {
            last = LastAlone(stem);
            first = last is null ? FirstAlone(stem) : null;
        }

        return WithParts(first).Concat(WithParts(last)).Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<string> WithParts(string? part) =>
        part is null ? [] : Of(part).Prepend(part);

    // "kvalitets" of kvalitetsarbete is kvalitet, "hälso" hälsa, "medborgar" itself.
    private string? FirstOf(string part, int rest) =>
        Array.Exists(
            Prefixes,
            p => part.StartsWith(p, StringComparison.Ordinal) && part.Length <= p.Length + 1
        )
            ? null
        : counts.ContainsKey(part) ? part
        : rest < ShortestLast && Endings.Contains(part[^1], StringComparison.Ordinal) ? null
        : Known(SearchWords.Stem(part))
            ?? (
                Joins.Contains(part[^1], StringComparison.Ordinal)
                    ? Known(SearchWords.Stem(part[..^1]))
                    : null
            );

    private string? Known(string stem) => counts.ContainsKey(stem) ? stem : null;

    private string? LastAlone(string stem) =>
        Enumerable
            .Range(ShortestPart, Math.Max(0, stem.Length - ShortestLast - ShortestPart + 1))
            .Select(cut => Known(stem[cut..]))
            .FirstOrDefault(last => last is not null);

    // Of "kommunikation" and "planering" the first part is no part: what follows it begins as an ending does.
    private string? FirstAlone(string stem)
    {
        for (var cut = stem.Length - ShortestLast; cut >= ShortestFirst; cut--)
        {
            if (
                !Vowels.Contains(stem[cut], StringComparison.Ordinal)
                && FirstOf(stem[..cut], 0) is { } first
            )
            {
                return first;
            }
        }

        return null;
    }
}
