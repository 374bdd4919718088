using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.Tests.Documents.Pdf;

public sealed class PdfReaderTests
{
    private const string Text = "Kommunen har tydliga mål och en god uppföljning";

    [Fact]
    public void FileThatCannotBeRead_IsSetAsideWithWhatTheEngineSays()
    {
        var damaged = new PdfReading.NotRead(SetAsideCause.Damaged, "is damaged");

        var (engine, reading) = Read(new Engine(damaged));

        Assert.Equal("engine", engine);
        Assert.Equal(damaged, reading);
    }

    [Fact]
    public void PagesWithoutUsableText_AreUnreadableWithoutRecognition()
    {
        var unparsed = new Page(1, 595, 842, [], PageOrigin.Unreadable);
        var empty = new Page(2, 595, 842, []);
        var whole = new Page(
            3,
            595,
            842,
            [.. Text.Split(' ').Select(w => new Word(w, new Box(0, 0, 10, 10), 10))]
        );

        var (_, reading) = Read(
            new Engine(new PdfReading.Read([unparsed, empty, whole, whole with { Number = 4 }]))
        );

        Assert.Equal(
            [
                PageOrigin.Unreadable,
                PageOrigin.Unreadable,
                PageOrigin.TextLayer,
                PageOrigin.TextLayer,
            ],
            Assert.IsType<PdfReading.Read>(reading).Pages.Select(p => p.Origin)
        );
    }

    [Fact]
    public void ScanWithoutRecognition_LacksATool()
    {
        var (_, reading) = Read(
            new Engine(new PdfReading.Read([new Page(1, 595, 842, []), new Page(2, 595, 842, [])]))
        );

        var aside = Assert.IsType<PdfReading.NotRead>(reading);
        Assert.Equal(SetAsideCause.ToolMissing, aside.Cause);
        Assert.Contains("2 of its 2 pages", aside.Message, StringComparison.Ordinal);
        Assert.Contains("tesseract-ocr-swe", aside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutEngine_TheFileIsSetAside()
    {
        var (_, reading) = Read(null);

        Assert.Equal(SetAsideCause.ToolMissing, Assert.IsType<PdfReading.NotRead>(reading).Cause);
    }

    private static (string Engine, PdfReading Reading) Read(IPdfEngine? behind)
    {
        var (_, engine, reading) = new PdfReader(behind, null, new PdfLimits()).Read(
            "a.pdf",
            null,
            TestContext.Current.CancellationToken
        );
        return (engine, reading);
    }

    private sealed class Engine(PdfReading reading) : IPdfEngine
    {
        public string Name => "engine";

        public PdfReading Read(
            string file,
            int? attachment,
            PdfLimits limits,
            CancellationToken cancellation
        ) => reading;
    }
}
