using Kompass.Mining.Fetching;

namespace Kompass.Mining.Tests.Fetching;

public sealed class ArrivalModelTests
{
    private const int Years = 40;

    [Fact]
    public void ChanceOfSilence_FallsWithTimeAndWithTheRate()
    {
        Assert.Equal(1, ArrivalModel.ChanceOfSilence(5, 1000, 0));
        Assert.True(
            ArrivalModel.ChanceOfSilence(5, 1000, 400) < ArrivalModel.ChanceOfSilence(5, 1000, 200)
        );
        Assert.True(
            ArrivalModel.ChanceOfSilence(20, 1000, 200) < ArrivalModel.ChanceOfSilence(5, 1000, 200)
        );
    }

    [Theory]
    [InlineData(10, 2.0)]
    [InlineData(10, 12.0)]
    [InlineData(60, 1.0)]
    [InlineData(60, 6.0)]
    [InlineData(1, 24.0)]
    public void ReplayedHistories_GiveAtMostOneFalseAlarmAYear(int sources, double perYear)
    {
        var random = new Random(20260102);
        var alarms = 0;
        for (var source = 0; source < sources; source++)
        {
            alarms += AlarmsOf(random, perYear, sources);
        }

        Assert.True(
            alarms <= Years,
            $"{alarms} alarms in {Years} years over {sources} sources with {perYear} arrivals a year each"
        );
    }

    [Theory]
    [InlineData(12.0, 365)]
    [InlineData(4.0, 1000)]
    public void SourceThatFallsSilent_IsNoticed(double perYear, int withinDays)
    {
        // Three steady years, then nothing.
        var arrivals = (int)(perYear * 3);

        Assert.True(ArrivalModel.IsAlarm(arrivals, 1095, withinDays, 60));
        Assert.False(ArrivalModel.IsAlarm(arrivals, 1095, 365 / perYear, 60));
    }

    // A source is watched daily; an alarm stands until something new comes, as in a visit.
    private static int AlarmsOf(Random random, double perYear, int sources)
    {
        var (alarms, arrivals, last, stands) = (0, 0, 0, false);
        for (var day = 1; day < Years * 365; day++)
        {
            if (random.NextDouble() < perYear / 365)
            {
                (arrivals, last, stands) = (arrivals + 1, day, false);
            }
            else if (!stands && ArrivalModel.IsAlarm(arrivals, last, day - last, sources))
            {
                (alarms, stands) = (alarms + 1, true);
            }
        }

        return alarms;
    }
}
