using System.Diagnostics;

namespace Kompass.Cli.Commands.Runs;

/// <summary>The command that a run starts where something is amiss, with the run's summary on its standard input.</summary>
internal static class AlarmCommand
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(1);

    /// <summary>Runs it. It must not fail the run: it says so and goes on.</summary>
    public static void Run(Terminal terminal, string? command, string summary)
    {
        if (command is null)
        {
            return;
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
            try
            {
                process.StandardInput.Write(summary);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It does not read its input.
            }

            if (!process.WaitForExit(MostTime))
            {
                process.Kill(entireProcessTree: true);
                terminal.Say($"the alarm command did not end within {MostTime.TotalSeconds:0} s");
            }
            else if (process.ExitCode != 0)
            {
                terminal.Say($"the alarm command ended with status {process.ExitCode}");
            }
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            terminal.Say($"the alarm command could not be run: {e.Message}");
        }
    }
}
