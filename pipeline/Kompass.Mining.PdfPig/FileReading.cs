using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Kompass.Mining.PdfPig;

/// <summary>Reads one file with PdfPig and writes what its pages show. What it says of files that it cannot read are Poppler's words for the same.</summary>
internal static class FileReading
{
    private const string OutOfMemory = "Out of memory";

    // More than that many files within a file are not told of.
    private const int MostAttachments = 100;

    /// <summary>Reads a file; false, and the reason written, where it could not be read: what read it is not to read another.</summary>
    /// <param name="path">The file.</param>
    /// <param name="attachment">Which file within it to read instead, from 0; -1 for the file itself.</param>
    /// <param name="pages">The most pages to read.</param>
    /// <param name="writer">Gets what its pages show, and why it could not be read.</param>
    public static bool Read(string path, int attachment, int pages, BboxWriter writer)
    {
        var reason = OutOfMemory;
        // The library's lenient parsers go on after any exception; a page that only lacks what no longer fitted into memory must not pass for a whole one.
        var outOfMemory = false;
        void Watch(
            object? sender,
            System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e
        ) => outOfMemory |= e.Exception is OutOfMemoryException;
        AppDomain.CurrentDomain.FirstChanceException += Watch;
        try
        {
            var file = File.ReadAllBytes(path);
            if (file.Length == 0)
            {
                reason = "Document stream is empty";
            }
            else
            {
                using var document = Open(file);
                if (attachment >= 0)
                {
                    using var inner = Open(Attachments(document)[attachment].Memory.ToArray());
                    Write(inner, pages, writer, () => outOfMemory);
                }
                else
                {
                    Write(document, pages, writer, () => outOfMemory);
                    foreach (var within in Attachments(document))
                    {
                        writer.Attachment(NameOf(within), within.Memory.Length);
                    }
                }

                if (!outOfMemory)
                {
                    return true;
                }
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            reason = "Incorrect password";
        }
        catch (OutOfMemoryException)
        {
            // As it stands.
        }
        // The library throws what its parsers meet; whatever it is, the file cannot be read with it.
        catch (Exception e)
        {
            reason = outOfMemory ? OutOfMemory : OneLine(e);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Watch;
        }

        writer.Failed(reason);
        return false;
    }

    private static PdfDocument Open(byte[] file)
    {
        var document = PdfDocument.Open(
            file,
            new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true }
        );
        document.AddPageFactory<DrawnPage, DrawnPageFactory>();
        return document;
    }

    private static void Write(
        PdfDocument document,
        int pages,
        BboxWriter writer,
        Func<bool> isOutOfMemory
    )
    {
        DrawnPageFactory.Layers = LayerStates.Of(
            document.Structure.Catalog.CatalogDictionary,
            document.Structure.TokenScanner
        );
        for (
            var number = 1;
            number <= Math.Min(document.NumberOfPages, pages) && !isOutOfMemory();
            number++
        )
        {
            try
            {
                var page = document.GetPage<DrawnPage>(number);
                writer.Page(page, WordBuilder.WordsOf(page));
            }
            catch (Exception) when (!isOutOfMemory())
            {
                // One page that the library cannot parse is no reason to lose the others.
                writer.UnreadPage();
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    private static IReadOnlyList<EmbeddedFile> Attachments(PdfDocument document) =>
        document.Advanced.TryGetEmbeddedFiles(out var files)
            ? [.. files.Take(MostAttachments)]
            : [];

    private static string NameOf(EmbeddedFile file) =>
        file.FileSpecification is { Length: > 0 } name ? name : file.Name;

    private static string OneLine(Exception e) =>
        e.Message.ReplaceLineEndings(" ") is { Length: > 0 } message
            ? message[..Math.Min(message.Length, 300)]
            : e.GetType().Name;
}
