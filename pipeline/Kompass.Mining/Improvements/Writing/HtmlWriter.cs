using System.Text;
using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Writing.HtmlText;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The draft as one HTML page that needs nothing from elsewhere: headings and tables marked as such, charts drawn in it, a style for print.</summary>
internal static class HtmlWriter
{
    public static string Write(Manuscript manuscript)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!DOCTYPE html>
            <html lang="{Manuscript.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="Kompass Mining">
            <title>UTKAST: {Encode(manuscript.FullTitle)}</title>
            <style>
            {Stylesheet()}{PageHead(manuscript.Banner)}</style>
            </head>
            <body>
            <header class="banner" role="note">{Encode(manuscript.Banner)}</header>
            <main>
            <h1>{Encode(manuscript.Title)}</h1>
            <p class="subtitle">{Encode(manuscript.Subtitle)}</p>

            """
        );
        WriteContents(page, manuscript);
        WriteParts(page, manuscript);
        page.Append("</main>\n</body>\n</html>\n");
        return page.Replace("\r\n", "\n").ToString();
    }

    private static void WriteContents(StringBuilder page, Manuscript manuscript)
    {
        page.Append(
            "<nav class=\"contents\" aria-labelledby=\"innehall\">\n<h2 id=\"innehall\">Innehåll</h2>\n<ul>\n"
        );
        foreach (var heading in manuscript.Parts.OfType<Part.Heading>().Where(h => h.Level <= 2))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<li><a href=\"#{heading.Anchor}\">{Encode(heading.Text)}</a></li>\n"
            );
        }

        page.Append("</ul>\n</nav>\n");
    }

    private static void WriteParts(StringBuilder page, Manuscript manuscript)
    {
        var figures = 0;
        foreach (var part in manuscript.Parts)
        {
            switch (part)
            {
                case Part.Heading heading:
                    var level = (heading.Level + 1).ToString(CultureInfo.InvariantCulture);
                    page.Append(
                        CultureInfo.InvariantCulture,
                        $"<h{level} id=\"{heading.Anchor}\"{(heading.OnNewPage ? " class=\"new-page\"" : "")}>{Encode(heading.Text)}</h{level}>\n"
                    );
                    break;
                case Part.Paragraph paragraph:
                    page.Append(Paragraph(paragraph)).Append('\n');
                    break;
                case Part.Bullets bullets:
                    page.Append(Bullets(bullets)).Append('\n');
                    break;
                case Part.Table table:
                    HtmlTables.Write(page, table);
                    break;
                case Part.Figure figure:
                    page.Append(
                        CultureInfo.InvariantCulture,
                        $"<figure>\n<div class=\"wide\">\n{SvgChart.Of(figure, ++figures)}</div>\n<figcaption>{Encode(figure.Caption)}</figcaption>\n</figure>\n"
                    );
                    break;
                case Part.OwnWords own:
                    page.Append(
                        CultureInfo.InvariantCulture,
                        $"<div class=\"own\" id=\"egna-ord-text-{own.Area.ToString(CultureInfo.InvariantCulture)}\">{Encode(own.Prompt)}</div>\n"
                    );
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    // On paper the banner stands in the margin of every page.
    private static string PageHead(string banner) =>
        $$"""@page { @top-left { content: "{{banner}}"; color: #8a3f06; font: bold 8.5pt Arial, "Liberation Sans", sans-serif; } }"""
        + "\n";

    private static string Stylesheet()
    {
        using var reader = new StreamReader(WordWriter.Resource("draft.css"));
        return reader.ReadToEnd();
    }
}
