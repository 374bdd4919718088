namespace Kompass.Mining.Learning.BuiltIn;

/// <summary>A multinomial linear model: for each feature one weight a label, then the labels' intercepts.</summary>
internal sealed class LinearClassifier : IClassifier
{
    private readonly double[] _weights;

    public LinearClassifier(FeatureSpace features, IReadOnlyList<string> labels, double[] weights)
    {
        Features = features;
        Labels = labels;
        _weights = weights;
    }

    public FeatureSpace Features { get; }

    public IReadOnlyList<string> Labels { get; }

    public double[] Predict(FeatureVector row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var scores = new double[Labels.Count];
        Scores(row, _weights, Features.Count, scores);
        Softmax.Apply(scores);
        return scores;
    }

    public IReadOnlyList<Contribution> Explain(FeatureVector row, int label, int most)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = new List<Contribution>(row.Indices.Length);
        for (var i = 0; i < row.Indices.Length; i++)
        {
            var weights = _weights.AsSpan(row.Indices[i] * Labels.Count, Labels.Count);
            var mean = 0.0;
            foreach (var weight in weights)
            {
                mean += weight / Labels.Count;
            }

            parts.Add(
                new Contribution(
                    Features.Names[row.Indices[i]],
                    row.Values[i] * (weights[label] - mean)
                )
            );
        }

        return LinearScorer.Strongest(parts, most);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Labels.Count);
        foreach (var label in Labels)
        {
            writer.Write(label);
        }

        CompactWeights.WriteRows(writer, _weights, Labels.Count);
    }

    public static LinearClassifier Read(Stream stream, FeatureSpace features)
    {
        ArgumentNullException.ThrowIfNull(features);
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var labels = new string[reader.ReadInt32()];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }

        return new LinearClassifier(
            features,
            labels,
            CompactWeights.ReadRows(reader, (features.Count + 1) * labels.Length, labels.Length)
        );
    }

    /// <summary>Scores of all labels at a point.</summary>
    public static void Scores(
        FeatureVector row,
        ReadOnlySpan<double> weights,
        int features,
        Span<double> scores
    )
    {
        var labels = scores.Length;
        weights.Slice(features * labels, labels).CopyTo(scores);
        var indices = row.Indices;
        var values = row.Values;
        for (var i = 0; i < indices.Length; i++)
        {
            var at = weights.Slice(indices[i] * labels, labels);
            for (var k = 0; k < labels; k++)
            {
                scores[k] += values[i] * at[k];
            }
        }
    }
}
