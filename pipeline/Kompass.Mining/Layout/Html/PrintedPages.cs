using System.Text;
using AngleSharp.Dom;

namespace Kompass.Mining.Layout.Html;

/// <summary>
/// Pages of print that a converter set as HTML, a box for each line at its place (pdf2htmlEX: <c>&lt;div class="pf" data-page-no="1"&gt;…&lt;div class="t …"&gt;</c>).
/// They hold no elements that tell headings or lists; their text is read as text.
/// </summary>
internal static class PrintedPages
{
    private const int FewestLines = 20;

    /// <summary>The lines of the pages, or null where the page is none of this kind.</summary>
    public static string? TextOf(IDocument page)
    {
        var pages = page.QuerySelectorAll("div.pf, div[data-page-no]").ToList();
        if (pages.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        var lines = 0;
        foreach (var printed in pages)
        {
            foreach (var line in printed.QuerySelectorAll("div.t"))
            {
                text.Append(HtmlText.Of(line)).Append('\n');
                lines++;
            }

            text.Append('\n');
        }

        return lines >= FewestLines ? text.ToString() : null;
    }
}
