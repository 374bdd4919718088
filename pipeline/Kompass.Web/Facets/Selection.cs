namespace Kompass.Web.Facets;

/// <summary>
/// A filter over an index: for each report which facets it fails, for each facet of texts which codes pass. Reports are asked for in the store, by the
/// conditions that every query has, so that what passes is the same here and in <c>kompass findings</c>.
/// </summary>
internal sealed class Selection
{
    /// <summary>Of a report that no choice of facets would let pass.</summary>
    public const uint Excluded = 1u << 31;

    private readonly (ushort[] Codes, ushort[]? Second, bool[] Passing, uint Bit)[] _narrowed;

    private Selection(uint[] reports, TextIndex index, bool[]?[] texts, bool none)
    {
        Reports = reports;
        _narrowed =
        [
            .. index
                .Texts.Zip(texts, (column, passing) => (column, passing))
                .Select((t, f) => (t.column.Codes, t.column.Second, t.passing, Bit: 1u << f))
                .Where(t => t.passing is not null)
                .Select(t => (t.Codes, t.Second, t.passing!, t.Bit)),
        ];
        MatchesNone = none;
    }

    /// <summary>For each report a bit for each facet of reports that it fails.</summary>
    public uint[] Reports { get; }

    /// <summary>Whether a facet of texts is chosen at all.</summary>
    public bool NarrowsTexts => _narrowed.Length > 0;

    /// <summary>Whether it asks for what the place does not tell of its texts (the list, in prose): then nothing passes.</summary>
    public bool MatchesNone { get; }

    /// <summary>A bit for each facet of texts that a row fails.</summary>
    public uint Fails(int row)
    {
        var fails = 0u;
        foreach (var (codes, second, passing, bit) in _narrowed)
        {
            fails |= passing[codes[row]] || (second is not null && passing[second[row]]) ? 0 : bit;
        }

        return fails;
    }

    public static Selection Of(QueryFilter filter, TextIndex index, Snapshot snapshot)
    {
        var reports = new uint[snapshot.Reports.All.Count];
        foreach (
            var (name, bit) in index
                .Reports.Select((c, f) => (c.Facet.Name, Bit: 1u << f))
                .Append(("population", Excluded))
        )
        {
            var sql = FilterSql.Of(
                PartOf(filter, name),
                snapshot.Knowledge.Municipalities,
                TableCatalogue.Reports
            );
            if (sql.Narrows)
            {
                var passing = snapshot.Read(c => sql.Rows(c).ToHashSet());
                for (var r = 0; r < reports.Length; r++)
                {
                    reports[r] |= passing.Contains(r) ? 0 : bit;
                }
            }
        }

        var texts = index.Texts.Select(c => Codes(filter, c)).ToArray();
        var told = index.Texts.Select(c => c.Facet).ToHashSet();
        var none = Facet.OfTexts.Any(f =>
            !told.Contains(f) && filter.ConditionOn(f.Name) is not null
        );
        return new Selection(reports, index, texts, none);
    }

    // What of a filter one facet of reports narrows.
    private static QueryFilter PartOf(QueryFilter filter, string facet) =>
        QueryFilter.None with
        {
            Years = facet == "year" ? filter.Years : [],
            Editions = facet == "edition" ? filter.Editions : [],
            Counties = facet == "county" ? filter.Counties : [],
            Groups = facet == "group" ? filter.Groups : [],
            Municipalities = facet == "municipality" ? filter.Municipalities : [],
            Populations = facet == "population" ? filter.Populations : [],
        };

    private static bool[]? Codes(QueryFilter filter, FacetColumn column) =>
        filter.ConditionOn(column.Facet.Name) is { } passes
            ? [false, .. column.Values.All.Select(v => passes(v.Key))]
            : null;
}
