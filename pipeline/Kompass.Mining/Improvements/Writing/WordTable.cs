using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;
using Column = Kompass.Mining.Improvements.Manuscripts.Column;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>Tables with a marked head row that repeats on every page, fixed column widths, and a description.</summary>
/// <param name="cell">How a part within a cell is drawn.</param>
/// <param name="textWidth">Width of the text, in twentieths of a point.</param>
internal sealed class WordTable(
    Func<TableRole, Part, IEnumerable<OpenXmlElement>> cell,
    int textWidth
)
{
    // A year in bold between the margins of its cell, in twentieths of a point.
    private const int NarrowestNumber = 760;

    public Table Of(Part.Table table)
    {
        var widths = Widths(table.Columns);
        return new Table([
            new TableProperties(
                new TableStyle { Val = StyleOf(table.Role) },
                new TableWidth { Width = Text(textWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook
                {
                    Val = "0020",
                    FirstRow = true,
                    LastRow = false,
                    FirstColumn = false,
                    LastColumn = false,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
                new TableCaption { Val = PlainXml.Of(table.Caption) }
            ),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })),
            Head(table.Columns, widths),
            .. table.Rows.Select(r => Row(table, r, widths)),
        ]);
    }

    private static TableRow Head(IReadOnlyList<Column> columns, IReadOnlyList<int> widths) =>
        new([
            new TableRowProperties(new CantSplit(), new TableHeader()),
            .. columns.Select(
                (c, i) =>
                    Cell(
                        widths[i],
                        [
                            WordText.Paragraph(
                                c.IsNumber ? "CellHeadNumber" : "CellHead",
                                WordText.Run(c.Head)
                            ),
                        ]
                    )
            ),
        ]);

    private TableRow Row(Part.Table table, Row row, IReadOnlyList<int> widths)
    {
        var result = new TableRow();
        // Only the long lists may run over a page's end.
        if (table.Role != TableRole.Findings)
        {
            result.Append(new TableRowProperties(new CantSplit()));
        }

        result.Append(
            row.Cells.Select(
                (parts, i) => Cell(widths[i], parts.SelectMany(p => cell(table.Role, p)))
            )
        );
        return result;
    }

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> content) =>
        new([
            new TableCellProperties(
                new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }
            ),
            .. content,
        ]);

    // The widest column gives what rounding leaves, and what a year needs on a narrow page.
    private List<int> Widths(IReadOnlyList<Column> columns)
    {
        var widths = columns
            .Select(c =>
                Math.Max((int)Math.Round(textWidth * c.Share), c.IsNumber ? NarrowestNumber : 0)
            )
            .ToList();
        widths[widths.IndexOf(widths.Max())] += textWidth - widths.Sum();
        return widths;
    }

    private static string StyleOf(TableRole role) =>
        role switch
        {
            TableRole.ScoreBox => "ScoreBox",
            TableRole.Findings => "FindingsTable",
            TableRole.Figures => "FiguresTable",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Text(int width) => width.ToString(CultureInfo.InvariantCulture);
}
