using System.CommandLine;

namespace Kompass.Cli.Commands;

/// <summary>Options that the commands of themes share.</summary>
internal static class ThemeOptions
{
    public static Option<string?> Shared() =>
        new("--shared")
        {
            Description =
                "Folder with gold/ (labelled findings) and corpus/ (real reports); default: KOMPASS_SHARED or ../shared where it is there",
            HelpName = "DIR",
        };

    /// <summary>Whether a folder was named that is not there; says so.</summary>
    public static bool Refuse(Terminal terminal, string? shared)
    {
        if (shared is null || Directory.Exists(shared))
        {
            return false;
        }

        terminal.Say($"{shared}: there is no such folder");
        return true;
    }
}
