namespace Kompass.Mining.Documents.Pdf.Recognition;

/// <summary>How Tesseract is to read a picture.</summary>
/// <param name="Model">The language model: <c>swe</c>, <c>eng</c>.</param>
/// <param name="Segmentation">Its page segmentation mode: 3 a page, 4 one column, 6 a block, 7 a line, 8 a word.</param>
/// <param name="Characters">The only characters that occur, or null for all.</param>
internal sealed record TesseractMode(string Model, int Segmentation, string? Characters = null);

/// <summary>Runs Tesseract as a child process under limits; pictures and answers go through pipes.</summary>
internal static partial class Tesseract
{
    /// <summary>The words of a picture, boxes in points from its top left corner; null where Tesseract failed or passed a limit.</summary>
    public static List<Word>? Read(
        GrayImage image,
        int dots,
        TesseractMode mode,
        PdfLimits limits,
        CancellationToken cancellation
    )
    {
        List<string> options =
        [
            "-l",
            mode.Model,
            "--psm",
            mode.Segmentation.ToString(CultureInfo.InvariantCulture),
            "-c",
            "tessedit_create_tsv=1",
            "-c",
            "tessedit_create_txt=0",
        ];
        if (mode.Characters is not null)
        {
            options.AddRange(["-c", "tessedit_char_whitelist=" + mode.Characters]);
        }

        return Run(options, image, dots, limits, cancellation) is { } tsv
            ? ParseTsv(tsv, dots, limits)
            : null;
    }

    /// <summary>
    /// How the text of a picture runs, in quarter turns clockwise from upright, 0 to 3; null where Tesseract cannot tell, or has no model for it.
    /// </summary>
    public static int? QuarterTurns(
        GrayImage image,
        int dots,
        PdfLimits limits,
        CancellationToken cancellation
    ) =>
        Run(["-l", "osd", "--psm", "0"], image, dots, limits, cancellation) is { } answer
        && Orientation().Match(answer) is { Success: true } found
            ? int.Parse(found.Groups["degrees"].Value, CultureInfo.InvariantCulture) / 90 % 4
            : null;

    // What it writes; null where it failed or passed a limit.
    private static string? Run(
        IReadOnlyList<string> options,
        GrayImage image,
        int dots,
        PdfLimits limits,
        CancellationToken cancellation
    )
    {
        var outcome = ChildProcess.Run(
            [
                "tesseract",
                "stdin",
                "stdout",
                "--dpi",
                dots.ToString(CultureInfo.InvariantCulture),
                .. options,
            ],
            limits.SecondsPerRecognisedPage,
            limits.MemoryBytes,
            limits.OutputBytes,
            image.ToPgm(),
            new Dictionary<string, string>(StringComparer.Ordinal) { ["OMP_THREAD_LIMIT"] = "1" },
            cancellation
        );
        return outcome is { End: ChildEnd.Exited, ExitCode: 0 }
            ? Encoding.UTF8.GetString(outcome.Output.Span)
            : null;
    }

    // level page block paragraph line word left top width height confidence text; words are on level 5
    private static List<Word> ParseTsv(string tsv, int dots, PdfLimits limits)
    {
        var words = new List<Word>();
        var scale = 72.0 / dots;
        foreach (var range in tsv.AsSpan().Split('\n'))
        {
            var fields = tsv[range].Split('\t');
            if (
                fields.Length < 12
                || fields[0] != "5"
                || words.Count >= limits.WordsPerPage
                || !Number(fields[6], out var left)
                || !Number(fields[7], out var top)
                || !Number(fields[8], out var width)
                || !Number(fields[9], out var height)
                || !Number(fields[10], out var confidence)
            )
            {
                continue;
            }

            var text = fields[11].Trim();
            if (text.Length > 0)
            {
                var box = new Box(
                    left * scale,
                    top * scale,
                    (left + width) * scale,
                    (top + height) * scale
                );
                words.Add(
                    new Word(text, box, box.Height, null, Math.Clamp(confidence / 100, 0, 1))
                );
            }
        }

        return words;
    }

    private static bool Number(string field, out double value) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value)
        && Math.Abs(value) < 1e6;

    [GeneratedRegex(@"^Orientation in degrees: (?<degrees>0|90|180|270)$", RegexOptions.Multiline)]
    private static partial Regex Orientation();
}
