namespace Kompass.Mining.Dataset.Tables;

/// <summary>The rows of the tables that are known before reading; kept with each version, so that an old dataset has the names it had.</summary>
public sealed class ReferenceRows
{
    private readonly Dictionary<string, List<object?[]>> _rows;

    private ReferenceRows(Dictionary<string, List<object?[]>> rows) => _rows = rows;

    private static IEnumerable<Table> Tables => TableCatalogue.All.Where(t => t.IsReference);

    /// <summary>Those of today.</summary>
    public static ReferenceRows Of(Knowledge knowledge) =>
        new ReferenceRows(
            Tables.ToDictionary(
                t => t.Name,
                t => t.Rows(knowledge).ToList(),
                StringComparer.Ordinal
            )
        );

    /// <summary>The rows of a table; none where it is no such table.</summary>
    public IEnumerable<object?[]> Rows(Table table) => _rows.GetValueOrDefault(table.Name) ?? [];

    /// <summary>As JSON: a list a table, of objects with the columns' names.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(
            Tables.ToDictionary(
                t => t.Name,
                t =>
                    Rows(t)
                        .Select(r =>
                            t.Columns.Zip(r)
                                .ToDictionary(
                                    p => p.First.Name,
                                    p => p.Second,
                                    StringComparer.Ordinal
                                )
                        ),
                StringComparer.Ordinal
            )
        );

    /// <summary>Reads them. A column that was not there then is empty.</summary>
    /// <exception cref="JsonException">It is not what <see cref="ToJson"/> writes.</exception>
    public static ReferenceRows FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new ReferenceRows(
            Tables.ToDictionary(
                t => t.Name,
                t =>
                    document.RootElement.TryGetProperty(t.Name, out var rows)
                        ? rows.EnumerateArray().Select(r => Row(t, r)).ToList()
                        : [],
                StringComparer.Ordinal
            )
        );
    }

    private static object?[] Row(Table table, JsonElement row) =>
        [
            .. table.Columns.Select(c =>
                row.TryGetProperty(c.Name, out var value) && value.ValueKind != JsonValueKind.Null
                    ? c.Type switch
                    {
                        ColumnType.Text => (object?)value.GetString(),
                        ColumnType.Integer => value.GetInt32(),
                        ColumnType.Number => value.GetDouble(),
                        _ => value.GetBoolean(),
                    }
                    : null
            ),
        ];
}
