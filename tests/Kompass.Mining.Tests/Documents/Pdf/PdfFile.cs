using System.IO.Compression;
using System.Text;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>Writes small PDFs by hand, sound ones and such as nobody should write.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];

    /// <summary>A file of one page in Helvetica, one line of text each 14 points.</summary>
    public static byte[] OfLines(params string[] lines) => OfPages([lines]);

    /// <summary>A file of several pages of lines.</summary>
    public static byte[] OfPages(IReadOnlyList<IReadOnlyList<string>> pages)
    {
        var file = new PdfFile();
        var kids = string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"));
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>");
        file.Add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        );
        for (var i = 0; i < pages.Count; i++)
        {
            file.Add(Page(5 + (2 * i)));
            file.AddStream("", Encoding.Latin1.GetBytes(Content(pages[i])));
        }

        return file.Bytes();
    }

    /// <summary>
    /// A file with a page for each content stream, which may use F1 (Helvetica) and F2 (Helvetica-Bold), with more entries in each page's dictionary:
    /// <c>/Rotate 90</c>, in their resources: <c>/Properties &lt;&lt; … &gt;&gt;</c>, and in the catalog; and with an appearance of 60 by 20 points that they may
    /// name, the object behind those of all pages (7 where there is one).
    /// </summary>
    public static byte[] OfContents(
        IReadOnlyList<string> contents,
        string pageEntries = "",
        string resources = "",
        string catalog = "",
        string appearance = ""
    )
    {
        var file = new PdfFile();
        var kids = string.Join(' ', contents.Select((_, i) => $"{5 + (2 * i)} 0 R"));
        file.Add($"<< /Type /Catalog /Pages 2 0 R {catalog} >>");
        file.Add($"<< /Type /Pages /Kids [{kids}] /Count {contents.Count} >>");
        file.Add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        );
        file.Add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
        );
        for (var i = 0; i < contents.Count; i++)
        {
            file.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + (2 * i)} 0 R {pageEntries} /Resources << /Font << /F1 3 0 R /F2 4 0 R >> {resources} >> >>"
            );
            file.AddStream("", Encoding.Latin1.GetBytes(contents[i]));
        }

        file.AddStream(
            "/Type /XObject /Subtype /Form /BBox [0 0 60 20] /Resources << /Font << /F1 3 0 R >> >>",
            Encoding.Latin1.GetBytes(appearance)
        );

        return file.Bytes();
    }

    /// <summary>Content that shows a text at a place in points, origin bottom left.</summary>
    public static string Show(
        double x,
        double y,
        string text,
        double size = 12,
        string font = "F1"
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n"
        );

    /// <summary>A page tree whose only kid is the tree itself.</summary>
    public static byte[] Loop()
    {
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add("<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>");
        return file.Bytes();
    }

    /// <summary>A page whose content grows to this many megabytes of text operators: 19,800 short words side by side, drawn again and again.</summary>
    public static byte[] Bomb(int megabytes)
    {
        var piece = Encoding.ASCII.GetBytes(
            string.Concat(
                Enumerable
                    .Range(0, 19_800)
                    .Select(i =>
                        $"BT /F1 2 Tf {20 + (i % 110 * 5)} {20 + (i / 110 * 4)} Td (Ko) Tj ET         \n"
                    )
            )
        );
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < megabytes; i++)
            {
                zlib.Write(piece);
            }
        }

        return WithContent("/Filter /FlateDecode", packed.ToArray());
    }

    /// <summary>A page whose content nests this many arrays.</summary>
    public static byte[] Nested(int depth) =>
        WithContent(
            "",
            Encoding.ASCII.GetBytes(
                $"BT /F1 9 Tf 50 700 Td {new string('[', depth)}(A){new string(']', depth)} TJ ET"
            )
        );

    private static byte[] WithContent(string filter, byte[] content)
    {
        var file = new PdfFile();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add("<< /Type /Pages /Kids [4 0 R] /Count 1 >>");
        file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        file.Add(Page(5));
        file.AddStream(filter, content);
        return file.Bytes();
    }

    private static string Page(int content) =>
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>";

    private static string Content(IReadOnlyList<string> lines) =>
        "BT /F1 11 Tf 50 800 Td 14 TL\n"
        + string.Concat(
            lines.Select(l =>
                $"({l.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj T*\n"
            )
        )
        + "ET";

    private void Add(string body) => _objects.Add(Encoding.ASCII.GetBytes(body));

    private void AddStream(string filter, byte[] data) =>
        _objects.Add([
            .. Encoding.ASCII.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<< {filter} /Length {data.Length} >>\nstream\n"
                )
            ),
            .. data,
            .. "\nendstream"u8,
        ]);

    private byte[] Bytes()
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        file.Write("%PDF-1.4\n"u8);
        for (var i = 0; i < _objects.Count; i++)
        {
            places.Add(file.Position);
            file.Write(Encoding.ASCII.GetBytes($"{i + 1} 0 obj\n"));
            file.Write(_objects[i]);
            file.Write("\nendobj\n"u8);
        }

        var table = file.Position;
        file.Write(Encoding.ASCII.GetBytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
        {
            file.Write(
                Encoding.ASCII.GetBytes(
                    place.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"
                )
            );
        }

        file.Write(
            Encoding.ASCII.GetBytes(
                $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
            )
        );
        return file.ToArray();
    }
}
