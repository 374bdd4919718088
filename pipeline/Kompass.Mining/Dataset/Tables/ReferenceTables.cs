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
                Cells<Asked>.Name("edition", x => x.Edition),
                Cells<Asked>.Name("code", x => x.Code),
                Cells<Asked>.Count("area", x => x.Area),
                Cells<Asked>.Name("text", x => x.Text),
                Cells<Asked>.Integer("max", x => x.Max),
            ],
            k => k.Editions.SelectMany(AskedIn)
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

    private static IEnumerable<Asked> AskedIn(Edition edition)
    {
        foreach (var area in edition.Areas)
        {
            yield return new Asked(
                edition.Id,
                Invariant($"{area.Number}.0"),
                area.Number,
                area.Name,
                null
            );
            foreach (var question in area.Questions)
            {
                yield return new Asked(
                    edition.Id,
                    question.Code,
                    area.Number,
                    question.Text,
                    question.Max
                );
            }
        }
    }

    // A sub-question, or an area as a whole.
    private readonly record struct Asked(
        string Edition,
        string Code,
        int Area,
        string Text,
        int? Max
    );
}
