using System.Globalization;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// What runs in the child process: reads one request a line from standard input, <c>SECONDS PAGES ATTACHMENT PATH</c> with the path percent-encoded, and answers each on
/// standard output. It ends after the first file that it could not read, after some number of files, when a file takes longer than its seconds, when nothing
/// is asked for a while, and when its input ends, also in the middle of a file: it never outlives whoever started it.
/// </summary>
internal static class Server
{
    // Tables of names grow with what files hold; a process that has read so many is done.
    private const int MostFiles = 64;

    // Where reading needed so much, none of it is to be left for the next file.
    private const long MostBytesLeft = 256L << 20;

    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(30);

    private const int Done = 0;
    private const int Failed = 1;
    private const int OutOfTime = 124;

    public static int Run(TextReader requests, Stream output)
    {
        using var writer = new BboxWriter(output);
        // Read ahead on another thread, so that the end of the input is met while a file is read.
        using var waiting = new System.Collections.Concurrent.BlockingCollection<string>();
        var ahead = new Thread(() =>
        {
            while (requests.ReadLine() is { } line)
            {
                waiting.Add(line);
            }

            Environment.Exit(Done);
        })
        {
            IsBackground = true,
        };
        ahead.Start();
        for (var files = 1; waiting.TryTake(out var request, LongestIdle); files++)
        {
            if (!Read(request, writer))
            {
                return Failed;
            }

            var isLast =
                files == MostFiles || GC.GetTotalMemory(forceFullCollection: false) > MostBytesLeft;
            writer.Done(isLast);
            if (isLast)
            {
                break;
            }
        }

        return Done;
    }

    private static bool Read(string request, BboxWriter writer)
    {
        var parts = request.Split(' ');
        if (
            parts.Length != 4
            || !Number(parts[0], out var seconds)
            || !Number(parts[1], out var pages)
            || !Number(parts[2], out var attachment)
        )
        {
            writer.Failed("SECONDS PAGES ATTACHMENT PATH was expected");
            return false;
        }

        using var timer = new Timer(
            _ => Environment.Exit(OutOfTime),
            null,
            TimeSpan.FromSeconds(seconds),
            Timeout.InfiniteTimeSpan
        );
        return FileReading.Read(Uri.UnescapeDataString(parts[3]), attachment, pages, writer);
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
