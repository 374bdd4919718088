using Kompass.Mining.Documents.Pdf;

namespace Kompass.Cli.Doctor;

/// <summary>What reads PDFs and scans here, and what bounds it.</summary>
internal static class PdfChecks
{
    public static IEnumerable<Check> Of(PdfTools tools, string? pdfPig) =>
        [
            Check.Of(
                "pdf",
                "PdfPig",
                pdfPig,
                State.Missing,
                "does not lie beside the program: PDFs are set aside",
                "rm -r artifacts && ./kompass doctor"
            ),
            .. Scans(tools),
            .. Limits(tools.Isolation),
        ];

    private static IEnumerable<Check> Scans(PdfTools tools)
    {
        yield return Check.Of(
            "scans",
            "Poppler pdftoppm",
            tools.Renderer,
            State.Missing,
            "scanned pages cannot be drawn, and are not read",
            "apt-get install poppler-utils"
        );
        yield return Check.Of(
            "scans",
            "Tesseract",
            tools.Recognition,
            State.Missing,
            "scanned pages are not read",
            "apt-get install tesseract-ocr tesseract-ocr-swe"
        );
        if (tools.Recognition is null)
        {
            yield break;
        }

        var missing = PdfTools
            .NeededLanguages.Except(tools.Languages, StringComparer.Ordinal)
            .ToList();
        yield return Check.Of(
            "scans",
            "Tesseract languages",
            missing.Count == 0 ? string.Join(", ", PdfTools.NeededLanguages) : null,
            State.Missing,
            $"without {string.Join(" and ", missing)}; scanned pages are not read",
            "apt-get install " + string.Join(' ', missing.Select(l => $"tesseract-ocr-{l}"))
        );
    }

    private static IEnumerable<Check> Limits(IReadOnlyList<string> isolation) =>
        [
            Check.Of(
                "limits",
                "no network",
                isolation.Contains("unshare", StringComparer.Ordinal)
                    ? string.Join(' ', isolation.TakeWhile(w => w != "prlimit"))
                    : null,
                State.Weak,
                "unshare is missing or not allowed here: what reads PDFs could reach the network",
                "apt-get install util-linux"
            ),
            Check.Of(
                "limits",
                "memory and processor time",
                isolation.Contains("prlimit", StringComparer.Ordinal) ? "prlimit, timeout" : null,
                State.Weak,
                "prlimit or timeout is missing: only wall-clock time and output are bounded",
                "apt-get install util-linux coreutils"
            ),
        ];
}
