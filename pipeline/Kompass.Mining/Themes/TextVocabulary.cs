using System.Runtime.InteropServices;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Themes;

/// <summary>
/// Which features of texts count, and how much: those that occur in enough of the training texts, each weighted by how rare it is (tf-idf with a
/// logarithm of the count, Manning, Raghavan, Schütze, ch. 6), each block brought to its own length.
/// </summary>
internal sealed class TextVocabulary
{
    private const int FewestTexts = 2;
    private const int FewestTextsOfLetters = 5;

    private readonly double[] _rarity;
    private readonly double _rarest;

    private TextVocabulary(FeatureSpace space, double[] rarity)
    {
        Space = space;
        _rarity = rarity;
        _rarest = rarity.DefaultIfEmpty(1).Max();
    }

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
        var kept = texts
            .SelectMany(text =>
                features
                    .ByWord(text)
                    .SelectMany(w => w.Features)
                    .Select(f => f.Name)
                    .Distinct(StringComparer.Ordinal)
            )
            .CountBy(name => name, StringComparer.Ordinal)
            .Where(c =>
                c.Value
                >= (c.Key.StartsWith("c:", StringComparison.Ordinal) ? fewestOfLetters : fewest)
            )
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .ToList();
        return new TextVocabulary(
            new FeatureSpace(kept.Select(c => c.Key)),
            [
                .. kept.Select(c =>
                    (double)(float)(Math.Log((1.0 + texts.Count) / (1 + c.Value)) + 1)
                ),
            ]
        );
    }

    /// <summary>The vector of a text's words, indices ascending; what the vocabulary does not hold is left out.</summary>
    public List<(int Index, double Value)> Vector(IEnumerable<WordInText> words)
    {
        // Counts of the same feature are added up; of an opening word only its first place counts.
        var counts = new Dictionary<int, (FeatureBlock Block, double Count)>();
        foreach (var feature in words.SelectMany(w => w.Features))
        {
            if (Space.IndexOf(feature.Name) is >= 0 and var index)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    counts,
                    index,
                    out _
                );
                count = (
                    feature.Block,
                    feature.Block == FeatureBlock.Opening
                        ? Math.Max(count.Count, feature.Value)
                        : count.Count + feature.Value
                );
            }
        }

        var squares = new double[Enum.GetValues<FeatureBlock>().Length];
        var vector = new List<(FeatureBlock Block, int Index, double Value)>(counts.Count);
        // Numbers alone are sorted several times as fast as pairs.
        foreach (var index in counts.Keys.Order())
        {
            var (block, count) = counts[index];
            var value = (count > 1 ? 1 + Math.Log(count) : count) * _rarity[index];
            squares[(int)block] += value * value;
            vector.Add((block, index, value));
        }

        return vector.ConvertAll(f =>
            (f.Index, f.Value * (WeightOf(f.Block) / Math.Sqrt(squares[(int)f.Block])))
        );
    }

    /// <summary>The weight of a word part; that of a part seen once where the vocabulary does not hold it.</summary>
    public double RarityOfPart(string part) =>
        Space.IndexOf("p:" + part) is >= 0 and var index ? _rarity[index] : _rarest;

    public void Write(BinaryWriter writer)
    {
        writer.Write(Space.Count);
        for (var i = 0; i < Space.Count; i++)
        {
            writer.Write(Space.Names[i]);
            writer.Write((float)_rarity[i]);
        }
    }

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
}
