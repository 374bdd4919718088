using System.Text;
using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Writing.HtmlText;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>Tables.</summary>
internal static class HtmlTables
{
    public static void Write(StringBuilder page, Part.Table table)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"wide\">\n<table class=\"{ClassOf(table.Role)}\""
        );
        page.Append(
            table.IsCaptionShown
                ? $">\n<caption>{Encode(table.Caption)}</caption>\n"
                : $" aria-label=\"{Encode(table.Caption)}\">\n"
        );
        page.Append("<thead>\n<tr>");
        foreach (var column in table.Columns)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<th scope=\"col\"{(column.IsNumber ? " class=\"number\"" : "")}>{Encode(column.Head)}</th>"
            );
        }

        page.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            WriteRow(page, table, row);
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    // The first column of figures names the row.
    private static void WriteRow(StringBuilder page, Part.Table table, Row row)
    {
        page.Append(row.IsSum ? "<tr class=\"sum\">" : "<tr>");
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var column = table.Columns[i];
            var isRowHead = i == 0 && table.Role == TableRole.Figures;
            var open =
                isRowHead ? "th scope=\"row\""
                : column.IsNumber ? "td class=\"number\""
                : table.Role == TableRole.Findings ? $"td data-head=\"{Encode(column.Head)}\""
                : "td";
            page.Append(
                CultureInfo.InvariantCulture,
                $"<{open}>{Cell(row.Cells[i])}</{(isRowHead ? "th" : "td")}>"
            );
        }

        page.Append("</tr>\n");
    }

    private static string Cell(IReadOnlyList<Part> parts) =>
        string.Concat(
            parts.Select(p =>
                p switch
                {
                    Part.Bullets bullets => Bullets(bullets),
                    Part.Paragraph { Role: ParagraphRole.Cell or ParagraphRole.Number } text =>
                        Line(text.Text),
                    Part.Paragraph paragraph => Paragraph(paragraph),
                    _ => throw new System.Diagnostics.UnreachableException(),
                }
            )
        );

    private static string ClassOf(TableRole role) =>
        role switch
        {
            TableRole.ScoreBox => "score-box",
            TableRole.Findings => "findings",
            TableRole.Figures => "figures",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
