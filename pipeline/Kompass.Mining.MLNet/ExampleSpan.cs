using Kompass.Mining.Learning;

namespace Kompass.Mining.MLNet;

/// <summary>
/// Few examples of many features, in the coordinates of the space that they span. The weights of a linear model with an L2 penalty lie in that space
/// (representer theorem: Schölkopf, Herbrich and Smola 2001), where L-BFGS takes the same steps in vectors of as many numbers as there are examples.
/// </summary>
internal sealed class ExampleSpan
{
    // Below this, the coordinates are more work than they spare.
    private const int FeaturesPerExample = 8;

    // Of an example's square, what is left of it outside the space of those before it: less is rounding.
    private const double LeastRemainder = 1e-9;

    private readonly IReadOnlyList<Example> _examples;

    // One row an example: its coordinate along each direction up to its own; a direction that adds nothing has 0 throughout.
    private readonly double[][] _coordinates;

    private ExampleSpan(IReadOnlyList<Example> examples, double[][] coordinates)
    {
        _examples = examples;
        _coordinates = coordinates;
    }

    /// <summary>Whether examples are so few that their own space is the cheaper one.</summary>
    public static bool IsCheaper(IReadOnlyList<Example> examples, FeatureSpace features) =>
        examples.Count <= features.Count / FeaturesPerExample;

    /// <summary>The Cholesky factor of the examples' inner products.</summary>
    public static ExampleSpan Of(IReadOnlyList<Example> examples, FeatureSpace features)
    {
        var coordinates = new double[examples.Count][];
        var dense = new double[features.Count];
        for (var i = 0; i < examples.Count; i++)
        {
            var indices = examples[i].Features.Indices;
            var values = examples[i].Features.Values;
            for (var f = 0; f < indices.Length; f++)
            {
                dense[indices[f]] = values[f];
            }

            var square = examples[i].Features.Dot(dense);
            var rest = square;
            var row = coordinates[i] = new double[examples.Count];
            for (var j = 0; j < i; j++)
            {
                var before = coordinates[j];
                if (before[j] > 0)
                {
                    row[j] = (examples[j].Features.Dot(dense) - Dot(row, before, j)) / before[j];
                    rest -= row[j] * row[j];
                }
            }

            row[i] = rest > LeastRemainder * square ? Math.Sqrt(rest) : 0;
            foreach (var index in indices)
            {
                dense[index] = 0;
            }
        }

        return new ExampleSpan(examples, coordinates);
    }

    /// <summary>The examples, in as many features as there are examples.</summary>
    public IEnumerable<Example> Examples =>
        _examples.Select(
            (e, i) => e with { Features = FeatureVector.Dense(_coordinates[i].AsSpan()) }
        );

    /// <summary>The same model in the features of the examples.</summary>
    /// <param name="weights">Of each direction, then the intercepts: a row of one weight a label each.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="labels">Number of labels.</param>
    public double[] Expand(double[] weights, int features, int labels)
    {
        var expanded = new double[(features + 1) * labels];
        weights.AsSpan(^labels).CopyTo(expanded.AsSpan(^labels));
        // Each example's share of the weights, from the last one on: a direction is its example less what lies along those before it.
        var shares = weights.AsSpan(0, _examples.Count * labels).ToArray();
        for (var i = _examples.Count - 1; i >= 0; i--)
        {
            var row = _coordinates[i];
            if (row[i] == 0)
            {
                continue;
            }

            var indices = _examples[i].Features.Indices;
            var values = _examples[i].Features.Values;
            for (var label = 0; label < labels; label++)
            {
                var share = shares[(i * labels) + label] / row[i];
                for (var j = 0; j < i; j++)
                {
                    shares[(j * labels) + label] -= share * row[j];
                }

                for (var f = 0; f < indices.Length; f++)
                {
                    expanded[(indices[f] * labels) + label] += share * values[f];
                }
            }
        }

        return expanded;
    }

    // In their order, which a vectorised sum would make another on another machine.
    private static double Dot(double[] one, double[] other, int length)
    {
        var sum = 0.0;
        for (var i = 0; i < length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
