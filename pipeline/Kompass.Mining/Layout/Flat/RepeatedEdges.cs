using System.Text.RegularExpressions;

namespace Kompass.Mining.Layout.Flat;

/// <summary>Headers and footers that no edition knows, in a text of which each line is a page: the words with which most of the pages begin or end, whatever numbers they hold.</summary>
internal static partial class RepeatedEdges
{
    // Characters of a page; covers and lists of contents have fewer.
    private const int ShortestPage = 400;
    private const int FewestPages = 5;

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
            .Where(p => p.End - p.Start >= ShortestPage)
            .ToList();
        if (pages.Count < FewestPages)
        {
            return [];
        }

        var edges = new List<RunningHeader>();
        foreach (
            var (start, end) in Common(pages.ConvertAll(p => p.Words), fromEnd: true)
                .Concat(Common(pages.ConvertAll(p => p.Words), fromEnd: false))
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

        return edges;
    }

    // The longest run of words that more than half of the pages share at one end, on each page that has it.
    private static IEnumerable<(int Start, int End)> Common(List<List<Match>> pages, bool fromEnd)
    {
        for (var count = MostWords; count >= FewestWords; count--)
        {
            var runs = pages
                .Where(p => p.Count > count)
                .Select(p => fromEnd ? p[^count..] : p[..count])
                .GroupBy(
                    r => Digits().Replace(string.Join(' ', r.Select(w => w.Value)), "0"),
                    StringComparer.Ordinal
                )
                .MaxBy(g => g.Count());
            if (runs is not null && 2 * runs.Count() > pages.Count)
            {
                return runs.Select(r => (r[0].Index, r[^1].Index + r[^1].Length));
            }
        }

        return [];
    }

    [GeneratedRegex(@"[^\n\f]+", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Line();

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Digits();
}
