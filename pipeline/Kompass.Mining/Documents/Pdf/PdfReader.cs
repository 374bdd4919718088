namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Reads a PDF: its text layer with the engines in turn until one reads every page, then each page whose layer is missing or garbage by character
/// recognition, where that is installed.
/// </summary>
/// <param name="engines">
/// Read text layers; the first is asked first, the next only for files that it could not read or of which it read some page badly. None where none is
/// installed.
/// </param>
/// <param name="recognition">Reads pictures; null where it is not installed.</param>
/// <param name="limits">Bounds.</param>
public sealed class PdfReader(
    IReadOnlyList<IPdfEngine> engines,
    RecognitionEngine? recognition,
    PdfLimits limits
)
{
    /// <summary>What reads text layers here, in the order in which they are asked.</summary>
    public IReadOnlyList<IPdfEngine> Engines { get; } = engines;

    /// <summary>What reads pictures here, or null.</summary>
    public RecognitionEngine? Recognition { get; } = recognition;

    /// <summary>Changes with what another reading may come of: engines, their versions, limits.</summary>
    public string Fingerprint =>
        $"{string.Join(", ", Engines.Select(e => e.Name))} {Recognition?.Name} {limits}";

    /// <summary>The engines of this machine that need no package.</summary>
    public static PdfReader OfThisMachine(PdfLimits? limits = null) =>
        new(PopplerEngine.OfThisMachine(), RecognitionEngine.Find(), limits ?? new PdfLimits());

    /// <summary>Reads the pages of a file.</summary>
    internal (DocumentKind Kind, string Engine, PdfReading Reading) Read(
        string file,
        CancellationToken cancellation
    )
    {
        if (Engines.Count == 0)
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

        var (engine, reading) = ReadTextLayer(file, cancellation);
        if (reading is not PdfReading.Read { Pages: var pages })
        {
            return (DocumentKind.Pdf, engine, reading);
        }

        var unusable = pages.Where(IsUnusable).ToList();
        if (unusable.Count == 0)
        {
            return (DocumentKind.Pdf, engine, reading);
        }

        if (unusable.Count > limits.RecognisedPages)
        {
            return (
                DocumentKind.Scan,
                engine,
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
            Recognition is null ? engine : $"{engine} + {Recognition.Name}",
            new PdfReading.Read(read)
        );
    }

    // The reading with the fewest unusable pages, of the engine that comes first among equals; where none could read the file, what the first one said of it.
    private (string Engine, PdfReading Reading) ReadTextLayer(
        string file,
        CancellationToken cancellation
    )
    {
        (string Engine, PdfReading Reading, int Unusable) best = ("", null!, int.MaxValue);
        foreach (var engine in Engines)
        {
            var reading = engine.Read(file, limits, cancellation);
            var unusable = reading is PdfReading.Read { Pages: var pages }
                ? pages.Count(IsUnusable)
                : int.MaxValue;
            if (best.Reading is null || unusable < best.Unusable)
            {
                best = (engine.Name, reading, unusable);
            }

            if (unusable == 0)
            {
                break;
            }
        }

        return (best.Engine, best.Reading);
    }

    private static bool IsUnusable(Page page) =>
        page.Origin == PageOrigin.Unreadable || !TextLayerQuality.IsUsable(page);
}
