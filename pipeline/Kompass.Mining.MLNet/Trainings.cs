using Kompass.Mining.Learning;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kompass.Mining.MLNet;

/// <summary>Examples as ML.NET reads them, and the one way in which a trainer is run: one thread, a fixed seed, rows in their order, so that the same examples give the same model.</summary>
internal static class Trainings
{
    /// <summary>Fits a trainer; a cancellation ends it where it next reads the rows: linear models in each iteration, trees once at the beginning.</summary>
    public static TModel Fit<TModel>(
        int seed,
        IReadOnlyList<Row> rows,
        FeatureSpace features,
        int labels,
        Func<MLContext, IEstimator<ISingleFeaturePredictionTransformer<TModel>>> trainer,
        CancellationToken cancellation
    )
        where TModel : class
    {
        cancellation.ThrowIfCancellationRequested();
        var context = new MLContext(seed);
        try
        {
            return trainer(context)
                .Fit(View(context, Watched(rows, cancellation), features, labels))
                .Model;
        }
        catch (Exception e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellation);
        }
    }

    /// <summary>Rows as a view of one vector, its weight, and what is to be learnt.</summary>
    public static IDataView View(
        MLContext context,
        IEnumerable<Row> rows,
        FeatureSpace features,
        int labels
    )
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single,
            Width(features)
        );
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), labels);
        return context.Data.LoadFromEnumerable(rows, schema);
    }

    /// <summary>A vector of ML.NET.</summary>
    public static VBuffer<float> Vector(FeatureVector row, FeatureSpace features)
    {
        var values = new float[row.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)row.Values[i];
        }

        return new VBuffer<float>(Width(features), values.Length, values, row.Indices.ToArray());
    }

    private static IEnumerable<Row> Watched(IEnumerable<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    // A vector without length would be one of unknown length to ML.NET.
    private static int Width(FeatureSpace features) => Math.Max(1, features.Count);
}

/// <summary>One example.</summary>
internal sealed class Row
{
    public VBuffer<float> Features { get; set; }

    /// <summary>From 0: ML.NET adds the 1 at which its keys begin when it reads the row.</summary>
    public uint Label { get; set; }

    public bool IsYes { get; set; }

    public float Weight { get; set; } = 1;

    public float Relevance { get; set; }
}
