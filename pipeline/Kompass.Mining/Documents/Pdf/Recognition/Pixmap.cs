namespace Kompass.Mining.Documents.Pdf.Recognition;

/// <summary>The head of a portable anymap, the format in which Poppler hands pictures on: <c>P5</c> grey, <c>P6</c> colour.</summary>
internal static class Pixmap
{
    /// <summary>Sides of the picture and where its pixels begin; null where it is no such picture of 256 levels, is larger than allowed or is cut short.</summary>
    public static (int Width, int Height, int Start)? Head(
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<byte> magic,
        int bytesPerPixel,
        long mostPixels
    )
    {
        if (!bytes.StartsWith(magic))
        {
            return null;
        }

        var at = magic.Length;
        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < 3; i++)
        {
            while (
                at < bytes.Length
                && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'
            )
            {
                at++;
            }

            if (
                at >= bytes.Length
                || !System.Buffers.Text.Utf8Parser.TryParse(
                    bytes[at..],
                    out numbers[i],
                    out var used
                )
                || numbers[i] <= 0
            )
            {
                return null;
            }

            at += used;
        }

        at++;
        var (width, height) = (numbers[0], numbers[1]);
        var pixels = (long)width * height;
        return
            numbers[2] == 255 && pixels <= mostPixels && bytes.Length - at >= pixels * bytesPerPixel
            ? (width, height, at)
            : null;
    }
}
