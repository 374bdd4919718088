namespace Kompass.Mining.Learning;

/// <summary>A multinomial linear model: for each feature one weight a label, then the labels' intercepts. Immutable; serves all threads.</summary>
public sealed class LinearClassifier
{
    private readonly double[] _weights;

    /// <param name="features">What the rows' indices mean.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="weights">In log-odds; rounded to what a file can hold, so that what is measured is what is written.</param>
    public LinearClassifier(FeatureSpace features, IReadOnlyList<string> labels, double[] weights)
    {
        if (weights.Length != (features.Count + 1) * labels.Count)
        {
            throw new ArgumentException(
                "each feature and the intercept need a weight a label",
                nameof(weights)
            );
        }

        Features = features;
        Labels = labels;
        _weights = weights;
        CompactWeights.Round(_weights, labels.Count);
    }

    /// <summary>What its rows' indices mean.</summary>
    public FeatureSpace Features { get; }

    /// <summary>The labels, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The weights of a feature, one a label, in log-odds; those after the last feature are the intercepts.</summary>
    public double[] Weights(int feature) =>
        _weights[(feature * Labels.Count)..((feature + 1) * Labels.Count)];

    /// <summary>Probability of each label; they add up to 1.</summary>
    public double[] Predict(FeatureVector row)
    {
        var labels = Labels.Count;
        var scores = Weights(Features.Count);
        var indices = row.Indices;
        var values = row.Values;
        for (var i = 0; i < indices.Length; i++)
        {
            var at = _weights.AsSpan(indices[i] * labels, labels);
            for (var k = 0; k < labels; k++)
            {
                scores[k] += values[i] * at[k];
            }
        }

        Softmax.Apply(scores);
        return scores;
    }

    /// <summary>The features that carried a label most, strongest first: for it above 0, against it below, in log-odds against the labels' mean.</summary>
    public IReadOnlyList<Contribution> Explain(FeatureVector row, int label, int most)
    {
        var parts = new List<Contribution>(row.Indices.Length);
        for (var i = 0; i < row.Indices.Length; i++)
        {
            var weights = Weights(row.Indices[i]);
            parts.Add(
                new Contribution(
                    Features.Names[row.Indices[i]],
                    row.Values[i] * (weights[label] - weights.Average())
                )
            );
        }

        return Contribution.Strongest(parts, most);
    }

    /// <summary>Writes all but the features' names.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Labels.Count);
        foreach (var label in Labels)
        {
            writer.Write(label);
        }

        CompactWeights.Write(writer, _weights, Labels.Count);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="ModelException">It does not fit the features, or is damaged.</exception>
    public static LinearClassifier Read(Stream stream, FeatureSpace features)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }

        return new LinearClassifier(
            features,
            labels,
            CompactWeights.Read(reader, features.Count + 1, labels.Length)
        );
    }
}
