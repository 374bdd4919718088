using System.Buffers;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Layout;

/// <summary>Finds the headers that every page repeats.</summary>
internal sealed partial class RunningHeaders
{
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789,% \t");

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(Patterns.TimeLimit);

    // "Page 7: En gemensam värdegrund" before each page, as two host sites write it; "Page 7 and 8: …", two pages to a line, as another does.
    private static readonly Regex HostPage = new(
        @"^Page (?<page>\d{1,3})(?:: [^\n]{0,200}$| and (?<through>\d{1,3}):)",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        Timeout
    );

    // So many headers must agree on the number of pages.
    private const int FewestOfOneCount = 3;

    private readonly Regex[] _patterns;

    public RunningHeaders(Edition edition) =>
        _patterns = [
            // The bullets of a list below may have come into it.
            .. edition.RunningHeaders.Select(p => new Regex(
                p.Replace(@"\s+", @$"[\s{Bullets.Signs}]+", StringComparison.Ordinal),
                RegexOptions.CultureInvariant,
                Timeout
            )),
            HostPage,
        ];

    /// <summary>Whether a line holds a header and nothing else.</summary>
    public bool IsWholeLine(string line) =>
        _patterns.Any(p =>
            p.Match(line) is { Success: true } m && m.Length + 2 >= line.Trim().Length
        );

    /// <summary>
    /// The text with blanks for the headers that stand over several lines or within a paragraph, and for the lines' ends around them where a sentence goes on
    /// over the page's end; all else keeps its place.
    /// </summary>
    public SourceText BlankOut(SourceText source)
    {
        var text = source.Text.ToCharArray();
        var headers = FindAll(source.Text);
        foreach (var header in headers.Count > 0 ? headers : PageNumberLines.Find(source.Text))
        {
            var start = text.AsSpan(0, header.Start).TrimEnd().Length;
            var end = text.Length - text.AsSpan(header.End).TrimStart().Length;

            var isWithin =
                end < text.Length && (char.IsLower(text[end]) || IsLineOfFigures(text.AsSpan(end)));
            var (from, to) = isWithin ? (start, end) : (header.Start, header.End);
            Array.Fill(text, ' ', from, to - from);
            if (isWithin)
            {
                text[start] = '\n';
            }
        }

        return source.With(new string(text));
    }

    // Cells of a table, "11" or "11 15 73 %".
    private static bool IsLineOfFigures(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return !(end < 0 ? text : text[..end]).ContainsAnyExcept(Figures);
    }

    /// <summary>All headers in a text, in order, none overlapping.</summary>
    public IReadOnlyList<RunningHeader> FindAll(string text)
    {
        var found = new List<RunningHeader>();
        foreach (var pattern in _patterns)
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (!found.Exists(h => h.Meets(match)))
                {
                    found.Add(RunningHeader.Of(match));
                }
            }
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        found = WithTheirNames(text, found);
        found.AddRange(Torn(text, found));
        found.AddRange(LoneDates(text, found));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    // "Svenska Kommunförbundet 2006-06-12 12(12)": the same words before several on their lines are of the header, whosever name it is.
    private static List<RunningHeader> WithTheirNames(string text, List<RunningHeader> found)
    {
        var names = found
            .GroupBy(h => NameBefore(text, h.Start), StringComparer.Ordinal)
            .Where(g => g.Key.Length is > 0 and <= LongestName && g.Count() >= FewestOfOneCount)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        return found.ConvertAll(h =>
            NameBefore(text, h.Start) is var name && names.Contains(name)
                ? h with
                {
                    Start = h.Start - name.Length,
                }
                : h
        );
    }

    private const int LongestName = 80;

    private static string NameBefore(string text, int start) =>
        text[(text.AsSpan(0, start).LastIndexOfAny('\n', '\f') + 1)..start];

    // The headers' date on a line of its own, behind the first of them that has it.
    private static List<RunningHeader> LoneDates(string text, List<RunningHeader> found) =>
        RunningHeader.DateOf(found) is not { } date
        || found.Count(h => h.Date == date) < FewestOfOneCount
            ? []
            :
            [
                .. LoneDate()
                    .Matches(text)
                    .Where(m =>
                        m.ValueSpan.SequenceEqual(date)
                        && m.Index > found.Find(h => h.Date == date).Start
                        && !found.Exists(h => h.Meets(m))
                    )
                    .Select(RunningHeader.Of),
            ];

    // "11 (20)" away from its header, where the pages before and after have theirs. Points are written so too, but hardly those of the page that lacks it.
    private static List<RunningHeader> Torn(string text, List<RunningHeader> found)
    {
        var pages = found
            .Where(h => h.Pages is not null)
            .GroupBy(h => h.Pages)
            .MaxBy(g => g.Count());
        return pages is null || pages.Count() < FewestOfOneCount
            ? []
            :
            [
                .. PageOfPages()
                    .Matches(text)
                    .Where(m => !found.Exists(h => h.Meets(m)))
                    .Select(RunningHeader.Of)
                    .Where(t =>
                        t.Pages == pages.Key
                        && !pages.Any(h => h.Page == t.Page)
                        && (found.FindLast(h => h.Start < t.Start).Page ?? t.Page) <= t.Page
                        && (found.Find(h => h.Start > t.Start).Page ?? t.Page) >= t.Page
                    ),
            ];
    }

    /// <summary>Headers in the order of the text, those that touch, overlap or have blanks alone between them as one.</summary>
    internal static List<RunningHeader> Merged(IEnumerable<RunningHeader> headers, string text) =>
        [
            .. headers
                .OrderBy(h => h.Start)
                .Runs(
                    (one, h) =>
                        one.Max(o => o.End) is var end
                        && (h.Start < end || string.IsNullOrWhiteSpace(text[end..h.Start]))
                )
                .Select(one => one[0] with { End = one.Max(h => h.End) }),
        ];

    [GeneratedRegex(@"(?m)^(?<date>\d{4}-\d\d-\d\d)(?=[^\S\n]*$)")]
    private static partial Regex LoneDate();

    [GeneratedRegex(@"(?<![\d(.,])(?<page>\d{1,3})\s\((?<pages>\d{1,3})\)")]
    private static partial Regex PageOfPages();
}

/// <summary>A running header: its characters, the page number and page count it states, its date as printed.</summary>
internal readonly record struct RunningHeader(
    int Start,
    int End,
    int? Page = null,
    int? Pages = null,
    string? Date = null
)
{
    /// <summary>The header that a pattern found, with what its groups <c>page</c>, <c>through</c>, <c>pages</c> and <c>date</c> hold.</summary>
    public static RunningHeader Of(Match match) =>
        new(
            match.Index,
            match.Index + match.Length,
            Number(match, "page"),
            Number(match, "pages"),
            match.Groups["date"] is { Success: true } date ? date.Value : null
        )
        {
            Through = Number(match, "through"),
        };

    /// <summary>The number that a group of a match holds, or null where it holds none.</summary>
    public static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? g.AsNumber() : null;

    /// <summary>Whether what a pattern found reaches into it.</summary>
    public bool Meets(Match match) => match.Index < End && Start < match.Index + match.Length;

    /// <summary>The date that most headers state, or null.</summary>
    public static string? DateOf(IEnumerable<RunningHeader> headers) =>
        headers
            .Select(h => h.Date)
            .OfType<string>()
            .GroupBy(d => d, StringComparer.Ordinal)
            .MaxBy(g => g.Count())
            ?.Key;

    /// <summary>The last of the pages that follow, where it states more than one.</summary>
    public int? Through { get; init; }
}
