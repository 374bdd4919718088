using BenchmarkDotNet.Attributes;
using Kompass.Mining;
using Kompass.Mining.Documents;

namespace Kompass.Benchmarks;

/// <summary>One document through the whole extraction, each kind of text layout; memory is what one document allocates.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ExtractionBenchmarks
{
    private readonly Extractor _extractor = new(Reports.Knowledge);
    private readonly DocumentReader _reader = new();
    private byte[] _bytes = [];

    /// <summary>The sample to read.</summary>
    [ParamsSource(nameof(Files))]
    public string File { get; set; } = "";

    /// <summary>Every text and web page among the samples.</summary>
    public static IEnumerable<string> Files =>
        Reports.Samples(".txt").Concat(Reports.Samples(".html")).Select(f => Path.GetFileName(f));

    /// <summary>Reads the bytes, so that the disk is not measured.</summary>
    [GlobalSetup]
    public void Load() =>
        _bytes = System.IO.File.ReadAllBytes(Path.Combine(Reports.Corpus, "samples", File));

    /// <summary>From bytes to a record.</summary>
    [Benchmark]
    public object Extract() =>
        _extractor.Extract(((DocumentReading.Read)_reader.Read(File, _bytes)).Document);
}
