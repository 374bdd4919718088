using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Runs;

/// <summary>One bad document or file never stops a run: <see cref="NightlyRun"/>.</summary>
public sealed class NightlyRunRobustnessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DataFolder Data => new(_folder.File("data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TwoCodesAlikeInAnEditionWhoseSubQuestionsAreNotKnown_StopNothing()
    {
        Runs(
            Draft
                .With(
                    "Ada Lindros, SKL",
                    "Ada Lindros, Svenska Kommunförbundet, Sektionen för Demokrati och styrning"
                )
                .Replace("2013", "2008", StringComparison.Ordinal)
                .Replace("1.2\t", "1.1\t", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void NameLongerThanAFileNameMayBe_StopsNothing()
    {
        Runs(Draft.With("EKDALS KOMMUN", "E" + new string('K', 300) + "DALS KOMMUN"));
    }

    [Fact]
    public void NumberWithTooManyDecimalsInATable_StopsNothing()
    {
        Runs(Draft.With("\t\t60\t100\t60%", "\t\t60,125 100\t60%"));
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("<html><body><table><tr><td>")]
    [InlineData("Rubriker Poäng 58 Område 1 Offentlighet och demokrati")]
    [InlineData("Kommunkompassen Styrkor Förbättringsmöjligheter Svagheter Styrkor")]
    [InlineData("1.1 1.2 1.3 Uppnått Max Procent")]
    public void OddFile_StopsNothing(string text) => Runs(text);

    [Theory]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    [InlineData(
        "[{ \"file\": \"a.txt\", \"sha256\": \"ab\", \"reader\": \"1\", \"recordId\": \"x-2013\" }]"
    )]
    [InlineData(
        "[{ \"file\": \"a.txt\", \"sha256\": \"\", \"reader\": \"1\", \"cause\": \"Empty\" }]"
    )]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[{ \"cause\": \"Unknown\" }]")]
    public void DamagedLedger_OnlyCostsTime(string ledger)
    {
        _folder.Write("data/ledger.json", ledger);

        Runs("Ingen rapport");
    }

    [Fact]
    public void HalfALineInTheJournal_IsPassedOver()
    {
        _folder.Write("data/ledger.json.journal", "{ \"file\": \"a.txt\", \"sha");

        Runs("Ingen rapport");
    }

    [Fact]
    public void DamagedRecordOfAnEarlierRun_IsWrittenAnew()
    {
        Runs("Ingen rapport");
        var record = Assert.Single(Directory.GetFiles(Data.Records));
        File.WriteAllText(record, "{ half");
        File.Delete(Data.Store);

        Runs("Ingen rapport");

        var again = new RecordStore(Data.Records).Find("ekdal-2013")!;
        var versions = new VersionStore(Data);
        // The version's record has the same bytes on the disk, and was damaged with it.
        Assert.Equal(
            RecordJson.Write(again),
            RecordJson.Write(versions.Record(versions.Find("latest"), "ekdal-2013")!)
        );
    }

    [Fact]
    public void DamagedReadingOfAnEarlierRun_IsReadAnew()
    {
        Runs("Ingen rapport");
        var reading = Assert.Single(Directory.GetFiles(Data.Documents));
        var whole = File.ReadAllBytes(reading);
        File.WriteAllText(reading, "{ half");
        File.Delete(Assert.Single(Directory.GetFiles(Data.Records)));
        File.Delete(Data.Store);

        Runs("Ingen rapport");

        Assert.Equal(whole, File.ReadAllBytes(reading));
    }

    // A good report and one other file: the run ends, the books balance, and the good one is there.
    private void Runs(string text)
    {
        _folder.Write("inbox/good.txt", Draft.Structured);
        _folder.Write("inbox/odd.txt", text);

        var summary = new NightlyRun(
            Subject.Extractor,
            "1",
            Data,
            TimeProvider.System,
            new NightlyOptions(1)
        ).Run([_folder.File("inbox")], cancellation: TestContext.Current.CancellationToken);

        Assert.True(summary.Ledger.Balances);
        Assert.Equal(2, summary.Ledger.Seen);
        Assert.NotNull(new RecordStore(Data.Records).Find("ekdal-2013"));
    }
}
