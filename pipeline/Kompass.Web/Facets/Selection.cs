using System.Collections;
using Kompass.Mining.Dataset.Tables;

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

    /// <summary>Whether a row passes what is chosen of texts; its report is asked for apart.</summary>
    public bool Passes(int row) => Fails(row) == 0;

    public static Selection Of(QueryFilter filter, TextIndex index, Snapshot snapshot)
    {
        var reports = new uint[snapshot.Reports.All.Count];
        for (var f = 0; f < index.Reports.Count; f++)
        {
            if (PartOf(filter, index.Reports[f].Facet) is { } part)
            {
                Mark(reports, 1u << f, Passing(part, snapshot));
            }
        }

        if (filter.Populations.Count > 0)
        {
            var part = QueryFilter.None with { Populations = filter.Populations };
            Mark(reports, Excluded, Passing(part, snapshot));
        }

        var texts = index.Texts.Select(c => Codes(filter, c)).ToArray();
        var told = index.Texts.Select(c => c.Facet).ToHashSet();
        var none = Facet.OfTexts.Any(f =>
            !told.Contains(f) && filter.ConditionOn(f.Name) is not null
        );
        return new Selection(reports, index, texts, none);
    }

    private static void Mark(uint[] reports, uint bit, BitArray passing)
    {
        for (var r = 0; r < reports.Length; r++)
        {
            reports[r] |= passing[r] ? 0 : bit;
        }
    }

    private static BitArray Passing(QueryFilter part, Snapshot snapshot)
    {
        var sql = FilterSql.Of(
            part,
            snapshot.Knowledge.Municipalities,
            TableCatalogue.Find("reports")
        );
        return snapshot.Read(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT t.id FROM {sql.From} WHERE {sql.Conditions}";
            sql.AddTo(command);
            using var reader = command.ExecuteReader();
            var passing = new BitArray(snapshot.Reports.All.Count);
            while (reader.Read())
            {
                if (snapshot.Reports.IndexOf(reader.GetString(0)) is { } index)
                {
                    passing[index] = true;
                }
            }

            return passing;
        });
    }

    private static QueryFilter? PartOf(QueryFilter filter, Facet facet) =>
        facet.Name switch
        {
            "year" when filter.Years.Count > 0 => QueryFilter.None with { Years = filter.Years },
            "edition" when filter.Editions.Count > 0 => QueryFilter.None with
            {
                Editions = filter.Editions,
            },
            "county" when filter.Counties.Count > 0 => QueryFilter.None with
            {
                Counties = filter.Counties,
            },
            "group" when filter.Groups.Count > 0 => QueryFilter.None with
            {
                Groups = filter.Groups,
            },
            "municipality" when filter.Municipalities.Count > 0 => QueryFilter.None with
            {
                Municipalities = filter.Municipalities,
            },
            _ => null,
        };

    private static bool[]? Codes(QueryFilter filter, FacetColumn column) =>
        filter.ConditionOn(column.Facet.Name) is { } passes
            ? [false, .. column.Values.All.Select(v => passes(v.Key))]
            : null;
}
