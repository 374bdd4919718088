using System.Xml.Linq;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The draft as one HTML page that needs nothing from elsewhere: headings and tables marked as such, charts drawn in it, a style for print.</summary>
internal static class HtmlWriter
{
    public static string Write(Manuscript manuscript)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", Manuscript.Language),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                Meta("viewport", "width=device-width, initial-scale=1"),
                Meta("generator", "Kompass Mining"),
                new XElement("title", Text($"UTKAST: {manuscript.FullTitle}")),
                new XElement("style", "/**/")
            ),
            new XElement(
                "body",
                new XElement(
                    "header",
                    Class("banner"),
                    new XAttribute("role", "note"),
                    Text(Manuscript.Banner)
                ),
                new XElement(
                    "main",
                    new XElement("h1", Text(Manuscript.Title)),
                    new XElement("p", Class("subtitle"), Text(manuscript.Subtitle)),
                    Contents(manuscript.Parts.OfType<Part.Heading>().Where(h => h.Level <= 2)),
                    manuscript.Parts.Select(p => Of(p, isCell: false))
                )
            )
        );
        return $"<!DOCTYPE html>\n{page}\n"
            .ReplaceLineEndings("\n")
            .Replace("/**/", Stylesheet(), StringComparison.Ordinal);
    }

    private static XElement Contents(IEnumerable<Part.Heading> headings) =>
        new(
            "nav",
            Class("contents"),
            new XAttribute("aria-labelledby", "innehall"),
            new XElement("h2", new XAttribute("id", "innehall"), "Innehåll"),
            new XElement(
                "ul",
                headings.Select(h => new XElement(
                    "li",
                    new XElement("a", new XAttribute("href", "#" + h.Anchor), Text(h.Text))
                ))
            )
        );

    private static object Of(Part part, bool isCell) =>
        part switch
        {
            Part.Heading heading => new XElement(
                "h" + SwedishNumbers.Plain(heading.Level + 1),
                new XAttribute("id", heading.Anchor),
                heading.OnNewPage ? Class("new-page") : null,
                Text(heading.Text)
            ),
            Part.Paragraph { Role: ParagraphRole.Cell or ParagraphRole.Number } paragraph
                when isCell => Line(paragraph.Text),
            Part.Paragraph paragraph => new XElement(
                "p",
                ClassOf(paragraph.Role),
                Line(paragraph.Text)
            ),
            Part.Bullets bullets => new XElement(
                "ul",
                bullets.HasSigns ? null : Class("plain"),
                bullets.Items.Select(i => new XElement(
                    "li",
                    i.Mark is { } mark ? new XAttribute("id", mark) : null,
                    Line(i.Text)
                ))
            ),
            Part.Table table => new XElement("div", Class("wide"), Table(table)),
            Part.Figure chart => new XElement(
                "figure",
                new XElement("div", Class("wide"), SvgChart.Of(chart))
            ),
            Part.OwnWords own => new XElement(
                "div",
                Class("own"),
                new XAttribute("id", "egna-ord-text-" + SwedishNumbers.Plain(own.Area)),
                Text(Part.OwnWords.Prompt)
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static XElement Table(Part.Table table) =>
        new(
            "table",
            Class(
                table.Role switch
                {
                    TableRole.ScoreBox => "score-box",
                    TableRole.Findings => "findings",
                    _ => "figures",
                }
            ),
            new XAttribute("aria-label", PlainXml.Of(table.Caption)),
            new XElement(
                "thead",
                new XElement(
                    "tr",
                    table.Columns.Select(c => new XElement(
                        "th",
                        new XAttribute("scope", "col"),
                        c.IsNumber ? Class("number") : null,
                        Text(c.Head)
                    ))
                )
            ),
            new XElement(
                "tbody",
                table.Rows.Select(row => new XElement(
                    "tr",
                    row.Cells.Select((cell, i) => Cell(table, i, cell))
                ))
            )
        );

    // The first column of figures names the row.
    private static XElement Cell(Part.Table table, int index, IReadOnlyList<Part> parts)
    {
        var column = table.Columns[index];
        var isRowHead = index == 0 && table.Role == TableRole.Figures;
        return new XElement(
            isRowHead ? "th" : "td",
            isRowHead ? new XAttribute("scope", "row")
                : column.IsNumber ? Class("number")
                : table.Role == TableRole.Findings ? new XAttribute("data-head", column.Head)
                : null,
            parts.Select(p => Of(p, isCell: true))
        );
    }

    private static IEnumerable<object> Line(IEnumerable<Inline> text) =>
        text.Select(i =>
            i.Tone switch
            {
                Tone.Strong => new XElement("strong", Text(i.Text)),
                Tone.Aside => new XElement("span", Class("aside"), Text(i.Text)),
                _ => (object)Text(i.Text),
            }
        );

    private static XAttribute? ClassOf(ParagraphRole role) =>
        role switch
        {
            ParagraphRole.Small => Class("small"),
            ParagraphRole.SmallFirst => Class("small first"),
            ParagraphRole.Notice => Class("notice"),
            ParagraphRole.Score => Class("score"),
            ParagraphRole.ScoreNote => Class("score-note"),
            ParagraphRole.Nothing => Class("nothing"),
            _ => null,
        };

    private static XElement Meta(string name, string content) =>
        new("meta", new XAttribute("name", name), new XAttribute("content", content));

    private static XAttribute Class(string name) => new("class", name);

    /// <summary>Text, without what XML does not allow.</summary>
    internal static XText Text(string text) => new(PlainXml.Of(text));

    // On paper the banner stands in the margin of every page.
    private static string Stylesheet()
    {
        using var reader = new StreamReader(WordWriter.Resource("draft.css"));
        return reader.ReadToEnd()
            + $$"""@page { @top-left { content: "{{Manuscript.Banner}}"; color: #8a3f06; font: bold 8.5pt Arial, "Liberation Sans", sans-serif; } }""";
    }
}
