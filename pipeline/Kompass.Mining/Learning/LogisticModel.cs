namespace Kompass.Mining.Learning;

/// <summary>A linear model of yes and no: one weight a feature, then the intercept. Immutable; serves all threads.</summary>
public sealed class LogisticModel
{
    private readonly double[] _weights;

    /// <param name="features">What the rows' indices mean.</param>
    /// <param name="weights">One a feature, in log-odds, then the intercept.</param>
    public LogisticModel(FeatureSpace features, double[] weights)
    {
        if (weights.Length != features.Count + 1)
        {
            throw new ArgumentException(
                "each feature and the intercept need a weight",
                nameof(weights)
            );
        }

        Features = features;
        _weights = weights;
    }

    /// <summary>What its rows' indices mean.</summary>
    public FeatureSpace Features { get; }

    /// <summary>Probability of yes, 0 to 1.</summary>
    public double Predict(FeatureVector row) =>
        Softmax.Sigmoid(row.Dot(_weights) + _weights[Features.Count]);

    /// <summary>The features that moved the probability most, strongest first; above 0 towards yes.</summary>
    public IReadOnlyList<Contribution> Explain(FeatureVector row, int most)
    {
        var parts = new List<Contribution>(row.Indices.Length);
        for (var i = 0; i < row.Indices.Length; i++)
        {
            var index = row.Indices[i];
            parts.Add(new Contribution(Features.Names[index], row.Values[i] * _weights[index]));
        }

        return Contribution.Strongest(parts, most);
    }

    /// <summary>Writes all but the features' names.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        CompactWeights.Write(writer, _weights);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="ModelException">It does not fit the features, or is damaged.</exception>
    public static LogisticModel Read(Stream stream, FeatureSpace features)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        return new LogisticModel(features, CompactWeights.Read(reader, features.Count + 1));
    }
}
