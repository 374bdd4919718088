using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Records;

/// <summary>What a person needs to see where a value stands in its document.</summary>
public abstract record Evidence
{
    // Characters on either side of a passage.
    private const int Around = 200;

    private Evidence() { }

    /// <summary>A passage of a text document with what stands around it; <paramref name="Line"/> counts from 1.</summary>
    public sealed record Passage(string File, int Line, string Before, string Text, string After)
        : Evidence;

    /// <summary>A page of a PDF with the place marked.</summary>
    public sealed record Picture(string File, int Page, PagePicture Image) : Evidence;

    /// <summary>Finds it.</summary>
    /// <param name="record">A record of the dataset.</param>
    /// <param name="value">One of its values.</param>
    /// <param name="limits">Bounds for drawing a page.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="documents">Finds the documents of the dataset; without, they are looked for by the names that the record has.</param>
    /// <exception cref="DatasetException">The value has no place, or its document is gone, has changed or cannot be drawn.</exception>
    public static Evidence Of(
        ReportRecord record,
        NamedValue value,
        PdfLimits limits,
        DocumentFinder? documents = null,
        CancellationToken cancellation = default
    )
    {
        var document = record.Documents is { } all
            ? all[value.Source.Document ?? 0]
            : record.Document;
        var file = documents is null ? document.File : documents.Find(document);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{file}: {value.Path} of {record.Id} was read there, and the file cannot be read now: {e.Message}"
            );
        }

        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != document.Sha256)
        {
            throw new DatasetException(
                $"{file}: has changed since {record.Id} was read from it; run kompass nightly again"
            );
        }

        return value.Source switch
        {
            { Page: { } page, Box: [var left, var top, var right, var bottom] } => new Picture(
                file,
                page,
                (
                    PagePicture.Of(file, page, limits, cancellation)
                    ?? throw new DatasetException(
                        $"{file}: page {page} could not be drawn; pdftoppm (poppler-utils) within the limits pixels and ocr-seconds was expected"
                    )
                ).Marked(new Box(left, top, right, bottom))
            ),
            { Start: { } start, End: { } end } => PassageOf(
                file,
                TextDecoder.Decode(bytes),
                start,
                end
            ),
            _ => throw new DatasetException(
                $"{record.Id}: {value.Path} has no place of its own in {file} (it was read by way of {value.Source.Via})"
            ),
        };
    }

    private static Passage PassageOf(string file, string text, int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, text.Length), Math.Clamp(end, start, text.Length));
        var from = Math.Max(0, start - Around);
        var to = Math.Min(text.Length, end + Around);
        return new Passage(
            file,
            1 + text.AsSpan(0, start).Count('\n'),
            text[from..start],
            text[start..end],
            text[end..to]
        );
    }
}
