using Kompass.Mining.Evaluation;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>Measures predictions of one column and kind of profile, with bootstrap intervals.</summary>
internal static class CaseMeasurement
{
    /// <summary>
    /// Resamples of the bootstrap. Each draws municipalities and, within each of their reports, sub-questions, both with replacement: with three
    /// municipalities most of what varies is which of them were drawn, and the intervals are wide, as they should be.
    /// </summary>
    public const int Resamples = 2000;

    private const int Seed = 2010;

    private static readonly Figure[] Figures = Enum.GetValues<Figure>();

    /// <summary>All figures, or null where there is nothing to measure.</summary>
    public static CaseMetrics? Of(
        FindingKind kind,
        ProfileKind profile,
        IReadOnlyList<PredictedReport> reports
    )
    {
        if (reports.Count == 0)
        {
            return null;
        }

        string[] predictors =
        [
            PredictorMetrics.Model,
            PredictorMetrics.Trees,
            .. BaselineNames.All.Select(BaselineNames.IdOf),
        ];
        var values = predictors.ToDictionary(
            p => p,
            p => Measure(reports, p),
            StringComparer.Ordinal
        );
        var resampled = Resample(reports, predictors);
        var metrics = predictors
            .Select(p => new PredictorMetrics(
                p,
                [
                    .. Figures.Select(
                        (f, i) =>
                            new MeasuredFigure(
                                f,
                                IntervalOf(values[p][i], [.. resampled[p].Select(r => r[i])])
                            )
                    ),
                ],
                [.. reports.Select(r => ReportOf(r, p))],
                ReliabilityBin.Curve(
                    reports.SelectMany(r => r.Rows[p]).Select(r => (r.Probability, r.Outcome))
                )
            ))
            .ToList();
        var differences = new[] { Figure.Map, Figure.Auc }
            .Select(f => DifferenceOf(f, Best(values, f), values, resampled))
            .ToList();
        var first = reports.Select(r => r.Rows[PredictorMetrics.Model]).ToList();
        return new CaseMetrics(
            kind,
            profile,
            reports.Count,
            reports.Select(r => r.Municipality).Distinct(StringComparer.Ordinal).Count(),
            first.Sum(r => r.Length),
            first.Sum(r => r.Count(s => s.Outcome)),
            metrics,
            differences,
            differences.TrueForAll(d => d.Difference.Value > 0),
            FallbackOf(values)
        );
    }

    /// <summary>Every figure, in the order of the enumeration, of lists of rows, one a report.</summary>
    public static double[] Measure(IReadOnlyList<IReadOnlyList<Scored>> reports)
    {
        var all = reports.SelectMany(r => r).ToList();
        return
        [
            .. Figures.Select(f =>
                f switch
                {
                    Figure.Precision5 => reports.Average(r => RankingMetrics.Precision(r, 5)),
                    Figure.Precision10 => reports.Average(r => RankingMetrics.Precision(r, 10)),
                    Figure.Precision15 => reports.Average(r => RankingMetrics.Precision(r, 15)),
                    Figure.Map => reports.Average(RankingMetrics.AveragePrecision) ?? 0,
                    Figure.Auc => reports.Average(RankingMetrics.AreaUnderCurve) ?? 0.5,
                    Figure.Ndcg => reports.Average(RankingMetrics.Ndcg) ?? 0,
                    Figure.Ece => ReliabilityBin.Error(
                        ReliabilityBin.Curve(all.Select(r => (r.Probability, r.Outcome)))
                    ),
                    Figure.Brier => all.Average(r =>
                        Math.Pow(r.Probability - (r.Outcome ? 1 : 0), 2)
                    ),
                    _ => throw new System.Diagnostics.UnreachableException(),
                }
            ),
        ];
    }

    private static double[] Measure(IReadOnlyList<PredictedReport> reports, string predictor) =>
        Measure([.. reports.Select(r => r.Rows[predictor])]);

    private static Dictionary<string, List<double[]>> Resample(
        IReadOnlyList<PredictedReport> reports,
        string[] predictors
    )
    {
        var random = new Random(Seed);
        var municipalities = reports
            .GroupBy(r => r.Municipality, StringComparer.Ordinal)
            .Select(g => g.ToArray())
            .ToArray();
        var results = predictors.ToDictionary(
            p => p,
            _ => new List<double[]>(Resamples),
            StringComparer.Ordinal
        );
        for (var i = 0; i < Resamples; i++)
        {
            var drawn = municipalities
                .SelectMany(_ => municipalities[random.Next(municipalities.Length)])
                .Select(r => r.Drawn(random))
                .ToList();
            foreach (var (predictor, measured) in results)
            {
                measured.Add(Measure(drawn, predictor));
            }
        }

        return results;
    }

    private static Baseline Best(Dictionary<string, double[]> values, Figure figure) =>
        BaselineNames.All.MaxBy(b => values[BaselineNames.IdOf(b)][(int)figure]);

    // The base rate says the same to every municipality: no suggestion rests on it.
    private static Baseline FallbackOf(Dictionary<string, double[]> values) =>
        BaselineNames
            .All.Where(b => b != Baseline.BaseRate)
            .MaxBy(b => values[BaselineNames.IdOf(b)][(int)Figure.Map]);

    private static BaselineDifference DifferenceOf(
        Figure figure,
        Baseline baseline,
        Dictionary<string, double[]> values,
        Dictionary<string, List<double[]>> resampled
    )
    {
        var id = BaselineNames.IdOf(baseline);
        var at = (int)figure;
        return new BaselineDifference(
            figure,
            baseline,
            IntervalOf(
                values[PredictorMetrics.Model][at] - values[id][at],
                [
                    .. resampled[PredictorMetrics.Model]
                        .Zip(resampled[id], (model, rule) => model[at] - rule[at]),
                ]
            )
        );
    }

    private static ReportMetrics ReportOf(PredictedReport report, string predictor)
    {
        var rows = report.Rows[predictor];
        return new ReportMetrics(
            report.Report,
            rows.Length,
            rows.Count(r => r.Outcome),
            Round(RankingMetrics.AveragePrecision(rows)),
            Round(RankingMetrics.AreaUnderCurve(rows))
        );
    }

    private static Interval IntervalOf(double value, IEnumerable<double> resampled)
    {
        var (_, low, high) = Interval.Of(value, resampled);
        return new Interval(Round(value)!.Value, Round(low)!.Value, Round(high)!.Value);
    }

    private static double? Round(double? value) =>
        value is { } v ? Math.Round(v, 4, MidpointRounding.AwayFromZero) : null;
}
