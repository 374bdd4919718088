using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.Tests.Documents.Pdf;

public sealed class PdfReaderTests
{
    private static readonly PdfReading.NotRead Damaged = new(SetAsideCause.Damaged, "is damaged");

    [Fact]
    public void FileThatTheFirstEngineReads_IsNotGivenToTheNext()
    {
        var second = new Engine("second", Pages(Text));

        var (engine, _) = Read(new Engine("first", Pages(Text)), second);

        Assert.Equal("first", engine);
        Assert.Equal(0, second.Asked);
    }

    [Fact]
    public void FileThatTheFirstEngineCannotRead_IsReadByTheNext_WhichStandsInTheRecord()
    {
        var (engine, reading) = Read(
            new Engine("first", Damaged),
            new Engine("second", Pages(Text))
        );

        Assert.Equal("second", engine);
        Assert.IsType<PdfReading.Read>(reading);
    }

    [Fact]
    public void FileThatNoEngineReads_IsSetAsideWithWhatTheFirstSays()
    {
        var (_, reading) = Read(
            new Engine("first", Damaged),
            new Engine("second", new PdfReading.NotRead(SetAsideCause.LimitPassed, "too long"))
        );

        Assert.Equal(Damaged, reading);
    }

    [Fact]
    public void OfTwoReadings_TheOneWithFewerUnusablePagesIsTaken()
    {
        var (better, _) = Read(
            new Engine("first", Pages(Text, "", "")),
            new Engine("second", Pages(Text, Text, ""))
        );
        var (equal, _) = Read(
            new Engine("first", Pages(Text, "")),
            new Engine("second", Pages(Text, ""))
        );

        Assert.Equal("second", better);
        Assert.Equal("first", equal);
    }

    [Fact]
    public void PageThatAnEngineCouldNotParse_IsUnusable()
    {
        var unread = new PdfReading.Read([new Page(1, 595, 842, [], PageOrigin.Unreadable)]);

        var (engine, _) = Read(new Engine("first", unread), new Engine("second", Pages(Text)));

        Assert.Equal("second", engine);
    }

    [Fact]
    public void WithoutEngines_TheFileIsSetAside()
    {
        var (_, reading) = Read();

        Assert.Equal(SetAsideCause.ToolMissing, Assert.IsType<PdfReading.NotRead>(reading).Cause);
    }

    private const string Text = "Kommunen har tydliga mål och en god uppföljning";

    private static (string Engine, PdfReading Reading) Read(params IPdfEngine[] engines)
    {
        var (_, engine, reading) = new PdfReader(engines, null, new PdfLimits()).Read(
            "a.pdf",
            TestContext.Current.CancellationToken
        );
        return (engine, reading);
    }

    private static PdfReading.Read Pages(params string[] texts) =>
        new([
            .. texts.Select(
                (text, i) =>
                    new Page(
                        i + 1,
                        595,
                        842,
                        [
                            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                .Select(w => new Word(w, new Box(0, 0, 10, 10), 10)),
                        ]
                    )
            ),
        ]);

    private sealed class Engine(string name, PdfReading reading) : IPdfEngine
    {
        public int Asked { get; private set; }

        public string Name => name;

        public PdfReading Read(string file, PdfLimits limits, CancellationToken cancellation)
        {
            Asked++;
            return reading;
        }
    }
}
