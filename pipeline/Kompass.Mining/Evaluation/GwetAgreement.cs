namespace Kompass.Mining.Evaluation;

/// <summary>
/// Agreement of raters beyond chance with two categories: Gwet's AC1 (Gwet, Computing inter-rater reliability and its variance in the presence of high agreement,
/// British Journal of Mathematical and Statistical Psychology 61, 2008). Unlike kappa it stays meaningful where nearly all ratings are alike.
/// </summary>
public static class GwetAgreement
{
    /// <summary>The coefficient, -1 to 1, over items that at least two rated; null where there is none.</summary>
    /// <param name="items">For each item how many said yes and how many no.</param>
    public static double? Of(IEnumerable<(int Yes, int No)> items)
    {
        var rated = items.Where(i => i.Yes + i.No >= 2).ToList();
        if (rated.Count == 0)
        {
            return null;
        }

        var agreed = rated.Average(i =>
            (double)((i.Yes * (i.Yes - 1)) + (i.No * (i.No - 1)))
            / ((i.Yes + i.No) * (i.Yes + i.No - 1))
        );
        var yes = rated.Average(i => (double)i.Yes / (i.Yes + i.No));
        var byChance = 2 * yes * (1 - yes);
        return (agreed - byChance) / (1 - byChance);
    }
}
