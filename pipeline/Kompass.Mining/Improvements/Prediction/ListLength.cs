using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>
/// How much of the sub-questions a report names as improvement areas follows from its level: a straight line, fitted by least squares. How long lists are differs
/// between evaluators more than anything else, and probabilities are right only where they add up to the list.
/// </summary>
/// <param name="Intercept">Share named at level 0.</param>
/// <param name="Slope">Change of that share from level 0 to level 1.</param>
public sealed record ListLength(double Intercept, double Slope)
{
    // Measured on five reports, each left out: 66 - 63 x level sub-questions of 45 are named, with a mean error of 2.2.
    private const double PriorIntercept = 66.0 / 45;
    private const double PriorSlope = -63.0 / 45;

    // The levels at which the prior stands in for five reports: from low to high ones.
    private static readonly double[] PriorLevels = [0.3, 0.4, 0.5, 0.6, 0.7];

    // No report names none or all.
    private const double Least = 0.05;
    private const double Most = 0.95;

    /// <summary>Fits the line to reports; the prior counts as five of them.</summary>
    /// <param name="reports">Reports whose lists are known.</param>
    internal static ListLength Of(IEnumerable<KnownEvaluation> reports)
    {
        var points = PriorLevels
            .Select(x => (X: x, Y: PriorIntercept + (PriorSlope * x)))
            .Concat(
                reports.Select(r =>
                    (
                        X: r.Profile.Level,
                        Y: r.Outcomes.Keys.Average(q =>
                            r.Names(q, FindingKind.Improvement) == true ? 1.0 : 0
                        )
                    )
                )
            )
            .ToList();
        var (x, y) = (points.Average(p => p.X), points.Average(p => p.Y));
        var slope = points.Sum(p => (p.X - x) * (p.Y - y)) / points.Sum(p => (p.X - x) * (p.X - x));
        return new ListLength(y - (slope * x), slope);
    }

    /// <summary>The share of its sub-questions that a report at a level names.</summary>
    public double ShareAt(double level) => Math.Clamp(Intercept + (Slope * level), Least, Most);

    /// <summary>
    /// Probabilities moved by one step in log-odds, the same for all, so that their mean is the share: the order stays.
    /// </summary>
    internal static double[] Fit(IReadOnlyList<double> probabilities, double share)
    {
        // Bisection: the mean grows with the step. Forty halvings of a range of 40 leave an error of no digit that is shown.
        const double Widest = 20;
        const int Halvings = 40;
        var (low, high) = (-Widest, Widest);
        for (var i = 0; i < Halvings; i++)
        {
            var step = (low + high) / 2;
            if (probabilities.Average(p => Moved(p, step)) < share)
            {
                low = step;
            }
            else
            {
                high = step;
            }
        }

        return [.. probabilities.Select(p => Moved(p, low))];
    }

    private static double Moved(double probability, double step)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Learning.Softmax.Sigmoid(Math.Log(p / (1 - p)) + step);
    }
}
