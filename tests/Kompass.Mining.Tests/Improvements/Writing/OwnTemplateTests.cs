using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Improvements.Feedback;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Writing;
using Kompass.Mining.Tests.Improvements.Feedback;
using static Kompass.Mining.Tests.Improvements.Drafts.Rendered;

namespace Kompass.Mining.Tests.Improvements.Writing;

/// <summary>Drafts in a house's own document, whose ids of styles are Swedish, as Word's are.</summary>
public sealed class OwnTemplateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Draft_TakesTheTemplatesStylesAndPage_AndNothingOfItsText()
    {
        var bytes = Write(hasLists: true);

        var text = Part(bytes, "word/document.xml");
        Assert.Contains("Rubrik2", StylesOf(text));
        Assert.DoesNotContain("Heading2", StylesOf(text));
        Assert.DoesNotContain("Mallens text", text.Value, StringComparison.Ordinal);
        Assert.Equal("10000", text.Descendants(W + "pgSz").Single().Attribute(W + "w")!.Value);
        Assert.All(
            text.Descendants(W + "tblGrid"),
            g => Assert.Equal(8000, g.Elements().Sum(c => (int)c.Attribute(W + "w")!))
        );
        Assert.Contains("UTKAST", Part(bytes, "word/header1.xml").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadsAndLists_AreTheTemplates()
    {
        var paragraphs = Part(Write(hasLists: true), "word/document.xml")
            .Element(W + "body")!
            .Elements(W + "p")
            .Select(p => p.Value)
            .ToList();

        Assert.Contains("1. Offentlighet och demokrati", paragraphs);
        Assert.Equal(8, paragraphs.Count(p => p == "Utvecklingsområden"));
        Assert.DoesNotContain("Förbättringsmöjligheter", paragraphs);
    }

    [Fact]
    public void WithoutListsOfItsOwn_TheTableOfTheReportsStays() =>
        Assert.Contains(
            "StyrkorFörbättringsmöjligheter",
            Part(Write(hasLists: false), "word/document.xml")
                .Descendants(W + "tbl")
                .Select(t => t.Element(W + "tr")!.Value)
        );

    [Fact]
    public void BoxToCross_NeverStandsAloneOnAPage()
    {
        var above = Part(Write(hasLists: true), "word/document.xml")
            .Descendants(W + "bookmarkStart")
            .Where(b => SuggestionMark.ReviewedArea((string?)b.Attribute(W + "name")) is not null)
            .Select(b => b.Parent!.ElementsBeforeSelf().Last())
            .Where(p => p.Descendants(W + "bookmarkStart").Any())
            .ToList();

        Assert.NotEmpty(above);
        Assert.All(above, p => Assert.NotNull(p.Element(W + "pPr")!.Element(W + "keepNext")));
    }

    [Fact]
    public void YearsHaveRoomOnANarrowPage()
    {
        var years = Part(Write(hasLists: true), "word/document.xml")
            .Descendants(W + "tc")
            .Where(c => c.Value.Length == 4 && c.Value.All(char.IsAsciiDigit))
            .Select(c => (int)c.Descendants(W + "tcW").Single().Attribute(W + "w")!)
            .ToList();

        Assert.NotEmpty(years);
        Assert.All(years, w => Assert.InRange(w, 760, 1000));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Document_IsValid_AndTheSameEachTime(bool hasLists)
    {
        var bytes = Write(hasLists);
        using var stream = new MemoryStream(bytes);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
        Assert.Equal(bytes, Write(hasLists));
    }

    // Last year's draft, restyled, is the template at hand; and so is one that was written into it.
    [Fact]
    public void DraftOfOurs_IsATemplateAsAnyOther()
    {
        var bytes = DraftFile.Render(Draft("small"), DraftFormat.Word);
        foreach (var name in new[] { "ett.docx", "tva.docx" })
        {
            var file = _folder.File(name);
            File.WriteAllBytes(file, bytes);
            bytes = DraftFile.Render(
                Draft("full"),
                DraftFormat.Word,
                OwnTemplate.Read(file, Edition)
            );
            using var stream = new MemoryStream(bytes);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);

            Assert.Empty(
                new OpenXmlValidator(FileFormatVersions.Office2019)
                    .Validate(document, TestContext.Current.CancellationToken)
                    .Select(e => $"{e.Path?.XPath}: {e.Description}")
            );
            var main = document.MainDocumentPart!;
            Assert.Single(main.ChartParts);
            var header = Assert.Single(main.HeaderParts).Header!.InnerText;
            Assert.Equal(2, header.Split("UTKAST").Length);
            var lists = main.NumberingDefinitionsPart!.Numbering!.Elements<AbstractNum>().ToList();
            Assert.Equal(
                lists.Count,
                lists.Select(l => l.AbstractNumberId!.Value).Distinct().Count()
            );
        }
    }

    [Fact]
    public void Edited_IsReadBack()
    {
        var draft = new ReturnedDraft(Write(hasLists: true)).Reviewed();
        ReturnedDraft
            .Sentence(draft.Suggestion("improvement_1_1"))
            .ReplaceWith(ReturnedDraft.Run("Omskriven"));
        draft.Suggestion("improvement_2_1").AddAfterSelf(ReturnedDraft.Paragraph("Tillagd (2.2)"));
        draft.Suggestion("improvement_2_1").Remove();
        var file = _folder.File("retur.docx");
        File.WriteAllBytes(file, draft.Save());

        var reading = Assert
            .IsType<FeedbackReadout.Read>(
                new FeedbackReader(Subject.Knowledge, new FixedTime()).Read(file)
            )
            .Feedback.Readings[0];

        Assert.Equal(
            [("1.1", SuggestionFate.Edited), ("2.1", SuggestionFate.Removed)],
            reading
                .Outcomes.Where(o => o.Fate is SuggestionFate.Edited or SuggestionFate.Removed)
                .Select(o => (o.Question, o.Fate))
        );
    }

    [Fact]
    public void NoDocument_IsRefusedByName()
    {
        var file = _folder.Write("mall.docx", "hej");

        var error = Assert.Throws<DatasetException>(() => OwnTemplate.Read(file, Edition));

        Assert.StartsWith(
            $"{file}: är inget Officedokument",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private byte[] Write(bool hasLists)
    {
        var file = _folder.File($"mall-{hasLists}.docx");
        if (!File.Exists(file))
        {
            Make(file, hasLists);
        }

        return DraftFile.Render(Draft("full"), DraftFormat.Word, OwnTemplate.Read(file, Edition));
    }

    private static IEnumerable<string> StylesOf(XElement text) =>
        text.Descendants(W + "pStyle").Select(s => s.Attribute(W + "val")!.Value).Distinct();

    private static void Make(string file, bool hasLists)
    {
        using var document = WordprocessingDocument.Create(
            file,
            WordprocessingDocumentType.Document
        );
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            Style("Normal", "Normal"),
            Style("Rubrik1", "heading 1"),
            Style("Rubrik2", "heading 2"),
            Style("Rubrik3", "heading 3")
        );
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
            new AbstractNum(new Level(new LevelText { Val = "–" }) { LevelIndex = 0 })
            {
                AbstractNumberId = 0,
            },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 }
        );
        var header = main.AddNewPart<HeaderPart>("rIdHuvud");
        header.Header = new Header(new Paragraph(new Run(new Text("Huset"))));
        main.Document = new Document(
            new Body([
                Line("Rubrik1", "Mallens text"),
                .. hasLists
                    ? (Paragraph[])
                        [
                            Line("Rubrik2", "1. Offentlighet och demokrati"),
                            Line("Rubrik3", "Styrkor"),
                            Line("Rubrik3", "Utvecklingsområden:"),
                        ]
                    : [],
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdHuvud" },
                    new PageSize { Width = 10000, Height = 14000 },
                    new PageMargin
                    {
                        Top = 1000,
                        Right = 1000,
                        Bottom = 1000,
                        Left = 1000,
                        Header = 500,
                        Footer = 500,
                        Gutter = 0,
                    }
                ),
            ])
        );
    }

    private static Style Style(string id, string name) =>
        new(new StyleName { Val = name }) { StyleId = id, Type = StyleValues.Paragraph };

    private static Paragraph Line(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text)));
}
