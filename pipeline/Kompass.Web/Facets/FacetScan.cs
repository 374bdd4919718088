using System.Runtime.InteropServices;

namespace Kompass.Web.Facets;

/// <summary>For each value of a facet how many texts it has and in how many reports, if it were chosen instead of what is chosen of this facet.</summary>
/// <param name="Column">The facet.</param>
/// <param name="Texts">By code; at 0 those without a value.</param>
/// <param name="Reports">By code.</param>
public sealed record FacetCounts(FacetColumn Column, int[] Texts, int[] Reports);

/// <summary>What passes a filter.</summary>
/// <param name="Texts">How many texts.</param>
/// <param name="Reports">How many reports have one.</param>
/// <param name="Facets">Counts by facet.</param>
/// <param name="Rows">The rows of the page asked for.</param>
public sealed record ScanResult(
    int Texts,
    int Reports,
    IReadOnlyList<FacetCounts> Facets,
    IReadOnlyList<int> Rows
);

/// <summary>
/// Counts the facets of what passes a filter, exactly: one pass over the rows for all facets of which nothing is chosen, and one more for each of the others, without what
/// is chosen of it. What passes is told as for every query of the store.
/// </summary>
internal sealed class FacetScan(Snapshot snapshot, TextPlace place, QueryFilter filter)
{
    private readonly TextMatches? _matches = filter.Text is { } query
        ? snapshot.Matches(place, query)
        : null;

    /// <summary>Counts what passes, and gives the rows of one page of it.</summary>
    /// <param name="byRelevance">Whether the page is of the rows by relevance.</param>
    /// <param name="skip">Rows before the page.</param>
    /// <param name="take">Rows of the page.</param>
    public ScanResult Run(bool byRelevance, int skip, int take)
    {
        var tallies = snapshot.Index(place).Facets.Select(c => new Tally(c)).ToList();
        var (rows, reports) = Pass(
            filter,
            tallies.Where(t => filter.Without(t.Name) is null).ToList()
        );
        foreach (var tally in tallies)
        {
            if (filter.Without(tally.Name) is { } others)
            {
                Pass(others, [tally]);
            }
        }

        IEnumerable<int> ordered = rows;
        if (byRelevance && _matches?.ByRelevance is { } ranked)
        {
            ordered = ranked.Where(rows.ToHashSet().Contains);
        }

        return new ScanResult(
            rows.Count,
            reports,
            [.. tallies.Select(t => t.Counts)],
            [.. ordered.Skip(skip).Take(take)]
        );
    }

    // The rows that pass, and how many reports have one.
    private (List<int> Rows, int Reports) Pass(QueryFilter passing, List<Tally> tallies)
    {
        var selection = snapshot.Read(connection => new ColumnSelection(
            connection,
            snapshot.Knowledge.Municipalities,
            passing,
            StoreQueries.TableOf(place),
            _matches?.Rows
        ));
        var rows = new List<int>();
        var reports = 0;
        foreach (var report in selection.Reports)
        {
            var before = rows.Count;
            selection.Each(report, rows.Add);
            if (rows.Count > before)
            {
                reports++;
                var own = CollectionsMarshal.AsSpan(rows)[before..];
                foreach (var tally in tallies)
                {
                    tally.Add(own, report);
                }
            }
        }

        return (rows, reports);
    }

    private sealed class Tally(FacetColumn column)
    {
        // The report counted last, from 1.
        private readonly int[] _last = new int[column.Values.All.Count + 1];

        public string Name => column.Facet.Name;

        public FacetCounts Counts { get; } =
            new(column, new int[column.Values.All.Count + 1], new int[column.Values.All.Count + 1]);

        public void Add(ReadOnlySpan<int> rows, int report)
        {
            if (column.Facet.IsOfReport)
            {
                Add(column.Codes[report], report, rows.Length);
                return;
            }

            foreach (var row in rows)
            {
                var code = column.Codes[row];
                Add(code, report, 1);
                if (column.Second?[row] is > 0 and var other && other != code)
                {
                    Add(other, report, 1);
                }
            }
        }

        private void Add(int code, int report, int texts)
        {
            Counts.Texts[code] += texts;
            if (_last[code] != report + 1)
            {
                _last[code] = report + 1;
                Counts.Reports[code]++;
            }
        }
    }
}
