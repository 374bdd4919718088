using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Cuts the decimals of numbers in content to as many as count before they are parsed: PdfPig 0.1.16 gathers them in 64 bits, so that 19 and more overflow
/// (0.70710678118654752440 becomes 5e-35, and a page turned by it loses every word).
/// </summary>
internal sealed class ShortNumbers(IPageContentParser parser) : IPageContentParser
{
    // A double tells no more of a number below 1000 apart.
    private const int Decimals = 15;

    public IReadOnlyList<IGraphicsStateOperation> Parse(
        int pageNumber,
        IInputBytes inputBytes,
        ILog log
    )
    {
        var content = new byte[inputBytes.Length - inputBytes.CurrentOffset];
        var read = inputBytes.Read(content);
        return parser.Parse(pageNumber, new MemoryInputBytes(Cut(content.AsMemory(0, read))), log);
    }

    /// <summary>The content with its numbers cut; the same memory where none was too long.</summary>
    internal static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        List<byte>? kept = null;
        var from = 0;
        for (var at = 0; at < bytes.Length; )
        {
            switch (bytes[at])
            {
                case (byte)'(':
                    at = EndOfString(bytes, at);
                    break;
                case (byte)'%':
                    at = EndOfLine(bytes, at);
                    break;
                case (byte)'.':
                    var end = at + 1;
                    while (end < bytes.Length && bytes[end] is >= (byte)'0' and <= (byte)'9')
                    {
                        end++;
                    }

                    if (end - at - 1 > Decimals)
                    {
                        kept ??= new List<byte>(bytes.Length);
                        kept.AddRange(bytes[from..(at + 1 + Decimals)]);
                        from = end;
                    }

                    at = end;
                    break;
                // The bytes of a picture within the content are not to be touched: nothing behind it is.
                case (byte)'I' when IsInlineData(bytes, at):
                    at = bytes.Length;
                    break;
                default:
                    at++;
                    break;
            }
        }

        if (kept is null)
        {
            return content;
        }

        kept.AddRange(bytes[from..]);
        return kept.ToArray();
    }

    // Strings hold balanced brackets, and others behind a backslash.
    private static int EndOfString(ReadOnlySpan<byte> bytes, int at)
    {
        var depth = 0;
        for (; at < bytes.Length; at++)
        {
            switch (bytes[at])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return at + 1;
            }
        }

        return bytes.Length;
    }

    private static int EndOfLine(ReadOnlySpan<byte> bytes, int at)
    {
        var length = bytes[at..].IndexOfAny((byte)'\r', (byte)'\n');
        return length < 0 ? bytes.Length : at + length;
    }

    // "BI /W 8 … ID ": the operator stands between blanks.
    private static bool IsInlineData(ReadOnlySpan<byte> bytes, int at) =>
        at > 0
        && at + 2 < bytes.Length
        && bytes[at + 1] == (byte)'D'
        && IsBlank(bytes[at - 1])
        && IsBlank(bytes[at + 2]);

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
