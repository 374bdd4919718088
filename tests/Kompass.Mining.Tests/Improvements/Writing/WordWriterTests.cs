using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Writing;
using static Kompass.Mining.Tests.Improvements.Drafts.Rendered;

namespace Kompass.Mining.Tests.Improvements.Writing;

public sealed class WordWriterTests
{
    [Theory]
    [InlineData("full")]
    [InlineData("small")]
    [InlineData("areas")]
    public void Document_IsValid(string name)
    {
        using var stream = new MemoryStream(Bytes(name, DraftFormat.Word));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        var errors = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(
            document,
            TestContext.Current.CancellationToken
        );

        Assert.Empty(errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Workbooks_OfCharts_AreValid()
    {
        var workbooks = 0;
        using var zip = new ZipArchive(new MemoryStream(Bytes("full", DraftFormat.Word)));
        foreach (var entry in zip.Entries.Where(e => e.FullName.Contains("embeddings/")))
        {
            workbooks++;
            using var stream = new MemoryStream();
            using (var source = entry.Open())
            {
                source.CopyTo(stream);
            }

            using var book = SpreadsheetDocument.Open(stream, isEditable: false);
            Assert.Empty(
                new OpenXmlValidator(FileFormatVersions.Microsoft365)
                    .Validate(book, TestContext.Current.CancellationToken)
                    .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")
            );
        }

        Assert.Equal(1, workbooks);
    }

    [Fact]
    public void SameDraft_GivesSameBytes_WhateverTheCulture()
    {
        var first = Bytes("full", DraftFormat.Word);

        Assert.Equal(first, Cultures.In("ar-SA", () => Bytes("full", DraftFormat.Word)));
        Assert.Equal(first, Cultures.In("sv-SE", () => Bytes("full", DraftFormat.Word)));
    }

    [Fact]
    public void EveryEntry_HasTheSameFixedTime()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes("small", DraftFormat.Word)));

        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
    }

    [Fact]
    public void Look_ComesFromStylesOnly()
    {
        var document = Part(Bytes("full", DraftFormat.Word), "word/document.xml");

        Assert.Equal(
            ["rStyle"],
            document
                .Descendants(W + "rPr")
                .Elements()
                .Select(e => e.Name.LocalName)
                .Distinct(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["pStyle", "pageBreakBefore"],
            document
                .Descendants(W + "pPr")
                .Elements()
                .Select(e => e.Name.LocalName)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void EveryStyleThatIsUsed_IsDefined()
    {
        var bytes = Bytes("full", DraftFormat.Word);
        var defined = Part(bytes, "word/styles.xml")
            .Elements(W + "style")
            .Select(s => (string)s.Attribute(W + "styleId")!)
            .ToHashSet(StringComparer.Ordinal);

        foreach (
            var part in (string[])["word/document.xml", "word/header1.xml", "word/footer1.xml"]
        )
        {
            Assert.All(
                Part(bytes, part)
                    .Descendants()
                    .Where(e => e.Name.LocalName is "pStyle" or "rStyle" or "tblStyle"),
                e => Assert.Contains(e.Value()!, defined)
            );
        }
    }

    [Theory]
    [InlineData("full")]
    [InlineData("areas")]
    public void Headings_GoDownOneLevelAtATime(string name)
    {
        var levels = Part(Bytes(name, DraftFormat.Word), "word/document.xml")
            .Descendants(W + "pStyle")
            .Select(s => s.Value()!)
            .Where(s => s.StartsWith("Heading", StringComparison.Ordinal))
            .Select(s => s[^1] - '0')
            .ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), p => Assert.True(p.Second <= p.First + 1));
    }

    [Fact]
    public void EveryTable_HasAMarkedHeadRowAndADescription()
    {
        var tables = Part(Bytes("full", DraftFormat.Word), "word/document.xml")
            .Descendants(W + "tbl")
            .ToList();

        // A score box and the lists for every area, the follow-up.
        Assert.Equal((8 * 2) + 1, tables.Count);
        Assert.All(
            tables,
            t =>
            {
                Assert.NotNull(
                    t.Elements(W + "tr").First().Element(W + "trPr")!.Element(W + "tblHeader")
                );
                Assert.False(
                    string.IsNullOrEmpty(t.Element(W + "tblPr")!.Element(W + "tblCaption").Value())
                );
                Assert.All(
                    t.Elements(W + "tr"),
                    r =>
                        Assert.Equal(
                            t.Element(W + "tblGrid")!.Elements().Count(),
                            r.Elements(W + "tc").Count()
                        )
                );
            }
        );
    }

    [Fact]
    public void EveryChart_HasAnAlternativeTextWithItsFigures()
    {
        var texts = Part(Bytes("full", DraftFormat.Word), "word/document.xml")
            .Descendants()
            .Where(e => e.Name.LocalName == "docPr")
            .Select(e => (string?)e.Attribute("descr"))
            .ToList();

        Assert.StartsWith(
            "Radardiagram. 1 Offentlighet och demokrati: 62 av 100 (medel 51);",
            Assert.Single(texts),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void LanguageTitleAndBanner_AreSet()
    {
        var bytes = Bytes("small", DraftFormat.Word);
        XNamespace dc = "http://purl.org/dc/elements/1.1/";

        var core = Part(bytes, "docProps/core.xml");
        Assert.Equal(
            "Utkast till styrkor och förbättringsmöjligheter – Ekdal 2014",
            core.Element(dc + "title")!.Value
        );
        Assert.Equal("sv-SE", core.Element(dc + "language")!.Value);
        Assert.Equal(
            "sv-SE",
            Part(bytes, "word/styles.xml").Descendants(W + "lang").First().Value()
        );
        Assert.StartsWith(
            "UTKAST – ",
            Part(bytes, "word/header1.xml").Value,
            StringComparison.Ordinal
        );
        var section = Part(bytes, "word/document.xml").Descendants(W + "sectPr").Single();
        Assert.Equal("11906", (string?)section.Element(W + "pgSz")!.Attribute(W + "w"));
        Assert.Equal("16838", (string?)section.Element(W + "pgSz")!.Attribute(W + "h"));
    }

    [Fact]
    public void EverySuggestionAndEveryBox_HasOneBookmark_AndEverySuggestionItsNumber()
    {
        var suggestions = Draft("full")
            .Areas.SelectMany(a => a.Strengths.Concat(a.Improvements))
            .ToList();
        var document = Part(Bytes("full", DraftFormat.Word), "word/document.xml");

        var names = document
            .Descendants(W + "bookmarkStart")
            .Select(b => (string)b.Attribute(W + "name")!)
            .ToList();

        Assert.Equal(suggestions.Count + 8, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, n => Assert.True(n.Length <= 40, n));
        Assert.All(
            suggestions,
            s =>
                Assert.EndsWith(
                    $"({s.Question})",
                    document
                        .Descendants(W + "bookmarkStart")
                        .First(b =>
                            (string?)b.Attribute(W + "name")
                            == SuggestionMark.Of(s.Kind, s.Question)
                        )
                        .Parent!.Value,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void TextThatXmlCannotHold_IsLeftOut()
    {
        var draft = Draft("small");
        var area = draft.Areas[0];
        var odd = draft with
        {
            Areas =
            [
                area with
                {
                    Strengths =
                    [
                        area.Strengths[0] with
                        {
                            Sentence = "Ett\u0000 \u0001två \ud800tre \U0001F600 <fyra> & fem",
                        },
                    ],
                },
            ],
        };

        var document = Part(DraftFile.Render(odd, DraftFormat.Word), "word/document.xml");

        Assert.Contains("Ett två tre \U0001F600 <fyra> & fem", document.Value);
    }
}
