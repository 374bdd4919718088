namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Reads pages without usable text: <c>pdftoppm</c> renders a page, it is turned straight and the lines of its tables are taken out, and Tesseract reads it
/// with its Swedish model; what looks like numbers is read again on its own. All run as child processes under limits and speak through pipes.
/// </summary>
public sealed class RecognitionEngine
{
    // Tesseract's models are trained on 300 dots an inch.
    private const int DotsPerInch = 300;

    // Turning blurs a little; less than this does not disturb the recognition of lines.
    private const double LeastTurn = 0.15;

    // One page at a time and processor, whatever number of documents is read at once.
    private static readonly SemaphoreSlim Slots = new(Environment.ProcessorCount);

    private RecognitionEngine(string version) => Name = $"tesseract {version}";

    /// <summary>Name and version: <c>tesseract 5.3.0</c>.</summary>
    public string Name { get; }

    /// <summary>The engine of this machine, or null where Tesseract, its Swedish model or Poppler's renderer are not installed.</summary>
    public static RecognitionEngine? Find() =>
        Tesseract.FindVersion("swe", "eng") is { } version
        && ChildProcess.Ask("pdftoppm", "-v") is not null
            ? new RecognitionEngine(version)
            : null;

    /// <summary>Reads a page; a page that cannot be read in time has no words and is marked so.</summary>
    public Page Read(string file, Page page, PdfLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(limits);
        Slots.Wait(cancellation);
        try
        {
            if (Render(file, page, limits, cancellation) is var (image, dots))
            {
                var skew = image.Skew();
                var isTurned = Math.Abs(skew) >= LeastTurn;
                var clean = (isTurned ? image.Turned(skew) : image).WithoutRules(
                    dots / 5,
                    dots / 50
                );
                if (
                    Tesseract.Read(
                        clean,
                        dots,
                        new TesseractMode("swe", 3),
                        limits,
                        cancellation
                    ) is
                    { } words
                )
                {
                    return page with
                    {
                        // An engine that could not parse the page knows no size of it.
                        Width = page.Width > 0 ? page.Width : clean.Width * 72.0 / dots,
                        Height = page.Height > 0 ? page.Height : clean.Height * 72.0 / dots,
                        Words = new NumberRecognition(clean, dots, limits, cancellation).Mend(
                            words
                        ),
                        Origin = PageOrigin.Recognised,
                        Turned = isTurned ? skew : 0,
                    };
                }
            }

            return page with
            {
                Words = [],
                Origin = PageOrigin.Unreadable,
            };
        }
        finally
        {
            Slots.Release();
        }
    }

    private static (GrayImage Image, int Dots)? Render(
        string file,
        Page page,
        PdfLimits limits,
        CancellationToken cancellation
    )
    {
        // A page of several metres is drawn with fewer dots, so that it fits.
        var inches = Math.Max(1, page.Width * page.Height / 72 / 72);
        var dots = (int)Math.Clamp(Math.Sqrt(limits.PixelsPerPage * 0.9 / inches), 36, DotsPerInch);
        return
            PageRenderer.Render(file, page.Number, dots, inColour: false, limits, cancellation)
                is { } pgm
            && GrayImage.Parse(pgm.Span, limits.PixelsPerPage) is { } image
            ? (image, dots)
            : null;
    }
}
