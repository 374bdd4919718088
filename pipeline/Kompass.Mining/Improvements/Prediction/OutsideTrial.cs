namespace Kompass.Mining.Improvements.Prediction;

/// <summary>
/// What a trial on two reports gave that nobody had seen when features and penalties were chosen (November 2026, before probabilities were fitted to the list's
/// length): the honest lower end of what the figures of the known reports promise.
/// </summary>
internal static class OutsideTrial
{
    /// <summary>Number of reports.</summary>
    public const int Reports = 2;

    /// <summary>Mean average precision of the model.</summary>
    public const double Map = 0.68;

    /// <summary>Area under the curve of the model.</summary>
    public const double Auc = 0.68;

    /// <summary>Calibration error of the model.</summary>
    public const double Ece = 0.18;

    /// <summary>Mean average precision of "most points left first".</summary>
    public const double RuleMap = 0.67;

    /// <summary>Area under the curve of "most points left first".</summary>
    public const double RuleAuc = 0.70;
}
