using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Versions;

/// <summary>What differs between two versions, row by row of every table whose rows have a name.</summary>
public static class VersionDiff
{
    private static readonly ResultColumn[] Columns =
    [
        new("report_id", ColumnType.Text),
        new("table", ColumnType.Text),
        new("key", ColumnType.Text),
        new("change", ColumnType.Text),
        new("column", ColumnType.Text),
        new("before", ColumnType.Text),
        new("after", ColumnType.Text),
    ];

    /// <summary>The differences: <c>added</c>, <c>removed</c>, or <c>changed</c> with a row a column.</summary>
    public static QueryResult Of(VersionStore store, DatasetVersion before, DatasetVersion after) =>
        new QueryResult(Columns, Rows(store, before, after));

    private static IEnumerable<object?[]> Rows(
        VersionStore store,
        DatasetVersion before,
        DatasetVersion after
    ) =>
        before
            .Records.Keys.Union(after.Records.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Where(id =>
                before.Records.GetValueOrDefault(id) != after.Records.GetValueOrDefault(id)
            )
            .SelectMany(id =>
            {
                var (old, current) = (store.Record(before, id), store.Record(after, id));
                return TableCatalogue
                    .All.Where(t => !t.IsReference && t.Key.Count > 0)
                    .SelectMany(t => Rows(id, t, old, current));
            });

    private static IEnumerable<object?[]> Rows(
        string id,
        Table table,
        ReportRecord? before,
        ReportRecord? after
    )
    {
        var old = ByKey(table, before);
        var current = ByKey(table, after);
        foreach (var key in old.Keys.Union(current.Keys, StringComparer.Ordinal))
        {
            if (!current.TryGetValue(key, out var now))
            {
                yield return [id, table.Name, key, "removed", null, null, null];
            }
            else if (!old.TryGetValue(key, out var then))
            {
                yield return [id, table.Name, key, "added", null, null, null];
            }
            else
            {
                for (var i = 0; i < now.Length; i++)
                {
                    if (!Equals(now[i], then[i]))
                    {
                        yield return
                        [
                            id,
                            table.Name,
                            key,
                            "changed",
                            table.Columns[i].Name,
                            Text(then[i]),
                            Text(now[i]),
                        ];
                    }
                }
            }
        }
    }

    private static Dictionary<string, object?[]> ByKey(Table table, ReportRecord? record)
    {
        var key = table.Key.Select(table.IndexOf).ToArray();
        return record is null
            ? []
            : table
                .Rows(record)
                .ToDictionary(
                    r => string.Join(' ', key.Select(i => Text(r[i]))),
                    StringComparer.Ordinal
                );
    }

    private static string? Text(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture);
}
