namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of what is known before reading: the instrument, the themes, the municipalities.</summary>
internal static class ReferenceTables
{
    public static Table Editions { get; } =
        Table.OfKnowledge<Edition>(
            new("editions", ["id"]),
            [
                Cells<Edition>.Name("id", e => e.Id),
                Cells<Edition>.Name("title", e => e.Title),
                Cells<Edition>.Name("first_month", e => e.FirstMonth),
                Cells<Edition>.Text("last_month", e => e.LastMonth),
                Cells<Edition>.Count("area_max", e => e.Scale.AreaMax),
                Cells<Edition>.Count("total_max", e => e.Scale.TotalMax),
                Cells<Edition>.Text(
                    "comparable_with",
                    e =>
                        e.Scale.ComparableWith.Count > 0
                            ? string.Join(' ', e.Scale.ComparableWith)
                            : null
                ),
                Cells<Edition>.Name("scale_note", e => e.ScaleNote),
            ],
            k => k.Editions
        );

    public static Table Areas { get; } =
        Table.OfKnowledge<(Edition Edition, Area Area)>(
            new("areas", ["edition", "area"], [ForeignKey.To("editions", "id", "edition")]),
            [
                Cells<(Edition Edition, Area Area)>.Name("edition", x => x.Edition.Id),
                Cells<(Edition Edition, Area Area)>.Count("area", x => x.Area.Number),
                Cells<(Edition Edition, Area Area)>.Name("name", x => x.Area.Name),
                Cells<(Edition Edition, Area Area)>.Count("max", x => x.Edition.Scale.AreaMax),
            ],
            k => k.Editions.SelectMany(e => e.Areas.Select(a => (e, a)))
        );

    public static Table Questions { get; } =
        Table.OfKnowledge<Asked>(
            new("questions", ["edition", "code"], [CommonCells.ToArea]),
            [
                Cells<Asked>.Name("edition", x => x.Edition.Id),
                Cells<Asked>.Name("code", x => x.Question?.Code ?? Invariant($"{x.Area.Number}.0")),
                Cells<Asked>.Count("area", x => x.Area.Number),
                Cells<Asked>.Name("text", x => x.Question?.Text ?? x.Area.Name),
                Cells<Asked>.Integer("max", x => x.Question?.Max),
            ],
            k =>
                from e in k.Editions
                from a in e.Areas
                from q in a.Questions.Prepend<Question?>(null)
                select new Asked(e, a, q)
        );

    public static Table Themes { get; } =
        Table.OfKnowledge<Theme>(
            new("themes", ["code"]),
            [
                Cells<Theme>.Name("code", t => t.Code),
                Cells<Theme>.Name("label", t => t.Label),
                Cells<Theme>.Name("covers", t => t.Covers),
                Cells<Theme>.Text("not", t => t.Not.Length > 0 ? t.Not : null),
                Cells<Theme>.Name("covers_sv", t => t.CoversSwedish),
                Cells<Theme>.Text("not_sv", t => t.NotSwedish.Length > 0 ? t.NotSwedish : null),
            ],
            k => k.Themes
        );

    public static Table Municipalities { get; } =
        Table.OfKnowledge<Municipality>(
            new("municipalities", ["code"]),
            [
                Cells<Municipality>.Name("code", m => m.Code),
                Cells<Municipality>.Name("name", m => m.Name),
                Cells<Municipality>.Name("county_code", m => m.CountyCode),
                Cells<Municipality>.Name("county", m => m.County),
                Cells<Municipality>.Count("group_2011", m => m.Group2011),
                Cells<Municipality>.Text("group_name", m => m.Group?.Name),
                Cells<Municipality>.Integer("population", m => m.Population?.Inhabitants),
                Cells<Municipality>.Integer("population_year", m => m.Population?.Year),
                Cells<Municipality>.Text("population_source", m => m.Population?.Source),
            ],
            k => k.Municipalities.All
        );

    // A sub-question, or without one the area as a whole.
    private sealed record Asked(Edition Edition, Area Area, Question? Question);
}
