using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>The words that were sought, each with what stands before and after it.</summary>
public static class ConcordanceQuery
{
    private static readonly string[] Kept =
    [
        "id",
        "report_id",
        "municipality_name",
        "year",
        "area",
        "kind",
        "source_page",
        "source_box",
        "document_file",
    ];

    /// <summary>A row each time the words occur: <c>place</c>, <c>before</c>, <c>words</c>, <c>after</c>, and where it stands.</summary>
    /// <param name="queries">The store.</param>
    /// <param name="filter">With words to search for.</param>
    /// <param name="places">Where to look.</param>
    /// <param name="width">Most characters before and after.</param>
    /// <param name="limit">Most rows, or null for all.</param>
    /// <exception cref="ArgumentException">The filter seeks no words.</exception>
    public static QueryResult Lines(
        StoreQueries queries,
        QueryFilter filter,
        IReadOnlyList<TextPlace> places,
        int width,
        int? limit = null
    )
    {
        var search =
            filter.Text ?? throw new ArgumentException("no words are sought", nameof(filter));
        var texts = queries.Texts(filter, places);
        var kept = Kept.Select(texts.IndexOf).ToArray();
        var (place, text) = (texts.IndexOf("place"), texts.IndexOf("text"));
        return new QueryResult(
            [
                new("place", ColumnType.Text),
                new("before", ColumnType.Text),
                new("words", ColumnType.Text),
                new("after", ColumnType.Text),
                .. kept.Select(i => texts.Columns[i]),
            ],
            texts
                .Rows()
                .SelectMany(row =>
                    Occurrences(search, (string)row[text]!, width)
                        .Select(o =>
                            (object?[])
                                [
                                    row[place],
                                    o.Before,
                                    o.Words,
                                    o.After,
                                    .. kept.Select(i => row[i]),
                                ]
                        )
                ),
            limit
        );
    }

    private static IEnumerable<(string Before, string Words, string After)> Occurrences(
        SearchQuery search,
        string text,
        int width
    ) =>
        search
            .Marks(text)
            .Select(m =>
            {
                var (start, end) = (m.Start, m.Start + m.Length);
                var from = Math.Max(0, start - width);
                var to = Math.Min(text.Length, end + width);
                return (text[from..start], text[start..end], text[end..to]);
            });
}
