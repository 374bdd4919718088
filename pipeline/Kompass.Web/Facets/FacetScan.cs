using System.Numerics;

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

/// <summary>Counts all facets in one pass over the rows, exactly.</summary>
internal sealed class FacetScan(
    TextIndex index,
    Selection selection,
    TextMatches? matches,
    int skip,
    int take
)
{
    private readonly Tally[] _texts = [.. index.Texts.Select(c => new Tally(c))];
    private readonly Tally[] _reports = [.. index.Reports.Select(c => new Tally(c))];
    private readonly List<int> _rows = [];
    private int[] _passing = [];
    private int _countedTexts;
    private int _countedReports;

    /// <summary>Counts what passes, and gives the rows of one page of it.</summary>
    /// <param name="index">The texts.</param>
    /// <param name="selection">What passes.</param>
    /// <param name="matches">Those that hold the words sought, or null where none are sought.</param>
    /// <param name="byRelevance">Whether the page is of the rows by relevance.</param>
    /// <param name="skip">Rows before the page.</param>
    /// <param name="take">Rows of the page.</param>
    public static ScanResult Run(
        TextIndex index,
        Selection selection,
        TextMatches? matches,
        bool byRelevance,
        int skip,
        int take
    )
    {
        var ranked = byRelevance ? matches?.ByRelevance : null;
        // Of what is ranked all rows are wanted, to take its page of them.
        var scan = new FacetScan(
            index,
            selection,
            matches,
            ranked is null ? skip : 0,
            ranked is null ? take : int.MaxValue
        );
        if (!selection.MatchesNone)
        {
            scan.Reports();
        }

        var passing = ranked is null ? [] : scan._rows.ToHashSet();
        return new ScanResult(
            scan._countedTexts,
            scan._countedReports,
            [.. scan._texts.Concat(scan._reports).Select(t => t.Counts)],
            ranked is null ? scan._rows : [.. ranked.Where(passing.Contains).Skip(skip).Take(take)]
        );
    }

    private void Reports()
    {
        for (var report = 0; report < selection.Reports.Length; report++)
        {
            var fails = selection.Reports[report];
            // What fails two facets counts for no value of any.
            if (fails < Selection.Excluded && BitOperations.PopCount(fails) <= 1)
            {
                Report(report, fails);
            }
        }
    }

    private void Report(int report, uint fails)
    {
        var (from, to) = (index.Starts[report], index.Starts[report + 1]);
        if (_passing.Length < to - from)
        {
            _passing = new int[to - from];
        }

        var count = 0;
        for (var row = from; row < to; row++)
        {
            if (matches is not null && !matches.Rows[row])
            {
                continue;
            }

            var failed = selection.NarrowsTexts ? selection.Fails(row) : 0;
            if (failed == 0)
            {
                _passing[count++] = row;
            }
            else if (fails == 0 && BitOperations.IsPow2(failed))
            {
                _texts[BitOperations.TrailingZeroCount(failed)].Add([row], report);
            }
        }

        if (count > 0)
        {
            Count(_passing.AsSpan(0, count), report, fails);
        }
    }

    private void Count(ReadOnlySpan<int> passing, int report, uint fails)
    {
        if (fails != 0)
        {
            _reports[BitOperations.TrailingZeroCount(fails)].AddReport(report, passing.Length);
            return;
        }

        foreach (var tally in _texts)
        {
            tally.Add(passing, report);
        }

        foreach (var tally in _reports)
        {
            tally.AddReport(report, passing.Length);
        }

        for (
            var i = Math.Max(0, skip - _countedTexts);
            i < passing.Length && _rows.Count < take;
            i++
        )
        {
            _rows.Add(passing[i]);
        }

        _countedTexts += passing.Length;
        _countedReports++;
    }

    private sealed class Tally(FacetColumn column)
    {
        // The report counted last, from 1.
        private readonly int[] _last = new int[column.Values.All.Count + 1];

        public FacetCounts Counts { get; } =
            new(column, new int[column.Values.All.Count + 1], new int[column.Values.All.Count + 1]);

        public void Add(ReadOnlySpan<int> rows, int report)
        {
            var codes = column.Codes;
            foreach (var row in rows)
            {
                Add(codes[row], report, 1);
            }

            if (column.Second is { } second)
            {
                foreach (var row in rows)
                {
                    if (second[row] is > 0 and var other && other != codes[row])
                    {
                        Add(other, report, 1);
                    }
                }
            }
        }

        public void AddReport(int report, int texts) => Add(column.Codes[report], report, texts);

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
