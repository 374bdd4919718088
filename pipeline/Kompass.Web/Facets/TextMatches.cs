using System.Collections;
using Kompass.Mining.Dataset.Search;

namespace Kompass.Web.Facets;

/// <summary>Which texts of a place hold the words sought.</summary>
/// <param name="Rows">A bit a row of the index.</param>
/// <param name="ByRelevance">The rows, those that speak most of the words first; null where they are more than <see cref="StoreQueries.MostRanked"/>.</param>
internal sealed record TextMatches(BitArray Rows, int[]? ByRelevance)
{
    public static TextMatches Find(Snapshot snapshot, TextPlace place, SearchQuery query)
    {
        var table = StoreQueries.TableOf(place);
        return snapshot.Read(connection =>
        {
            var rows = new BitArray(snapshot.Index(place).Count);
            var count = 0;
            SearchIndex.Each(
                connection,
                table,
                query,
                byRelevance: false,
                row =>
                {
                    rows[row] = true;
                    count++;
                }
            );
            if (count > StoreQueries.MostRanked)
            {
                return new TextMatches(rows, null);
            }

            var ranked = new List<int>(count);
            SearchIndex.Each(connection, table, query, byRelevance: true, ranked.Add);
            return new TextMatches(rows, [.. ranked]);
        });
    }
}
