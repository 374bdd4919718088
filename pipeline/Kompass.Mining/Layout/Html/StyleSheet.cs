using AngleSharp.Dom;

namespace Kompass.Mining.Layout.Html;

/// <summary>
/// As much of a page's style sheets as tells what is hidden or struck out, and what stands in columns: the rules that say so and those that take it back, later
/// ones and those of closer aim first (CSS Cascading 4, without layers). What only holds for print is passed over.
/// </summary>
internal sealed partial class StyleSheet
{
    // A page's own styles have a few hundred rules that hide; a sheet of more is not worth its time.
    private const int MostRules = 2000;

    private readonly Dictionary<IElement, bool> _hidden = [];
    private readonly Dictionary<IElement, int> _columns = [];

    private StyleSheet() { }

    /// <summary>Whether the sheets hide the element itself; what holds it is another question.</summary>
    public bool IsHidden(IElement element) => _hidden.GetValueOrDefault(element);

    /// <summary>The elements whose children stand in a grid, with the number of its columns.</summary>
    public IEnumerable<(IElement Grid, int Columns)> Grids =>
        _columns.Select(c => (c.Key, c.Value));

    /// <summary>How many columns the grid has that declarations make; null where they make none, or as many as there is room for.</summary>
    public static int? Columns(string declarations) =>
        GridColumns().Match(declarations) is { Success: true } columns
            ? Track().Count(Repeated(columns.Groups["tracks"].Value))
            : null;

    // "repeat(2, 1fr 80px)" is "1fr 80px 1fr 80px".
    private static string Repeated(string tracks) =>
        Repeat()
            .Replace(
                tracks,
                r =>
                    string.Concat(
                        Enumerable.Repeat(
                            r.Groups["what"].Value + " ",
                            Math.Min(
                                MostRepeated,
                                int.Parse(r.Groups["times"].Value, CultureInfo.InvariantCulture)
                            )
                        )
                    )
            );

    private const int MostRepeated = 20;

    /// <summary>Whether declarations hide what they are about; null where they say nothing on it.</summary>
    public static bool? Hides(string declarations) =>
        Hiding().IsMatch(declarations) ? true
        : Showing().IsMatch(declarations) ? false
        : null;

    /// <summary>Reads the style elements of a page.</summary>
    public static StyleSheet Of(IDocument page, CancellationToken cancellation)
    {
        var sheet = new StyleSheet();
        var rules = page.QuerySelectorAll("style")
            .Where(s => !IsForPrint(s.GetAttribute("media") ?? ""))
            .SelectMany(s => Rules(Comment().Replace(s.TextContent, " ")))
            .Where(r => Hides(r.Declarations) is not null || Columns(r.Declarations) is not null)
            .Take(MostRules)
            .ToList();
        foreach (var (selector, declarations) in rules.OrderBy(r => Aim(r.Selector)))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                foreach (var element in page.QuerySelectorAll(selector))
                {
                    if (Hides(declarations) is { } hides)
                    {
                        sheet._hidden[element] = hides;
                    }

                    if (Columns(declarations) is { } columns)
                    {
                        sheet._columns[element] = columns;
                    }
                }
            }
            catch (DomException)
            {
                // A selector that only browsers of one make know.
            }
        }

        return sheet;
    }

    // Ids, then classes and attributes, then names of elements (Selectors 4, section 17). OrderBy keeps the order of those that are equal.
    private static int Aim(string selector) =>
        (10_000 * selector.Count(c => c == '#'))
        + (100 * selector.Count(c => c is '.' or '[' or ':'))
        + ElementName().Count(selector);

    private static IEnumerable<(string Selector, string Declarations)> Rules(string css)
    {
        var at = 0;
        while (at < css.Length && css.IndexOf('{', at) is var open and >= 0)
        {
            var prelude = css[at..open].Split(';')[^1].Trim();
            var close = BlockEnd(css, open);
            var block = css[(open + 1)..close];
            var rules =
                !prelude.StartsWith('@') ? prelude.Split(',').Select(s => (s.Trim(), block))
                : prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase)
                && !IsForPrint(prelude[6..])
                && !Width().IsMatch(prelude)
                    ? Rules(block)
                : [];
            foreach (var rule in rules)
            {
                yield return rule;
            }

            at = close + 1;
        }
    }

    private static int BlockEnd(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth +=
                css[i] == '{' ? 1
                : css[i] == '}' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return css.Length;
    }

    private static bool IsForPrint(string media) =>
        media.Contains("print", StringComparison.OrdinalIgnoreCase)
        && !media.Contains("screen", StringComparison.OrdinalIgnoreCase);

    // display: none; visibility: hidden; opacity: 0; font-size: 0; text-decoration: line-through; left: -9999px; clip: rect(0 0 0 0)
    [GeneratedRegex(
        @"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![-\w])opacity\s*:\s*0?\.?0*\s*(?:[;!}]|$)|font-size\s*:\s*0(?:px|pt|em|rem)?\s*(?:[;!}]|$)|text-decoration(?:-line)?\s*:[^;}]*line-through|(?:left|top|text-indent)\s*:\s*-\d{3,}|clip\s*:\s*rect\s*\(\s*[01]",
        Patterns.AnyCase
    )]
    private static partial Regex Hiding();

    [GeneratedRegex(
        @"display\s*:\s*(?!none)\w|visibility\s*:\s*visible|text-decoration(?:-line)?\s*:\s*none",
        Patterns.AnyCase
    )]
    private static partial Regex Showing();

    [GeneratedRegex(@"grid-template-columns\s*:(?<tracks>[^;}]*)", Patterns.AnyCase)]
    private static partial Regex GridColumns();

    [GeneratedRegex(
        @"repeat\(\s*(?<times>\d{1,2})\s*,(?<what>(?:[^()]|\([^()]*\))*)\)",
        Patterns.AnyCase
    )]
    private static partial Regex Repeat();

    // "1fr", "90px", "minmax(10px, 1fr)"; names of lines in brackets are none.
    [GeneratedRegex(
        @"(?<![\w(\[.%,-])(?:[\d.]+(?:fr|px|em|rem|%|ch|vw|pt|cm)|auto|min-content|max-content|(?:minmax|fit-content)\([^()]*\))",
        Patterns.AnyCase
    )]
    private static partial Regex Track();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![\w.#:\[-])[a-zA-Z]")]
    private static partial Regex ElementName();

    // Rules for small screens: the page is read as on a wide one.
    [GeneratedRegex(@"max-(?:device-)?width", Patterns.AnyCase)]
    private static partial Regex Width();
}
