namespace Kompass.Mining.Documents.Pdf;

/// <summary>Draws one page of a PDF with Poppler's <c>pdftoppm</c>, in a child process under limits, through a pipe.</summary>
internal static class PageRenderer
{
    /// <summary>The page as a portable anymap (<c>P6</c> in colour, else <c>P5</c>), or null where it could not be drawn within its limits.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="page">From 1.</param>
    /// <param name="dots">Dots an inch.</param>
    /// <param name="inColour">Three bytes a pixel, else one.</param>
    /// <param name="limits">Bounds; <see cref="PdfLimits.PixelsPerPage"/> bounds the picture.</param>
    /// <param name="cancellation">Kills the child and throws.</param>
    public static ReadOnlyMemory<byte>? Render(
        string file,
        int page,
        int dots,
        bool inColour,
        PdfLimits limits,
        CancellationToken cancellation
    )
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        List<string> command =
        [
            "pdftoppm",
            "-r",
            dots.ToString(CultureInfo.InvariantCulture),
            "-f",
            number,
            "-l",
            number,
            // What a reader sees of the page, as its text is placed.
            "-cropbox",
        ];
        if (!inColour)
        {
            command.Add("-gray");
        }

        // The full path never begins with a dash.
        command.Add(Path.GetFullPath(file));
        var outcome = ChildProcess.Run(
            command,
            limits.SecondsPerRecognisedPage,
            limits.MemoryBytes,
            ((inColour ? 3 : 1) * limits.PixelsPerPage) + 1024,
            null,
            null,
            cancellation
        );
        return outcome is { End: ChildEnd.Exited, Output.Length: > 0 } ? outcome.Output : null;
    }
}
