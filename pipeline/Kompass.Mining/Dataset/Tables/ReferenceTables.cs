using Kompass.Mining.Corpus;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of what is known before reading: the instrument, the themes, the municipalities.</summary>
internal static class ReferenceTables
{
    public static Table Editions { get; } =
        Table.OfKnowledge<Edition>(
            new("editions", "En utgåva av Kommunkompassen", "An edition of the instrument", ["id"]),
            [
                Cells<Edition>.Name(
                    "id",
                    e => e.Id,
                    "Utgåvan: året då den togs i bruk",
                    "The edition: the year from which it was used"
                ),
                Cells<Edition>.Name("title", e => e.Title, "Namn", "Name"),
                Cells<Edition>.Name(
                    "first_month",
                    e => e.FirstMonth,
                    "Första månad i bruk",
                    "First month of use"
                ),
                Cells<Edition>.Text(
                    "last_month",
                    e => e.LastMonth,
                    "Sista månad i bruk; tom om den används än",
                    "Last month of use; empty where it is still in use"
                ),
                Cells<Edition>.Count(
                    "area_max",
                    e => e.Scale.AreaMax,
                    "Högsta poäng för ett område",
                    "Highest points of an area"
                ),
                Cells<Edition>.Count(
                    "total_max",
                    e => e.Scale.TotalMax,
                    "Högsta poäng totalt",
                    "Highest points in all"
                ),
                Cells<Edition>.Text(
                    "comparable_with",
                    e =>
                        e.Scale.ComparableWith.Count > 0
                            ? string.Join(' ', e.Scale.ComparableWith)
                            : null,
                    "Utgåvor med samma skala; tom om det inte finns någon",
                    "Editions on the same scale; empty where there is none"
                ),
                Cells<Edition>.Name(
                    "scale_note",
                    e => e.ScaleNote,
                    "Vad man måste veta innan siffror jämförs",
                    "What to know before comparing figures (in Swedish)"
                ),
            ],
            k => k.Editions
        );

    public static Table Areas { get; } =
        Table.OfKnowledge<(Edition Edition, Area Area)>(
            new(
                "areas",
                "Ett av instrumentets områden",
                "One of the instrument's areas",
                ["edition", "area"],
                [ForeignKey.To("editions", "id", "edition")]
            ),
            [
                Cells<(Edition Edition, Area Area)>.Name(
                    "edition",
                    x => x.Edition.Id,
                    "Utgåva",
                    "Edition"
                ),
                Cells<(Edition Edition, Area Area)>.Count(
                    "area",
                    x => x.Area.Number,
                    "Områdets nummer",
                    "Number of the area"
                ),
                Cells<(Edition Edition, Area Area)>.Name(
                    "name",
                    x => x.Area.Name,
                    "Områdets namn",
                    "Name of the area"
                ),
                Cells<(Edition Edition, Area Area)>.Count(
                    "max",
                    x => x.Edition.Scale.AreaMax,
                    "Högsta möjliga poäng",
                    "Highest points"
                ),
            ],
            k => k.Editions.SelectMany(e => e.Areas.Select(a => (e, a)))
        );

    public static Table Questions { get; } =
        Table.OfKnowledge<Asked>(
            new(
                "questions",
                "En av instrumentets delfrågor; N.0 är området som helhet",
                "One of the instrument's sub-questions; N.0 is the area as a whole",
                ["edition", "code"],
                [CommonCells.ToArea]
            ),
            [
                Cells<Asked>.Name("edition", x => x.Edition, "Utgåva", "Edition"),
                Cells<Asked>.Name(
                    "code",
                    x => x.Code,
                    "Delfrågans kod, som 1.4",
                    "Code of the sub-question, as 1.4"
                ),
                Cells<Asked>.Count("area", x => x.Area, "Området", "The area"),
                Cells<Asked>.Name(
                    "text",
                    x => x.Text,
                    "Ordalydelse; områdets namn för N.0",
                    "Its wording; the area's name for N.0"
                ),
                Cells<Asked>.Integer(
                    "max",
                    x => x.Max,
                    "Högsta möjliga poäng; tomt för N.0",
                    "Highest points; empty for N.0"
                ),
            ],
            k => k.Editions.SelectMany(AskedIn)
        );

    public static Table Themes { get; } =
        Table.OfKnowledge<Theme>(
            new(
                "themes",
                "Ett tema: ett arbetssätt som går på tvärs över områdena",
                "A theme: a practice that cuts across areas",
                ["code"]
            ),
            [
                Cells<Theme>.Name("code", t => t.Code, "Temats kod", "Code of the theme"),
                Cells<Theme>.Name("label", t => t.Label, "Svensk benämning", "Swedish label"),
                Cells<Theme>.Name(
                    "covers",
                    t => t.Covers,
                    "Vad det omfattar, på engelska",
                    "What it covers"
                ),
                Cells<Theme>.Text(
                    "not",
                    t => t.Not.Length > 0 ? t.Not : null,
                    "Vad som hör till ett annat tema, på engelska",
                    "What belongs to another theme"
                ),
                Cells<Theme>.Name(
                    "covers_sv",
                    t => t.CoversSwedish,
                    "Vad det omfattar",
                    "What it covers, in Swedish"
                ),
                Cells<Theme>.Text(
                    "not_sv",
                    t => t.NotSwedish.Length > 0 ? t.NotSwedish : null,
                    "Vad som hör till ett annat tema",
                    "What belongs to another theme, in Swedish"
                ),
            ],
            k => k.Themes
        );

    public static Table Municipalities { get; } =
        Table.OfKnowledge<Municipality>(
            new("municipalities", "En kommun", "A municipality", ["code"]),
            [
                Cells<Municipality>.Name(
                    "code",
                    m => m.Code,
                    "Kommunkod, fyra siffror som text",
                    "Municipality code, four digits as text"
                ),
                Cells<Municipality>.Name("name", m => m.Name, "Namn", "Name"),
                Cells<Municipality>.Name(
                    "county_code",
                    m => m.CountyCode,
                    "Länskod, två siffror som text",
                    "County code, two digits as text"
                ),
                Cells<Municipality>.Name("county", m => m.County, "Län", "County"),
                Cells<Municipality>.Count(
                    "group_2011",
                    m => m.Group2011,
                    "Kommungrupp i SKL:s indelning 2011, 1 till 10",
                    "Group in SKL's classification of 2011, 1 to 10"
                ),
                Cells<Municipality>.Text(
                    "group_name",
                    m => m.Group?.Name,
                    "Kommungruppens namn",
                    "Name of the group (in Swedish)"
                ),
                Cells<Municipality>.Integer(
                    "population",
                    m => m.Population?.Inhabitants,
                    "Folkmängd ur corpus/populations.csv, som inte följer med: lägg dit SCB:s siffror. Tom utan dem; rapportens egen uppgift står i reports.population",
                    "Population of corpus/populations.csv, which is not supplied: put Statistics Sweden's figures there. Empty without; what the report itself says is reports.population"
                ),
                Cells<Municipality>.Integer(
                    "population_year",
                    m => m.Population?.Year,
                    "Folkmängdens år (31 december)",
                    "Year of the population (31 December)"
                ),
                Cells<Municipality>.Text(
                    "population_source",
                    m => m.Population?.Source,
                    "Folkmängdens källa",
                    "Source of the population"
                ),
            ],
            k => k.Municipalities.All
        );

    private static IEnumerable<Asked> AskedIn(Edition edition)
    {
        foreach (var area in edition.Areas)
        {
            yield return new Asked(
                edition.Id,
                string.Create(CultureInfo.InvariantCulture, $"{area.Number}.0"),
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
