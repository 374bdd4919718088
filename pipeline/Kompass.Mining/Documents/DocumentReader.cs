using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Documents.Pdf.Recognition;

namespace Kompass.Mining.Documents;

/// <summary>Bounds of reading one file.</summary>
/// <param name="MaxFileBytes">Largest file that is opened; default 128 MiB.</param>
/// <param name="MaxTextBytes">Largest text or HTML file that is parsed; default 16 MiB (a report of 30 pages has 70 kB).</param>
/// <param name="MaxSeconds">
/// Seconds for one document of any kind, from opening it to its record; default 15 minutes. A scan of the most pages that are recognised takes some ten on a
/// slow machine; a text takes a fraction of a second.
/// </param>
public sealed record DocumentOptions(
    long MaxFileBytes = 128L << 20,
    long MaxTextBytes = 16L << 20,
    int MaxSeconds = 900
)
{
    /// <summary>The names by which a person sets them, with what each means.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["file-mb"] = "megabytes of one file",
            ["text-mb"] = "megabytes of one text or web page",
            ["document-seconds"] = "seconds for one document of any kind",
        };

    /// <summary>These bounds with the one of this name set; unchanged where there is none of this name.</summary>
    public DocumentOptions With(string name, int value) =>
        name switch
        {
            "file-mb" => this with { MaxFileBytes = (long)value << 20 },
            "text-mb" => this with { MaxTextBytes = (long)value << 20 },
            "document-seconds" => this with { MaxSeconds = value },
            _ => this,
        };
}

/// <summary>The first step: a file becomes a document, or is set aside with its cause.</summary>
/// <param name="options">Bounds.</param>
/// <param name="pdf">Makes the reader of PDFs when the first one is met; without it PDFs are set aside.</param>
/// <param name="clock">Tells when a document's time is up; the machine's own by default.</param>
public sealed class DocumentReader(
    DocumentOptions? options = null,
    Func<PdfReader>? pdf = null,
    TimeProvider? clock = null
)
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>What the reader takes, for messages.</summary>
    internal const string Expected = "expected a report of Kommunkompassen as text, HTML or PDF";

    private readonly DocumentOptions _options = options ?? new DocumentOptions();
    private readonly Lazy<PdfReader> _pdf = new(
        pdf ?? (() => new PdfReader(null, RecognitionEngine.Find(), new PdfLimits()))
    );

    /// <summary>What one document may take, from opening it to its record.</summary>
    public TimeSpan TimeLimit => TimeSpan.FromSeconds(_options.MaxSeconds);

    /// <summary>What that time is told by.</summary>
    internal TimeProvider Clock { get; } = clock ?? TimeProvider.System;

    /// <summary>Changes with the engines of this machine and, behind a <c>+</c>, the limits: another reading of the same file may then be had.</summary>
    public string Fingerprint =>
        Hash(_pdf.Value.Engines) + "+" + Hash($"{_options} {_pdf.Value.Limits}");

    /// <summary>Reads a file. Bad input is a value, never an exception; cancellation passes through.</summary>
    public DocumentReading Read(string file, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        byte[] bytes;
        try
        {
            using var stream = RegularFile.Open(file);
            // Of the stream, not of the name: a link has a length of its own.
            var length = stream.Length;
            if (length > _options.MaxFileBytes)
            {
                return Aside(
                    file,
                    SetAsideCause.TooLarge,
                    Invariant(
                        $"has {length:N0} bytes, more than the limit of {_options.MaxFileBytes:N0}"
                    )
                );
            }

            var head = new byte[Math.Min(HeadBytes, length)];
            stream.ReadExactly(head);
            if (FileSignature.Of(file, head) == FileSignature.Kind.Pdf)
            {
                var sha256 = RegularFile.Sha256(stream, length);
                return HasGrown(stream, length)
                    ? Aside(file, SetAsideCause.Unreadable, Grew)
                    : ReadPdf(file, sha256, null, cancellation);
            }

            bytes = new byte[length];
            head.CopyTo(bytes, 0);
            stream.ReadExactly(bytes.AsSpan(head.Length));
            if (HasGrown(stream, length))
            {
                return Aside(file, SetAsideCause.Unreadable, Grew);
            }
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or NotSupportedException
                        or ArgumentException
            )
        {
            return Aside(file, SetAsideCause.Unreadable, $"cannot be read: {e.Message}");
        }

        return Read(file, bytes, cancellation);
    }

    /// <summary>What is said of a file that somebody writes to while it is read.</summary>
    internal const string Grew = "grew while it was read; the next run reads it again";

    // Some files of the kernel claim to be empty and are not.
    private static bool HasGrown(FileStream stream, long length) =>
        RandomAccess.Read(stream.SafeFileHandle, new byte[1], length) > 0;

    /// <summary>Reads the bytes of a text or HTML file that were read from <paramref name="file"/>.</summary>
    public DocumentReading Read(string file, byte[] bytes, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (bytes.Length == 0)
        {
            return Aside(file, SetAsideCause.Empty, $"is empty; {Expected}");
        }

        switch (FileSignature.Of(file, bytes))
        {
            case FileSignature.Kind.Text
            or FileSignature.Kind.Html when bytes.Length > _options.MaxTextBytes:
                return Aside(
                    file,
                    SetAsideCause.TooLarge,
                    Invariant(
                        $"is a text of {bytes.Length:N0} bytes, more than the limit of {_options.MaxTextBytes:N0}"
                    )
                );
            case FileSignature.Kind.Text:
                return ReadText(file, bytes, isHtml: false);
            case FileSignature.Kind.Html:
                return ReadText(file, bytes, isHtml: true);
            default:
                return Aside(
                    file,
                    SetAsideCause.UnknownKind,
                    $"is {FileSignature.Describe(bytes)}; {Expected}"
                );
        }
    }

    private static DocumentReading ReadText(string file, byte[] bytes, bool isHtml)
    {
        var decoded = TextDecoder.Read(bytes, isHtml);
        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return Aside(file, SetAsideCause.Empty, $"holds nothing but blanks; {Expected}");
        }

        if (decoded.Lost is { } lost && isHtml)
        {
            return Aside(
                file,
                SetAsideCause.Damaged,
                $"{lost}; save it anew in UTF-8 from where it came"
            );
        }

        if (isHtml && HtmlBounds.Passed(decoded.Text) is { } passed)
        {
            return Aside(file, SetAsideCause.LimitPassed, passed);
        }

        var text = SourceText.From(decoded.Text);
        return new DocumentReading.Read(
            new Document(
                file,
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                isHtml ? DocumentKind.Html : DocumentKind.Text,
                isHtml ? HtmlEngine : "text",
                isHtml ? new DocumentContent.Html(text) : new DocumentContent.PlainText(text)
            )
            {
                Repairs = decoded.Repairs,
                LettersLost = decoded.Lost,
            }
        );
    }

    /// <summary>Reads a PDF that lies within a PDF.</summary>
    internal DocumentReading ReadAttachment(
        Document document,
        int index,
        CancellationToken cancellation
    ) => ReadPdf(document.File, document.Sha256, index, cancellation);

    /// <summary>The document with numbers exchanged that some of its pages show otherwise than they say; itself where there are none.</summary>
    internal Document LookAgain(
        Document document,
        IReadOnlySet<int> pages,
        CancellationToken cancellation
    ) =>
        document is { Kind: DocumentKind.Pdf, Content: DocumentContent.Paged { Pages: var read } }
        && _pdf.Value.LookAgain(document.File, read, pages, cancellation) is var again
        && !ReferenceEquals(again, read)
            ? document with
            {
                Content = new DocumentContent.Paged(again),
                Repairs =
                [
                    .. document.Repairs,
                    "numbers are read as the pages show them; the file's own text says others",
                ],
            }
            : document;

    private DocumentReading ReadPdf(
        string file,
        string sha256,
        int? attachment,
        CancellationToken cancellation
    )
    {
        var (kind, engine, reading) = _pdf.Value.Read(file, attachment, cancellation);
        var repairs = new List<string>();
        return reading switch
        {
            PdfReading.Read { Pages: var pages, Attachments: var attached } =>
                new DocumentReading.Read(
                    new Document(
                        file,
                        sha256,
                        kind,
                        engine,
                        new DocumentContent.Paged(
                            DigitRepair.OtherDigits(MistakenEncoding.Undo(pages, repairs))
                        )
                    )
                    {
                        Repairs = repairs,
                        Attachments =
                        [
                            .. attached
                                .Select((a, i) => (Index: i, a.Name, a.Bytes))
                                .Where(a => a.Bytes <= _options.MaxFileBytes)
                                .Select(a => (a.Index, a.Name)),
                        ],
                    }
                ),
            PdfReading.NotRead aside => Aside(file, aside.Cause, aside.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12];

    private static string HtmlEngine { get; } =
        $"html AngleSharp {typeof(AngleSharp.Html.Parser.HtmlParser).Assembly.GetName().Version?.ToString(3)}";

    private static DocumentReading.NotRead Aside(
        string file,
        SetAsideCause cause,
        string message
    ) => new(new SetAside(file, cause, message));
}
