using System.Text;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

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
    public void InboxThatIsNamedThroughALink_LeavesDocumentsTheirNames()
    {
        _folder.Write(
            "inbox/2014/rapport.txt",
            File.ReadAllText(Path.Combine(Repository.Samples, "ekmossen-2014.txt"))
        );
        Run();
        var records = DatasetFiles.Hashes(Data.Records);
        Directory.CreateSymbolicLink(_folder.File("link"), Inbox);
        _folder.Write("elsewhere/m.txt", "Ingen rapport");

        RunOver(_folder.File("link"));
        RunOver(_folder.File("elsewhere"));

        Assert.Equal(records, DatasetFiles.Hashes(Data.Records));
        Run();
        Assert.Equal(records, DatasetFiles.Hashes(Data.Records));
    }

    [Fact]
    public void InboxAboveTheLastOne_NamesDocumentsFromItOn()
    {
        _folder.Write(
            "inbox/2014/rapport.txt",
            File.ReadAllText(Path.Combine(Repository.Samples, "ekmossen-2014.txt"))
        );
        RunOver(_folder.File("inbox/2014"));

        var summary = Run();

        Assert.Equal((new LedgerBalance(1, 0, 1, 0), 1), (summary.Ledger, summary.Written));
        Assert.Equal(
            "2014/rapport.txt",
            new RecordStore(Data.Records).Find("ekmossen-2014")!.Document.File
        );
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void RecordThatIsLostOrDamaged_IsMadeAgain(bool lost)
    {
        CopySamples();
        Run();
        var before = Snapshot();
        var file = Path.Combine(Data.Records, "ekmossen-2014.json.gz");
        if (lost)
        {
            File.Delete(file);
        }
        else
        {
            using var stream = File.OpenWrite(file);
            stream.Position = 200;
            stream.Write("xxxx"u8);
        }

        File.SetLastWriteTimeUtc(
            Data.Store,
            TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1)
        );
        var summary = Run();

        Assert.Equal((9, 1), (summary.Reports, summary.Written));
        Assert.Equal(before, Snapshot());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void RecordThatOthersAltered_IsMadeAgainAndNothingIsNew(bool inPlace, bool andStore)
    {
        CopySamples();
        Run();
        var before = Snapshot();
        var file = Path.Combine(Data.Records, "ekmossen-2014.json.gz");
        var altered = PackedJson.Pack(
            Encoding.UTF8.GetBytes(
                Encoding
                    .UTF8.GetString(PackedJson.Read(file))
                    .Replace("\"score\":", "\"score\":1", StringComparison.Ordinal)
            )
        );
        if (inPlace)
        {
            // The file that the version keeps is the same one.
            using var stream = new FileStream(file, FileMode.Truncate);
            stream.Write(altered);
        }
        else
        {
            // From a backup, say: older than the store.
            File.Delete(file);
            File.WriteAllBytes(file, altered);
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(Data.Store).AddDays(-1));
        }

        if (andStore)
        {
            File.SetLastWriteTimeUtc(Data.Store, File.GetLastWriteTimeUtc(Data.Store).AddHours(1));
        }

        var summary = Run();

        Assert.Equal((9, 1), (summary.Reports, summary.Written));
        Assert.Equal(before, Snapshot());
        Assert.Empty(new RunHistory(Data).After(null).Last().Changes.Reports);
        Assert.Equal(0, Run().Written);
    }

    [Theory]
    [InlineData("touched")]
    [InlineData("empty")]
    [InlineData("cut")]
    [InlineData("text")]
    [InlineData("schema")]
    [InlineData("schema of another program")]
    public void StoreThatIsNotAsItWasLeft_IsMadeAnewThoughNothingChanged(string how)
    {
        CopySamples();
        Run();
        var before = Snapshot();
        switch (how)
        {
            case "empty":
                File.WriteAllText(Data.Store, "");
                break;
            case "cut":
                using (var stream = File.OpenWrite(Data.Store))
                {
                    stream.SetLength(stream.Length / 2);
                }

                break;
            case "text":
                File.WriteAllText(Data.Store, new string('x', 9000));
                break;
            default:
                using (var store = SqliteStore.Open(Data.Store, SqliteOpenMode.ReadWrite))
                {
                    store.Execute(
                        how == "touched"
                            ? "UPDATE area_scores SET score = 1"
                            : "UPDATE meta SET value = '5' WHERE name = 'schema'"
                    );
                }

                break;
        }

        if (how == "schema of another program")
        {
            LastBuild.Write(Data, new VersionStore(Data).All()[0].Version);
        }

        var summary = Run();

        Assert.Equal((new LedgerBalance(9, 0, 9, 0), 0), (summary.Ledger, summary.Written));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void DocumentBehindALink_IsReadAgainWhereItsTargetChanges()
    {
        var target = _folder.Write(
            "inbox/.kept/m.txt",
            File.ReadAllText(Path.Combine(Repository.Samples, "mossebo-2010.txt"))
        );
        File.CreateSymbolicLink(_folder.File("inbox/m.txt"), ".kept/m.txt");
        // Long after the files were written, so that length and time tell.
        var late = new FakeTimeProvider(new DateTimeOffset(2126, 1, 2, 3, 4, 5, TimeSpan.Zero));
        RunSummary Late() =>
            new NightlyRun(Subject.Extractor, "1", Data, late, new NightlyOptions(1)).Run(
                [Inbox],
                cancellation: TestContext.Current.CancellationToken
            );
        Late();
        File.AppendAllText(target, "\nEfter slutet.\n");

        var second = Late();
        var third = Late();

        Assert.Equal(new LedgerBalance(1, 1, 0, 0), second.Ledger);
        Assert.Equal(new LedgerBalance(1, 0, 1, 0), third.Ledger);
    }

    [Fact]
    public void FileThatHoldsAnotherReport_KeepsTheEarlierOnes()
    {
        string[] samples = ["mossebo-2010", "sandfors-2015", "ekmossen-2014"];
        var latest = Path.Combine(Inbox, "senaste.txt");
        Directory.CreateDirectory(Inbox);
        RunSummary? summary = null;
        foreach (var sample in samples)
        {
            File.Copy(Path.Combine(Repository.Samples, sample + ".txt"), latest, true);
            summary = Run();
        }

        var records = DatasetFiles.Hashes(Data.Records);
        var quality = File.ReadAllText(Data.Quality);
        File.AppendAllText(latest, "\n");
        var corrected = Run();
        var kept = new RecordStore(Data.Records).Find("ekmossen-2014")!;
        File.WriteAllText(latest, "<html>Logga in</html>");
        var unreadable = Run();
        File.Delete(latest);
        var gone = Run("2");

        Assert.Equal((3, 1), (summary!.Reports, summary.Written));
        Assert.Equal(
            [new DocumentChange(latest, DocumentChangeKind.Overwritten)],
            summary.Documents!
        );
        Assert.Equal(
            samples.Order(StringComparer.Ordinal).Select(s => s + ".json.gz"),
            records.Keys
        );
        Assert.Contains($"| {latest} | mossebo-2010 |", quality, StringComparison.Ordinal);
        Assert.DoesNotContain($"| {latest} | ekmossen-2014 |", quality, StringComparison.Ordinal);
        // Other content of the same report is no other report.
        Assert.Equal((3, 1, 0), (corrected.Reports, corrected.Written, corrected.Documents!.Count));
        Assert.Single(kept.Documents!);
        Assert.Equal((3, 3), (unreadable.Reports, gone.Reports));
        Assert.Contains(
            "before stays (ekmossen-2014)",
            unreadable.SetAside[0].Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WithdrawnReading_LeavesTheDatasetAndNothingElseDoes()
    {
        string[] samples = ["mossebo-2010", "sandfors-2015", "ekmossen-2014"];
        var latest = Path.Combine(Inbox, "senaste.txt");
        Directory.CreateDirectory(Inbox);
        foreach (var sample in samples)
        {
            File.Copy(Path.Combine(Repository.Samples, sample + ".txt"), latest, true);
            Run();
        }

        File.WriteAllText(latest, "<html>Logga in</html>");
        Run();
        RunSummary Withdraw(string name) =>
            Run(NightlyOptions.Default with { Withdrawn = NightlyRun.DocumentsOf(Data, name) });

        var middle = Withdraw("sandfors-2015");
        var newest = Withdraw("ekmossen-2014");
        var quiet = Run();
        var all = Withdraw(latest);

        Assert.Equal((2, 1, 1, 0), (middle.Reports, newest.Reports, quiet.Reports, all.Reports));
        Assert.Equal([new DocumentChange(latest, DocumentChangeKind.Withdrawn)], middle.Documents!);
        Assert.EndsWith(
            "before stays (mossebo-2010)",
            quiet.SetAside[0].Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("stays", all.SetAside[0].Message, StringComparison.Ordinal);
        Assert.Empty(NightlyRun.DocumentsOf(Data, "mossebo-2010"));
        Assert.Empty(Directory.GetFiles(Data.Documents));
    }

    [Fact]
    public void Quality_HasTheBooksOfTheRunAndNamesWhatIsGone()
    {
        CopySamples();
        Run();
        var file = Path.Combine(Inbox, "ekmossen-2014.txt");
        File.Delete(file);

        Run();
        var quality = File.ReadAllText(Data.Quality);
        Run();

        Assert.Contains("| 8 | 0 | 8 | 0 | yes |", quality, StringComparison.Ordinal);
        Assert.Contains($"| {file} | ekmossen-2014 |", quality, StringComparison.Ordinal);
        Assert.Equal(quality, File.ReadAllText(Data.Quality));
        // As docs/nightly.md tells to let go of it.
        File.Delete(Data.Ledger);
        Assert.Equal(8, Run().Reports);
    }

    [Fact]
    public void InboxThatHoldsNothingAnyMore_IsSaid()
    {
        CopySamples();
        Run();
        foreach (var file in Directory.GetFiles(Inbox))
        {
            File.Delete(file);
        }

        var problem = Assert.Single(Run().Problems!);

        Assert.Contains("where the last run knew 9", problem, StringComparison.Ordinal);
        Assert.Empty(Run().Problems!);
        CopySamples();
        Assert.Equal((9, 0), (Run().Reports, Run().Problems!.Count));
    }

    [Fact]
    public void DatasetInItsOwnInbox_IsRefused()
    {
        CopySamples();

        var refused = Assert.Throws<DatasetException>(() => RunOver(_folder.File(".")));

        Assert.Contains("lies in the inbox", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data.Root));
    }

    [Fact]
    public void Run_WithBadFiles_SetsEachAsideWithItsCauseAndGoesOn()
    {
        CopySamples();
        _folder.Write("inbox/empty.txt", "");
        _folder.Write("inbox/blank.txt", " \n\t\n");
        _folder.Write(
            "inbox/other.txt",
            "Protokoll från föreningens årsmöte. Ordföranden öppnade mötet."
        );
        _folder.Write(
            "inbox/pm.txt",
            "PM 1(8) Utvärdering enligt Kommunkompassen i Ekdals kommun. Här beskrivs förberedelserna."
        );
        File.WriteAllBytes(Path.Combine(Inbox, "archive.zip"), [0x50, 0x4B, 3, 4, 0, 0, 0, 0]);
        File.WriteAllBytes(Path.Combine(Inbox, "noise.bin"), [0, 1, 2, 3, 4, 5]);

        var summary = Run();

        Assert.Equal(new LedgerBalance(15, 9, 0, 6), summary.Ledger);
        Assert.True(summary.Ledger.Balances);
        var causes = summary.SetAside.ToDictionary(s => Path.GetFileName(s.File), s => s.Cause);
        Assert.Equal(SetAsideCause.Empty, causes["empty.txt"]);
        Assert.Equal(SetAsideCause.Empty, causes["blank.txt"]);
        Assert.Equal(SetAsideCause.NotAReport, causes["other.txt"]);
        Assert.Equal(SetAsideCause.NotAReport, causes["pm.txt"]);
        Assert.Equal(SetAsideCause.UnknownKind, causes["archive.zip"]);
        Assert.Equal(SetAsideCause.UnknownKind, causes["noise.bin"]);
        Assert.Equal(6, Run().Ledger.SetAside);
    }

    [Fact]
    public void Run_CancelledHalfWay_GoesOnNextTime()
    {
        CopySamples();
        using var source = new CancellationTokenSource();
        var seen = 0;
        var progress = new Callback(_ =>
        {
            if (Interlocked.Increment(ref seen) == 4)
            {
                source.Cancel();
            }
        });

        Assert.ThrowsAny<OperationCanceledException>(() =>
            Make("1", 1).Run([Inbox], progress, source.Token)
        );
        var summary = Run();

        Assert.True(
            summary.Ledger.Unchanged >= 4,
            $"{summary.Ledger}: what was read before the run stopped was read again"
        );
        Assert.Equal(9, summary.Reports);
        Assert.True(summary.Ledger.Balances);
    }

    [Fact]
    public void Run_WhileAnotherHoldsTheDataset_SaysSo()
    {
        CopySamples();
        using var held = Data.Lock();

        var e = Assert.Throws<DatasetException>(() => Run());

        Assert.Contains("another run is writing this dataset", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WhereDataIsAFile_SaysSo()
    {
        CopySamples();
        _folder.Write("data", "not a folder");

        var e = Assert.Throws<DatasetException>(() => Run());

        Assert.Contains("cannot be written", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithDamagedLedger_ReadsAllAnew()
    {
        CopySamples();
        Run();
        File.WriteAllText(Data.Ledger, "{ half of");

        Assert.Equal(new LedgerBalance(9, 9, 0, 0), Run().Ledger);
    }

    [Fact]
    public void Run_WithStoreDeleted_RebuildsItFromTheRecords()
    {
        CopySamples();
        Run();
        File.Delete(Data.Store);

        var summary = Run();

        Assert.Equal(new LedgerBalance(9, 0, 9, 0), summary.Ledger);
        Assert.True(File.Exists(Data.Store));
    }

    [Fact]
    public void Run_WithTwoDocumentsOfOneEvaluation_MakesOneRecord()
    {
        Directory.CreateDirectory(Inbox);
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"));
        _folder.Write("inbox/a.txt", text);
        // The second lacks the tables of sub-questions, and states another score for area 3.
        var at = text.LastIndexOf("Översikt av poängfördelning", StringComparison.Ordinal);
        _folder.Write("inbox/b.txt", text[..at]);

        Run();
        var record = Assert.Single(new RecordStore(Data.Records).All());

        Assert.Equal("bjorkvallen-2012", record.Id);
        Assert.Equal(45, record.Questions.Count);
        Assert.Equal(["a.txt", "b.txt"], record.Documents!.Select(d => Path.GetFileName(d.File)));
        Assert.DoesNotContain(
            record.Notes,
            n => n.Code is NoteCode.QuestionMissing or NoteCode.DocumentsDiffer
        );
    }

    [Fact]
    public void Run_WithDocumentsThatContradictEachOther_NotesIt()
    {
        Directory.CreateDirectory(Inbox);
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "lovhamra-2016.html"));
        _folder.Write("inbox/a.html", text);
        _folder.Write("inbox/b.html", text.Replace(" 61", " 63", StringComparison.Ordinal));

        Run();
        var record = Assert.Single(new RecordStore(Data.Records).All());

        Assert.Contains(
            record.Notes,
            n => n.Code is NoteCode.DocumentsDiffer && n.About == About.Area
        );
    }

    [Fact]
    public void Store_Built_AnswersQueriesAsTheRecordsDo()
    {
        CopySamples();
        Run();
        using var connection = SqliteStore.OpenForReading(Data);
        var queries = new StoreQueries(connection, Subject.Knowledge.Municipalities);
        var records = new RecordStore(Data.Records).All().ToList();

        Assert.Equal(records.Sum(r => r.Findings.Count), Count(QueryFilter.None));
        Assert.Equal(
            records
                .SelectMany(r => r.Findings)
                .Count(f => f.Area == 3 && f.Kind == FindingKind.Improvement),
            Count(new QueryFilter { Areas = [new(3, 3)], Kinds = [FindingKind.Improvement] })
        );
        Assert.Equal(
            records
                .SelectMany(r => r.Findings)
                .Count(f => f.Text.Contains("dialog", StringComparison.OrdinalIgnoreCase)),
            Count(new QueryFilter { Text = SearchQuery.Parse("dialog OR dialog*") })
        );
        var scores = queries.Scores(QueryFilter.None);
        var (id, total) = (scores.IndexOf("id"), scores.IndexOf("total_value"));
        Assert.Equal(
            records.Select(r => (r.Id, (double)r.Total!.Value)).Order(),
            scores.Rows().Select(s => ((string)s[id]!, (double)s[total]!)).Order()
        );

        int Count(QueryFilter filter) => queries.Texts(filter, [TextPlace.Lists]).Rows().Count();
    }

    [Theory]
    [InlineData("'; DROP TABLE findings; --")]
    [InlineData("a OR b NOT c")]
    [InlineData("\"dialog")]
    [InlineData("(((")]
    [InlineData("åäö*")]
    [InlineData("words : dialog")]
    [InlineData("NEAR dialog")]
    public void Search_HoweverOdd_IsAnsweredOrRefused(string text)
    {
        CopySamples();
        Run();
        using var connection = SqliteStore.OpenForReading(Data);
        var queries = new StoreQueries(connection, Subject.Knowledge.Municipalities);

        try
        {
            var filter = new QueryFilter { Text = SearchQuery.Parse(text) };
            Assert.NotNull(queries.Texts(filter, [TextPlace.Lists]).Rows().ToList());
        }
        catch (SearchException e)
        {
            Assert.Contains("is no search", e.Message, StringComparison.Ordinal);
        }

        Assert.NotEmpty(queries.Texts(QueryFilter.None, [TextPlace.Lists]).Rows());
    }

    [Fact]
    public void OtherLimits_ReadAgainOnlyWhatWasSetAside()
    {
        CopySamples();
        _folder.Write("inbox/brev.txt", "Ett brev om annat.");
        Assert.Equal(new LedgerBalance(10, 9, 0, 1), Run("1+a").Ledger);
        _folder.Write(
            "inbox/brev.txt",
            File.ReadAllText(Path.Combine(Inbox, "bjorkvallen-2012.txt"))
        );

        Assert.Equal(new LedgerBalance(10, 1, 9, 0), Run("1+b").Ledger);
        Assert.Equal(new LedgerBalance(10, 0, 10, 0), Run("1+a").Ledger);
        Assert.Equal(new LedgerBalance(10, 10, 0, 0), Run("2+a").Ledger);
    }

    [Fact]
    public void OtherLimits_ReadAgainWhatHasPagesThatWereNotRead()
    {
        _folder.Write(
            "inbox/a.txt",
            File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"))
        );
        Run("1+a");
        var readings = new RecordStore(Data.Documents);
        var name = Assert.Single(readings.Names());
        var read = readings.Find(name)!;
        readings.Write(
            name,
            read with
            {
                Notes =
                [
                    new Note(
                        NoteCode.PageUnreadable,
                        Severity.Warning,
                        About.Document,
                        null,
                        null,
                        "page 2",
                        null
                    ),
                ],
            }
        );

        Assert.Equal(new LedgerBalance(1, 1, 0, 0), Run("1+b").Ledger);
        Assert.Equal(new LedgerBalance(1, 0, 1, 0), Run("1+a").Ledger);
    }

    [Fact]
    public void CorrectionsThatAreNoLongerGiven_AreSaidOnce()
    {
        CopySamples();
        var file = _folder.Write(
            "c.csv",
            "report,path,value,reason,date\nbjorkvallen-2012,areas/3/score,80,misprint,2026-01-02\n"
        );
        var given = Corrections.Read(file, Subject.Knowledge);

        var applied = Run(new NightlyOptions(4, Corrections: given));
        var without = Run();
        var later = Run();

        Assert.Empty(applied.Problems!);
        var said = Assert.Single(without.Problems!);
        Assert.Contains(" (1): bjorkvallen-2012 areas/3/score;", said, StringComparison.Ordinal);
        Assert.Empty(later.Problems!);
    }

    [Fact]
    public void CorrectionsThatCannotBeRead_StayAndAreSaid()
    {
        CopySamples();
        var file = _folder.Write(
            "c.csv",
            "report,path,value,reason,date\nbjorkvallen-2012,areas/3/score,80,misprint,2026-01-02\n"
        );
        Run(Given());
        var records = DatasetFiles.Hashes(Data.Records);
        File.WriteAllText(file, "rapport\tvärde\n1\t2\n");
        File.Delete(Path.Combine(Inbox, "ekmossen-2014.txt"));

        var unreadable = Run(Given());
        _folder.Write(
            "inbox/new.txt",
            File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt")) + "\n"
        );
        var read = Run(Given());

        Assert.Contains(
            "c.csv: line 2: ",
            Assert.Single(unreadable.Problems!),
            StringComparison.Ordinal
        );
        Assert.Equal((0, 9), (unreadable.Written, unreadable.Reports));
        Assert.Equal(1, read.Ledger.Extracted);
        Assert.Equal(
            80,
            new RecordStore(Data.Records)
                .Find("bjorkvallen-2012")!
                .Areas.Single(a => a.Area == 3)
                .Score
        );
        Assert.Equal(records.Keys, DatasetFiles.Hashes(Data.Records).Keys);

        NightlyOptions Given() =>
            new(
                4,
                Corrections: Corrections.ReadOrKeep(
                    file,
                    Subject.Knowledge,
                    new RecordStore(Data.Records),
                    NightlyRun.LastCorrections(Data)
                )
            );
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
