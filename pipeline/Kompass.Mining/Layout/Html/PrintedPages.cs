using System.Text.RegularExpressions;
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
        var rules = Rule()
            .Matches(string.Concat(document.QuerySelectorAll("style").Select(s => s.TextContent)))
            .GroupBy(
                m => m.Groups["class"].Value,
                m => m.Groups["body"].Value,
                StringComparer.Ordinal
            )
            .ToDictionary(g => g.Key, string.Concat, StringComparer.Ordinal);
        var usual = new Lazy<double?>(UsualSize);
        var pages = new List<Page>();
        var lines = 0;
        foreach (var printed in document.QuerySelectorAll("div.pf, div[data-page-no]"))
        {
            var words = new List<Word>();
            if (
                StyleOf(printed, "height") is not { } height
                || StyleOf(printed, "width") is not { } width
            )
            {
                return null;
            }

            var placed = new List<(IElement Line, double Left, double Bottom, double Size)>();
            foreach (var line in printed.QuerySelectorAll("div.t"))
            {
                lines++;
                if (
                    StyleOf(line, "left") is not { } left
                    || StyleOf(line, "bottom") is not { } bottom
                    || (StyleOf(line, "font-size") ?? usual.Value) is not { } size
                )
                {
                    return null;
                }

                placed.Add((line, left, bottom, size));
            }

            placed = [.. placed.OrderByDescending(p => Math.Round(p.Bottom)).ThenBy(p => p.Left)];
            for (var i = 0; i < placed.Count; i++)
            {
                var (line, left, bottom, size) = placed[i];
                // Up to what stands beside it.
                var right =
                    i + 1 < placed.Count
                    && Math.Round(placed[i + 1].Bottom) == Math.Round(bottom)
                    && placed[i + 1].Left > left
                        ? placed[i + 1].Left
                        : width;
                words.AddRange(
                    WordsOf(
                        line,
                        source,
                        new Box(left, height - bottom - size, right, height - bottom),
                        IsBold(line)
                    )
                );
            }

            pages.Add(new Page(pages.Count + 1, width, height, words));
        }

        return lines >= FewestLines ? pages : null;

        // Where no style tells it: from the step between lines that most have.
        double? UsualSize()
        {
            var bottoms = document
                .QuerySelectorAll("div.t")
                .Select(l => StyleOf(l, "bottom"))
                .ToList();
            return bottoms
                    .Zip(bottoms.Skip(1), (above, below) => above - below)
                    .Where(step => step > 0)
                    .GroupBy(step => step)
                    .MaxBy(g => g.Count())
                    ?.Key / Leading;
        }

        double? StyleOf(IElement element, string property) =>
            Length(Declarations(element), property);

        bool IsBold(IElement element) => Bold().IsMatch(Declarations(element));

        // The element's own style goes before those of its classes.
        string Declarations(IElement element) =>
            string.Join(
                ';',
                element
                    .ClassList.Select(c => rules.GetValueOrDefault(c, ""))
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
    [GeneratedRegex(
        @"\.(?<class>[\w-]+)\s*\{(?<body>[^{}]*)\}",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex Rule();

    [GeneratedRegex(
        @"(?<![\w-])(?<name>left|bottom|font-size|width|height)\s*:\s*(?<value>-?\d+(?:\.\d+)?)(?:px|pt)",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(
        @"font-weight\s*:\s*(?:bold|[6-9]00)",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex Bold();
}
