using Kompass.Mining.Evaluation;

namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>How well borders are read.</summary>
/// <param name="TrainingItems">Items from which confidences were learnt.</param>
/// <param name="TrainingGaps">Gaps from which borders were learnt.</param>
/// <param name="SureFrom">Items of less confidence are in doubt.</param>
/// <param name="TestExamples">Examples kept apart.</param>
/// <param name="Settings">One for each kind of setting.</param>
public sealed record BorderMetrics(
    int TrainingItems,
    int TrainingGaps,
    double SureFrom,
    int TestExamples,
    IReadOnlyList<SettingMetrics> Settings
);

/// <summary>How well lists of one writer are read by a model that learnt of the others alone.</summary>
/// <param name="Hand">The writer: <see cref="Corpus.TrainingExample.Hand"/>.</param>
/// <param name="Examples">Examples by that hand.</param>
/// <param name="Settings">One for each kind of setting.</param>
public sealed record HandMetrics(string Hand, int Examples, IReadOnlyList<SettingMetrics> Settings);

/// <summary>How well lists of one setting are read.</summary>
/// <param name="Name">The setting.</param>
/// <param name="IsKnown">Whether the models learnt from lists set so.</param>
/// <param name="Items">Items that there are.</param>
/// <param name="F1">Of items with exactly their words in their list.</param>
/// <param name="Accepted">Items read that are not in doubt.</param>
/// <param name="AcceptedWrong">Of those, the wrong ones.</param>
/// <param name="Doubted">Items read that are in doubt.</param>
/// <param name="DoubtedRight">Of those, the right ones: false alarms.</param>
/// <param name="Reliability">For each tenth of confidence: items, mean confidence, share that is right.</param>
public sealed record SettingMetrics(
    string Name,
    bool IsKnown,
    int Items,
    double F1,
    int Accepted,
    int AcceptedWrong,
    int Doubted,
    int DoubtedRight,
    IReadOnlyList<ReliabilityBin> Reliability
)
{
    internal static SettingMetrics Of(string name, bool isKnown, IReadOnlyList<JudgedItem> judged)
    {
        var read = judged.Where(j => !j.IsMissed).ToList();
        var right = read.Count(j => j.IsRight);
        var missed = judged.Count(j => j.IsMissed);
        var accepted = read.Where(j => j.IsSure).ToList();
        return new SettingMetrics(
            name,
            isKnown,
            right + missed,
            judged.Count == 0 ? 1 : 2.0 * right / (read.Count + right + missed),
            accepted.Count,
            accepted.Count(j => !j.IsRight),
            read.Count - accepted.Count,
            right - accepted.Count(j => j.IsRight),
            ReliabilityBin.Curve(read.Select(j => (j.Confidence, j.IsRight)))
        );
    }
}
