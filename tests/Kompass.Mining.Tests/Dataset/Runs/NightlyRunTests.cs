using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Runs;

public sealed class NightlyRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Inbox => _folder.File("inbox");

    private DataFolder Data => new(_folder.File("data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_OverSamples_BooksBalanceAndEverythingIsWritten()
    {
        CopySamples();

        var summary = Run();

        Assert.Equal(new LedgerBalance(9, 9, 0, 0), summary.Ledger);
        Assert.Equal(9, summary.Reports);
        Assert.True(File.Exists(Data.Store));
        Assert.Contains(
            " | text in doubt | label in doubt | warnings | explained | ",
            File.ReadAllText(Data.Quality),
            StringComparison.Ordinal
        );
        Assert.Equal(9, Directory.GetFiles(Data.Records).Length);
        Assert.False(Directory.Exists(Data.Csv));
        Assert.Empty(Directory.GetFiles(Data.Root, "*.writing*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Run_Again_ReadsNothingAndChangesNothing()
    {
        CopySamples();
        Run();
        var before = Snapshot();

        var second = Run();

        Assert.Equal(new LedgerBalance(9, 0, 9, 0), second.Ledger);
        Assert.Equal(0, second.Written);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void Csvs_AreWrittenWhereTheyAreAskedForAndFromThenOn()
    {
        CopySamples();
        Run();
        var asked = Make("1", 4, withCsv: true)
            .Run([Inbox], cancellation: TestContext.Current.CancellationToken);
        var first = File.ReadAllText(Path.Combine(Data.Csv, "reports.csv"));
        File.Delete(Path.Combine(Inbox, "bjorkvallen-2012.txt"));
        _folder.Write(
            "inbox/lovhamra-2016.html",
            File.ReadAllText(Path.Combine(Repository.Samples, "lovhamra-2016.html"))
                .Replace("Lövhamra", "Lövhamralid", StringComparison.Ordinal)
        );

        Run();

        Assert.Equal(0, asked.Written);
        Assert.Equal(TableCatalogue.OfRuns.Count, Directory.GetFiles(Data.Csv, "*.csv").Length);
        Assert.DoesNotContain("Lövhamralid", first, StringComparison.Ordinal);
        Assert.Contains(
            "Lövhamralid",
            File.ReadAllText(Path.Combine(Data.Csv, "reports.csv")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            SqliteStore.VersionOf(Data)!,
            File.ReadAllText(Path.Combine(Data.Csv, "version.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_OnAnotherMachine_GivesTheSameBytes()
    {
        CopySamples();
        Run();
        var first = Snapshot();
        Directory.Delete(Data.Root, recursive: true);

        Run(parallelism: 1);

        Assert.Equal(first, Snapshot());
    }

    [Fact]
    public void InboxThatWasMovedOrIsNamedOtherwise_IsKnownByItsContent()
    {
        CopySamples();
        Run();
        var elsewhere = _folder.File("elsewhere/inbox");
        Directory.CreateDirectory(Path.GetDirectoryName(elsewhere)!);
        Directory.Move(Inbox, elsewhere);

        var moved = RunOver(elsewhere);
        var built = File.GetLastWriteTimeUtc(Data.Store);
        var named = RunOver(Path.GetRelativePath(Environment.CurrentDirectory, elsewhere));

        Assert.Equal((new LedgerBalance(9, 0, 9, 0), 0), (moved.Ledger, moved.Written));
        Assert.Equal(9, moved.Documents!.Count(d => d.Kind == DocumentChangeKind.Renamed));
        Assert.Equal((new LedgerBalance(9, 0, 9, 0), 0), (named.Ledger, named.Written));
        Assert.Empty(named.Documents!);
        Assert.Equal(built, File.GetLastWriteTimeUtc(Data.Store));
    }

    [Fact]
    public void DocumentThatWasGoneBeforeTheReadingChanged_MakesNoFurtherRunBuild()
    {
        CopySamples();
        Run();
        File.Delete(Path.Combine(Inbox, "bjorkvallen-2012.txt"));
        Run("2");
        var built = File.GetLastWriteTimeUtc(Data.Store);

        Run("2");

        Assert.Equal(built, File.GetLastWriteTimeUtc(Data.Store));
        Assert.NotNull(new RecordStore(Data.Records).Find("bjorkvallen-2012"));
    }

    // As earlier versions wrote it, where the inbox was given from the current folder on.
    [Fact]
    public void LedgerWithPathsFromTheCurrentFolderOn_IsUnderstood()
    {
        CopySamples();
        Run();
        var near = Path.GetRelativePath(Environment.CurrentDirectory, Inbox);
        File.WriteAllText(
            Data.Ledger,
            File.ReadAllText(Data.Ledger)
                .Replace($"\"{Inbox}/", $"\"{near}/", StringComparison.Ordinal)
        );

        var summary = Run();

        Assert.NotEqual(Inbox, near);
        Assert.Equal(new LedgerBalance(9, 0, 9, 0), summary.Ledger);
        Assert.Empty(summary.Documents!);
    }

    [Fact]
    public void DocumentInAnotherFolder_IsNamedSoByItsRecord()
    {
        _folder.Write("inbox/a/old/ekdal.txt", Sample("ekmossen-2014.txt"));
        _folder.Write("inbox/other.txt", Sample("bjorkvallen-2012.txt"));
        Run();
        Directory.CreateDirectory(_folder.File("inbox/b"));
        Directory.Move(_folder.File("inbox/a/old"), _folder.File("inbox/b/old"));

        var moved = Run();
        var there = Documents();
        _folder.Write("inbox/a/old/ekdal.txt", Sample("ekmossen-2014.txt"));
        var copied = Run();

        Assert.Equal((new LedgerBalance(2, 0, 2, 0), 1), (moved.Ledger, moved.Written));
        Assert.Equal(["b/old/ekdal.txt"], there);
        Assert.Equal((new LedgerBalance(3, 0, 3, 0), 1), (copied.Ledger, copied.Written));
        Assert.Equal(["a/old/ekdal.txt"], Documents());

        IEnumerable<string> Documents() =>
            new RecordStore(Data.Records).Find("ekmossen-2014") is { } record
                ? (record.Documents ?? [record.Document])
                    .Select(d => d.File)
                    .Order(StringComparer.Ordinal)
                : [];

        static string Sample(string name) =>
            File.ReadAllText(Path.Combine(Repository.Samples, name));
    }

    [Fact]
    public void Run_WithTouchedFile_KnowsItByItsContent()
    {
        CopySamples();
        Run();
        File.SetLastWriteTimeUtc(
            Path.Combine(Inbox, "ekmossen-2014.txt"),
            new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        );

        Assert.Equal(new LedgerBalance(9, 0, 9, 0), Run().Ledger);
    }

    [Fact]
    public void Run_WithFileWrittenAgainAtTheSameTimeAndLength_NoticesWhereThatIsNearTheLastRun()
    {
        var file = Path.Combine(Inbox, "ekmossen-2014.txt");
        CopySamples();
        File.SetLastWriteTimeUtc(file, new StillClock().GetUtcNow().UtcDateTime.AddSeconds(-1));
        Run();

        WrittenAgain();
        Assert.Equal(new LedgerBalance(9, 1, 8, 0), Run().Ledger);

        // Two seconds and more before a run no clock is that coarse: as far as anyone looks nothing changed.
        File.SetLastWriteTimeUtc(file, new StillClock().GetUtcNow().UtcDateTime.AddMinutes(-1));
        Run();
        WrittenAgain();
        Assert.Equal(new LedgerBalance(9, 0, 9, 0), Run().Ledger);

        void WrittenAgain()
        {
            var time = File.GetLastWriteTimeUtc(file);
            var bytes = File.ReadAllBytes(file);
            bytes[^1] ^= 1;
            File.WriteAllBytes(file, bytes);
            File.SetLastWriteTimeUtc(file, time);
        }
    }

    [Fact]
    public void Run_WithChangedFile_ReadsThatOneOnly()
    {
        CopySamples();
        Run();
        var file = Path.Combine(Inbox, "bjorkvallen-2012.txt");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("• Kulturhuset Vallen", "• Kulturhuset Dalen", StringComparison.Ordinal)
        );

        var summary = Run();

        Assert.Equal(new LedgerBalance(9, 1, 8, 0), summary.Ledger);
        Assert.Contains(
            new RecordStore(Data.Records).Find("bjorkvallen-2012")!.Findings,
            f => f.Text == "Kulturhuset Dalen"
        );
    }

    [Fact]
    public void Run_WithNewReader_ReadsEverythingAgain()
    {
        CopySamples();
        Run();

        Assert.Equal(new LedgerBalance(9, 9, 0, 0), Run(reader: "2").Ledger);
    }

    [Fact]
    public void Run_WithFileGone_KeepsItsRecord()
    {
        CopySamples();
        Run();
        File.Delete(Path.Combine(Inbox, "ekmossen-2014.txt"));
        File.Delete(Path.Combine(Inbox, "sandfors-2015.txt"));
        _folder.Write("inbox/new.txt", "Detta är ingen rapport.");

        var summary = Run();

        Assert.Equal(9, summary.Reports);
        Assert.NotNull(new RecordStore(Data.Records).Find("ekmossen-2014"));
    }

    [Fact]
    public void DocumentThatCannotBeReadAnyMore_KeepsItsRecordUntilItCan()
    {
        CopySamples();
        Run();
        var records = DatasetFiles.Hashes(Data.Records);
        var good = File.ReadAllText(Path.Combine(Inbox, "ekmossen-2014.txt"));
        _folder.Write("inbox/ekmossen-2014.txt", "<html>Logga in</html>");

        var summary = Run();
        File.Delete(Path.Combine(Inbox, "ekmossen-2014.txt"));
        var gone = Run();
        Run("2");

        var aside = Assert.Single(summary.SetAside);
        Assert.Contains("before stays (ekmossen-2014)", aside.Message, StringComparison.Ordinal);
        Assert.Equal((9, 9), (summary.Reports, gone.Reports));
        Assert.Equal(records, DatasetFiles.Hashes(Data.Records));
        _folder.Write("inbox/ekmossen-2014.txt", good + "\n");
        Assert.Equal(new LedgerBalance(9, 1, 8, 0), Run("2").Ledger);
    }

    [Fact]
    public void OtherPopulations_AreJoinedAndNothingIsReadAnew()
    {
        CopySamples();
        Run();
        foreach (
            var file in Directory.GetFiles(Repository.Corpus, "*.*", SearchOption.AllDirectories)
        )
        {
            var copy = _folder.File(
                Path.Combine("corpus", Path.GetRelativePath(Repository.Corpus, file))
            );
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        _folder.Write(
            "corpus/populations.csv",
            "code,population,year,source\n2080,59528,2021,SCB\n"
        );
        var extractor = new Extractor(Knowledge.Load(_folder.File("corpus")));

        var joined = Joined();
        var built = File.GetLastWriteTimeUtc(Data.Store);
        var again = Joined();

        Assert.Equal(Subject.Extractor.Fingerprint, extractor.Fingerprint);
        Assert.Equal((new LedgerBalance(9, 0, 9, 0), 0), (joined.Ledger, joined.Written));
        Assert.Equal(built, File.GetLastWriteTimeUtc(Data.Store));
        Assert.Equal(0, again.Written);
        using var store = SqliteStore.OpenForReading(Data);
        Assert.Equal(
            [59528L],
            QueryResult
                .Read(store, "SELECT population FROM municipalities WHERE population IS NOT NULL")
                .Select(r => r[0])
        );

        RunSummary Joined() =>
            new NightlyRun(extractor, "1", Data, new StillClock(), new NightlyOptions(4)).Run(
                [Inbox],
                cancellation: TestContext.Current.CancellationToken
            );
    }

    [Theory]
    [InlineData("1+a", "1+b", null, true)]
    [InlineData("1+a", "2+a", null, false)]
    [InlineData("1+a", "1+b", SetAsideCause.LimitPassed, false)]
    [InlineData("1+a", "1+a", SetAsideCause.LimitPassed, true)]
    public void WhatWasRead_IsKnownUnderOtherLimits(
        string then,
        string now,
        SetAsideCause? cause,
        bool isKnown
    ) =>
        Assert.Equal(
            isKnown,
            new LedgerEntry("a", "", 1, 1, then, cause is null ? "a-2012" : null, cause, null).IsOf(
                now
            )
        );

    [Fact]
    public void Csv_WithCellsASpreadsheetWouldRun_NeutralisesThem()
    {
        Directory.CreateDirectory(Inbox);
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"));
        _folder.Write(
            "inbox/a.txt",
            text.Replace(
                "Kulturhuset Vallen",
                "=HYPERLINK(\"http://x\";\"Öppna\")",
                StringComparison.Ordinal
            )
        );
        Make("1", 4, withCsv: true)
            .Run([Inbox], cancellation: TestContext.Current.CancellationToken);

        var csv = File.ReadAllText(Path.Combine(Data.Csv, "findings.csv"));

        Assert.Contains("'=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=HYPERLINK(", csv, StringComparison.Ordinal);
    }

    private void CopySamples()
    {
        Directory.CreateDirectory(Inbox);
        foreach (var file in Directory.GetFiles(Repository.Samples))
        {
            File.Copy(file, Path.Combine(Inbox, Path.GetFileName(file)));
        }
    }

    private NightlyRun Make(string reader, int parallelism, bool withCsv = false) =>
        new(
            Subject.Extractor,
            reader,
            Data,
            new StillClock(),
            new NightlyOptions(parallelism, WithCsv: withCsv)
        );

    private RunSummary Run(NightlyOptions options) =>
        new NightlyRun(Subject.Extractor, "1", Data, new StillClock(), options).Run(
            [Inbox],
            cancellation: TestContext.Current.CancellationToken
        );

    private RunSummary RunOver(string inbox) =>
        Make("1", 4).Run([inbox], cancellation: TestContext.Current.CancellationToken);

    private RunSummary Run(string reader = "1", int parallelism = 4) =>
        Make(reader, parallelism).Run([Inbox], cancellation: TestContext.Current.CancellationToken);

    private SortedDictionary<string, string> Snapshot() => DatasetFiles.Hashes(Data.Root);

    private sealed class Callback(Action<RunProgress> action) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => action(value);
    }
}
