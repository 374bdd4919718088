using Kompass.Mining.Evaluation;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust.Training;

/// <summary>How well probabilities of values hold on made reports whose kinds of damage nothing was learnt from.</summary>
/// <param name="Reports">Made reports that were tried.</param>
/// <param name="Figures">Scores, sub-questions, totals and earlier evaluations.</param>
/// <param name="Findings">Findings.</param>
public sealed record TrustMetrics(int Reports, TrustResult Figures, TrustResult Findings);

/// <summary>The values of one sort.</summary>
/// <param name="All">All of them.</param>
/// <param name="Damages">By kind of damage, most wrong among the accepted first.</param>
/// <param name="Settings">By how the report is set.</param>
/// <param name="Faults">What is wrong with those that are, most often accepted first.</param>
/// <param name="Reliability">Probability promised and share that is right.</param>
public sealed record TrustResult(
    TrustCount All,
    IReadOnlyList<TrustCount> Damages,
    IReadOnlyList<TrustCount> Settings,
    IReadOnlyList<FaultCount> Faults,
    IReadOnlyList<ReliabilityBin> Reliability
)
{
    /// <summary>The wrong values that are accepted.</summary>
    [JsonIgnore]
    public IReadOnlyList<AcceptedFault> Accepted { get; init; } = [];

    // Most values lie in the last tenth.
    private static readonly double[] Edges = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 1];

    internal static TrustResult Of(IReadOnlyList<TriedValue> tried, TrustModel model)
    {
        var judged = tried.Select(t => (Tried: t, P: model.Probability(t.Value))).ToList();
        return new TrustResult(
            TrustCount.Of("all", tried, model),
            [
                .. tried
                    .GroupBy(t => t.Damage, StringComparer.Ordinal)
                    .Select(g => TrustCount.Of(g.Key, [.. g], model))
                    .OrderByDescending(c => c.UpperBound)
                    .ThenBy(c => c.Name, StringComparer.Ordinal),
            ],
            [
                .. tried
                    .GroupBy(t => t.Setting)
                    .OrderBy(g => g.Key)
                    .Select(g => TrustCount.Of(g.Key.ToString(), [.. g], model)),
            ],
            [
                .. tried
                    .Where(t => !t.IsRight)
                    .GroupBy(t => t.Fault!, StringComparer.Ordinal)
                    .Select(g => new FaultCount(g.Key, g.Count(), g.Count(IsAccepted)))
                    .OrderByDescending(f => f.Accepted)
                    .ThenBy(f => f.Name, StringComparer.Ordinal),
            ],
            ReliabilityBin.Curve(judged.Select(j => (j.P, j.Tried.IsRight)), Edges)
        )
        {
            Accepted =
            [
                .. judged
                    .Where(j => !j.Tried.IsRight && IsAccepted(j.Tried))
                    .Select(j => new AcceptedFault(
                        j.Tried.Damage,
                        j.Tried.Setting.ToString(),
                        j.P,
                        j.Tried.Fault!,
                        j.Tried.Text
                    )),
            ],
        };

        bool IsAccepted(TriedValue t) => model.Confidence(t.Value) >= Finding.DoubtBelow;
    }
}

/// <summary>A kind of fault.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Values">Values with it.</param>
/// <param name="Accepted">Of these without a doubt.</param>
public sealed record FaultCount(string Name, int Values, int Accepted);

/// <summary>A wrong value that is accepted.</summary>
/// <param name="Damage">What was done to its report.</param>
/// <param name="Setting">How that is set.</param>
/// <param name="Probability">That it is right, as the model has it.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Text">What was read.</param>
public sealed record AcceptedFault(
    string Damage,
    string Setting,
    double Probability,
    string Fault,
    string Text
);

/// <summary>Values that were read, and what became of them.</summary>
/// <param name="Name">Which.</param>
/// <param name="Reports">Made reports.</param>
/// <param name="Values">Values read.</param>
/// <param name="Wrong">Of them not what is stated.</param>
/// <param name="Accepted">Without a doubt.</param>
/// <param name="AcceptedWrong">Of those wrong: silent errors.</param>
/// <param name="UpperBound">Of the share of these, with 95 % confidence (Wilson).</param>
/// <param name="DoubtedRight">In doubt though right: false alarms.</param>
/// <param name="AcceptedWrongByRules">Silent errors if rules and thresholds set by hand decide.</param>
/// <param name="DoubtedRightByRules">False alarms of these.</param>
public sealed record TrustCount(
    string Name,
    int Reports,
    int Values,
    int Wrong,
    int Accepted,
    int AcceptedWrong,
    double UpperBound,
    int DoubtedRight,
    int AcceptedWrongByRules,
    int DoubtedRightByRules
)
{
    internal static TrustCount Of(string name, IReadOnlyList<TriedValue> tried, TrustModel model)
    {
        var accepted = tried.Where(t => model.Confidence(t.Value) >= Finding.DoubtBelow).ToList();
        var wrong = accepted.Count(t => !t.IsRight);
        return new TrustCount(
            name,
            tried.Select(t => t.Report).Distinct().Count(),
            tried.Count,
            tried.Count(t => !t.IsRight),
            accepted.Count,
            wrong,
            WilsonInterval.Of(wrong, accepted.Count, WilsonInterval.OneSided)?.High ?? 1,
            tried.Count(t => t.IsRight) - accepted.Count(t => t.IsRight),
            tried.Count(t => !t.IsRight && !t.Value.IsSuspect),
            tried.Count(t => t.IsRight && t.Value.IsSuspect)
        );
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(TrustMetrics))]
internal sealed partial class TrustMetricsJson : JsonSerializerContext;
