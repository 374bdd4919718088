using System.Diagnostics;

namespace Kompass.Cli.Commands.Runs;

/// <summary>The command that a run starts where something is newly amiss, with what there is to tell as JSON on its standard input.</summary>
internal static class AlarmCommand
{
    // Of its reading and of its work together.
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(1);

    /// <summary>Runs it; false where it failed. It must not fail the run: it says so and goes on.</summary>
    public static bool Run(Terminal terminal, string? command, string input) =>
        Run(terminal, command, input, MostTime);

    /// <inheritdoc cref="Run(Terminal, string?, string)"/>
    internal static bool Run(Terminal terminal, string? command, string input, TimeSpan mostTime)
    {
        if (command is null)
        {
            return true;
        }

        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("/bin/sh", ["-c", command])
                {
                    RedirectStandardInput = true,
                    UseShellExecute = false,
                }
            )!;
            // A command that reads nothing leaves the pipe full: nobody waits for it.
            var writing = Task.Run(() => Write(process.StandardInput, input));
            if (!process.WaitForExit(mostTime))
            {
                process.Kill(entireProcessTree: true);
                terminal.Say($"the alarm command did not end within {mostTime.TotalSeconds:0} s");
                return false;
            }

            writing.Wait(TimeSpan.FromSeconds(1));
            if (process.ExitCode != 0)
            {
                terminal.Say($"the alarm command ended with status {process.ExitCode}");
            }

            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            terminal.Say($"the alarm command could not be run: {e.Message}");
            return false;
        }
    }

    private static void Write(StreamWriter target, string input)
    {
        try
        {
            target.Write(input);
            target.Close();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It does not read its input.
        }
    }
}
