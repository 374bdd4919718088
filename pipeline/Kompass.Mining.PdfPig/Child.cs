using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// What runs in the child process: <c>Kompass.Mining.PdfPig FILE PAGES</c> parses a file and writes its words with their boxes, as
/// <c>pdftotext -bbox-layout</c> does, to standard output. What it says on standard error of files that it cannot read are Poppler's words for the same.
/// </summary>
internal static class Child
{
    /// <summary>Every page was read.</summary>
    public const int Done = 0;

    /// <summary>The file could not be read; the reason is on standard error.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments.</summary>
    public const int Usage = 2;

    private const string OutOfMemory = "Out of memory";

    public static int Run(string[] arguments, Stream output, TextWriter error)
    {
        if (
            arguments.Length != 2
            || !int.TryParse(
                arguments[1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var pages
            )
        )
        {
            error.WriteLine("usage: Kompass.Mining.PdfPig FILE PAGES");
            return Usage;
        }

        try
        {
            var file = File.ReadAllBytes(arguments[0]);
            if (file.Length == 0)
            {
                error.WriteLine("Document stream is empty");
                return Failed;
            }

            using var writer = new BboxWriter(output);
            if (Write(file, pages, writer))
            {
                return Done;
            }

            error.WriteLine(OutOfMemory);
        }
        catch (PdfDocumentEncryptedException)
        {
            error.WriteLine("Incorrect password");
        }
        catch (OutOfMemoryException)
        {
            error.WriteLine(OutOfMemory);
        }
        // The library throws what its parsers meet; whatever it is, the file cannot be read with it.
        catch (Exception e)
        {
            error.WriteLine(OneLine(e));
        }

        return Failed;
    }

    // False where memory ran out on the way.
    private static bool Write(byte[] file, int pages, BboxWriter writer)
    {
        // The library's lenient parsers go on after any exception; a page that only lacks what no longer fitted into memory must not pass for a whole one.
        var outOfMemory = false;
        AppDomain.CurrentDomain.FirstChanceException += (_, e) =>
            outOfMemory |= e.Exception is OutOfMemoryException;
        using var document = PdfDocument.Open(
            file,
            new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true }
        );
        for (var number = 1; number <= Math.Min(document.NumberOfPages, pages); number++)
        {
            try
            {
                var page = document.GetPage(number);
                var words = WordBuilder.WordsOf(page).ToList();
                if (outOfMemory)
                {
                    return false;
                }

                writer.Page(page.Width, page.Height, words);
            }
            catch (Exception) when (!outOfMemory)
            {
                // One page that the library cannot parse is no reason to lose the others.
                writer.UnreadPage();
            }
            catch (Exception) when (outOfMemory)
            {
                return false;
            }
        }

        return true;
    }

    private static string OneLine(Exception e) =>
        e.Message.ReplaceLineEndings(" ") is { Length: > 0 } message
            ? message[..Math.Min(message.Length, 300)]
            : e.GetType().Name;
}
