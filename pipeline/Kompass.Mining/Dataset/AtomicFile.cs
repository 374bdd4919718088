using System.Runtime.InteropServices;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Dataset;

/// <summary>Writes files so that a reader sees the old one or the new one, never half of either, also when the process dies.</summary>
public static class AtomicFile
{
    /// <summary>Whatever is written within it has the same time where the clock of a file system is the coarsest there is (FAT).</summary>
    public static readonly TimeSpan CoarsestClock = TimeSpan.FromSeconds(2);

    private const string Suffix = ".writing";

    // Linux: no space left on device; disk quota exceeded; file too large for the process' limit.
    private static readonly int[] Full = [28, 122, 27];

    /// <summary>Writes to a file beside the target and moves it into place. A device or pipe (<c>/dev/stdout</c>) is written to as it is.</summary>
    /// <exception cref="IOException">It cannot be written; where the disk is full the message says how much is free. What was there is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path) && RegularFile.WhyNot(path) is not null)
        {
            using var target = new FileStream(path, FileMode.Open, FileAccess.Write);
            write(target);
            return;
        }

        var temporary = path + Suffix;
        long needed = 0;
        try
        {
            FileOperation.Begin("create", path);
            using (var stream = new CountedFile(temporary))
            {
                try
                {
                    write(stream);
                }
                finally
                {
                    needed = stream.Asked;
                }

                FileOperation.Begin("flush", path);
                stream.Flush(flushToDisk: true);
            }

            Replace(temporary, path);
        }
        catch (Exception e)
        {
            TryDelete(temporary);
            if (e is IOException && Full.Contains(e.HResult))
            {
                throw new IOException(FullMessage(path, needed), e);
            }

            throw;
        }
    }

    /// <summary>Writes a text as UTF-8 without byte order mark.</summary>
    public static void WriteText(string path, string text) =>
        Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes a text only where it differs from what is there; true where it was written.</summary>
    public static bool WriteTextIfChanged(string path, string text)
    {
        if (
            File.Exists(path)
            && string.Equals(File.ReadAllText(path), text, StringComparison.Ordinal)
        )
        {
            return false;
        }

        WriteText(path, text);
        return true;
    }

    /// <summary>Gives a file that is never written in place a second name, and takes no room for it; a copy where the file system cannot.</summary>
    /// <exception cref="IOException">It cannot be written. What was there is untouched.</exception>
    public static void Link(string existing, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = WritingName(path);
        File.Delete(temporary);
        FileOperation.Begin("link", path);
        if (LinkNative(Bytes(existing), Bytes(temporary)) == 0)
        {
            Replace(temporary, path);
        }
        else
        {
            Write(path, stream => stream.Write(File.ReadAllBytes(existing)));
        }

        static byte[] Bytes(string name) => Encoding.UTF8.GetBytes(name + '\0');
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LinkNative(byte[] existing, byte[] path);

    /// <summary>Moves a finished file into place.</summary>
    public static void Replace(string finished, string path)
    {
        FileOperation.Begin("move", path);
        File.Move(finished, path, overwrite: true);
    }

    /// <summary>Removes a file, where it is there.</summary>
    public static void Delete(string path)
    {
        FileOperation.Begin("delete", path);
        File.Delete(path);
    }

    /// <summary>A name for a file that is being written and will take the place of <paramref name="path"/>.</summary>
    public static string WritingName(string path) => path + Suffix;

    /// <summary>Removes what a run that died left behind.</summary>
    /// <param name="folder">Where, with the folders in it.</param>
    /// <param name="except">A folder that another process may be writing, or null.</param>
    public static void RemoveLeftovers(string folder, string? except = null)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (
            var file in Directory.EnumerateFiles(
                folder,
                "*" + Suffix + "*",
                SearchOption.AllDirectories
            )
        )
        {
            if (except is not null && file.StartsWith(except + "/", StringComparison.Ordinal))
            {
                continue;
            }

            TryDelete(file);
        }
    }

    /// <summary>What is said of a full disk.</summary>
    /// <param name="path">The file that was to be written.</param>
    /// <param name="needed">How many bytes there were to write until then, or 0 where that is not known.</param>
    internal static string FullMessage(string path, long needed)
    {
        var least = needed > 0 ? Invariant($"at least {needed:N0} bytes are needed, ") : "";
        return Invariant(
            $"{path}: the disk or the quota is full: {least}{FreeBytes(path):N0} bytes are free there"
        );
    }

    // Also what could not be written counts as asked for.
    private sealed class CountedFile(string path)
        : FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None)
    {
        public long Asked { get; private set; }

        // Spans come here too: of a class made from it FileStream sends them through arrays.
        public override void Write(byte[] buffer, int offset, int count)
        {
            Asked += count;
            base.Write(buffer, offset, count);
        }
    }

    private static long FreeBytes(string path)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(path)).AvailableFreeSpace;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return 0;
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed now is removed by the next run.
        }
    }
}
