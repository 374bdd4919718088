namespace Kompass.Mining.Learning;

/// <summary>
/// Weights as they are kept and written: for each feature a scale in single precision and one signed byte a label, so that a weight is at most 0.4 % of
/// its feature's largest off. Seven digits would be more than the data can tell, and four times as long. A model is rounded when it is trained: what was
/// measured is what is written.
/// </summary>
internal static class CompactWeights
{
    private const int Steps = sbyte.MaxValue;

    /// <summary>Rounds rows of weights, <paramref name="width"/> to a row, to what a file can hold.</summary>
    public static void Round(Span<double> weights, int width)
    {
        for (var at = 0; at < weights.Length; at += width)
        {
            var row = weights.Slice(at, width);
            var scale = ScaleOf(row);
            for (var i = 0; i < width; i++)
            {
                row[i] = StepOf(row[i], scale) * (double)scale;
            }
        }
    }

    /// <summary>Writes rounded rows.</summary>
    public static void Write(BinaryWriter writer, ReadOnlySpan<double> weights, int width)
    {
        writer.Write(weights.Length);
        for (var at = 0; at < weights.Length; at += width)
        {
            var row = weights.Slice(at, width);
            var scale = ScaleOf(row);
            writer.Write(scale);
            foreach (var weight in row)
            {
                writer.Write(StepOf(weight, scale));
            }
        }
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="ModelException">There are more or fewer than expected.</exception>
    public static double[] Read(BinaryReader reader, int rows, int width)
    {
        var weights = new double[rows * width];
        if (reader.ReadInt32() is var count && count != weights.Length)
        {
            throw new ModelException(
                "model",
                $"has {count} weights where its features ask for {weights.Length}; train it anew"
            );
        }

        for (var at = 0; at < weights.Length; at += width)
        {
            double scale = reader.ReadSingle();
            for (var i = 0; i < width; i++)
            {
                weights[at + i] = reader.ReadSByte() * scale;
            }
        }

        return weights;
    }

    private static float ScaleOf(ReadOnlySpan<double> row)
    {
        var largest = 0.0;
        foreach (var weight in row)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        return (float)(largest / Steps);
    }

    private static sbyte StepOf(double weight, float scale) =>
        scale == 0 ? (sbyte)0 : (sbyte)Math.Clamp(Math.Round(weight / scale), -Steps, Steps);
}
