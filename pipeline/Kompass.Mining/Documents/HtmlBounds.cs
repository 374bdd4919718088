namespace Kompass.Mining.Documents;

/// <summary>
/// How much a web page may ask of whoever parses it. What a parser of HTML does for a tag grows with the number of elements open around it, so that a small
/// file of nested elements takes minutes; the bounds are told from the source before it is parsed.
/// </summary>
internal static class HtmlBounds
{
    /// <summary>Elements within one another. Browsers stop at 512 (Chromium's maximumHTMLParserDOMTreeDepth).</summary>
    public const int MaxDepth = 512;

    /// <summary>Elements in all. A report of 30 pages set as HTML has 5,000, a line of print in its own box each 20,000.</summary>
    public const int MaxElements = 400_000;

    // Elements without an end, and those whose end may be left out: unclosed ones do not nest.
    private static readonly HashSet<string> DoNotNest = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "colgroup",
        "dd",
        "dt",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "li",
        "link",
        "meta",
        "option",
        "optgroup",
        "p",
        "param",
        "rp",
        "rt",
        "source",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "track",
        "wbr",
    };

    // Elements of drawings that close themselves; outside a drawing they would nest.
    private static readonly HashSet<string> OfDrawings = new(StringComparer.OrdinalIgnoreCase)
    {
        "animate",
        "circle",
        "clippath",
        "defs",
        "desc",
        "ellipse",
        "g",
        "image",
        "line",
        "lineargradient",
        "mask",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "rect",
        "stop",
        "svg",
        "symbol",
        "text",
        "title",
        "tspan",
        "use",
    };

    /// <summary>What passes a bound, in words; null where the page keeps them all.</summary>
    public static string? Passed(string html)
    {
        var depth = 0;
        var elements = 0;
        var inDrawing = false;
        for (var at = html.IndexOf('<'); at >= 0; at = NextTag(html, at, inDrawing))
        {
            var closes = at + 1 < html.Length && html[at + 1] == '/';
            var name = NameAt(html, at + (closes ? 2 : 1));
            if (name.Length == 0)
            {
                continue;
            }

            if (!closes && ++elements > MaxElements)
            {
                return Invariant($"is a web page of more than {MaxElements:N0} elements");
            }

            var isDrawn = OfDrawings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
            inDrawing = isDrawn && (inDrawing || name is "svg") && !(closes && name is "svg");
            if (
                !DoNotNest.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
                && !(inDrawing && ClosesItself(html, at))
            )
            {
                depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            }

            if (depth > MaxDepth)
            {
                return Invariant(
                    $"is a web page with more than {MaxDepth} elements within one another at character {at:N0}"
                );
            }
        }

        return null;
    }

    // Comments, scripts and style sheets hold no elements.
    private static int NextTag(string html, int at, bool inDrawing)
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            at = EndOf(html, at + 2, "-->") is var end and >= 0 ? end : html.Length;
        }
        else if (!inDrawing && rest.StartsWith("<script", StringComparison.OrdinalIgnoreCase))
        {
            at = EndOf(html, at, "</script") is var end and >= 0 ? end - 1 : html.Length;
        }
        else if (!inDrawing && rest.StartsWith("<style", StringComparison.OrdinalIgnoreCase))
        {
            at = EndOf(html, at, "</style") is var end and >= 0 ? end - 1 : html.Length;
        }

        return at + 1 < html.Length ? html.IndexOf('<', at + 1) : -1;
    }

    private static int EndOf(string html, int from, string mark) =>
        html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);

    private static bool ClosesItself(string html, int at) =>
        html.IndexOf('>', at, Math.Min(LongestTag, html.Length - at)) is var end
        && end > 0
        && html[end - 1] == '/';

    // A path of a drawing; a longer one counts as open.
    private const int LongestTag = 4000;

    private static ReadOnlySpan<char> NameAt(string html, int at)
    {
        var end = html.EndOfRun(at, c => char.IsAsciiLetterOrDigit(c) || c == '-');
        return end > at && char.IsAsciiLetter(html[at]) ? html.AsSpan(at, end - at) : default;
    }
}
