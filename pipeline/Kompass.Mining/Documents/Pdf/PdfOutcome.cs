using Kompass.Mining.Documents.Pdf.Visible;

namespace Kompass.Mining.Documents.Pdf;

/// <summary>What the end of a child process means for the file it was reading.</summary>
internal static class PdfOutcome
{
    public static PdfReading Of(ChildOutcome outcome, BboxParser parser, PdfLimits limits)
    {
        if (Unfinished(outcome.End, parser, limits) is { } unfinished)
        {
            return unfinished;
        }

        var error = parser.Failure ?? outcome.Error;
        if (error.Contains("ncorrect password", StringComparison.Ordinal))
        {
            return new PdfReading.NotRead(
                SetAsideCause.Encrypted,
                "is locked with a user password; unlock it, or ask its publisher for an open copy"
            );
        }

        if (error.Contains("stream is empty", StringComparison.Ordinal))
        {
            return new PdfReading.NotRead(
                SetAsideCause.Empty,
                $"is empty; {DocumentReader.Expected}"
            );
        }

        // Memory that ran out ends the program without a word of its own, or with bad_alloc.
        if (
            error.Contains("bad_alloc", StringComparison.Ordinal)
            || error.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
            || outcome.ExitCode is 134 or 139
        )
        {
            return LimitPassed(
                $"reading it needed more than {limits.MemoryBytes >> 20} MB of memory, or ended the reader (limit memory-mb)"
            );
        }

        return parser.Pages.Count == 0 || !parser.IsEnd
            ? new PdfReading.NotRead(
                SetAsideCause.Damaged,
                $"is a damaged PDF: {FirstLine(error).TrimEnd('.')}; download it again, or save it anew from a PDF reader"
            )
            : new PdfReading.Read(Visibility.Decide(parser.Pages))
            {
                Attachments = parser.Attachments,
            };
    }

    private static PdfReading.NotRead? Unfinished(
        ChildEnd end,
        BboxParser parser,
        PdfLimits limits
    ) =>
        end switch
        {
            ChildEnd.NotFound => new PdfReading.NotRead(
                SetAsideCause.ToolMissing,
                "cannot be read: dotnet is not installed; kompass doctor tells what is missing"
            ),
            ChildEnd.OutOfTime => LimitPassed(
                $"reading it took longer than {limits.Seconds} s (limit seconds)"
            ),
            ChildEnd.TooMuchOutput => LimitPassed(
                $"its text has more than {limits.OutputBytes >> 20} MB with its boxes (limit output-mb)"
            ),
            ChildEnd.Stopped => LimitPassed(
                parser.Passed!.Contains("pages", StringComparison.Ordinal)
                    ? $"{parser.Passed} (limit pages)"
                    : $"{parser.Passed} (limit words-per-page)"
            ),
            _ => null,
        };

    private static PdfReading.NotRead LimitPassed(string message) =>
        new(SetAsideCause.LimitPassed, message);

    private static string FirstLine(string error) =>
        error.Length == 0 ? "no page could be read" : error.Split('\n')[0].Trim();
}
