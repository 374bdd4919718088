using Kompass.Mining.Dataset;

namespace Kompass.Mining.Tests.Dataset;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DataFolder Data => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Store_ThatIsNotThere_IsSaidWithWhatToDo()
    {
        var e = Assert.Throws<DatasetException>(() => SqliteStore.OpenForReading(Data));

        Assert.Contains(
            "there is no dataset yet; run kompass nightly first",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("not a database at all, but long enough to be looked at as one")]
    [InlineData("")]
    public void Store_ThatIsNone_IsSaidWithWhatToDo(string text)
    {
        _folder.Write("kompass.db", text);

        var e = Assert.Throws<DatasetException>(() => SqliteStore.OpenForReading(Data));

        Assert.StartsWith(Data.Store, e.Message, StringComparison.Ordinal);
        Assert.Contains("run kompass nightly to rebuild it", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ThatFails_LeavesTheOldStore()
    {
        SqliteStore.Build(Data, [Records.Of("a")], TestContext.Current.CancellationToken);
        var before = File.ReadAllBytes(Data.Store);

        // The same id twice is no set of records.
        var e = Assert.Throws<DatasetException>(() =>
            SqliteStore.Build(
                Data,
                [Records.Of("a"), Records.Of("b")],
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains(
            "the one from the last run is untouched",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, File.ReadAllBytes(Data.Store));
        Assert.Equal([Data.Store], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Build_Cancelled_LeavesTheOldStore()
    {
        SqliteStore.Build(Data, [Records.Of("a")], TestContext.Current.CancellationToken);
        var before = File.ReadAllBytes(Data.Store);
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            SqliteStore.Build(Data, [Records.Of("b")], source.Token)
        );
        Assert.Equal(before, File.ReadAllBytes(Data.Store));
    }

    [Fact]
    public void Build_OfNoRecords_IsAnEmptyStore()
    {
        SqliteStore.Build(Data, [], TestContext.Current.CancellationToken);

        using var connection = SqliteStore.OpenForReading(Data);
        Assert.Empty(
            new StoreQueries(connection, Subject.Knowledge.Municipalities).Findings(
                new FindingsFilter()
            )
        );
    }

    [Fact]
    public void Store_IsOpenedForReadingOnly()
    {
        SqliteStore.Build(Data, [Records.Of("a")], TestContext.Current.CancellationToken);
        using var connection = SqliteStore.OpenForReading(Data);
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM reports";

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public void EveryNumberAndNote_IsInTheStore()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "mossebo-2010.txt"));
        SqliteStore.Build(Data, [record], TestContext.Current.CancellationToken);
        using var connection = SqliteStore.OpenForReading(Data);

        Assert.Equal(record.Questions.Count, Count("questions"));
        Assert.Equal(record.Notes.Count, Count("notes"));
        Assert.Equal(record.Exemplars.Count, Count("exemplars"));
        Assert.Equal(record.Remarks.Count, Count("remarks"));
        Assert.Equal(
            record.Previous.Sum(p => p.Areas.Count + (p.Total is null ? 0 : 1)),
            Count("previous")
        );

        long Count(string table)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM " + table;
            return (long)command.ExecuteScalar()!;
        }
    }
}
