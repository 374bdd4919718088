using System.Data.Common;
using Kompass.Mining.Learning;

namespace Kompass.Cli;

/// <summary>What went wrong becomes one line and an exit status. A fault of the program itself is written to a file, which the line names.</summary>
internal static class Failures
{
    public static int Say(
        Terminal terminal,
        Exception exception,
        string[] arguments,
        int interrupted
    )
    {
        switch (CauseOf(exception))
        {
            case OperationCanceledException:
                terminal.Say(Interruption.Message);
                return interrupted;
            case Exception told when told is CorpusException or DatasetException or ModelException:
                terminal.Say(told.Message);
                return ExitCode.Environment;
            case Exception outside
                when outside is IOException or UnauthorizedAccessException or DbException:
                terminal.Say(
                    $"a file could not be read or written: {outside.Message}; nothing that was there is lost"
                );
                return ExitCode.Environment;
            case OutOfMemoryException:
                terminal.Say(
                    "there is not enough memory; nothing that was there is lost. Fewer --jobs need less"
                );
                return ExitCode.Environment;
            case var fault:
                terminal.Say(
                    $"this is a fault of the program ({fault.GetType().Name}: {fault.Message}); {Written(exception, arguments)}"
                );
                return ExitCode.Environment;
        }
    }

    /// <summary>Whether somebody stopped the work.</summary>
    public static bool IsInterruption(Exception exception) =>
        CauseOf(exception) is OperationCanceledException;

    // Workers that fail together: what is no interruption tells more than one that is.
    private static Exception CauseOf(Exception exception) =>
        exception is AggregateException many
            ? many.Flatten()
                .InnerExceptions.FirstOrDefault(e => e is not OperationCanceledException)
                ?? new OperationCanceledException()
        : exception is TypeInitializationException { InnerException: { } inner } ? CauseOf(inner)
        : exception;

    private static string Written(Exception exception, string[] arguments)
    {
        var now = TimeProvider.System.GetUtcNow();
        var name = Invariant($"kompass-crash-{now:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt");
        var text = $"""
            kompass {string.Join(' ', arguments)}
            {now:O}, version {typeof(Failures).Assembly.GetName().Version}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}

            {exception}

            """;
        foreach (var folder in new[] { Path.GetTempPath(), Directory.GetCurrentDirectory() })
        {
            try
            {
                var file = Path.Combine(folder, name);
                File.WriteAllText(file, text);
                return $"what happened stands in {file}: please report it with that file";
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The next place.
            }
        }

        return "no file could be written to tell more; please report it";
    }
}
