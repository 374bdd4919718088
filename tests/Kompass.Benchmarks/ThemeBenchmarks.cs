using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Kompass.Mining;
using Kompass.Mining.MLNet;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;
using Kompass.Mining.Themes.Training;

namespace Kompass.Benchmarks;

/// <summary>The model of themes: labelling 10,000 findings, each with its own wording, one after the other; a report with what its own prose teaches; and training on everything at hand.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class ThemeBenchmarks
{
    private const int Findings = 10_000;

    private readonly MLNetEngine _engine = new();
    private ThemeModel _model = null!;
    private List<LabelledFinding> _rows = [];
    private List<(string Text, int Area)> _findings = [];
    private RecordLabeller _labeller = null!;
    private ReportRecord _report = null!;

    /// <summary>Reads the shipped model; the findings are the authored examples with a number each.</summary>
    [GlobalSetup]
    public void Load()
    {
        var knowledge = Reports.Knowledge;
        _model = ThemeModel.Read(
            Path.Combine(Reports.Root, "models", "themes", "model.bin"),
            knowledge
        );
        var authored = TrainingData.Authored(knowledge);
        _rows =
        [
            .. authored,
            .. GoldFile.ReadAll(Path.Combine(Reports.Root, "..", "shared", "gold")),
        ];
        _labeller = new RecordLabeller(_model, knowledge, _engine);
        var real = Path.Combine(Reports.Root, "..", "shared", "corpus", "vasteras-2012.txt");
        _report = (
            (ReportReading.Read)
                new Extractor(knowledge).Extract(
                    File.Exists(real)
                        ? real
                        : Path.Combine(Reports.Root, "corpus", "samples", "bjorkvallen-2012.txt")
                )
        ).Record;
        _findings =
        [
            .. Enumerable
                .Range(0, Findings)
                .Select(i =>
                {
                    var first = authored[i % authored.Count];
                    var number = (i / authored.Count).ToString(CultureInfo.InvariantCulture);
                    return ($"{first.Text} (år {number})", first.Area);
                }),
        ];
    }

    /// <summary>A report of thirty pages: Västerås 2012 where it is at hand, else a sample.</summary>
    [Benchmark]
    public object LabelReportWithItsOwnProse() => _labeller.Label(_report);

    /// <summary>10,000 findings.</summary>
    [Benchmark]
    public int Label10000Findings() =>
        _findings.Count(f => _model.Label(f.Text, f.Area).Question is not null);

    /// <summary>From examples and gold labels (where they are at hand) to a calibrated model.</summary>
    [Benchmark]
    public object Train() => new ThemeTrainer(Reports.Knowledge, _engine).Train(_rows);
}
