namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Bounds within which a PDF is read. Each is enforced on the child process that parses the file, and checked again on what it sends back; a file that passes
/// one is set aside with that reason. Defaults hold for reports of 30 pages with much to spare.
/// </summary>
/// <param name="Seconds">Wall-clock and processor seconds for the text of one file.</param>
/// <param name="MemoryBytes">Address space of a child process (managed heap, where the child is .NET).</param>
/// <param name="OutputBytes">What a child may send back.</param>
/// <param name="Pages">Pages of one file.</param>
/// <param name="WordsPerPage">Words on one page.</param>
/// <param name="RecognisedPages">Pages of one file that are read by character recognition.</param>
/// <param name="SecondsPerRecognisedPage">Wall-clock and processor seconds for rendering or recognising one page.</param>
/// <param name="PixelsPerPage">Pixels of a rendered page.</param>
public sealed record PdfLimits(
    int Seconds = 30,
    long MemoryBytes = 1L << 30,
    long OutputBytes = 64L << 20,
    int Pages = 300,
    int WordsPerPage = 20_000,
    int RecognisedPages = 150,
    int SecondsPerRecognisedPage = 60,
    long PixelsPerPage = 40_000_000
)
{
    /// <summary>The names by which a person sets them, with what each means.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["seconds"] = "seconds for the text of one PDF",
            ["memory-mb"] = "megabytes of memory for a child process",
            ["output-mb"] = "megabytes that a child process may send back",
            ["pages"] = "pages of one PDF",
            ["words-per-page"] = "words on one page",
            ["ocr-pages"] = "pages of one PDF that are read by character recognition",
            ["ocr-seconds"] = "seconds for recognising one page",
            ["pixels"] = "pixels of a rendered page",
        };

    /// <summary>The limits with one of them set as a person writes it: <c>seconds=60</c>.</summary>
    /// <param name="setting">Name and value.</param>
    /// <param name="problem">What is wrong with it, where it is: then the limits are as before.</param>
    public PdfLimits With(string setting, out string? problem)
    {
        var parts = setting.Split('=');
        if (
            parts.Length != 2
            || !int.TryParse(
                parts[1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value
            )
            || value < 1
        )
        {
            problem = $"NAME=VALUE with a number from 1 to {int.MaxValue} was expected: seconds=60";
            return this;
        }

        problem = Names.ContainsKey(parts[0])
            ? null
            : $"there is no limit {parts[0]}; there are {string.Join(", ", Names.Keys)}";
        return parts[0] switch
        {
            "seconds" => this with { Seconds = value },
            "memory-mb" => this with { MemoryBytes = (long)value << 20 },
            "output-mb" => this with { OutputBytes = (long)value << 20 },
            "pages" => this with { Pages = value },
            "words-per-page" => this with { WordsPerPage = value },
            "ocr-pages" => this with { RecognisedPages = value },
            "ocr-seconds" => this with { SecondsPerRecognisedPage = value },
            "pixels" => this with { PixelsPerPage = value },
            _ => this,
        };
    }
}
