using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>Which editions are counted as one.</summary>
internal static class EditionSets
{
    /// <summary>What an edition has in common with those that it is counted with, by its id.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="acrossEditions">Whether editions are put together at all.</param>
    /// <param name="byArea">Whether areas are asked by: then only editions are put together whose numbers mean the same areas.</param>
    public static Func<string, string> Of(
        SqliteConnection connection,
        bool acrossEditions,
        bool byArea
    )
    {
        if (!acrossEditions)
        {
            return edition => edition;
        }

        if (!byArea)
        {
            return _ => "";
        }

        var areas = QueryResult
            .Read(
                connection,
                "SELECT edition, area, like_area FROM areas WHERE like_area IS NOT NULL ORDER BY area"
            )
            .ToLookup(r => (string)r[0]!, r => Invariant($"{r[1]}={r[2]}"), StringComparer.Ordinal);
        return edition => string.Join(' ', areas[edition]);
    }

    /// <summary>Whether a query asks by area.</summary>
    public static bool IsByArea(QueryFilter filter, IReadOnlyList<CountDimension> by) =>
        filter.Areas.Count > 0 || by.Contains(CountDimension.Area);
}
