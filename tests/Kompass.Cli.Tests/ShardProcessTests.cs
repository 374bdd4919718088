using System.Diagnostics;

namespace Kompass.Cli.Tests;

/// <summary>Eight processes read parts of the documents into one folder; some are killed and started again.</summary>
public sealed class ShardProcessTests : IDisposable
{
    private const int Shards = 8;
    private const int Kills = 6;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EightProcessesSomeOfThemKilled_MakeTheDatasetOfOneRun()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"));
        for (var i = 0; i < 48; i++)
        {
            _folder.Write(
                $"in/{i}.txt",
                text.Replace(
                    "2012",
                    (1960 + i).ToString(CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
            );
        }

        Run("nightly", "in", "--data", "one");
        var processes = Enumerable.Range(1, Shards).Select(Start).ToArray();
        for (var kill = 0; kill < Kills; kill++)
        {
            var victim = kill % Shards;
            processes[victim].WaitForExit(400);
            processes[victim].Kill(entireProcessTree: true);
            processes[victim].WaitForExit();
            processes[victim].Dispose();
            processes[victim] = Start(victim + 1);
        }

        foreach (var process in processes)
        {
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)));
            Assert.Equal(0, process.ExitCode);
            process.Dispose();
        }

        var merged = Run("nightly", "in", "--data", "many", "--merge");

        Assert.Equal(0, merged.ExitCode);
        Assert.Equal("48\t0\t48\t0", string.Join('\t', merged.Lines[1].Split('\t')[..4]));
        Assert.Equal(Files("one"), Files("many"));
    }

    private Process Start(int number)
    {
        var process = CommandLine.Start(
            _folder.Path,
            "nightly",
            "in",
            "--data",
            "many",
            "--jobs",
            "1",
            "--shard",
            $"{number}/{Shards}"
        );
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private Result Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);

    private SortedDictionary<string, string> Files(string data) =>
        DatasetFiles.Hashes(_folder.File(data));
}
