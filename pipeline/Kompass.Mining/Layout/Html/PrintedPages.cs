using AngleSharp.Dom;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry;

namespace Kompass.Mining.Layout.Html;

/// <summary>
/// Pages of print that a converter set as HTML, a box for each line at its place (pdf2htmlEX: <c>&lt;div class="pf" data-page-no="1"&gt;…&lt;div class="t …"&gt;</c>).
/// They hold no elements that tell headings or lists; they are read as the pages that they were.
/// </summary>
internal static partial class PrintedPages
{
    private const int FewestLines = 20;

    // A letter of mean width, in sizes of the font.
    private const double MeanLetter = 0.5;

    private const double Narrowest = 0.4;

    // From line to line, in sizes of the font.
    private const double Leading = 1.3;

    /// <summary>The pages, or null where the document is none of this kind or does not say where each line stands.</summary>
    public static IReadOnlyList<Page>? Of(IDocument document, SourceText source)
    {
        var styles = new Styles(document);
        var pages = new List<Page>();
        var count = 0;
        foreach (var printed in document.QuerySelectorAll("div.pf, div[data-page-no]"))
        {
            if (
                styles.LengthOf(printed, "height") is not { } height
                || styles.LengthOf(printed, "width") is not { } width
                || LinesOf(printed, styles) is not { } lines
            )
            {
                return null;
            }

            count += lines.Count;
            pages.Add(
                new Page(
                    pages.Count + 1,
                    width,
                    height,
                    [
                        .. lines.SelectMany(
                            (line, i) =>
                                WordsOf(
                                    line.Element,
                                    source,
                                    new Box(
                                        line.Left,
                                        height - line.Bottom - line.Size,
                                        RightOf(lines, i) ?? width,
                                        height - line.Bottom
                                    ),
                                    styles.IsBold(line.Element)
                                )
                        ),
                    ]
                )
            );
        }

        return count >= FewestLines ? pages : null;
    }

    private readonly record struct Line(IElement Element, double Left, double Bottom, double Size)
    {
        public double Row => Math.Round(Bottom);
    }

    // From above and from the left; null where one does not say where it stands.
    private static List<Line>? LinesOf(IElement printed, Styles styles)
    {
        var lines = new List<Line>();
        foreach (var line in printed.QuerySelectorAll("div.t"))
        {
            if (
                styles.LengthOf(line, "left") is not { } left
                || styles.LengthOf(line, "bottom") is not { } bottom
                || (styles.LengthOf(line, "font-size") ?? styles.UsualSize) is not { } size
            )
            {
                return null;
            }

            lines.Add(new Line(line, left, bottom, size));
        }

        return [.. lines.OrderByDescending(l => l.Row).ThenBy(l => l.Left)];
    }

    // Up to what stands beside it, or null.
    private static double? RightOf(List<Line> lines, int at) =>
        at + 1 < lines.Count
        && lines[at + 1].Row == lines[at].Row
        && lines[at + 1].Left > lines[at].Left
            ? lines[at + 1].Left
            : null;

    // What the page's own style sheet says of an element's classes.
    private sealed class Styles(IDocument document)
    {
        private readonly Dictionary<string, string> _rules = Rule()
            .Matches(string.Concat(document.QuerySelectorAll("style").Select(s => s.TextContent)))
            .GroupBy(
                m => m.Groups["class"].Value,
                m => m.Groups["body"].Value,
                StringComparer.Ordinal
            )
            .ToDictionary(g => g.Key, string.Concat, StringComparer.Ordinal);

        // Where no style tells it.
        public double? UsualSize => field ??= Step() / Leading;

        public double? LengthOf(IElement element, string property) =>
            Length(Declarations(element), property);

        public bool IsBold(IElement element) => Bold().IsMatch(Declarations(element));

        // The step between lines that most have.
        private double? Step()
        {
            var bottoms = document
                .QuerySelectorAll("div.t")
                .Select(l => LengthOf(l, "bottom"))
                .ToList();
            return bottoms
                .Zip(bottoms.Skip(1), (above, below) => above - below)
                .Where(step => step > 0)
                .GroupBy(step => step)
                .MaxBy(g => g.Count())
                ?.Key;
        }

        // The element's own style goes before those of its classes.
        private string Declarations(IElement element) =>
            string.Join(
                ';',
                element
                    .ClassList.Select(c => _rules.GetValueOrDefault(c, ""))
                    .Prepend(element.GetAttribute("style") ?? "")
            );
    }

    private static IEnumerable<Word> WordsOf(IElement line, SourceText source, Box box, bool isBold)
    {
        var from = line.SourceReference?.Position.Index ?? 0;
        var left = box.Left;
        var texts = HtmlText.Of(line).Split(' ');
        var blank = MeanLetter * MeanLetter * box.Height;
        var whole =
            (ItemLines.PrintedWidth(string.Concat(texts)) * MeanLetter * box.Height)
            + (texts.Length * blank);
        // The letters of a narrow font take less than those of the usual one.
        var narrow = Math.Clamp((box.Width - box.Height) / whole, Narrowest, 1);
        foreach (var text in texts)
        {
            var width = ItemLines.PrintedWidth(text) * MeanLetter * box.Height * narrow;
            if (text.Length > 0)
            {
                // What stands in the file as an entity is not found again; its place is then that of the line.
                var at = source.Text.IndexOf(text, from, StringComparison.Ordinal);
                from = at < 0 ? from : at + text.Length;
                yield return new Word(
                    text,
                    new Box(left, box.Top, left + width, box.Bottom),
                    box.Height,
                    isBold
                )
                {
                    Characters = source.PlaceOf(at < 0 ? from : at, from),
                };
            }

            left += width + (blank * narrow);
        }
    }

    private static double? Length(string declarations, string property) =>
        Declaration().Matches(declarations).FirstOrDefault(m => m.Groups["name"].Value == property)
            is { } match
            ? double.Parse(match.Groups["value"].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    // .x62{left:62.0px;}
    [GeneratedRegex(@"\.(?<class>[\w-]+)\s*\{(?<body>[^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(
        @"(?<![\w-])(?<name>left|bottom|font-size|width|height)\s*:\s*(?<value>-?\d+(?:\.\d+)?)(?:px|pt)"
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"font-weight\s*:\s*(?:bold|[6-9]00)")]
    private static partial Regex Bold();
}
