using Kompass.Mining.Corpus;
using Kompass.Mining.Evaluation;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.MLNet;

namespace Kompass.Mining.Tests.Improvements.Prediction;

public sealed class MeasurementTests
{
    private static ImprovementMetrics Metrics => Profile.Trained.Value.Metrics;

    [Fact]
    public void ProfilesWithPoints_AreRankedBetterThanByAnyBaseline()
    {
        var measured = Metrics.Find(FindingKind.Improvement, ProfileKind.Questions)!;

        Assert.Equal(3, measured.Municipalities);
        Assert.All(measured.Differences, d => Assert.True(d.Difference.Value > 0, $"{d}"));
        Assert.True(measured.UsesModel);
        var error = measured.Of(PredictorMetrics.Model).Of(Figure.Ece).Value;
        Assert.True(error <= 0.1, $"calibration error {error}");
    }

    [Fact]
    public void TheSameHoldsWithoutOutcomesInDoubt() =>
        Assert.All(
            Metrics
                .WithoutDoubt.First(c =>
                    c.Kind == FindingKind.Improvement && c.Profile == ProfileKind.Questions
                )
                .Differences,
            d => Assert.True(d.Difference.Value > 0, $"{d}")
        );

    [Fact]
    public void WhatTheModelDoesNotBeat_RestsOnACalibratedBaseline() =>
        Assert.All(
            Metrics.Cases.Where(c => c.Differences.Any(d => d.Difference.Value <= 0)),
            c =>
            {
                Assert.False(c.UsesModel);
                Assert.NotEqual(Baseline.BaseRate, c.Fallback);
            }
        );

    [Fact]
    public void Intervals_HoldTheirFigures_ButForTheBiasOfCalibrationErrors() =>
        Assert.All(
            Metrics.Cases.SelectMany(c => c.Predictors).SelectMany(p => p.Figures),
            f =>
            {
                Assert.True(f.Interval.Value <= f.Interval.High, $"{f}");
                Assert.True(f.Figure == Figure.Ece || f.Interval.Low <= f.Interval.Value, $"{f}");
            }
        );

    [Fact]
    public void HeldOutMunicipality_HasNoInfluenceOnItsOwnPrediction()
    {
        var turned = Profile
            .Outcomes()
            .Select(o =>
                o.Report == "avesta-2014" ? o with { Named = !o.Named, Praised = !o.Praised } : o
            )
            .ToList();

        var before = Predicted(Profile.Known);
        var after = Predicted(KnownEvaluations.Of(Subject.Knowledge, turned, []));

        Assert.Equal(before.Select(r => r.Probability), after.Select(r => r.Probability));
        Assert.All(before.Zip(after), p => Assert.NotEqual(p.First.Outcome, p.Second.Outcome));

        static Scored[] Predicted(KnownEvaluations known) =>
            LeaveOneOut
                .Run(
                    known,
                    Profile.Edition,
                    FindingKind.Improvement,
                    ProfileKind.Questions,
                    withDoubt: true,
                    new MLNetEngine(),
                    TestContext.Current.CancellationToken
                )
                .Single(r => r.Report == "avesta-2014")
                .Rows[PredictorMetrics.Model];
    }

    [Fact]
    public void PerfectPredictions_MeasureAsPerfect()
    {
        var rows = Enumerable
            .Range(0, 20)
            .Select(i => new Scored(-i, i < 8 ? 1 : 0, i < 8))
            .ToArray();

        var figures = CaseMeasurement.Measure([rows, rows]);

        Assert.Equal(
            [1, 0.8, 8.0 / 15, 1, 1, 1, 0, 0],
            figures.Select(f => Math.Round(f, 6)),
            Close
        );
    }

    [Fact]
    public void Trees_AreMeasuredBesideTheModel_OnTheSameRows() =>
        Assert.All(
            Metrics.Cases,
            c =>
                Assert.Equal(
                    c.Of(PredictorMetrics.Model).Reports.Select(r => (r.Report, r.Rows, r.Named)),
                    c.Of(PredictorMetrics.Trees).Reports.Select(r => (r.Report, r.Rows, r.Named))
                )
        );

    private static bool Close(double one, double other) => Math.Abs(one - other) < 1e-6;
}
