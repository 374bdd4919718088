using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The text itself: each part of the manuscript in its style, each suggestion under its bookmark.</summary>
internal sealed class WordBody(MainDocumentPart main, int width)
{
    private int _bookmarks;
    private int _figures;

    public IEnumerable<OpenXmlElement> Write(Manuscript manuscript)
    {
        yield return WordText.Paragraph("Title", WordText.Run(manuscript.Title));
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
            Part.Table table => [new WordTable(Cell, width).Of(table)],
            Part.Figure figure =>
            [
                WordText.Paragraph(
                    "Figure",
                    new Run(WordChart.Add(main, figure, ++_figures, width))
                ),
            ],
            Part.OwnWords own => [OwnWords(own)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private Paragraph Heading(Part.Heading heading)
    {
        var properties = WordText.Properties(
            "Heading" + heading.Level.ToString(CultureInfo.InvariantCulture)
        );
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

    private IEnumerable<OpenXmlElement> Cell(TableRole role, Part part) =>
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

        var id = (++_bookmarks).ToString(CultureInfo.InvariantCulture);
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
        var area = own.Area.ToString(CultureInfo.InvariantCulture);
        return new SdtBlock(
            new SdtProperties(
                new SdtAlias { Val = $"Utvärderarens egna ord, område {area}" },
                new Tag { Val = SuggestionMark.OwnWordsPrefix + area },
                new SdtId { Val = 7000 + own.Area },
                new ShowingPlaceholder()
            ),
            new SdtContentBlock(
                WordText.Paragraph("OwnWords", WordText.Run(own.Prompt, "PlaceholderText"))
            )
        );
    }
}
