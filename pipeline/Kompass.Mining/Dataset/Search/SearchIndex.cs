using System.Collections;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Themes.Language;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kompass.Mining.Dataset.Search;

/// <summary>
/// The full-text index of a table: of each text its words as written, their stems, and the stems of the parts of its compounds. The rows are those of the
/// table, by rowid.
/// </summary>
internal sealed class SearchIndex
{
    // A part that occurs once is as likely a slip of the pen as a word.
    private const int LeastOccurrences = 2;

    // The last part of a compound whose first part is no known word (kartdialog): so long that it is hardly an ending, after at least three letters.
    private const int ShortestLast = 5;
    private const int ShortestUnknownFirst = 3;

    private readonly Dictionary<string, string> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The name of a table's index.</summary>
    public static string NameOf(Table table) => table.Name + "_search";

    /// <summary>Which rows of a table hold the words sought, a bit a row.</summary>
    public static BitArray Matches(
        SqliteConnection connection,
        Table table,
        SearchQuery query,
        int rows
    )
    {
        var matches = new BitArray(rows);
        Each(connection, table, query, byRelevance: false, row => matches[row] = true);
        return matches;
    }

    /// <summary>Hands on the rows that hold the words sought.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="table">A searched table.</param>
    /// <param name="query">The words.</param>
    /// <param name="byRelevance">Those that speak most of the words first, which takes 3 µs a row.</param>
    /// <param name="found">Takes a row, from 0.</param>
    public static void Each(
        SqliteConnection connection,
        Table table,
        SearchQuery query,
        bool byRelevance,
        Action<int> found
    )
    {
        // Of a common word there are hundreds of thousands: SQLite is asked itself, as a reader's checks take twice the time of the search.
        var name = NameOf(table);
        var sql =
            $"SELECT rowid FROM {name} WHERE {name} MATCH ?{(byRelevance ? " ORDER BY rank, rowid" : "")}";
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement),
            connection.Handle
        );
        using (statement)
        {
            raw.sqlite3_bind_text(statement, 1, query.Match);
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

    /// <summary>Takes in the words of a text; compounds are split into words that were taken in twice.</summary>
    public void Learn(string text)
    {
        foreach (var word in SearchWords.Of(text))
        {
            var stem = StemOf(word.Text);
            _counts[stem] = _counts.GetValueOrDefault(stem) + 1;
        }
    }

    /// <summary>Builds the indexes of all searched tables in a store whose tables are filled.</summary>
    public void Build(SqliteConnection connection, CancellationToken cancellation)
    {
        var splitter = new CompoundSplitter(
            _counts
                .Where(c => c.Value >= LeastOccurrences)
                .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal)
        );
        foreach (var table in TableCatalogue.Searched)
        {
            Build(connection, table, splitter, cancellation);
        }
    }

    private void Build(
        SqliteConnection connection,
        Table table,
        CompoundSplitter splitter,
        CancellationToken cancellation
    )
    {
        var name = NameOf(table);
        using var create = connection.CreateCommand();
        create.CommandText =
            $"CREATE VIRTUAL TABLE {name} USING fts5(words, stems, parts, content='', tokenize='unicode61 remove_diacritics 0')";
        create.ExecuteNonQuery();
        using var read = connection.CreateCommand();
        read.CommandText = $"SELECT rowid, text FROM {table.Name} ORDER BY rowid";
        using var insert = connection.CreateCommand();
        insert.CommandText =
            $"INSERT INTO {name}(rowid, words, stems, parts) VALUES ($rowid, $words, $stems, $parts)";
        var parameters = new[] { "$rowid", "$words", "$stems", "$parts" }
            .Select(p => insert.Parameters.Add(new SqliteParameter { ParameterName = p }))
            .ToArray();
        using var reader = read.ExecuteReader();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var words = SearchWords.Of(reader.GetString(1)).Select(w => w.Text).ToList();
            var stems = words.ConvertAll(StemOf);
            var parts = stems
                .Distinct(StringComparer.Ordinal)
                .SelectMany(s => PartsOf(s, splitter));
            parameters[0].Value = reader.GetInt64(0);
            parameters[1].Value = string.Join(' ', words);
            parameters[2].Value = string.Join(' ', stems);
            parameters[3].Value = string.Join(' ', parts);
            insert.ExecuteNonQuery();
        }
    }

    // Of "kommunikation" the first part is no part: only what a compound is at its end is taken without the rest.
    private static IEnumerable<string> PartsOf(string stem, CompoundSplitter splitter)
    {
        var parts = splitter.Split(stem);
        if (parts.Count > 1)
        {
            return parts;
        }

        for (var cut = ShortestUnknownFirst; cut <= stem.Length - ShortestLast; cut++)
        {
            if (splitter.Counts.ContainsKey(stem[cut..]))
            {
                return [stem[cut..]];
            }
        }

        return [];
    }

    private string StemOf(string word)
    {
        if (!_stems.TryGetValue(word, out var stem))
        {
            _stems[word] = stem = SearchWords.Stem(word);
        }

        return stem;
    }
}
