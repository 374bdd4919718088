namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// The port for reading the text layer of PDFs. Whatever engine is behind it, it runs in a child process under limits and gives the same pages.
/// </summary>
public interface IPdfEngine
{
    /// <summary>Name and version: <c>poppler 22.12.0</c>. It stands in every record that the engine read.</summary>
    string Name { get; }

    /// <summary>Reads the words of all pages. A bad file is a value.</summary>
    PdfReading Read(string file, PdfLimits limits, CancellationToken cancellation);
}

/// <summary>What came of reading the text layer.</summary>
public abstract record PdfReading
{
    private PdfReading() { }

    /// <summary>Its pages, in order; a page without text has no words.</summary>
    public sealed record Read(IReadOnlyList<Page> Pages) : PdfReading;

    /// <summary>It could not be read, and why.</summary>
    public sealed record NotRead(SetAsideCause Cause, string Message) : PdfReading;
}
