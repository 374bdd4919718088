using System.Buffers.Binary;
using System.IO.Compression;
using Kompass.Mining.Documents.Pdf.Recognition;

namespace Kompass.Mining.Documents.Pdf;

/// <summary>A page in colour on which a place can be marked, written as PNG.</summary>
public sealed class PagePicture
{
    // Enough to read small print on a screen.
    private const int DotsPerInch = 120;

    // Points between what is marked and its frame, and the frame's own width.
    private const double Margin = 1.5;
    private const double Frame = 1.2;

    private readonly byte[] _pixels;

    private PagePicture(int width, int height, byte[] pixels)
    {
        Width = width;
        Height = height;
        _pixels = pixels;
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>Draws a page of a PDF; null where it could not be drawn within the limits, or Poppler is not installed.</summary>
    public static PagePicture? Of(
        string file,
        int page,
        PdfLimits limits,
        CancellationToken cancellation = default
    )
    {
        return
            PageRenderer.Render(file, page, DotsPerInch, inColour: true, limits, cancellation)
                is { } ppm
            ? Parse(ppm.Span, limits.PixelsPerPage)
            : null;
    }

    /// <summary>Reads a portable pixmap (<c>P6</c>); null where it is none.</summary>
    internal static PagePicture? Parse(ReadOnlySpan<byte> ppm, long mostPixels) =>
        Pixmap.Head(ppm, "P6"u8, 3, mostPixels) is var (width, height, start)
            ? new PagePicture(width, height, ppm.Slice(start, 3 * width * height).ToArray())
            : null;

    /// <summary>The page with a box (in points) under a yellow marker and within a red frame.</summary>
    public PagePicture Marked(Box box)
    {
        const double Scale = DotsPerInch / 72.0;
        var (left, top) = (At(box.Left - Margin), At(box.Top - Margin));
        var (right, bottom) = (At(box.Right + Margin), At(box.Bottom + Margin));
        var frame = Math.Max(2, At(Frame));
        var marked = (byte[])_pixels.Clone();
        for (var y = Math.Max(0, top - frame); y < Math.Min(Height, bottom + frame); y++)
        {
            for (var x = Math.Max(0, left - frame); x < Math.Min(Width, right + frame); x++)
            {
                var pixel = marked.AsSpan(3 * ((y * Width) + x), 3);
                if (x >= left && x < right && y >= top && y < bottom)
                {
                    // Paper turns yellow, ink stays ink.
                    pixel[2] = (byte)(pixel[2] * 0.55);
                }
                else
                {
                    (pixel[0], pixel[1], pixel[2]) = (200, 16, 46);
                }
            }
        }

        return new PagePicture(Width, Height, marked);

        static int At(double points) => (int)Math.Round(points * Scale);
    }

    /// <summary>Writes the page as PNG (ISO/IEC 15948): 8 bits a colour, no filter, one compressed block.</summary>
    public void WritePng(Stream output)
    {
        output.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], Height);
        head[8] = 8;
        head[9] = 2;
        Chunk(output, "IHDR"u8, head);
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(_pixels, 3 * y * Width, 3 * Width);
            }
        }

        Chunk(output, "IDAT"u8, compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
        Chunk(output, "IEND"u8, []);
    }

    private static void Chunk(Stream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        output.Write(number);
    }

    // The checksum of the standard's annex D.
    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return crc;
    }
}
