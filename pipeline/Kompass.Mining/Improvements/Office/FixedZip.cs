using System.IO.Compression;

namespace Kompass.Mining.Improvements.Office;

/// <summary>Packs a package anew so that equal contents are equal bytes: entries in order of name, all with the same time.</summary>
internal static class FixedZip
{
    // The first moment a zip can name.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string ContentTypes = "[Content_Types].xml";

    public static byte[] Repack(MemoryStream package)
    {
        using var result = new MemoryStream();
        package.Position = 0;
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that stream look for the content types first.
            foreach (
                var entry in from
                    .Entries.OrderBy(e => e.FullName != ContentTypes)
                    .ThenBy(e => e.FullName, StringComparer.Ordinal)
            )
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Time;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return result.ToArray();
    }
}
