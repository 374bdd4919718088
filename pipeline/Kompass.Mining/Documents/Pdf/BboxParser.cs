using Kompass.Mining.Documents.Pdf.Visible;

namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Takes in, piece by piece, what the child process tells of a file, one element a line in the manner of <c>pdftotext -bbox-layout</c>:
/// <c>&lt;word xMin="71.0" yMin="42.4" xMax="104.0" yMax="53.5" at="7" size="11"&gt;Sveriges&lt;/word&gt;</c>. What it meets is not trusted: numbers out of range are
/// refused, and limits are watched.
/// </summary>
internal sealed class BboxParser(PdfLimits limits)
{
    // No coordinate of a PDF page passes 14400 points (PDF 32000-1, annex C) by much.
    private const double Farthest = 200_000;

    // One element a line: a line without end is none of what was asked for.
    private const int LongestLine = 1 << 20;

    private const int MostAttachments = 1000;

    private const char SoftHyphen = '\u00AD';

    private readonly List<byte> _rest = [];
    private readonly List<DrawnPage> _pages = [];
    private readonly List<Attachment> _attachments = [];
    private readonly List<DrawnShape> _shapes = [];
    private List<DrawnWord>? _words;
    private (double Width, double Height, bool IsUnread) _page;

    /// <summary>The pages so far.</summary>
    public IReadOnlyList<DrawnPage> Pages => _pages;

    /// <summary>The files within the file.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>The limit that was passed, in words, or null.</summary>
    public string? Passed { get; private set; }

    /// <summary>Why the file could not be read, or null.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether the end of the file was told.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Whether the child reads no other file after it.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Takes a piece; false at the end, and when a limit was passed.</summary>
    public bool Take(ReadOnlySpan<byte> piece)
    {
        while (Passed is null && !IsEnd && Failure is null)
        {
            var end = piece.IndexOf((byte)'\n');
            if (end < 0)
            {
                _rest.AddRange(piece);
                return _rest.Count < LongestLine
                    || Pass("a line of its text has over a million characters");
            }

            if (_rest.Count > 0)
            {
                _rest.AddRange(piece[..end]);
                Line(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rest));
                _rest.Clear();
            }
            else
            {
                Line(piece[..end]);
            }

            piece = piece[(end + 1)..];
        }

        return false;
    }

    private void Line(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("<word "u8))
        {
            WordLine(line);
        }
        else if (KindOf(line) is { } kind)
        {
            ShapeLine(line, kind);
        }
        else if (line.StartsWith("<page "u8))
        {
            _page = (
                Attribute(line, " width=\""u8) ?? 0,
                Attribute(line, " height=\""u8) ?? 0,
                Has(line, " unread=\"1\""u8)
            );
            _words = [];
            _shapes.Clear();
            if (_pages.Count >= limits.Pages)
            {
                Pass($"it has more than {limits.Pages} pages");
            }
        }
        else if (line.StartsWith("</page>"u8) && _words is not null)
        {
            _pages.Add(
                new DrawnPage(
                    _pages.Count + 1,
                    _page.Width,
                    _page.Height,
                    _words,
                    [.. _shapes],
                    _page.IsUnread
                )
            );
            _words = null;
        }
        else if (line.StartsWith("<attachment "u8) && _attachments.Count < MostAttachments)
        {
            _attachments.Add(
                new Attachment(
                    Text(line, " name=\""u8) ?? "",
                    (long)(Attribute(line, " bytes=\""u8, double.MaxValue) ?? 0)
                )
            );
        }
        else if (line.StartsWith("<failed "u8))
        {
            Failure = Text(line, " reason=\""u8) ?? "no reason was given";
        }
        else if (line.StartsWith("<done"u8))
        {
            IsEnd = true;
            IsLast = Has(line, " last=\"1\""u8);
        }
    }

    private static ShapeKind? KindOf(ReadOnlySpan<byte> line) =>
        line.StartsWith("<line "u8) ? ShapeKind.Line
        : line.StartsWith("<dot "u8) ? ShapeKind.Dot
        : line.StartsWith("<fill "u8) ? ShapeKind.Fill
        : line.StartsWith("<picture "u8) ? ShapeKind.Picture
        : null;

    private void ShapeLine(ReadOnlySpan<byte> line, ShapeKind kind)
    {
        if (_shapes.Count < 2 * limits.WordsPerPage && BoxOf(line) is { } box)
        {
            _shapes.Add(new DrawnShape(kind, box, PaintOf(line)));
        }
    }

    private void WordLine(ReadOnlySpan<byte> line)
    {
        var text = line.IndexOf((byte)'>');
        var close = line.LastIndexOf("</word>"u8);
        if (_words is null || text < 0 || close <= text || BoxOf(line[..text]) is not { } box)
        {
            return;
        }

        var tag = line[..text];
        if (_words.Count >= limits.WordsPerPage)
        {
            Pass($"page {_pages.Count + 1} has more than {limits.WordsPerPage} words");
            return;
        }

        var printed = Decode(line[(text + 1)..close]);
        // At the end of a line a soft hyphen is the hyphen that one sees; which end that is, layout tells.
        var content =
            SourceText.From(printed).Text.Trim()
            + (printed.EndsWith(SoftHyphen) ? SoftHyphen.ToString() : "");
        if (content.Length > 0)
        {
            _words.Add(
                new DrawnWord(
                    new Word(
                        content,
                        box,
                        Attribute(tag, " size=\""u8) is { } size and > 0 ? size : box.Height,
                        Has(tag, " bold=\"1\""u8) ? true
                            : Has(tag, " bold=\"0\""u8) ? false
                            : null
                    )
                    {
                        QuarterTurns =
                            (int)Math.Round((360 - (Attribute(tag, " angle=\""u8) ?? 0)) / 90) % 4,
                    },
                    PaintOf(tag),
                    Attribute(tag, " angle=\""u8) ?? 0,
                    Text(tag, " font=\""u8)
                )
            );
        }
    }

    private static Box? BoxOf(ReadOnlySpan<byte> tag) =>
        Attribute(tag, " xMin=\""u8) is { } left
        && Attribute(tag, " yMin=\""u8) is { } top
        && Attribute(tag, " xMax=\""u8) is { } right
        && Attribute(tag, " yMax=\""u8) is { } bottom
        && right >= left
        && bottom >= top
            ? new Box(left, top, right, bottom)
            : null;

    private static Paint PaintOf(ReadOnlySpan<byte> tag) =>
        new(
            (int)(Attribute(tag, " at=\""u8, int.MaxValue) ?? 0),
            (int)(Attribute(tag, " colour=\""u8, int.MaxValue) ?? 0),
            Attribute(tag, " opacity=\""u8) ?? 1,
            !Has(tag, " inkless=\"1\""u8),
            Has(tag, " off=\"1\""u8),
            Has(tag, " clipped=\"1\""u8)
        );

    private bool Pass(string what)
    {
        Passed = what;
        return false;
    }

    private static bool Has(ReadOnlySpan<byte> line, ReadOnlySpan<byte> attribute) =>
        line.IndexOf(attribute) >= 0;

    private static double? Attribute(
        ReadOnlySpan<byte> line,
        ReadOnlySpan<byte> name,
        double farthest = Farthest
    )
    {
        var at = line.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var value = line[(at + name.Length)..];
        return
            System.Buffers.Text.Utf8Parser.TryParse(value, out double number, out _)
            && Math.Abs(number) <= farthest
            ? number
            : null;
    }

    private static string? Text(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        var at = line.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var value = line[(at + name.Length)..];
        var end = value.IndexOf((byte)'"');
        return end < 0 ? null : Decode(value[..end]);
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        var decoded = Encoding.UTF8.GetString(text);
        return decoded.Contains('&', StringComparison.Ordinal)
            ? System.Net.WebUtility.HtmlDecode(decoded)
            : decoded;
    }
}
