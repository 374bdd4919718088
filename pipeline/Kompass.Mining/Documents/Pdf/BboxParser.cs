using System.Text;

namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Takes in, piece by piece, the XHTML that <c>pdftotext -bbox-layout</c> writes, one element a line, and keeps pages and words:
/// <c>&lt;word xMin="71.0" yMin="42.4" xMax="104.0" yMax="53.5"&gt;Sveriges&lt;/word&gt;</c>. An engine of our own that writes the same may add
/// <c>size</c> and <c>bold</c>, and <c>unread="1"</c> to a page that it could not parse. What it meets is not trusted: numbers out of range are refused, and
/// limits are watched.
/// </summary>
internal sealed class BboxParser(PdfLimits limits)
{
    // No coordinate of a PDF page passes 14400 points (PDF 32000-1, annex C) by much.
    private const double Farthest = 200_000;

    private const char SoftHyphen = '\u00AD';

    private readonly List<byte> _rest = [];
    private readonly List<Page> _pages = [];
    private List<Word>? _words;
    private double _width;
    private double _height;
    private bool _unread;

    /// <summary>The pages so far.</summary>
    public IReadOnlyList<Page> Pages => _pages;

    /// <summary>The limit that was passed, in words, or null.</summary>
    public string? Passed { get; private set; }

    /// <summary>Takes a piece; false when a limit was passed.</summary>
    public bool Take(ReadOnlySpan<byte> piece)
    {
        while (Passed is null)
        {
            var end = piece.IndexOf((byte)'\n');
            if (end < 0)
            {
                _rest.AddRange(piece);
                // One element a line: a line without end is none of what was asked for.
                return _rest.Count < 1 << 20
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
        line = line.TrimStart((byte)' ');
        if (line.StartsWith("<word "u8))
        {
            WordLine(line);
        }
        else if (line.StartsWith("<page "u8))
        {
            _width = Attribute(line, "width=\""u8) ?? 0;
            _height = Attribute(line, "height=\""u8) ?? 0;
            _unread = line.IndexOf("unread=\"1\""u8) >= 0;
            _words = [];
            if (_pages.Count >= limits.Pages)
            {
                Pass($"it has more than {limits.Pages} pages");
            }
        }
        else if (line.StartsWith("</page>"u8) && _words is not null)
        {
            _pages.Add(
                new Page(
                    _pages.Count + 1,
                    _width,
                    _height,
                    _words,
                    _unread ? PageOrigin.Unreadable : PageOrigin.TextLayer
                )
            );
            _words = null;
        }
    }

    private void WordLine(ReadOnlySpan<byte> line)
    {
        var text = line.IndexOf((byte)'>');
        var close = line.LastIndexOf("</word>"u8);
        if (_words is null || text < 0 || close <= text)
        {
            return;
        }

        var tag = line[..text];
        if (
            Attribute(tag, "xMin=\""u8) is not { } left
            || Attribute(tag, "yMin=\""u8) is not { } top
            || Attribute(tag, "xMax=\""u8) is not { } right
            || Attribute(tag, "yMax=\""u8) is not { } bottom
            || right < left
            || bottom < top
        )
        {
            return;
        }

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
            var box = new Box(left, top, right, bottom);
            _words.Add(
                new Word(
                    content,
                    box,
                    Attribute(tag, " size=\""u8) is { } size and > 0 ? size : box.Height,
                    tag.IndexOf("bold=\"1\""u8) >= 0 ? true
                        : tag.IndexOf("bold=\"0\""u8) >= 0 ? false
                        : null
                )
            );
        }
    }

    private bool Pass(string what)
    {
        Passed = what;
        return false;
    }

    private static double? Attribute(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        var at = line.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var value = line[(at + name.Length)..];
        return
            System.Buffers.Text.Utf8Parser.TryParse(value, out double number, out _)
            && Math.Abs(number) <= Farthest
            ? number
            : null;
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        var decoded = Encoding.UTF8.GetString(text);
        return decoded.Contains('&', StringComparison.Ordinal)
            ? System.Net.WebUtility.HtmlDecode(decoded)
            : decoded;
    }
}
