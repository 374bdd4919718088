using System.Buffers.Binary;
using System.IO.Compression;
using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.Tests.Documents.Pdf;

public class PagePictureTests
{
    private const int Side = 60;

    private static readonly byte[] White =
    [
        .. "P6\n60 60\n255\n"u8,
        .. Enumerable.Repeat((byte)255, 3 * Side * Side),
    ];

    [Fact]
    public void MarkedPlace_IsYellowWithinARedFrame()
    {
        // 12 to 24 points are pixels 20 to 40 at 120 dots an inch.
        var png = Png(PagePicture.Parse(White, 10_000)!.Marked(new Box(12, 12, 24, 24)));

        Assert.Equal((255, 255, 140), At(png, 30, 30));
        Assert.Equal((200, 16, 46), At(png, 16, 30));
        Assert.Equal((255, 255, 255), At(png, 5, 5));
    }

    [Fact]
    public void BoxThatReachesOverTheEdge_IsMarkedAsFarAsThePageGoes() =>
        Assert.Equal(
            (255, 255, 140),
            At(Png(PagePicture.Parse(White, 10_000)!.Marked(new Box(-50, -50, 500, 500))), 0, 0)
        );

    [Theory]
    [InlineData("")]
    [InlineData("P6")]
    [InlineData("P5\n1 1\n255\nx")]
    [InlineData("P6\n60 60\n255\nxx")]
    [InlineData("P6\n-1 60\n255\n")]
    [InlineData("P6\n2000000000 2000000000\n255\n")]
    public void WhatIsNoPicture_GivesNone(string bytes) =>
        Assert.Null(PagePicture.Parse(System.Text.Encoding.ASCII.GetBytes(bytes), 10_000));

    private static (int Red, int Green, int Blue) At(byte[] rows, int x, int y)
    {
        var at = (y * (1 + (3 * Side))) + 1 + (3 * x);
        return (rows[at], rows[at + 1], rows[at + 2]);
    }

    // The rows of a PNG, each behind its filter's byte, after a look at its chunks.
    private static byte[] Png(PagePicture picture)
    {
        using var file = new MemoryStream();
        picture.WritePng(file);
        var bytes = file.ToArray();
        Assert.Equal("89504E470D0A1A0A", Convert.ToHexString(bytes[..8]));
        using var rows = new MemoryStream();
        for (var at = 8; at < bytes.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            var type = System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (type == "IHDR")
            {
                Assert.Equal(Side, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 8)));
            }

            if (type == "IDAT")
            {
                using var zlib = new ZLibStream(
                    new MemoryStream(bytes, at + 8, length),
                    CompressionMode.Decompress
                );
                zlib.CopyTo(rows);
            }

            at += length + 12;
        }

        // An empty chunk's checksum is the same in every PNG.
        Assert.Equal("AE426082", Convert.ToHexString(bytes[^4..]));
        return rows.ToArray();
    }
}
