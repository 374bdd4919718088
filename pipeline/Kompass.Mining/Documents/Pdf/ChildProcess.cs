using System.Diagnostics;

namespace Kompass.Mining.Documents.Pdf;

/// <summary>How a child process ended.</summary>
internal enum ChildEnd
{
    /// <summary>By itself.</summary>
    Exited,

    /// <summary>It passed its time.</summary>
    OutOfTime,

    /// <summary>It sent more than it may.</summary>
    TooMuchOutput,

    /// <summary>Whoever reads its output had enough.</summary>
    Stopped,

    /// <summary>The program is not on this machine.</summary>
    NotFound,
}

/// <summary>What is known of a child process when it has ended.</summary>
/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Its exit status, -1 where it never began.</param>
/// <param name="Error">The beginning of what it wrote to standard error.</param>
/// <param name="Output">What it wrote to standard output, where nobody took it piece by piece.</param>
internal sealed record ChildOutcome(
    ChildEnd End,
    int ExitCode,
    string Error,
    ReadOnlyMemory<byte> Output = default
);

/// <summary>
/// Runs a program on an untrusted file: without network, with bounded processor time, address space, output and wall-clock time, input and output through
/// pipes so that no file is left behind. <c>timeout</c> ends the child also when this process dies.
/// </summary>
internal static class ChildProcess
{
    private static readonly Lazy<string[]> Wrapper = new(FindWrapper);

    /// <summary>What stands before each command on this machine: <c>unshare -n prlimit …</c>; for <c>kompass doctor</c>.</summary>
    public static IReadOnlyList<string> Isolation => Wrapper.Value;

    /// <summary>Runs the command to its end and keeps its output.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="seconds">Wall-clock and processor seconds.</param>
    /// <param name="memoryBytes">Address space; 0 for none, where the program reserves what it does not use (.NET).</param>
    /// <param name="outputBytes">Most output.</param>
    /// <param name="input">What it gets on standard input, or null.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="cancellation">Kills the child and throws.</param>
    public static ChildOutcome Run(
        IReadOnlyList<string> command,
        int seconds,
        long memoryBytes,
        long outputBytes,
        ReadOnlyMemory<byte>? input,
        IReadOnlyDictionary<string, string>? environment,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = new Process
        {
            StartInfo = StartInfo(
                command,
                seconds,
                isTimed: true,
                memoryBytes,
                input is not null,
                environment
            ),
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new ChildOutcome(ChildEnd.NotFound, -1, e.Message);
        }

        var output = new MemoryStream();
        var outcome = Attend(
            process,
            ReadSome(process.StandardError.BaseStream),
            seconds,
            outputBytes,
            piece =>
            {
                output.Write(piece);
                return true;
            },
            () => false,
            () => input is { } bytes ? Feed(process, bytes, closes: true) : Task.CompletedTask,
            cancellation
        );
        return outcome with { Output = output.GetBuffer().AsMemory(0, (int)output.Length) };
    }

    /// <summary>Feeds a process that has started, and takes its output in pieces as they come, until it ends or the answer does.</summary>
    /// <param name="process">The child.</param>
    /// <param name="error">What it writes to standard error.</param>
    /// <param name="seconds">Wall-clock seconds.</param>
    /// <param name="outputBytes">Most output.</param>
    /// <param name="take">Gets each piece of output; false where it takes no more.</param>
    /// <param name="isEnd">Whether the answer's end was met in what it took: then the child lives on.</param>
    /// <param name="feed">Begins to give it its input.</param>
    /// <param name="cancellation">Kills the child and throws.</param>
    internal static ChildOutcome Attend(
        Process process,
        Task<string> error,
        int seconds,
        long outputBytes,
        Func<ReadOnlySpan<byte>, bool> take,
        Func<bool> isEnd,
        Func<Task> feed,
        CancellationToken cancellation
    )
    {
        var outOfTime = false;
        using var timer = new Timer(
            _ =>
            {
                outOfTime = true;
                Kill(process);
            },
            null,
            TimeSpan.FromSeconds(seconds + 1),
            Timeout.InfiniteTimeSpan
        );
        using var registration = cancellation.Register(() => Kill(process));
        var feeding = feed();
        var end = Drain(process, outputBytes, take);
        if (isEnd())
        {
            return new ChildOutcome(ChildEnd.Exited, 0, "");
        }

        if (end != ChildEnd.Exited)
        {
            Kill(process);
        }

        process.WaitForExit();
        feeding.Wait(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        // 124 and 137 are how timeout and the kernel end a child that passed its time; 127 is a shell's "no such program".
        end =
            outOfTime || (end == ChildEnd.Exited && process.ExitCode is 124 or 137 or 152)
                ? ChildEnd.OutOfTime
                : end;
        return new ChildOutcome(end, process.ExitCode, error.Result);
    }

    /// <summary>Runs a short command and returns what it says, or null where it is not on this machine.</summary>
    public static string? Ask(params string[] command)
    {
        var outcome = Run(command, 20, 0, 1 << 16, null, null, CancellationToken.None);
        return outcome.End != ChildEnd.Exited || outcome.ExitCode == 127
            ? null
            : Encoding.UTF8.GetString(outcome.Output.Span) + outcome.Error;
    }

    /// <summary>How the command is started within its bounds.</summary>
    internal static ProcessStartInfo StartInfo(
        IReadOnlyList<string> command,
        int seconds,
        bool isTimed,
        long memoryBytes,
        bool hasInput,
        IReadOnlyDictionary<string, string>? environment
    )
    {
        var words = new List<string>();
        if (Wrapper.IsValueCreated || command[0] is not ("unshare" or "prlimit"))
        {
            words.AddRange(Wrapper.Value);
            if (words.Contains("prlimit"))
            {
                words.Add($"--cpu={seconds}");
                words.Add("--core=0");
                if (memoryBytes > 0)
                {
                    words.Add($"--as={memoryBytes}");
                }

                if (isTimed)
                {
                    words.AddRange([
                        "timeout",
                        "-s",
                        "KILL",
                        (seconds + 1).ToString(CultureInfo.InvariantCulture),
                    ]);
                }
            }
        }

        words.AddRange(command);
        var start = new ProcessStartInfo(words[0])
        {
            RedirectStandardInput = hasInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        foreach (
            var (name, value) in environment
                ?? new Dictionary<string, string>(StringComparer.Ordinal)
        )
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static ChildEnd Drain(
        Process process,
        long outputBytes,
        Func<ReadOnlySpan<byte>, bool> take
    )
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var stream = process.StandardOutput.BaseStream;
            var total = 0L;
            int read;
            while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
            {
                total += read;
                if (total > outputBytes)
                {
                    return ChildEnd.TooMuchOutput;
                }

                if (!take(buffer.AsSpan(0, read)))
                {
                    return ChildEnd.Stopped;
                }
            }

            return ChildEnd.Exited;
        }
        catch (IOException)
        {
            // The pipe broke with the child; its exit status says why.
            return ChildEnd.Exited;
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The beginning of what it says is kept, the rest is read and forgotten so that the child does not wait.
    internal static Task<string> ReadSome(Stream stream) =>
        Task.Run(() =>
        {
            var kept = new byte[4096];
            var length = 0;
            var spill = new byte[4096];
            try
            {
                int read;
                while (
                    (
                        read =
                            length < kept.Length
                                ? stream.Read(kept, length, kept.Length - length)
                                : stream.Read(spill)
                    ) > 0
                )
                {
                    length = Math.Min(kept.Length, length + read);
                }
            }
            catch (IOException)
            {
                // Gone with the child.
            }

            return Encoding.UTF8.GetString(kept, 0, length).Trim();
        });

    internal static Task Feed(Process process, ReadOnlyMemory<byte> bytes, bool closes) =>
        Task.Run(() =>
        {
            try
            {
                process.StandardInput.BaseStream.Write(bytes.Span);
                process.StandardInput.BaseStream.Flush();
                if (closes)
                {
                    process.StandardInput.Close();
                }
            }
            catch (IOException)
            {
                // The child ended before it had read everything.
            }
        });

    internal static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e)
            when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private static string[] FindWrapper()
    {
        // A network namespace of its own holds nothing but a loopback that is down. Root may make one; others within a user namespace.
        string[][] namespaces =
        [
            ["unshare", "-n"],
            ["unshare", "-r", "-n"],
            [],
        ];
        var wrapper = namespaces.First(n => n.Length == 0 || Works([.. n, "true"]));
        return Works(["prlimit", "--core=0", "timeout", "1", "true"])
            ? [.. wrapper, "prlimit"]
            : wrapper;
    }

    private static bool Works(string[] command)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command[0], command[1..])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            process.WaitForExit(5000);
            return process is { HasExited: true, ExitCode: 0 };
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
