using System.Collections.Frozen;

namespace Kompass.Mining.Themes.Language;

/// <summary>
/// Splits compounds into parts that are words or first parts themselves: <c>medborgardialog</c> into medborgar and dialog, <c>kvalitetsarbete</c> into kvalitet and
/// arbete. Parts are counted in a vocabulary, and of several splits that with the best geometric mean of counts wins (Koehn, Knight, Empirical Methods
/// for Compound Splitting, EACL 2003). Works on stems.
/// </summary>
public sealed class CompoundSplitter
{
    private const int ShortestFirst = 4;
    private const int ShortestLast = 3;

    private readonly FrozenDictionary<string, int> _counts;

    /// <param name="counts">How often each stem occurs.</param>
    public CompoundSplitter(IReadOnlyDictionary<string, int> counts) =>
        _counts = counts.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Counts the stems of texts.</summary>
    public static CompoundSplitter Of(IEnumerable<string> texts) =>
        new(
            texts
                .SelectMany(Words.Of)
                .CountBy(SnowballStemmer.Stem, StringComparer.Ordinal)
                .ToDictionary(StringComparer.Ordinal)
        );

    /// <summary>How often each stem occurs: all that the splitter knows.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>The stems of a word's parts; the word's own stem alone where it is no compound of known parts.</summary>
    /// <param name="stem">The stem of the word.</param>
    public IReadOnlyList<string> Split(string stem)
    {
        var (best, parts) = (0.0, (IReadOnlyList<string>)[stem]);
        for (var cut = ShortestFirst; cut <= stem.Length - ShortestLast; cut++)
        {
            var last = stem[cut..];
            var lastCount = _counts.GetValueOrDefault(last);
            if (lastCount == 0)
            {
                continue;
            }

            var first = FirstPart(stem[..cut]);
            var score = Math.Sqrt(_counts.GetValueOrDefault(first) * (double)lastCount);
            if (score > best)
            {
                (best, parts) = (score, [.. Split(first), last]);
            }
        }

        return parts;
    }

    // "medborgar" and "kvalitets" are the first parts of "medborgare" and "kvalitet"; the stemmer cuts what joins them.
    private string FirstPart(string part)
    {
        if (_counts.ContainsKey(part))
        {
            return part;
        }

        var stem = SnowballStemmer.Stem(part);
        return _counts.ContainsKey(stem) ? stem
            : part[^1] == 's' && _counts.ContainsKey(part[..^1]) ? part[..^1]
            : part;
    }
}
