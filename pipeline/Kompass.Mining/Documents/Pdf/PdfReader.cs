namespace Kompass.Mining.Documents.Pdf;

/// <summary>Reads a PDF: its text layer, then each page whose layer is missing or garbage by character recognition, where that is installed.</summary>
/// <param name="engine">Reads what the file says; null where it is not installed.</param>
/// <param name="recognition">Reads pictures; null where it is not installed.</param>
/// <param name="limits">Bounds.</param>
public sealed class PdfReader(IPdfEngine? engine, RecognitionEngine? recognition, PdfLimits limits)
{
    /// <summary>Changes with what another reading may come of: engines, their versions, limits.</summary>
    public string Fingerprint => $"{engine?.Name} {recognition?.Name} {limits}";

    /// <summary>Reads the pages of a file.</summary>
    internal (DocumentKind Kind, string Engine, PdfReading Reading) Read(
        string file,
        CancellationToken cancellation
    )
    {
        if (engine is null)
        {
            return (
                DocumentKind.Pdf,
                "",
                new PdfReading.NotRead(
                    SetAsideCause.ToolMissing,
                    "cannot be read: what reads PDFs is not installed; kompass doctor tells what is missing"
                )
            );
        }

        var reading = engine.Read(file, null, limits, cancellation);
        if (reading is not PdfReading.Read { Pages: var pages } text)
        {
            return (DocumentKind.Pdf, engine.Name, reading);
        }

        var unusable = pages.Where(IsUnusable).ToList();
        if (unusable.Count == 0)
        {
            return (DocumentKind.Pdf, engine.Name, reading);
        }

        if (unusable.Count > limits.RecognisedPages)
        {
            return (
                DocumentKind.Scan,
                engine.Name,
                new PdfReading.NotRead(
                    SetAsideCause.LimitPassed,
                    $"{unusable.Count} of its pages have no usable text, more than {limits.RecognisedPages} are not read by character recognition (limit ocr-pages)"
                )
            );
        }

        var read = pages.ToArray();
        Parallel.ForEach(
            unusable,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
                CancellationToken = cancellation,
            },
            page =>
            {
                read[page.Number - 1] = recognition is null
                    ? page with
                    {
                        Words = [],
                        Origin = PageOrigin.Unreadable,
                    }
                    : recognition.Read(file, page, limits, cancellation);
            }
        );
        var isScan = unusable.Count * 2 > pages.Count;
        return (
            isScan ? DocumentKind.Scan : DocumentKind.Pdf,
            recognition is null ? engine.Name : $"{engine.Name} + {recognition.Name}",
            text with
            {
                Pages = read,
            }
        );
    }

    private static bool IsUnusable(Page page) =>
        page.Origin == PageOrigin.Unreadable || !TextLayerQuality.IsUsable(page);
}
