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

namespace Kompass.Mining.Tests.Dataset.Runs;

/// <summary>What a run writes, and that it can be stopped, damaged and taken up again.</summary>
public sealed class NightlyRunTests : NightlyRunFixture
{
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
        Folder.Write(
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
    public void Run_WithNewReader_ReadsEverythingAgain()
    {
        CopySamples();
        Run();

        Assert.Equal(new LedgerBalance(9, 9, 0, 0), Run(reader: "2").Ledger);
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
    public void DatasetInItsOwnInbox_IsRefused()
    {
        CopySamples();

        var refused = Assert.Throws<DatasetException>(() => RunOver(Folder.File(".")));

        Assert.Contains("lies in the inbox", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data.Root));
    }

    [Fact]
    public void Run_WithBadFiles_SetsEachAsideWithItsCauseAndGoesOn()
    {
        CopySamples();
        Folder.Write("inbox/empty.txt", "");
        Folder.Write("inbox/blank.txt", " \n\t\n");
        Folder.Write(
            "inbox/other.txt",
            "Protokoll från föreningens årsmöte. Ordföranden öppnade mötet."
        );
        Folder.Write(
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
        Folder.Write("data", "not a folder");

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
        Folder.Write("inbox/a.txt", text);
        // The second lacks the tables of sub-questions, and states another score for area 3.
        var at = text.LastIndexOf("Översikt av poängfördelning", StringComparison.Ordinal);
        Folder.Write("inbox/b.txt", text[..at]);

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
        Folder.Write("inbox/a.html", text);
        Folder.Write("inbox/b.html", text.Replace(" 61", " 63", StringComparison.Ordinal));

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
        Folder.Write("inbox/brev.txt", "Ett brev om annat.");
        Assert.Equal(new LedgerBalance(10, 9, 0, 1), Run("1+a").Ledger);
        Folder.Write(
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
        Folder.Write(
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
        var file = Folder.Write(
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
    public void CorrectionByPlace_StaysWithTheFindingThatItMet()
    {
        const string first = "• En styrmodell för alla, även bolagen";
        const string second = "• Samma begrepp från fullmäktige till enhet";
        var document = File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"));
        var inbox = Folder.Write("inbox/a.txt", document);
        var file = Folder.Write(
            "c.csv",
            "report,path,value,reason,date\n"
                + "bjorkvallen-2012,findings/3/strength/2/text,Samma ord överallt,misprint,2026-01-02\n"
                + "bjorkvallen-2012,findings/3/strength/2/theme,goals,read it,2026-01-02\n"
        );
        var given = new NightlyOptions(4, Corrections: Corrections.Read(file, Subject.Knowledge));

        Assert.Empty(Run(given).Problems!);
        File.WriteAllText(
            inbox,
            document.Replace(first, "• Nytt först " + first, StringComparison.Ordinal)
        );
        Assert.Empty(Run(given).Problems!);
        var moved = Strengths();
        File.WriteAllText(inbox, document.Replace(second, "", StringComparison.Ordinal));
        var gone = Run(given);
        var still = Run(given);
        var without = Strengths();
        File.WriteAllText(
            file,
            File.ReadAllText(file).Replace("2026-01-02", "2026-01-03", StringComparison.Ordinal)
        );
        var again = Run(
            new NightlyOptions(4, Corrections: Corrections.Read(file, Subject.Knowledge))
        );

        Assert.Equal(
            ["Nytt först", "En styrmodell för alla, även bolagen", "Samma ord överallt"],
            moved.Take(3).Select(f => f.Text)
        );
        Assert.Equal("goals", moved[2].Theme);
        Assert.Equal(2, gone.Problems!.Count);
        Assert.Equal(gone.Problems, still.Problems);
        Assert.Contains(
            "c.csv: line 2: findings/3/strength/2/text was made for \"Samma begrepp från fullmäktige till enhet\", which bjorkvallen-2012 no longer has",
            gone.Problems[0],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(without, f => f.Text == "Samma ord överallt");
        Assert.Empty(again.Problems!);
        Assert.Equal("Samma ord överallt", Strengths()[1].Text);

        List<Finding> Strengths() =>
            [
                .. new RecordStore(Data.Records)
                    .Find("bjorkvallen-2012")!
                    .Findings.Where(f => f is { Area: 3, Kind: FindingKind.Strength }),
            ];
    }

    [Fact]
    public void CorrectionsThatCannotBeRead_StayAndAreSaid()
    {
        CopySamples();
        var file = Folder.Write(
            "c.csv",
            "report,path,value,reason,date\nbjorkvallen-2012,areas/3/score,80,misprint,2026-01-02\n"
        );
        Run(Given());
        var records = DatasetFiles.Hashes(Data.Records);
        File.WriteAllText(file, "rapport\tvärde\n1\t2\n");
        File.Delete(Path.Combine(Inbox, "ekmossen-2014.txt"));

        var unreadable = Run(Given());
        Folder.Write(
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
            var copy = Folder.File(
                Path.Combine("corpus", Path.GetRelativePath(Repository.Corpus, file))
            );
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Folder.Write(
            "corpus/populations.csv",
            "code,population,year,source\n2080,59528,2021,SCB\n"
        );
        var extractor = new Extractor(Knowledge.Load(Folder.File("corpus")));

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
        Folder.Write(
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

    private sealed class Callback(Action<RunProgress> action) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => action(value);
    }
}
