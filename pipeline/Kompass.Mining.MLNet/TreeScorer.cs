using Kompass.Mining.Learning;
using Kompass.Mining.Learning.BuiltIn;

namespace Kompass.Mining.MLNet;

/// <summary>
/// A sum of trees. What a feature did for a row is the sum of the steps that the nodes asking for it took from their own mean to that of the next (Saabas
/// 2014), in the score's unit.
/// </summary>
/// <param name="features">What rows' indices mean.</param>
/// <param name="trees">The trees.</param>
/// <param name="bias">Added to their sum.</param>
/// <param name="slope">By which a score is multiplied for the log-odds; 1 in rankings.</param>
/// <param name="offset">Added after that; 0 in rankings.</param>
internal sealed class TreeScorer(
    FeatureSpace features,
    IReadOnlyList<Tree> trees,
    double bias,
    double slope,
    double offset
) : IBinaryModel, IRankingModel
{
    // More nodes than any model of this program has.
    private const int MostNodes = 1 << 20;

    public FeatureSpace Features { get; } = features;

    public double Score(FeatureVector row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return bias + trees.Sum(t => t.Score(row));
    }

    public double Predict(FeatureVector row) => Softmax.Sigmoid((slope * Score(row)) + offset);

    public IReadOnlyList<Contribution> Explain(FeatureVector row, int most)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = new SortedDictionary<int, double>();
        foreach (var tree in trees)
        {
            var (nodes, leaf) = tree.Path(row);
            for (var i = 0; i < nodes.Count; i++)
            {
                var next = i + 1 < nodes.Count ? tree.Means[nodes[i + 1]] : tree.Leaves[leaf];
                var feature = tree.Features[nodes[i]];
                parts[feature] =
                    parts.GetValueOrDefault(feature) + (slope * (next - tree.Means[nodes[i]]));
            }
        }

        return LinearScorer.Strongest(
            [.. parts.Select(p => new Contribution(Features.Names[p.Key], p.Value))],
            most
        );
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(bias);
        writer.Write(slope);
        writer.Write(offset);
        writer.Write(trees.Count);
        foreach (var tree in trees)
        {
            writer.Write(tree.Left.Length);
            for (var i = 0; i < tree.Left.Length; i++)
            {
                writer.Write(tree.Left[i]);
                writer.Write(tree.Right[i]);
                writer.Write(tree.Features[i]);
                writer.Write(tree.Thresholds[i]);
                writer.Write(tree.Means[i]);
            }

            foreach (var leaf in tree.Leaves)
            {
                writer.Write(leaf);
            }
        }
    }

    public static TreeScorer Read(Stream stream, FeatureSpace features)
    {
        ArgumentNullException.ThrowIfNull(features);
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            var (bias, slope, offset) = (
                reader.ReadDouble(),
                reader.ReadDouble(),
                reader.ReadDouble()
            );
            var trees = new Tree[Count(reader)];
            for (var i = 0; i < trees.Length; i++)
            {
                trees[i] = ReadTree(reader, features);
            }

            return new TreeScorer(features, trees, bias, slope, offset);
        }
        catch (EndOfStreamException e)
        {
            throw Damaged(e);
        }
    }

    // A tree of n nodes has n + 1 leaves; its children are nodes further on or leaves, so that no path is without end.
    private static Tree ReadTree(BinaryReader reader, FeatureSpace features)
    {
        var nodes = Count(reader);
        var tree = new Tree(
            new int[nodes],
            new int[nodes],
            new int[nodes],
            new float[nodes],
            new float[nodes + 1],
            new float[nodes]
        );
        for (var i = 0; i < nodes; i++)
        {
            tree.Left[i] = Child(reader, i, nodes);
            tree.Right[i] = Child(reader, i, nodes);
            tree.Features[i] = reader.ReadInt32();
            tree.Thresholds[i] = reader.ReadSingle();
            tree.Means[i] = reader.ReadSingle();
            if (tree.Features[i] < 0 || tree.Features[i] >= features.Count)
            {
                throw Damaged();
            }
        }

        for (var i = 0; i <= nodes; i++)
        {
            tree.Leaves[i] = reader.ReadSingle();
        }

        return tree;
    }

    private static int Child(BinaryReader reader, int node, int nodes)
    {
        var child = reader.ReadInt32();
        return child >= nodes || (child >= 0 && child <= node) || ~child > nodes
            ? throw Damaged()
            : child;
    }

    private static int Count(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count is < 0 or > MostNodes ? throw Damaged() : count;
    }

    private static ModelException Damaged(Exception? inner = null) =>
        new("model", "the trees in it are damaged; restore it, or train it anew", inner);
}
