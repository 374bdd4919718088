using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;
using Column = Kompass.Mining.Improvements.Manuscripts.Column;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The text itself: each part of the manuscript in its style, each suggestion under its bookmark.</summary>
/// <param name="main">Holds the charts.</param>
/// <param name="width">Width of the text, in twentieths of a point.</param>
internal sealed class WordBody(MainDocumentPart main, int width)
{
    // A year in bold between the margins of its cell, in twentieths of a point.
    private const int NarrowestNumber = 760;

    private int _bookmarks;

    public IEnumerable<OpenXmlElement> Write(Manuscript manuscript)
    {
        yield return WordText.Paragraph("Title", WordText.Run(Manuscript.Title));
        yield return WordText.Paragraph("Subtitle", WordText.Run(manuscript.Subtitle));
        Part? before = null;
        foreach (var part in manuscript.Parts)
        {
            // Two tables in a row would run together, and text would stick to a table.
            if (before is Part.Table && part is not Part.Heading)
            {
                yield return WordText.Paragraph("TableGap");
            }

            foreach (var element in Elements(part))
            {
                yield return element;
            }

            before = part;
        }
    }

    private IEnumerable<OpenXmlElement> Elements(Part part) =>
        part switch
        {
            Part.Heading heading => [Heading(heading)],
            Part.Paragraph paragraph => [Paragraph(paragraph)],
            Part.Bullets { HasSigns: true } bullets => List(bullets.Items),
            Part.Bullets bullets => bullets.Items.Select(i => Bullet(i, "Normal")),
            Part.Table table => [Table(table)],
            Part.Figure figure =>
            [
                WordText.Paragraph("Figure", new Run(WordChart.Add(main, figure, width))),
            ],
            Part.OwnWords own => [OwnWords(own)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private Paragraph Heading(Part.Heading heading)
    {
        var properties = WordText.Properties("Heading" + Text(heading.Level));
        if (heading.OnNewPage)
        {
            properties.Append(new PageBreakBefore());
        }

        return new Paragraph(properties, WordText.Run(heading.Text));
    }

    private static Paragraph Paragraph(Part.Paragraph paragraph) =>
        WordText.Paragraph(
            paragraph.Role switch
            {
                ParagraphRole.Body => "Normal",
                ParagraphRole.AreaText => "AreaText",
                ParagraphRole.Notice => "Notice",
                ParagraphRole.Small => "Small",
                ParagraphRole.SmallFirst => "SmallFirst",
                ParagraphRole.Cell => "CellText",
                ParagraphRole.Number => "CellNumber",
                ParagraphRole.Score => "Score",
                ParagraphRole.ScoreNote => "ScoreNote",
                ParagraphRole.Nothing => "Nothing",
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            WordText.Runs(paragraph.Text)
        );

    private IEnumerable<OpenXmlElement> Content(TableRole role, Part part) =>
        part switch
        {
            Part.Bullets bullets => bullets.Items.Select(i =>
                Bullet(i, role == TableRole.ScoreBox ? "BoxBullet" : "CellBullet")
            ),
            Part.Paragraph paragraph => [Paragraph(paragraph)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // The bookmark holds all of the paragraph: whatever is written over within it stays inside.
    private Paragraph Bullet(Bullet bullet, string style)
    {
        var runs = WordText.Runs(bullet.Text);
        if (bullet.Mark is not { } mark)
        {
            return WordText.Paragraph(style, runs);
        }

        var id = Text(++_bookmarks);
        return WordText.Paragraph(
            style,
            [new BookmarkStart { Id = id, Name = mark }, .. runs, new BookmarkEnd { Id = id }]
        );
    }

    // The last suggestion keeps what follows with it: no box to cross stands alone on a page. The styles may be a template's.
    private IEnumerable<Paragraph> List(IReadOnlyList<Bullet> items)
    {
        var paragraphs = items.Select(i => Bullet(i, "ListBullet")).ToList();
        if (items is [.., { Mark: not null }])
        {
            paragraphs[^1].ParagraphProperties!.Append(new KeepNext());
        }

        return paragraphs;
    }

    private static SdtBlock OwnWords(Part.OwnWords own)
    {
        var area = Text(own.Area);
        return new SdtBlock(
            new SdtProperties(
                new SdtAlias { Val = $"Utvärderarens egna ord, område {area}" },
                new Tag { Val = SuggestionMark.OwnWordsPrefix + area },
                new SdtId { Val = 7000 + own.Area },
                new ShowingPlaceholder()
            ),
            new SdtContentBlock(
                WordText.Paragraph(
                    "OwnWords",
                    WordText.Run(Part.OwnWords.Prompt, "PlaceholderText")
                )
            )
        );
    }

    // A marked head row that repeats on every page, fixed column widths, and a description.
    private Table Table(Part.Table table)
    {
        var widths = Widths(table.Columns);
        return new Table([
            new TableProperties(
                new TableStyle { Val = StyleOf(table.Role) },
                new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
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
                (parts, i) => Cell(widths[i], parts.SelectMany(p => Content(table.Role, p)))
            )
        );
        return result;
    }

    private static TableCell Cell(int cellWidth, IEnumerable<OpenXmlElement> content) =>
        new([
            new TableCellProperties(
                new TableCellWidth { Width = Text(cellWidth), Type = TableWidthUnitValues.Dxa }
            ),
            .. content,
        ]);

    // The widest column gives what rounding leaves, and what a year needs on a narrow page.
    private List<int> Widths(IReadOnlyList<Column> columns)
    {
        var widths = columns
            .Select(c =>
                Math.Max((int)Math.Round(width * c.Share), c.IsNumber ? NarrowestNumber : 0)
            )
            .ToList();
        widths[widths.IndexOf(widths.Max())] += width - widths.Sum();
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

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
