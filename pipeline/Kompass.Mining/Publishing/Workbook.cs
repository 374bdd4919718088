using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Improvements.Office;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Publishing;

/// <summary>All tables as one Excel workbook, after what it is and the code book.</summary>
internal static class Workbook
{
    // What a sheet of Excel holds, its head included; what is beyond stands in CSV and Parquet only, and the code book's sheet says so.
    private const int MostRows = 1_048_576;

    // Columns of sentences: wide, their text wrapped.
    private static readonly string[] Sentences =
    [
        "text",
        "message",
        "value",
        "svenska",
        "english",
        "covers",
        "covers_sv",
        "not",
        "not_sv",
        "scale_note",
    ];

    private const double WidthOfSentences = 80;
    private const double LeastWidth = 10;

    // Of the two formats of cells: as they come, and wrapped.
    private const uint Wrapped = 1;

    public static void Write(
        string file,
        IReadOnlyList<(string Name, string Value)> facts,
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
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var number = 0u;
            Add("about", ["what", "value"], facts.Select(f => new object?[] { f.Name, f.Value }));
            Add("codebook", CodeBook.Columns, CodeBook.Rows());
            foreach (var table in TableCatalogue.All)
            {
                cancellation.ThrowIfCancellationRequested();
                Add(table.Name, table.Names, table.Read(connection));
            }

            workbook.Workbook.Save();

            void Add(string name, IReadOnlyList<string> head, IEnumerable<object?[]> rows)
            {
                number++;
                var id = Invariant($"sheet{number}");
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
        writer.WriteElement(new Columns(head.Select(WidthOf)));
        writer.WriteStartElement(new SheetData());
        var written = 0;
        foreach (var row in rows.Prepend([.. head]).Take(MostRows))
        {
            writer.WriteStartElement(new Row());
            for (var i = 0; i < row.Length; i++)
            {
                var cell = SmallWorkbook.CellOf(row[i]);
                cell.StyleIndex = Sentences.Contains(head[i]) ? Wrapped : null;
                writer.WriteElement(cell);
            }

            writer.WriteEndElement();
            written++;
        }

        writer.WriteEndElement();
        writer.WriteElement(
            new AutoFilter { Reference = Invariant($"A1:{LetterOf(head.Count)}{written}") }
        );
        writer.WriteEndElement();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Column WidthOf(string name, int index) =>
        new()
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = Sentences.Contains(name)
                ? WidthOfSentences
                : Math.Max(LeastWidth, name.Length + 3),
            CustomWidth = true,
        };

    // 1 is A, 27 is AA.
    private static string LetterOf(int column) =>
        column == 0 ? "" : LetterOf((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font()),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat(
                    new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }
                )
                {
                    ApplyAlignment = true,
                }
            )
        );
}
