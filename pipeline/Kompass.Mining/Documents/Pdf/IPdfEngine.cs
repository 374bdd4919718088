namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// The port for reading PDFs: what is behind it parses untrusted files in child processes under limits. The library knows it by this alone, and tests put files of their
/// own making behind it.
/// </summary>
public interface IPdfEngine
{
    /// <summary>Name and version: <c>pdfpig 0.1.16</c>. It stands in every record that the engine read.</summary>
    string Name { get; }

    /// <summary>Reads the words of all pages. A bad file is a value.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="attachment">Which of the files within it to read instead, from 0, as the file's own reading tells of them; null for itself.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="cancellation">Ends the child and throws.</param>
    PdfReading Read(string file, int? attachment, PdfLimits limits, CancellationToken cancellation);
}

/// <summary>What came of reading the text layer.</summary>
public abstract record PdfReading
{
    private PdfReading() { }

    /// <summary>Its pages, in order; a page without text has no words.</summary>
    public sealed record Read(IReadOnlyList<Page> Pages) : PdfReading
    {
        /// <summary>The files within the file.</summary>
        public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    }

    /// <summary>It could not be read, and why.</summary>
    public sealed record NotRead(SetAsideCause Cause, string Message) : PdfReading;
}

/// <summary>A file within a PDF.</summary>
/// <param name="Name">As readers show it.</param>
/// <param name="Bytes">Its length.</param>
public sealed record Attachment(string Name, long Bytes);
