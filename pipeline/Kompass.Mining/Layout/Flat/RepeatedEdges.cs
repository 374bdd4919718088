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

        List<List<Match>> all = [.. pages.Select(p => p.Words)];
        var footers = Common(whole, all, fromEnd: true).ToList();
        // On a page that holds nothing else header and footer may be the same words.
        var edges = RunningHeaders.Merged(
            Common(whole, all, fromEnd: false)
                .Concat(footers.Count > 0 ? footers : PageNumbers(text, whole.Count)),
            text
        );
        return WithNumbersBehind(edges, text);
    }

    // "12 (30)" at the end of most pages, of as many pages and counting up; points out of a maximum may end a line, too.
    private static IEnumerable<RunningHeader> PageNumbers(string text, int whole) =>
        PageOfPages()
            .Matches(text)
            .GroupBy(m => m.Groups["pages"].Value, StringComparer.Ordinal)
            .Select(g => g.ToList())
            .FirstOrDefault(n => 2 * Counting(n) > whole)
            ?.Select(RunningHeader.Of)
            .Select(h => h with { Page = h.Page + 1 })
        ?? [];

    private static int Counting(List<Match> numbers) =>
        numbers
            .Zip(numbers.Skip(1))
            .Count(p =>
                RunningHeader.Number(p.First, Page) is { } page
                && RunningHeader.Number(p.Second, Page) == page + 1
            );

    // A host may write each page's number before the page, behind the footer of the one before: they count up by one.
    private static List<RunningHeader> WithNumbersBehind(List<RunningHeader> edges, string text)
    {
        var numbers = edges.ConvertAll(e => NumberBehind().Match(text, e.End));
        return 2 * Counting(numbers) <= edges.Count
            ? edges
            :
            [
                .. edges.Zip(
                    numbers,
                    (e, n) =>
                        RunningHeader.Number(n, Page) is { } page
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
    private static IEnumerable<RunningHeader> Common(
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
                    .Select(r => new RunningHeader(r[0].Index, r[^1].Index + r[^1].Length));
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

    [GeneratedRegex(@"[^\n\f]+")]
    private static partial Regex Line();

    [GeneratedRegex(@"\G[ \t]*[\n\f]\s*(?<page>\d{1,3})(?=\s)")]
    private static partial Regex NumberBehind();

    [GeneratedRegex(@"(?<=\s)(?<page>\d{1,3})\s?\((?<pages>\d{1,3})\)(?=[ \t]*(?:[\n\f]|$))")]
    private static partial Regex PageOfPages();

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
