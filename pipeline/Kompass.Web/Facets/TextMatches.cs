using System.Collections;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;
using Kompass.Web.Store;

namespace Kompass.Web.Facets;

/// <summary>Which texts of a place hold the words sought.</summary>
/// <param name="Rows">A bit a row of the index.</param>
/// <param name="Count">How many are set.</param>
/// <param name="ByRelevance">The rows, those that speak most of the words first; null where they are more than <see cref="MostRanked"/>.</param>
internal sealed record TextMatches(BitArray Rows, int Count, int[]? ByRelevance)
{
    /// <summary>Ranking takes a second for some 300,000 texts; nobody reads through so many, and those are shown in the dataset's order.</summary>
    public const int MostRanked = 20_000;

    public static TextMatches Find(Snapshot snapshot, TextPlace place, SearchQuery query)
    {
        var table = SearchIndex.NameOf(StoreQueries.TableOf(place));
        return snapshot.Read(connection =>
        {
            var rows = new BitArray(snapshot.Index(place).Count);
            var count = 0;
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT rowid FROM {table} WHERE {table} MATCH $text";
            command.Parameters.AddWithValue("$text", query.Match);
            using (var reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    rows[(int)reader.GetInt64(0) - 1] = true;
                    count++;
                }
            }

            if (count > MostRanked)
            {
                return new TextMatches(rows, count, null);
            }

            command.CommandText += " ORDER BY rank, rowid";
            var ranked = new int[count];
            using var byRank = command.ExecuteReader();
            for (var i = 0; byRank.Read(); i++)
            {
                ranked[i] = (int)byRank.GetInt64(0) - 1;
            }

            return new TextMatches(rows, count, ranked);
        });
    }
}

/// <summary>Keeps the matches of the searches last made: turning a page or setting a filter does not search again.</summary>
internal sealed class MatchCache
{
    // A million texts take 125 kB each, and 80 kB where they are ranked.
    private const int MostKept = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<(TextPlace, string), TextMatches> _kept = [];
    private readonly Queue<(TextPlace, string)> _order = new();

    public TextMatches Of(Snapshot snapshot, TextPlace place, SearchQuery query)
    {
        var key = (place, query.Match);
        lock (_lock)
        {
            if (_kept.TryGetValue(key, out var kept))
            {
                return kept;
            }
        }

        var matches = TextMatches.Find(snapshot, place, query);
        lock (_lock)
        {
            if (_kept.TryAdd(key, matches))
            {
                _order.Enqueue(key);
            }

            while (_order.Count > MostKept)
            {
                _kept.Remove(_order.Dequeue());
            }
        }

        return matches;
    }
}
