using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kompass.Mining.MLNet;

/// <summary>The one way in which a trainer is run: a fixed seed, rows in their order.</summary>
internal static class Trainings
{
    // For trainers that draw lots; the linear ones do not.
    private const int Seed = 2010;

    /// <summary>Fits a trainer; a cancellation ends it where it next reads the rows: linear models in each iteration, trees once at the beginning.</summary>
    /// <param name="trainer">Makes the trainer.</param>
    /// <param name="rows">The examples.</param>
    /// <param name="width">Number of features.</param>
    /// <param name="labels">Number of labels.</param>
    /// <param name="cancellation">Ends it.</param>
    public static TModel Fit<TModel>(
        Func<MLContext, IEstimator<ISingleFeaturePredictionTransformer<TModel>>> trainer,
        IEnumerable<Row> rows,
        int width,
        int labels,
        CancellationToken cancellation
    )
        where TModel : class
    {
        cancellation.ThrowIfCancellationRequested();
        var context = new MLContext(Seed);
        try
        {
            return trainer(context)
                .Fit(View(context, Watched([.. rows], cancellation), width, labels))
                .Model;
        }
        catch (Exception e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellation);
        }
    }

    /// <summary>Rows as a view of one vector, its weight, and what is to be learnt.</summary>
    public static IDataView View(MLContext context, IEnumerable<Row> rows, int width, int labels)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single,
            Row.Width(width)
        );
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), labels);
        return context.Data.LoadFromEnumerable(rows, schema);
    }

    private static IEnumerable<Row> Watched(List<Row> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
