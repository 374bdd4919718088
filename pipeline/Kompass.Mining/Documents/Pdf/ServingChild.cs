using System.Diagnostics;

namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// A child process that answers one request line after another, without network and within bounds: time and output for each request, memory for all. What passes a
/// bound is killed.
/// </summary>
internal sealed class ServingChild : IDisposable
{
    private readonly Process? _process;
    private readonly string _startProblem;
    private readonly Task<string> _error;

    private ServingChild(Process? process, string startProblem)
    {
        _process = process;
        _startProblem = startProblem;
        _error = process is null
            ? Task.FromResult("")
            : ChildProcess.ReadSome(process.StandardError.BaseStream);
    }

    /// <summary>Starts it.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="processorSeconds">Processor seconds for all requests together.</param>
    /// <param name="memoryBytes">Address space.</param>
    /// <param name="environment">Variables to set.</param>
    public static ServingChild Start(
        IReadOnlyList<string> command,
        int processorSeconds,
        long memoryBytes,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var process = new Process
        {
            StartInfo = ChildProcess.StartInfo(
                command,
                processorSeconds,
                isTimed: false,
                memoryBytes,
                hasInput: true,
                environment
            ),
        };
        try
        {
            process.Start();
            return new ServingChild(process, "");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            process.Dispose();
            return new ServingChild(null, e.Message);
        }
    }

    /// <summary>Asks, and hands the answer on in pieces as they come.</summary>
    /// <param name="request">One line.</param>
    /// <param name="seconds">Wall-clock seconds.</param>
    /// <param name="outputBytes">Most output.</param>
    /// <param name="take">Gets each piece of the answer; false where it takes no more.</param>
    /// <param name="isEnd">Whether the answer's end was met in what it took.</param>
    /// <param name="cancellation">Kills the child and throws.</param>
    public ChildOutcome Ask(
        string request,
        int seconds,
        long outputBytes,
        Func<ReadOnlySpan<byte>, bool> take,
        Func<bool> isEnd,
        CancellationToken cancellation
    ) =>
        _process is null
            ? new ChildOutcome(ChildEnd.NotFound, -1, _startProblem)
            : ChildProcess.Attend(
                _process,
                _error,
                seconds,
                outputBytes,
                take,
                isEnd,
                () =>
                    ChildProcess.Feed(
                        _process,
                        Encoding.ASCII.GetBytes(request + "\n"),
                        closes: false
                    ),
                cancellation
            );

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        if (_process is not null)
        {
            ChildProcess.Kill(_process);
            _process.Dispose();
        }
    }
}
