using BenchmarkDotNet.Attributes;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Improvements.Writing;

namespace Kompass.Benchmarks;

/// <summary>Suggestions for a municipality whose area scores were published, and their draft as a Word document.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SuggestBenchmarks
{
    private readonly Edition _edition = Reports.Knowledge.Edition("2010");
    private Suggester _suggester = null!;
    private ScoreProfile _profile = null!;
    private ImprovementDraft _draft = null!;

    /// <summary>Reads model and known evaluations.</summary>
    [GlobalSetup]
    public void Load()
    {
        var knowledge = Reports.Knowledge;
        var source = new SuggestionSource(
            knowledge,
            new DataFolder(Path.Combine(Path.GetTempPath(), "kompass-bench-no-data"))
        );
        _profile =
            source.FindMunicipality(knowledge.Municipalities.FindByName("Karlskrona")!, 2014)
            ?? throw new InvalidOperationException("the catalogue lacks Karlskrona 2014");
        _suggester = new Suggester(
            knowledge,
            ImprovementModel.Read(
                Path.Combine(Reports.Root, "models", "improvements", "model.bin"),
                _edition
            ),
            source.Known
        );
        _draft = Suggest();
    }

    /// <summary>From a profile to suggestions with reasons and evidence.</summary>
    [Benchmark]
    public ImprovementDraft Suggest() =>
        _suggester.Suggest(_profile, new SuggestionOptions(), CancellationToken.None);

    /// <summary>The draft as DOCX.</summary>
    [Benchmark]
    public byte[] WordDraft() => DraftFile.Render(_draft, DraftFormat.Word);
}
