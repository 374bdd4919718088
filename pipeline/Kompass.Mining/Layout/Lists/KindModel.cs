using Kompass.Mining.Learning;

namespace Kompass.Mining.Layout.Lists;

/// <summary>
/// In which list an item stands, told from its wording: strengths are stated, improvement areas begin with what is to be done, weaknesses with what is
/// missing. Maximum entropy over its words, their pairs, and how it begins.
/// </summary>
internal sealed class KindModel(LinearClassifier classifier)
{
    // Words of longer items say little more; one that has swallowed prose would only be surer of what it is wrong about.
    private const int MostWords = 40;

    /// <summary>The kinds as a classifier names them, in the order of <see cref="FindingKind"/>.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. Enum.GetNames<FindingKind>()];

    public LinearClassifier Classifier { get; } = classifier;

    /// <summary>Logarithm of the probability of each kind, in the order of <see cref="FindingKind"/>.</summary>
    public double[] LogProbabilities(string item)
    {
        var probabilities = Classifier.Predict(Classifier.Features.Vector(Features(item)));
        return Array.ConvertAll(probabilities, p => Math.Log(Math.Max(p, 1e-6)));
    }

    /// <summary>Features of an item's wording, each once.</summary>
    public static IEnumerable<KeyValuePair<string, double>> Features(string item)
    {
        var words = ListToken
            .In(item)
            .Select(t => t.Word.ToLowerInvariant())
            .Where(w => w.Length > 0)
            .Take(MostWords)
            .ToList();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            names.Add("w:" + words[i]);
            if (i > 0)
            {
                names.Add($"p:{words[i - 1]} {words[i]}");
            }
        }

        if (words.Count > 0)
        {
            names.Add("first:" + words[0]);
            names.Add("start:" + words[0][..Math.Min(4, words[0].Length)]);
            names.Add("end:" + words[0][^Math.Min(2, words[0].Length)..]);
            names.Add("end3:" + words[0][^Math.Min(3, words[0].Length)..]);
            names.Add(words.Count > 1 ? "second:" + words[1] : "alone");
        }

        return names.Select(n => KeyValuePair.Create(n, 1.0));
    }
}
