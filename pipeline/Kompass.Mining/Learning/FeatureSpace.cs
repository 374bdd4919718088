namespace Kompass.Mining.Learning;

/// <summary>The names of all features, in a fixed order: index <c>i</c> of a <see cref="FeatureVector"/> is the value of <c>Names[i]</c>.</summary>
public sealed class FeatureSpace
{
    private readonly Dictionary<string, int> _indices;

    /// <param name="names">All names, each once.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public FeatureSpace(IEnumerable<string> names)
    {
        Names = [.. names];
        _indices = new Dictionary<string, int>(Names.Count, StringComparer.Ordinal);
        for (var i = 0; i < Names.Count; i++)
        {
            if (!_indices.TryAdd(Names[i], i))
            {
                throw new ArgumentException($"two features are named '{Names[i]}'", nameof(names));
            }
        }
    }

    /// <summary>All names, by index.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of features.</summary>
    public int Count => Names.Count;

    /// <summary>The index of a feature, or -1 where the space does not know it.</summary>
    public int IndexOf(string name) => _indices.GetValueOrDefault(name, -1);

    /// <summary>A vector of named values. Names that the space does not know are left out: they were not seen in training.</summary>
    public FeatureVector Vector(IEnumerable<KeyValuePair<string, double>> features) =>
        FeatureVector.Sparse(
            features.Select(f => (Index: IndexOf(f.Key), f.Value)).Where(f => f.Index >= 0)
        );
}
