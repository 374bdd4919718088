using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kompass.Mining.Documents;

/// <summary>
/// Opens regular files only, and never waits: opening a named pipe would block until somebody writes to it, and a device may have no end. On Linux the file
/// is opened without blocking and its kind is asked of what was opened, so that nothing can take its place in between; elsewhere it is opened as it is.
/// </summary>
public static class RegularFile
{
    // From the kernel's headers (fcntl.h, stat.h); the same on x86-64, ARM64 and RISC-V.
    private const int ReadOnlyWithoutBlocking = 0x800 | 0x80000 | 0x100;
    private const int AtCurrentFolder = -100;
    private const int AtEmptyPath = 0x1000;
    private const uint WantType = 1;
    private const int StatxBytes = 256;
    private const int StatxMode = 28;
    private const int TypeMask = 0xF000;
    private const int TypeRegular = 0x8000;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It is not there, is no regular file, or cannot be read; the message says which.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.OpenRead(path);
        }

        // A device is not even opened: opening alone may rewind a tape.
        if (WhyNot(path) is { } reason)
        {
            throw new IOException($"it {reason}; only regular files are read");
        }

        var descriptor = OpenNative(Bytes(path), ReadOnlyWithoutBlocking);
        if (descriptor < 0)
        {
            // Says in the runtime's own words and exception what is wrong.
            return File.OpenRead(path);
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (KindOf(descriptor, "", AtEmptyPath) is { } kind and not TypeRegular)
        {
            handle.Dispose();
            throw new IOException($"it {NameOf(kind)}; only regular files are read");
        }

        return new FileStream(handle, FileAccess.Read);
    }

    /// <summary>Why a path cannot be read as a file, as the rest of a sentence: <c>is a named pipe</c>. Null where it is a regular file.</summary>
    public static string? WhyNot(string path)
    {
        if (!OperatingSystem.IsLinux() || KindOf(AtCurrentFolder, path, 0) is TypeRegular)
        {
            return null;
        }

        if (KindOf(AtCurrentFolder, path, 0) is { } kind)
        {
            return NameOf(kind);
        }

        // What decodes to the replacement sign cannot be named again.
        return path.Contains('\uFFFD')
                ? "has a name that is not UTF-8, so that it cannot be opened; rename it"
            : new FileInfo(path).LinkTarget is { } target
                ? $"is a link to {target}, where there is no file"
            : null;
    }

    /// <summary>Lower-case hexadecimal hash of the first bytes of a file; no byte beyond them is read, so that a file that grows as fast as it is read has an end.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    internal static string Sha256(FileStream stream, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        stream.Position = 0;
        for (var left = length; left > 0; )
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, left));
            stream.ReadExactly(part);
            hash.AppendData(part);
            left -= part.Length;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private const int BufferBytes = 64 * 1024;

    private static string NameOf(int kind) =>
        kind switch
        {
            0x1000 => "is a named pipe",
            0x2000 or 0x6000 => "is a device",
            0x4000 => "is a folder",
            0xC000 => "is a socket",
            _ => "is no regular file",
        };

    // Null where it cannot be told: nothing is there, or a part of the path may not be entered.
    private static int? KindOf(int descriptor, string path, int flags)
    {
        var answer = new byte[StatxBytes];
        return Statx(descriptor, Bytes(path), flags, WantType, answer) == 0
            ? BitConverter.ToUInt16(answer, StatxMode) & TypeMask
            : null;
    }

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenNative(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] answer);
}
