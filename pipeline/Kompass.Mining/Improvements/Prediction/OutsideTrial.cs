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

    /// <summary>
    /// What the model gave, as it is, on four reports that an author invented who had not seen it (180 sub-questions, 127 of them named): points and lists fit together
    /// there better than evaluators make them.
    /// </summary>
    public const string Invented =
        "On four invented reports of an author who had not seen the model (180 sub-questions, 127 named) it had, without fitting anything anew, MAP 0.945, AUC 0.870 and a calibration error of 0.109 (\"lowest share first\" 0.937 and 0.856, \"most points left first\" 0.919 and 0.808; base rate 0.71). What was called *mycket sannolikt* (said 0.95) was named in 34 of 35, *sannolikt* (0.81) in 41 of 45, *möjligt* (0.53) in 36 of 54, *mindre sannolikt* (0.22) in 16 of 46: the lists were longer than their totals suggest. Whoever invents a report fits its lists to its points; evaluators do so less.";
}
