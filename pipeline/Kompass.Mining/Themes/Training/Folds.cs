namespace Kompass.Mining.Themes.Training;

/// <summary>Parts the rows: authored examples in turn, and what comes from one report always together, for its texts are not independent.</summary>
internal static class Folds
{
    /// <summary>The fold of each row, 0 to <paramref name="folds"/> - 1.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<LabelledFinding> rows, int folds)
    {
        var reports = rows.Select(r => r.Report)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var authored = 0;
        return
        [
            .. rows.Select(r =>
                (r.Report is null ? authored++ : reports.IndexOf(r.Report)) % folds
            ),
        ];
    }
}
