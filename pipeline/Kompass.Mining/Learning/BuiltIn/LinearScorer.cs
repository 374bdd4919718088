namespace Kompass.Mining.Learning.BuiltIn;

/// <summary>A linear model of one output: one weight a feature, then the intercept (0 in rankings).</summary>
internal sealed class LinearScorer(FeatureSpace features, double[] weights)
    : IBinaryModel,
        IRankingModel
{
    public FeatureSpace Features { get; } = features;

    public double Score(FeatureVector row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Dot(weights) + weights[Features.Count];
    }

    public double Predict(FeatureVector row) => Softmax.Sigmoid(Score(row));

    public IReadOnlyList<Contribution> Explain(FeatureVector row, int most)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = new List<Contribution>(row.Indices.Length);
        for (var i = 0; i < row.Indices.Length; i++)
        {
            var index = row.Indices[i];
            parts.Add(new Contribution(Features.Names[index], row.Values[i] * weights[index]));
        }

        return Strongest(parts, most);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        CompactWeights.Write(writer, weights);
    }

    public static LinearScorer Read(Stream stream, FeatureSpace features)
    {
        ArgumentNullException.ThrowIfNull(features);
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        return new LinearScorer(features, CompactWeights.Read(reader, features.Count + 1));
    }

    /// <summary>The parts furthest from 0; ties by name.</summary>
    public static IReadOnlyList<Contribution> Strongest(List<Contribution> parts, int most) =>
        [
            .. parts
                .Where(p => p.Value != 0)
                .OrderByDescending(p => Math.Abs(p.Value))
                .ThenBy(p => p.Feature, StringComparer.Ordinal)
                .Take(most),
        ];
}
