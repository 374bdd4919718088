namespace Kompass.Mining.Layout.Flat;

/// <summary>
/// The lines of a copied text that number its pages and that no edition knows: the number alone or with words that are always the same, counting up by one
/// through most of the text; with the line beside it that most pages have there too.
/// </summary>
internal static partial class PageNumberLines
{
    // A score may stand alone on its line too, and be the next number; that so many are in a row it does not happen.
    private const int Fewest = 6;

    // Characters of a page that holds no more than a picture, or a table's head.
    private const int ShortestPage = 60;

    // A page has some 3,000.
    private const int LongestPage = 9000;

    /// <summary>One header for each page that begins behind a number; none where numbers do not count up so.</summary>
    public static IReadOnlyList<RunningHeader> Find(string text) =>
        // A line between two numbers may be counted to both.
        RunningHeaders.Merged(
            NumberLine()
                .Matches(text)
                .GroupBy(
                    m => (m.Groups["before"].Value, m.Groups["after"].Value),
                    (_, lines) => Pages([.. lines], text)
                )
                .SelectMany(h => h),
            text
        );

    // The lines of one wording that count pages.
    private static IEnumerable<RunningHeader> Pages(List<Match> lines, string text)
    {
        // The longest row that ends with each number.
        var rows = new Dictionary<int, List<Match>>();
        foreach (var number in lines)
        {
            var page = PageOf(number);
            List<Match> row =
                rows.TryGetValue(page - 1, out var before) && Follows(before[^1], number)
                    ? [.. before, number]
                    : [number];
            if (!rows.TryGetValue(page, out var other) || other.Count < row.Count)
            {
                rows[page] = row;
            }
        }

        var best = rows.Values.DefaultIfEmpty([]).MaxBy(r => r.Count)!;
        if (best.Count < Fewest || best[^1].Index - best[0].Index < text.Length / 2)
        {
            return [];
        }

        // Where the last number is the end of the text, they stand at the feet of pages.
        var next = text.Length - best[^1].Index < ShortestPage ? 1 : 0;
        var above = Shared(best.ConvertAll(m => LineBeside(text, m.Index - 1, -1)), text);
        var below = Shared(best.ConvertAll(m => LineBeside(text, m.Index + m.Length, 1)), text);
        return best.Select(
            (m, i) =>
                new RunningHeader(
                    above[i]?.Start ?? m.Index,
                    below[i]?.End ?? m.Index + m.Length,
                    PageOf(m) + next
                )
        );
    }

    // The next line that is not blank, as from a line's end; none where text stands right behind it, of which it may be a part. Behind a number a blank line may part it as well.
    private static (int Start, int End) LineBeside(string text, int at, int step)
    {
        var from = at;
        while (at >= 0 && at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at += step;
        }

        if (at < 0 || at >= text.Length)
        {
            return (0, 0);
        }

        var start = text.LastIndexOf('\n', at) + 1;
        var end = text.IndexOf('\n', at) is >= 0 and var next ? next : text.Length;
        var isApart =
            step < 0
                ? start < 2 || text[start - 2] == '\n'
                : IsBlankAt(text, end + 1) || text.AsSpan(from, start - from).Count('\n') > 1;
        return isApart ? (start, end) : (0, 0);
    }

    private static bool IsBlankAt(string text, int start) =>
        start >= text.Length || text[start] is '\n' or '\f';

    // Of lines, those that are worded as most of them.
    private static List<(int Start, int End)?> Shared(List<(int Start, int End)> lines, string text)
    {
        var most = lines
            .GroupBy(l => text[l.Start..l.End].Trim(), StringComparer.Ordinal)
            .MaxBy(g => g.Count())!;
        return lines.ConvertAll(l =>
            2 * most.Count() > lines.Count
            && most.Key.Length > 0
            && text[l.Start..l.End].Trim() == most.Key
                ? l
                : ((int Start, int End)?)null
        );
    }

    private static bool Follows(Match before, Match number) =>
        number.Index - before.Index is >= ShortestPage and <= LongestPage;

    private static int PageOf(Match number) => number.Groups["page"].AsNumber();

    // "12", "Kommunkompassen i Ekdal Sida 12 av 30", "Kommunkompassen 2015 12", "12 (30)", "12 Rapport om Ekdal"; the eight areas are counted too
    [GeneratedRegex(
        @"^[ \t]*(?![^\n]*\b(?i:område)\s+\d)(?<before>[^\n]{0,60}?(?<![\d.,]))(?<page>\d{1,3})(?:(?:[ \t]?(?:av|/|\()[ \t]?\d{1,3}\)?)?|(?<=^[ \t]*\d{1,3})(?<after>[ \t][^\d\n]{0,60}))[ \t]*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline
    )]
    private static partial Regex NumberLine();
}
