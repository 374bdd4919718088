namespace Kompass.Mining.Documents.Pdf;

/// <summary>The programs of this machine that reading PDFs and scans uses, for a person who asks what is there.</summary>
/// <param name="Renderer">Version of Poppler's <c>pdftoppm</c>, or null where it is not installed.</param>
/// <param name="Recognition">Version of Tesseract, or null.</param>
/// <param name="Languages">The language models that Tesseract has.</param>
/// <param name="Isolation">What stands before each command that reads an untrusted file: <c>unshare -n prlimit</c>.</param>
public sealed partial record PdfTools(
    string? Renderer,
    string? Recognition,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Isolation
)
{
    /// <summary>The language models that recognition needs: Swedish, and English for numbers.</summary>
    public static IReadOnlyList<string> NeededLanguages { get; } = ["swe", "eng"];

    /// <summary>Asks each of them for its version.</summary>
    public static PdfTools OfThisMachine() =>
        new(
            VersionOf("pdftoppm", "-v"),
            VersionOf("tesseract", "--version"),
            [
                .. (ChildProcess.Ask("tesseract", "--list-langs") ?? "")
                    .Split('\n', StringSplitOptions.TrimEntries)
                    .Where(l => Language().IsMatch(l)),
            ],
            ChildProcess.Isolation
        );

    private static string? VersionOf(params string[] command) =>
        ChildProcess.Ask(command) is { } answer
        && Version().Match(answer) is { Success: true } match
            ? match.Value
            : null;

    // pdftoppm version 22.12.0, tesseract 5.3.0
    [GeneratedRegex(@"\d+(?:\.\d+)+")]
    private static partial Regex Version();

    // List of available languages in "/usr/share/…" (3): is the head of the list
    [GeneratedRegex("^[a-zA-Z_/]+$")]
    private static partial Regex Language();
}
