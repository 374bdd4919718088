namespace Kompass.Mining.Learning.Trees;

/// <summary>
/// The probability of yes by a sum of regression trees (MART, Friedman 2001), made a probability by Platt's sigmoid. Immutable; serves all threads.
/// </summary>
public sealed class BoostedTrees
{
    // More nodes than any model of this program has.
    private const int MostNodes = 1 << 20;

    private readonly IReadOnlyList<Tree> _trees;
    private readonly double _bias;
    private readonly double _slope;
    private readonly double _offset;

    /// <param name="features">The columns of the rows.</param>
    /// <param name="trees">The trees.</param>
    /// <param name="bias">Added to their sum.</param>
    /// <param name="slope">By which that is multiplied for the log-odds.</param>
    /// <param name="offset">Added after that.</param>
    internal BoostedTrees(
        FeatureSpace features,
        IReadOnlyList<Tree> trees,
        double bias,
        double slope,
        double offset
    )
    {
        Features = features;
        _trees = trees;
        _bias = bias;
        _slope = slope;
        _offset = offset;
    }

    /// <summary>The columns of its rows.</summary>
    public FeatureSpace Features { get; }

    /// <summary>Probability of yes, 0 to 1.</summary>
    /// <param name="row">The value of every feature, in the order of the space.</param>
    public double Predict(ReadOnlySpan<float> row) =>
        Softmax.Sigmoid((_slope * Score(row)) + _offset);

    /// <summary>The same trees, their score made a probability by Platt's sigmoid on rows that they were not grown from.</summary>
    /// <param name="examples">At least one yes and one no.</param>
    public BoostedTrees Calibrated(IReadOnlyList<TreeExample> examples)
    {
        var scores = examples.Select(e => Score(e.Row)).ToList();
        var (slope, offset) = (_slope, _offset);
        for (var step = 0; step < NewtonSteps; step++)
        {
            // Gradient and curvature of the log-likelihood; a little is added to the curvature, so that it can always be divided by.
            var (gs, go, ss, so, oo) = (0.0, 0.0, 1e-6, 0.0, 1e-6);
            for (var i = 0; i < scores.Count; i++)
            {
                var p = Softmax.Sigmoid((slope * scores[i]) + offset);
                var (miss, mass) = ((examples[i].IsYes ? 1 : 0) - p, p * (1 - p));
                gs += miss * scores[i];
                go += miss;
                ss += mass * scores[i] * scores[i];
                so += mass * scores[i];
                oo += mass;
            }

            var determinant = (ss * oo) - (so * so);
            var (turn, shift) = (
                ((oo * gs) - (so * go)) / determinant,
                ((ss * go) - (so * gs)) / determinant
            );
            // A whole step may lead too far; then half of it is taken, and so on.
            var (before, part) = (Loss(slope, offset), 1.0);
            while (
                part > ShortestStep
                && !(Loss(slope + (part * turn), offset + (part * shift)) <= before)
            )
            {
                part /= 2;
            }

            slope += part * turn;
            offset += part * shift;
        }

        return new BoostedTrees(Features, _trees, _bias, slope, offset);

        double Loss(double a, double b) =>
            examples.Select((e, i) => Softplus(((a * scores[i]) + b) * (e.IsYes ? -1 : 1))).Sum();
    }

    // log(1 + exp(x)), the loss of a score x on the wrong side.
    private static double Softplus(double x) =>
        Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    // Two numbers settle within a few.
    private const int NewtonSteps = 30;
    private const double ShortestStep = 1e-6;

    private double Score(ReadOnlySpan<float> row)
    {
        Check(row);
        var score = _bias;
        foreach (var tree in _trees)
        {
            score += tree.Score(row);
        }

        return score;
    }

    /// <summary>The features that moved the log-odds most, strongest first; above 0 towards yes.</summary>
    /// <param name="row">As for <see cref="Predict"/>.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<Contribution> Explain(ReadOnlySpan<float> row, int most)
    {
        Check(row);
        var parts = new double[Features.Count];
        foreach (var tree in _trees)
        {
            tree.Explain(row, parts);
        }

        return Contribution.Strongest(
            parts.Select((p, i) => new Contribution(Features.Names[i], _slope * p)),
            most
        );
    }

    /// <summary>Writes all but the features' names.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(_bias);
        writer.Write(_slope);
        writer.Write(_offset);
        writer.Write(_trees.Count);
        foreach (var tree in _trees)
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

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="ModelException">It is damaged or asks for other features.</exception>
    public static BoostedTrees Read(Stream stream, FeatureSpace features)
    {
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

            return new BoostedTrees(features, trees, bias, slope, offset);
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

    private void Check(ReadOnlySpan<float> row)
    {
        if (row.Length != Features.Count)
        {
            throw new ArgumentException(
                $"the row has {row.Length} values where the trees ask for {Features.Count}",
                nameof(row)
            );
        }
    }

    private static ModelException Damaged(Exception? inner = null) =>
        new("model", "the trees in it are damaged; restore it, or train it anew", inner);
}
