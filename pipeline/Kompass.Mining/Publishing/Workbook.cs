using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Improvements.Office;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Publishing;

/// <summary>All tables as one Excel workbook, the code book first.</summary>
internal static class Workbook
{
    // What a sheet of Excel holds, its head included; what is beyond stands in CSV and Parquet only, and the code book's sheet says so.
    private const int MostRows = 1_048_576;

    public static void Write(
        string file,
        SqliteConnection connection,
        CancellationToken cancellation
    )
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            // The library's own ids are drawn by lot.
            document.ChangeIdOfPart(workbook, "workbook");
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            var number = 0u;
            Add("codebook", CodeBook.Columns, CodeBook.Rows());
            foreach (var table in TableCatalogue.All)
            {
                cancellation.ThrowIfCancellationRequested();
                Add(
                    table.Name,
                    [.. table.Columns.Select(c => c.Name)],
                    StoreRows.Read(table, connection)
                );
            }

            workbook.Workbook.Save();

            void Add(string name, IReadOnlyList<string> head, IEnumerable<object?[]> rows)
            {
                number++;
                var id = string.Create(CultureInfo.InvariantCulture, $"sheet{number}");
                var part = workbook.AddNewPart<WorksheetPart>(id);
                WriteSheet(part, head, rows);
                workbook.Workbook.Sheets!.Append(
                    new Sheet
                    {
                        Id = id,
                        SheetId = number,
                        Name = name,
                    }
                );
            }
        }

        AtomicFile.Write(file, stream => stream.Write(FixedZip.Repack(package)));
    }

    private static void WriteSheet(
        WorksheetPart part,
        IReadOnlyList<string> head,
        IEnumerable<object?[]> rows
    )
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        // The head stays in sight.
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteStartElement(new SheetData());
        foreach (var row in rows.Prepend([.. head]).Take(MostRows))
        {
            writer.WriteStartElement(new Row());
            foreach (var value in row)
            {
                writer.WriteElement(SmallWorkbook.CellOf(value));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
