using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Mining.Tests.Dataset.Runs;

/// <summary>Documents that are changed, moved, renamed, overwritten, taken away or withdrawn between runs.</summary>
public sealed class NightlyDocumentsTests : NightlyRunFixture
{
    [Fact]
    public void InboxThatWasMovedOrIsNamedOtherwise_IsKnownByItsContent()
    {
        CopySamples();
        Run();
        var elsewhere = Folder.File("elsewhere/inbox");
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
        Folder.Write("inbox/a/old/ekdal.txt", Sample("ekmossen-2014.txt"));
        Folder.Write("inbox/other.txt", Sample("bjorkvallen-2012.txt"));
        Run();
        Directory.CreateDirectory(Folder.File("inbox/b"));
        Directory.Move(Folder.File("inbox/a/old"), Folder.File("inbox/b/old"));

        var moved = Run();
        var there = Documents();
        Folder.Write("inbox/a/old/ekdal.txt", Sample("ekmossen-2014.txt"));
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
        Folder.Write(
            "inbox/2014/rapport.txt",
            File.ReadAllText(Path.Combine(Repository.Samples, "ekmossen-2014.txt"))
        );
        Run();
        var records = DatasetFiles.Hashes(Data.Records);
        Directory.CreateSymbolicLink(Folder.File("link"), Inbox);
        Folder.Write("elsewhere/m.txt", "Ingen rapport");

        RunOver(Folder.File("link"));
        RunOver(Folder.File("elsewhere"));

        Assert.Equal(records, DatasetFiles.Hashes(Data.Records));
        Run();
        Assert.Equal(records, DatasetFiles.Hashes(Data.Records));
    }

    [Fact]
    public void InboxAboveTheLastOne_NamesDocumentsFromItOn()
    {
        Folder.Write(
            "inbox/2014/rapport.txt",
            File.ReadAllText(Path.Combine(Repository.Samples, "ekmossen-2014.txt"))
        );
        RunOver(Folder.File("inbox/2014"));

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
    public void Run_WithFileGone_KeepsItsRecord()
    {
        CopySamples();
        Run();
        File.Delete(Path.Combine(Inbox, "ekmossen-2014.txt"));
        File.Delete(Path.Combine(Inbox, "sandfors-2015.txt"));
        Folder.Write("inbox/new.txt", "Detta är ingen rapport.");

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
        Folder.Write("inbox/ekmossen-2014.txt", "<html>Logga in</html>");

        var summary = Run();
        File.Delete(Path.Combine(Inbox, "ekmossen-2014.txt"));
        var gone = Run();
        Run("2");

        var aside = Assert.Single(summary.SetAside);
        Assert.Contains("before stays (ekmossen-2014)", aside.Message, StringComparison.Ordinal);
        Assert.Equal((9, 9), (summary.Reports, gone.Reports));
        Assert.Equal(records, DatasetFiles.Hashes(Data.Records));
        Folder.Write("inbox/ekmossen-2014.txt", good + "\n");
        Assert.Equal(new LedgerBalance(9, 1, 8, 0), Run("2").Ledger);
    }

    [Fact]
    public void DocumentBehindALink_IsReadAgainWhereItsTargetChanges()
    {
        var target = Folder.Write(
            "inbox/.kept/m.txt",
            File.ReadAllText(Path.Combine(Repository.Samples, "mossebo-2010.txt"))
        );
        File.CreateSymbolicLink(Folder.File("inbox/m.txt"), ".kept/m.txt");
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
}
