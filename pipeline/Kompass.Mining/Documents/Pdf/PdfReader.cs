using Kompass.Mining.Documents.Pdf.Recognition;

namespace Kompass.Mining.Documents.Pdf;

/// <summary>Reads a PDF: its text layer, then each page whose layer is missing or garbage by character recognition, where that is installed.</summary>
/// <param name="engine">Reads what the file says; null where it is not installed.</param>
/// <param name="recognition">Reads pictures; null where it is not installed.</param>
/// <param name="limits">Bounds.</param>
public sealed class PdfReader(IPdfEngine? engine, RecognitionEngine? recognition, PdfLimits limits)
{
    /// <summary>The programs that read, with their versions.</summary>
    internal string Engines => $"{engine?.Name} {recognition?.Name}";

    /// <summary>What bounds them.</summary>
    internal PdfLimits Limits => limits;

    /// <summary>Reads the pages of a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="attachment">Which of the files within it to read instead; pages of it without usable text stay unread.</param>
    /// <param name="cancellation">Ends the reading and throws.</param>
    internal (DocumentKind Kind, string Engine, PdfReading Reading) Read(
        string file,
        int? attachment,
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

        var reading = engine.Read(file, attachment, limits, cancellation);
        if (reading is not PdfReading.Read { Pages: var pages } text)
        {
            return (DocumentKind.Pdf, engine.Name, reading);
        }

        var wanting = pages.Where(IsWanting).ToList();
        if (wanting.Count == 0 || attachment is not null)
        {
            return (DocumentKind.Pdf, engine.Name, reading);
        }

        if (Unread(wanting.Count, pages.Count) is { } unread)
        {
            return (DocumentKind.Scan, engine.Name, unread);
        }

        var read = pages.ToArray();
        Recognise(
            wanting,
            page => read[page.Number - 1] = Completed(file, page, cancellation),
            cancellation
        );
        var isScan = read.Count(p => p.Origin != PageOrigin.TextLayer) * 2 > pages.Count;
        return (
            isScan ? DocumentKind.Scan : DocumentKind.Pdf,
            recognition is null ? engine.Name : $"{engine.Name} + {recognition.Name}",
            text with
            {
                Pages = read,
            }
        );
    }

    // Why pages without usable text are not read at all.
    private PdfReading.NotRead? Unread(int wanting, int pages) =>
        recognition is null && wanting * 2 > pages
            ? new(
                SetAsideCause.ToolMissing,
                $"{wanting} of its {pages} pages are pictures, and what reads them (tesseract-ocr, tesseract-ocr-swe, poppler-utils) is not installed; kompass doctor tells what is missing"
            )
        : wanting > limits.RecognisedPages
            ? new(
                SetAsideCause.LimitPassed,
                $"{wanting} of its pages have no usable text, more than {limits.RecognisedPages} are not read by character recognition (limit ocr-pages)"
            )
        : null;

    /// <summary>
    /// The pages of a file of which some are looked at again: where recognition surely sees another number than the file says, it is exchanged. The same list where
    /// recognition is not installed, or sees nothing else.
    /// </summary>
    internal IReadOnlyList<Page> LookAgain(
        string file,
        IReadOnlyList<Page> pages,
        IReadOnlySet<int> numbers,
        CancellationToken cancellation
    )
    {
        if (recognition is null)
        {
            return pages;
        }

        var read = pages.ToArray();
        var seen = new (string, string)[pages.Count][];
        Recognise(
            [.. pages.Where(p => p.Origin == PageOrigin.TextLayer && numbers.Contains(p.Number))],
            page =>
            {
                var recognised = recognition.Read(file, page, limits, cancellation);
                read[page.Number - 1] = Witnesses.Exchange(page, recognised, SureOfANumber);
                seen[page.Number - 1] =
                [
                    .. Witnesses
                        .Numbers(page, recognised, SureOfANumber)
                        .Select(n => (n.Said.Text, n.Seen)),
                ];
            },
            cancellation
        );
        if (DigitCode.Of(seen.OfType<(string, string)[]>().SelectMany(n => n)) is { } code)
        {
            return
            [
                .. pages.Select(p =>
                    p.Origin == PageOrigin.TextLayer ? DigitCode.Read(p, code) : p
                ),
            ];
        }

        return read.Zip(pages, (now, before) => now.Words.SequenceEqual(before.Words)).All(s => s)
            ? pages
            : read;
    }

    // What recognition must give a number against which the file's own text stands.
    private const double SureOfANumber = 0.8;

    private static void Recognise(
        IReadOnlyList<Page> pages,
        Action<Page> read,
        CancellationToken cancellation
    ) =>
        Parallel.ForEach(
            pages,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
                CancellationToken = cancellation,
            },
            read
        );

    private Page Completed(string file, Page page, CancellationToken cancellation)
    {
        var isUsable = TextLayerQuality.IsUsable(page);
        if (recognition is null)
        {
            return page.Origin == PageOrigin.ScannersText && isUsable ? AsRecognised(page)
                : page.Origin == PageOrigin.TextLayer && isUsable ? page
                : page with { Words = [], Origin = PageOrigin.Unreadable };
        }

        var recognised = recognition.Read(file, page, limits, cancellation);
        return page.Origin == PageOrigin.ScannersText && page.Words.Count > 0
                ? Witnesses.Compare(AsRecognised(page), recognised)
            : page.Origin == PageOrigin.TextLayer && isUsable
                ? recognised.Origin == PageOrigin.Recognised ? Witnesses.Complete(page, recognised)
                    : page
            : recognised;
    }

    // A scanner's text is a recognition like ours, of which nobody knows how sure it was: words read right nine times in ten, numbers less.
    private static Page AsRecognised(Page page) =>
        page with
        {
            Origin = PageOrigin.Recognised,
            Words =
            [
                .. page.Words.Select(w =>
                    w with
                    {
                        Confidence = w.Text.Any(char.IsAsciiDigit) ? 0.7 : 0.9,
                    }
                ),
            ],
        };

    private static bool IsWanting(Page page) =>
        page.Origin != PageOrigin.TextLayer
        || !TextLayerQuality.IsUsable(page)
        || Witnesses.IsWanting(page);
}
