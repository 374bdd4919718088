using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Documents.Pdf.Recognition;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>Files that nobody should send: each ends in a named cause or a record, and leaves nothing behind.</summary>
public sealed class HostilePdfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, SetAsideCause?> SharedFiles =>
        new()
        {
            // file, cause; null where a record is expected
            { "encrypted-owner.pdf", null },
            { "encrypted-user.pdf", SetAsideCause.Encrypted },
            { "huge-page.pdf", SetAsideCause.LimitPassed },
            { "loop.pdf", SetAsideCause.NotAReport },
            { "notpdf.pdf", SetAsideCause.NotAReport },
            { "rotated.pdf", null },
            { "truncated.pdf", SetAsideCause.Damaged },
            { "two-up.pdf", null },
            { "zero.pdf", SetAsideCause.Empty },
        };

    [Theory]
    [MemberData(nameof(SharedFiles))]
    public void HostileFile_EndsInARecordOrANamedCause(string name, SetAsideCause? cause)
    {
        var reading = ReadShared(name);

        if (cause is null)
        {
            Assert.Equal(8, Assert.IsType<ReportReading.Read>(reading).Record.Areas.Count);
        }
        else
        {
            Assert.Equal(cause, Assert.IsType<ReportReading.NotRead>(reading).SetAside.Cause);
        }
    }

    [Fact]
    public void SharedBomb_IsNamedForWhatItIsOrForTheLimitThatItPassed() =>
        Assert.Contains(
            Assert.IsType<ReportReading.NotRead>(ReadShared("bomb.pdf")).SetAside.Cause,
            new[] { SetAsideCause.NotAReport, SetAsideCause.LimitPassed }
        );

    private static ReportReading ReadShared(string name)
    {
        var file = Path.Combine(Repository.RequireShared(), "corpus", "hostile", name);
        return PdfSubject
            .Extractor(RecognitionEngine.Find())
            .Extract(file, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void SoundPdf_IsRead() =>
        Assert.Equal(
            ["Kommunkompassen", "Område", "1"],
            Pages(PdfFile.OfLines("Kommunkompassen", "Område 1"))[0].Words.Select(w => w.Text)
        );

    [Fact]
    public void PageTreeThatLoops_HasNoWordsOrIsNamed()
    {
        var reading = Read(PdfFile.Loop());

        Assert.True(
            reading
                is DocumentReading.NotRead { SetAside.Cause: SetAsideCause.Damaged }
                    or DocumentReading.Read,
            reading.ToString()
        );
    }

    // What passes a small bound needs no large bomb; reading it all would only cost the test's time.
    [Theory]
    [InlineData("seconds=1", 120, "limit seconds")]
    [InlineData("output-mb=1", 1, "limit output-mb")]
    [InlineData("words-per-page=100", 1, "limit words-per-page")]
    [InlineData("memory-mb=96", 120, "limit ")]
    public void InflationBomb_PassesANamedLimit(string limit, int megabytes, string said)
    {
        var aside = Assert
            .IsType<DocumentReading.NotRead>(Read(PdfFile.Bomb(megabytes), limit))
            .SetAside;

        Assert.Equal(SetAsideCause.LimitPassed, aside.Cause);
        Assert.Contains(said, aside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyPages_AreNamedWithTheirLimit()
    {
        var pages = Enumerable.Range(1, 12).Select(i => new[] { $"Sida {i}" }).ToList();

        var aside = Assert
            .IsType<DocumentReading.NotRead>(Read(PdfFile.OfPages(pages), "pages=11"))
            .SetAside;

        Assert.Equal(SetAsideCause.LimitPassed, aside.Cause);
        Assert.Contains("limit pages", aside.Message, StringComparison.Ordinal);
        Assert.IsType<DocumentReading.Read>(Read(PdfFile.OfPages(pages), "pages=12"));
    }

    [Fact]
    public void DeepNesting_Ends() => Assert.NotNull(Read(PdfFile.Nested(200_000)));

    [Fact]
    public void CutAnywhere_EndsInPagesOrANamedCause()
    {
        var whole = PdfFile.OfLines("Kommunkompassen", "Område 1 Offentlighet och demokrati");
        for (var length = 8; length < whole.Length; length += 61)
        {
            var reading = Read(whole[..length]);

            Assert.True(
                reading is DocumentReading.Read
                    || reading is DocumentReading.NotRead { SetAside.Message.Length: > 0 },
                reading.ToString()
            );
        }
    }

    [Fact]
    public void NameThatLooksLikeAnOption_IsAFile()
    {
        var file = _folder.File("-v.pdf");
        File.WriteAllBytes(file, PdfFile.OfLines("Kommunkompassen"));
        var reader = new DocumentReader(pdf: () =>
            new PdfReader(PdfSubject.Engine, null, new PdfLimits())
        );

        Assert.IsType<DocumentReading.Read>(
            reader.Read(
                Path.GetRelativePath(Directory.GetCurrentDirectory(), file),
                TestContext.Current.CancellationToken
            )
        );
    }

    private IReadOnlyList<Page> Pages(byte[] pdf) =>
        Assert
            .IsType<DocumentContent.Paged>(
                Assert.IsType<DocumentReading.Read>(Read(pdf)).Document.Content
            )
            .Pages;

    private DocumentReading Read(byte[] pdf, params string[] limits)
    {
        var file = _folder.File("hostile.pdf");
        File.WriteAllBytes(file, pdf);
        var set = limits.Aggregate(
            new PdfLimits(),
            (all, setting) =>
            {
                var with = all.With(setting, out var problem);
                Assert.Null(problem);
                return with;
            }
        );
        // No recognition: a page without words shall not cost a minute here.
        var reader = new DocumentReader(pdf: () => new PdfReader(PdfSubject.Engine, null, set));
        return reader.Read(file, TestContext.Current.CancellationToken);
    }
}
