using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Versions;

public sealed class VersionStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DataFolder Data => new(_folder.Path);

    private VersionStore Versions => new(Data);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SameContent_IsTheSameVersionWhateverTheDay()
    {
        var first = Build(1, "Tydliga mål");
        var again = Build(2, "Tydliga mål");
        var other = Build(3, "Otydliga mål");

        Assert.Equal(first, again with { Records = first.Records, Models = first.Models });
        Assert.NotEqual(first.Version, other.Version);
        Assert.Equal([1, 2], Versions.All().Select(v => v.Number));
    }

    [Fact]
    public void Store_SaysItsVersion()
    {
        var version = Build(1, "Tydliga mål");
        using var connection = SqliteStore.OpenForReading(Data);
        var meta = SqliteStore.Meta(connection);

        Assert.Equal(version.Version, meta["version"]);
        Assert.Equal("2026-01-01", meta["date"]);
    }

    [Fact]
    public void EarlierVersion_ComesBackAfterAHundredRevisions()
    {
        var first = Build(1, "Tydliga mål");
        var store = File.ReadAllBytes(Data.Store);
        for (var i = 0; i < 100; i++)
        {
            Build(2, $"Ändring {i}");
        }

        var target = new DataFolder(_folder.File("then"));
        Versions.Checkout(
            Versions.Find(first.Short),
            target,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(store, File.ReadAllBytes(target.Store));
        Assert.Equal(
            ["Tydliga mål"],
            new RecordStore(target.Records).All().SelectMany(r => r.Findings).Select(f => f.Text)
        );
        Assert.Equal(101, Versions.All().Count);
    }

    [Fact]
    public void Version_IsFoundByHashNumberAndLatest()
    {
        var first = Build(1, "Tydliga mål");
        var second = Build(2, "Otydliga mål");

        Assert.Equal(first.Version, Versions.Find("1").Version);
        Assert.Equal(first.Version, Versions.Find(first.Short).Version);
        Assert.Equal(second.Version, Versions.Find("latest").Version);
        Assert.Contains(
            $"there is no version 9; there are {first.Short}, {second.Short}",
            Assert.Throws<DatasetException>(() => Versions.Find("9")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Latest_IsTheStateThatTheDatasetIsIn()
    {
        var first = Build(1, "Tydliga mål");
        Build(2, "Otydliga mål");
        Build(3, "Tydliga mål");

        Assert.Equal(first.Version, Versions.Find("latest").Version);
        File.Delete(Data.Store);
        Assert.Equal(2, Versions.Find("latest").Number);
    }

    [Fact]
    public void DamagedObject_IsNamed()
    {
        var version = Build(1, "Tydliga mål");
        var file = Directory
            .GetFiles(_folder.File("versions/objects"), "*.gz", SearchOption.AllDirectories)
            .Single(f =>
                Path.GetFileName(f).StartsWith(version.Reference, StringComparison.Ordinal)
            );
        File.WriteAllBytes(file, [1, 2, 3]);

        Assert.StartsWith(
            file,
            Assert.Throws<DatasetException>(() => Versions.Reference(version)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Diff_TellsRowsAndColumns()
    {
        var before = Build(1, "Tydliga mål");
        var after = Build(2, "Otydliga mål", score: 61);

        var rows = VersionDiff
            .Of(Versions, before, after)
            .Rows()
            .Select(r => string.Join(' ', r.Where(v => v is not null)))
            .ToList();

        Assert.Contains("ekdal-2013 area_scores ekdal-2013 1 changed score 60 61", rows);
        Assert.Contains(
            rows,
            r =>
                r.StartsWith("ekdal-2013 findings ", StringComparison.Ordinal)
                && r.EndsWith(" removed", StringComparison.Ordinal)
        );
        Assert.Contains(rows, r => r.EndsWith(" added", StringComparison.Ordinal));
        Assert.Equal(3, rows.Count);
        Assert.Empty(VersionDiff.Of(Versions, after, after).Rows());
    }

    private DatasetVersion Build(int day, string text, decimal score = 60) =>
        Data.Build(
            Subject.Knowledge,
            [
                ContentId.Assign(
                    WrittenRecords.Of(
                        "a",
                        areas: [(1, score)],
                        findings: [WrittenRecords.Finding(1, FindingKind.Strength, 1, text)]
                    )
                ),
            ],
            day
        );
}
