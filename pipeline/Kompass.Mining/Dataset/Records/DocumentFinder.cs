using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Records;

/// <summary>Finds a dataset's documents: by name where they were read, else by their hash wherever in the inbox they were moved to.</summary>
/// <param name="folders">Where to look; such as the inbox of the last run.</param>
public sealed class DocumentFinder(IReadOnlyList<string> folders)
{
    /// <summary>Where the document lies.</summary>
    /// <exception cref="DatasetException">It is nowhere; the message says where was looked.</exception>
    public string Find(DocumentInfo document)
    {
        var named = folders
            .Select(f => File.Exists(f) ? f : Path.Combine(f, document.File))
            .Append(document.File)
            .Where(File.Exists)
            .ToList();
        return named.Concat(Others(document)).FirstOrDefault(f => HashOf(f) == document.Sha256)
            ?? throw new DatasetException(
                named.Count > 0
                    ? $"{named[0]}: has changed since it was read (sha256 {document.Sha256} was expected); run kompass nightly again"
                    : $"{document.File}: is not in {(folders.Count == 0 ? "an inbox that is known" : string.Join(", ", folders))}, neither by name nor by content (sha256 {document.Sha256}); name its folder with --inbox"
            );
    }

    // Whatever has the same ending, under any name.
    private IEnumerable<string> Others(DocumentInfo document) =>
        folders
            .Where(Directory.Exists)
            .SelectMany(f =>
                Directory.EnumerateFiles(
                    f,
                    "*" + Path.GetExtension(document.File),
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        IgnoreInaccessible = true,
                    }
                )
            );

    private static string? HashOf(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
