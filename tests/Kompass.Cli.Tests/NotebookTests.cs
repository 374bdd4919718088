using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Store;

namespace Kompass.Cli.Tests;

/// <summary>The notebooks ask for tables and columns that there are, carry outputs, and run where Jupyter is; scripts/notebooks renews their outputs.</summary>
public sealed partial class NotebookTests(ResearchQuestionTests.Samples samples)
    : IClassFixture<ResearchQuestionTests.Samples>
{
    public static TheoryData<string> Notebooks =>
        [
            .. Directory
                .GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb")
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Queries_AreAnswered(string notebook)
    {
        using var connection = SqliteStore.OpenForReading(new DataFolder(samples.Folder("data")));
        var queries = Cells(Stored(notebook))
            .SelectMany(c => Query().Matches(c.Source))
            .Select(m => m.Groups["query"].Value)
            .ToList();

        Assert.NotEmpty(queries);
        Assert.All(
            queries,
            query =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = query;
                using var reader = command.ExecuteReader();
                Assert.True(reader.Read(), query);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Cells_WereRun(string notebook) =>
        Assert.Contains(Cells(Stored(notebook)), c => c.Outputs.Length > 0);

    [Fact]
    public async Task Notebooks_RunFromTopToBottom_AndGiveTheFiguresThatStandThere()
    {
        Assert.SkipWhen(
            Jupyter is null,
            "no Jupyter on this machine (apt-get install jupyter-nbconvert python3-ipykernel python3-matplotlib python3-pandas): notebooks are not run"
        );
        var run = new ProcessStartInfo(Jupyter!)
        {
            RedirectStandardError = true,
            WorkingDirectory = samples.Folder("."),
            Environment =
            {
                ["KOMPASS_HOME"] = Repository.Root,
                ["KOMPASS_DATA"] = samples.Folder("data"),
                ["TMPDIR"] = samples.Folder("."),
            },
        };
        string[] arguments =
        [
            "--to",
            "notebook",
            "--execute",
            "--log-level",
            "ERROR",
            "--output-dir",
            samples.Folder("run"),
            .. Notebooks.Select(n => Stored(n.Data)),
        ];
        foreach (var argument in arguments)
        {
            run.ArgumentList.Add(argument);
        }

        using var process = Process.Start(run)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            var error = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.All(
            Notebooks,
            n =>
                Assert.Equal(
                    Figures(Stored(n.Data)),
                    Figures(samples.Folder(Path.Combine("run", n.Data)))
                )
        );
    }

    private static string Stored(string notebook) =>
        Path.Combine(Repository.Root, "notebooks", notebook);

    // How missing values and columns are written is that of a version of pandas; what the dataset says of itself has today's date.
    private static IEnumerable<string> Figures(string file) =>
        Cells(file)
            .Where(c => !c.Source.Contains("from meta", StringComparison.Ordinal))
            .SelectMany(c => Figure().Matches(c.Outputs))
            .Select(m => m.Value);

    private static string? Jupyter =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "jupyter-nbconvert"))
            .FirstOrDefault(File.Exists);

    private static List<(string Source, string Outputs)> Cells(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return
        [
            .. json
                .RootElement.GetProperty("cells")
                .EnumerateArray()
                .Where(c => c.GetProperty("cell_type").GetString() == "code")
                .Select(c =>
                    (
                        Text(c.GetProperty("source")),
                        string.Concat(
                            c.GetProperty("outputs").EnumerateArray().Select(TextOfOutput)
                        )
                    )
                ),
        ];
    }

    private static string Text(JsonElement lines) =>
        string.Concat(lines.EnumerateArray().Select(l => l.GetString()));

    // Of a table its text; of a picture that it is one.
    private static string TextOfOutput(JsonElement output) =>
        Text(
            output.TryGetProperty("data", out var data)
                ? data.GetProperty("text/plain")
                : output.GetProperty("text")
        );

    // 0.83
    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Figure();

    // ask("select …") and ask("""select …""")
    [GeneratedRegex(
        "ask\\((?:\"\"\"(?<query>.*?)\"\"\"|\"(?<query>[^\"]+)\")",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Query();
}
