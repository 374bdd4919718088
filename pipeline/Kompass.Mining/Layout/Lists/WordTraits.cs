namespace Kompass.Mining.Layout.Lists;

/// <summary>What can be told of a word by itself: its class by its ending (Svenska Akademiens språklära, ch. 2 to 4) and by the words that are known.</summary>
internal sealed class WordTraits(Swedish swedish, Municipalities municipalities)
{
    public Swedish Swedish { get; } = swedish;

    /// <summary>Whether it is a word of judging, or ends like an adjective: what goes before a noun.</summary>
    public bool IsVerbOrAdjective(string word) =>
        Swedish.KindCues.Values.Any(c => c.Contains(word))
        || Ends(word, "iga")
        || Ends(word, "isk")
        || Ends(word, "iska")
        || Ends(word, "iskt");

    /// <summary>"nämnderna", "verksamheten": after a noun in the definite form no name goes on.</summary>
    public static bool IsDefinite(string word) =>
        word.Length >= 6 && (Ends(word, "na") || Ends(word, "en") || Ends(word, "et"));

    /// <summary>"projektet", "chefsprogrammet": after them a name of such a thing may follow.</summary>
    public bool NamesThing(string word) =>
        Swedish.NamedThings.Any(t => word.EndsWith(t, StringComparison.OrdinalIgnoreCase));

    /// <summary>Infinitives, adjectives and participles: they cannot stand last in an item.</summary>
    public bool CannotBeNoun(string word) =>
        word.Length < 3
        || IsVerbOrAdjective(word)
        || Swedish.PresentVerbs.Contains(word)
        || (word.EndsWith('a') && !Ends(word, "na"))
        || Ends(word, "igt")
        || Ends(word, "lig")
        || Ends(word, "ad")
        || Ends(word, "at");

    /// <summary>Whether it names a municipality, and nothing else.</summary>
    public bool IsPlace(string word) =>
        municipalities.FindByName(word) is not null
        && !Swedish.PlaceNamesThatAreWords.Contains(word);

    /// <summary>Whether two words are the name of one municipality: "Upplands Väsby".</summary>
    public bool IsOnePlace(string first, string second) =>
        municipalities.FindByName($"{first} {second}") is not null;

    /// <summary>KF, IT, SKL, KF-mål.</summary>
    public static bool IsAcronym(string word) =>
        word.Length >= 2
        && char.IsUpper(word[1])
        && word.Count(char.IsUpper) >= 2
        && word.TakeWhile(c => c != '-').Count(char.IsLower) <= 2;

    /// <summary>Whether a word with its signs ends a sentence.</summary>
    public bool EndsSentence(string token) =>
        (token[^1] is '.' or '!' or '?' && !Swedish.Abbreviations.Contains(token.TrimStart('(')))
        || (
            token.Length > 1
            && token[^1] is '"' or '”' or ')'
            && token[^2] is '.'
            && !Swedish.Abbreviations.Contains(token.Trim('(', ')', '"', '”'))
        );

    private static bool Ends(string word, string ending) =>
        word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
