using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>Within what two themes must both occur.</summary>
public enum TogetherWithin
{
    /// <summary>One finding that has both.</summary>
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

    private static readonly ResultColumn[] Columns =
    [
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
    /// Pairs of themes, those that most often occur together first: <c>both</c> of <c>base</c> have the two, <c>a</c> and <c>b</c> have each; <c>lift</c> is how many
    /// times as often as by chance, <c>jaccard</c> the share of those with either that have both.
    /// </summary>
    public QueryResult Pairs(QueryFilter filter, TogetherWithin within, int? limit = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new QueryResult(Columns, Rows(filter, within), limit);
    }

    private IEnumerable<object?[]> Rows(QueryFilter filter, TogetherWithin within)
    {
        var (themes, sets) = Sets(filter, within);
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

        var units = sets.Values.Sum();
        return pairs
            .OrderByDescending(p => p.Value)
            .ThenBy(p => p.Key)
            .Select(p =>
            {
                var (a, b) = (single[p.Key.A], single[p.Key.B]);
                return (object?[])
                    [
                        themes[p.Key.A],
                        themes[p.Key.B],
                        p.Value,
                        a,
                        b,
                        units,
                        Math.Round(p.Value * (double)units / (a * (double)b), 3),
                        Math.Round(p.Value / (double)(a + b - p.Value), 4),
                    ];
            });
    }

    private static bool Has(ulong set, int theme) => (set & (1UL << theme)) != 0;

    // The themes that occur, and how many findings, lists or reports have each set of them: a bit a theme.
    private (List<string> Themes, Dictionary<ulong, long> Sets) Sets(
        QueryFilter filter,
        TogetherWithin within
    )
    {
        var selection = new ColumnSelection(connection, municipalities, filter);
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
        var sets = new Dictionary<ulong, long>();
        foreach (var report in selection.Reports)
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
            foreach (var set in units.Values.Where(s => s != 0))
            {
                sets[set] = sets.GetValueOrDefault(set) + 1;
            }
        }

        return (themes, sets);

        ulong[] Bits(CodeColumn column) =>
            [0, .. column.Keys.Select(k => 1UL << themes.IndexOf(k))];
    }
}
