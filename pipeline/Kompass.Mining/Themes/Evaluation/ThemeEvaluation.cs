using Kompass.Mining.Evaluation;

namespace Kompass.Mining.Themes.Evaluation;

/// <summary>How well one kind of label is given.</summary>
/// <param name="Metrics">All measures.</param>
/// <param name="Accuracy">Accuracy with its bootstrap interval, drawn within reports.</param>
/// <param name="Acceptable">Accuracy with the second theme allowed; for sub-questions the same.</param>
/// <param name="Thresholds">What is gained by marking labels of low probability as in doubt.</param>
public sealed record LabelResult(
    ClassificationMetrics Metrics,
    Interval Accuracy,
    Interval Acceptable,
    IReadOnlyList<ThresholdResult> Thresholds
)
{
    private static readonly double[] Steps = [0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];

    /// <summary>Measures predictions.</summary>
    public static LabelResult Of(IReadOnlyList<LabelPrediction> predictions) =>
        new(
            ClassificationMetrics.Of(predictions),
            Bootstrap.Of(predictions, p => p.Average(x => x.IsRight ? 1.0 : 0), x => x.Cluster!),
            Bootstrap.Of(
                predictions,
                p => p.Average(x => x.IsAcceptable ? 1.0 : 0),
                x => x.Cluster!
            ),
            [.. Steps.Select(t => ThresholdResult.Of(predictions, t))]
        );
}

/// <summary>What a threshold of certainty does.</summary>
/// <param name="Threshold">Labels below are marked.</param>
/// <param name="ShareCertain">Share of labels that are not.</param>
/// <param name="AccuracyCertain">Their accuracy; null where there are none.</param>
/// <param name="AccuracyUncertain">Accuracy of the marked; null where there are none.</param>
public sealed record ThresholdResult(
    double Threshold,
    double ShareCertain,
    double? AccuracyCertain,
    double? AccuracyUncertain
)
{
    internal static ThresholdResult Of(IReadOnlyList<LabelPrediction> predictions, double threshold)
    {
        var certain = predictions.Where(p => p.Probability >= threshold).ToList();
        var uncertain = predictions.Where(p => p.Probability < threshold).ToList();
        return new ThresholdResult(
            threshold,
            (double)certain.Count / predictions.Count,
            certain.Count == 0 ? null : certain.Average(p => p.IsRight ? 1.0 : 0),
            uncertain.Count == 0 ? null : uncertain.Average(p => p.IsRight ? 1.0 : 0)
        );
    }
}

/// <summary>What a way of labelling reaches on unseen reports.</summary>
/// <param name="Name">The way.</param>
/// <param name="Question">Accuracy of sub-questions.</param>
/// <param name="Theme">Accuracy of themes.</param>
/// <param name="ThemeAny">Accuracy of themes with the second allowed.</param>
/// <param name="QuestionError">Calibration error of the sub-questions' probabilities, 0 to 1; null for ways without any.</param>
/// <param name="ThemeError">The same of themes.</param>
public sealed record Comparison(
    string Name,
    double Question,
    double Theme,
    double ThemeAny,
    double? QuestionError = null,
    double? ThemeError = null
);

/// <summary>What so many corrections would bring, given in the order of <c>kompass review labels</c>, and in no order.</summary>
/// <param name="Corrections">Labels that a person looked at and set right where they were wrong, in each report.</param>
/// <param name="Question">Accuracy of sub-questions after it.</param>
/// <param name="Theme">Accuracy of themes after it.</param>
/// <param name="Both">Accuracy of both kinds of label together.</param>
/// <param name="BothUnordered">The same where as many labels are looked at in no order.</param>
public sealed record ReviewStep(
    int Corrections,
    double Question,
    double Theme,
    double Both,
    double BothUnordered
);

/// <summary>The outcome of leaving each report out in turn.</summary>
/// <param name="Engine">The engine that learnt.</param>
/// <param name="Data">Hash of all data.</param>
/// <param name="Findings">Number of findings labelled.</param>
/// <param name="Question">Sub-questions over all reports, learnt without the examples of those who had read them.</param>
/// <param name="Theme">Themes, likewise.</param>
/// <param name="TestQuestion">Sub-questions of the test set, with the order of its lists; null without a test set.</param>
/// <param name="TestTheme">Its themes.</param>
/// <param name="Reports">Each report alone, likewise.</param>
/// <param name="Review">What setting doubtful labels right would bring.</param>
/// <param name="Comparisons">Baselines, and the model with less data.</param>
public sealed record ThemeEvaluation(
    string Engine,
    string Data,
    int Findings,
    LabelResult Question,
    LabelResult Theme,
    LabelResult? TestQuestion,
    LabelResult? TestTheme,
    IReadOnlyList<Comparison> Reports,
    IReadOnlyList<ReviewStep> Review,
    IReadOnlyList<Comparison> Comparisons
);
