namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Reads a PDF: its text layer with one of the engines, and each page whose layer is missing or garbage by character recognition, where that is installed.
/// </summary>
/// <param name="engine">Reads text layers; null where none is installed.</param>
/// <param name="recognition">Reads pictures; null where it is not installed.</param>
/// <param name="limits">Bounds.</param>
public sealed class PdfReader(IPdfEngine? engine, RecognitionEngine? recognition, PdfLimits limits)
{
    /// <summary>What reads text layers here, or null.</summary>
    public IPdfEngine? Engine { get; } = engine;

    /// <summary>What reads pictures here, or null.</summary>
    public RecognitionEngine? Recognition { get; } = recognition;

    /// <summary>Changes with what another reading may come of: engines, their versions, limits.</summary>
    public string Fingerprint => $"{Engine?.Name} {Recognition?.Name} {limits}";

    /// <summary>The engines of this machine.</summary>
    public static PdfReader OfThisMachine(PdfLimits? limits = null) =>
        new(PopplerEngine.Find(), RecognitionEngine.Find(), limits ?? new PdfLimits());

    /// <summary>Reads the pages of a file.</summary>
    internal (DocumentKind Kind, string Engine, PdfReading Reading) Read(
        string file,
        CancellationToken cancellation
    )
    {
        if (Engine is null)
        {
            return (
                DocumentKind.Pdf,
                "",
                new PdfReading.NotRead(
                    SetAsideCause.ToolMissing,
                    "cannot be read: no PDF engine is installed (poppler-utils); kompass doctor tells what is missing"
                )
            );
        }

        var reading = Engine.Read(file, limits, cancellation);
        if (reading is not PdfReading.Read { Pages: var pages })
        {
            return (DocumentKind.Pdf, Engine.Name, reading);
        }

        var unusable = pages.Where(p => !TextLayerQuality.IsUsable(p)).ToList();
        if (unusable.Count == 0)
        {
            return (DocumentKind.Pdf, Engine.Name, reading);
        }

        if (unusable.Count > limits.RecognisedPages)
        {
            return (
                DocumentKind.Scan,
                Engine.Name,
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
                read[page.Number - 1] = Recognition is null
                    ? page with
                    {
                        Words = [],
                        Origin = PageOrigin.Unreadable,
                    }
                    : Recognition.Read(file, page, limits, cancellation);
            }
        );
        var isScan = unusable.Count * 2 > pages.Count;
        return (
            isScan ? DocumentKind.Scan : DocumentKind.Pdf,
            Recognition is null ? Engine.Name : $"{Engine.Name} + {Recognition.Name}",
            new PdfReading.Read(read)
        );
    }
}
