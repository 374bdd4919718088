using System.Text.RegularExpressions;

namespace Kompass.Mining.Layout.Flat;

/// <summary>Headers and footers that no edition knows, in a text of which each line is a page: the words with which most of the pages begin or end, whatever numbers they hold.</summary>
internal static partial class RepeatedEdges
{
    // Characters of a whole page; covers and lists of contents have fewer.
    private const int ShortestPage = 400;
    private const int FewestPages = 5;
    private const string Page = "page";

    // Words of a header or footer.
    private const int FewestWords = 3;
    private const int MostWords = 12;

    /// <summary>The edges, a footer with the header behind it as one.</summary>
    public static IReadOnlyList<RunningHeader> Find(string text)
    {
        var pages = Line()
            .Matches(text)
            .Select(m =>
                (
                    Start: m.Index,
                    Words: Word()
                        .Matches(text, m.Index)
                        .TakeWhile(w => w.Index < m.Index + m.Length)
                        .ToList(),
                    End: m.Index + m.Length
                )
            )
            .ToList();
        var whole = pages.FindAll(p => p.End - p.Start >= ShortestPage).ConvertAll(p => p.Words);
        if (whole.Count < FewestPages)
        {
            return [];
        }

        var edges = new List<RunningHeader>();
        foreach (
            var (start, end) in new[] { true, false }
                .SelectMany(fromEnd => Common(whole, [.. pages.Select(p => p.Words)], fromEnd))
                .OrderBy(e => e.Start)
        )
        {
            if (edges is [.., var last] && string.IsNullOrWhiteSpace(text[last.End..start]))
            {
                edges[^1] = last with { End = end };
            }
            else
            {
                edges.Add(new RunningHeader(start, end, null, null, null));
            }
        }

        return WithNumbersBehind(edges, text);
    }

    // A host may write each page's number before the page, behind the footer of the one before: they count up by one.
    private static List<RunningHeader> WithNumbersBehind(List<RunningHeader> edges, string text)
    {
        var numbers = edges.ConvertAll(e => NumberBehind().Match(text, e.End));
        var counting = numbers
            .Zip(numbers.Skip(1))
            .Count(p =>
                RunningHeaders.Number(p.First, Page) is { } page
                && RunningHeaders.Number(p.Second, Page) == page + 1
            );
        return 2 * counting <= edges.Count
            ? edges
            :
            [
                .. edges.Zip(
                    numbers,
                    (e, n) =>
                        RunningHeaders.Number(n, Page) is { } page
                            ? e with
                            {
                                End = n.Index + n.Length,
                                Page = page,
                            }
                            : e
                ),
            ];
    }

    // The longest run of words that more than half of the whole pages share at one end, on each page that has it, however little it holds beside.
    private static IEnumerable<(int Start, int End)> Common(
        List<List<Match>> whole,
        List<List<Match>> pages,
        bool fromEnd
    )
    {
        for (var count = MostWords; count >= FewestWords; count--)
        {
            var runs = whole
                .Where(p => p.Count > count)
                .GroupBy(p => Run(p, count), StringComparer.Ordinal)
                .MaxBy(g => g.Count());
            if (runs is not null && 2 * runs.Count() > whole.Count)
            {
                return pages
                    .Where(p => p.Count >= count && Run(p, count) == runs.Key)
                    .Select(p => fromEnd ? p[^count..] : p[..count])
                    .Select(r => (r[0].Index, r[^1].Index + r[^1].Length));
            }
        }

        return [];

        string Run(List<Match> page, int count) =>
            Digits()
                .Replace(
                    string.Join(
                        ' ',
                        (fromEnd ? page[^count..] : page[..count]).Select(w => w.Value)
                    ),
                    "0"
                );
    }

    [GeneratedRegex(@"[^\n\f]+", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Line();

    [GeneratedRegex(
        @"\G[ \t]*[\n\f]\s*(?<page>\d{1,3})(?=\s)",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex NumberBehind();

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Digits();
}
