using System.Text;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>
/// A PDF made of content streams, so that a test knows what stands where: fonts F1 (Helvetica) and F2 (Helvetica-Bold) in WinAnsi, pages of 595 by 842
/// points.
/// </summary>
internal static class TinyPdf
{
    public const double Width = 595;
    public const double Height = 842;

    /// <summary>A page that shows a text at a place, origin bottom left.</summary>
    public static string Show(
        double x,
        double y,
        string text,
        double size = 12,
        string font = "F1"
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"BT /{font} {size} Tf {x} {y} Td ({Literal(text)}) Tj ET\n"
        );

    /// <summary>A file with one page for each content stream.</summary>
    public static string Write(TemporaryFolder folder, string name, params string[] pages) =>
        Write(folder, name, "", pages);

    /// <summary>The same with more entries in each page's dictionary: <c>/Rotate 90</c>.</summary>
    public static string Write(
        TemporaryFolder folder,
        string name,
        string pageEntries,
        IReadOnlyList<string> pages
    )
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{5 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        };
        foreach (var page in pages)
        {
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Contents {objects.Count + 2} 0 R {pageEntries}"
                    + " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            );
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (body, index) in objects.Select((o, i) => (o, i)))
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"
        );
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        var path = folder.File(name);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(file.ToString()));
        return path;
    }

    /// <summary>A text as it stands within parentheses; å ä ö are the same bytes in WinAnsi and Latin 1.</summary>
    public static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("(", "\\(", StringComparison.Ordinal)
            .Replace(")", "\\)", StringComparison.Ordinal);
}
