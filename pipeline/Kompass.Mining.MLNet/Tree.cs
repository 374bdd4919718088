using Kompass.Mining.Learning;

namespace Kompass.Mining.MLNet;

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
    /// <summary>A tree, with the means of the rows that it was trained on.</summary>
    public static Tree Of(
        int[] left,
        int[] right,
        int[] features,
        float[] thresholds,
        float[] leaves,
        IReadOnlyList<FeatureVector> rows,
        IReadOnlyList<double> weights
    )
    {
        var tree = new Tree(left, right, features, thresholds, leaves, new float[left.Length]);
        var sums = new double[left.Length];
        var masses = new double[left.Length];
        for (var i = 0; i < rows.Count; i++)
        {
            var path = tree.Path(rows[i]);
            foreach (var node in path.Nodes)
            {
                sums[node] += weights[i] * leaves[path.Leaf];
                masses[node] += weights[i];
            }
        }

        for (var node = 0; node < left.Length; node++)
        {
            tree.Means[node] = masses[node] > 0 ? (float)(sums[node] / masses[node]) : 0;
        }

        return tree;
    }

    /// <summary>The nodes that a row passes, and the leaf where it ends.</summary>
    public (IReadOnlyList<int> Nodes, int Leaf) Path(FeatureVector row)
    {
        var nodes = new List<int>();
        if (Left.Length == 0)
        {
            return (nodes, 0);
        }

        var node = 0;
        do
        {
            nodes.Add(node);
            node =
                (float)ValueOf(row, Features[node]) <= Thresholds[node] ? Left[node] : Right[node];
        } while (node >= 0);

        return (nodes, ~node);
    }

    /// <summary>What the tree adds to a row's score.</summary>
    public double Score(FeatureVector row) => Leaves[Path(row).Leaf];

    private static double ValueOf(FeatureVector row, int feature)
    {
        var at = row.Indices.BinarySearch(feature);
        return at < 0 ? 0 : row.Values[at];
    }
}
