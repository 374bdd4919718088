using Kompass.Mining.Learning;

namespace Kompass.Mining.Themes;

/// <summary>A classifier over the part of the vocabulary that its own training rows use, and context.</summary>
internal sealed class LabelModel
{
    // A feature that one or two rows have tells little of other rows.
    private const int FewestRows = 3;

    private readonly int[] _kept;
    private readonly int[] _local;
    private readonly LinearClassifier _classifier;

    private LabelModel(int[] kept, LinearClassifier classifier)
    {
        _kept = kept;
        _local = LocalOf(kept);
        _classifier = classifier;
    }

    public IReadOnlyList<string> Labels => _classifier.Labels;

    /// <summary>Learns from rows: input, label, weight; a feature of fewer rows than <paramref name="fewestRows"/> is left out.</summary>
    public static LabelModel Train(
        ILearningEngine engine,
        FeatureSpace vocabulary,
        IReadOnlyList<(LabelInput Input, string Label, double Weight)> rows,
        LearningOptions options,
        CancellationToken cancellation,
        int fewestRows = FewestRows
    )
    {
        var kept = rows.SelectMany(r => r.Input.Text.Select(f => f.Index))
            .GroupBy(i => i)
            .Where(g => g.Count() >= fewestRows)
            .Select(g => g.Key)
            .Order()
            .ToArray();
        var context = rows.SelectMany(r => r.Input.Context.Select(c => c.Key))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var space = new FeatureSpace([.. kept.Select(i => vocabulary.Names[i]), .. context]);
        var labels = rows.Select(r => r.Label)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var local = LocalOf(kept);
        var examples = rows.Select(r => new Example(
                VectorOf(r.Input, local, space),
                labels.IndexOf(r.Label),
                r.Weight
            ))
            .ToList();
        return new LabelModel(
            kept,
            engine.TrainClassifier(space, labels, examples, options, cancellation)
        );
    }

    /// <summary>Probability of each label.</summary>
    public double[] Predict(LabelInput input) =>
        _classifier.Predict(VectorOf(input, _local, _classifier.Features));

    /// <summary>What every feature added to a label.</summary>
    public IReadOnlyList<Contribution> Explain(LabelInput input, int label) =>
        _classifier.Explain(
            VectorOf(input, _local, _classifier.Features),
            label,
            most: int.MaxValue
        );

    public void Write(BinaryWriter writer)
    {
        writer.Write(_kept.Length);
        var before = 0;
        foreach (var index in _kept)
        {
            writer.Write7BitEncodedInt(index - before);
            before = index;
        }

        var context = _classifier.Features.Names.Skip(_kept.Length).ToList();
        writer.Write(context.Count);
        context.ForEach(writer.Write);
        writer.Flush();
        _classifier.Write(writer.BaseStream);
    }

    public static LabelModel Read(BinaryReader reader, FeatureSpace vocabulary)
    {
        var kept = new int[reader.ReadInt32()];
        var before = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            before += reader.Read7BitEncodedInt();
            kept[i] = before;
        }

        var context = new string[reader.ReadInt32()];
        for (var i = 0; i < context.Length; i++)
        {
            context[i] = reader.ReadString();
        }

        var space = new FeatureSpace([.. kept.Select(i => vocabulary.Names[i]), .. context]);
        return new LabelModel(kept, LinearClassifier.Read(reader.BaseStream, space));
    }

    // Place among the kept of each index of the vocabulary, -1 where it was not kept.
    private static int[] LocalOf(int[] kept)
    {
        var local = new int[kept.Length == 0 ? 0 : kept[^1] + 1];
        Array.Fill(local, -1);
        for (var i = 0; i < kept.Length; i++)
        {
            local[kept[i]] = i;
        }

        return local;
    }

    private static FeatureVector VectorOf(LabelInput input, int[] local, FeatureSpace space)
    {
        var features = new List<(int, double)>(input.Text.Count + input.Context.Count);
        foreach (var (index, value) in input.Text)
        {
            if (index < local.Length && local[index] >= 0)
            {
                features.Add((local[index], value));
            }
        }

        foreach (var (name, value) in input.Context)
        {
            if (space.IndexOf(name) is >= 0 and var at)
            {
                features.Add((at, value));
            }
        }

        return FeatureVector.Sparse(features);
    }
}
