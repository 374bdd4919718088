namespace Kompass.Mining.Documents;

/// <summary>What kind of file a document is.</summary>
public enum DocumentKind
{
    /// <summary>A PDF with a text layer.</summary>
    Pdf,

    /// <summary>A PDF whose pages had to be read by character recognition.</summary>
    Scan,

    /// <summary>A text file: semi-structured or a flat transcript.</summary>
    Text,

    /// <summary>A saved web page.</summary>
    Html,
}

/// <summary>A file that could be read.</summary>
/// <param name="File">Its path as it was given.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of its bytes.</param>
/// <param name="Kind">What kind of file it is.</param>
/// <param name="Engine">What read it, with version: <c>text</c>, <c>html AngleSharp 1.10.3</c>, <c>pdfpig 0.1.16</c>.</param>
/// <param name="Content">What stands in it.</param>
public sealed record Document(
    string File,
    string Sha256,
    DocumentKind Kind,
    string Engine,
    DocumentContent Content
)
{
    /// <summary>What of its characters had to be set right, in words; empty where nothing.</summary>
    public IReadOnlyList<string> Repairs { get; init; } = [];

    /// <summary>That it has lost its å, ä and ö, in words, or null: <see cref="WithText"/> sets it right.</summary>
    internal string? LettersLost { get; init; }

    /// <summary>A text document with another text of the same length in place of its own.</summary>
    internal Document WithText(Func<string, string> change) =>
        Content is DocumentContent.PlainText { Text: var text }
            ? this with
            {
                Content = new DocumentContent.PlainText(text.With(change(text.Text))),
            }
            : this;

    /// <summary>Files within the file that may be read in its place, each by its index.</summary>
    public IReadOnlyList<(int Index, string Name)> Attachments { get; init; } = [];
}

/// <summary>What stands in a document.</summary>
public abstract record DocumentContent
{
    private DocumentContent() { }

    /// <summary>Plain text.</summary>
    public sealed record PlainText(SourceText Text) : DocumentContent;

    /// <summary>HTML source.</summary>
    public sealed record Html(SourceText Text) : DocumentContent;

    /// <summary>Pages with words and boxes.</summary>
    public sealed record Paged(IReadOnlyList<Page> Pages) : DocumentContent;
}

/// <summary>What came of reading a file.</summary>
public abstract record DocumentReading
{
    private DocumentReading() { }

    /// <summary>It could be read.</summary>
    public sealed record Read(Document Document) : DocumentReading;

    /// <summary>It could not, and why.</summary>
    public sealed record NotRead(SetAside SetAside) : DocumentReading;
}

/// <summary>A file that was set aside.</summary>
/// <param name="File">Its path as it was given.</param>
/// <param name="Cause">Why, one of <see cref="SetAsideCause"/>.</param>
/// <param name="Message">What was found, where, what was expected, what to do.</param>
public sealed record SetAside(string File, SetAsideCause Cause, string Message);

/// <summary>Why a file was set aside.</summary>
public enum SetAsideCause
{
    /// <summary>It has no bytes, or nothing but blanks.</summary>
    Empty,

    /// <summary>It could not be opened or read.</summary>
    Unreadable,

    /// <summary>It is larger than the limit.</summary>
    TooLarge,

    /// <summary>It is neither text, HTML nor PDF.</summary>
    UnknownKind,

    /// <summary>It is locked with a user password.</summary>
    Encrypted,

    /// <summary>It is cut or broken so that no page can be read.</summary>
    Damaged,

    /// <summary>The program that reads files of this kind is not installed.</summary>
    ToolMissing,

    /// <summary>Reading it passed a limit of time, memory or size.</summary>
    LimitPassed,

    /// <summary>It could be read, and is no report of Kommunkompassen.</summary>
    NotAReport,

    /// <summary>A fault in this program kept it from being read.</summary>
    Fault,
}
