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

    /// <summary>A vector of zeros.</summary>
    public static FeatureVector Empty { get; } = new([], []);

    /// <summary>Indices of the features that are not 0, ascending.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Their values, in the same order.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>A sparse vector. Values of the same index are added; zeros are dropped.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative or a value is not finite.</exception>
    public static FeatureVector Sparse(IEnumerable<(int Index, double Value)> features)
    {
        var sorted = features.ToArray();
        foreach (var (index, value) in sorted)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(features));
            Check(value, nameof(features));
        }

        // Stable, so that values of one index are always added in the order given.
        if (!IsAscending(sorted))
        {
            sorted = [.. sorted.OrderBy(f => f.Index)];
        }

        var kept = new List<(int Index, double Value)>(sorted.Length);
        foreach (var feature in sorted)
        {
            if (kept.Count > 0 && kept[^1].Index == feature.Index)
            {
                kept[^1] = (feature.Index, kept[^1].Value + feature.Value);
            }
            else
            {
                kept.Add(feature);
            }
        }

        kept.RemoveAll(f => f.Value == 0);
        return new FeatureVector([.. kept.Select(f => f.Index)], [.. kept.Select(f => f.Value)]);
    }

    /// <summary>A dense row: the value of every feature, in the order of the space.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite; a missing value needs a feature of its own.</exception>
    public static FeatureVector Dense(params ReadOnlySpan<double> values)
    {
        var indices = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            Check(values[i], nameof(values));
            indices[i] = i;
        }

        return new FeatureVector(indices, values.ToArray());
    }

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

    private static bool IsAscending((int Index, double Value)[] features)
    {
        for (var i = 1; i < features.Length; i++)
        {
            if (features[i].Index < features[i - 1].Index)
            {
                return false;
            }
        }

        return true;
    }

    private static void Check(double value, string name)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(
                name,
                value,
                "a feature's value must be a finite number"
            );
        }
    }
}
