using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Kompass.Cli.Tests;

/// <summary>
/// Runs that are killed (SIGKILL) at random moments, a third of them while store, exports and history are written, and started again until they end:
/// new documents, changed documents, shards and their merge. <c>KOMPASS_KILLS=200</c> makes it 200 kills of runs over 200 documents, a tenth of them whole reports,
/// the others short pages. What was under way at each kill is told (<c>--xunit-diagnostics on</c>).
/// </summary>
public sealed class KillTests : IDisposable
{
    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("KOMPASS_KILLS") ?? "5",
        CultureInfo.InvariantCulture
    );

    private const string Starting = "starting";

    private static readonly int Documents = Kills > 5 ? 200 : 16;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _chance = new(Kills);
    private readonly SortedDictionary<string, int> _killedWhile = new(StringComparer.Ordinal);
    private double _seconds;
    private int _left = Kills;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RunsKilledAtAnyMoment_LoseNothingAndEndAsUndisturbedOnes()
    {
        for (var i = 0; i < Documents; i++)
        {
            var (sample, name, before, after) =
                i % 10 == 0
                    ? ("bjorkvallen-2012.txt", "Björkvallen", "närradion", "lokalradion")
                    : ("lovhamra-2016.html", "Lövhamra", " 61", " 63");
            var report = File.ReadAllText(Path.Combine(Repository.Samples, sample))
                .Replace(
                    name,
                    $"{name}{(char)('a' + (i / 20))}{(char)('a' + (i % 20))}",
                    StringComparison.OrdinalIgnoreCase
                );
            var file = $"{i}{Path.GetExtension(sample)}";
            // Written within one tick of the file system's clock, they would be the same file as far as length and time tell.
            var earlier = _folder.Write($"in/{file}", report);
            File.SetLastWriteTimeUtc(earlier, File.GetLastWriteTimeUtc(earlier).AddHours(-1));
            _folder.Write(
                $"in2/{file}",
                i % 5 == 0 ? report.Replace(before, after, StringComparison.Ordinal) : report
            );
        }

        var watch = Stopwatch.StartNew();
        Undisturbed("in", "one");
        _seconds = watch.Elapsed.TotalSeconds;
        var first = Files("one");
        Undisturbed("in2", "one");
        var second = Files("one");
        Assert.NotEqual(first["kompass.db"], second["kompass.db"]);

        while (_left > 0)
        {
            Directory.CreateDirectory(_folder.File("killed"));
            UntilItEnds("in", []);
            Assert.Equal(first, Files("killed"));
            UntilItEnds("in2", []);
            Assert.Equal(second, Files("killed"));
            Directory.Delete(_folder.File("killed"), recursive: true);

            Directory.CreateDirectory(_folder.File("killed"));
            UntilItEnds("in", ["--shard", "1/2"]);
            UntilItEnds("in", ["--shard", "2/2"]);
            UntilItEnds("in", ["--merge"]);
            Assert.Equal(first, Files("killed"));
            Directory.Delete(_folder.File("killed"), recursive: true);
        }

        TestContext.Current.SendDiagnosticMessage(
            $"{Kills} kills of runs over {Documents} documents: {string.Join(", ", _killedWhile.Select(k => $"{k.Value} while {k.Key}"))}"
        );
        Assert.Equal(0, _left);
    }

    private void Undisturbed(string inbox, string data)
    {
        using var process = Start(inbox, data, []);
        Assert.Equal("", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    // At most a few kills in a row, so that slow starts do not take them all.
    private void UntilItEnds(string inbox, string[] more)
    {
        for (var kill = 0; ; kill++)
        {
            using var process = Start(inbox, "killed", ["--log", "json", .. more]);
            var stage = more is ["--shard", _] ? "reading a shard" : Starting;
            using var building = new ManualResetEventSlim();
            process.ErrorDataReceived += (_, e) =>
            {
                if (e.Data is { Length: > 0 } line)
                {
                    using var json = JsonDocument.Parse(line);
                    stage = json.RootElement.GetProperty("event").GetString()!;
                    if (stage == "building the store")
                    {
                        building.Set();
                    }
                }
            };
            process.BeginErrorReadLine();
            if (kill < 6 && _left > 0)
            {
                var late = _chance.Next(3) == 0 && more is not ["--shard", _];
                if (late)
                {
                    while (!building.Wait(20) && !process.HasExited) { }
                }

                process.WaitForExit(
                    TimeSpan.FromSeconds(_chance.NextDouble() * _seconds * (late ? 0.5 : 1))
                );
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                    process.WaitForExit();
                    if (process.ExitCode != 0)
                    {
                        _left--;
                        Count(stage + OnTheWay(stage));
                        IsWhole();
                        continue;
                    }
                }
            }

            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return;
        }
    }

    private void Count(string what) =>
        _killedWhile[what] = _killedWhile.GetValueOrDefault(what) + 1;

    // A run that is only starting has not yet removed what the one before left.
    private string OnTheWay(string stage) =>
        stage == Starting
            ? ""
            : string.Concat(
                Directory
                    .GetFiles(_folder.File("killed"), "*.writing", SearchOption.AllDirectories)
                    .Select(f => Path.GetRelativePath(_folder.File("killed"), f).Split('/', '.')[0])
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .Select(f => " +" + f)
            );

    // Every file that is not on its way can be read, and the store is that of a whole run.
    private void IsWhole()
    {
        foreach (
            var file in Directory.GetFiles(
                _folder.File("killed"),
                "*.json*",
                SearchOption.AllDirectories
            )
        )
        {
            using var stream = File.OpenRead(file);
            if (file.EndsWith(".json", StringComparison.Ordinal))
            {
                JsonDocument.Parse(stream).Dispose();
            }
            else if (file.EndsWith(".json.gz", StringComparison.Ordinal))
            {
                using var gzip = new GZipStream(stream, CompressionMode.Decompress);
                JsonDocument.Parse(gzip).Dispose();
            }
        }

        if (File.Exists(_folder.File("killed/kompass.db")))
        {
            using var store = new SqliteConnection(
                $"Data Source={_folder.File("killed/kompass.db")};Mode=ReadOnly;Pooling=False"
            );
            store.Open();
            Assert.Equal("ok", Ask("PRAGMA integrity_check"));
            Assert.Equal((long)Documents, Ask("SELECT count(*) FROM reports"));
            var csv = _folder.File("killed/csv/version.json");
            if (
                !File.Exists(csv)
                || !File.ReadAllText(csv)
                    .Contains(
                        (string)Ask("SELECT value FROM meta WHERE name = 'version'")!,
                        StringComparison.Ordinal
                    )
            )
            {
                Count("(of them between the store and the CSVs)");
            }

            object? Ask(string sql)
            {
                using var command = store.CreateCommand();
                command.CommandText = sql;
                return command.ExecuteScalar();
            }
        }
    }

    // The inbox is always called the same: records name documents from it on, the ledger as they were given.
    private Process Start(string inbox, string data, string[] more)
    {
        var link = _folder.File("inbox");
        if (Directory.Exists(link))
        {
            Directory.Delete(link);
        }

        Directory.CreateSymbolicLink(link, _folder.File(inbox));
        return CommandLine.Start(
            _folder.Path,
            ["nightly", "inbox", "--data", data, "--csv", "--quiet", .. more]
        );
    }

    private SortedDictionary<string, string> Files(string data) =>
        DatasetFiles.Hashes(_folder.File(data));
}
