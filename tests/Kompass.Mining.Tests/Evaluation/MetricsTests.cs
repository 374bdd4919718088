using Kompass.Mining.Evaluation;

namespace Kompass.Mining.Tests.Evaluation;

public sealed class MetricsTests
{
    [Fact]
    public void Labels_CountedByHand()
    {
        var metrics = ClassificationMetrics.Of([
            new("a", "a", 0.9),
            new("a", "b", 0.6, AlsoTrue: "b"),
            new("b", "b", 0.8),
            new("c", "b", 0.5),
        ]);

        Assert.Equal(0.5, metrics.Accuracy);
        Assert.Equal(0.75, metrics.Acceptable);
        // a: P 1, R 1/2; b: P 1/3, R 1; c: 0
        Assert.Equal((2.0 / 3 + 0.5 + 0) / 3, metrics.MacroF1, 12);
        Assert.Equal((0.01 + 0.36 + 0.04 + 0.25) / 4, metrics.Brier, 12);
        Assert.Equal((0.1 + 0.6 + 0.2 + 0.5) / 4, metrics.CalibrationError, 12);
        Assert.Equal([new Confusion("a", "b", 1), new Confusion("c", "b", 1)], metrics.Confusions);
        Assert.Null(metrics.Labels.Single(l => l.Label == "c").Precision);
    }

    [Fact]
    public void CalibrationError_OfHonestProbabilities_IsZero()
    {
        var honest = Enumerable.Range(0, 20).Select(i => (0.25, i < 5));

        Assert.Equal(0, ReliabilityBin.Error(ReliabilityBin.Curve(honest)), 12);
    }

    [Fact]
    public void Bootstrap_IsRepeatableAndHoldsTheValue()
    {
        var items = Enumerable.Range(0, 100).Select(i => i % 4 == 0 ? 1.0 : 0).ToList();

        var first = Bootstrap.Of(items, i => i.Average(), _ => "");

        Assert.Equal(first, Bootstrap.Of(items, i => i.Average(), _ => ""));
        Assert.InRange(first.Value, first.Low, first.High);
        // Standard error of a share of 0.25 among 100 is 0.043.
        Assert.InRange(first.High - first.Low, 0.12, 0.22);
    }

    [Fact]
    public void Bootstrap_OfClusters_IsWiderWhereClustersDiffer()
    {
        var items = Enumerable
            .Range(0, 100)
            .Select(i => (Value: i / 10 % 2, Cluster: $"{i / 10}"))
            .ToList();

        var single = Bootstrap.Of(items, i => i.Average(x => x.Value), _ => "");
        var clustered = Bootstrap.Of(items, i => i.Average(x => x.Value), x => x.Cluster);

        Assert.True(clustered.High - clustered.Low > 1.5 * (single.High - single.Low));
    }
}
