using System.IO.Compression;

namespace Kompass.Mining.Fetching;

/// <summary>Unpacks content that a server packed though it was asked not to, within a limit: a few kilobytes of gzip may hold gigabytes.</summary>
internal static class ContentEncoding
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Unpacks a file in its place. Null where that is done or nothing was to be done, else why it is not taken.</summary>
    public static string? Unpack(string file, string? encoding, long maxBytes)
    {
        switch (encoding?.Trim().ToLowerInvariant())
        {
            case null or "" or "identity":
                return null;
            case "gzip" or "x-gzip":
                return Unpack(file, s => new GZipStream(s, CompressionMode.Decompress), maxBytes);
            case "deflate":
                return Unpack(file, s => new ZLibStream(s, CompressionMode.Decompress), maxBytes);
            case "br":
                return Unpack(file, s => new BrotliStream(s, CompressionMode.Decompress), maxBytes);
            case var other:
                return $"it is packed as '{other}', which was not asked for and is not known";
        }
    }

    private static string? Unpack(string file, Func<Stream, Stream> open, long maxBytes)
    {
        var unpacked = file + ".unpacked";
        try
        {
            using (var source = open(File.OpenRead(file)))
            using (var target = File.Create(unpacked))
            {
                var buffer = new byte[BufferBytes];
                for (long have = 0; source.Read(buffer) is > 0 and var read; )
                {
                    have += read;
                    if (have > maxBytes)
                    {
                        return Invariant(
                            $"unpacked it is larger than the limit of {maxBytes:N0} bytes"
                        );
                    }

                    target.Write(buffer, 0, read);
                }
            }

            File.Move(unpacked, file, overwrite: true);
            return null;
        }
        // BrotliStream throws the second.
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return $"it says that it is packed, and cannot be unpacked: {e.Message}";
        }
        finally
        {
            File.Delete(unpacked);
        }
    }
}
