using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents;

public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("a.txt", "Vanlig text", "Text")]
    [InlineData("a", "Vanlig text", "Text")]
    [InlineData("a.pdf", "Text trots sitt namn", "Text")]
    [InlineData("a.txt", "<!DOCTYPE html><p>x", "Html")]
    [InlineData("a.txt", "\n\n<HTML lang=\"sv\">", "Html")]
    [InlineData("a.bin", "<body>", "Html")]
    [InlineData("a.html", "<p>utan huvud</p>", "Html")]
    [InlineData("A.HTM", "text", "Html")]
    [InlineData("a.txt", "Rubriker\t<ul style=\"x\"> • Etik </ul> 58", "Text")]
    [InlineData("a.txt", "%PDF-1.7\n", "Pdf")]
    [InlineData("a.html", "skräp före\n%PDF-1.4\n<html>", "Pdf")]
    [InlineData("a.txt", "{\\rtf1\\ansi Text}", "Unknown")]
    [InlineData("a.txt", "Rad ett\f\tRad två\u001A", "Text")]
    [InlineData("a.txt", "\u0001\u0002\u0003\u0004text", "Unknown")]
    public void Of_LooksAtTheBytesFirst(string file, string text, string kind) =>
        Assert.Equal(kind, FileSignature.Of(file, Encoding.Latin1.GetBytes(text)).ToString());

    [Fact]
    public void Of_Utf16_IsTextForAllItsZeros() =>
        Assert.Equal(
            FileSignature.Kind.Text,
            FileSignature.Of(
                "a.txt",
                [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Åmål")]
            )
        );

    [Theory]
    [InlineData(1, "Text")]
    [InlineData(40, "Unknown")]
    public void Of_TextWithControlCharacters_DependsOnTheirShare(int controls, string kind)
    {
        var text = new string('\u0007', controls) + new string('a', 1000);

        Assert.Equal(kind, FileSignature.Of("a.txt", Encoding.Latin1.GetBytes(text)).ToString());
    }

    [Theory]
    [InlineData(1019, "Pdf")]
    [InlineData(1020, "Text")]
    public void Of_APdfHeader_CountsWithinTheFirst1024Bytes(int before, string kind) =>
        Assert.Equal(
            kind,
            FileSignature
                .Of("a", Encoding.Latin1.GetBytes(new string(' ', before) + "%PDF-1.4"))
                .ToString()
        );

    [Theory]
    [InlineData("Rubriker\n58\n")]
    [InlineData("%PDF-1.4\n")]
    [InlineData("<html><body>58")]
    public void Of_WhatAnArchiveHoldsWithoutCompression_IsNotReadAsOneDocument(string text)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "a", "b" })
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(new string('x', 9000) + text));
            }
        }

        using var tar = new MemoryStream();
        using (var archive = new TarWriter(tar, leaveOpen: true))
        {
            archive.WriteEntry(
                new PaxTarEntry(TarEntryType.RegularFile, "a")
                {
                    DataStream = new MemoryStream(
                        Encoding.UTF8.GetBytes(text + new string('x', 90_000))
                    ),
                }
            );
        }

        Assert.Equal(FileSignature.Kind.Unknown, FileSignature.Of("a.pdf", zip.ToArray()));
        Assert.Equal(FileSignature.Kind.Unknown, FileSignature.Of("a.html", tar.ToArray()));
    }

    public static TheoryData<byte[], string> Descriptions =>
        new()
        {
            { [0x50, 0x4B, 5, 6, 0], "a ZIP archive or an Office document (DOCX, XLSX, ODT)" },
            { [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], "a 7z archive" },
            { "Rar!\u001A\u0007\0"u8.ToArray(), "a RAR archive" },
            { [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "an xz archive" },
            { "BZh91AY&SY"u8.ToArray(), "a bzip2 archive" },
            { [0x28, 0xB5, 0x2F, 0xFD, 4], "a Zstandard archive" },
            { [.. new byte[257], .. "ustar\0"u8], "a TAR archive" },
            { [0x50, 0x4B, 3, 4, 20], "a ZIP archive or an Office document (DOCX, XLSX, ODT)" },
            { [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "an old Office document (DOC, XLS)" },
            { [0x1F, 0x8B, 8], "a gzip archive" },
            { [0x89, 0x50, 0x4E, 0x47, 0x0D], "a PNG image" },
            { [0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image" },
            { "{\\rtf1"u8.ToArray(), "an RTF document" },
            { [0, 1, 2], "binary data of no known kind" },
            { [], "binary data of no known kind" },
        };

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void Describe_SaysWhatAFileSeemsToBe(byte[] bytes, string description) =>
        Assert.Equal(description, FileSignature.Describe(bytes));
}
