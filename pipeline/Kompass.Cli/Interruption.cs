using System.Runtime.InteropServices;

namespace Kompass.Cli;

/// <summary>
/// SIGINT, as of Ctrl+C, and SIGTERM, as of systemd, Slurm and Kubernetes: the command is asked to stop, and the exit status says by which. A second one ends the
/// program at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>What is said then.</summary>
    public const string Message = "interrupted; what was done is kept";

    // For work that does not look up. Kubernetes and Slurm kill 30 s after they have asked, and the dataset is whole whenever it ends.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly Terminal _terminal;
    private int _status;

    public Interruption(Terminal terminal)
    {
        _terminal = terminal;
        _signals =
        [
            On(PosixSignal.SIGINT, ExitCode.Interrupted),
            On(PosixSignal.SIGTERM, ExitCode.Terminated),
        ];
    }

    /// <summary>Asks to stop.</summary>
    public CancellationToken Token => _asked.Token;

    /// <summary>The exit status of an interrupted command.</summary>
    public int Status => _status == 0 ? ExitCode.Interrupted : _status;

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended.Cancel();
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _ended.Dispose();
        _asked.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal, int status) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                if (Interlocked.CompareExchange(ref _status, status, 0) == 0)
                {
                    context.Cancel = true;
                    _ = _asked.CancelAsync();
                    _ = LeaveAsync(_ended.Token);
                }
            }
        );

    private async Task LeaveAsync(CancellationToken ended)
    {
        await Task.Delay(Grace, TimeProvider.System, ended);
        _terminal.Say(Message);
        Environment.Exit(Status);
    }
}
