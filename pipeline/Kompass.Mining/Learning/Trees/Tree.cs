namespace Kompass.Mining.Learning.Trees;

/// <summary>
/// A regression tree. Nodes are numbered from 0, the root; a child below 0 is a leaf, <c>~child</c> its number. A row goes left where its value is at most the
/// node's threshold.
/// </summary>
/// <param name="Left">Each node's left child.</param>
/// <param name="Right">Each node's right child.</param>
/// <param name="Features">The feature that each node asks for.</param>
/// <param name="Thresholds">The value it is compared with.</param>
/// <param name="Leaves">What each leaf adds to the score.</param>
/// <param name="Means">What the rows that came to a node in training got on average: what a node has learnt before it asks.</param>
internal sealed record Tree(
    int[] Left,
    int[] Right,
    int[] Features,
    float[] Thresholds,
    float[] Leaves,
    float[] Means
)
{
    /// <summary>What the tree adds to a row's score.</summary>
    public double Score(ReadOnlySpan<float> row)
    {
        var node = Root;
        while (node >= 0)
        {
            node = Next(node, row);
        }

        return Leaves[~node];
    }

    /// <summary>Adds to <paramref name="parts"/>, one a feature, by how much the nodes that ask for it moved the row: each from its own mean to the next one's (Saabas 2014).</summary>
    public void Explain(ReadOnlySpan<float> row, Span<double> parts)
    {
        for (var node = Root; node >= 0; )
        {
            var next = Next(node, row);
            parts[Features[node]] += (next >= 0 ? Means[next] : Leaves[~next]) - Means[node];
            node = next;
        }
    }

    /// <summary>The tree with the means of the rows that it was trained on.</summary>
    public Tree WithMeans(IReadOnlyList<TreeExample> examples)
    {
        var sums = new double[Left.Length];
        var masses = new double[Left.Length];
        foreach (var example in examples)
        {
            var score = Score(example.Row);
            for (var node = Root; node >= 0; node = Next(node, example.Row))
            {
                sums[node] += example.Weight * score;
                masses[node] += example.Weight;
            }
        }

        return this with
        {
            Means = [.. sums.Zip(masses, (s, m) => m > 0 ? (float)(s / m) : 0)],
        };
    }

    // A tree without nodes is one leaf.
    private int Root => Left.Length == 0 ? ~0 : 0;

    private int Next(int node, ReadOnlySpan<float> row) =>
        row[Features[node]] <= Thresholds[node] ? Left[node] : Right[node];
}
