using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>Files that nobody should send: each ends in a named cause or a record, and leaves nothing behind.</summary>
public sealed class HostilePdfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Engines => PdfEngines.Names;

    public static MatrixTheoryData<string, (string, SetAsideCause?)> SharedFiles =>
        new(
            PdfEngines.Names.Select(n => n.Data),
            [
                // file, cause; null where a record is expected
                ("encrypted-owner.pdf", null),
                ("encrypted-user.pdf", SetAsideCause.Encrypted),
                ("huge-page.pdf", SetAsideCause.LimitPassed),
                ("loop.pdf", SetAsideCause.NotAReport),
                ("notpdf.pdf", SetAsideCause.NotAReport),
                ("rotated.pdf", null),
                ("truncated.pdf", SetAsideCause.Damaged),
                ("two-up.pdf", null),
                ("zero.pdf", SetAsideCause.Empty),
            ]
        );

    [Theory]
    [MemberData(nameof(SharedFiles))]
    public void HostileFile_EndsInARecordOrANamedCause(
        string engine,
        (string Name, SetAsideCause? Cause) hostile
    )
    {
        var (name, cause) = hostile;

        var reading = ReadShared(engine, name);

        if (cause is null)
        {
            Assert.Equal(8, Assert.IsType<ReportReading.Read>(reading).Record.Areas.Count);
        }
        else
        {
            Assert.Equal(cause, Assert.IsType<ReportReading.NotRead>(reading).SetAside.Cause);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void SharedBomb_IsNamedForWhatItIsOrForTheLimitThatItPassed(string engine) =>
        // Poppler reads it as a stream and finds no report; PdfPig has to hold all of it; a slow machine passes the limit on time first.
        Assert.Contains(
            Assert.IsType<ReportReading.NotRead>(ReadShared(engine, "bomb.pdf")).SetAside.Cause,
            new[] { SetAsideCause.NotAReport, SetAsideCause.LimitPassed }
        );

    private static ReportReading ReadShared(string engine, string name)
    {
        var file = Path.Combine(Repository.RequireShared(), "corpus", "hostile", name);
        var reader = new PdfReader(
            [PdfEngines.Get(engine)],
            RecognitionEngine.Find(),
            new PdfLimits()
        );
        return new Extractor(Subject.Knowledge, new DocumentReader(pdf: () => reader)).Extract(
            file,
            TestContext.Current.CancellationToken
        );
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void SoundPdf_IsRead(string engine) =>
        Assert.Equal(
            ["Kommunkompassen", "Område", "1"],
            Pages(engine, PdfFile.OfLines("Kommunkompassen", "Område 1"))[0]
                .Words.Select(w => w.Text)
        );

    [Theory]
    [MemberData(nameof(Engines))]
    public void PageTreeThatLoops_HasNoWordsOrIsNamed(string engine)
    {
        var reading = Read(engine, PdfFile.Loop());

        Assert.True(
            reading
                is DocumentReading.NotRead { SetAside.Cause: SetAsideCause.Damaged }
                    or DocumentReading.Read,
            reading.ToString()
        );
    }

    public static MatrixTheoryData<string, string> Bombs =>
        new(
            PdfEngines.Names.Select(n => n.Data),
            ["seconds=1", "output-mb=1", "words-per-page=100", "memory-mb=96"]
        );

    [Theory]
    [MemberData(nameof(Bombs))]
    public void InflationBomb_PassesANamedLimit(string engine, string limit)
    {
        var aside = Assert
            .IsType<DocumentReading.NotRead>(Read(engine, PdfFile.Bomb(120), limit))
            .SetAside;

        Assert.Equal(SetAsideCause.LimitPassed, aside.Cause);
        Assert.Contains("limit ", aside.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void TooManyPages_AreNamedWithTheirLimit(string engine)
    {
        var pages = Enumerable.Range(1, 12).Select(i => new[] { $"Sida {i}" }).ToList();

        var aside = Assert
            .IsType<DocumentReading.NotRead>(Read(engine, PdfFile.OfPages(pages), "pages=11"))
            .SetAside;

        Assert.Equal(SetAsideCause.LimitPassed, aside.Cause);
        Assert.Contains("limit pages", aside.Message, StringComparison.Ordinal);
        Assert.IsType<DocumentReading.Read>(Read(engine, PdfFile.OfPages(pages), "pages=12"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void DeepNesting_Ends(string engine) =>
        Assert.NotNull(Read(engine, PdfFile.Nested(200_000)));

    [Theory]
    [MemberData(nameof(Engines))]
    public void CutAnywhere_EndsInPagesOrANamedCause(string engine)
    {
        var whole = PdfFile.OfLines("Kommunkompassen", "Område 1 Offentlighet och demokrati");
        for (var length = 8; length < whole.Length; length += 61)
        {
            var reading = Read(engine, whole[..length]);

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
        var reader = new DocumentReader(pdf: () => PdfReader.OfThisMachine());

        Assert.IsType<DocumentReading.Read>(
            reader.Read(
                Path.GetRelativePath(Directory.GetCurrentDirectory(), file),
                TestContext.Current.CancellationToken
            )
        );
    }

    private IReadOnlyList<Page> Pages(string engine, byte[] pdf) =>
        Assert
            .IsType<DocumentContent.Paged>(
                Assert.IsType<DocumentReading.Read>(Read(engine, pdf)).Document.Content
            )
            .Pages;

    private DocumentReading Read(string engine, byte[] pdf, params string[] limits)
    {
        var reads = PdfEngines.Get(engine);
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
        var reader = new DocumentReader(pdf: () => new PdfReader([reads], null, set));
        return reader.Read(file, TestContext.Current.CancellationToken);
    }
}
