using System.Text;

namespace Kompass.Mining.Dataset;

/// <summary>Writes files so that a reader sees the old one or the new one, never half of either, also when the process dies.</summary>
public static class AtomicFile
{
    private const string Suffix = ".writing";

    /// <summary>Writes to a file beside the target and moves it into place.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + Suffix;
        try
        {
            using (
                var stream = new FileStream(
                    temporary,
                    FileMode.Create,
                    FileAccess.Write,
                    FileShare.None
                )
            )
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
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

    /// <summary>Moves a finished file into place.</summary>
    public static void Replace(string finished, string path) =>
        File.Move(finished, path, overwrite: true);

    /// <summary>A name for a file that is being written and will take the place of <paramref name="path"/>.</summary>
    public static string WritingName(string path) => path + Suffix;

    /// <summary>Removes what a run that died left behind.</summary>
    public static void RemoveLeftovers(string folder)
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
            TryDelete(file);
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
