using Kompass.Mining.Dataset.Tables;
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
        : Evidence
    {
        /// <summary>Cuts it out.</summary>
        /// <param name="file">The document.</param>
        /// <param name="text">Its text.</param>
        /// <param name="start">Where the passage begins.</param>
        /// <param name="end">Where it ends.</param>
        /// <param name="around">Most characters on either side of it.</param>
        public static Passage Of(string file, string text, int start, int end, int around)
        {
            start = Math.Clamp(start, 0, text.Length);
            end = Math.Clamp(end, start, text.Length);
            return new Passage(
                file,
                1 + text.AsSpan(0, start).Count('\n'),
                text[Math.Max(0, start - around)..start],
                text[start..end],
                text[end..Math.Min(text.Length, end + around)]
            );
        }
    }

    /// <summary>A page of a PDF with the place marked.</summary>
    public sealed record Picture(string File, int Page, PagePicture Image) : Evidence;

    /// <summary>Finds it.</summary>
    /// <param name="record">A record of the dataset.</param>
    /// <param name="value">One of its values.</param>
    /// <param name="limits">Bounds for drawing a page.</param>
    /// <param name="documents">Finds the documents of the dataset.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DatasetException">The value has no place, or its document is gone, has changed or cannot be drawn.</exception>
    public static Evidence Of(
        ReportRecord record,
        NamedValue value,
        PdfLimits limits,
        DocumentFinder documents,
        CancellationToken cancellation
    )
    {
        var file = documents.Find(CommonCells.DocumentsOf(record)[value.Source.Document ?? 0]);
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
            { Start: { } start, End: { } end } => Passage.Of(
                file,
                TextDecoder.Decode(File.ReadAllBytes(file)),
                start,
                end,
                Around
            ),
            _ => throw new DatasetException(
                $"{record.Id}: {value.Path} has no place of its own in {file} (it was read by way of {value.Source.Via})"
            ),
        };
    }
}
