using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>Within what two themes must both occur.</summary>
public enum TogetherWithin
{
    /// <summary>One finding that has both, which analysts alone say.</summary>
    Finding,

    /// <summary>One list: strengths, or improvement areas, of an area of a report.</summary>
    List,

    /// <summary>One report.</summary>
    Report,
}

/// <summary>Which themes come together, and how much more often than they would by chance.</summary>
public sealed class TogetherQuery(SqliteConnection connection, Municipalities municipalities)
{
    // Bits of a set.
    private const int MostThemes = 64;

    private static ResultColumn[] Columns(bool acrossEditions) =>
        [
            new(acrossEditions ? "editions" : "edition", ColumnType.Text),
            new("theme_a", ColumnType.Text),
            new("theme_b", ColumnType.Text),
            new("both", ColumnType.Integer),
            new("a", ColumnType.Integer),
            new("b", ColumnType.Integer),
            new("base", ColumnType.Integer),
            new("lift", ColumnType.Number),
            new("jaccard", ColumnType.Number),
        ];

    /// <summary>
    /// Pairs of themes, of each edition those that most often occur together first: <c>both</c> of <c>base</c> have the two, <c>a</c> and <c>b</c> have each;
    /// <c>lift</c> is how many times as often as by chance, <c>jaccard</c> the share of those with either that have both.
    /// </summary>
    /// <param name="filter">Which findings; its themes are those of which a pair must have one, and narrow nothing else.</param>
    /// <param name="within">Within what both must occur.</param>
    /// <param name="limit">Most pairs, or null for all.</param>
    /// <param name="acrossEditions">Whether editions are put together; of an area, only those whose numbers mean the same areas.</param>
    public QueryResult Pairs(
        QueryFilter filter,
        TogetherWithin within,
        int? limit = null,
        bool acrossEditions = false
    ) => new QueryResult(Columns(acrossEditions), Rows(filter, within, acrossEditions), limit);

    private IEnumerable<object?[]> Rows(
        QueryFilter filter,
        TogetherWithin within,
        bool acrossEditions
    )
    {
        var selection = new ColumnSelection(
            connection,
            municipalities,
            filter with
            {
                Themes = [],
            }
        );
        return ReportGroup
            .Of(
                selection,
                [],
                EditionSets.Of(connection, acrossEditions, EditionSets.IsByArea(filter, []))
            )
            .SelectMany(group =>
            {
                var (themes, sets) = Sets(selection, group.Reports, within);
                return Pairs(string.Join(' ', group.Editions), themes, [.. sets.CountBy(s => s)]);
            })
            .Where(pair =>
                filter.Themes.Count == 0
                || filter.Themes.Contains((string)pair[1]!, StringComparer.Ordinal)
                || filter.Themes.Contains((string)pair[2]!, StringComparer.Ordinal)
            );
    }

    private static IEnumerable<object?[]> Pairs(
        string editions,
        List<string> themes,
        IReadOnlyList<KeyValuePair<ulong, int>> sets
    )
    {
        var single = new long[themes.Count];
        var pairs = new Dictionary<(int A, int B), long>();
        foreach (var (set, count) in sets)
        {
            for (var i = 0; i < themes.Count; i++)
            {
                single[i] += Has(set, i) ? count : 0;
                for (var j = i + 1; Has(set, i) && j < themes.Count; j++)
                {
                    if (Has(set, j))
                    {
                        pairs[(i, j)] = pairs.GetValueOrDefault((i, j)) + count;
                    }
                }
            }
        }

        var units = sets.Sum(s => (long)s.Value);
        foreach (var ((a, b), both) in pairs.OrderByDescending(p => p.Value).ThenBy(p => p.Key))
        {
            yield return
            [
                editions,
                themes[a],
                themes[b],
                both,
                single[a],
                single[b],
                units,
                Math.Round(both * (double)units / (single[a] * (double)single[b]), 3),
                Math.Round(both / (double)(single[a] + single[b] - both), 4),
            ];
        }
    }

    private static bool Has(ulong set, int theme) => (set & (1UL << theme)) != 0;

    // The themes that occur, and the set of them that each finding, list or report has: a bit a theme.
    private static (List<string> Themes, IEnumerable<ulong> Sets) Sets(
        ColumnSelection selection,
        IReadOnlyList<int> reports,
        TogetherWithin within
    )
    {
        var (area, kind) = (selection.Column("area"), selection.Column("kind"));
        var (theme, theme2) = (selection.Column("theme"), selection.Column("theme2"));
        var themes = theme
            .Keys.Union(theme2.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (themes.Count > MostThemes)
        {
            throw new NotSupportedException($"pairs of more than {MostThemes} themes");
        }

        var (first, second) = (Bits(theme), Bits(theme2));
        return (themes, reports.SelectMany(OfReport));

        IEnumerable<ulong> OfReport(int report)
        {
            var units = new Dictionary<int, ulong>();
            selection.Each(
                report,
                row =>
                {
                    var unit = within switch
                    {
                        TogetherWithin.Finding => row,
                        TogetherWithin.List => (area.Codes[row] * (kind.Keys.Count + 1))
                            + kind.Codes[row],
                        _ => 0,
                    };
                    units[unit] =
                        units.GetValueOrDefault(unit)
                        | first[theme.Codes[row]]
                        | second[theme2.Codes[row]];
                }
            );
            return units.Values.Where(s => s != 0);
        }

        ulong[] Bits(CodeColumn column) =>
            [0, .. column.Keys.Select(k => 1UL << themes.IndexOf(k))];
    }
}
