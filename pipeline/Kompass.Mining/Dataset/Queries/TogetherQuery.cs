using Kompass.Mining.Corpus;
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
        var sql = FilterSql.Of(filter, municipalities, TableCatalogue.Findings);
        var unit = within switch
        {
            TogetherWithin.Finding => "t.id",
            TogetherWithin.List => "t.report_id || '/' || t.area || '/' || t.kind",
            _ => "t.report_id",
        };
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH both AS (
              SELECT {unit} AS unit, t.theme AS theme FROM {sql.From} WHERE {sql.Conditions} AND t.theme IS NOT NULL
              UNION
              SELECT {unit}, t.theme2 FROM {sql.From} WHERE {sql.Conditions} AND t.theme2 IS NOT NULL)
            SELECT unit, theme FROM both ORDER BY unit, theme
            """;
        sql.AddTo(command);
        var single = new Dictionary<string, long>(StringComparer.Ordinal);
        var pairs = new Dictionary<(string, string), long>();
        var units = 0L;
        foreach (var themes in Units(QueryResult.Read(command)))
        {
            units++;
            for (var i = 0; i < themes.Count; i++)
            {
                single[themes[i]] = single.GetValueOrDefault(themes[i]) + 1;
                for (var j = i + 1; j < themes.Count; j++)
                {
                    var pair = (themes[i], themes[j]);
                    pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return pairs
            .OrderByDescending(p => p.Value)
            .ThenBy(p => p.Key.Item1, StringComparer.Ordinal)
            .ThenBy(p => p.Key.Item2, StringComparer.Ordinal)
            .Select(p =>
            {
                var (a, b) = (single[p.Key.Item1], single[p.Key.Item2]);
                return (object?[])
                    [
                        p.Key.Item1,
                        p.Key.Item2,
                        p.Value,
                        a,
                        b,
                        units,
                        Math.Round(p.Value * (double)units / (a * (double)b), 3),
                        Math.Round(p.Value / (double)(a + b - p.Value), 4),
                    ];
            });
    }

    private static IEnumerable<List<string>> Units(IEnumerable<object?[]> rows)
    {
        string? unit = null;
        var themes = new List<string>();
        foreach (var row in rows)
        {
            if ((string)row[0]! != unit && themes.Count > 0)
            {
                yield return themes;
                themes = [];
            }

            unit = (string)row[0]!;
            themes.Add((string)row[1]!);
        }

        if (themes.Count > 0)
        {
            yield return themes;
        }
    }
}
