namespace Kompass.Cli;

/// <summary>What the exit status says; documented in README and in the help.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>Some document could not be read, or nothing matched; the rest was done.</summary>
    public const int Partly = 1;

    /// <summary>Wrong usage: an unknown option, a value out of range, a path that is not there.</summary>
    public const int Usage = 2;

    /// <summary>The dataset, the corpus or a model cannot be read or written.</summary>
    public const int Environment = 3;

    /// <summary>Interrupted by SIGINT, as of Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>Asked to stop by SIGTERM.</summary>
    public const int Terminated = 143;
}
