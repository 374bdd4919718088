namespace Kompass.Web.Facets;

/// <summary>The values of a facet in their order: those that are known before anything is read, then others met in the dataset.</summary>
public sealed class FacetValues
{
    private readonly List<FacetValue> _values;
    private readonly Dictionary<string, int> _codes;

    internal FacetValues(IEnumerable<FacetValue> values)
    {
        _values = [.. values];
        _codes = _values
            .Select((v, i) => (v.Key, Code: i + 1))
            .ToDictionary(x => x.Key, x => x.Code, StringComparer.Ordinal);
    }

    /// <summary>The values; the code of the first is 1.</summary>
    public IReadOnlyList<FacetValue> All => _values;

    /// <summary>The code of a value, 0 for none.</summary>
    public int CodeOf(string? key) => key is null ? 0 : _codes.GetValueOrDefault(key);

    /// <summary>The value of this key, or null.</summary>
    public FacetValue? Find(string key) =>
        CodeOf(key) is > 0 and var code ? _values[code - 1] : null;

    internal ushort Take(string? key)
    {
        if (key is null)
        {
            return 0;
        }

        if (!_codes.TryGetValue(key, out var code))
        {
            _values.Add(new FacetValue(key, key));
            _codes[key] = code = _values.Count;
        }

        return checked((ushort)code);
    }

    /// <summary>The values of a facet that are known before texts are read.</summary>
    internal static FacetValues Of(Facet facet, Knowledge knowledge, ReportList reports) =>
        new(
            facet.Name switch
            {
                "kind" => Kinds,
                "certainty" => Certainties,
                "area" => Areas(knowledge, reports),
                "question" => Questions(knowledge, reports),
                "theme" => knowledge.Themes.Select(t => new FacetValue(
                    t.Code,
                    t.Label,
                    t.CoversSwedish
                )),
                "year" => Years(reports),
                "edition" => knowledge.Editions.Select(e => new FacetValue(e.Id, e.Id, e.Title)),
                "county" => knowledge
                    .Municipalities.All.Select(m => (m.CountyCode, m.County))
                    .Distinct()
                    .OrderBy(c => c.CountyCode, StringComparer.Ordinal)
                    .Select(c => new FacetValue(c.CountyCode, c.County)),
                "group" => knowledge
                    .Municipalities.All.GroupBy(m => m.Group2011)
                    .OrderBy(g => g.Key)
                    .Select(g => new FacetValue(
                        g.Key.ToString(CultureInfo.InvariantCulture),
                        g.First().Group?.Name ?? g.Key.ToString(CultureInfo.InvariantCulture)
                    )),
                "municipality" => reports.Newest.Select(r => new FacetValue(
                    r.MunicipalityKey,
                    r.MunicipalityName
                )),
                _ => throw new ArgumentException($"no facet {facet.Name}", nameof(facet)),
            }
        );

    /// <summary>The order of names: å, ä and ö at the end.</summary>
    internal static StringComparer Swedish { get; } =
        StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    private static readonly FacetValue[] Kinds =
    [
        new("strength", "Styrkor", "Det som rapporten räknar upp som starkt"),
        new(
            "improvement",
            "Förbättringsmöjligheter",
            "Det som rapporten räknar upp som att förbättra"
        ),
        new(
            "weakness",
            "Svagheter",
            "Det som rapporten räknar upp som svagt; få rapporter har sådana listor"
        ),
    ];

    private static readonly FacetValue[] Certainties =
    [
        new("certain", "Säker"),
        new("label", "Delfråga eller tema osäkert"),
        new("text", "Text eller lista osäker"),
    ];

    /// <summary>The areas of an edition.</summary>
    internal static IReadOnlyList<FacetValue> AreasOf(Edition edition) =>
        [.. edition.Areas.Select(a => OfArea(a.Number, a.Name))];

    // The edition that has most reports gives the name; one whose number means another area, its own beside it.
    private static IEnumerable<FacetValue> Areas(Knowledge knowledge, ReportList reports) =>
        Used(knowledge, reports)
            .SelectMany(e => e.Areas.Select(a => (Edition: e, Area: a)))
            .GroupBy(a => a.Area.Number)
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, Meant: g.DistinctBy(a => a.Area.LikeArea).ToList()))
            .Select(g =>
                OfArea(
                    g.Key,
                    string.Concat(
                        g.Meant.Select(
                            (a, i) => i == 0 ? a.Area.Name : $"; {a.Edition.Id}: {a.Area.Name}"
                        )
                    )
                )
            );

    private static FacetValue OfArea(int number, string name) =>
        new(number.ToString(CultureInfo.InvariantCulture), Invariant($"{number} {name}"));

    private static IEnumerable<FacetValue> Questions(Knowledge knowledge, ReportList reports) =>
        Used(knowledge, reports)
            .SelectMany(e =>
                e.Areas.SelectMany(a =>
                    a.Questions.Select(q => (Area: a.Number, q.Code, q.Text))
                        .Prepend(
                            (
                                Area: a.Number,
                                Code: Invariant($"{a.Number}.0"),
                                Text: $"{a.Name} som helhet"
                            )
                        )
                )
            )
            .DistinctBy(q => q.Code, StringComparer.Ordinal)
            .OrderBy(q => q.Area)
            .ThenBy(q => int.Parse(q.Code.Split('.')[1], CultureInfo.InvariantCulture))
            .Select(q => new FacetValue(q.Code, $"{q.Code} {q.Text}"));

    private static IEnumerable<FacetValue> Years(ReportList reports) =>
        reports.Years is var (first, last)
            ? Enumerable
                .Range(first, last - first + 1)
                .Select(y => y.ToString(CultureInfo.InvariantCulture))
                .Select(y => new FacetValue(y, y))
            : [];

    private static IEnumerable<Edition> Used(Knowledge knowledge, ReportList reports) =>
        knowledge
            .Editions.Select(e => (Edition: e, Reports: reports.All.Count(r => r.Edition == e.Id)))
            .Where(e => e.Reports > 0)
            .OrderByDescending(e => e.Reports)
            .Select(e => e.Edition)
            .DefaultIfEmpty(knowledge.Editions[^1]);
}
