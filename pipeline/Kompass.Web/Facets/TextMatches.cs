using System.Collections;
using Kompass.Mining.Dataset.Search;

namespace Kompass.Web.Facets;

/// <summary>Which texts of a place hold the words sought.</summary>
/// <param name="Rows">A bit a row of the index.</param>
/// <param name="ByRelevance">The rows, those that speak most of the words first; null where they are more than <see cref="StoreQueries.MostRanked"/>.</param>
internal sealed record TextMatches(BitArray Rows, IReadOnlyList<int>? ByRelevance)
{
    public static TextMatches Find(Snapshot snapshot, TextPlace place, SearchQuery query)
    {
        var table = StoreQueries.TableOf(place);
        return snapshot.Read(connection =>
        {
            var rows = SearchIndex.Matches(connection, table, query, snapshot.Index(place).Count);
            if (!SearchIndex.HasAtMost(connection, table, query, StoreQueries.MostRanked))
            {
                return new TextMatches(rows, null);
            }

            var ranked = new List<int>();
            SearchIndex.Each(connection, table, query, byRelevance: true, ranked.Add);
            return new TextMatches(rows, ranked);
        });
    }
}
