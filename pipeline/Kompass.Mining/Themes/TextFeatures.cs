using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Themes;

/// <summary>A block of features: each block of a text is weighted and brought to the same length apart, so that none drowns the others.</summary>
internal enum FeatureBlock
{
    /// <summary>Stems of words: <c>w:medborgardialog</c>.</summary>
    Word,

    /// <summary>Stems of the parts of words: <c>p:medborg</c>, <c>p:dialog</c>.</summary>
    Part,

    /// <summary>The last part of each word, which says what kind of thing it is: <c>l:dialog</c>.</summary>
    Head,

    /// <summary>Stems of the parts of the first words, which name what the finding is about: <c>f:utveckl</c>.</summary>
    Opening,

    /// <summary>Two stems in a row: <c>b:god_dialog</c>.</summary>
    Pair,

    /// <summary>Three to five letters in a row within a word: <c>c:_med</c>.</summary>
    Letters,
}

/// <summary>A feature of a text.</summary>
/// <param name="Block">Its block.</param>
/// <param name="Name">Its name, with the block's prefix.</param>
/// <param name="Value">How strongly it occurs, above 0.</param>
internal readonly record struct TextFeature(FeatureBlock Block, string Name, double Value);

/// <summary>A word of a text and the features that it brings.</summary>
/// <param name="Word">The word, in lower case.</param>
/// <param name="Features">Those of the word itself, of the pair with the word before it, and of its place where it opens the text.</param>
internal readonly record struct WordInText(string Word, IReadOnlyList<TextFeature> Features);

/// <summary>Cuts a text into features. Holds the features of the words it has met; safe for many threads.</summary>
internal sealed class TextFeatures(CompoundSplitter compounds)
{
    private const int ShortestLetters = 3;
    private const int LongestLetters = 5;
    private const int OpeningWords = 4;

    // Words of grammar carry no subject; negations stay.
    private static readonly HashSet<string> Grammar = new(
        "och i att av för med på till som en ett den det de kring om från vid mellan via hos under per är sin sina sitt har kan ska bör inom genom samt eller där så när inte".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    private readonly WordCache<WordFeatures> _known = new();

    /// <summary>The parts' stems of all words: what two texts are compared by.</summary>
    public IEnumerable<string> Parts(string text) =>
        Words.Of(text).Where(w => !Grammar.Contains(w)).SelectMany(w => Known(w).Parts);

    /// <summary>The features that each word brings; a pair belongs to its second word.</summary>
    public IEnumerable<WordInText> ByWord(string text)
    {
        string? before = null;
        var at = 0;
        foreach (var word in Words.Of(text))
        {
            if (Grammar.Contains(word))
            {
                continue;
            }

            var known = Known(word);
            var features = new List<TextFeature>(known.Own);
            if (before is not null)
            {
                features.Add(new TextFeature(FeatureBlock.Pair, $"b:{before}_{known.Stem}", 1));
            }

            if (at < OpeningWords)
            {
                var value = 1 - (at / (OpeningWords + 1.0));
                features.AddRange(
                    known.Parts.Select(p => new TextFeature(FeatureBlock.Opening, "f:" + p, value))
                );
            }

            yield return new WordInText(word, features);
            before = known.Stem;
            at++;
        }
    }

    private WordFeatures Known(string word) => _known.Of(word, Make);

    private WordFeatures Make(string word)
    {
        var stem = SnowballStemmer.Stem(word);
        var parts = compounds.Split(stem);
        var own = new List<TextFeature>
        {
            new(FeatureBlock.Word, "w:" + stem, 1),
            new(FeatureBlock.Head, "l:" + parts[^1], 1),
        };
        own.AddRange(parts.Select(p => new TextFeature(FeatureBlock.Part, "p:" + p, 1)));
        var bounded = $"_{word}_";
        for (var length = ShortestLetters; length <= LongestLetters; length++)
        {
            for (var start = 0; start + length <= bounded.Length; start++)
            {
                own.Add(
                    new TextFeature(
                        FeatureBlock.Letters,
                        string.Concat("c:", bounded.AsSpan(start, length)),
                        1
                    )
                );
            }
        }

        return new WordFeatures(stem, parts, own);
    }

    private sealed record WordFeatures(
        string Stem,
        IReadOnlyList<string> Parts,
        IReadOnlyList<TextFeature> Own
    );
}
