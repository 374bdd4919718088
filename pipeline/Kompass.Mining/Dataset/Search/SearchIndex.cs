using System.Collections;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kompass.Mining.Dataset.Search;

/// <summary>
/// The full-text index of a table: of each text its words as written, their stems, and the stems of the parts of its compounds and of words that hyphens join. The rows are those of the
/// table, by rowid.
/// </summary>
internal sealed class SearchIndex
{
    // A part that occurs once is as likely a slip of the pen as a word.
    private const int LeastOccurrences = 2;

    private const int TextsAhead = 256;

    // What is held in memory until it is written as one segment. SQLite's own 1 MB, and merging segments while more come, take a quarter of the time again.
    private const int SegmentBytes = 16 << 20;

    // By the word as it is written, so that each is brought to its form once.
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stem> _stems = new(StringComparer.Ordinal);

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

    /// <summary>Whether no more rows than so many hold the words sought; it stops where it knows.</summary>
    public static bool HasAtMost(
        SqliteConnection connection,
        Table table,
        SearchQuery query,
        int most
    )
    {
        var name = NameOf(table);
        using var count = connection.CreateCommand();
        count.CommandText =
            $"SELECT count(*) FROM (SELECT 1 FROM {name} WHERE {name} MATCH $words LIMIT $most + 1)";
        count.Parameters.AddWithValue("$words", query.Match);
        count.Parameters.AddWithValue("$most", most);
        return (long)count.ExecuteScalar()! <= most;
    }

    /// <summary>Builds the indexes of all searched tables in a store whose tables are filled. Compounds are split into words that occur twice in its texts or stand in the lexicon.</summary>
    public void Build(SqliteConnection connection, CancellationToken cancellation)
    {
        Ahead(
            Learnt.SelectMany(l => Texts(connection, l.Table, l.Column)),
            text =>
            {
                foreach (var word in WordsOf(text.Text))
                {
                    word.Stem.Count++;
                }

                return 0;
            },
            _ => { },
            cancellation
        );

        var parts = new CompoundParts(Parts());
        foreach (var table in TableCatalogue.Searched)
        {
            Build(connection, table, parts, cancellation);
        }
    }

    // A dataset of few reports has parts that stand nowhere alone.
    private Dictionary<string, int> Parts()
    {
        var counts = _stems
            .Where(s => s.Value.Count >= LeastOccurrences)
            .ToDictionary(s => s.Key, s => s.Value.Count, StringComparer.Ordinal);
        foreach (var stem in CompoundParts.KnownStems)
        {
            counts.TryAdd(stem, 1);
        }

        return counts;
    }

    // The wording of the instrument has the words that its compounds are made of.
    private static IEnumerable<(string Table, string Column)> Learnt =>
        TableCatalogue
            .Searched.Select(t => (t.Name, "text"))
            .Append(("questions", "text"))
            .Append(("themes", "label"));

    private static IEnumerable<(long RowId, string Text)> Texts(
        SqliteConnection connection,
        string table,
        string column
    ) =>
        QueryResult
            .Read(connection, $"SELECT rowid, {column} FROM {table} ORDER BY rowid")
            .Select(r => ((long)r[0]!, (string)r[1]!));

    private void Build(
        SqliteConnection connection,
        Table table,
        CompoundParts compounds,
        CancellationToken cancellation
    )
    {
        var name = NameOf(table);
        using var create = connection.CreateCommand();
        create.CommandText = $"""
            CREATE VIRTUAL TABLE {name} USING fts5(words, stems, parts, content='', tokenize='unicode61 remove_diacritics 0');
            INSERT INTO {name}({name}, rank) VALUES ('hashsize', {SegmentBytes}), ('automerge', 0);
            """;
        create.ExecuteNonQuery();
        using var insert = SqliteInsert.Into(connection, $"{name}(rowid, words, stems, parts)", 4);
        Ahead(
            Texts(connection, table.Name, "text"),
            text => RowOf(text, compounds),
            row => insert.Write(row),
            cancellation
        );
    }

    private object?[] RowOf((long RowId, string Text) text, CompoundParts compounds)
    {
        var (words, stems, parts) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var met = new HashSet<Stem>();
        foreach (var word in WordsOf(text.Text))
        {
            words.Append(word.Text).Append(' ');
            stems.Append(word.Stem.Text).Append(' ');
            if (
                met.Add(word.Stem)
                && (word.Stem.Parts ??= string.Join(' ', compounds.Of(word.Stem.Text)))
                    is { Length: > 0 } some
            )
            {
                parts.Append(some).Append(' ');
            }
        }

        foreach (var joined in SearchWords.Joined(text.Text))
        {
            parts.Append(SearchWords.Stem(joined)).Append(' ');
        }

        return [text.RowId, words.ToString(), stems.ToString(), parts.ToString()];
    }

    // The next texts are cut into words on another thread while SQLite works on those before: it takes about as long.
    private static void Ahead<T>(
        IEnumerable<(long RowId, string Text)> texts,
        Func<(long RowId, string Text), T> prepare,
        Action<T> take,
        CancellationToken cancellation
    )
    {
        var ahead = Task.FromResult<T[]>([]);
        try
        {
            foreach (var batch in texts.Chunk(TextsAhead))
            {
                cancellation.ThrowIfCancellationRequested();
                var ready = ahead.GetAwaiter().GetResult();
                ahead = Task.Run(() => Array.ConvertAll(batch, t => prepare(t)), cancellation);
                Array.ForEach(ready, take);
            }

            Array.ForEach(ahead.GetAwaiter().GetResult(), take);
        }
        finally
        {
            // Words are known to one thread at a time.
            Task.WaitAny([ahead], CancellationToken.None);
        }
    }

    private IEnumerable<Word> WordsOf(string text) =>
        SearchWords.Places(text).Select(p => WordOf(text.AsSpan(p.Start, p.Length)));

    private Word WordOf(ReadOnlySpan<char> written)
    {
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(written, out var word))
        {
            var text = SearchWords.Normal(written.ToString());
            var stem = SearchWords.Stem(text);
            if (!_stems.TryGetValue(stem, out var shared))
            {
                _stems[stem] = shared = new Stem(stem);
            }

            known[written] = word = new Word(text, shared);
        }

        return word;
    }

    private sealed record Word(string Text, Stem Stem);

    private sealed class Stem(string text)
    {
        public string Text => text;

        public int Count { get; set; }

        public string? Parts { get; set; }
    }
}
