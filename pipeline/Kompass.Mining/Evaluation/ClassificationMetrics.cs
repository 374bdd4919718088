namespace Kompass.Mining.Evaluation;

/// <summary>A prediction of a label, beside the truth.</summary>
/// <param name="Truth">The true label.</param>
/// <param name="Predicted">The label given.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="AlsoTrue">A second label that is right as well, or null.</param>
/// <param name="Cluster">What belongs together and is not independent: the report.</param>
public sealed record LabelPrediction(
    string Truth,
    string Predicted,
    double Probability,
    string? AlsoTrue = null,
    string? Cluster = null
)
{
    /// <summary>Whether the label is the true one.</summary>
    public bool IsRight => Predicted == Truth;

    /// <summary>Whether it is the true one or the second.</summary>
    public bool IsAcceptable => IsRight || Predicted == AlsoTrue;
}

/// <summary>How well one label is given.</summary>
/// <param name="Label">Which.</param>
/// <param name="Truths">How often it was true.</param>
/// <param name="Given">How often it was given.</param>
/// <param name="Right">How often both.</param>
public sealed record LabelScore(string Label, int Truths, int Given, int Right)
{
    /// <summary>Share of the given that are right; null where it was never given.</summary>
    public double? Precision => Given == 0 ? null : (double)Right / Given;

    /// <summary>Share of the true that were found; null where it was never true.</summary>
    public double? Recall => Truths == 0 ? null : (double)Right / Truths;

    /// <summary>Harmonic mean of the two; 0 where nothing was right.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / (Truths + Given);
}

/// <summary>How often one label was taken for another.</summary>
/// <param name="Truth">The true label.</param>
/// <param name="Predicted">The label given.</param>
/// <param name="Count">How often.</param>
public sealed record Confusion(string Truth, string Predicted, int Count);

/// <summary>How good predictions of labels are.</summary>
/// <param name="Count">Number of predictions.</param>
/// <param name="Accuracy">Share that are right, 0 to 1.</param>
/// <param name="Acceptable">Share that are right or name the second true label.</param>
/// <param name="MacroF1">Mean of the labels' F1, over labels that occur as truth.</param>
/// <param name="Brier">Mean square of probability of the given label less 1 where it is right, 0 where wrong.</param>
/// <param name="CalibrationError">Expected calibration error over ten bins, 0 to 1.</param>
/// <param name="Labels">Each label.</param>
/// <param name="Confusions">What was taken for what, most frequent first.</param>
/// <param name="Reliability">The reliability curve.</param>
public sealed record ClassificationMetrics(
    int Count,
    double Accuracy,
    double Acceptable,
    double MacroF1,
    double Brier,
    double CalibrationError,
    IReadOnlyList<LabelScore> Labels,
    IReadOnlyList<Confusion> Confusions,
    IReadOnlyList<ReliabilityBin> Reliability
)
{
    /// <summary>Measures predictions.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ClassificationMetrics Of(IReadOnlyList<LabelPrediction> predictions)
    {
        if (predictions.Count == 0)
        {
            throw new ArgumentException("there is nothing to measure", nameof(predictions));
        }

        var labels = predictions
            .SelectMany(p => new[] { p.Truth, p.Predicted })
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(label => new LabelScore(
                label,
                predictions.Count(p => p.Truth == label),
                predictions.Count(p => p.Predicted == label),
                predictions.Count(p => p.IsRight && p.Truth == label)
            ))
            .ToList();
        var confusions = predictions
            .Where(p => !p.IsRight)
            .GroupBy(p => (p.Truth, p.Predicted))
            .Select(g => new Confusion(g.Key.Truth, g.Key.Predicted, g.Count()))
            .OrderByDescending(c => c.Count)
            .ThenBy(c => c.Truth, StringComparer.Ordinal)
            .ThenBy(c => c.Predicted, StringComparer.Ordinal)
            .ToList();
        var bins = ReliabilityBin.Curve(predictions.Select(p => (p.Probability, p.IsRight)));
        return new ClassificationMetrics(
            predictions.Count,
            predictions.Average(p => p.IsRight ? 1.0 : 0),
            predictions.Average(p => p.IsAcceptable ? 1.0 : 0),
            labels.Where(l => l.Truths > 0).Average(l => l.F1),
            predictions.Average(p => Math.Pow(p.Probability - (p.IsRight ? 1 : 0), 2)),
            ReliabilityBin.Error(bins),
            labels,
            confusions,
            bins
        );
    }
}
