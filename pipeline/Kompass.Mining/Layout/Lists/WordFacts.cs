using Kompass.Mining.Corpus;

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

/// <summary>What is known of a word; yes is 1, no is 0.</summary>
/// <param name="IsAdjective">See <see cref="WordTraits.IsVerbOrAdjective"/>.</param>
/// <param name="IsDefinite">See <see cref="WordTraits.IsDefinite"/>.</param>
/// <param name="IsNoNoun">See <see cref="WordTraits.CannotBeNoun"/>.</param>
/// <param name="IsSwedish">Whether it is built like a Swedish word.</param>
/// <param name="IsPlace">Whether it names a municipality.</param>
/// <param name="IsPlaceAndWord">Whether it does and is a word beside.</param>
/// <param name="IsAcronym">See <see cref="WordTraits.IsAcronym"/>.</param>
/// <param name="IsKnown">Whether the lexicon has it.</param>
/// <param name="IsOpen">Whether something must follow it.</param>
/// <param name="IsVerb">Whether it is a verb in the present tense.</param>
/// <param name="Lower">Logarithm of how often the document writes it in lower case.</param>
/// <param name="Capital">The same for a capital within sentences.</param>
/// <param name="Start">The same for the start of sentences.</param>
/// <param name="Opens">See <see cref="WordPlaces.Opens(string)"/>.</param>
/// <param name="EndingOpens">See <see cref="WordPlaces.OpensByEnding"/>.</param>
/// <param name="Closes">See <see cref="WordPlaces.Closes(string)"/>.</param>
/// <param name="EndingCloses">See <see cref="WordPlaces.ClosesByEnding"/>.</param>
/// <param name="Met">See <see cref="WordPlaces.Met"/>.</param>
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
