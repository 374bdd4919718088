using System.Diagnostics;

namespace Kompass.Cli.Tests;

/// <summary>
/// Runs the real commands in a folder. Most tests run them within the test's own process, since starting a program costs more than what it does; a few
/// start the program as a person would.
/// </summary>
internal static class CommandLine
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "kompass.dll");

    /// <summary>Runs a command here. The current folder is the process's, so the tests of this assembly run one after the other.</summary>
    public static Result Run(string folder, params string[] arguments)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder;
        try
        {
            var exit = App.RunAsync(
                    arguments,
                    new Terminal(output, error, outputIsTerminal: false, errorIsTerminal: false)
                )
                .GetAwaiter()
                .GetResult();
            return new Result(exit, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    /// <summary>Starts the program and waits for its end.</summary>
    public static Result RunProgram(string folder, params string[] arguments) =>
        RunProgram(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    private static Result RunProgram(
        string folder,
        Dictionary<string, string> environment,
        string[] arguments
    )
    {
        using var process = Start(folder, environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"kompass {string.Join(' ', arguments)} did not end within two minutes");
        }

        process.WaitForExit();
        return new Result(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts the program; the names of the assemblies that it had loaded at its end.</summary>
    public static IReadOnlyList<string> LoadedBy(string folder, params string[] arguments)
    {
        var list = Path.Combine(folder, "loaded.txt");
        var result = RunProgram(
            folder,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
                [StartupHook.FileVariable] = list,
            },
            arguments
        );
        Assert.True(result.ExitCode == 0, result.Error);
        return File.ReadAllLines(list);
    }

    public static Process Start(string folder, params string[] arguments) =>
        Start(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    private static Process Start(
        string folder,
        Dictionary<string, string> environment,
        string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["KOMPASS_HOME"] = Repository.Root;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>What a run of the program gave.</summary>
internal sealed record Result(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
