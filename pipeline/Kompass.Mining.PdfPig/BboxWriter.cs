using System.Globalization;
using System.Text;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Writes pages and words as the XHTML of <c>pdftotext -bbox-layout</c>, one element a line, with <c>size</c>, <c>bold</c> and <c>font</c> where they are
/// known: <c>&lt;word xMin="71" yMin="42.4" xMax="104" yMax="53.5" size="11" bold="1" font="Carlito-Bold"&gt;Sveriges&lt;/word&gt;</c>. A page that
/// could not be parsed is <c>&lt;page unread="1"&gt;</c>.
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

    public void Page(double width, double height, IReadOnlyList<PlacedWord> words)
    {
        _writer.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<page width=\"{width:0.###}\" height=\"{height:0.###}\">"
            )
        );
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

    public void Dispose() => _writer.Dispose();

    private void Word(PlacedWord word)
    {
        _writer.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<word xMin=\"{word.Left:0.###}\" yMin=\"{word.Top:0.###}\" xMax=\"{word.Right:0.###}\" yMax=\"{word.Bottom:0.###}\" size=\"{word.Size:0.##}\""
            )
        );
        if (word.Bold is { } bold)
        {
            _writer.Write(bold ? " bold=\"1\"" : " bold=\"0\"");
        }

        if (word.Font is not null)
        {
            _writer.Write($" font=\"{Escape(word.Font)}\"");
        }

        _writer.WriteLine($">{Escape(word.Text)}</word>");
    }

    // A font without mapping gives control characters: a line end would end the element, and that something unreadable stands there must not be lost.
    private static string Escape(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c))
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
}
