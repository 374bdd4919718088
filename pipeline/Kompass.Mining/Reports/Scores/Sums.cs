namespace Kompass.Mining.Reports.Scores;

/// <summary>
/// Holds printed values against what they are the sum of. Points are printed as whole numbers and percentages of the points before rounding: 9.75 of 15 is
/// printed as 10 and 65 %. So a sum may differ from the printed one by as much as the percentages explain, and no more.
/// </summary>
internal sealed class Sums(Edition edition, NoteList notes)
{
    /// <summary>The points of an area's sub-questions; null where not all of them are known.</summary>
    /// <param name="area">The area.</param>
    /// <param name="own">Its sub-questions that were read.</param>
    public static decimal? Of(Area area, IReadOnlyCollection<QuestionScore> own) =>
        area.Questions.Count > 0
        && own.Count == area.Questions.Count
        && own.All(q => q.Achieved is not null)
            ? own.Sum(q => q.Achieved!.Value)
            : null;

    /// <summary>The points of all areas; null where not all of them are known.</summary>
    /// <param name="edition">Tells which areas there are.</param>
    /// <param name="areas">The areas that were read.</param>
    public static decimal? Of(Edition edition, IReadOnlyCollection<AreaScore> areas) =>
        areas.Count == edition.Areas.Count ? areas.Sum(a => a.Score) : null;

    /// <summary>Notes where an area's sub-questions do not add up to its score.</summary>
    public void Check(
        Area area,
        decimal score,
        Source source,
        IReadOnlyCollection<QuestionScore> own
    )
    {
        if (Of(area, own) is { } sum && sum != score)
        {
            notes.Sum(
                (NoteCode.SumRounding, NoteCode.SumDiffers),
                Explains(sum, score, own),
                new Subject(About.Area, area.Number),
                $"area {area.Number}: the sub-questions{Corrected(own.Select(q => q.Source))}",
                sum,
                score,
                source
            );
        }
    }

    /// <summary>Notes where the areas do not add up to the total.</summary>
    public void Check(Total total, IReadOnlyCollection<AreaScore> areas)
    {
        if (Of(edition, areas) is { } sum && sum != total.Value)
        {
            notes.Sum(
                (NoteCode.TotalRounding, NoteCode.TotalDiffers),
                Rounding.Explains(sum, total.Value, areas.Count),
                Subject.Total,
                $"the areas{Corrected(areas.Select(a => a.Source))}",
                sum,
                total.Value,
                total.Source
            );
        }
    }

    private static string Corrected(IEnumerable<Source> parts) =>
        parts.Any(p => p.Via == Via.Correction) ? ", some of them corrected," : "";

    /// <summary>
    /// Whether rounding explains that the sub-questions of an area do not add up to its score. Percentages tell the points before rounding: half a point for the
    /// printed score, half a percentage point of all points for the percentages, half for scores rounded twice.
    /// </summary>
    public bool Explains(decimal sum, decimal printed, IReadOnlyCollection<QuestionScore> own) =>
        own.All(q => q is { Percent: not null, Max: not null })
            ? Math.Abs(own.Sum(q => q.Percent!.Value * q.Max!.Value / 100) - printed)
                <= (2 * Rounding.OfPoints) + (Rounding.OfShare * edition.Scale.AreaMax)
            : Rounding.Explains(sum, printed, own.Count);
}
