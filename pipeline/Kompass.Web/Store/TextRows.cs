namespace Kompass.Web.Store;

/// <summary>Reads texts of a place.</summary>
internal static class TextRows
{
    /// <summary>The text of an id, or null.</summary>
    public static TextRow? Find(Snapshot snapshot, TextPlace place, string id) =>
        Where(snapshot, place, "t.id = $id", id).FirstOrDefault();

    /// <summary>The texts of a report, as they stand.</summary>
    public static IReadOnlyList<TextRow> OfReport(
        Snapshot snapshot,
        TextPlace place,
        string report
    ) => Where(snapshot, place, "t.report_id = $id", report);

    /// <summary>The texts in rows of an index, in that order.</summary>
    public static IReadOnlyList<TextRow> At(
        Snapshot snapshot,
        TextPlace place,
        IReadOnlyList<int> rows
    )
    {
        // Row numbers, not text from outside.
        var list = string.Join(
            ',',
            rows.Select(r => (r + 1).ToString(CultureInfo.InvariantCulture))
        );
        var found = rows.Order()
            .Zip(Where(snapshot, place, $"t.rowid IN ({list})"))
            .ToDictionary(x => x.First, x => x.Second);
        return [.. rows.Select(r => found[r])];
    }

    private static IReadOnlyList<TextRow> Where(
        Snapshot snapshot,
        TextPlace place,
        string condition,
        string? id = null
    )
    {
        var table = StoreQueries.TableOf(place);
        return
        [
            .. snapshot
                .Rows<TextRow>(
                    $"SELECT {StoreQueries.TextColumns(table)} FROM {table.Name} t WHERE {condition} ORDER BY t.rowid",
                    id
                )
                .Select(t => t with { Place = place }),
        ];
    }
}
