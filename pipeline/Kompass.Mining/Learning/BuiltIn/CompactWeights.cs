namespace Kompass.Mining.Learning.BuiltIn;

/// <summary>
/// Weights as they are written: single precision. Seven digits are more than the data can tell, and the file is half as long.
/// </summary>
internal static class CompactWeights
{
    public static void Write(BinaryWriter writer, ReadOnlySpan<double> weights)
    {
        writer.Write(weights.Length);
        foreach (var weight in weights)
        {
            writer.Write((float)weight);
        }
    }

    /// <exception cref="ModelException">There are more or fewer than expected, or one is not finite.</exception>
    public static double[] Read(BinaryReader reader, int expected)
    {
        var count = reader.ReadInt32();
        if (count != expected)
        {
            throw new ModelException(
                "model",
                $"has {count} weights where its features ask for {expected}; train it anew"
            );
        }

        var weights = new double[count];
        for (var i = 0; i < count; i++)
        {
            weights[i] = reader.ReadSingle();
            if (!double.IsFinite(weights[i]))
            {
                throw new ModelException("model", $"weight {i} is not a number; train it anew");
            }
        }

        return weights;
    }
}
