using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust.Training;

/// <summary>How trust is learnt.</summary>
public sealed record TrustTrainingOptions
{
    /// <summary>Of everything that is drawn.</summary>
    public int Seed { get; init; } = 2010;

    /// <summary>Made reports that the trees learn from.</summary>
    public int TrainingReports { get; init; } = 840;

    /// <summary>Made reports, damaged in other ways, that set the probabilities.</summary>
    public int CalibrationReports { get; init; } = 420;

    /// <summary>Made reports, damaged in ways that neither saw, to measure on.</summary>
    public int TestReports { get; init; } = 420;

    /// <summary>Shallow trees, slowly learnt, for their probabilities must hold elsewhere.</summary>
    public TreeOptions Trees { get; init; } = new(120, 12, 40, 0.08);
}

/// <summary>Learns from made reports how probable it is that a value is read rightly, and measures it on reports that are damaged in other ways.</summary>
public sealed class TrustTrainer(
    Knowledge knowledge,
    ILearningEngine engine,
    TrustTrainingOptions options
)
{
    /// <summary>Trains the model and measures it.</summary>
    public (ModelFile Model, TrustMetrics Metrics) Train(CancellationToken cancellation = default)
    {
        var trial = new ReportTrial(knowledge);
        var training = Try(DamageUse.Training, options.TrainingReports);
        var calibration = Try(DamageUse.Calibration, options.CalibrationReports);
        var model = new TrustModel(Trees(FigureRows.Space, false), Trees(FindingRows.Space, true));
        var header = new ModelHeader(
            TrustModel.Kind,
            engine.Name,
            engine.Version,
            TrustModel.Code,
            null,
            HashOf(training.Concat(calibration)),
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["options"] = options.ToString(),
                ["values learnt from"] = Text(training.Count),
                ["values calibrated on"] = Text(calibration.Count),
            }
        );
        return (new ModelFile(header, model.Parts()), Measure(model, trial, cancellation));

        static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

        List<TriedValue> Try(DamageUse use, int reports) =>
            trial.Try(use, reports, options.Seed, cancellation);

        BoostedTrees Trees(FeatureSpace space, bool ofFindings) =>
            engine
                .TrainTrees(space, Examples(training, ofFindings), options.Trees, cancellation)
                .Calibrated(Examples(calibration, ofFindings));
    }

    /// <summary>Measures the model that is part of the program.</summary>
    public TrustMetrics MeasureShipped(CancellationToken cancellation = default) =>
        Measure(TrustModel.Shipped, new ReportTrial(knowledge), cancellation);

    private TrustMetrics Measure(
        TrustModel model,
        ReportTrial trial,
        CancellationToken cancellation
    )
    {
        var test = trial.Try(DamageUse.Test, options.TestReports, options.Seed, cancellation);
        return new TrustMetrics(
            options.TestReports,
            TrustResult.Of(test.FindAll(t => !IsFinding(t)), model),
            TrustResult.Of(test.FindAll(IsFinding), model)
        );
    }

    private static bool IsFinding(TriedValue tried) => tried.Value.About == About.Finding;

    private static List<TreeExample> Examples(IEnumerable<TriedValue> tried, bool ofFindings) =>
        [
            .. tried
                .Where(t => IsFinding(t) == ofFindings)
                .Select(t => new TreeExample(t.Value.Row, t.IsRight)),
        ];

    private static string HashOf(IEnumerable<TriedValue> tried)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in tried)
        {
            hash.AppendData(
                Encoding.UTF8.GetBytes($"{value.IsRight} {string.Join(' ', value.Value.Row)}\n")
            );
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
