using Kompass.Mining.Learning.Calibration;

namespace Kompass.Mining.Tests.Learning.Calibration;

public sealed class CalibrationTests
{
    [Fact]
    public void Temperature_OfAModelTooSure_IsAboveOneAndKeepsTheOrder()
    {
        // Says 0.95 and is right three times of four.
        var predictions = Enumerable
            .Range(0, 40)
            .Select(i => (new[] { 0.95, 0.03, 0.02 }, i % 4 == 0 ? 1 : 0))
            .ToList();

        var scaling = TemperatureScaling.Fit(predictions);
        var calibrated = scaling.Apply([0.95, 0.03, 0.02]);

        Assert.True(scaling.Temperature > 1.3, $"{scaling.Temperature}");
        Assert.InRange(calibrated[0], 0.7, 0.85);
        Assert.True(calibrated[0] > calibrated[1] && calibrated[1] > calibrated[2]);
        Assert.Equal(1, calibrated.Sum(), 12);
    }

    [Fact]
    public void Temperature_WithoutData_ChangesNothing() =>
        Assert.Equal(0.7, TemperatureScaling.Fit([]).Apply([0.7, 0.3])[0], 12);

    [Fact]
    public void Isotonic_NeverFalls_AndMeetsTheShares()
    {
        (double, bool)[] seen =
        [
            (0.1, false),
            (0.2, false),
            (0.3, true),
            (0.4, false),
            (0.5, true),
            (0.6, false),
            (0.7, true),
            (0.8, true),
        ];

        var map = IsotonicCalibration.Fit(seen);

        Assert.Equal(map.Probabilities.Order(), map.Probabilities);
        Assert.Equal(0, map.Apply(0.0));
        Assert.Equal(0.5, map.Apply(0.45), 12);
        Assert.Equal(1, map.Apply(0.9));
        var grid = Enumerable.Range(0, 101).Select(i => map.Apply(i / 100.0)).ToList();
        Assert.Equal(grid.Order(), grid);
    }

    [Fact]
    public void Isotonic_OfOneStep_IsTheBaseRateEverywhere()
    {
        var map = IsotonicCalibration.Fit([(0.5, true), (0.5, false), (0.5, false), (0.5, false)]);

        Assert.Equal(0.25, map.Apply(0));
        Assert.Equal(0.25, map.Apply(1));
    }
}
