using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Learning;
using Kompass.Mining.Tests.Dataset;

namespace Kompass.Mining.Tests.Improvements.Drafts;

public sealed class SuggestionRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private DataFolder Data => new(_folder.Path);

    [Fact]
    public void NewestReportOfEachMunicipality_GetsAFile_AndOthersNone()
    {
        Store(2011);
        Store(2013);

        var summary = Run(recordsChanged: true);

        Assert.Equal((1, 0, 0), (summary.Written, summary.Unchanged, summary.Removed));
        Assert.Equal(["ekdal-2013.json"], Files());
        Assert.StartsWith("improvements-", summary.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void LaterReport_TakesThePlaceOfTheEarlier()
    {
        Store(2011);
        Run(recordsChanged: true);
        Store(2013);

        var summary = Run(recordsChanged: true);

        Assert.Equal((1, 1), (summary.Written, summary.Removed));
        Assert.Equal(["ekdal-2013.json"], Files());
    }

    [Fact]
    public void NothingChanged_LeavesTheFilesAlone()
    {
        Store(2013);
        Run(recordsChanged: true);

        Assert.Equal((0, 1), Counts(Run(recordsChanged: true)));
        Assert.Equal((0, 1), Counts(Run(recordsChanged: false)));
    }

    [Fact]
    public void FilesOfAnotherModel_AreMadeAnew()
    {
        Store(2013);
        Run(recordsChanged: true);
        var file = Path.Combine(Data.Suggestions, "ekdal-2013.json");
        File.WriteAllText(file, "{}");
        File.WriteAllText(Path.Combine(Data.Suggestions, ".basis"), "improvements-0");

        Assert.Equal((1, 0), Counts(Run(recordsChanged: false)));
        Assert.NotEqual("{}", File.ReadAllText(file));
    }

    [Fact]
    public void ReportWithoutPoints_IsSkippedByName()
    {
        new RecordStore(Data.Records).Write("ekdal-2013", Records.Of("a.txt", areas: []));

        Assert.Equal(["ekdal-2013"], Run(recordsChanged: true).Skipped);
    }

    private static (int, int) Counts(DerivationSummary summary) =>
        (summary.Written, summary.Unchanged);

    private IEnumerable<string?> Files() =>
        Directory.GetFiles(Data.Suggestions, "*.json").Select(Path.GetFileName);

    private void Store(int year) =>
        new RecordStore(Data.Records).Write(
            $"ekdal-{year}",
            Records.Of("a.txt") with
            {
                Id = $"ekdal-{year}",
                Year = year,
            }
        );

    private DerivationSummary Run(bool recordsChanged) =>
        new SuggestionRun(
            Subject.Knowledge,
            ImprovementModel.Of(
                ModelFile.Parse(Profile.Trained.Value.Model, "m"),
                "m",
                Profile.Edition
            ),
            Data
        ).Derive(recordsChanged, TestContext.Current.CancellationToken);
}
