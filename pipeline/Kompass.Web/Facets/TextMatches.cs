using System.Collections;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;
using Kompass.Web.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kompass.Web.Facets;

/// <summary>Which texts of a place hold the words sought.</summary>
/// <param name="Rows">A bit a row of the index.</param>
/// <param name="Count">How many are set.</param>
/// <param name="ByRelevance">The rows, those that speak most of the words first; null where they are more than <see cref="MostRanked"/>.</param>
internal sealed record TextMatches(BitArray Rows, int Count, int[]? ByRelevance)
{
    /// <summary>Ranking takes 3 µs a text; nobody reads through so many, and those are shown in the dataset's order.</summary>
    public const int MostRanked = 5_000;

    public static TextMatches Find(Snapshot snapshot, TextPlace place, SearchQuery query)
    {
        var table = SearchIndex.NameOf(StoreQueries.TableOf(place));
        return snapshot.Read(connection =>
        {
            var rows = new BitArray(snapshot.Index(place).Count);
            var count = 0;
            var sql = $"SELECT rowid FROM {table} WHERE {table} MATCH ?";
            Step(
                connection,
                sql,
                query.Match,
                row =>
                {
                    rows[row] = true;
                    count++;
                }
            );
            if (count > MostRanked)
            {
                return new TextMatches(rows, count, null);
            }

            var ranked = new List<int>(count);
            Step(connection, sql + " ORDER BY rank, rowid", query.Match, ranked.Add);
            return new TextMatches(rows, count, [.. ranked]);
        });
    }

    // Of a common word there are hundreds of thousands: SQLite is asked itself, as a reader's checks take twice the time of the search.
    private static void Step(
        SqliteConnection connection,
        string sql,
        string match,
        Action<int> found
    )
    {
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement),
            connection.Handle
        );
        using (statement)
        {
            raw.sqlite3_bind_text(statement, 1, match);
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                found((int)raw.sqlite3_column_int64(statement, 0) - 1);
            }

            if (result != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(result, connection.Handle);
            }
        }
    }
}
