using System.Runtime.InteropServices;
using Kompass.Mining.Learning;
using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Themes;

/// <summary>
/// Which features of texts count, and how much: those that occur in enough of the training texts, each weighted by how rare it is (tf-idf with a
/// logarithm of the count, Manning, Raghavan, Schütze, ch. 6), each block brought to its own length.
/// </summary>
internal sealed class TextVocabulary
{
    private const int FewestTexts = 2;
    private const int FewestTextsOfLetters = 5;

    private static readonly int Blocks = Enum.GetValues<FeatureBlock>().Length;

    private readonly double[] _rarity;
    private readonly double _rarest;

    // What the vocabulary holds of each word's own features, once looked up: most of a text's features are letters of words met before.
    private readonly WordCache<Held[]> _held = new();

    private TextVocabulary(FeatureSpace space, double[] rarity)
    {
        Space = space;
        _rarity = rarity;
        _rarest = rarity.DefaultIfEmpty(1).Max();
    }

    /// <summary>The features.</summary>
    public FeatureSpace Space { get; }

    /// <summary>Counts the features of training texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="features">Cuts them.</param>
    /// <param name="fewest">A feature of fewer texts is left out.</param>
    /// <param name="fewestOfLetters">The same for letters in a row.</param>
    public static TextVocabulary Of(
        IReadOnlyList<string> texts,
        TextFeatures features,
        int fewest = FewestTexts,
        int fewestOfLetters = FewestTextsOfLetters
    )
    {
        var kept = CountsOf(texts, features)
            .FindAll(c =>
                c.Texts
                >= (c.Name.StartsWith("c:", StringComparison.Ordinal) ? fewestOfLetters : fewest)
            );
        kept.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return new TextVocabulary(
            new FeatureSpace(kept.Select(c => c.Name)),
            [
                .. kept.Select(c =>
                    (double)(float)(Math.Log((1.0 + texts.Count) / (1 + c.Texts)) + 1)
                ),
            ]
        );
    }

    // In how many texts each feature occurs. A word's own features are looked up once, however often it comes.
    private static List<(string Name, int Texts, int LastText)> CountsOf(
        IReadOnlyList<string> texts,
        TextFeatures features
    )
    {
        var counts = new List<(string Name, int Texts, int LastText)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var text = 0; text < texts.Count; text++)
        {
            foreach (var word in features.ByWord(texts[text]))
            {
                if (!words.TryGetValue(word.Word, out var own))
                {
                    words[word.Word] = own = [.. word.Own.Select(f => PlaceOf(f.Name))];
                }

                foreach (var place in own)
                {
                    Count(place, text);
                }

                foreach (var feature in word.Placed)
                {
                    Count(PlaceOf(feature.Name), text);
                }
            }
        }

        return counts;

        int PlaceOf(string name)
        {
            if (!places.TryGetValue(name, out var place))
            {
                places[name] = place = counts.Count;
                counts.Add((name, 0, -1));
            }

            return place;
        }

        void Count(int place, int text)
        {
            var (name, before, last) = counts[place];
            if (last != text)
            {
                counts[place] = (name, before + 1, text);
            }
        }
    }

    /// <summary>The vector of a text's words, indices ascending; what the vocabulary does not hold is left out.</summary>
    public List<(int Index, double Value)> Vector(IEnumerable<WordInText> words)
    {
        var blocks = new BlockFeatures?[Blocks];
        foreach (var word in words)
        {
            foreach (
                var (block, index, value) in _held.Of(word.Word, word.Own, own => [.. HeldOf(own)])
            )
            {
                (blocks[(int)block] ??= new()).Add(index, value);
            }

            foreach (var (block, index, value) in HeldOf(word.Placed))
            {
                (blocks[(int)block] ??= new()).Add(index, value);
            }
        }

        var vector = new BlockFeatures();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is { } block)
            {
                AddWeighted(vector, (FeatureBlock)i, block);
            }
        }

        vector.Sort();
        return [.. vector.Indices.Zip(vector.Values)];
    }

    private IEnumerable<Held> HeldOf(IReadOnlyList<TextFeature> features)
    {
        foreach (var feature in features)
        {
            if (Space.IndexOf(feature.Name) is >= 0 and var index)
            {
                yield return new Held(feature.Block, index, feature.Value);
            }
        }
    }

    // Counts of the same feature are added up; of an opening word only its first place counts.
    private void AddWeighted(BlockFeatures vector, FeatureBlock block, BlockFeatures features)
    {
        features.Sort();
        var start = vector.Indices.Count;
        var length = 0.0;
        for (var i = 0; i < features.Indices.Count; )
        {
            var (index, value) = (features.Indices[i], features.Values[i]);
            for (i++; i < features.Indices.Count && features.Indices[i] == index; i++)
            {
                value =
                    block == FeatureBlock.Opening
                        ? Math.Max(value, features.Values[i])
                        : value + features.Values[i];
            }

            value = (value > 1 ? 1 + Math.Log(value) : value) * _rarity[index];
            vector.Add(index, value);
            length += value * value;
        }

        var scale = WeightOf(block) / Math.Sqrt(length);
        for (var i = start; i < vector.Indices.Count; i++)
        {
            vector.Values[i] *= scale;
        }
    }

    /// <summary>The weight of a word part; that of a part seen once where the vocabulary does not hold it.</summary>
    public double RarityOfPart(string part) =>
        Space.IndexOf("p:" + part) is >= 0 and var index ? _rarity[index] : _rarest;

    /// <summary>Writes the vocabulary.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Space.Count);
        for (var i = 0; i < Space.Count; i++)
        {
            writer.Write(Space.Names[i]);
            writer.Write((float)_rarity[i]);
        }
    }

    /// <summary>Reads a vocabulary.</summary>
    public static TextVocabulary Read(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        var rarity = new double[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
            rarity[i] = reader.ReadSingle();
        }

        return new TextVocabulary(new FeatureSpace(names), rarity);
    }

    // Chosen by cross-validation on the authored examples.
    private static double WeightOf(FeatureBlock block) => block is FeatureBlock.Pair ? 0.5 : 1;

    private readonly record struct Held(FeatureBlock Block, int Index, double Value);

    // Indices and values apart: numbers alone are sorted several times as fast as pairs.
    private sealed class BlockFeatures
    {
        public List<int> Indices { get; } = [];

        public List<double> Values { get; } = [];

        public void Add(int index, double value)
        {
            Indices.Add(index);
            Values.Add(value);
        }

        public void Sort() =>
            CollectionsMarshal.AsSpan(Indices).Sort(CollectionsMarshal.AsSpan(Values));
    }
}
