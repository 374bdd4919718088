using System.Runtime.ExceptionServices;

namespace Kompass.Mining;

/// <summary>
/// Gives a piece of work so much time. Work that heeds its token stops; work that does not is left to itself on its own thread, which ends with the process,
/// and the caller goes on.
/// </summary>
internal static class TimeLimit
{
    // Markup nests deep, and readers of it recurse; a main thread has 8 MB.
    private const int StackBytes = 16 << 20;

    // What heeds its token does so within this time, on a busy machine too.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>The work's result, or null where its time was up by this clock. What it throws is thrown here.</summary>
    public static T? Run<T>(
        Func<CancellationToken, T> work,
        TimeSpan limit,
        TimeProvider clock,
        CancellationToken cancellation
    )
        where T : class
    {
        cancellation.ThrowIfCancellationRequested();
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var time = new CancellationTokenSource(limit, clock);
        var task = new TaskCompletionSource<T>();
        var thread = new Thread(
            () =>
            {
                try
                {
                    task.SetResult(work(source.Token));
                }
#pragma warning disable CA1031 // Handed over to the caller, whatever it is.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    task.SetException(e);
                }
            },
            StackBytes
        )
        {
            IsBackground = true,
        };
        thread.Start();
        var ended = ((IAsyncResult)task.Task).AsyncWaitHandle;
        if (WaitHandle.WaitAny([ended, time.Token.WaitHandle, cancellation.WaitHandle]) != 0)
        {
            source.Cancel();
            if (!ended.WaitOne(Grace))
            {
                // The source is still in use there, and is left to the collector.
                cancellation.ThrowIfCancellationRequested();
                return null;
            }
        }

        using (source)
        {
            if (task.Task.Exception?.InnerException is { } thrown)
            {
                cancellation.ThrowIfCancellationRequested();
                if (thrown is OperationCanceledException && source.IsCancellationRequested)
                {
                    return null;
                }

                ExceptionDispatchInfo.Throw(thrown);
            }

            return task.Task.Result;
        }
    }
}
