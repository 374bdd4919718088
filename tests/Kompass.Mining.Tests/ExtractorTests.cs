using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests;

public sealed class ExtractorTests
{
    [Fact]
    public void FaultOfTheProgram_IsTheDocumentsCauseAndNoException()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.pdf", "%PDF-1.7\n%âãÏÓ\n");
        var extractor = new Extractor(
            Subject.Knowledge,
            new DocumentReader(pdf: () => throw new InvalidOperationException("broken"))
        );

        var aside = Assert
            .IsType<ReportReading.NotRead>(
                extractor.Extract(folder.File("a.pdf"), TestContext.Current.CancellationToken)
            )
            .SetAside;

        Assert.Equal((folder.File("a.pdf"), SetAsideCause.Fault), (aside.File, aside.Cause));
        Assert.Contains("broken", aside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_IsNoFault()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            Subject.Extractor.Extract(Subject.Document(Draft.Flat), source.Token)
        );
    }
}
