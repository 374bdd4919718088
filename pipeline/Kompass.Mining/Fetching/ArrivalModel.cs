namespace Kompass.Mining.Fetching;

/// <summary>
/// How likely a silence is. New documents of a source are taken to arrive as a Poisson process whose rate is not known; with n arrivals in T days the chance
/// of none in the next t days is ((T + b) / (T + b + t)) to the power n + a (the predictive distribution under a gamma prior with shape a and scale 1/b). A
/// source that has shown little is given time for that reason alone.
/// </summary>
public static class ArrivalModel
{
    // A prior of half an arrival in a year: most municipalities are evaluated every second or third year.
    private const double PriorArrivals = 0.5;
    private const double PriorDays = 365;
    private const double DaysPerYear = 365.25;

    /// <summary>The chance, 0 to 1, of a silence as long as the present one, had nothing changed.</summary>
    /// <param name="arrivals">Number of days on which something new was there, first visit not counted.</param>
    /// <param name="observedDays">Days from the first visit to the last arrival.</param>
    /// <param name="silentDays">Days since the last arrival (or the first visit).</param>
    public static double ChanceOfSilence(int arrivals, double observedDays, double silentDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(arrivals);
        var known = Math.Max(0, observedDays) + PriorDays;
        return Math.Pow(known / (known + Math.Max(0, silentDays)), arrivals + PriorArrivals);
    }

    /// <summary>
    /// Whether a silence is worth an alarm. Each arrival begins a silence that may end in a false alarm; the chance of each is held so low that all sources
    /// together give fewer than one a year: for n arrivals in T days, over S sources, below T / (n · S) in years.
    /// </summary>
    /// <param name="arrivals">Number of arrivals.</param>
    /// <param name="observedDays">Days from the first visit to the last arrival.</param>
    /// <param name="silentDays">Days since then.</param>
    /// <param name="sources">Number of sources that are watched.</param>
    public static bool IsAlarm(int arrivals, double observedDays, double silentDays, int sources)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sources, 1);
        if (arrivals < LeastArrivals)
        {
            return false;
        }

        var perYear = arrivals / (Math.Max(1, observedDays) / DaysPerYear);
        var mostLikely = Math.Min(MostChance, AlarmsPerYear / (perYear * sources));
        return ChanceOfSilence(arrivals, observedDays, silentDays) < mostLikely;
    }

    // Two arrivals are no rhythm.
    private const int LeastArrivals = 3;

    // Also a single slow source should not be doubted for a silence that one time in twenty is nothing.
    private const double MostChance = 0.05;

    // One a year was promised; half of it leaves room for rates that are not steady.
    private const double AlarmsPerYear = 0.5;
}
