namespace Kompass.Mining.Documents.Pdf.Recognition;

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
        PdfTools.OfThisMachine() is { Renderer: not null, Recognition: { } version } tools
        && PdfTools.NeededLanguages.All(tools.Languages.Contains)
            ? new RecognitionEngine(version)
            : null;

    /// <summary>Reads a page; a page that cannot be read in time has no words and is marked so.</summary>
    public Page Read(string file, Page page, PdfLimits limits, CancellationToken cancellation)
    {
        Slots.Wait(cancellation);
        try
        {
            if (
                Render(file, page, limits, cancellation) is var (image, dots)
                && Read(image.Levelled(), dots, limits, cancellation) is { } read
            )
            {
                // An engine that could not parse the page knows no size of it.
                var width = page.Width > 0 ? page.Width : image.Width * 72.0 / dots;
                var height = page.Height > 0 ? page.Height : image.Height * 72.0 / dots;
                return page with
                {
                    Width = width,
                    Height = height,
                    Words = PageTurn.Back(read.Words, read.QuarterTurns, width, height),
                    Origin = PageOrigin.Recognised,
                    Turned = read.Turned,
                };
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

    private static Reading? Read(
        GrayImage image,
        int dots,
        PdfLimits limits,
        CancellationToken cancellation
    )
    {
        // Few pages lie otherwise than upright: it is only asked how they lie where hardly a word was read.
        var read = Read(image, 0);
        if (
            read is not null
            && PageTurn.LooksTurned(read.Words)
            && Tesseract.QuarterTurns(image, dots, limits, cancellation) is { } turns and > 0
            && Read(image.QuarterTurned(turns), turns) is { } upright
            && !PageTurn.LooksTurned(upright.Words)
        )
        {
            read = upright;
        }

        return read is null
            ? null
            : read with
            {
                Words =
                [
                    .. new NumberRecognition(read.Picture, dots, limits, cancellation).Mend(
                        read.Words
                    ),
                    .. new UnseenBullets(read.Picture, dots).Before(read.Words),
                ],
            };

        Reading? Read(GrayImage picture, int turns)
        {
            var skew = picture.Skew();
            var isTurned = Math.Abs(skew) >= LeastTurn;
            var clean = (isTurned ? picture.Turned(skew) : picture).WithoutRules(
                dots / 5,
                dots / 50
            );
            var words = Recognise(clean, 3);
            if (words is not null && PassedOver.IsIn(clean, dots, words))
            {
                words = PassedOver.Joined(words, Recognise(clean.Whitened(), 4) ?? []);
            }

            return words is null ? null : new Reading(clean, words, turns, isTurned ? skew : 0);
        }

        List<Word>? Recognise(GrayImage picture, int segmentation) =>
            Tesseract.Read(
                picture,
                dots,
                new TesseractMode("swe", segmentation),
                limits,
                cancellation
            );
    }

    /// <summary>What was read of a picture.</summary>
    /// <param name="Picture">The page upright, straight and without rules.</param>
    /// <param name="Words">Its words as they stand there.</param>
    /// <param name="QuarterTurns">How they stand on the page, as of a word.</param>
    /// <param name="Turned">As of a page.</param>
    private sealed record Reading(
        GrayImage Picture,
        List<Word> Words,
        int QuarterTurns,
        double Turned
    );

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
