using Kompass.Mining.Learning.Trees;

namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>How borders are learnt.</summary>
public sealed record BorderTrainingOptions
{
    /// <summary>Of everything that is drawn.</summary>
    public int Seed { get; init; } = 2010;

    /// <summary>One part in so many of the examples is kept for measuring.</summary>
    public int Folds { get; init; } = 6;

    /// <summary>Parts by area, of which each is read with what the others know. 2 or more, and no more than areas.</summary>
    public int AreaFolds { get; init; } = 4;

    /// <summary>Reports generated of each part, with the areas of the part: some two hundred and forty thousand gaps in all.</summary>
    public int ReportsPerFold { get; init; } = 1600;

    /// <summary>Reports generated for each kind of setting when it is measured.</summary>
    public int TestReports { get; init; } = 6;

    /// <summary>Penalty of the kinds' weights.</summary>
    public double KindPenalty { get; init; } = 1;

    /// <summary>Trees that judge gaps.</summary>
    public TreeOptions GapTrees { get; init; } = new(250, 24, 15, 0.1);

    /// <summary>Trees that judge items: shallow and slowly learnt, for their probabilities must hold elsewhere.</summary>
    public TreeOptions ItemTrees { get; init; } = new(150, 10, 60, 0.08);

    /// <summary>
    /// Of items that are not in doubt at most this share may be wrong, on the mixture of plain and odd lists that training makes: with half of it a note would stand at two of
    /// three items that are right.
    /// </summary>
    public double WrongOfSure { get; init; } = 0.02;

    internal IReadOnlyDictionary<string, string> ToSettings() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["seed"] = Seed.ToString(CultureInfo.InvariantCulture),
            ["folds"] = Folds.ToString(CultureInfo.InvariantCulture),
            ["areaFolds"] = AreaFolds.ToString(CultureInfo.InvariantCulture),
            ["reportsPerFold"] = ReportsPerFold.ToString(CultureInfo.InvariantCulture),
            ["kindPenalty"] = KindPenalty.ToString(CultureInfo.InvariantCulture),
            ["wrongOfSure"] = WrongOfSure.ToString(CultureInfo.InvariantCulture),
            ["gapTrees"] = GapTrees.ToString(),
            ["itemTrees"] = ItemTrees.ToString(),
        };
}
