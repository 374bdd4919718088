namespace Kompass.Mining.Layout.Lists;

/// <summary>
/// What is known of the words of one document: by themselves, from how the document writes them, and from where in findings they stand. Each word is asked
/// once. Serves one thread.
/// </summary>
internal sealed class WordFacts(
    WordStatistics words,
    Lexicon lexicon,
    WordTraits traits,
    WordPlaces places
)
{
    private readonly Dictionary<string, WordFact> _known = new(StringComparer.Ordinal);

    public WordTraits Traits { get; } = traits;

    public WordPlaces Places { get; } = places;

    /// <summary>What is known of a word without its signs.</summary>
    public WordFact Of(string word)
    {
        if (!_known.TryGetValue(word, out var fact))
        {
            _known[word] = fact = Ask(word);
        }

        return fact;
    }

    /// <summary>Logarithm of how many sentences go on with a word and another one with a capital right behind: of a name several do.</summary>
    public float TogetherElsewhere(string left, string right) =>
        (float)Math.Log(Math.Max(1, words.WithCapitalBehind(left, right)));

    private WordFact Ask(string word) =>
        new(
            Is(Traits.IsVerbOrAdjective(word)),
            Is(WordTraits.IsDefinite(word)),
            Is(Traits.CannotBeNoun(word)),
            Is(lexicon.LooksSwedish(word, w => words.LowerCase(w) > 0)),
            Is(Traits.IsPlace(word)),
            Is(Traits.Swedish.PlaceNamesThatAreWords.Contains(word)),
            Is(WordTraits.IsAcronym(word)),
            Is(lexicon.ContainsInflected(word)),
            Is(Traits.Swedish.OpenWords.Contains(word)),
            Is(Traits.Swedish.PresentVerbs.Contains(word)),
            (float)Math.Log(1 + words.LowerCase(word)),
            (float)Math.Log(1 + words.CapitalWithinSentence(word)),
            (float)Math.Log(1 + words.SentenceStart(word)),
            (float)Places.Opens(word),
            (float)Places.OpensByEnding(word),
            (float)Places.Closes(word),
            (float)Places.ClosesByEnding(word),
            (float)Places.Met(word)
        );

    private static float Is(bool value) => value ? 1 : 0;
}

/// <summary>
/// What is known of a word, by <see cref="WordTraits"/>, <see cref="Lexicon"/> and <see cref="WordPlaces"/>: yes is 1, no is 0. How often the document writes it
/// (<paramref name="Lower"/>, <paramref name="Capital"/> within sentences, <paramref name="Start"/> of sentences) is a logarithm.
/// </summary>
internal sealed record WordFact(
    float IsAdjective,
    float IsDefinite,
    float IsNoNoun,
    float IsSwedish,
    float IsPlace,
    float IsPlaceAndWord,
    float IsAcronym,
    float IsKnown,
    float IsOpen,
    float IsVerb,
    float Lower,
    float Capital,
    float Start,
    float Opens,
    float EndingOpens,
    float Closes,
    float EndingCloses,
    float Met
);
