using System.Text.Json;
using Kompass.Mining.Dataset;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>The files of the prediction: model, figures, card; each written whole or not at all.</summary>
public static class ImprovementFiles
{
    /// <summary>Name of the model's file in its folder.</summary>
    public const string ModelName = "model.bin";

    /// <summary>Writes what training yields.</summary>
    /// <exception cref="DatasetException">The folder cannot be written.</exception>
    public static void Write(string folder, TrainedImprovements trained)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(trained);
        Guarded(
            folder,
            () =>
            {
                AtomicFile.Write(
                    Path.Combine(folder, ModelName),
                    stream => stream.Write(trained.Model)
                );
                AtomicFile.WriteText(Path.Combine(folder, "metrics.json"), trained.MetricsJson);
                AtomicFile.WriteText(Path.Combine(folder, "card.md"), trained.Card);
            }
        );
    }

    /// <summary>Writes figures into the dataset; returns the file.</summary>
    /// <exception cref="DatasetException">It cannot be written.</exception>
    public static string WriteEvaluation(DataFolder data, string json)
    {
        ArgumentNullException.ThrowIfNull(data);
        var file = Path.Combine(data.Root, "evaluation", "improvements.json");
        Guarded(file, () => AtomicFile.WriteText(file, json));
        return file;
    }

    /// <summary>The figures as JSON; ends with a line feed.</summary>
    public static string JsonOf(ImprovementMetrics metrics) =>
        JsonSerializer.Serialize(metrics, ModelJson.Default.ImprovementMetrics) + "\n";

    private static void Guarded(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path}: cannot be written: {e.Message}", e);
        }
    }
}
