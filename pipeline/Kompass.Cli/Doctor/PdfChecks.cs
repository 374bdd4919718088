using Kompass.Mining.Documents.Pdf;

namespace Kompass.Cli.Doctor;

/// <summary>What reads PDFs and scans here, and what bounds it.</summary>
internal static class PdfChecks
{
    private const string InstallPoppler = "apt-get install poppler-utils";
    private const string InstallTesseract = "apt-get install tesseract-ocr tesseract-ocr-swe";

    public static IEnumerable<Check> Of(PdfTools tools, string? pdfPig)
    {
        yield return pdfPig is not null
            ? new Check("pdf", "PdfPig", State.Ok, pdfPig)
            : new Check(
                "pdf",
                "PdfPig",
                State.Missing,
                "does not lie beside the program: PDFs are set aside",
                "rm -r artifacts && ./kompass doctor"
            );
        foreach (var check in Scans(tools).Concat(Limits(tools.Isolation)))
        {
            yield return check;
        }
    }

    private static IEnumerable<Check> Scans(PdfTools tools)
    {
        yield return tools.Renderer is { } renderer
            ? new Check("scans", "Poppler pdftoppm", State.Ok, renderer)
            : new Check(
                "scans",
                "Poppler pdftoppm",
                State.Missing,
                "scanned pages cannot be drawn, and are not read",
                InstallPoppler
            );
        yield return tools.Recognition is { } tesseract
            ? new Check("scans", "Tesseract", State.Ok, tesseract)
            : new Check(
                "scans",
                "Tesseract",
                State.Missing,
                "scanned pages are not read",
                InstallTesseract
            );
        if (tools.Recognition is null)
        {
            yield break;
        }

        var missing = PdfTools
            .NeededLanguages.Except(tools.Languages, StringComparer.Ordinal)
            .ToList();
        yield return missing.Count == 0
            ? new Check(
                "scans",
                "Tesseract languages",
                State.Ok,
                string.Join(", ", PdfTools.NeededLanguages)
            )
            : new Check(
                "scans",
                "Tesseract languages",
                State.Missing,
                $"without {string.Join(" and ", missing)}; scanned pages are not read",
                "apt-get install " + string.Join(' ', missing.Select(l => $"tesseract-ocr-{l}"))
            );
    }

    private static IEnumerable<Check> Limits(IReadOnlyList<string> isolation)
    {
        yield return isolation.Contains("unshare", StringComparer.Ordinal)
            ? new Check(
                "limits",
                "no network",
                State.Ok,
                string.Join(' ', isolation.TakeWhile(w => w != "prlimit"))
            )
            : new Check(
                "limits",
                "no network",
                State.Weak,
                "unshare is missing or not allowed here: what reads PDFs could reach the network",
                "apt-get install util-linux"
            );
        yield return isolation.Contains("prlimit", StringComparer.Ordinal)
            ? new Check("limits", "memory and processor time", State.Ok, "prlimit, timeout")
            : new Check(
                "limits",
                "memory and processor time",
                State.Weak,
                "prlimit or timeout is missing: only wall-clock time and output are bounded",
                "apt-get install util-linux coreutils"
            );
    }
}
