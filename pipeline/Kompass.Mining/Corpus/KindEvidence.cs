using System.Collections.Frozen;

namespace Kompass.Mining.Corpus;

/// <summary>
/// How well the wording of an item fits each list: strengths are stated, improvement areas begin with imperatives, weaknesses with negations. Naive
/// Bayes over the first word, its ending and all words, counted on the training examples (Manning, Raghavan, Schütze, Introduction to Information
/// Retrieval, ch. 13), its log-odds tempered because words are not independent.
/// </summary>
public sealed class KindEvidence
{
    private const double Smoothing = 0.5;
    private const double Tempering = 0.4;

    private readonly FrozenDictionary<string, int[]> _counts;
    private readonly int[] _totals;

    private KindEvidence(FrozenDictionary<string, int[]> counts, int[] totals)
    {
        _counts = counts;
        _totals = totals;
    }

    /// <summary>Counts the examples.</summary>
    public static KindEvidence Of(IEnumerable<TrainingExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var counts = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        var totals = new int[Enum.GetValues<FindingKind>().Length];
        foreach (var example in examples)
        {
            totals[(int)example.Kind]++;
            foreach (var feature in Features(example.Text))
            {
                if (!counts.TryGetValue(feature, out var count))
                {
                    counts[feature] = count = new int[totals.Length];
                }

                count[(int)example.Kind]++;
            }
        }

        return new KindEvidence(
            counts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase),
            totals
        );
    }

    /// <summary>Logarithm of how likely the wording is in a list of this kind, up to a constant shared by all kinds.</summary>
    public double Of(string item, FindingKind kind)
    {
        var score = 0.0;
        foreach (var feature in Features(item))
        {
            if (_counts.TryGetValue(feature, out var count))
            {
                score += Math.Log((count[(int)kind] + Smoothing) / (_totals[(int)kind] + 1));
            }
        }

        return Tempering * score;
    }

    private static IEnumerable<string> Features(string item)
    {
        var words = item.Split(
            [' ', ',', '.', '/', '(', ')', '"', '”'],
            StringSplitOptions.RemoveEmptyEntries
        );
        for (var i = 0; i < words.Length; i++)
        {
            if (i == 0)
            {
                yield return "^" + words[i];
                yield return "$" + words[i][Math.Max(0, words[i].Length - 2)..];
            }

            yield return words[i];
        }
    }
}
