using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Tests.Dataset.Store;

/// <summary>What did not change is taken over from the build before, and nobody can tell: <see cref="DatasetBuild"/>.</summary>
public sealed class DatasetBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _text = File.ReadAllText(
        Path.Combine(Repository.Samples, "lovhamra-2016.html")
    );

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhateverNightsCameBefore_TheFilesAreThoseOfABuildFromNothing(int seed)
    {
        var chance = new Random(seed);
        for (var i = 0; i < 5; i++)
        {
            Write(i, chance);
        }

        Run("data");
        for (var night = 0; night < 4; night++)
        {
            // One or two documents are new, read otherwise, or of another municipality: reports come, change and go.
            for (var i = chance.Next(1, 3); i > 0; i--)
            {
                Write(chance.Next(8), chance);
            }

            Run("data");
            DatasetFiles.Copy(_folder.File("data"), _folder.File("whole"));
            File.Delete(_folder.File("whole/kompass.db"));
            Directory.Delete(_folder.File("whole/csv"), recursive: true);
            Run("whole");

            Assert.Equal(
                DatasetFiles.Hashes(_folder.File("whole")),
                DatasetFiles.Hashes(_folder.File("data"))
            );
        }
    }

    [Fact]
    public void WhatWasLeftAsItIs_IsTakenOver()
    {
        Write(1, new Random(1));
        Run("data");

        // The same length and time: as far as anyone looks it is the file that was left.
        var file = _folder.File("data/kompass.db");
        var time = File.GetLastWriteTimeUtc(file);
        using (var store = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            store.Open();
            using var change = store.CreateCommand();
            change.CommandText = "UPDATE area_scores SET name = 'X'";
            change.ExecuteNonQuery();
        }

        File.SetLastWriteTimeUtc(file, time);
        Write(2, new Random(2));
        Run("data");

        var names = Areas();
        Assert.Contains("X", names);
        Assert.Equal(1 + 8, names.Count);
    }

    // More than fit into a few pages of the file, whose order the order of writing tells.
    [Fact]
    public void StoreOfManyReports_IsTheSameBytesWhereOneChanged()
    {
        var sample = Subject.Extract(Path.Combine(Repository.Samples, "ekmossen-2014.txt"));
        var records = Enumerable
            .Range(0, 60)
            .Select(i => ContentId.Assign(sample with { Id = $"ekmossen-{i:00}" }))
            .ToList();
        Build("data", records);
        records[30] = records[30] with { Findings = [.. records[30].Findings.Skip(5)] };

        Build("data", records);
        DatasetFiles.Copy(_folder.File("data"), _folder.File("whole"));
        File.Delete(_folder.File("whole/kompass.db"));
        Build("whole", records);

        Assert.Equal(
            File.ReadAllBytes(_folder.File("whole/kompass.db")),
            File.ReadAllBytes(_folder.File("data/kompass.db"))
        );
    }

    private void Build(string data, IReadOnlyList<ReportRecord> records) =>
        new DataFolder(_folder.File(data)).Build(Subject.Knowledge, records);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Record_IsKnownByItsTime_UnlessAnotherFileIsInItsPlace(bool another)
    {
        Write(1, new Random(1));
        Run("data");
        var record = Assert.Single(Directory.GetFiles(_folder.File("data/records")));
        var written = File.GetLastWriteTimeUtc(record).AddHours(-1);
        if (another)
        {
            File.Delete(record);
        }

        File.WriteAllText(record, "x");
        File.SetLastWriteTimeUtc(record, written);
        Write(2, new Random(2));
        Run("data");

        Assert.Equal(another, File.ReadAllText(record) != "x");
        Assert.Equal(2, Directory.GetFiles(_folder.File("data/records")).Length);
    }

    [Theory]
    [InlineData("csv/findings.csv", "x")]
    [InlineData("csv/findings.csv", null)]
    [InlineData("kompass.db", "x")]
    [InlineData(".build.json", "{")]
    [InlineData(".build.json", "{}")]
    [InlineData(".build.json", null)]
    public void WhatIsNotAsItWasLeft_IsMadeAnew(string file, string? text)
    {
        Write(1, new Random(1));
        Run("data");
        Write(2, new Random(2));
        DatasetFiles.Copy(_folder.File("data"), _folder.File("undisturbed"));
        if (text is null)
        {
            File.Delete(_folder.File($"data/{file}"));
        }
        else
        {
            File.AppendAllText(_folder.File($"data/{file}"), text);
        }

        Run("undisturbed");
        Run("data");

        Assert.Equal(
            DatasetFiles.Hashes(_folder.File("undisturbed")),
            DatasetFiles.Hashes(_folder.File("data"))
        );
    }

    // Of the store: the names of areas as its reports have them.
    private List<string> Areas()
    {
        using var store = new SqliteConnection(
            $"Data Source={_folder.File("data/kompass.db")};Mode=ReadOnly;Pooling=False"
        );
        store.Open();
        using var ask = store.CreateCommand();
        ask.CommandText = "SELECT DISTINCT name FROM area_scores ORDER BY 1";
        using var rows = ask.ExecuteReader();
        var names = new List<string>();
        while (rows.Read())
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }

    private void Write(int document, Random chance) =>
        _folder.Write(
            $"inbox/{document}.html",
            _text
                .Replace(
                    "Lövhamra",
                    $"Lövhamra{"acå"[chance.Next(3)]}{(char)('m' + document)}",
                    StringComparison.Ordinal
                )
                .Replace(" 61", $" {chance.Next(40, 80)}", StringComparison.Ordinal)
        );

    private void Run(string data) =>
        new NightlyRun(
            Subject.Extractor,
            "1",
            new DataFolder(_folder.File(data)),
            new StillClock(),
            new NightlyOptions(2, WithCsv: true)
        ).Run([_folder.File("inbox")], cancellation: TestContext.Current.CancellationToken);
}
