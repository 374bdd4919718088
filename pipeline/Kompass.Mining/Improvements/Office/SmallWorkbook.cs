using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Kompass.Mining.Improvements.Office;

/// <summary>Small workbooks of one sheet. Equal contents give equal bytes.</summary>
internal static class SmallWorkbook
{
    /// <summary>The media type of a workbook.</summary>
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // What a cell of Excel holds.
    private const int MostCharacters = 32_767;

    /// <summary>A workbook.</summary>
    /// <param name="name">Name of its sheet.</param>
    /// <param name="rows">Texts, numbers and nulls.</param>
    /// <param name="before">What the sheet holds before its rows (widths of columns), in the schema's order.</param>
    /// <param name="after">What it holds behind them (validations).</param>
    /// <param name="styles">Styles of its cells, or null.</param>
    /// <param name="style">The style of a row's cell, by row and column from 0; null for none.</param>
    public static byte[] Write(
        string name,
        IEnumerable<IEnumerable<object?>> rows,
        IEnumerable<OpenXmlElement>? before = null,
        IEnumerable<OpenXmlElement>? after = null,
        Stylesheet? styles = null,
        Func<int, int, uint>? style = null
    )
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            // The library's own ids are drawn by lot.
            document.ChangeIdOfPart(book, "rId1");
            var data = new SheetData(
                rows.Select(
                    (row, r) =>
                        new Row(
                            row.Select(
                                (value, c) =>
                                {
                                    var cell = CellOf(value);
                                    cell.StyleIndex = style?.Invoke(r, c);
                                    return cell;
                                }
                            )
                        )
                )
            );
            book.AddNewPart<WorksheetPart>("rId1").Worksheet = new Worksheet([
                .. before ?? [],
                data,
                .. after ?? [],
            ]);
            if (styles is not null)
            {
                book.AddNewPart<WorkbookStylesPart>("rId2").Stylesheet = styles;
            }

            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = name,
                        SheetId = 1,
                        Id = "rId1",
                    }
                )
            );
        }

        return FixedZip.Repack(package);
    }

    /// <summary>A cell with a number or a text; empty for null. A text longer than a cell holds is cut.</summary>
    public static Cell CellOf(object? value) =>
        value switch
        {
            null => new Cell(),
            long or int or double => new Cell
            {
                CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!),
            },
            _ => new Cell
            {
                DataType = CellValues.InlineString,
                InlineString = new InlineString(
                    new Text(Short(PlainXml.Of((string)value)))
                    {
                        Space = SpaceProcessingModeValues.Preserve,
                    }
                ),
            },
        };

    private static string Short(string text) =>
        text.Length <= MostCharacters ? text : text[..(MostCharacters - 1)] + "…";
}
