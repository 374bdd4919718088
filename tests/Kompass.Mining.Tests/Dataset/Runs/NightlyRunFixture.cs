using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Runs;

namespace Kompass.Mining.Tests.Dataset.Runs;

/// <summary>An inbox and a dataset in a folder of their own, and runs over them.</summary>
public abstract class NightlyRunFixture : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    protected string Inbox => Folder.File("inbox");

    protected DataFolder Data => new(Folder.File("data"));

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void CopySamples()
    {
        Directory.CreateDirectory(Inbox);
        foreach (var file in Directory.GetFiles(Repository.Samples))
        {
            File.Copy(file, Path.Combine(Inbox, Path.GetFileName(file)));
        }
    }

    protected NightlyRun Make(string reader, int parallelism, bool withCsv = false) =>
        new(
            Subject.Extractor,
            reader,
            Data,
            new StillClock(),
            new NightlyOptions(parallelism, WithCsv: withCsv)
        );

    protected RunSummary Run(NightlyOptions options) =>
        new NightlyRun(Subject.Extractor, "1", Data, new StillClock(), options).Run(
            [Inbox],
            cancellation: TestContext.Current.CancellationToken
        );

    protected RunSummary RunOver(string inbox) =>
        Make("1", 4).Run([inbox], cancellation: TestContext.Current.CancellationToken);

    protected RunSummary Run(string reader = "1", int parallelism = 4) =>
        Make(reader, parallelism).Run([Inbox], cancellation: TestContext.Current.CancellationToken);

    protected SortedDictionary<string, string> Snapshot() => DatasetFiles.Hashes(Data.Root);
}
