using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Store;

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
        Data.Build(Subject.Knowledge, [WrittenRecords.Of("a")]);
        var before = File.ReadAllBytes(Data.Store);

        // The same id twice is no set of records.
        var e = Assert.Throws<DatasetException>(() =>
            Data.Build(Subject.Knowledge, [WrittenRecords.Of("a"), WrittenRecords.Of("b")])
        );

        Assert.Contains("the store is that of the last run", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Data.Store));
        Assert.Equal([Data.Store], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Build_Cancelled_LeavesTheOldStore()
    {
        Data.Build(Subject.Knowledge, [WrittenRecords.Of("a")]);
        var before = File.ReadAllBytes(Data.Store);
        var record = WrittenRecords.Of("b");
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            DatasetBuild.Of(
                Data,
                build => [build.Add(record, RecordJson.WriteBytes(record))],
                Subject.Knowledge,
                new DateOnly(2026, 1, 2),
                source.Token
            )
        );
        Assert.Equal(before, File.ReadAllBytes(Data.Store));
    }

    [Fact]
    public void Build_OfNoRecords_IsAnEmptyStore()
    {
        Data.Build(Subject.Knowledge, []);

        using var connection = SqliteStore.OpenForReading(Data);
        Assert.Empty(
            new StoreQueries(connection, Subject.Knowledge.Municipalities)
                .Texts(QueryFilter.None, [TextPlace.Lists])
                .Rows()
        );
    }

    [Fact]
    public void Store_IsOpenedForReadingOnly()
    {
        Data.Build(Subject.Knowledge, [WrittenRecords.Of("a")]);
        using var connection = SqliteStore.OpenForReading(Data);
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM reports";

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public void EveryNumberAndNote_IsInTheStore()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "mossebo-2010.txt"));
        Data.Build(Subject.Knowledge, [record]);
        using var connection = SqliteStore.OpenForReading(Data);

        Assert.Equal(record.Questions.Count, Count("question_scores"));
        Assert.Equal(record.Notes.Count, Count("notes"));
        Assert.Equal(record.Exemplars.Count, Count("exemplars"));
        Assert.Equal(record.Remarks.Count, Count("remarks"));
        Assert.Equal(
            record.Previous.Sum(p => p.Areas.Count + (p.Total is null ? 0 : 1)),
            Count("previous")
        );
        Assert.Equal(record.Prose.Count, Count("prose"));
        Assert.Equal(0, Count("pragma_foreign_key_check"));

        long Count(string table)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM " + table;
            return (long)command.ExecuteScalar()!;
        }
    }

    [Fact]
    public void Store_HasTheCataloguesTablesAndColumns()
    {
        Data.Build(Subject.Knowledge, [WrittenRecords.Of("a")]);
        using var connection = SqliteStore.OpenForReading(Data);

        Assert.All(
            TableCatalogue.All,
            table =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM {table.Name} LIMIT 0";
                using var reader = command.ExecuteReader();
                Assert.Equal(
                    table.Columns.Select(c => c.Name),
                    Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)
                );
            }
        );
    }

    [Fact]
    public void Build_OfTheSameRecords_IsTheSameBytes()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "mossebo-2010.txt"));
        var bytes = Enumerable
            .Range(0, 2)
            .Select(i =>
            {
                var data = new DataFolder(_folder.File($"{i}"));
                data.Build(Subject.Knowledge, [record]);
                return Convert.ToHexString(File.ReadAllBytes(data.Store));
            })
            .Distinct();

        Assert.Single(bytes);
    }
}
