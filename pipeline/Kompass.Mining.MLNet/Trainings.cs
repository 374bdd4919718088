using Kompass.Mining.Learning;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kompass.Mining.MLNet;

/// <summary>Examples as ML.NET reads them, and the one way in which a trainer is run: one thread, a fixed seed, rows in their order, so that the same examples give the same model.</summary>
internal static class Trainings
{
    /// <summary>Fits a trainer; a cancellation ends it within an iteration.</summary>
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
        using var registration = cancellation.Register(context.CancelExecution);
        try
        {
            return trainer(context).Fit(View(context, rows, features, labels)).Model;
        }
        catch (Exception e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellation);
        }
    }

    /// <summary>Rows as a view of one vector, its weight, and what is to be learnt.</summary>
    public static IDataView View(
        MLContext context,
        IReadOnlyList<Row> rows,
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

    // A vector without length would be one of unknown length to ML.NET.
    private static int Width(FeatureSpace features) => Math.Max(1, features.Count);
}

/// <summary>One example.</summary>
internal sealed class Row
{
    public VBuffer<float> Features { get; set; }

    /// <summary>From 1, as keys are.</summary>
    public uint Label { get; set; }

    public bool IsYes { get; set; }

    public float Weight { get; set; } = 1;

    public float Relevance { get; set; }
}
