using System.Security.Cryptography;
using System.Text;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Runs;

namespace Kompass.Mining.Tests.Dataset.Runs;

/// <summary>Parts of the documents read apart make the same dataset: <see cref="Shard"/>, <see cref="NightlyRun.RunShard"/>.</summary>
public sealed class ShardTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("3/8", 3, 8)]
    [InlineData("4096/4096", 4096, 4096)]
    public void Parse_ReadsNumberAndCount(string text, int number, int of) =>
        Assert.Equal(new Shard(number, of), Shard.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("0/8")]
    [InlineData("9/8")]
    [InlineData("1/0")]
    [InlineData("1/4097")]
    [InlineData("-1/8")]
    [InlineData("1/8/9")]
    [InlineData("a/b")]
    public void Parse_OfWhatIsNone_IsNull(string text) => Assert.Null(Shard.Parse(text));

    [Fact]
    public void EveryContent_FallsToOneShard()
    {
        for (var i = 0; i < 200; i++)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{i}")));

            Assert.Single(Enumerable.Range(1, 7), k => new Shard(k, 7).Takes(hash));
        }

        Assert.Single(Enumerable.Range(1, 7), k => new Shard(k, 7).Takes(null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ShardsMerged_AreTheDatasetOfOneRun(int shards)
    {
        WriteInbox(12);
        _folder.Write("inbox/no.txt", "ingen rapport");
        Run("one");

        var seen = 0;
        for (var k = 1; k <= shards; k++)
        {
            seen += Make("many")
                .RunShard(
                    [Inbox],
                    new Shard(k, shards),
                    cancellation: TestContext.Current.CancellationToken
                )
                .Seen;
        }

        var merged = Run("many");

        Assert.Equal(13, seen);
        Assert.Equal(new LedgerBalance(13, 0, 12, 1), merged.Ledger);
        Assert.Equal(Files("one"), Files("many"));
        Assert.Empty(Directory.GetFiles(_folder.File("many/shards")));
    }

    [Fact]
    public void ShardThatDied_GoesOnAndWhatNoShardReadIsReadByTheMerge()
    {
        WriteInbox(12);
        Run("one");
        using (var source = new CancellationTokenSource())
        {
            Assert.ThrowsAny<OperationCanceledException>(() =>
                Make("many")
                    .RunShard([Inbox], new Shard(1, 2), new CancelAfter(2, source), source.Token)
            );
        }

        // Half a line, as a process that is killed leaves it.
        File.AppendAllText(
            Assert.Single(Directory.GetFiles(_folder.File("many/shards"), "*.journal")),
            "\n{\"file\":\"x"
        );
        var again = Make("many")
            .RunShard(
                [Inbox],
                new Shard(1, 2),
                cancellation: TestContext.Current.CancellationToken
            );
        var merged = Run("many");

        Assert.True(again.Unchanged >= 2, again.ToString());
        Assert.Equal(again.Seen, merged.Ledger.Unchanged);
        Assert.Equal(Files("one"), Files("many"));
    }

    [Fact]
    public void Merge_WaitsForNoShardButSaysWhichIsUnderWay()
    {
        WriteInbox(1);
        Make("many")
            .RunShard(
                [Inbox],
                new Shard(1, 1),
                cancellation: TestContext.Current.CancellationToken
            );
        using var held = new DataFolder(_folder.File("many")).Lock(new Shard(1, 1));

        var e = Assert.Throws<DatasetException>(() => Run("many"));

        Assert.Contains("shard 1/1 is still being read", e.Message, StringComparison.Ordinal);
    }

    private string Inbox => _folder.File("inbox");

    private void WriteInbox(int count)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "lovhamra-2016.html"));
        for (var i = 0; i < count; i++)
        {
            _folder.Write(
                $"inbox/{i}.html",
                text.Replace("Lövhamra", $"Lövhamra{(char)('a' + i)}", StringComparison.Ordinal)
            );
        }
    }

    private NightlyRun Make(string data) =>
        new(
            Subject.Extractor,
            "1",
            new DataFolder(_folder.File(data)),
            new StillClock(),
            new NightlyOptions(1)
        );

    private RunSummary Run(string data) =>
        Make(data).Run([Inbox], cancellation: TestContext.Current.CancellationToken);

    private SortedDictionary<string, string> Files(string data) =>
        DatasetFiles.Hashes(_folder.File(data));

    private sealed class CancelAfter(int documents, CancellationTokenSource source)
        : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            if (value.Done >= documents)
            {
                source.Cancel();
            }
        }
    }
}
