using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kompass.Mining.Improvements.Drafts;
using SheetRow = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The data of a chart as a workbook: labels in the first column, a series in each of the next, names in the first row.</summary>
internal static class ChartWorkbook
{
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string SheetName = "Diagram";

    /// <summary>The cell of a series' name.</summary>
    public static string NameCell(int series) => $"{SheetName}!${Letter(series)}$1";

    /// <summary>The cells of the labels.</summary>
    public static string LabelCells(Chart chart) => $"{SheetName}!$A$2:$A${Last(chart)}";

    /// <summary>The cells of a series' values.</summary>
    public static string ValueCells(Chart chart, int series) =>
        $"{SheetName}!${Letter(series)}$2:${Letter(series)}${Last(chart)}";

    public static byte[] Write(Chart chart)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            book.AddNewPart<WorksheetPart>("rId1").Worksheet = new Worksheet(
                new SheetData([
                    new SheetRow([
                        TextCell(chart.Title),
                        .. chart.Series.Select(s => TextCell(s.Name)),
                    ]),
                    .. chart.Labels.Select(
                        (label, i) =>
                            new SheetRow([
                                TextCell(label),
                                .. chart.Series.Select(s => NumberCell(s.Values[i])),
                            ])
                    ),
                ])
            );
            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Name = SheetName,
                        SheetId = 1,
                        Id = "rId1",
                    }
                )
            );
        }

        return FixedZip.Repack(package);
    }

    private static Cell TextCell(string text) =>
        new(new InlineString(new Text(PlainXml.Of(text)))) { DataType = CellValues.InlineString };

    private static Cell NumberCell(double? value) =>
        value is { } v
            ? new Cell(new CellValue(v.ToString("0.##", CultureInfo.InvariantCulture)))
            : new Cell();

    private static char Letter(int series) => (char)('B' + series);

    private static string Last(Chart chart) =>
        (chart.Labels.Count + 1).ToString(CultureInfo.InvariantCulture);
}
