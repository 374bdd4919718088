using System.Text.RegularExpressions;

namespace Kompass.Mining.Documents.Pdf;

/// <summary>Reads PDFs with Poppler's <c>pdftotext -bbox-layout</c>: words with boxes, no fonts, so that the height of a box stands in for its size.</summary>
public sealed partial class PopplerEngine : IPdfEngine
{
    private PopplerEngine(string version) => Name = $"poppler {version}";

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The engine of this machine, or null where Poppler is not installed.</summary>
    public static PopplerEngine? Find() =>
        ChildProcess.Ask("pdftotext", "-v") is { } answer
        && Version().Match(answer) is { Success: true } version
            ? new PopplerEngine(version.Groups["version"].Value)
            : null;

    /// <summary>The engine as a list to read with: empty where Poppler is not installed.</summary>
    public static IReadOnlyList<IPdfEngine> OfThisMachine() => Find() is { } engine ? [engine] : [];

    /// <inheritdoc/>
    public PdfReading Read(string file, PdfLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var parser = new BboxParser(limits);
        // One page more than allowed is asked for, so that a file with too many is told from one that has just enough. The full path never begins
        // with a dash.
        var outcome = ChildProcess.Run(
            [
                "pdftotext",
                "-bbox-layout",
                "-l",
                (limits.Pages + 1).ToString(CultureInfo.InvariantCulture),
                Path.GetFullPath(file),
                "-",
            ],
            limits.Seconds,
            limits.MemoryBytes,
            limits.OutputBytes,
            null,
            parser.Take,
            null,
            cancellation
        );
        return PdfOutcome.Of(outcome, parser, limits, "pdftotext");
    }

    [GeneratedRegex(@"pdftotext version (?<version>[\d.]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Version();
}
