using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Dataset.Runs;

/// <summary>Any file operation of a run may fail: <see cref="NightlyRun"/>. <c>KOMPASS_FAULTS=20</c> makes it a run over 20 documents.</summary>
public sealed class NightlyRunFaultTests : IDisposable
{
    private static readonly int Documents = int.Parse(
        Environment.GetEnvironmentVariable("KOMPASS_FAULTS") ?? "6",
        CultureInfo.InvariantCulture
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryFileOperationThatFails_LeavesOldOrNewFilesAndTheNextRunCompletes()
    {
        WriteInbox(Documents / 2, "61");
        Run("old");
        WriteInbox(Documents, "63");
        var old = Files("old");
        Copy("old", "new");
        var operations = 0;
        using (FileOperation.Intercept((_, _) => operations++))
        {
            Run("new");
        }

        var whole = Files("new");
        Assert.True(operations > Documents * 4, $"only {operations} operations were seen");
        Assert.NotEqual(old["kompass.db"], whole["kompass.db"]);
        for (var fails = operations; fails >= 1; fails--)
        {
            Copy("old", "tried");
            var failed = Fail("tried", fails);
            // What is still called .writing is nobody's yet; the next run removes it.
            foreach (
                var (name, content) in Files("tried")
                    .Where(f => !f.Key.EndsWith(".writing", StringComparison.Ordinal))
            )
            {
                Assert.True(
                    content == old.GetValueOrDefault(name)
                        || content == whole.GetValueOrDefault(name),
                    $"{name} is neither the old nor the new one after operation {fails} ({failed}) failed"
                );
            }

            Run("tried");
            Assert.Equal(whole, Files("tried"));
        }
    }

    [Fact]
    public void FullDisk_IsOneLineThatNamesTheFileAndWhatIsFree()
    {
        WriteInbox(2, "61");
        using var full = FileOperation.Intercept(
            (operation, path) =>
            {
                if (operation == "flush" && path.Contains("documents", StringComparison.Ordinal))
                {
                    throw new IOException("No space left on device", 28);
                }
            }
        );

        var e = Assert.Throws<DatasetException>(() => Run("data", parallelism: 4));

        Assert.Contains("documents/", e.Message, StringComparison.Ordinal);
        Assert.Matches(
            "at least [0-9,]+ bytes are needed, [0-9,]+ bytes are free there",
            e.Message
        );
        Assert.Contains("what was there is untouched", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void LinkOutOfTheInboxAndPipe_AreInTheBooks()
    {
        WriteInbox(1, "61");
        _folder.Write("elsewhere/b.html", "x");
        Directory.CreateSymbolicLink(_folder.File("inbox/out"), _folder.File("elsewhere"));
        File.CreateSymbolicLink(_folder.File("inbox/zero.txt"), "/dev/zero");
        File.CreateSymbolicLink(_folder.File("inbox/loop.txt"), "loop.txt");

        var summary = Run("data");

        Assert.Equal(new LedgerBalance(4, 1, 0, 3), summary.Ledger);
        Assert.All(summary.SetAside, s => Assert.Equal(SetAsideCause.Unreadable, s.Cause));
        Assert.Equal(
            ["loop.txt", "out", "zero.txt"],
            summary.SetAside.Select(s => Path.GetFileName(s.File)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void DocumentThatTakesTooLong_IsSetAsideAndTheOthersAreRead()
    {
        WriteInbox(3, "61");
        using var never = new ManualResetEventSlim();
        _folder.Write("inbox/1-slow.pdf", "%PDF-1.4");
        var clock = new StillClock();
        var extractor = new Extractor(
            Subject.Knowledge,
            new DocumentReader(
                new DocumentOptions(),
                () =>
                {
                    clock.Advance(TimeSpan.FromSeconds(new DocumentOptions().MaxSeconds));
                    never.Wait(TimeSpan.FromMinutes(2));
                    throw new InvalidOperationException("the test is over");
                },
                clock
            )
        );

        var summary = new NightlyRun(
            extractor,
            "1",
            new DataFolder(_folder.File("data")),
            clock,
            new NightlyOptions(1)
        ).Run([_folder.File("inbox")], cancellation: TestContext.Current.CancellationToken);
        never.Set();

        Assert.Equal(new LedgerBalance(4, 3, 0, 1), summary.Ledger);
        Assert.Equal(SetAsideCause.LimitPassed, Assert.Single(summary.SetAside).Cause);
        Assert.Contains("document-seconds", summary.SetAside[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatCouldNotBeRead_IsTriedAgainThoughItDidNotChange()
    {
        WriteInbox(1, "61");
        var target = _folder.File("inbox/.later.html");
        File.CreateSymbolicLink(_folder.File("inbox/link.html"), target);
        Assert.Equal(1, Run("data").Ledger.SetAside);

        File.Copy(_folder.File("inbox/0.html"), target);

        Assert.Equal(0, Run("data").Ledger.SetAside);
    }

    private string? Fail(string data, int nth)
    {
        var count = 0;
        string? failed = null;
        using var _ = FileOperation.Intercept(
            (operation, path) =>
            {
                if (++count == nth)
                {
                    failed = $"{operation} {Path.GetFileName(path)}";
                    throw new IOException("Input/output error", 5);
                }
            }
        );
        try
        {
            Run(data);
        }
        catch (DatasetException e)
        {
            Assert.Contains("Input/output error", e.Message, StringComparison.Ordinal);
        }

        return failed;
    }

    // Short reports on municipalities that do not exist, one each.
    private void WriteInbox(int count, string score)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "lovhamra-2016.html"));
        for (var i = 0; i < count; i++)
        {
            _folder.Write(
                $"inbox/{i}.html",
                text.Replace("Lövhamra", $"Lövhamra{(char)('a' + i)}", StringComparison.Ordinal)
                    .Replace(" 61", i == 0 ? " " + score : " 61", StringComparison.Ordinal)
            );
        }
    }

    private RunSummary Run(string data, int parallelism = 1) =>
        new NightlyRun(
            Subject.Extractor,
            "1",
            new DataFolder(_folder.File(data)),
            new StillClock(),
            new NightlyOptions(parallelism, WithCsv: true)
        ).Run([_folder.File("inbox")], cancellation: TestContext.Current.CancellationToken);

    private void Copy(string from, string to) =>
        DatasetFiles.Copy(_folder.File(from), _folder.File(to));

    private SortedDictionary<string, string> Files(string data, bool all = false) =>
        DatasetFiles.Hashes(_folder.File(data), all);
}
