namespace Kompass.Mining.Learning;

/// <summary>
/// The features of one example: indices into a <see cref="FeatureSpace"/>, ascending, each with its value. Sparse; a dense row is one that names every
/// index. What is not named is 0.
/// </summary>
public sealed class FeatureVector
{
    private readonly int[] _indices;
    private readonly double[] _values;

    private FeatureVector(int[] indices, double[] values)
    {
        _indices = indices;
        _values = values;
    }

    /// <summary>Indices of the features that are not 0, ascending.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Their values, in the same order.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>A sparse vector. Values of the same index are added, in their order; zeros are dropped.</summary>
    public static FeatureVector Sparse(IEnumerable<(int Index, double Value)> features)
    {
        var kept = features.ToList();
        // Most come in order, each once.
        if (!kept.Zip(kept.Skip(1)).All(f => f.First.Index < f.Second.Index))
        {
            kept =
            [
                .. kept.AggregateBy(f => f.Index, 0.0, (sum, f) => sum + f.Value)
                    .OrderBy(f => f.Key)
                    .Select(f => (f.Key, f.Value)),
            ];
        }

        kept.RemoveAll(f => f.Value == 0);
        return new FeatureVector([.. kept.Select(f => f.Index)], [.. kept.Select(f => f.Value)]);
    }

    /// <summary>A dense row: the value of every feature, in the order of the space.</summary>
    public static FeatureVector Dense(params ReadOnlySpan<double> values) =>
        new([.. Enumerable.Range(0, values.Length)], values.ToArray());

    /// <summary>Sum of products with weights, one a feature of the space.</summary>
    public double Dot(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < _indices.Length; i++)
        {
            sum += _values[i] * weights[_indices[i]];
        }

        return sum;
    }
}
