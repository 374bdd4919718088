using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Microsoft.ML.Data;

namespace Kompass.Mining.MLNet;

/// <summary>An example as ML.NET reads it.</summary>
internal sealed class Row
{
    public VBuffer<float> Features { get; set; }

    /// <summary>From 0: ML.NET adds the 1 at which its keys begin when it reads the row.</summary>
    public uint Label { get; set; }

    public bool IsYes { get; set; }

    public float Weight { get; set; } = 1;

    /// <summary>Sparse rows.</summary>
    public static IEnumerable<Row> Of(IEnumerable<Example> examples, int features) =>
        examples.Select(e => new Row
        {
            Features = Vector(e.Features, features),
            Label = (uint)e.Label,
            Weight = (float)e.Weight,
        });

    /// <summary>Dense rows.</summary>
    public static IEnumerable<Row> Of(IEnumerable<TreeExample> examples) =>
        examples.Select(e => new Row
        {
            Features = new VBuffer<float>(e.Row.Length, e.Row),
            IsYes = e.IsYes,
            Weight = e.Weight,
        });

    // A vector without length would be one of unknown length to ML.NET.
    public static int Width(int features) => Math.Max(1, features);

    private static VBuffer<float> Vector(FeatureVector row, int width)
    {
        var values = new float[row.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)row.Values[i];
        }

        return new VBuffer<float>(Width(width), values.Length, values, row.Indices.ToArray());
    }
}
