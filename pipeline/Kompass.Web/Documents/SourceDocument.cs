using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Web.Documents;

/// <summary>A document from which a report was read.</summary>
/// <param name="Id">The beginning of its hash.</param>
/// <param name="File">Its name from the inbox on.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Pages">Number of pages, or null for text.</param>
internal sealed record SourceDocument(string Id, string File, string Sha256, int? Pages)
{
    /// <summary>Finds it where it lies now.</summary>
    public DocumentFinder Finder { get; private init; } = null!;

    /// <summary>The document of this id, or null.</summary>
    public static SourceDocument? Find(Snapshot snapshot, string id) =>
        snapshot
            .Rows<SourceDocument>(
                "SELECT id, file, sha256, pages FROM documents WHERE id = $id LIMIT 1",
                id
            )
            .Select(d =>
                d with
                {
                    Finder = new DocumentFinder(NightlyRun.LastInbox(snapshot.Data)),
                }
            )
            .FirstOrDefault();

    /// <summary>A page as PNG, with a box marked.</summary>
    /// <exception cref="DatasetException">The file is gone, has changed, or cannot be drawn.</exception>
    public byte[] Draw(int page, Box box, PdfLimits limits, CancellationToken cancellation)
    {
        var picture =
            PagePicture.Of(Locate(), page, limits, cancellation)
            ?? throw new DatasetException(
                $"{File}: page {page} could not be drawn; pdftoppm (poppler-utils) was expected"
            );
        using var png = new MemoryStream();
        picture.Marked(box).WritePng(png);
        return png.ToArray();
    }

    /// <summary>The text of a document without pages.</summary>
    /// <exception cref="DatasetException">The file is gone or has changed.</exception>
    public string Text() => TextDecoder.Decode(Check());

    /// <summary>Its bytes, where they are those that were read.</summary>
    /// <exception cref="DatasetException">The file is gone or has changed.</exception>
    public byte[] Check()
    {
        try
        {
            return System.IO.File.ReadAllBytes(Locate());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{File}: cannot be read now: {e.Message}", e);
        }
    }

    // By its hash too: what lies there is what was read.
    private string Locate() => Finder.Find(new(File, Sha256, Pages, DocumentKind.Text, ""));
}
