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

            foreach (var line in printed.QuerySelectorAll("div.t"))
            {
                lines++;
                if (
                    StyleOf(line, "left") is not { } left
                    || StyleOf(line, "bottom") is not { } bottom
                    || StyleOf(line, "font-size") is not { } size
                )
                {
                    return null;
                }

                words.AddRange(
                    WordsOf(
                        line,
                        source,
                        new Box(left, height - bottom - size, width, height - bottom),
                        IsBold(line)
                    )
                );
            }

            pages.Add(new Page(pages.Count + 1, width, height, words));
        }

        return lines >= FewestLines ? pages : null;

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
        foreach (var text in HtmlText.Of(line).Split(' '))
        {
            var width = ItemLines.PrintedWidth(text) * MeanLetter * box.Height;
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

            left += width + (MeanLetter * MeanLetter * box.Height);
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
        1000
    )]
    private static partial Regex Rule();

    [GeneratedRegex(
        @"(?<![\w-])(?<name>left|bottom|font-size|width|height)\s*:\s*(?<value>-?\d+(?:\.\d+)?)(?:px|pt)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"font-weight\s*:\s*(?:bold|[6-9]00)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bold();
}
