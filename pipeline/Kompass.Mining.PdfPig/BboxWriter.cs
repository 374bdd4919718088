using System.Globalization;
using System.Text;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf.Visible;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Writes what a file's pages show, one element a line, as the XHTML of <c>pdftotext -bbox-layout</c> with more attributes:
/// <c>&lt;word xMin="71" yMin="42.4" xMax="104" yMax="53.5" at="17" colour="000000" size="11" bold="1" font="Carlito-Bold"&gt;Sveriges&lt;/word&gt;</c>. Lines, dots,
/// fills and pictures are <c>&lt;line … /&gt;</c> and so on; a page that could not be parsed is <c>&lt;page unread="1"&gt;</c>; a file ends with
/// <c>&lt;done/&gt;</c> or <c>&lt;failed reason="…"/&gt;</c>.
/// </summary>
internal sealed class BboxWriter(Stream output) : IDisposable
{
    private readonly StreamWriter _writer = new(
        output,
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        1 << 16
    )
    {
        NewLine = "\n",
    };

    public void Page(DrawnPage page, IEnumerable<DrawnWord> words)
    {
        Write($"<page width=\"{page.Width:0.###}\" height=\"{page.Height:0.###}\">\n");
        foreach (var shape in page.Shapes)
        {
            _writer.Write(
                shape.Kind switch
                {
                    ShapeKind.Line => "<line",
                    ShapeKind.Dot => "<dot",
                    ShapeKind.Fill => "<fill",
                    _ => "<picture",
                }
            );
            Place(shape.Box, shape.Paint);
            _writer.Write("/>\n");
        }

        foreach (var word in words)
        {
            Word(word);
        }

        _writer.WriteLine("</page>");
    }

    public void UnreadPage()
    {
        _writer.WriteLine("<page unread=\"1\">");
        _writer.WriteLine("</page>");
    }

    /// <summary>A file within the file, by the name under which it is shown.</summary>
    public void Attachment(string name, int bytes) =>
        Write($"<attachment bytes=\"{bytes}\" name=\"{Escape(name)}\"/>\n");

    /// <summary>The end of a file; whether this process reads no other.</summary>
    public void Done(bool isLast)
    {
        _writer.WriteLine(isLast ? "<done last=\"1\"/>" : "<done/>");
        _writer.Flush();
    }

    /// <summary>The end of a file that could not be read.</summary>
    public void Failed(string reason)
    {
        Write($"<failed reason=\"{Escape(reason)}\"/>\n");
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private void Word(DrawnWord word)
    {
        _writer.Write("<word");
        Place(word.Word.Box, word.Paint);
        Write($" size=\"{word.Word.Size:0.##}\"");
        if (word.Angle != 0)
        {
            Write($" angle=\"{word.Angle:0.#}\"");
        }

        if (word.Word.Bold is { } bold)
        {
            _writer.Write(bold ? " bold=\"1\"" : " bold=\"0\"");
        }

        if (word.Font is not null)
        {
            _writer.Write($" font=\"{Escape(word.Font)}\"");
        }

        _writer.WriteLine($">{Escape(word.Word.Text)}</word>");
    }

    private void Place(Box area, Paint paint)
    {
        Write(
            $" xMin=\"{area.Left:0.###}\" yMin=\"{area.Top:0.###}\" xMax=\"{area.Right:0.###}\" yMax=\"{area.Bottom:0.###}\" at=\"{paint.Order}\""
        );
        if (paint.Colour != 0)
        {
            Write($" colour=\"{paint.Colour}\"");
        }

        if (paint.Opacity < 1)
        {
            Write($" opacity=\"{paint.Opacity:0.##}\"");
        }

        if (!paint.IsInk)
        {
            _writer.Write(" inkless=\"1\"");
        }

        if (paint.IsOff)
        {
            _writer.Write(" off=\"1\"");
        }

        if (paint.IsClipped)
        {
            _writer.Write(" clipped=\"1\"");
        }
    }

    private void Write(FormattableString text) =>
        _writer.Write(text.ToString(CultureInfo.InvariantCulture));

    // A font without mapping gives control characters: a line end would end the element, and that something unreadable stands there must not be lost.
    private static string Escape(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\u001F')
        || text.AsSpan().ContainsAny("&<>\"\u007F")
        || text.Any(char.IsControl)
            ? string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c))
                .Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal)
                .Replace("\"", "&quot;", StringComparison.Ordinal)
            : text;
}
