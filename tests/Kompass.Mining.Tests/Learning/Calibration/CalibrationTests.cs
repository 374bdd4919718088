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
}
