using System.IO.Compression;

namespace Kompass.Mining.Dataset;

/// <summary>JSON in files of its own, packed with gzip to about a fifth: <c>zcat</c>, Python, R and DuckDB read it as it is.</summary>
internal static class PackedJson
{
    private const string Ending = ".json.gz";

    // Those of earlier versions of this program, which are read and no longer written.
    private static readonly string[] Endings = [Ending, ".json.br", ".json"];

    /// <summary>The file that is written under a name.</summary>
    public static string FileOf(string folder, string name) => Path.Combine(folder, name + Ending);

    /// <summary>The file that is there under a name, or null.</summary>
    public static string? Find(string folder, string name) =>
        Endings.Select(e => Path.Combine(folder, name + e)).FirstOrDefault(File.Exists);

    /// <summary>The names under which something is there, in order.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .SelectMany(f =>
                        Endings
                            .Where(e => f.EndsWith(e, StringComparison.Ordinal))
                            .Take(1)
                            .Select(e => Path.GetFileName(f)[..^e.Length])
                    )
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    public static byte[] Pack(byte[] json)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(json);
        }

        return packed.ToArray();
    }

    /// <summary>What a file holds.</summary>
    /// <exception cref="InvalidDataException">It is damaged; what is cut off may be given in part.</exception>
    public static byte[] Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        if (file.EndsWith(Endings[^1], StringComparison.Ordinal))
        {
            return bytes;
        }

        using var packed = new MemoryStream(bytes);
        using Stream stream = file.EndsWith(Ending, StringComparison.Ordinal)
            ? new GZipStream(packed, CompressionMode.Decompress)
            : new BrotliStream(packed, CompressionMode.Decompress);
        using var json = new MemoryStream();
        try
        {
            stream.CopyTo(json);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // What they say speaks of archives, which it is none.
            throw new InvalidDataException("it is not packed as it should be", e);
        }

        return json.ToArray();
    }
}
