using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Kompass.Mining;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Runs;

namespace Kompass.Benchmarks;

/// <summary>The main job on 1, 100 and 1,000 documents: from nothing, and again with nothing changed.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class NightlyBenchmarks
{
    private string _folder = "";
    private Extractor _extractor = null!;

    /// <summary>Documents under the inbox.</summary>
    [Params(1, 100, 1000)]
    public int Documents { get; set; }

    /// <summary>Writes the inbox, and the dataset for the second run.</summary>
    [GlobalSetup]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("kompass-bench-").FullName;
        _extractor = new Extractor(Reports.Knowledge);
        Reports.Write(Path.Combine(_folder, "in"), Documents);
        Run("kept");
    }

    /// <summary>Takes all away.</summary>
    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    /// <summary>A new dataset each time.</summary>
    [IterationSetup(Target = nameof(FirstRun))]
    public void Empty()
    {
        if (Directory.Exists(Path.Combine(_folder, "new")))
        {
            Directory.Delete(Path.Combine(_folder, "new"), recursive: true);
        }
    }

    /// <summary>Everything is new.</summary>
    [Benchmark(Baseline = true)]
    public object FirstRun() => Run("new");

    /// <summary>Nothing changed.</summary>
    [Benchmark]
    public object SecondRun() => Run("kept");

    private RunSummary Run(string data) =>
        new NightlyRun(
            _extractor,
            _extractor.Fingerprint,
            new DataFolder(Path.Combine(_folder, data)),
            TimeProvider.System,
            new NightlyOptions(Environment.ProcessorCount)
        ).Run([Path.Combine(_folder, "in")], null, CancellationToken.None);
}
