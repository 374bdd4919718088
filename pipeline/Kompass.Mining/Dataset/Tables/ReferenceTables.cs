namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of what is known before reading: the instrument, the themes, the municipalities.</summary>
internal static class ReferenceTables
{
    public static Table Editions { get; } =
        Table.OfKnowledge<Edition>(
            new("editions", ["id"]),
            c =>
                [
                    c.Name("id", e => e.Id),
                    c.Name("title", e => e.Title),
                    c.Name("first_month", e => e.FirstMonth),
                    c.Text("last_month", e => e.LastMonth),
                    c.Count("area_max", e => e.Scale.AreaMax),
                    c.Count("total_max", e => e.Scale.TotalMax),
                    c.Text(
                        "comparable_with",
                        e =>
                            e.Scale.ComparableWith.Count > 0
                                ? string.Join(' ', e.Scale.ComparableWith)
                                : null
                    ),
                    c.Name("scale_note", e => e.ScaleNote),
                ],
            k => k.Editions
        );

    public static Table Areas { get; } =
        Table.OfKnowledge<(Edition Edition, Area Area)>(
            new("areas", ["edition", "area"], [ForeignKey.To("editions", "id", "edition")]),
            c =>
                [
                    c.Name("edition", x => x.Edition.Id),
                    c.Count("area", x => x.Area.Number),
                    c.Name("name", x => x.Area.Name),
                    c.Count("max", x => x.Edition.Scale.AreaMax),
                    c.Integer("like_area", x => x.Area.LikeArea),
                ],
            k => k.Editions.SelectMany(e => e.Areas.Select(a => (e, a)))
        );

    public static Table Questions { get; } =
        Table.OfKnowledge<Asked>(
            new("questions", ["edition", "code"], [CommonCells.ToArea]),
            c =>
                [
                    c.Name("edition", x => x.Edition.Id),
                    c.Name("code", x => x.Question?.Code ?? Invariant($"{x.Area.Number}.0")),
                    c.Count("area", x => x.Area.Number),
                    c.Name("text", x => x.Question?.Text ?? x.Area.Name),
                    c.Integer("max", x => x.Question?.Max),
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
            c =>
                [
                    c.Name("code", t => t.Code),
                    c.Name("label", t => t.Label),
                    c.Name("covers", t => t.Covers),
                    c.Text("not", t => t.Not.Length > 0 ? t.Not : null),
                    c.Name("covers_sv", t => t.CoversSwedish),
                    c.Text("not_sv", t => t.NotSwedish.Length > 0 ? t.NotSwedish : null),
                ],
            k => k.Themes
        );

    public static Table Municipalities { get; } =
        Table.OfKnowledge<Municipality>(
            new("municipalities", ["code"]),
            c =>
                [
                    c.Name("code", m => m.Code),
                    c.Name("name", m => m.Name),
                    c.Name("county_code", m => m.CountyCode),
                    c.Name("county", m => m.County),
                    c.Count("group_2011", m => m.Group2011),
                    c.Text("group_name", m => m.Group?.Name),
                    c.Integer("population", m => m.Population?.Inhabitants),
                    c.Integer("population_year", m => m.Population?.Year),
                    c.Text("population_source", m => m.Population?.Source),
                ],
            k => k.Municipalities.All
        );

    // A sub-question, or without one the area as a whole.
    private sealed record Asked(Edition Edition, Area Area, Question? Question);
}
